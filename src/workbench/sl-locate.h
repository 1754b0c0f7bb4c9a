/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-anchor.h"

G_BEGIN_DECLS

SlAnchor *sl_locate (const char             *text,
                     const SlAnchorSelector *selector);

G_END_DECLS
