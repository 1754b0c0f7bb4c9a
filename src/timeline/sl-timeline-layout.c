/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-layout.h"

#include "timeline/sl-timeline-rows.h"
#include "timeline/sl-timeline-undated.h"

#include <math.h>
#include <stdlib.h>

/*
 * Rows are filled from well before the view to well after it, beginning at borders that do not
 * move, so that marks keep their rows while the view is panned.
 */
#define LEAD_PX 16384.0
#define BLOCK_PX 8192.0

/* Bars are clipped this far outside of the view; nobody draws a bar of a million pixels. */
#define CLIP_PX 200.0

/* A title drawn on the visible part of a bar that began before the view keeps this from its edge. */
#define STICKY_PX 6.0

#define MAX_SHARED_ROWS 64
#define MIN_SHARED_ROWS 2
#define MAX_LONG_BARS 64

typedef struct
{
  SlLanes               *lanes;
  const SlTimelineStyle *style;
  SlTimeScale            scale;
  double                 cell_px;
  guint                  per_cell;
} Context;

/* One lane being laid out. */
typedef struct
{
  const Context *context;
  guint          lane;
  GArray        *marks;     /* (owned) SlTimelineMark */
  GArray        *clusters;  /* (owned) SlTimelineMark, put into a row of their own at last */
  guint          rows;
  gboolean       crowded;
} Lane;

/* The bar, between known ends; where an end is unknown, a tail. */
static void
set_bar (const Context        *context,
         const SlTimelineItem *item,
         SlTimelineMark       *mark)
{
  double anchor = sl_time_scale_to_px (context->scale, sl_timeline_item_get_anchor (item));
  double start, end;

  mark->open_start = item->earliest == SL_TIME_MIN;
  mark->open_end = item->latest == SL_TIME_MAX;
  start = mark->open_start ? anchor - context->style->tail_px : anchor;
  end = mark->open_end ? anchor + context->style->tail_px : sl_time_scale_to_px (context->scale, item->latest);

  if (!mark->open_start && !mark->open_end && end - start <= context->style->mark_px)
    return;

  mark->kind = SL_MARK_SPAN;
  mark->bar_x_px = start;
  mark->bar_w_px = end - start;
  if (item->core_end > item->core_start)
    {
      mark->core_x_px = sl_time_scale_to_px (context->scale, item->core_start);
      mark->core_w_px = sl_time_scale_to_px (context->scale, item->core_end) - mark->core_x_px;
    }
}

static SlTimelineMark
make_mark (const Context *context,
           guint          lane,
           guint          item_index)
{
  const SlTimelineItem *item = sl_lanes_get_item (context->lanes, item_index);
  double anchor = sl_time_scale_to_px (context->scale, sl_timeline_item_get_anchor (item));
  SlTimelineMark mark = { .kind = SL_MARK_POINT, .item = item_index, .count = 1, .lane = lane };

  mark.glyph_w_px = context->style->mark_px;
  mark.glyph_x_px = anchor - mark.glyph_w_px / 2;
  mark.h_px = context->style->row_h_px;
  mark.earliest = item->earliest;
  mark.latest = item->latest;
  set_bar (context, item, &mark);
  mark.label_x_px = mark.glyph_x_px + mark.glyph_w_px + context->style->label_gap_px;
  mark.label_w_px = sl_timeline_style_measure (context->style, item->title);
  mark.x_px = mark.bar_w_px > 0 ? MIN (mark.glyph_x_px, mark.bar_x_px) : mark.glyph_x_px;
  return mark;
}

static gboolean
place_rank (Lane           *self,
            SlTimelineRows *rows,
            guint           rank)
{
  SlTimelineMark mark = make_mark (self->context, self->lane, sl_lanes_at_rank (self->context->lanes, self->lane, rank));

  return sl_timeline_rows_place (rows, &mark);
}

/* The items of a cell that found no row, as one pill; a single one as a mark without label. */
static void
add_cluster (Lane   *self,
             guint   from,
             guint   to,
             guint   first_left,
             guint   n_left,
             double  cell_x_px)
{
  const Context *context = self->context;
  guint last = sl_lanes_at_rank (context->lanes, self->lane, to - 1);
  SlTimelineMark mark = make_mark (context, self->lane, sl_lanes_at_rank (context->lanes, self->lane, first_left));

  mark.label_w_px = mark.bar_w_px = mark.core_w_px = 0;
  mark.open_start = mark.open_end = FALSE;
  mark.kind = SL_MARK_POINT;
  mark.glyph_x_px = CLAMP (mark.glyph_x_px, cell_x_px, cell_x_px + context->cell_px - mark.glyph_w_px);
  if (n_left > 1)
    {
      mark.kind = SL_MARK_CLUSTER;
      mark.count = n_left;
      mark.first_rank = from;
      mark.end_rank = to;
      mark.glyph_x_px = cell_x_px + 1;
      mark.glyph_w_px = context->cell_px - 2;
      mark.earliest = sl_timeline_item_get_anchor (sl_lanes_get_item (context->lanes, mark.item));
      mark.latest = sl_timeline_item_get_anchor (sl_lanes_get_item (context->lanes, last)) + 1;
    }
  mark.x_px = mark.glyph_x_px;
  mark.w_px = mark.glyph_w_px;
  g_array_append_val (self->clusters, mark);
}

/*
 * Few items of a cell are tried one by one; of many only those that last, as bars tell more than
 * their number. What is left over becomes a cluster.
 */
static void
fill_cell (Lane           *self,
           SlTimelineRows *rows,
           guint           from,
           guint           to,
           double          cell_x_px)
{
  const Context *context = self->context;
  guint ranks[MAX_SHARED_ROWS];
  guint n_tried = to - from;
  guint first_left = to;
  guint n_left = to - from;
  guint next = from;

  if (n_tried > context->per_cell)
    {
      gint64 beyond = sl_time_scale_to_seconds (context->scale, cell_x_px + 3 * context->cell_px);

      self->crowded = TRUE;
      n_tried = sl_lanes_collect_long (context->lanes, self->lane, from, to, beyond, ranks, context->per_cell / 2);
    }
  else
    {
      for (guint i = 0; i < n_tried; i++)
        ranks[i] = from + i;
    }

  for (guint i = 0; i < n_tried; i++)
    {
      gboolean placed = place_rank (self, rows, ranks[i]);

      n_left -= placed;
      if (!placed || ranks[i] > next)
        first_left = MIN (first_left, placed ? next : ranks[i]);
      if (placed && ranks[i] == next)
        next++;
    }
  if (n_left > 0)
    add_cluster (self, from, to, MIN (first_left, next), n_left, cell_x_px);
}

/* Where filling starts: so far before the view that nothing in it depends on where the view is. */
static double
get_first_px (const Context *context)
{
  double block_s = BLOCK_PX * context->scale.s_per_px;
  double start_s = floor ((context->scale.start_s - LEAD_PX * context->scale.s_per_px) / block_s) * block_s;

  return (start_s - context->scale.start_s) / context->scale.s_per_px;
}

/* Left edge of the cell around a moment; cells stand still in time. */
static double
get_cell_x (const Context *context,
            gint64         seconds)
{
  double cell_s = context->cell_px * context->scale.s_per_px;

  return (floor ((double) seconds / cell_s) * cell_s - context->scale.start_s) / context->scale.s_per_px;
}

static void
fill_lane (Lane           *self,
           SlTimelineRows *rows)
{
  const Context *context = self->context;
  guint n = sl_lanes_count (context->lanes, self->lane);
  guint rank = sl_lanes_gallop (context->lanes, self->lane, 0, sl_time_scale_to_seconds (context->scale, get_first_px (context)));
  gint64 end = sl_time_scale_to_seconds (context->scale, context->scale.width_px + LEAD_PX);
  guint long_ranks[MAX_LONG_BARS];
  guint n_long = sl_lanes_collect_long (context->lanes, self->lane, 0, rank, sl_time_scale_get_start (context->scale), long_ranks,
                                        MIN (context->per_cell / 2, MAX_LONG_BARS));

  for (guint i = 0; i < n_long; i++)
    place_rank (self, rows, long_ranks[i]);

  while (rank < n)
    {
      const SlTimelineItem *item = sl_lanes_get_item (context->lanes, sl_lanes_at_rank (context->lanes, self->lane, rank));
      gint64 anchor = sl_timeline_item_get_anchor (item);
      double cell_x = get_cell_x (context, anchor);
      gint64 border = MAX ((gint64) ceil (context->scale.start_s + (cell_x + context->cell_px) * context->scale.s_per_px), anchor + 1);
      guint next = sl_lanes_gallop (context->lanes, self->lane, rank, border);

      if (anchor >= end)
        break;
      fill_cell (self, rows, rank, next, cell_x);
      rank = next;
    }
}

static gboolean
is_near_view (const Context        *context,
              const SlTimelineMark *mark)
{
  return mark->x_px + mark->w_px > -context->style->mark_px && mark->x_px < context->scale.width_px + context->style->mark_px;
}

static void
clip (const Context *context,
      double        *x_px,
      double        *w_px)
{
  double start = CLAMP (*x_px, -CLIP_PX, context->scale.width_px + CLIP_PX);
  double end = CLAMP (*x_px + *w_px, -CLIP_PX, context->scale.width_px + CLIP_PX);

  *x_px = start;
  *w_px = end - start;
}

/* After all have their rows, which thus do not depend on the view: clips the bar, and moves the label above what is seen of it. */
static void
fit_into_view (const Context  *context,
               SlTimelineMark *mark)
{
  double bar_end = mark->bar_x_px + mark->bar_w_px;

  if (mark->bar_w_px <= 0)
    return;
  mark->label_x_px = MAX (mark->label_x_px, MIN (STICKY_PX, bar_end - mark->label_w_px));
  clip (context, &mark->bar_x_px, &mark->bar_w_px);
  if (mark->core_w_px > 0)
    clip (context, &mark->core_x_px, &mark->core_w_px);
}

static void
append_near (Lane         *self,
             const GArray *marks,
             GArray       *kept)
{
  for (guint i = 0; i < marks->len; i++)
    {
      SlTimelineMark mark = g_array_index (marks, SlTimelineMark, i);

      if (!is_near_view (self->context, &mark))
        continue;
      fit_into_view (self->context, &mark);
      g_array_append_val (kept, mark);
    }
}

static int
compare_marks (const void *a,
               const void *b)
{
  const SlTimelineMark *x = a;
  const SlTimelineMark *y = b;

  if (x->x_px != y->x_px)
    return x->x_px < y->x_px ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Clusters get the row below all others, so that they never push a mark about. */
static void
finish_lane (Lane  *self,
             guint  used)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (SlTimelineMark));

  for (guint i = 0; i < self->clusters->len; i++)
    g_array_index (self->clusters, SlTimelineMark, i).row = used;
  append_near (self, self->marks, kept);
  append_near (self, self->clusters, kept);
  if (kept->len > 0)
    qsort (kept->data, kept->len, sizeof (SlTimelineMark), compare_marks);
  self->rows = MAX (used + (self->clusters->len > 0), 1);
  g_array_unref (self->marks);
  self->marks = kept;
}

static void
lay_out_lane (Lane  *self,
              guint  max_rows)
{
  Context context = *self->context;
  const Context *shared = self->context;

  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  self->marks = g_array_new (FALSE, FALSE, sizeof (SlTimelineMark));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (SlTimelineMark));
  self->crowded = FALSE;

  context.per_cell = MIN (shared->per_cell, max_rows);
  self->context = &context;
  g_autoptr (SlTimelineRows) rows = sl_timeline_rows_new (context.style, self->marks, max_rows);
  fill_lane (self, rows);
  self->crowded |= sl_timeline_rows_is_crowded (rows);
  finish_lane (self, sl_timeline_rows_get_used (rows));
  self->context = shared;
}

static void
clear_lane (Lane *lane)
{
  g_clear_pointer (&lane->marks, g_array_unref);
  g_clear_pointer (&lane->clusters, g_array_unref);
}

static double
get_header_h (const Context *context,
              guint          lane)
{
  gboolean alone = lane == 0 && sl_lanes_get_n_lanes (context->lanes) == 1 && sl_lanes_get_title (context->lanes, 0) == NULL;

  return alone ? 0 : context->style->header_h_px;
}

static void
set_heights (const Context  *context,
             SlTimelineMark *mark,
             double          top_px)
{
  const SlTimelineStyle *style = context->style;
  double content_h = style->mark_px + style->bar_h_px + 2;
  double top = top_px + mark->row * style->row_h_px;

  mark->y_px = top;
  mark->glyph_y_px = top + (style->row_h_px - content_h) / 2;
  mark->bar_y_px = mark->glyph_y_px + style->mark_px + 2;
}

static void
append_lane (SlTimelineLayout *self,
             const Context    *context,
             const Lane       *lane)
{
  SlLaneBox box = {
    .title = sl_lanes_get_title (context->lanes, lane->lane),
    .y_px = self->height_px,
    .header_h_px = get_header_h (context, lane->lane),
    .rows = lane->rows,
    .count = sl_lanes_count (context->lanes, lane->lane),
    .first_mark = self->marks->len,
    .n_marks = lane->marks->len,
  };

  for (guint i = 0; i < lane->marks->len; i++)
    set_heights (context, &g_array_index (lane->marks, SlTimelineMark, i), box.y_px + box.header_h_px);
  if (lane->marks->len > 0)
    g_array_append_vals (self->marks, lane->marks->data, lane->marks->len);

  box.h_px = box.header_h_px + lane->rows * context->style->row_h_px + context->style->lane_gap_px;
  self->height_px += box.h_px;
  g_array_append_val (self->lanes, box);
}

/* How many rows all lanes together may have. */
static guint
count_shared_rows (const Context *context,
                   guint          undated_rows)
{
  guint n_lanes = sl_lanes_get_n_lanes (context->lanes);
  double taken = n_lanes * context->style->lane_gap_px;

  for (guint i = 0; i < n_lanes; i++)
    taken += get_header_h (context, i);
  if (undated_rows > 0)
    taken += context->style->header_h_px + context->style->lane_gap_px + undated_rows * context->style->row_h_px;

  return (guint) (MAX (context->style->height_px - taken, 0) / context->style->row_h_px);
}

/* Shares the rows out evenly; what lanes leave over goes to those which could do with more. */
static void
lay_out_lanes (const Context *context,
               Lane          *lanes,
               guint          undated_rows)
{
  guint n_lanes = sl_lanes_get_n_lanes (context->lanes);
  guint shared = count_shared_rows (context, undated_rows);
  guint limit = context->style->height_px > 0 ? CLAMP (shared / n_lanes, MIN_SHARED_ROWS, MAX_SHARED_ROWS) : CLAMP (context->style->max_rows, 1, MAX_SHARED_ROWS);
  guint used = 0;
  guint crowded = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      /* One row is kept for clusters. */
      lay_out_lane (&lanes[i], MAX (limit - 1, 1));
      used += lanes[i].rows;
      crowded += lanes[i].crowded;
    }

  if (context->style->height_px <= 0 || crowded == 0 || used + crowded > shared)
    return;
  limit = MIN (limit + (shared - used) / crowded, MAX_SHARED_ROWS);
  for (guint i = 0; i < n_lanes; i++)
    {
      if (lanes[i].crowded)
        lay_out_lane (&lanes[i], MAX (limit - 1, 1));
    }
}

/* Cells so wide, and so few marks in each, that all lanes together stay below the limit. */
static Context
make_context (SlLanes               *lanes,
              SlTimeScale            scale,
              const SlTimelineStyle *style)
{
  Context context = { .lanes = lanes, .style = style, .scale = scale };
  double budget = MAX (style->max_marks, 16) / (double) (sl_lanes_get_n_lanes (lanes) + 1);
  double cells;

  /* Cells before the view count too when their labels reach into it. */
  context.cell_px = MAX (style->cluster_px, 2 * (scale.width_px + style->label_max_px) / MAX (budget, 1));
  cells = ceil ((scale.width_px + style->label_max_px) / context.cell_px) + 2;
  context.per_cell = (guint) CLAMP (budget / cells - 1, 1, MAX_SHARED_ROWS);
  return context;
}

/**
 * sl_timeline_layout_new:
 * @lanes: the items
 * @scale: the part of time in view
 * @style: measures
 *
 * Lays a view out. The same input gives the same layout.
 *
 * The work depends on what is in and around the view, not on the number of items: items that find
 * no room are counted in logarithmic steps and drawn as clusters.
 *
 * Returns: (transfer full): the layout
 */
SlTimelineLayout *
sl_timeline_layout_new (SlLanes               *lanes,
                        SlTimeScale            scale,
                        const SlTimelineStyle *style)
{
  SlTimelineLayout *self = g_new0 (SlTimelineLayout, 1);
  Context context = make_context (lanes, scale, style);
  guint n_lanes = sl_lanes_get_n_lanes (lanes);
  g_autofree Lane *parts = g_new0 (Lane, n_lanes + 1);

  self->scale = scale;
  self->marks = g_array_new (FALSE, FALSE, sizeof (SlTimelineMark));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (SlLaneBox));
  self->has_undated = sl_lanes_count (lanes, n_lanes) > 0;

  for (guint i = 0; i <= n_lanes; i++)
    parts[i] = (Lane) { .context = &context, .lane = i };
  parts[n_lanes].marks = g_array_new (FALSE, FALSE, sizeof (SlTimelineMark));
  if (self->has_undated)
    parts[n_lanes].rows = sl_timeline_undated_flow (lanes, style, scale.width_px, context.cell_px, parts[n_lanes].marks);
  lay_out_lanes (&context, parts, parts[n_lanes].rows);

  for (guint i = 0; i < n_lanes + self->has_undated; i++)
    append_lane (self, &context, &parts[i]);
  for (guint i = 0; i <= n_lanes; i++)
    clear_lane (&parts[i]);
  return self;
}

void
sl_timeline_layout_free (SlTimelineLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_array_unref (self->lanes);
  g_free (self);
}

/* How far a point is from a range; 0 within. */
static double
distance (double at,
          double start,
          double length)
{
  return MAX (MAX (start - at, at - start - length), 0);
}

static int
hit_in_lane (const SlTimelineLayout *self,
             const SlLaneBox        *box,
             double                  x_px,
             double                  y_px,
             double                  slop_px)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = box->first_mark; i < box->first_mark + box->n_marks; i++)
    {
      const SlTimelineMark *mark = sl_timeline_layout_get_mark (self, i);
      double dx = distance (x_px, mark->x_px, mark->w_px);
      double dy = distance (y_px, mark->y_px, mark->h_px);

      if (dx <= slop_px && dy <= slop_px && dx + dy < nearest)
        {
          nearest = dx + dy;
          found = (int) i;
        }
    }
  return found;
}

/**
 * sl_timeline_layout_hit:
 * @x_px: from the left edge of the view
 * @y_px: from the top of the content
 * @slop_px: how far beside a mark still counts: more for fingers than for a mouse
 *
 * Returns: index of the mark at a point, the nearest if several; -1 if none
 */
int
sl_timeline_layout_hit (const SlTimelineLayout *self,
                        double                  x_px,
                        double                  y_px,
                        double                  slop_px)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const SlLaneBox *box = &g_array_index (self->lanes, SlLaneBox, i);

      if (y_px >= box->y_px && y_px < box->y_px + box->h_px)
        return hit_in_lane (self, box, x_px, y_px, slop_px);
    }
  return -1;
}

/**
 * sl_timeline_layout_find:
 * @lanes: what the layout was made from
 * @item: index of an item
 *
 * Returns: index of the mark that shows an item, by itself or in a cluster; -1 if it is out of view
 */
int
sl_timeline_layout_find (const SlTimelineLayout *self,
                         SlLanes                *lanes,
                         guint                   item)
{
  const SlTimelineItem *wanted = sl_lanes_get_item (lanes, item);
  guint n_lanes = sl_lanes_get_n_lanes (lanes);
  guint lane = wanted->dated ? MIN (wanted->lane, n_lanes - 1) : n_lanes;
  guint rank = sl_lanes_get_rank (lanes, item);
  int cluster = -1;

  if (lane >= self->lanes->len)
    return -1;

  const SlLaneBox *box = &g_array_index (self->lanes, SlLaneBox, lane);
  for (guint i = box->first_mark; i < box->first_mark + box->n_marks; i++)
    {
      const SlTimelineMark *mark = sl_timeline_layout_get_mark (self, i);

      if (mark->kind != SL_MARK_CLUSTER && mark->item == item)
        return (int) i;
      if (mark->kind == SL_MARK_CLUSTER && mark->first_rank <= rank && rank < mark->end_rank)
        cluster = (int) i;
    }
  return cluster;
}
