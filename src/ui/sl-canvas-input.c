/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_MS 220
#define PAN_STEP_PX 80.0

/* A glide ends when it is slower than this. */
#define GLIDE_MIN_PX_S 20.0
/* How fast a glide is braked: after this time a third of its speed is left. */
#define GLIDE_S 0.32

static void
zoom_step_cb (double   progress,
              gpointer data)
{
  SlCanvas *self = data;

  sl_canvas_move_to (self, sl_time_scale_mix (self->zoom_from, self->zoom_to, progress));
}

/* Stops whatever moves by itself. */
void
sl_canvas_stop (SlCanvas *self)
{
  if (self->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide);
  self->glide = 0;
  if (self->zoom != NULL)
    adw_animation_reset (self->zoom);
  if (self->zoom != NULL)
    adw_animation_pause (self->zoom);
}

/* Goes there smoothly, or at once where the person wants no animation. */
void
sl_canvas_zoom_to (SlCanvas    *self,
                   SlTimeScale  scale)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      sl_canvas_move_to (self, scale);
      return;
    }
  self->zoom_from = self->scale;
  self->zoom_to = scale;
  adw_animation_play (self->zoom);
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  SlCanvas *self = SL_CANVAS (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double passed = (now - self->glide_time) / (double) G_USEC_PER_SEC;

  self->glide_time = now;
  self->glide_px_s *= exp (-passed / GLIDE_S);
  sl_canvas_move_to (self, sl_time_scale_panned (self->scale, self->glide_px_s * passed));
  if (fabs (self->glide_px_s) > GLIDE_MIN_PX_S)
    return G_SOURCE_CONTINUE;
  self->glide = 0;
  return G_SOURCE_REMOVE;
}

static void
glide (SlCanvas *self,
       double    px_s)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  sl_canvas_stop (self);
  if (clock == NULL || fabs (px_s) < GLIDE_MIN_PX_S || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->glide_px_s = px_s;
  self->glide_time = gdk_frame_clock_get_frame_time (clock);
  self->glide = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/* Ctrl zooms about the pointer; without it the wheel scrolls lanes where they overflow, and time elsewhere. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           SlCanvas                 *self)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  const double pace = wheel ? PAN_STEP_PX : 1;
  const double scrolled = self->scroll_px;

  sl_canvas_stop (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      sl_canvas_move_to (self, sl_time_scale_zoomed (self->scale, pow (SL_CANVAS_ZOOM_STEP, wheel ? -dy / 2 : -dy / 60), self->pointer_x));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) == 0 && dy != 0)
    sl_canvas_scroll_to (self, self->scroll_px + dy * pace);
  if (self->scroll_px == scrolled && (dx != 0 || dy != 0))
    sl_canvas_move_to (self, sl_time_scale_panned (self->scale, -(dx != 0 ? dx : dy) * pace));
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    velocity_x,
               double                    velocity_y,
               SlCanvas                 *self)
{
  glide (self, -velocity_x);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               SlCanvas       *self)
{
  sl_canvas_stop (self);
  self->drag_x = 0;
  self->drag_y = 0;
  self->drag_px_s = 0;
  self->drag_time = g_get_monotonic_time ();
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                SlCanvas       *self)
{
  const gint64 now = g_get_monotonic_time ();
  const double passed = MAX (1, now - self->drag_time) / (double) G_USEC_PER_SEC;
  const double moved = x - self->drag_x;

  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y) && self->drag_px_s == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sl_canvas_move_to (self, sl_time_scale_panned (self->scale, moved));
  sl_canvas_scroll_to (self, self->scroll_px - (y - self->drag_y));
  self->drag_px_s = 0.5 * self->drag_px_s + 0.5 * moved / passed;
  self->drag_x = x;
  self->drag_y = y;
  self->drag_time = now;
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             SlCanvas       *self)
{
  /* Who rests before letting go does not throw. */
  if (g_get_monotonic_time () - self->drag_time < 60 * G_TIME_SPAN_MILLISECOND)
    glide (self, self->drag_px_s);
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                SlCanvas         *self)
{
  sl_canvas_stop (self);
  self->pinch = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          SlCanvas       *self)
{
  double x = self->scale.width_px / 2;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, NULL);
  sl_canvas_move_to (self, sl_time_scale_zoomed (self->scale, scale / MAX (self->pinch, 0.01), x));
  self->pinch = scale;
}

static int
hit (SlCanvas *self,
     double    x,
     double    y)
{
  const SlTimelineLayout *layout = sl_canvas_ensure_layout (self);

  if (layout == NULL || y < SL_CANVAS_RULER_PX)
    return -1;
  return sl_timeline_layout_hit (layout, x, y - SL_CANVAS_RULER_PX + self->scroll_px, 4);
}

/* Time can be stretched until its events stand apart; what has no time gets more rows. */
static void
open_cluster (SlCanvas             *self,
              const SlTimelineMark *mark)
{
  if (mark->lane < sl_lanes_get_n_lanes (sl_canvas_lanes (self)))
    {
      sl_canvas_zoom_to (self, sl_time_scale_fit (mark->earliest, mark->latest, self->scale.width_px, SL_CANVAS_MARGIN_PX));
      return;
    }
  self->undated_open = TRUE;
  sl_canvas_invalidate (self);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             SlCanvas        *self)
{
  const int at = hit (self, x, y);
  const SlTimelineMark *mark = at >= 0 ? sl_timeline_layout_get_mark (self->layout, at) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark == NULL)
    return;
  if (mark->kind == SL_MARK_CLUSTER)
    {
      open_cluster (self, mark);
      return;
    }
  sl_canvas_point_at (self, mark->item, TRUE);
  if (n_press >= 2)
    sl_canvas_activate (self);
}

static void
set_hover (SlCanvas *self,
           int       at)
{
  if (self->hover == at)
    return;
  self->hover = at;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           SlCanvas                 *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  set_hover (self, hit (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          SlCanvas                 *self)
{
  set_hover (self, -1);
}

static gboolean
query_tooltip_cb (SlCanvas   *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const int at = keyboard ? -1 : hit (self, x, y);
  const SlTimelineMark *mark = at >= 0 ? sl_timeline_layout_get_mark (self->layout, at) : NULL;
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;
  if (mark->kind == SL_MARK_CLUSTER)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event: click to open", "%u events: click to open", mark->count), mark->count);
  else
    text = sl_timeline_data_describe (self->data, mark->item);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
add_gestures (SlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

void
sl_canvas_add_controllers (SlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (zoom_step_cb, self, NULL);

  self->zoom = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ZOOM_MS, target);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_gestures (self);
}
