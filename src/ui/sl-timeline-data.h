/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench.h"
#include "timeline/sl-lanes.h"
#include "ui/sl-session.h"

G_BEGIN_DECLS

/* The events of a case as the timeline draws them: compact items sorted into lanes. Immutable. */
#define SL_TYPE_TIMELINE_DATA (sl_timeline_data_get_type ())
G_DECLARE_FINAL_TYPE (SlTimelineData, sl_timeline_data, SL, TIMELINE_DATA, GObject)

SlTimelineData *sl_timeline_data_new          (SlCase          *from,
                                               const char      *words,
                                               SlGrouping       grouping,
                                               GError         **error);
SlLanes        *sl_timeline_data_get_lanes    (SlTimelineData  *self);
char           *sl_timeline_data_describe     (SlTimelineData  *self,
                                               guint            item);

G_END_DECLS
