/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-grade.h"
#include "core/sl-id.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

/**
 * SlTimelineItem:
 * @id: what it stands for; several items may share it (an event in two lanes)
 * @title: (unowned): outlives the item
 * @earliest: first second it can be; %SL_TIME_MIN when open
 * @latest: one past the last second it can be; %SL_TIME_MAX when open
 * @core_start: begin of what is certain within; equal to @core_end when nothing is
 * @core_end: end of what is certain within
 * @dated: it has a date; what has none stands on the undated lane whatever bounds are known
 * @lane: index of its lane
 *
 * One event as the timeline needs it: plain, compact, without pointers to own.
 */
typedef struct
{
  SlId          id;
  const char   *title;
  gint64        earliest;
  gint64        latest;
  gint64        core_start;
  gint64        core_end;
  guint         lane;
  SlConfidence  confidence;
  gboolean      contested;
  gboolean      dated;
} SlTimelineItem;

SlTimelineItem sl_timeline_item_new        (SlId                  id,
                                            const char           *title,
                                            const SlWhen         *when,
                                            SlConfidence          confidence,
                                            gboolean              contested,
                                            guint                 lane);
gint64         sl_timeline_item_get_anchor (const SlTimelineItem *self);

G_END_DECLS
