/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-anchor.h"

G_BEGIN_DECLS

SlAnchor *sl_locate           (const char             *text,
                              const SlAnchorSelector *selector);
void      sl_locate_trim_marks (const char             *text,
                              gsize                  *start_cp,
                              gsize                  *end_cp);

G_END_DECLS
