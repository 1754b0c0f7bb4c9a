/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/sl-grade.h"

G_BEGIN_DECLS

/* Colours that stand for something beside the shape and the words that say the same. */
GdkRGBA sl_palette_confidence (GtkWidget    *widget,
                               SlConfidence  confidence);
GdkRGBA sl_palette_contested  (GtkWidget    *widget);
GdkRGBA sl_palette_change     (GtkWidget    *widget,
                               guint         kinds);
GdkRGBA sl_palette_accent     (GtkWidget    *widget);
GdkRGBA sl_palette_faded      (GdkRGBA       colour,
                               float         alpha);

G_END_DECLS
