/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-decision-dialog.h"

#include <glib/gi18n-lib.h>

struct _SlDecisionDialog
{
  AdwDialog parent_instance;

  SlSession      *session;  /* (owned) */
  SlDecisionKind  kind;
  GArray         *checks;   /* (owned) (element-type SlId) */
  gboolean        busy;

  /* Children of the template. */
  GtkButton           *apply;
  GtkRevealer         *failed;
  GtkLabel            *message;
  AdwPreferencesGroup *about;
  AdwComboRow         *reliability;
  AdwComboRow         *credibility;
  GtkStringList       *reliabilities;
  GtkStringList       *credibilities;
  AdwEntryRow         *reason;
};

G_DEFINE_FINAL_TYPE (SlDecisionDialog, sl_decision_dialog, ADW_TYPE_DIALOG)

static SlGrade
get_grade (SlDecisionDialog *self)
{
  return (SlGrade) { (SlReliability) adw_combo_row_get_selected (self->reliability),
                     (SlCredibility) adw_combo_row_get_selected (self->credibility) };
}

static char *
dup_reason (SlDecisionDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
update_cb (SlDecisionDialog *self)
{
  const SlGrade grade = get_grade (self);
  const gboolean judged = grade.reliability != SL_RELIABILITY_NONE || grade.credibility != SL_CREDIBILITY_NONE;
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            !self->busy && *reason != '\0' && (judged || self->kind != SL_DECISION_DOWNGRADE));
}

static void
show_failure (SlDecisionDialog *self,
              const GError     *error)
{
  gtk_label_set_text (self->message, error->message);
  gtk_revealer_set_reveal_child (self->failed, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
decided_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SlDecisionDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  update_cb (self);
  if (!sl_workbench_triage_finish (SL_WORKBENCH (object), result, &error))
    {
      show_failure (self, error);
      return;
    }
  sl_session_tell (self->session, self->kind == SL_DECISION_DOWNGRADE ? _ ("Graded lower") : _ ("Marked as superseded"), TRUE);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
apply_cb (SlDecisionDialog *self)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);
  g_autofree char *reason = dup_reason (self);
  g_autofree char *grade = self->kind == SL_DECISION_DOWNGRADE ? sl_grade_format (get_grade (self)) : NULL;
  const SlTriageRequest request = { (const SlId *) self->checks->data, self->checks->len, self->kind, reason, grade };

  if (workbench == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    return;
  self->busy = TRUE;
  update_cb (self);
  gtk_revealer_set_reveal_child (self->failed, FALSE);
  sl_workbench_triage_async (workbench, &request, decided_cb, g_object_ref (self));
}

static void
sl_decision_dialog_dispose (GObject *object)
{
  SlDecisionDialog *self = SL_DECISION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_DECISION_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->checks, g_array_unref);
  G_OBJECT_CLASS (sl_decision_dialog_parent_class)->dispose (object);
}

static void
sl_decision_dialog_class_init (SlDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_decision_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, message);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, about);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, reliability);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, credibility);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, reliabilities);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, credibilities);
  gtk_widget_class_bind_template_child (widget_class, SlDecisionDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
append_choice (GtkStringList *choices,
               SlGrade        grade,
               const char    *words)
{
  g_autofree char *sign = sl_grade_format (grade);
  g_autofree char *choice = g_strdup_printf (C_ ("grade", "%s – %s"), sign, words);

  gtk_string_list_append (choices, choice);
}

/* The first choice of each axis leaves it as it is. */
static void
sl_decision_dialog_init (SlDecisionDialog *self)
{
  self->checks = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (self->reliabilities, C_ ("grade", "As it is"));
  for (int i = 1; i <= SL_RELIABILITY_F; i++)
    append_choice (self->reliabilities, (SlGrade) { (SlReliability) i, SL_CREDIBILITY_NONE }, sl_reliability_describe ((SlReliability) i));
  gtk_string_list_append (self->credibilities, C_ ("grade", "As it is"));
  for (int i = 1; i <= SL_CREDIBILITY_UNKNOWN; i++)
    append_choice (self->credibilities, (SlGrade) { SL_RELIABILITY_NONE, (SlCredibility) i }, sl_credibility_describe ((SlCredibility) i));
}

static void
show_kind (SlDecisionDialog *self)
{
  const gboolean downgrade = self->kind == SL_DECISION_DOWNGRADE;

  adw_dialog_set_title (ADW_DIALOG (self), downgrade ? _ ("Downgrade") : _ ("Mark as Superseded"));
  gtk_button_set_label (self->apply, downgrade ? _ ("_Downgrade") : _ ("_Mark"));
  gtk_widget_set_visible (GTK_WIDGET (self->reliability), downgrade);
  gtk_widget_set_visible (GTK_WIDGET (self->credibility), downgrade);
  if (!downgrade)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Superseded _by What"));
}

/**
 * sl_decision_dialog_new:
 * @session: with an open case
 * @kind: %SL_DECISION_DOWNGRADE or %SL_DECISION_SUPERSEDED
 * @checks: (element-type SlId): what is decided
 * @about: what it is about, in words
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_decision_dialog_new (SlSession      *session,
                        SlDecisionKind  kind,
                        GArray         *checks,
                        const char     *about)
{
  SlDecisionDialog *self = g_object_new (SL_TYPE_DECISION_DIALOG, NULL);
  g_autofree char *escaped = g_markup_escape_text (about, -1);

  self->session = g_object_ref (session);
  self->kind = kind;
  g_array_append_vals (self->checks, checks->data, checks->len);
  adw_preferences_group_set_description (self->about, escaped);
  show_kind (self);
  update_cb (self);
  return ADW_DIALOG (self);
}
