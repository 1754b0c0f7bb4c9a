/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-timeline-layout.h"

G_BEGIN_DECLS

/**
 * SlTimelineRows:
 *
 * The rows of one lane while it is being filled from left to right: each mark goes into the first
 * row where it fits with its label; when all rows are taken, labels before it give way.
 */
typedef struct _SlTimelineRows SlTimelineRows;

SlTimelineRows *sl_timeline_rows_new        (const SlTimelineStyle *style,
                                             GArray                *marks,
                                             guint                  max_rows);
void            sl_timeline_rows_free       (SlTimelineRows        *self);
gboolean        sl_timeline_rows_place      (SlTimelineRows        *self,
                                             SlTimelineMark        *mark);
guint           sl_timeline_rows_get_used   (SlTimelineRows        *self);
gboolean        sl_timeline_rows_is_crowded (SlTimelineRows        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimelineRows, sl_timeline_rows_free)

G_END_DECLS
