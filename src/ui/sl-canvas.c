/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-private.h"

#include <glib/gi18n-lib.h>

/* One event in so many at each end may lie outside of the view that a case opens with… */
#define BULK_PART 6
/* …when the others take up less than this part of the whole time. */
#define CROWDED_PART 4

enum
{
  CURSOR_MOVED,
  ACTIVATED,
  RANGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SlCanvas, sl_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, sl_canvas_accessible_init))

SlLanes *
sl_canvas_lanes (SlCanvas *self)
{
  return self->data != NULL ? sl_timeline_data_get_lanes (self->data) : NULL;
}

/* Draws anew what the layout shows, without laying out again. */
void
sl_canvas_redraw (SlCanvas *self)
{
  g_clear_pointer (&self->ruler, gsk_render_node_unref);
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_canvas_invalidate (SlCanvas *self)
{
  g_clear_pointer (&self->layout, sl_timeline_layout_free);
  self->hover = -1;
  sl_canvas_redraw (self);
  sl_canvas_children_changed (self);
}

static double
get_content_height (SlCanvas *self)
{
  return MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - SL_CANVAS_RULER_PX);
}

SlTimelineLayout *
sl_canvas_ensure_layout (SlCanvas *self)
{
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  SlLanes *lanes = sl_canvas_lanes (self);

  if (self->layout != NULL || lanes == NULL || self->scale.width_px < 1)
    return self->layout;
  style.height_px = get_content_height (self);
  style.measure = sl_label_cache_measure;
  style.measure_data = self->labels;
  /* What has no date may take a quarter of the height before the rest of it becomes a cluster. */
  style.undated_rows = self->undated_open ? SL_CANVAS_UNDATED_ROWS : MAX (style.undated_rows, (guint) (style.height_px / style.row_h_px / 4));
  self->layout = sl_timeline_layout_new (lanes, self->scale, &style);
  return self->layout;
}

void
sl_canvas_scroll_to (SlCanvas *self,
                     double    scroll_px)
{
  const SlTimelineLayout *layout = sl_canvas_ensure_layout (self);
  const double overflow = layout != NULL ? layout->height_px - get_content_height (self) : 0;
  const double clamped = CLAMP (scroll_px, 0, MAX (0, overflow));

  if (clamped == self->scroll_px)
    return;
  self->scroll_px = clamped;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows another part of time at once; never so far off that nothing of the case is in sight. */
void
sl_canvas_move_to (SlCanvas    *self,
                   SlTimeScale  scale)
{
  SlLanes *lanes = sl_canvas_lanes (self);
  gint64 earliest;
  gint64 latest;

  self->untouched = FALSE;
  if (lanes != NULL && sl_lanes_get_extent (lanes, &earliest, &latest))
    scale = sl_time_scale_clamped (scale, earliest, latest);
  if (sl_time_scale_equal (self->scale, scale))
    return;
  self->scale = scale;
  sl_canvas_invalidate (self);
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

/* Brings the item into sight: its time first, then its row. */
static void
show_item (SlCanvas *self,
           int       item)
{
  const SlTimelineItem *compact = sl_lanes_get_item (sl_canvas_lanes (self), item);
  const double x = sl_time_scale_to_px (self->scale, sl_timeline_item_get_anchor (compact));
  const SlTimelineLayout *layout = NULL;
  const SlTimelineMark *mark = NULL;
  int at = 0;

  if (compact->dated && (x < SL_CANVAS_MARGIN_PX / 2 || x > self->scale.width_px - SL_CANVAS_MARGIN_PX))
    sl_canvas_zoom_to (self, sl_time_scale_centred (self->scale, sl_timeline_item_get_anchor (compact)));
  layout = sl_canvas_ensure_layout (self);
  at = layout != NULL ? sl_timeline_layout_find (layout, sl_canvas_lanes (self), item) : -1;
  if (at < 0)
    return;
  mark = sl_timeline_layout_get_mark (layout, at);
  if (mark->y_px < self->scroll_px)
    sl_canvas_scroll_to (self, mark->y_px);
  else if (mark->y_px + mark->h_px > self->scroll_px + get_content_height (self))
    sl_canvas_scroll_to (self, mark->y_px + mark->h_px - get_content_height (self));
}

void
sl_canvas_point_at (SlCanvas *self,
                    int       item,
                    gboolean  tell)
{
  const int before = self->cursor;

  if (item == before)
    return;
  self->cursor = item;
  if (item >= 0 && self->scale.width_px >= 1)
    show_item (self, item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  sl_canvas_children_focus (self, before, item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.open", item >= 0);
  if (tell)
    g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

void
sl_canvas_activate (SlCanvas *self)
{
  if (self->cursor >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static int
compare_seconds (gconstpointer a,
                 gconstpointer b)
{
  const gint64 left = *(const gint64 *) a;
  const gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* The time in which most of the events lie: a few that are far off shall not press them into one cluster. */
static gboolean
get_bulk (SlLanes *lanes,
          gint64  *earliest,
          gint64  *latest)
{
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sl_lanes_get_n_items (lanes); i++)
    {
      const SlTimelineItem *item = sl_lanes_get_item (lanes, i);
      const gint64 anchor = item->dated ? sl_timeline_item_get_anchor (item) : 0;

      if (item->dated)
        g_array_append_val (anchors, anchor);
    }
  if (anchors->len < 2 * BULK_PART)
    return FALSE;
  g_array_sort (anchors, compare_seconds);
  *earliest = g_array_index (anchors, gint64, anchors->len / BULK_PART);
  *latest = g_array_index (anchors, gint64, anchors->len - 1 - anchors->len / BULK_PART);
  return *earliest < *latest;
}

/* What a case opens with: most of its events when they crowd in a small part of its time, else all of them. */
static void
fit_bulk (SlCanvas *self)
{
  SlLanes *lanes = sl_canvas_lanes (self);
  gint64 earliest;
  gint64 latest;
  gint64 bulk_earliest;
  gint64 bulk_latest;

  if (self->scale.width_px < 1 || lanes == NULL || !sl_lanes_get_extent (lanes, &earliest, &latest))
    return;
  if (get_bulk (lanes, &bulk_earliest, &bulk_latest) && (bulk_latest - bulk_earliest) < (latest - earliest) / CROWDED_PART)
    sl_canvas_move_to (self, sl_time_scale_fit (bulk_earliest, bulk_latest, self->scale.width_px, SL_CANVAS_MARGIN_PX));
  else
    sl_canvas_fit (self);
  self->untouched = TRUE;
}

static void
style_changed_cb (SlCanvas *self)
{
  sl_label_cache_clear (self->labels);
  sl_canvas_invalidate (self);
}

static void
sl_canvas_system_setting_changed (GtkWidget        *widget,
                                  GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (sl_canvas_parent_class)->system_setting_changed (widget, setting);
  style_changed_cb (SL_CANVAS (widget));
}

static void
sl_canvas_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 140;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
sl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  SlCanvas *self = SL_CANVAS (widget);

  if (self->scale.width_px < 1 || self->untouched)
    {
      self->scale.width_px = width;
      fit_bulk (self);
    }
  else
    {
      self->scale = sl_time_scale_resized (self->scale, width);
      g_signal_emit (self, signals[RANGE_CHANGED], 0);
    }
  sl_canvas_invalidate (self);
  sl_canvas_scroll_to (self, self->scroll_px);
}

static void
sl_canvas_dispose (GObject *object)
{
  SlCanvas *self = SL_CANVAS (object);

  sl_canvas_stop (self);
  sl_canvas_children_drop (self);
  g_clear_object (&self->zoom);
  g_clear_object (&self->data);
  g_clear_pointer (&self->layout, sl_timeline_layout_free);
  g_clear_pointer (&self->ruler, gsk_render_node_unref);
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  G_OBJECT_CLASS (sl_canvas_parent_class)->dispose (object);
}

static void
sl_canvas_finalize (GObject *object)
{
  sl_label_cache_free (SL_CANVAS (object)->labels);
  G_OBJECT_CLASS (sl_canvas_parent_class)->finalize (object);
}

static void
sl_canvas_class_init (SlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_canvas_dispose;
  object_class->finalize = sl_canvas_finalize;
  widget_class->measure = sl_canvas_measure;
  widget_class->size_allocate = sl_canvas_size_allocate;
  widget_class->snapshot = sl_canvas_snapshot;
  widget_class->system_setting_changed = sl_canvas_system_setting_changed;

  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", SL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  sl_canvas_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
sl_canvas_init (SlCanvas *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->cursor = -1;
  self->hover = -1;
  self->labels = sl_label_cache_new (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.open", FALSE);
  sl_canvas_add_controllers (self);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::accent-color", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
                                  _ ("Left and right go from event to event, up and down to other lanes, plus and minus zoom, Enter opens the source at the quote."),
                                  -1);
}

/**
 * sl_canvas_new:
 *
 * Returns: (transfer floating): a canvas without events
 */
GtkWidget *
sl_canvas_new (void)
{
  return g_object_new (SL_TYPE_CANVAS, NULL);
}

/**
 * sl_canvas_get_data:
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
SlTimelineData *
sl_canvas_get_data (SlCanvas *self)
{
  g_return_val_if_fail (SL_IS_CANVAS (self), NULL);
  return self->data;
}

/**
 * sl_canvas_set_data:
 * @data: (nullable): what to draw
 *
 * Keeps the part of time that is shown and the event that is pointed at; the first events are shown whole.
 */
void
sl_canvas_set_data (SlCanvas       *self,
                    SlTimelineData *data)
{
  SlId cursor = SL_ID_NONE;
  gboolean was_empty = FALSE;

  g_return_if_fail (SL_IS_CANVAS (self));

  cursor = sl_canvas_get_cursor (self);
  was_empty = self->data == NULL || sl_lanes_get_n_dated (sl_canvas_lanes (self)) == 0;
  self->cursor = -1;
  g_set_object (&self->data, data);
  if (data != NULL && cursor != SL_ID_NONE)
    self->cursor = sl_lanes_find (sl_canvas_lanes (self), cursor);
  sl_canvas_invalidate (self);
  if (was_empty)
    fit_bulk (self);
  sl_canvas_scroll_to (self, self->scroll_px);
}

/**
 * sl_canvas_get_cursor:
 *
 * Returns: the event that is pointed at, or %SL_ID_NONE
 */
SlId
sl_canvas_get_cursor (SlCanvas *self)
{
  g_return_val_if_fail (SL_IS_CANVAS (self), SL_ID_NONE);
  return self->cursor >= 0 ? sl_lanes_get_item (sl_canvas_lanes (self), self->cursor)->id : SL_ID_NONE;
}

/**
 * sl_canvas_set_cursor:
 * @event: an event, or %SL_ID_NONE
 *
 * Points at an event and brings it into sight. Does not emit "cursor-moved".
 */
void
sl_canvas_set_cursor (SlCanvas *self,
                      SlId      event)
{
  g_return_if_fail (SL_IS_CANVAS (self));
  if (event == sl_canvas_get_cursor (self))
    return;
  sl_canvas_point_at (self, event != SL_ID_NONE && self->data != NULL ? sl_lanes_find (sl_canvas_lanes (self), event) : -1, FALSE);
}

/**
 * sl_canvas_get_scale:
 *
 * Returns: the part of time that is shown; its width is 0 before the first allocation
 */
SlTimeScale
sl_canvas_get_scale (SlCanvas *self)
{
  g_return_val_if_fail (SL_IS_CANVAS (self), ((SlTimeScale) { 0, 1, 0 }));
  return self->scale;
}

/**
 * sl_canvas_set_scale:
 *
 * Shows another part of time at once.
 */
void
sl_canvas_set_scale (SlCanvas    *self,
                     SlTimeScale  scale)
{
  g_return_if_fail (SL_IS_CANVAS (self));
  sl_canvas_stop (self);
  if (self->scale.width_px >= 1)
    sl_canvas_move_to (self, sl_time_scale_resized (scale, self->scale.width_px));
}

/**
 * sl_canvas_fit:
 *
 * Shows all events.
 */
void
sl_canvas_fit (SlCanvas *self)
{
  SlLanes *lanes = NULL;
  gint64 earliest = 0;
  gint64 latest = 0;

  g_return_if_fail (SL_IS_CANVAS (self));
  lanes = sl_canvas_lanes (self);
  if (self->scale.width_px < 1 || lanes == NULL)
    return;
  if (!sl_lanes_get_extent (lanes, &earliest, &latest))
    return;
  sl_canvas_stop (self);
  sl_canvas_move_to (self, sl_time_scale_fit (earliest, latest, self->scale.width_px, SL_CANVAS_MARGIN_PX));
}
