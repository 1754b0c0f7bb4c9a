/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-canvas.h"

G_BEGIN_DECLS

/* A mark of the canvas, as assistive technologies see it: a list item without a widget. */
#define SL_TYPE_CANVAS_ITEM (sl_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (SlCanvasItem, sl_canvas_item, SL, CANVAS_ITEM, GObject)

SlCanvasItem *sl_canvas_item_new          (SlCanvas                    *canvas,
                                           guint                        item,
                                           guint                        count,
                                           const char                  *label);
guint         sl_canvas_item_get_item     (SlCanvasItem                *self);
const char   *sl_canvas_item_get_label    (SlCanvasItem                *self);
void          sl_canvas_item_set_place    (SlCanvasItem                *self,
                                           const graphene_rect_t       *bounds,
                                           int                          position,
                                           int                          n_items);
void          sl_canvas_item_set_next     (SlCanvasItem                *self,
                                           SlCanvasItem                *next);
void          sl_canvas_item_set_selected (SlCanvasItem                *self,
                                           gboolean                     selected);
void          sl_canvas_item_appear       (SlCanvasItem                *self);
void          sl_canvas_item_disappear    (SlCanvasItem                *self);

G_END_DECLS
