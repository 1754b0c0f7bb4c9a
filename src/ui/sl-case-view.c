/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-case-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-application.h"
#include "ui/sl-checks-view.h"
#include "ui/sl-claims-view.h"
#include "ui/sl-history-view.h"
#include "ui/sl-inspector.h"
#include "ui/sl-jobs-bar.h"
#include "ui/sl-review-view.h"
#include "ui/sl-search-view.h"
#include "ui/sl-sources-pane.h"
#include "ui/sl-timeline-view.h"

/* Width of the inspector where the person has not chosen one. */
#define INSPECTOR_PX 400

struct _SlCaseView
{
  SlPane parent_instance;

  SlSession *followed;         /* (owned) (nullable) */
  char      *case_title;       /* (owned) (nullable) */
  char      *undo_tooltip;     /* (owned) */
  char      *redo_tooltip;     /* (owned) */
  gboolean   show_inspector;
  gboolean   placed;           /* the inspector has its width */
  guint      place_inspector;  /* idle source, or 0 */
  guint      settle_layout;    /* idle source, or 0 */

  /* Children of the template. */
  AdwOverlaySplitView *split;
  AdwMultiLayoutView  *layouts;
  GtkPaned            *paned;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search;
  GtkStack            *main_stack;
  AdwViewStack        *views;
  AdwViewStackPage    *review_page;
  SlSearchView        *search_view;
  SlJobsBar           *jobs_bar;
  GtkWidget           *inspector;
  GtkRevealer         *failure;
  GtkLabel            *failure_heading;
  GtkLabel            *failure_message;
};

enum
{
  PROP_SHOW_INSPECTOR = 1,
  PROP_CASE_TITLE,
  PROP_UNDO_TOOLTIP,
  PROP_REDO_TOOLTIP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlCaseView, sl_case_view, SL_TYPE_PANE)

static gboolean
is_wide (SlCaseView *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "wide") == 0;
}

static void
set_show_inspector (SlCaseView *self,
                    gboolean    show)
{
  if (self->show_inspector == show)
    return;
  self->show_inspector = show;
  gtk_widget_set_visible (self->inspector, show || !is_wide (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

/* Beside the timeline the inspector is there from the start; over it, it comes when it is asked for. */
static gboolean
settle_layout_cb (gpointer data)
{
  SlCaseView *self = data;

  self->settle_layout = 0;
  gtk_widget_set_visible (self->inspector, TRUE);
  set_show_inspector (self, is_wide (self));
  /* What had the focus was moved to another parent and lost it. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The layout changes while the window is being allocated: nothing may move now. */
static void
layout_changed_cb (SlCaseView *self)
{
  if (self->settle_layout == 0)
    self->settle_layout = g_idle_add (settle_layout_cb, self);
}

static void
reveal_cb (SlCaseView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  set_show_inspector (self, TRUE);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
search_changed_cb (SlCaseView *self)
{
  sl_search_view_set_words (self->search_view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_mode_cb (SlCaseView *self)
{
  const gboolean searching = gtk_search_bar_get_search_mode (self->search_bar);

  gtk_stack_set_visible_child_name (self->main_stack, searching ? "search" : "views");
}

static void
dismiss_failure_cb (SlCaseView *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}

static void
set_string (SlCaseView  *self,
            char       **field,
            const char  *value,
            guint        property)
{
  if (g_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What the next step back or forth would be, or NULL. */
static char *
dup_step (SlWorkbench *workbench,
          const char  *property)
{
  char *label = NULL;

  if (workbench != NULL)
    g_object_get (workbench, property, &label, NULL);
  return label;
}

static void
update_tooltips (SlCaseView  *self,
                 SlWorkbench *workbench)
{
  g_autofree char *undo = dup_step (workbench, "undo-label");
  g_autofree char *redo = dup_step (workbench, "redo-label");
  /* Translators: %s is what was done last, e.g. "Accept suggestion". */
  g_autofree char *undo_tooltip = undo != NULL ? g_strdup_printf (_ ("Undo: %s (Ctrl+Z)"), undo) : g_strdup (_ ("Nothing to Undo"));
  /* Translators: %s is what was undone last. */
  g_autofree char *redo_tooltip = redo != NULL ? g_strdup_printf (_ ("Redo: %s (Ctrl+Shift+Z)"), redo) : g_strdup (_ ("Nothing to Redo"));

  set_string (self, &self->undo_tooltip, undo_tooltip, PROP_UNDO_TOOLTIP);
  set_string (self, &self->redo_tooltip, redo_tooltip, PROP_REDO_TOOLTIP);
}

static void
update_title (SlCaseView  *self,
              SlWorkbench *workbench)
{
  g_autofree char *title = NULL;

  if (workbench != NULL)
    g_object_get (workbench, "title", &title, NULL);
  set_string (self, &self->case_title, title, PROP_CASE_TITLE);
  update_tooltips (self, workbench);
}

static void
sl_case_view_case_changed (SlPane *pane)
{
  SlCaseView *self = SL_CASE_VIEW (pane);
  SlCase *from = sl_pane_get_case (pane);
  SlQuery query = SL_QUERY_ALL;
  gint64 n_open = 0;

  query.state = SL_SUGGESTION_OPEN;
  n_open = from != NULL ? sl_case_count (from, SL_LIST_SUGGESTIONS, &query, NULL) : 0;
  adw_view_stack_page_set_badge_number (self->review_page, (guint) CLAMP (n_open, 0, G_MAXINT));
  update_title (self, sl_session_get_workbench (sl_pane_get_session (pane)));
}

static void
session_changed_cb (SlCaseView *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (!g_set_object (&self->followed, session) || session == NULL)
    return;
  g_object_bind_property (session, "view", self->views, "visible-child-name", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
place_inspector_cb (gpointer data)
{
  SlCaseView *self = data;
  const int position = g_settings_get_int (sl_application_get_settings (), "inspector-position");

  self->place_inspector = 0;
  gtk_paned_set_position (self->paned, position > 0 ? position : MAX (320, gtk_widget_get_width (GTK_WIDGET (self->paned)) - INSPECTOR_PX));
  return G_SOURCE_REMOVE;
}

/* The inspector gets its width when the pane has its own for the first time. */
static void
max_position_cb (SlCaseView *self)
{
  int width = 0;

  g_object_get (self->paned, "max-position", &width, NULL);
  if (self->placed || width <= 0 || width == G_MAXINT)
    return;
  self->placed = TRUE;
  self->place_inspector = g_idle_add (place_inspector_cb, self);
}

static gboolean
sl_case_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (SL_CASE_VIEW (widget)->views);

  return shown != NULL && (gtk_widget_grab_focus (shown) || gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD));
}

static void
sl_case_view_dispose (GObject *object)
{
  SlCaseView *self = SL_CASE_VIEW (object);

  g_clear_handle_id (&self->place_inspector, g_source_remove);
  g_clear_handle_id (&self->settle_layout, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CASE_VIEW);
  g_clear_object (&self->followed);
  G_OBJECT_CLASS (sl_case_view_parent_class)->dispose (object);
}

static void
sl_case_view_finalize (GObject *object)
{
  SlCaseView *self = SL_CASE_VIEW (object);

  g_free (self->case_title);
  g_free (self->undo_tooltip);
  g_free (self->redo_tooltip);
  G_OBJECT_CLASS (sl_case_view_parent_class)->finalize (object);
}

static void
sl_case_view_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SlCaseView *self = SL_CASE_VIEW (object);

  switch (property_id)
    {
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, self->show_inspector);
      break;
    case PROP_CASE_TITLE:
      g_value_set_string (value, self->case_title);
      break;
    case PROP_UNDO_TOOLTIP:
      g_value_set_string (value, self->undo_tooltip);
      break;
    case PROP_REDO_TOOLTIP:
      g_value_set_string (value, self->redo_tooltip);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_case_view_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SHOW_INSPECTOR:
      set_show_inspector (SL_CASE_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sl_case_view_get_property;
  object_class->set_property = sl_case_view_set_property;
  properties[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE);
  properties[PROP_CASE_TITLE] = g_param_spec_string ("case-title", NULL, NULL, NULL, readable);
  properties[PROP_UNDO_TOOLTIP] = g_param_spec_string ("undo-tooltip", NULL, NULL, NULL, readable);
  properties[PROP_REDO_TOOLTIP] = g_param_spec_string ("redo-tooltip", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ensure_types (void)
{
  g_type_ensure (SL_TYPE_CHECKS_VIEW);
  g_type_ensure (SL_TYPE_CLAIMS_VIEW);
  g_type_ensure (SL_TYPE_HISTORY_VIEW);
  g_type_ensure (SL_TYPE_INSPECTOR);
  g_type_ensure (SL_TYPE_JOBS_BAR);
  g_type_ensure (SL_TYPE_REVIEW_VIEW);
  g_type_ensure (SL_TYPE_SEARCH_VIEW);
  g_type_ensure (SL_TYPE_SOURCES_PANE);
  g_type_ensure (SL_TYPE_TIMELINE_VIEW);
}

static void
sl_case_view_class_init (SlCaseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_case_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_case_view_finalize;
  widget_class->grab_focus = sl_case_view_grab_focus;
  SL_PANE_CLASS (klass)->case_changed = sl_case_view_case_changed;
  install_properties (G_OBJECT_CLASS (klass));
  ensure_types ();

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-case-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, split);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, layouts);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, paned);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, search);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, main_stack);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, views);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, review_page);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, search_view);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, jobs_bar);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, inspector);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, failure);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, failure_heading);
  gtk_widget_class_bind_template_child (widget_class, SlCaseView, failure_message);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_failure_cb);
}

/* A page tells its title to assistive technology as it is written, with the sign of the mnemonic. */
static void
name_pages (SlCaseView *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      g_auto (GStrv) parts = g_strsplit (adw_view_stack_page_get_title (page), "_", -1);
      g_autofree char *name = g_strjoinv ("", parts);

      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
sl_case_view_init (SlCaseView *self)
{
  self->show_inspector = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  name_pages (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  g_settings_bind (sl_application_get_settings (), "show-sidebar", self->split, "show-sidebar", G_SETTINGS_BIND_GET);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
  g_signal_connect_object (self->layouts, "notify::layout-name", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (max_position_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sl_case_view_set_jobs:
 * @jobs: what to show at the foot
 */
void
sl_case_view_set_jobs (SlCaseView *self,
                       SlJobs     *jobs)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  sl_jobs_bar_set_jobs (self->jobs_bar, jobs);
}

/**
 * sl_case_view_show_failure:
 * @heading: what failed
 * @message: why, and what to do
 *
 * Shows a message that stays until it is dismissed.
 */
void
sl_case_view_show_failure (SlCaseView *self,
                           const char *heading,
                           const char *message)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  gtk_label_set_text (self->failure_heading, heading);
  gtk_label_set_text (self->failure_message, message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * sl_case_view_save_state:
 *
 * Keeps how the panes stand, where they stand beside each other.
 */
void
sl_case_view_save_state (SlCaseView *self,
                         GSettings  *settings)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  if (!is_wide (self) || !self->placed || self->place_inspector != 0)
    return;
  g_settings_set_boolean (settings, "show-sidebar", adw_overlay_split_view_get_show_sidebar (self->split));
  if (self->show_inspector)
    g_settings_set_int (settings, "inspector-position", gtk_paned_get_position (self->paned));
}

/**
 * sl_case_view_toggle_search:
 */
void
sl_case_view_toggle_search (SlCaseView *self)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

/**
 * sl_case_view_toggle_sources:
 */
void
sl_case_view_toggle_sources (SlCaseView *self)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  adw_overlay_split_view_set_show_sidebar (self->split, !adw_overlay_split_view_get_show_sidebar (self->split));
}

/**
 * sl_case_view_toggle_inspector:
 */
void
sl_case_view_toggle_inspector (SlCaseView *self)
{
  g_return_if_fail (SL_IS_CASE_VIEW (self));
  set_show_inspector (self, !self->show_inspector);
}
