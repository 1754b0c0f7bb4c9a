/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-overview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "timeline/sl-time-scale.h"
#include "ui/sl-palette.h"

#define HEIGHT_PX 40
#define COLUMN_PX 3
#define MARGIN_PX 12.0

struct _SlOverview
{
  GtkWidget parent_instance;

  SlLanes *lanes;    /* (owned) (nullable) */
  gint64   start;    /* of the brush */
  gint64   end;
  double   grip_px;  /* where in the brush it is held */
};

static guint range_picked_signal;

G_DEFINE_FINAL_TYPE (SlOverview, sl_overview, GTK_TYPE_WIDGET)

/* FALSE when there is no dated event. */
static gboolean
get_scale (SlOverview  *self,
           SlTimeScale *scale)
{
  gint64 earliest;
  gint64 latest;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->lanes == NULL || width < 1 || !sl_lanes_get_extent (self->lanes, &earliest, &latest))
    return FALSE;
  *scale = sl_time_scale_fit (earliest, latest, width, MARGIN_PX);
  return TRUE;
}

static void
draw_density (SlOverview  *self,
              GtkSnapshot *snapshot,
              SlTimeScale  scale)
{
  const guint n_columns = MAX (1, (guint) (scale.width_px / COLUMN_PX));
  g_autofree guint *counts = g_new0 (guint, n_columns);
  guint most = 1;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour = sl_palette_faded (colour, 0.55f);
  sl_lanes_density (self->lanes, sl_time_scale_get_start (scale), sl_time_scale_get_end (scale), counts, n_columns);
  for (guint i = 0; i < n_columns; i++)
    most = MAX (most, counts[i]);
  for (guint i = 0; i < n_columns; i++)
    {
      const float height = counts[i] > 0 ? MAX (4.0f, (HEIGHT_PX - 12.0f) * counts[i] / most) : 0;
      const float x = (float) (i * scale.width_px / n_columns);

      if (height > 0)
        gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, HEIGHT_PX - 4 - height, COLUMN_PX - 1, height));
    }
}

static void
draw_brush (SlOverview  *self,
            GtkSnapshot *snapshot,
            SlTimeScale  scale)
{
  const GdkRGBA accent = sl_palette_accent (GTK_WIDGET (self));
  const GdkRGBA fill = sl_palette_faded (accent, 0.14f);
  const float start = CLAMP (sl_time_scale_to_px (scale, self->start), 0, scale.width_px);
  const float end = CLAMP (sl_time_scale_to_px (scale, self->end), 0, scale.width_px);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (start, 1, MAX (4, end - start), HEIGHT_PX - 2);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.5f, 1.5f, 1.5f, 1.5f }, (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
sl_overview_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  SlOverview *self = SL_OVERVIEW (widget);
  SlTimeScale scale;

  if (!get_scale (self, &scale))
    return;
  draw_density (self, snapshot, scale);
  if (self->start < self->end)
    draw_brush (self, snapshot, scale);
}

static void
sl_overview_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT_PX : 100;
  *natural = *minimum;
}

/* Puts the brush so that what is held stays under the pointer. */
static void
pick (SlOverview *self,
      double      x)
{
  SlTimeScale scale;
  const gint64 length = self->end - self->start;
  gint64 start = 0;

  if (!get_scale (self, &scale) || length <= 0)
    return;
  start = sl_time_scale_to_seconds (scale, x - self->grip_px);
  g_signal_emit (self, range_picked_signal, 0, start, start + length);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               SlOverview     *self)
{
  SlTimeScale scale;
  double left = 0;
  double right = 0;

  if (!get_scale (self, &scale))
    return;
  left = sl_time_scale_to_px (scale, self->start);
  right = sl_time_scale_to_px (scale, self->end);
  self->grip_px = x >= left && x <= right ? x - left : (right - left) / 2;
  pick (self, x);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                SlOverview     *self)
{
  double x = 0;

  if (gtk_gesture_drag_get_start_point (gesture, &x, NULL))
    pick (self, x + offset_x);
}

static void
sl_overview_dispose (GObject *object)
{
  g_clear_pointer (&SL_OVERVIEW (object)->lanes, sl_lanes_unref);
  G_OBJECT_CLASS (sl_overview_parent_class)->dispose (object);
}

static void
sl_overview_class_init (SlOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_overview_dispose;
  widget_class->snapshot = sl_overview_snapshot;
  widget_class->measure = sl_overview_measure;
  range_picked_signal = g_signal_new ("range-picked", SL_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_overview_init (SlOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  AdwStyleManager *styles = adw_style_manager_get_default ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All events over time"), -1);
}

/**
 * sl_overview_set_lanes:
 * @lanes: (nullable): all events
 */
void
sl_overview_set_lanes (SlOverview *self,
                       SlLanes    *lanes)
{
  g_return_if_fail (SL_IS_OVERVIEW (self));
  g_clear_pointer (&self->lanes, sl_lanes_unref);
  self->lanes = lanes != NULL ? sl_lanes_ref (lanes) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sl_overview_set_range:
 * @start: first second that the timeline shows
 * @end: one past the last
 */
void
sl_overview_set_range (SlOverview *self,
                       gint64      start,
                       gint64      end)
{
  g_return_if_fail (SL_IS_OVERVIEW (self));
  if (self->start == start && self->end == end)
    return;
  self->start = start;
  self->end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
