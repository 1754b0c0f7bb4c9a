/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "core/sl-grade.h"

G_BEGIN_DECLS

void sl_pdf_glyph_draw       (cairo_t      *cr,
                              SlConfidence  confidence,
                              gboolean      contested,
                              double        x,
                              double        y,
                              double        size);
void sl_pdf_glyph_set_colour (cairo_t      *cr,
                              SlConfidence  confidence);

G_END_DECLS
