/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-canvas.h"
#include "ui/sl-overview.h"

struct _SlTimelineView
{
  SlPane parent_instance;

  char *advice;  /* (owned): what to do when there are no events */

  /* Children of the template. */
  GtkStack       *stack;
  GtkSearchEntry *search;
  GtkDropDown    *grouping;
  GtkWidget      *review;
  SlCanvas       *canvas;
  SlOverview     *overview;
};

enum
{
  PROP_ADVICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlTimelineView, sl_timeline_view, SL_TYPE_PANE)

static void
cursor_moved_cb (SlTimelineView *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  const SlId cursor = sl_canvas_get_cursor (self->canvas);

  if (sl_session_get_selection (session)->event != cursor)
    sl_session_select_event (session, cursor);
}

static void
activated_cb (SlTimelineView *self)
{
  sl_session_reveal (sl_pane_get_session (SL_PANE (self)));
}

static void
range_changed_cb (SlTimelineView *self)
{
  SlTimeScale scale;

  /* Taking the case away while the view is disposed of moves the range a last time. */
  if (self->canvas == NULL || self->overview == NULL)
    return;
  scale = sl_canvas_get_scale (self->canvas);
  sl_overview_set_range (self->overview, sl_time_scale_get_start (scale), sl_time_scale_get_end (scale));
}

static void
range_picked_cb (SlOverview     *overview,
                 gint64          start,
                 gint64          end,
                 SlTimelineView *self)
{
  SlTimeScale scale = sl_canvas_get_scale (self->canvas);

  scale.start_s = (double) start;
  sl_canvas_set_scale (self->canvas, scale);
}

static void
search_changed_cb (SlTimelineView *self)
{
  sl_session_set_words (sl_pane_get_session (SL_PANE (self)), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
clear_cb (SlTimelineView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  sl_session_set_words (sl_pane_get_session (SL_PANE (self)), "");
}

static void
grouping_changed_cb (SlTimelineView *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (session != NULL)
    sl_session_set_grouping (session, (SlGrouping) gtk_drop_down_get_selected (self->grouping));
}

static void
zoom_in_cb (SlTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "timeline.zoom-in", NULL);
}

static void
zoom_out_cb (SlTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "timeline.zoom-out", NULL);
}

static void
fit_cb (SlTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "timeline.fit", NULL);
}

static void
advise (SlTimelineView *self,
        SlCase         *from)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 n_open = 0;
  g_autofree char *advice = NULL;

  query.state = SL_SUGGESTION_OPEN;
  n_open = from != NULL ? sl_case_count (from, SL_LIST_SUGGESTIONS, &query, NULL) : 0;
  if (n_open > 0)
    advice = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d suggestion waits for your review. Accept it to put it on the timeline.",
                                           "%d suggestions wait for your review. Accept some to put them on the timeline.", (gulong) n_open),
                              (int) MIN (n_open, G_MAXINT));
  else
    advice = g_strdup (_ ("Add the articles that you work from. Paste or drop an address, a text or a file anywhere in the window."));
  gtk_widget_set_visible (self->review, n_open > 0);
  if (g_set_str (&self->advice, advice))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADVICE]);
}

static void
show_data (SlTimelineView *self,
           SlTimelineData *data,
           const char     *words)
{
  SlLanes *lanes = data != NULL ? sl_timeline_data_get_lanes (data) : NULL;
  const gboolean has_items = lanes != NULL && sl_lanes_get_n_items (lanes) > 0;

  sl_canvas_set_data (self->canvas, data);
  sl_overview_set_lanes (self->overview, lanes);
  range_changed_cb (self);
  if (has_items)
    gtk_stack_set_visible_child_name (self->stack, "timeline");
  else
    gtk_stack_set_visible_child_name (self->stack, *words != '\0' ? "none" : "empty");
}

static void
reload (SlPane *pane)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (pane);
  SlSession *session = sl_pane_get_session (pane);
  SlCase *from = sl_pane_get_case (pane);
  const char *words = sl_session_get_words (session);
  g_autoptr (SlTimelineData) data = NULL;
  g_autoptr (GError) error = NULL;

  if (from != NULL)
    data = sl_timeline_data_new (from, words, sl_session_get_grouping (session), &error);
  if (error != NULL)
    sl_session_fail (session, _ ("The events could not be read"), error);
  advise (self, from);
  show_data (self, data, words);
}

static void
sl_timeline_view_words_changed (SlPane *pane)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (pane);
  const char *words = sl_session_get_words (sl_pane_get_session (pane));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  reload (pane);
}

static void
sl_timeline_view_selection_changed (SlPane *pane)
{
  sl_canvas_set_cursor (SL_TIMELINE_VIEW (pane)->canvas, sl_session_get_selection (sl_pane_get_session (pane))->event);
}

static void
session_changed_cb (SlTimelineView *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (session == NULL)
    return;
  gtk_drop_down_set_selected (self->grouping, sl_session_get_grouping (session));
  g_signal_connect_object (session, "notify::grouping", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

/* Keys go to the timeline, not to its filter; where it is not shown they would be lost in it. */
static gboolean
sl_timeline_view_grab_focus (GtkWidget *widget)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (widget);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "timeline") == 0
         && gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
sl_timeline_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (sl_timeline_view_parent_class)->dispose (object);
}

static void
sl_timeline_view_finalize (GObject *object)
{
  g_free (SL_TIMELINE_VIEW (object)->advice);
  G_OBJECT_CLASS (sl_timeline_view_parent_class)->finalize (object);
}

static void
sl_timeline_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ADVICE:
      g_value_set_string (value, SL_TIMELINE_VIEW (object)->advice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, search);
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, grouping);
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, review);
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SlTimelineView, overview);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_picked_cb);
}

static void
sl_timeline_view_class_init (SlTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SlPaneClass *pane_class = SL_PANE_CLASS (klass);

  object_class->dispose = sl_timeline_view_dispose;
  object_class->finalize = sl_timeline_view_finalize;
  object_class->get_property = sl_timeline_view_get_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_timeline_view_grab_focus;
  pane_class->case_changed = reload;
  pane_class->words_changed = sl_timeline_view_words_changed;
  pane_class->selection_changed = sl_timeline_view_selection_changed;

  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (SL_TYPE_CANVAS);
  g_type_ensure (SL_TYPE_OVERVIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sl_timeline_view_init (SlTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
