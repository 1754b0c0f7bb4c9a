/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-private.h"

/* Where a zoom that runs is going to end: steps add up. */
static SlTimeScale
get_target (SlCanvas *self)
{
  return adw_animation_get_state (self->zoom) == ADW_ANIMATION_PLAYING ? self->zoom_to : self->scale;
}

static double
get_cursor_x (SlCanvas *self)
{
  const SlTimelineItem *item = self->cursor >= 0 ? sl_lanes_get_item (sl_canvas_lanes (self), self->cursor) : NULL;
  double x = self->scale.width_px / 2;

  if (item != NULL && item->dated)
    x = sl_time_scale_to_px (self->scale, sl_timeline_item_get_anchor (item));
  return x >= 0 && x <= self->scale.width_px ? x : self->scale.width_px / 2;
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SlCanvas *self = SL_CANVAS (widget);

  if (self->scale.width_px >= 1)
    sl_canvas_zoom_to (self, sl_time_scale_zoomed (get_target (self), SL_CANVAS_ZOOM_STEP, get_cursor_x (self)));
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SlCanvas *self = SL_CANVAS (widget);

  if (self->scale.width_px >= 1)
    sl_canvas_zoom_to (self, sl_time_scale_zoomed (get_target (self), 1 / SL_CANVAS_ZOOM_STEP, get_cursor_x (self)));
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  sl_canvas_fit (SL_CANVAS (widget));
}

/* Where a walk begins: not with an event that is far from what is shown. */
static int
find_first_in_sight (SlCanvas *self,
                     SlLanes  *lanes)
{
  const int nearest = sl_lanes_nearest (lanes, 0, sl_time_scale_get_start (self->scale));

  return nearest >= 0 ? nearest : sl_lanes_step (lanes, -1, 1);
}

static void
step (SlCanvas *self,
      int       delta)
{
  SlLanes *lanes = sl_canvas_lanes (self);
  int item = -1;

  if (lanes == NULL || sl_lanes_get_n_items (lanes) == 0)
    return;
  item = self->cursor >= 0 ? sl_lanes_step (lanes, self->cursor, delta) : find_first_in_sight (self, lanes);
  if (item >= 0)
    sl_canvas_point_at (self, item, TRUE);
}

static void
jump (SlCanvas *self,
      int       delta)
{
  SlLanes *lanes = sl_canvas_lanes (self);
  const int item = lanes != NULL ? sl_lanes_step (lanes, -1, delta) : -1;

  if (item >= 0)
    sl_canvas_point_at (self, item, TRUE);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (SL_CANVAS (widget), -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  step (SL_CANVAS (widget), 1);
}

static void
first_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  jump (SL_CANVAS (widget), 1);
}

static void
last_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  jump (SL_CANVAS (widget), -1);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  sl_canvas_activate (SL_CANVAS (widget));
}

/* The event of the next lane that is nearest in time; lanes without dated events are passed over. */
static void
change_lane (SlCanvas *self,
             int       delta)
{
  SlLanes *lanes = sl_canvas_lanes (self);
  const SlTimelineItem *item = NULL;
  const int n_lanes = lanes != NULL ? (int) sl_lanes_get_n_lanes (lanes) : 0;

  if (self->cursor < 0)
    {
      step (self, 1);
      return;
    }
  item = sl_lanes_get_item (lanes, self->cursor);
  for (int lane = (int) item->lane + delta; lane >= 0 && lane < n_lanes; lane += delta)
    {
      const int nearest = sl_lanes_nearest (lanes, lane, sl_timeline_item_get_anchor (item));

      if (nearest >= 0)
        {
          sl_canvas_point_at (self, nearest, TRUE);
          return;
        }
    }
}

static void
lane_up_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  change_lane (SL_CANVAS (widget), -1);
}

static void
lane_down_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  change_lane (SL_CANVAS (widget), 1);
}

void
sl_canvas_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[4];
  } actions[] = {
    { "timeline.previous", previous_cb, { GDK_KEY_Left, GDK_KEY_KP_Left } },
    { "timeline.next", next_cb, { GDK_KEY_Right, GDK_KEY_KP_Right } },
    { "timeline.lane-up", lane_up_cb, { GDK_KEY_Up, GDK_KEY_KP_Up } },
    { "timeline.lane-down", lane_down_cb, { GDK_KEY_Down, GDK_KEY_KP_Down } },
    { "timeline.first", first_cb, { GDK_KEY_Home, GDK_KEY_KP_Home } },
    { "timeline.last", last_cb, { GDK_KEY_End, GDK_KEY_KP_End } },
    { "timeline.zoom-in", zoom_in_cb, { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal } },
    { "timeline.zoom-out", zoom_out_cb, { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
    { "timeline.fit", fit_cb, { GDK_KEY_0, GDK_KEY_KP_0 } },
    { "timeline.open", open_cb, { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint k = 0; actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], 0, actions[i].name, NULL);
    }
}
