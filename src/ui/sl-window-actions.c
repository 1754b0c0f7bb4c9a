/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-add-dialog.h"
#include "ui/sl-capture-dialog.h"
#include "ui/sl-captures-dialog.h"
#include "ui/sl-case-settings-dialog.h"
#include "ui/sl-dialogs.h"
#include "ui/sl-export-dialog.h"
#include "ui/sl-links-dialog.h"
#include "ui/sl-witness-dialog.h"

static void
new_case_answered_cb (AdwAlertDialog *dialog,
                      const char     *response,
                      SlWindow       *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "apply") && *title != '\0')
    sl_window_start_opening (self, SL_OPEN_NEW, title);
}

static void
title_changed_cb (GtkEditable    *entry,
                  AdwAlertDialog *dialog)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "apply", *title != '\0');
}

static void
new_case_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("New Case"), _ ("One case is one investigation.")));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "apply", _ ("_Create"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "apply");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (title_changed_cb), dialog, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_case_answered_cb), widget, G_CONNECT_DEFAULT);
  title_changed_cb (GTK_EDITABLE (entry), dialog);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
case_settings_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  adw_dialog_present (sl_case_settings_dialog_new (SL_WINDOW (widget)->session), widget);
}

static void
capture_details_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  adw_dialog_present (sl_capture_dialog_new (SL_WINDOW (widget)->session, g_variant_get_int64 (parameter)), widget);
}

/* An archive named it, the person did not type it: nothing of this machine may be behind it. */
static void
capture_copy_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *urls[] = { g_variant_get_string (parameter, NULL), NULL };

  sl_captures_add (SL_WINDOW (widget)->captures, urls, SL_TASK_LISTED, SL_ID_NONE);
}

static void
witness_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  const SlId capture = parameter != NULL ? g_variant_get_int64 (parameter) : SL_ID_NONE;

  adw_dialog_present (sl_witness_dialog_new (self->session, self->jobs, capture), widget);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  sl_window_choose_case (SL_WINDOW (widget));
}

static void
close_case_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_settings_set_string (sl_application_get_settings (), "last-case", "");
  sl_window_leave_case (SL_WINDOW (widget));
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  adw_dialog_present (sl_add_dialog_new (SL_WINDOW (widget)->captures, NULL), widget);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  sl_window_paste (SL_WINDOW (widget));
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  sl_window_choose_imports (SL_WINDOW (widget));
}

static void
captures_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  if (!SL_IS_CAPTURES_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget))))
    adw_dialog_present (sl_captures_dialog_new (SL_WINDOW (widget)->captures), widget);
}

static void
stop_captures_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  sl_captures_stop (SL_WINDOW (widget)->captures);
}

static void
capture_again_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  const SlId source = sl_session_get_selection (self->session)->source;

  if (source != SL_ID_NONE)
    sl_captures_add_again (self->captures, source);
}

static void
links_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  const SlId document = sl_session_get_selection (self->session)->document;

  if (document != SL_ID_NONE)
    adw_dialog_present (sl_links_dialog_new (self->captures, document), widget);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  sl_session_do (SL_WINDOW (widget)->session, sl_command_new (SL_COMMAND_UNDO, SL_ID_NONE), NULL);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  sl_session_do (SL_WINDOW (widget)->session, sl_command_new (SL_COMMAND_REDO, SL_ID_NONE), NULL);
}

static void
new_event_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  sl_dialogs_edit_event (SL_WINDOW (widget)->session, NULL, widget);
}

static void
view_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  sl_session_set_view (SL_WINDOW (widget)->session, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  sl_case_view_toggle_search (SL_WINDOW (widget)->case_view);
}

static void
sources_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  sl_case_view_toggle_sources (SL_WINDOW (widget)->case_view);
}

static void
inspector_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  sl_case_view_toggle_inspector (SL_WINDOW (widget)->case_view);
}

static void
verify_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  sl_jobs_verify (SL_WINDOW (widget)->jobs);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  adw_dialog_present (sl_export_dialog_new (self->session, self->jobs, SL_ID_NONE), widget);
}

static void
export_source_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  adw_dialog_present (sl_export_dialog_new (self->session, self->jobs, g_variant_get_int64 (parameter)), widget);
}

static void
recheck_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  sl_rechecker_run_all (SL_WINDOW (widget)->rechecker);
}

static void
recheck_source_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  const SlId source = sl_session_get_selection (self->session)->source;

  if (source != SL_ID_NONE)
    sl_rechecker_run_source (self->rechecker, source);
}

static void
export_pdf_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  sl_window_choose_pdf (SL_WINDOW (widget));
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  sl_window_choose_copy (SL_WINDOW (widget));
}

static void
show_file_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, NULL, NULL);
}

/* Every action of a window; @needs_case: only with an open case. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_case;
} window_actions[] = {
  { "win.new-case", NULL, new_case_cb, FALSE },
  { "win.open", NULL, open_cb, FALSE },
  { "win.show-file", "s", show_file_cb, FALSE },
  { "win.close-case", NULL, close_case_cb, TRUE },
  { "win.case-settings", NULL, case_settings_cb, TRUE },
  { "win.capture-details", "x", capture_details_cb, TRUE },
  { "win.capture-copy", "s", capture_copy_cb, TRUE },
  { "win.witness", NULL, witness_cb, TRUE },
  { "win.witness-capture", "x", witness_cb, TRUE },
  { "win.add", NULL, add_cb, TRUE },
  { "win.paste", NULL, paste_cb, TRUE },
  { "win.import", NULL, import_cb, TRUE },
  { "win.captures", NULL, captures_cb, TRUE },
  { "win.stop-captures", NULL, stop_captures_cb, TRUE },
  { "win.capture-again", NULL, capture_again_cb, TRUE },
  { "win.links", NULL, links_cb, TRUE },
  { "win.undo", NULL, undo_cb, TRUE },
  { "win.redo", NULL, redo_cb, TRUE },
  { "win.new-event", NULL, new_event_cb, TRUE },
  { "win.view", "s", view_cb, TRUE },
  { "win.search", NULL, search_cb, TRUE },
  { "win.sources", NULL, sources_cb, TRUE },
  { "win.inspector", NULL, inspector_cb, TRUE },
  { "win.verify", NULL, verify_cb, TRUE },
  { "win.recheck", NULL, recheck_cb, TRUE },
  { "win.recheck-source", NULL, recheck_source_cb, TRUE },
  { "win.export", NULL, export_cb, TRUE },
  { "win.export-source", "x", export_source_cb, TRUE },
  { "win.export-pdf", NULL, export_pdf_cb, TRUE },
  { "win.save-copy", NULL, save_copy_cb, TRUE },
};

void
sl_window_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i].name, window_actions[i].parameter, window_actions[i].activate);

  /* Not accelerators of the application: an entry that has the focus undoes and pastes for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

void
sl_window_update_actions (SlWindow *self)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), window_actions[i].name, workbench != NULL || !window_actions[i].needs_case);
  if (workbench != NULL)
    g_object_get (workbench, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}
