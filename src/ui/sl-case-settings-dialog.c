/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-case-settings-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/sl-file-names.h"
#include "ui/sl-witness-row.h"
#include "workbench/sl-recheck-plan.h"
#include "workbench/sl-witness-plan.h"

#define HOURS_A_DAY 24
#define HOURS_A_WEEK (7 * HOURS_A_DAY)

/* The rows of the list of schedules. */
enum
{
  WHEN_ASKED,
  DAILY,
  WEEKLY,
  EVERY_HOURS,
  EVERY_DAYS,
};

struct _SlCaseSettingsDialog
{
  AdwPreferencesDialog parent_instance;

  SlSession *session;  /* (owned) */
  gboolean   loading;  /* what is shown is made to follow the case */

  /* Children of the template. */
  AdwEntryRow         *title_row;
  AdwEntryRow         *scope;
  AdwComboRow         *schedule;
  AdwSpinRow          *every;
  AdwPreferencesGroup *witnesses;
  AdwActionRow        *trust;
  GtkWidget           *forget_trust;
  GtkWidget           *choose_trust;
};

G_DEFINE_FINAL_TYPE (SlCaseSettingsDialog, sl_case_settings_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
do_text (SlCaseSettingsDialog *self,
         SlCommandKind         kind,
         AdwEntryRow          *row)
{
  SlCommand *command = sl_command_new (kind, SL_ID_NONE);

  command->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  sl_session_do (self->session, command, NULL);
}

static void
set_setting (SlCaseSettingsDialog *self,
             const char           *name,
             const char           *value)
{
  SlCommand *command = sl_command_new (SL_COMMAND_SET_SETTING, SL_ID_NONE);

  command->text = g_strdup (name);
  command->note = g_strdup (value);
  sl_session_do (self->session, command, NULL);
}

static void
title_cb (SlCaseSettingsDialog *self)
{
  do_text (self, SL_COMMAND_RENAME_CASE, self->title_row);
}

static void
scope_cb (SlCaseSettingsDialog *self)
{
  do_text (self, SL_COMMAND_SET_SCOPE, self->scope);
}

static gint64
get_stored_hours (SlCase *from)
{
  g_autofree char *value = sl_case_dup_setting (from, SL_RECHECK_EVERY_SETTING);

  return value != NULL ? CLAMP (g_ascii_strtoll (value, NULL, 10), 0, SL_RECHECK_EVERY_MAX_HOURS) : 0;
}

static gint64
get_shown_hours (SlCaseSettingsDialog *self)
{
  const gint64 every = (gint64) adw_spin_row_get_value (self->every);

  switch (adw_combo_row_get_selected (self->schedule))
    {
    case DAILY:
      return HOURS_A_DAY;
    case WEEKLY:
      return HOURS_A_WEEK;
    case EVERY_HOURS:
      return every;
    case EVERY_DAYS:
      return MIN (every * HOURS_A_DAY, SL_RECHECK_EVERY_MAX_HOURS);
    case WHEN_ASKED:
    default:
      return 0;
    }
}

static void
update_every (SlCaseSettingsDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->schedule);

  gtk_widget_set_visible (GTK_WIDGET (self->every), selected == EVERY_HOURS || selected == EVERY_DAYS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->every), selected == EVERY_DAYS ? _ ("_Days Between Checks") : _ ("_Hours Between Checks"));
}

static void
schedule_cb (SlCaseSettingsDialog *self)
{
  const gint64 hours = get_shown_hours (self);
  g_autofree char *value = hours > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, hours) : NULL;

  update_every (self);
  if (!self->loading && hours != get_stored_hours (sl_session_get_case (self->session)))
    set_setting (self, SL_RECHECK_EVERY_SETTING, value);
}

static void
show_schedule (SlCaseSettingsDialog *self,
               gint64                hours)
{
  const gboolean days = hours > 0 && hours % HOURS_A_DAY == 0;

  if (hours == 0 || hours == HOURS_A_DAY || hours == HOURS_A_WEEK)
    adw_combo_row_set_selected (self->schedule, hours == 0 ? WHEN_ASKED : hours == HOURS_A_DAY ? DAILY
                                                                                               : WEEKLY);
  else
    {
      adw_combo_row_set_selected (self->schedule, days ? EVERY_DAYS : EVERY_HOURS);
      adw_spin_row_set_value (self->every, days ? (double) hours / HOURS_A_DAY : (double) hours);
    }
  update_every (self);
}

static void
forget_trust_cb (SlCaseSettingsDialog *self)
{
  set_setting (self, SL_WITNESS_TRUST_SETTING, NULL);
}

static void
trust_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SlCaseSettingsDialog) self = data;
  g_autofree char *pem = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_load_contents_finish (G_FILE (object), result, &pem, NULL, NULL, &error) && strstr (pem, "-----BEGIN CERTIFICATE-----") != NULL)
    set_setting (self, SL_WITNESS_TRUST_SETTING, pem);
  else
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), adw_toast_new (_ ("This file holds no certificates in PEM")));
}

static void
trust_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SlCaseSettingsDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, trust_loaded_cb, g_object_ref (self));
}

static void
choose_trust_cb (SlCaseSettingsDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = sl_file_names_make_dialog (_ ("Certificates to Trust"), _ ("_Trust"), _ ("Certificates (PEM)"), "pem");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, trust_chosen_cb, g_object_ref (self));
}

/* What somebody types now is left alone while the rest follows the case. */
static void
show_text (AdwEntryRow *row,
           const char  *text)
{
  const char *shown = text != NULL ? text : "";

  if (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), shown))
    gtk_editable_set_text (GTK_EDITABLE (row), shown);
}

static void
reload (SlCaseSettingsDialog *self)
{
  SlCase *from = sl_session_get_case (self->session);
  g_autofree char *title = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *trust = NULL;

  /* The case was closed: so are its settings. */
  if (from == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  g_object_get (sl_session_get_workbench (self->session), "title", &title, NULL);
  scope = sl_case_dup_scope (from);
  trust = sl_witness_dup_trust (from);
  self->loading = TRUE;
  show_text (self->title_row, title);
  show_text (self->scope, scope);
  if (get_shown_hours (self) != get_stored_hours (from))
    show_schedule (self, get_stored_hours (from));
  adw_action_row_set_subtitle (self->trust, trust != NULL ? _ ("Only those that were chosen for this case") : _ ("Those that the system trusts"));
  gtk_widget_set_visible (self->forget_trust, trust != NULL);
  self->loading = FALSE;
}

static void
sl_case_settings_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CASE_SETTINGS_DIALOG);
  g_clear_object (&SL_CASE_SETTINGS_DIALOG (object)->session);
  G_OBJECT_CLASS (sl_case_settings_dialog_parent_class)->dispose (object);
}

static void
sl_case_settings_dialog_class_init (SlCaseSettingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_case_settings_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-case-settings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, schedule);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, every);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, witnesses);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, trust);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, forget_trust);
  gtk_widget_class_bind_template_child (widget_class, SlCaseSettingsDialog, choose_trust);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, schedule_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_trust_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_trust_cb);
}

static void
sl_case_settings_dialog_init (SlCaseSettingsDialog *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_case_settings_dialog_new:
 * @session: with an open case
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_case_settings_dialog_new (SlSession *session)
{
  SlCaseSettingsDialog *self = g_object_new (SL_TYPE_CASE_SETTINGS_DIALOG, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < SL_N_WITNESS_KINDS; i++)
    adw_preferences_group_add (self->witnesses, sl_witness_row_new (session, (SlWitnessKind) i));
  reload (self);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
