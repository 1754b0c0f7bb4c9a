/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-timeline-item.h"

G_BEGIN_DECLS

/**
 * SlTimeSpan:
 * @count: how many items it holds; 0 for a gap
 *
 * A stretch of time, half-open, UTC seconds.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint  count;
} SlTimeSpan;

/**
 * SlLanes:
 *
 * The items of a timeline sorted into lanes and into time order, ready to be asked for any part of
 * time in logarithmic steps. Built once for a set of items; immutable.
 */
typedef struct _SlLanes SlLanes;

SlLanes              *sl_lanes_new          (const SlTimelineItem *items,
                                             guint                 n_items,
                                             const char *const    *titles,
                                             guint                 n_lanes);
SlLanes              *sl_lanes_ref          (SlLanes              *self);
void                  sl_lanes_unref        (SlLanes              *self);
guint                 sl_lanes_get_n_lanes  (SlLanes              *self);
const char           *sl_lanes_get_title    (SlLanes              *self,
                                             guint                 lane);
guint                 sl_lanes_get_n_items  (SlLanes              *self);
const SlTimelineItem *sl_lanes_get_item     (SlLanes              *self,
                                             guint                 item);
int                   sl_lanes_find         (SlLanes              *self,
                                             SlId                  id);
guint                 sl_lanes_get_n_dated  (SlLanes              *self);
gboolean              sl_lanes_get_extent   (SlLanes              *self,
                                             gint64               *earliest,
                                             gint64               *latest);
int                   sl_lanes_step         (SlLanes              *self,
                                             int                   item,
                                             int                   delta);
int                   sl_lanes_nearest      (SlLanes              *self,
                                             int                   lane,
                                             gint64                seconds);
void                  sl_lanes_density      (SlLanes              *self,
                                             gint64                start,
                                             gint64                end,
                                             guint                *counts,
                                             guint                 n_columns);
const SlTimeSpan     *sl_lanes_get_gaps     (SlLanes              *self,
                                             guint                *n_gaps);
const SlTimeSpan     *sl_lanes_get_bursts   (SlLanes              *self,
                                             guint                *n_bursts);

/*
 * For the layout: a lane's items by anchor. Ranks count within the lane; the undated lane is
 * asked for as lane sl_lanes_get_n_lanes().
 */
guint                 sl_lanes_count        (SlLanes              *self,
                                             guint                 lane);
guint                 sl_lanes_at_rank      (SlLanes              *self,
                                             guint                 lane,
                                             guint                 rank);
guint                 sl_lanes_get_rank     (SlLanes              *self,
                                             guint                 item);
guint                 sl_lanes_gallop       (SlLanes              *self,
                                             guint                 lane,
                                             guint                 from_rank,
                                             gint64                seconds);
guint                 sl_lanes_collect_long (SlLanes              *self,
                                             guint                 lane,
                                             guint                 from_rank,
                                             guint                 to_rank,
                                             gint64                reaching,
                                             guint                *ranks,
                                             guint                 max_ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLanes, sl_lanes_unref)

G_END_DECLS
