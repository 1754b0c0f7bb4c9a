/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-undated.h"

typedef struct
{
  const SlTimelineStyle *style;
  double                 right_px;
  double                 x_px;
  guint                  row;
} Pen;

/* Goes on to the next row if a mark does not fit; says whether it fits then. */
static gboolean
make_room (Pen    *pen,
           double  width_px,
           double  reserved_px)
{
  double left = pen->style->label_gap_px;
  double right = pen->row + 1 >= pen->style->undated_rows ? pen->right_px - reserved_px : pen->right_px;

  if (pen->x_px + width_px <= right || pen->x_px <= left)
    return TRUE;
  if (pen->row + 1 >= pen->style->undated_rows)
    return FALSE;

  pen->row++;
  pen->x_px = left;
  return TRUE;
}

static void
finish_mark (Pen            *pen,
             SlTimelineMark *mark,
             GArray         *marks)
{
  mark->row = pen->row;
  mark->h_px = pen->style->row_h_px;
  mark->x_px = mark->glyph_x_px = pen->x_px;
  mark->w_px = mark->glyph_w_px;
  if (mark->label_w_px > 0)
    {
      mark->label_x_px = pen->x_px + mark->glyph_w_px + pen->style->label_gap_px;
      mark->label_w_px = MAX (MIN (mark->label_w_px, pen->right_px - mark->label_x_px), 0);
      mark->w_px = mark->label_x_px + mark->label_w_px - mark->x_px;
    }
  g_array_append_vals (marks, mark, 1);
  pen->x_px += mark->w_px + 2 * pen->style->label_gap_px;
}

/**
 * sl_timeline_undated_flow:
 * @marks: (element-type SlTimelineMark): marks are appended here
 *
 * Places the items without a date in rows, like words of a text: they have no time to stand at.
 * Those beyond the last row become one cluster at its end.
 *
 * Returns: number of rows
 */
guint
sl_timeline_undated_flow (SlLanes               *lanes,
                          const SlTimelineStyle *style,
                          double                 width_px,
                          double                 cluster_px,
                          GArray                *marks)
{
  guint lane = sl_lanes_get_n_lanes (lanes);
  guint n = sl_lanes_count (lanes, lane);
  Pen pen = { style, width_px - style->label_gap_px, style->label_gap_px, 0 };

  for (guint rank = 0; rank < n; rank++)
    {
      guint item = sl_lanes_at_rank (lanes, lane, rank);
      double label = sl_timeline_style_measure (style, sl_lanes_get_item (lanes, item)->title);
      double reserved = rank + 1 < n ? cluster_px + style->label_gap_px : 0;
      SlTimelineMark mark = { .item = item, .count = 1, .lane = lane, .glyph_w_px = style->mark_px, .label_w_px = label };

      if (!make_room (&pen, style->mark_px + style->label_gap_px + label, reserved))
        {
          mark = (SlTimelineMark) { .kind = n - rank > 1 ? SL_MARK_CLUSTER : SL_MARK_POINT, .item = item, .count = n - rank, .lane = lane, .first_rank = rank, .end_rank = n, .glyph_w_px = n - rank > 1 ? cluster_px : style->mark_px };
          rank = n - 1;
        }
      finish_mark (&pen, &mark, marks);
    }
  return pen.row + 1;
}
