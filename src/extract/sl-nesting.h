/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void sl_nesting_settle (SlFinder *finder,
                        guint     first);

G_END_DECLS
