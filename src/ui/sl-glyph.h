/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/sl-grade.h"

G_BEGIN_DECLS

/* The signs of the confidence tags: told apart by shape and fill, whatever their colour. */
void sl_glyph_snapshot (GtkSnapshot   *snapshot,
                        SlConfidence   confidence,
                        gboolean       contested,
                        const GdkRGBA *colour,
                        const GdkRGBA *contested_colour,
                        double         size_px);

G_END_DECLS
