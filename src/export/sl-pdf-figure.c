/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-glyph.h"
#include "export/sl-pdf-parts.h"

#include "timeline/sl-ticks.h"
#include "timeline/sl-timeline-layout.h"

#include <glib/gi18n-lib.h>

/* More events than this get an overview, and then a page for each so many. */
#define EVENTS_A_PAGE 26
#define MAX_PARTS 40

#define DAY_S 86400.0

/* So few may have longer labels. */
#define FEW_EVENTS 10

/* Room for half a glyph on the left, and for the label of the last event on the right. */
#define LEFT_ROOM 14.0
#define RIGHT_ROOM 170.0

#define AXIS_H 30.0
#define ROW_H 19.0
#define BAND_HEAD_H 40.0
#define LANE_GAP 10.0

/* Rows beyond one for each event: for clusters, and to be on the safe side of rounding. */
#define SPARE_ROWS 2
#define MAX_BAND_ROWS 16
#define STRIP_H 34.0
#define STRIP_COLUMN 4.0

typedef struct
{
  SlPdfParts       *parts;    /* (unowned) */
  GArray           *items;    /* (owned) SlTimelineItem: the dated events in time order, then the undated ones; ids are numbers of events */
  guint             n_dated;
  GPtrArray        *titles;   /* (owned) by number of event: number and title */
  GPtrArray        *numbers;  /* (owned) by number of event */
  gboolean          brief;    /* labels are numbers alone */
  SlLanes          *lanes;    /* (owned): of what is on the page */
  SlTimeScale       scale;
  double            x;
  double            y;        /* upper edge of the marks */
  double            h;
  SlTimelineLayout *layout;   /* (owned) */
} Figure;

static void
figure_clear_page (Figure *figure)
{
  g_clear_pointer (&figure->lanes, sl_lanes_unref);
  g_clear_pointer (&figure->layout, sl_timeline_layout_free);
}

static void
collect_items (Figure *figure)
{
  const SlReport *report = figure->parts->report;

  figure->items = g_array_new (FALSE, FALSE, sizeof (SlTimelineItem));
  figure->titles = g_ptr_array_new_with_free_func (g_free);
  figure->numbers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, i);
      char *title = g_strdup_printf ("%u  %s", i + 1, event->title);
      SlTimelineItem item = sl_timeline_item_new (i + 1, title, event->when, event->confidence, event->contested, 0);

      g_ptr_array_add (figure->titles, title);
      g_ptr_array_add (figure->numbers, g_strdup_printf ("%u", i + 1));
      figure->n_dated += item.dated;
      g_array_append_val (figure->items, item);
    }
}

static double
measure_label (const char *text,
               gpointer    data)
{
  g_autoptr (SlPdfText) label = sl_pdf_text_new ();
  double width, height;

  sl_pdf_text_add (label, SL_PDF_STYLE_FIGURE, text);
  sl_pdf_pen_measure_line (data, label, &width, &height);
  return width + 1;
}

static const SlTimelineItem *
get_last_dated (Figure *figure)
{
  return sl_lanes_get_item (figure->lanes, (guint) sl_lanes_step (figure->lanes, -1, (int) sl_lanes_get_n_dated (figure->lanes)));
}

/* The last moment drawn: the latest end, but what lasts much longer than the rest runs out of the view. */
static double
find_end (Figure *figure,
          double  start,
          double  last_anchor)
{
  double shortest = G_MAXDOUBLE;
  double end = last_anchor;
  double limit;

  for (guint i = 0; i < sl_lanes_get_n_items (figure->lanes); i++)
    {
      const SlTimelineItem *item = sl_lanes_get_item (figure->lanes, i);

      if (item->dated && item->earliest != SL_TIME_MIN && item->latest != SL_TIME_MAX)
        shortest = MIN (shortest, (double) (item->latest - item->earliest));
    }
  limit = last_anchor + MAX ((last_anchor - start) / 3, shortest < G_MAXDOUBLE ? 1.2 * shortest : 0);

  for (guint i = 0; i < sl_lanes_get_n_items (figure->lanes); i++)
    {
      const SlTimelineItem *item = sl_lanes_get_item (figure->lanes, i);

      if (item->dated && item->latest != SL_TIME_MAX)
        end = MAX (end, MIN ((double) item->latest, limit));
    }
  return end;
}

/* What the label of the last event takes. */
static double
get_right_room (Figure *figure)
{
  if (figure->brief)
    return 2 * LEFT_ROOM;
  return MIN (LEFT_ROOM + measure_label (get_last_dated (figure)->title, figure->parts->pen), 1.3 * RIGHT_ROOM);
}

static SlTimeScale
choose_scale (Figure *figure,
              double  width)
{
  int first = sl_lanes_step (figure->lanes, -1, 1);
  double start = (double) sl_timeline_item_get_anchor (sl_lanes_get_item (figure->lanes, first));
  double anchor = (double) sl_timeline_item_get_anchor (get_last_dated (figure));
  double end = find_end (figure, start, anchor);
  SlTimeScale scale = { .width_px = width };

  /* Room for the last label beside the last glyph, and for the last bar. */
  scale.s_per_px = MAX (MAX (anchor - start, DAY_S) / (width - LEFT_ROOM - get_right_room (figure)), (end - start) / (width - 2 * LEFT_ROOM));
  scale.start_s = start - LEFT_ROOM * scale.s_per_px;
  return scale;
}

static void
set_labels (Figure *figure)
{
  for (guint i = 0; i < figure->items->len; i++)
    {
      SlTimelineItem *item = &g_array_index (figure->items, SlTimelineItem, i);

      item->title = g_ptr_array_index (figure->brief ? figure->numbers : figure->titles, item->id - 1);
    }
}

static void
lay_out (Figure *figure,
         guint   from,
         guint   to)
{
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  SlPdfPen *pen = figure->parts->pen;

  /* Few events get more air. */
  style.row_h_px = CLAMP ((figure->h - LANE_GAP) / (to - from + SPARE_ROWS), ROW_H, 1.5 * ROW_H);
  style.mark_px = 9;
  style.bar_h_px = 2.5;
  style.label_gap_px = 4;
  style.label_min_px = figure->brief ? 6 : 30;
  style.label_max_px = (to - from <= FEW_EVENTS ? 2 : 1.5) * RIGHT_ROOM;
  style.cluster_px = 30;
  style.tail_px = 26;
  style.header_h_px = 20;
  style.lane_gap_px = LANE_GAP;
  style.height_px = figure->h;
  style.measure = measure_label;
  style.measure_data = pen;

  figure->lanes = sl_lanes_new (&g_array_index (figure->items, SlTimelineItem, from), to - from, NULL, 1);
  figure->scale = choose_scale (figure, sl_pdf_pen_get_width (pen));
  figure->layout = sl_timeline_layout_new (figure->lanes, figure->scale, &style);
  figure->h = MIN (figure->h, g_array_index (figure->layout->lanes, SlLaneBox, 0).h_px);
}

static void
write_tick_label (Figure          *figure,
                  const SlTickRow *row,
                  const SlTick    *tick,
                  double           y)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  g_autofree char *label = sl_ticks_label (row, tick);
  double right = MIN (tick->x_px + tick->w_px, figure->scale.width_px);
  double width, height;

  sl_pdf_text_add (text, row->upper ? SL_PDF_STYLE_FIGURE_STRONG : SL_PDF_STYLE_FIGURE, label);
  sl_pdf_pen_measure_line (figure->parts->pen, text, &width, &height);
  if (tick->label_x_px + width + 4 > right)
    return;
  sl_pdf_pen_write_at (figure->parts->pen, text, figure->x + tick->label_x_px + 3, y, width + 1, PANGO_ALIGN_LEFT);
}

static void
draw_tick_line (Figure *figure,
                double  x_px,
                double  top,
                double  grey)
{
  cairo_t *cr = sl_pdf_pen_get_cairo (figure->parts->pen);

  if (x_px < 0 || x_px > figure->scale.width_px)
    return;
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, figure->x + x_px, top, 0.4, figure->y + figure->h - top);
  cairo_fill (cr);
}

static void
draw_axis (Figure *figure)
{
  g_autoptr (SlTicks) ticks = sl_ticks_new (figure->scale, 44, 7);
  double top = figure->y - AXIS_H;

  for (guint i = 0; i < ticks->lower.cells->len; i++)
    {
      const SlTick *tick = &g_array_index (ticks->lower.cells, SlTick, i);

      draw_tick_line (figure, tick->x_px, figure->y - 14, 0.89);
      write_tick_label (figure, &ticks->lower, tick, figure->y - 14);
    }
  for (guint i = 0; i < ticks->upper.cells->len; i++)
    {
      const SlTick *tick = &g_array_index (ticks->upper.cells, SlTick, i);

      draw_tick_line (figure, tick->x_px, top, 0.72);
      write_tick_label (figure, &ticks->upper, tick, top);
    }
}

/* Of a quarter of a bar: even, or a stair towards the unknown end. */
static double
get_shade (const SlTimelineMark *mark,
           guint                 quarter)
{
  if (mark->open_end)
    return 0.55 + 0.11 * quarter;
  return mark->open_start ? 0.88 - 0.11 * quarter : 0.7;
}

/* Pale over all that is possible, full over what is certain. An unknown end fades out. */
static void
draw_bar (Figure               *figure,
          const SlTimelineMark *mark,
          SlConfidence          confidence)
{
  cairo_t *cr = sl_pdf_pen_get_cairo (figure->parts->pen);
  double x = figure->x + MAX (mark->bar_x_px, 0);
  double end = figure->x + MIN (mark->bar_x_px + mark->bar_w_px, figure->scale.width_px);
  double y = figure->y + mark->bar_y_px;

  if (mark->bar_w_px <= 0 || end <= x)
    return;
  for (guint step = 0; step < 4; step++)
    {
      double grey = get_shade (mark, step);

      cairo_set_source_rgb (cr, grey, grey, grey + 0.02);
      cairo_rectangle (cr, x + (end - x) * step / 4, y, (end - x) / 4, 2.5);
      cairo_fill (cr);
    }
  if (mark->core_w_px <= 0)
    return;
  x = figure->x + MAX (mark->core_x_px, 0);
  end = figure->x + MIN (mark->core_x_px + mark->core_w_px, figure->scale.width_px);
  sl_pdf_glyph_set_colour (cr, confidence);
  cairo_rectangle (cr, x, y, MAX (end - x, 0), 2.5);
  cairo_fill (cr);
}

static void
draw_cluster (Figure               *figure,
              const SlTimelineMark *mark)
{
  cairo_t *cr = sl_pdf_pen_get_cairo (figure->parts->pen);
  g_autoptr (SlPdfText) count = sl_pdf_text_new ();

  cairo_set_source_rgb (cr, 0.88, 0.9, 0.93);
  cairo_rectangle (cr, figure->x + mark->glyph_x_px, figure->y + mark->glyph_y_px - 1, mark->glyph_w_px, 12);
  cairo_fill (cr);
  sl_pdf_text_printf (count, SL_PDF_STYLE_FIGURE_STRONG, "%u", mark->count);
  sl_pdf_pen_write_at (figure->parts->pen, count, figure->x + mark->glyph_x_px, figure->y + mark->glyph_y_px, mark->glyph_w_px, PANGO_ALIGN_CENTER);
}

static void
draw_label (Figure               *figure,
            const SlTimelineMark *mark,
            const char           *title,
            double                width)
{
  SlPdfPen *pen = figure->parts->pen;
  cairo_t *cr = sl_pdf_pen_get_cairo (pen);
  g_autoptr (SlPdfText) label = sl_pdf_text_new ();

  /* Paper under the label, so that no line of the ruler runs through it. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, figure->x + mark->label_x_px - 1, figure->y + mark->glyph_y_px - 0.5, width + 2, 10.5);
  cairo_fill (cr);
  sl_pdf_text_add (label, SL_PDF_STYLE_FIGURE, title);
  sl_pdf_pen_write_at (pen, label, figure->x + mark->label_x_px, figure->y + mark->glyph_y_px - 0.5, width + 0.5, PANGO_ALIGN_LEFT);
}

static void
draw_mark (Figure               *figure,
           const SlTimelineMark *mark)
{
  SlPdfPen *pen = figure->parts->pen;
  const SlTimelineItem *item = sl_lanes_get_item (figure->lanes, mark->item);
  g_autofree char *name = sl_pdf_name_event ((guint) item->id - 1);
  double left = MAX (mark->x_px, 0);
  double right = MIN (mark->x_px + mark->w_px, figure->scale.width_px);
  double label_w = MIN (mark->label_w_px, figure->scale.width_px - mark->label_x_px);
  SlPdfRect rect = { figure->x + left, figure->y + mark->y_px, right - left, mark->h_px };

  if (right <= left)
    return;
  if (mark->kind == SL_MARK_CLUSTER)
    draw_cluster (figure, mark);
  else
    {
      draw_bar (figure, mark, item->confidence);
      sl_pdf_glyph_draw (sl_pdf_pen_get_cairo (pen), item->confidence, item->contested, figure->x + mark->glyph_x_px, figure->y + mark->glyph_y_px, mark->glyph_w_px);
    }
  if (label_w > 0)
    draw_label (figure, mark, item->title, label_w);
  sl_pdf_plan_add_link (sl_pdf_pen_get_plan (pen), sl_pdf_pen_get_page (pen), rect, name, g_ptr_array_index (figure->titles, item->id - 1));
}

/* Below the ruler, which does not hold for it: what has no date has no place in time. */
static void
write_undated_title (Figure *figure)
{
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();

  if (!figure->layout->has_undated)
    return;
  sl_pdf_text_add (title, SL_PDF_STYLE_FIGURE_STRONG, _ ("Undated"));
  sl_pdf_pen_write_at (figure->parts->pen, title, figure->x, figure->y + g_array_index (figure->layout->lanes, SlLaneBox, 1).y_px + 4, 200, PANGO_ALIGN_LEFT);
}

/* How many events fall where, over the whole of time. */
static void
draw_density (Figure *figure)
{
  cairo_t *cr = sl_pdf_pen_get_cairo (figure->parts->pen);
  guint n = (guint) (figure->scale.width_px / STRIP_COLUMN);
  g_autofree guint *counts = g_new (guint, n);
  double bottom = figure->y + figure->layout->height_px + STRIP_H;
  guint most = 1;

  sl_lanes_density (figure->lanes, sl_time_scale_get_start (figure->scale), sl_time_scale_get_end (figure->scale), counts, n);
  for (guint i = 0; i < n; i++)
    most = MAX (most, counts[i]);
  cairo_set_source_rgb (cr, 0.55, 0.6, 0.68);
  for (guint i = 0; i < n; i++)
    {
      double h = (STRIP_H - 8) * counts[i] / most;

      if (counts[i] > 0)
        cairo_rectangle (cr, figure->x + i * STRIP_COLUMN, bottom - MAX (h, 1), STRIP_COLUMN - 0.6, MAX (h, 1));
    }
  cairo_fill (cr);
}

/* Ruler and marks of the items from @from up to @to, from the pen's height downwards. */
static void
draw_band (Figure   *figure,
           guint     from,
           guint     to,
           gboolean  brief)
{
  SlPdfPen *pen = figure->parts->pen;

  figure->x = sl_pdf_pen_get_left (pen);
  figure->y = sl_pdf_pen_get_y (pen) + AXIS_H;
  figure->h = sl_pdf_pen_get_bottom (pen) - figure->y - (brief ? STRIP_H : 0);
  figure->brief = brief;
  set_labels (figure);
  lay_out (figure, from, to);
  draw_axis (figure);
  write_undated_title (figure);
  for (guint i = 0; i < figure->layout->marks->len; i++)
    draw_mark (figure, sl_timeline_layout_get_mark (figure->layout, i));
  if (brief)
    draw_density (figure);
  sl_pdf_pen_set_y (pen, figure->y + figure->layout->height_px);
  figure_clear_page (figure);
}

static void
write_heading (Figure     *figure,
               SlPdfStyle  style,
               const char *heading,
               const char *note)
{
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autoptr (SlPdfText) small = sl_pdf_text_new ();

  sl_pdf_text_add (title, style, heading);
  sl_pdf_pen_write (figure->parts->pen, title, 0, 1);
  sl_pdf_text_add (small, SL_PDF_STYLE_SMALL, note);
  sl_pdf_pen_write (figure->parts->pen, small, 0, 8);
}

static char *
describe_undated (const Figure *figure)
{
  guint undated = figure->items->len - figure->n_dated;
  g_autofree char *left_out = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event has no date and stands below.", "%u events have no date and stand below.", undated), undated);

  return g_strdup_printf ("%s %s", _ ("A mark stands at the earliest moment the evidence allows. A full bar is certain, a pale one possible; the number leads to the event."),
                          undated > 0 ? left_out : "");
}

/* One more part of the timeline: the items from @from up to @to, which are dated and in order. */
static void
write_part (Figure *figure,
            guint   part,
            guint   n_parts,
            guint   from,
            guint   to)
{
  const SlTimelineItem *first = &g_array_index (figure->items, SlTimelineItem, from);
  const SlTimelineItem *last = &g_array_index (figure->items, SlTimelineItem, to - 1);
  const SlReportEvent *first_event = g_ptr_array_index (figure->parts->report->events, first->id - 1);
  const SlReportEvent *last_event = g_ptr_array_index (figure->parts->report->events, last->id - 1);
  g_autofree char *first_when = sl_when_format (first_event->when);
  g_autofree char *last_when = sl_when_format (last_event->when);
  g_autofree char *heading = g_strdup_printf (_ ("Timeline, part %1$u of %2$u"), part + 1, n_parts);
  g_autofree char *range = to - from > 1 ? g_strdup_printf ("%s – %s", first_when, last_when) : g_strdup (first_when);
  g_autofree char *note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u event: %2$s", "%1$u events: %2$s", to - from), to - from, range);

  /* As if each event took a row of its own. */
  sl_pdf_pen_need (figure->parts->pen, BAND_HEAD_H + AXIS_H + LANE_GAP + ROW_H * (MIN (to - from, MAX_BAND_ROWS) + SPARE_ROWS));
  write_heading (figure, SL_PDF_STYLE_SUBHEADING, heading, note);
  draw_band (figure, from, to, FALSE);
  sl_pdf_pen_skip (figure->parts->pen, 14);
}

static double
get_anchor (Figure *figure,
            guint   item)
{
  return (double) sl_timeline_item_get_anchor (&g_array_index (figure->items, SlTimelineItem, item));
}

/*
 * Where the part ends that begins with @from: when the page is full, or before a gap that is long
 * beside what follows, which would stand in a heap at the edge otherwise.
 */
static guint
find_part_end (Figure *figure,
               guint   from)
{
  guint full = MIN (from + EVENTS_A_PAGE, figure->n_dated);

  for (guint to = from + 1; to < full; to++)
    {
      guint following = MIN (to + EVENTS_A_PAGE, figure->n_dated) - 1;
      double gap = get_anchor (figure, to) - get_anchor (figure, to - 1);

      if (gap > DAY_S && gap > (get_anchor (figure, following) - get_anchor (figure, to)) / 2 && following > to)
        return to;
    }
  return full;
}

/* Ends of all parts; in so many parts as an equal share takes if gaps would make too many. */
static GArray *
choose_parts (Figure *figure)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = 0; at < figure->n_dated && ends->len <= MAX_PARTS;)
    {
      at = find_part_end (figure, at);
      g_array_append_val (ends, at);
    }
  if (ends->len <= MAX_PARTS)
    return ends;

  g_array_set_size (ends, 0);
  for (guint part = 1; part <= MAX_PARTS; part++)
    {
      guint end = (guint) ((guint64) figure->n_dated * part / MAX_PARTS);

      g_array_append_val (ends, end);
    }
  return ends;
}

static void
write_parts (Figure *figure)
{
  g_autoptr (GArray) ends = choose_parts (figure);
  guint from = 0;

  sl_pdf_pen_begin_page (figure->parts->pen, SL_PDF_LANDSCAPE, _ ("Timeline"));
  for (guint part = 0; part < ends->len; part++)
    {
      guint to = g_array_index (ends, guint, part);

      write_part (figure, part, ends->len, from, to);
      from = to;
    }
}

static int
compare_items (const void *a,
               const void *b)
{
  const SlTimelineItem *x = a;
  const SlTimelineItem *y = b;
  gint64 x_anchor = sl_timeline_item_get_anchor (x);
  gint64 y_anchor = sl_timeline_item_get_anchor (y);

  if (x->dated != y->dated)
    return x->dated ? -1 : 1;
  if (x->dated && x_anchor != y_anchor)
    return x_anchor < y_anchor ? -1 : 1;
  return x->id < y->id ? -1 : 1;
}

static void
write_empty (SlPdfParts *parts)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  g_autoptr (SlPdfText) heading = sl_pdf_text_new ();

  sl_pdf_text_add (heading, SL_PDF_STYLE_HEADING, _ ("Timeline"));
  sl_pdf_pen_write (parts->pen, heading, 0, 12);
  sl_pdf_text_add (text, SL_PDF_STYLE_BODY, _ ("No event of this case has a date yet, so there is no timeline to draw."));
  sl_pdf_pen_write (parts->pen, text, 0, 0);
}

/**
 * sl_pdf_figure_write:
 *
 * Draws the dated events: on one page if they fit; else an overview, and then part after part.
 */
void
sl_pdf_figure_write (SlPdfParts *self)
{
  Figure figure = { .parts = self };
  g_autofree char *note = NULL;

  collect_items (&figure);
  g_array_sort (figure.items, compare_items);
  note = describe_undated (&figure);

  sl_pdf_pen_begin_page (self->pen, figure.n_dated > 0 ? SL_PDF_LANDSCAPE : SL_PDF_PORTRAIT, _ ("Timeline"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Timeline"), "timeline");
  if (figure.n_dated == 0)
    write_empty (self);
  else
    {
      write_heading (&figure, SL_PDF_STYLE_HEADING, _ ("Timeline"), note);
      draw_band (&figure, 0, figure.items->len, figure.n_dated > EVENTS_A_PAGE);
    }
  if (figure.n_dated > EVENTS_A_PAGE)
    write_parts (&figure);

  g_array_unref (figure.items);
  g_ptr_array_unref (figure.titles);
  g_ptr_array_unref (figure.numbers);
}
