/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-timeline-layout.h"

G_BEGIN_DECLS

guint sl_timeline_undated_flow (SlLanes               *lanes,
                                const SlTimelineStyle *style,
                                double                 width_px,
                                double                 cluster_px,
                                GArray                *marks);

G_END_DECLS
