/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "timeline/sl-time-scale.h"
#include "ui/sl-timeline-data.h"

G_BEGIN_DECLS

/*
 * The drawn timeline: ruler, lanes, marks, the undated lane.
 *
 * Keys: ← → previous and next event, ↑ ↓ other lane, + − zoom about the cursor, 0 all of it, Home End first and
 * last event, Enter opens the source at the quote. Each is a class action "timeline.…".
 *
 * Signals: "cursor-moved" () when another event is pointed at; "activated" () when its source is asked for;
 * "range-changed" () when another part of time is shown.
 */
#define SL_TYPE_CANVAS (sl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SlCanvas, sl_canvas, SL, CANVAS, GtkWidget)

GtkWidget      *sl_canvas_new            (void);
SlTimelineData *sl_canvas_get_data       (SlCanvas       *self);
void            sl_canvas_set_data       (SlCanvas       *self,
                                          SlTimelineData *data);
SlId            sl_canvas_get_cursor     (SlCanvas       *self);
void            sl_canvas_set_cursor     (SlCanvas       *self,
                                          SlId            event);
SlTimeScale     sl_canvas_get_scale      (SlCanvas       *self);
void            sl_canvas_set_scale      (SlCanvas       *self,
                                          SlTimeScale     scale);
void            sl_canvas_fit            (SlCanvas       *self);

G_END_DECLS
