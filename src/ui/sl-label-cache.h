/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Laid-out texts of a widget, kept as render nodes: setting text is the dearest part of a frame.
 */
typedef struct _SlLabelCache SlLabelCache;

SlLabelCache  *sl_label_cache_new     (GtkWidget     *widget);
void           sl_label_cache_free    (SlLabelCache  *self);
void           sl_label_cache_clear   (SlLabelCache  *self);
double         sl_label_cache_measure (const char    *text,
                                       gpointer       cache);
void           sl_label_cache_append  (SlLabelCache  *self,
                                       GtkSnapshot   *snapshot,
                                       const char    *text,
                                       double         width_px,
                                       const GdkRGBA *colour,
                                       double         x_px,
                                       double         middle_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLabelCache, sl_label_cache_free)

G_END_DECLS
