/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-lanes.h"
#include "timeline/sl-time-scale.h"
#include "timeline/sl-timeline-style.h"

G_BEGIN_DECLS

typedef enum
{
  SL_MARK_POINT,    /* a glyph and its label */
  SL_MARK_SPAN,     /* the same with a bar from its earliest to its latest second */
  SL_MARK_CLUSTER,  /* several items in one pill with their number; opens on zoom */
} SlMarkKind;

/**
 * SlTimelineMark:
 * @item: index of the item; the first one for a cluster
 * @count: items it stands for; 1 unless a cluster
 * @lane: index of the lane; the number of lanes for the undated lane
 * @row: row in the lane
 * @first_rank: (clusters) rank in the lane of the first item of its cell
 * @end_rank: (clusters) one past the rank of the last one
 * @x_px: left edge of all that is drawn and hit, label included
 * @y_px: upper edge of its row, from the top of the content
 * @glyph_x_px: left edge of the glyph (of the pill of a cluster, then @glyph_w_px is its width)
 * @glyph_y_px: upper edge of the glyph
 * @bar_x_px: left end of the bar, which is soft outside of the core; clipped near the view
 * @bar_w_px: its length; 0 for points
 * @core_x_px: left end of the firm part of the bar
 * @core_w_px: its length; 0 when nothing is certain within the bounds
 * @open_start: the bar's left end fades out: it has no known begin
 * @open_end: the bar's right end fades out: it has no known end
 * @label_x_px: left edge of the label; its text is the item's title
 * @label_w_px: room for it; elide to this; 0 when there is no room
 * @earliest: (clusters) where to zoom to
 * @latest: (clusters) where to zoom to, exclusive
 *
 * One mark with its place. All lengths are pixels; x from the left edge of the view, y from the
 * top of the content. The label stands in the height of the glyph, above the bar.
 */
typedef struct
{
  SlMarkKind kind;
  guint      item;
  guint      count;
  guint      lane;
  guint      row;
  guint      first_rank;
  guint      end_rank;
  double     x_px;
  double     y_px;
  double     w_px;
  double     h_px;
  double     glyph_x_px;
  double     glyph_y_px;
  double     glyph_w_px;
  double     bar_x_px;
  double     bar_y_px;
  double     bar_w_px;
  double     core_x_px;
  double     core_w_px;
  gboolean   open_start;
  gboolean   open_end;
  double     label_x_px;
  double     label_w_px;
  gint64     earliest;
  gint64     latest;
} SlTimelineMark;

/**
 * SlLaneBox:
 * @title: (unowned) (nullable): of the #SlLanes
 * @rows: rows it has
 * @first_mark: its marks are a run of the layout's marks
 */
typedef struct
{
  const char *title;
  double      y_px;
  double      h_px;
  double      header_h_px;
  guint       rows;
  guint       count;
  guint       first_mark;
  guint       n_marks;
} SlLaneBox;

/**
 * SlTimelineLayout:
 * @scale: the part of time it is for
 * @marks: (element-type SlTimelineMark): by lane, then from left to right
 * @lanes: (element-type SlLaneBox): one for each lane, then the undated lane if it has items
 * @has_undated: the last of @lanes is the undated lane; its marks do not move with time
 * @height_px: height of the content
 *
 * Where everything stands in one view.
 */
typedef struct
{
  SlTimeScale  scale;
  GArray      *marks;   /* (owned) */
  GArray      *lanes;   /* (owned) */
  gboolean     has_undated;
  double       height_px;
} SlTimelineLayout;

SlTimelineLayout *sl_timeline_layout_new  (SlLanes                *lanes,
                                           SlTimeScale             scale,
                                           const SlTimelineStyle  *style);
void              sl_timeline_layout_free (SlTimelineLayout       *self);
int               sl_timeline_layout_hit  (const SlTimelineLayout *self,
                                           double                  x_px,
                                           double                  y_px,
                                           double                  slop_px);
int               sl_timeline_layout_find (const SlTimelineLayout *self,
                                           SlLanes                *lanes,
                                           guint                   item);

static inline const SlTimelineMark *
sl_timeline_layout_get_mark (const SlTimelineLayout *self,
                             guint                   mark)
{
  return &g_array_index (self->marks, SlTimelineMark, mark);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimelineLayout, sl_timeline_layout_free)

G_END_DECLS
