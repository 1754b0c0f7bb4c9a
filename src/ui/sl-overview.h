/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "timeline/sl-lanes.h"

G_BEGIN_DECLS

/*
 * The whole case in one strip: how many events when, and a brush over what the timeline shows.
 * Signal "range-picked" (start, end: int64, UTC seconds) when the brush is moved.
 */
#define SL_TYPE_OVERVIEW (sl_overview_get_type ())
G_DECLARE_FINAL_TYPE (SlOverview, sl_overview, SL, OVERVIEW, GtkWidget)

void sl_overview_set_lanes (SlOverview *self,
                            SlLanes    *lanes);
void sl_overview_set_range (SlOverview *self,
                            gint64      start,
                            gint64      end);

G_END_DECLS
