/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "timeline/sl-ticks.h"
#include "ui/sl-glyph.h"
#include "ui/sl-palette.h"

#define UPPER_MIDDLE_PX 13.0
#define LOWER_MIDDLE_PX 33.0
#define LOWER_TOP_PX 24.0
#define CORNER_PX 6.0f

/* What is drawn with; made once a frame. */
typedef struct
{
  SlCanvas    *canvas;
  GtkSnapshot *snapshot;
  GdkRGBA      text;
  GdkRGBA      dim;
  GdkRGBA      line;
  GdkRGBA      accent;
  GdkRGBA      contested;
} Brush;

static Brush
make_brush (SlCanvas    *self,
            GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  Brush brush = { self, snapshot };

  gtk_widget_get_color (widget, &brush.text);
  brush.dim = sl_palette_faded (brush.text, high_contrast ? 0.9f : 0.65f);
  brush.line = sl_palette_faded (brush.text, high_contrast ? 0.5f : 0.12f);
  brush.accent = sl_palette_accent (widget);
  brush.contested = sl_palette_contested (widget);
  return brush;
}

static void
rectangle (const Brush   *brush,
           const GdkRGBA *colour,
           double         x,
           double         y,
           double         width,
           double         height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (brush->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
rounded (const Brush   *brush,
         const GdkRGBA *colour,
         double         x,
         double         y,
         double         width,
         double         height)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), MIN (CORNER_PX, height / 2));
  gtk_snapshot_push_rounded_clip (brush->snapshot, &outline);
  rectangle (brush, colour, x, y, width, height);
  gtk_snapshot_pop (brush->snapshot);
}

static void
frame (const Brush   *brush,
       const GdkRGBA *colour,
       float          line_px,
       double         x,
       double         y,
       double         width,
       double         height)
{
  const float widths[4] = { line_px, line_px, line_px, line_px };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), MIN (CORNER_PX, height / 2));
  gtk_snapshot_append_border (brush->snapshot, &outline, widths, colours);
}

static void
draw_cells (const Brush     *brush,
            const SlTickRow *row,
            double           middle_px,
            double           top_px,
            const GdkRGBA   *colour)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const SlTick *tick = &g_array_index (row->cells, SlTick, i);
      g_autofree char *label = sl_ticks_label (row, tick);
      const double room = tick->x_px + tick->w_px - tick->label_x_px - 4;
      const double width = sl_label_cache_measure (label, brush->canvas->labels);

      rectangle (brush, &brush->line, floor (tick->x_px), top_px, 1, SL_CANVAS_RULER_PX - top_px);
      if (width <= room)
        sl_label_cache_append (brush->canvas->labels, brush->snapshot, label, width, colour, tick->label_x_px, middle_px);
    }
}

static void
draw_grid (const Brush     *brush,
           const SlTickRow *row,
           double           height)
{
  const GdkRGBA faint = sl_palette_faded (brush->line, 0.6f);

  for (guint i = 0; i < row->cells->len; i++)
    rectangle (brush, &faint, floor (g_array_index (row->cells, SlTick, i).x_px), SL_CANVAS_RULER_PX, 1, height - SL_CANVAS_RULER_PX);
}

static void
draw_spans (const Brush      *brush,
            const SlTimeSpan *spans,
            guint             n_spans,
            const GdkRGBA    *colour,
            double            y,
            double            height)
{
  const SlTimeScale scale = brush->canvas->scale;

  for (guint i = 0; i < n_spans; i++)
    {
      const double start = MAX (0, sl_time_scale_to_px (scale, spans[i].start));
      const double end = MIN (scale.width_px, sl_time_scale_to_px (scale, spans[i].end));

      rectangle (brush, colour, start, y, end - start, height);
    }
}

/* Bursts are a band of accent under the ruler's labels; gaps are a break in its base line. */
static void
draw_gaps_and_bursts (const Brush *brush)
{
  SlLanes *lanes = sl_canvas_lanes (brush->canvas);
  guint n_spans = 0;
  const GdkRGBA burst = sl_palette_faded (brush->accent, 0.75f);
  const GdkRGBA gap = sl_palette_faded (brush->text, 0.05f);
  const SlTimeSpan *spans = NULL;
  const double below = gtk_widget_get_height (GTK_WIDGET (brush->canvas)) - SL_CANVAS_RULER_PX;

  if (lanes == NULL)
    return;
  spans = sl_lanes_get_gaps (lanes, &n_spans);
  draw_spans (brush, spans, n_spans, &gap, SL_CANVAS_RULER_PX, below);
  spans = sl_lanes_get_bursts (lanes, &n_spans);
  draw_spans (brush, spans, n_spans, &burst, SL_CANVAS_RULER_PX - 3, 3);
}

static GskRenderNode *
draw_ruler (SlCanvas *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const Brush brush = make_brush (self, snapshot);
  g_autoptr (SlTicks) ticks = sl_ticks_new (self->scale, 64, 8);
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  draw_gaps_and_bursts (&brush);
  draw_grid (&brush, &ticks->lower, height);
  draw_cells (&brush, &ticks->upper, UPPER_MIDDLE_PX, 6, &brush.text);
  draw_cells (&brush, &ticks->lower, LOWER_MIDDLE_PX, LOWER_TOP_PX, &brush.dim);
  for (guint i = 0; i < ticks->minor.cells->len; i++)
    rectangle (&brush, &brush.line, floor (g_array_index (ticks->minor.cells, SlTick, i).x_px), SL_CANVAS_RULER_PX - 4, 1, 4);
  rectangle (&brush, &brush.line, 0, SL_CANVAS_RULER_PX - 1, self->scale.width_px, 1);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_fade (const Brush   *brush,
           const GdkRGBA *colour,
           double         x,
           double         y,
           double         width,
           double         height,
           gboolean       from_left)
{
  const GdkRGBA none = sl_palette_faded (*colour, 0);
  const GskColorStop stops[2] = { { 0, from_left ? none : *colour }, { 1, from_left ? *colour : none } };

  gtk_snapshot_append_linear_gradient (brush->snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                                       &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + width, y), stops, 2);
}

/* The firm core is solid; what is only possible is pale; what has no known end fades out. */
static void
draw_bar (const Brush           *brush,
          const SlTimelineMark  *mark,
          const SlTimelineStyle *style,
          const GdkRGBA         *colour)
{
  const GdkRGBA soft = sl_palette_faded (*colour, 0.35f);
  double x = mark->bar_x_px;
  double width = mark->bar_w_px;
  const double tail = MIN (style->tail_px, width / 2);

  if (width <= 0)
    return;
  if (mark->open_start)
    {
      draw_fade (brush, &soft, x, mark->bar_y_px, tail, style->bar_h_px, TRUE);
      x += tail;
      width -= tail;
    }
  if (mark->open_end)
    {
      draw_fade (brush, &soft, x + width - tail, mark->bar_y_px, tail, style->bar_h_px, FALSE);
      width -= tail;
    }
  rectangle (brush, &soft, x, mark->bar_y_px, width, style->bar_h_px);
  rectangle (brush, colour, mark->core_x_px, mark->bar_y_px, mark->core_w_px, style->bar_h_px);
}

static void
draw_cluster (const Brush           *brush,
              const SlTimelineMark  *mark,
              const SlTimelineStyle *style)
{
  const GdkRGBA fill = sl_palette_faded (brush->text, 0.12f);
  g_autofree char *count = g_strdup_printf ("%u", mark->count);
  const double width = sl_label_cache_measure (count, brush->canvas->labels);
  const double pill_h = style->mark_px + 4;
  const double y = mark->glyph_y_px - 2;

  rounded (brush, &fill, mark->glyph_x_px, y, mark->glyph_w_px, pill_h);
  sl_label_cache_append (brush->canvas->labels, brush->snapshot, count, width, &brush->text,
                         mark->glyph_x_px + (mark->glyph_w_px - width) / 2, y + pill_h / 2);
}

static void
draw_item (const Brush           *brush,
           const SlTimelineMark  *mark,
           const SlTimelineStyle *style)
{
  const SlTimelineItem *item = sl_lanes_get_item (sl_canvas_lanes (brush->canvas), mark->item);
  const GdkRGBA colour = sl_palette_confidence (GTK_WIDGET (brush->canvas), item->confidence);

  draw_bar (brush, mark, style, &colour);
  gtk_snapshot_save (brush->snapshot);
  gtk_snapshot_translate (brush->snapshot, &GRAPHENE_POINT_INIT ((float) mark->glyph_x_px, (float) mark->glyph_y_px));
  sl_glyph_snapshot (brush->snapshot, item->confidence, item->contested, &colour, &brush->contested, style->mark_px);
  gtk_snapshot_restore (brush->snapshot);
  sl_label_cache_append (brush->canvas->labels, brush->snapshot, item->title, mark->label_w_px, &brush->text,
                         mark->label_x_px, mark->glyph_y_px + style->mark_px / 2);
}

static void
draw_lane_heading (const Brush     *brush,
                   const SlLaneBox *lane,
                   gboolean         undated)
{
  const char *title = undated ? C_ ("lane", "Undated") : lane->title;
  const double width = brush->canvas->scale.width_px;

  if (lane->y_px > 0)
    rectangle (brush, &brush->line, 0, lane->y_px, width, 1);
  if (title == NULL || lane->header_h_px <= 0)
    return;
  sl_label_cache_append (brush->canvas->labels, brush->snapshot, title,
                         MIN (width - 24, sl_label_cache_measure (title, brush->canvas->labels)),
                         &brush->dim, 12, lane->y_px + lane->header_h_px / 2 + 2);
}

static GskRenderNode *
draw_marks (SlCanvas               *self,
            const SlTimelineLayout *layout)
{
  const SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const Brush brush = make_brush (self, snapshot);

  for (guint i = 0; i < layout->lanes->len; i++)
    draw_lane_heading (&brush, &g_array_index (layout->lanes, SlLaneBox, i), layout->has_undated && i + 1 == layout->lanes->len);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SlTimelineMark *mark = sl_timeline_layout_get_mark (layout, i);

      if (mark->kind == SL_MARK_CLUSTER)
        draw_cluster (&brush, mark, &style);
      else
        draw_item (&brush, mark, &style);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

/* Under the marks, so that hovering and selecting damages only its own rectangle. */
static void
draw_highlights (const Brush            *brush,
                 const SlTimelineLayout *layout)
{
  SlCanvas *self = brush->canvas;
  const GdkRGBA hover = sl_palette_faded (brush->text, 0.07f);
  const GdkRGBA selected = sl_palette_faded (brush->accent, 0.18f);
  const int at = self->cursor >= 0 ? sl_timeline_layout_find (layout, sl_canvas_lanes (self), self->cursor) : -1;
  const SlTimelineMark *mark = NULL;

  if (self->hover >= 0 && self->hover < (int) layout->marks->len && self->hover != at)
    {
      mark = sl_timeline_layout_get_mark (layout, self->hover);
      rounded (brush, &hover, mark->x_px - 4, mark->y_px + 1, mark->w_px + 8, mark->h_px - 2);
    }
  if (at < 0)
    return;
  mark = sl_timeline_layout_get_mark (layout, at);
  rounded (brush, &selected, mark->x_px - 4, mark->y_px + 1, mark->w_px + 8, mark->h_px - 2);
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    frame (brush, &brush->accent, 2, mark->x_px - 4, mark->y_px + 1, mark->w_px + 8, mark->h_px - 2);
}

static void
draw_content (SlCanvas    *self,
              GtkSnapshot *snapshot)
{
  const SlTimelineLayout *layout = sl_canvas_ensure_layout (self);
  const Brush brush = make_brush (self, snapshot);
  const float width = gtk_widget_get_width (GTK_WIDGET (self));
  const float height = gtk_widget_get_height (GTK_WIDGET (self)) - SL_CANVAS_RULER_PX;

  if (layout == NULL || height < 1)
    return;
  if (self->marks == NULL)
    self->marks = draw_marks (self, layout);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, SL_CANVAS_RULER_PX, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, SL_CANVAS_RULER_PX - (float) self->scroll_px));
  draw_highlights (&brush, layout);
  if (self->marks != NULL)
    gtk_snapshot_append_node (snapshot, self->marks);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
sl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  SlCanvas *self = SL_CANVAS (widget);

  if (self->scale.width_px < 1 || self->scale.s_per_px <= 0)
    return;
  if (self->ruler == NULL)
    self->ruler = draw_ruler (self);
  if (self->ruler != NULL)
    gtk_snapshot_append_node (snapshot, self->ruler);
  draw_content (self, snapshot);
}
