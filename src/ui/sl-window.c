/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-findings-dialog.h"

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
told_cb (SlWindow   *self,
         const char *message,
         gboolean    undoable)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
verified_cb (SlWindow  *self,
             GPtrArray *findings)
{
  adw_dialog_present (sl_findings_dialog_new (findings), GTK_WIDGET (self));
  sl_window_notify (self, "verified", _ ("Verification finished"),
                    findings->len > 0 ? _ ("Problems were found.") : _ ("All is well."));
}

static void
exported_cb (SlWindow   *self,
             const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("%s exported"), shown);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Show in _Files"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", path);
  adw_toast_overlay_add_toast (self->toasts, toast);
  sl_window_notify (self, "exported", _ ("Export finished"), message);
}

/* What failed is said where the person looks. */
void
sl_window_show_failure (SlWindow   *self,
                        const char *heading,
                        const char *message)
{
  if (sl_session_get_workbench (self->session) != NULL)
    sl_case_view_show_failure (self->case_view, heading, message);
  else
    sl_start_page_show_failure (self->start, heading, message);
}

static void
workbench_changed_cb (SlWindow *self)
{
  const gboolean open = sl_session_get_workbench (self->session) != NULL;

  gtk_stack_set_visible_child_name (self->stack, open ? "case" : "start");
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->case_view));
  else
    sl_start_page_reload (self->start);
}

static void
case_changed_cb (SlWindow *self)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;

  sl_window_update_actions (self);
  if (workbench != NULL)
    g_object_get (workbench, "title", &title, NULL);
  /* Translators: title of a case, then the name of the program. */
  shown = title != NULL ? g_strdup_printf (C_ ("window", "%s – Sourceline"), title) : g_strdup (_ ("Sourceline"));
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (sl_session_open_finish (SL_SESSION (object), result, &error))
    {
      g_set_str (&self->path, sl_case_get_path (sl_session_get_case (self->session)));
      g_settings_set_string (sl_application_get_settings (), "last-case", self->path);
      return;
    }
  g_clear_pointer (&self->path, g_free);
  workbench_changed_cb (self);
  sl_window_show_failure (self, _ ("The case could not be opened"), error->message);
}

/* Leaves the case that is open and opens another one. */
void
sl_window_start_opening (SlWindow   *self,
                         SlOpen      what,
                         const char *path_or_title)
{
  g_autofree char *by = g_settings_get_string (sl_application_get_settings (), "analyst-name");

  sl_window_leave_case (self);
  if (what == SL_OPEN_PATH)
    g_set_str (&self->path, path_or_title);
  sl_start_page_set_opening (self->start, TRUE);
  sl_session_open_async (self->session, what, path_or_title, *by != '\0' ? by : C_ ("name of a person who gives none", "analyst"),
                         opened_cb, g_object_ref (self));
}

/**
 * sl_window_open_case:
 * @path: a case file
 *
 * Opens a case in this window.
 */
void
sl_window_open_case (SlWindow   *self,
                     const char *path)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  sl_window_start_opening (self, SL_OPEN_PATH, path);
}

/* Closes the case and shows the start page; what cannot be closed cleanly is said there. */
void
sl_window_leave_case (SlWindow *self)
{
  g_autoptr (GError) error = NULL;

  sl_jobs_cancel_all (self->jobs);
  g_clear_pointer (&self->path, g_free);
  if (!sl_session_close (self->session, &error))
    sl_start_page_show_failure (self->start, _ ("The case could not be closed cleanly"), error->message);
}

static void
picked_cb (SlStartPage *start,
           const char  *path,
           SlWindow    *self)
{
  sl_window_open_case (self, path);
}

/* How the settings call the ways to sort into lanes. */
static const char *const grouping_nicks[] = {
  [SL_GROUPING_NONE] = "none",
  [SL_GROUPING_OUTLET] = "outlet",
  [SL_GROUPING_CONFIDENCE] = "confidence",
};

static void
save_state (SlWindow *self)
{
  GSettings *settings = sl_application_get_settings ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "window-width", MAX (360, width));
  g_settings_set_int (settings, "window-height", MAX (294, height));
  g_settings_set_string (settings, "view", sl_session_get_view (self->session));
  g_settings_set_string (settings, "lanes-by", grouping_nicks[sl_session_get_grouping (self->session)]);
  sl_case_view_save_state (self->case_view, settings);
}

/* Keeps what is to be found again and leaves the case one file at rest. */
static void
finish (SlWindow *self)
{
  g_autoptr (GError) error = NULL;

  save_state (self);
  sl_jobs_cancel_all (self->jobs);
  if (!sl_session_close (self->session, &error))
    g_printerr ("%s\n", error->message);
}

/**
 * sl_window_end:
 *
 * Closes the case and destroys the window. Unlike with gtk_window_close(), of which a dialog takes the first
 * to close itself, the window is gone afterwards whatever is open in it.
 */
void
sl_window_end (SlWindow *self)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  finish (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
sl_window_close_request (GtkWindow *window)
{
  finish (SL_WINDOW (window));
  return GTK_WINDOW_CLASS (sl_window_parent_class)->close_request (window);
}

static void
sl_window_dispose (GObject *object)
{
  SlWindow *self = SL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_WINDOW);
  g_clear_object (&self->captures);
  g_clear_object (&self->rechecker);
  g_clear_object (&self->jobs);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (sl_window_parent_class)->dispose (object);
}

static void
sl_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SL_WINDOW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_window_class_init (SlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_window_dispose;
  object_class->get_property = sl_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = sl_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_START_PAGE);
  g_type_ensure (SL_TYPE_CASE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, start);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, case_view);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  sl_window_class_add_actions (widget_class);
}

static void
restore_state (SlWindow *self)
{
  GSettings *settings = sl_application_get_settings ();
  g_autofree char *view = g_settings_get_string (settings, "view");
  g_autofree char *lanes = g_settings_get_string (settings, "lanes-by");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  sl_session_set_view (self->session, view);
  for (guint i = 0; i < G_N_ELEMENTS (grouping_nicks); i++)
    if (g_str_equal (lanes, grouping_nicks[i]))
      sl_session_set_grouping (self->session, (SlGrouping) i);
}

static void
sl_window_init (SlWindow *self)
{
  self->session = sl_session_new ();
  self->jobs = sl_jobs_new (self->session);
  self->captures = sl_captures_new (self->session, self->jobs);
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_case_view_set_jobs (self->case_view, self->jobs);

  g_signal_connect_object (self->session, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (sl_window_show_failure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::workbench", G_CALLBACK (workbench_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "case-changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "verified", G_CALLBACK (verified_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  sl_window_follow_captures (self);
  sl_window_add_drop_target (self);
  sl_window_add_rechecker (self);
  restore_state (self);
  case_changed_cb (self);
}

/**
 * sl_window_new:
 *
 * Returns: (transfer none): a window that shows the start page; GTK owns it
 */
SlWindow *
sl_window_new (SlApplication *application)
{
  return g_object_new (SL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * sl_window_get_path:
 *
 * Returns: (nullable): the case that is open or being opened
 */
const char *
sl_window_get_path (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);
  return self->path;
}
