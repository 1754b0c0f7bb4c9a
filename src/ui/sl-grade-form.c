/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-grade-form.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-workbench.h"

struct _SlGradeForm
{
  SlForm parent_instance;

  SlId target;

  /* Children of the template. */
  AdwPreferencesGroup *about;
  AdwComboRow         *reliability;
  AdwComboRow         *credibility;
  AdwEntryRow         *reason;
  AdwSwitchRow        *override;
};

G_DEFINE_FINAL_TYPE (SlGradeForm, sl_grade_form, SL_TYPE_FORM)

static SlGrade
get_grade (SlGradeForm *self)
{
  return (SlGrade) { (SlReliability) adw_combo_row_get_selected (self->reliability),
                     (SlCredibility) adw_combo_row_get_selected (self->credibility) };
}

static char *
dup_reason (SlGradeForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
update_complete (SlGradeForm *self)
{
  const SlGrade grade = get_grade (self);
  const gboolean judged = grade.reliability != SL_RELIABILITY_NONE || grade.credibility != SL_CREDIBILITY_NONE;
  g_autofree char *reason = dup_reason (self);

  sl_form_set_complete (SL_FORM (self), judged && *reason != '\0');
}

static SlCommand *
sl_grade_form_make_command (SlForm *form)
{
  SlGradeForm *self = SL_GRADE_FORM (form);
  const gboolean override = adw_switch_row_get_active (self->override);
  SlCommand *command = sl_command_new (override ? SL_COMMAND_OVERRIDE_GRADE : SL_COMMAND_GRADE, self->target);

  command->text = sl_grade_format (get_grade (self));
  command->reason = dup_reason (self);
  return command;
}

static void
sl_grade_form_refused (SlForm       *form,
                       const GError *error)
{
  SlGradeForm *self = SL_GRADE_FORM (form);

  if (g_error_matches (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_ORIGINS))
    gtk_widget_set_visible (GTK_WIDGET (self->override), TRUE);
}

static void
sl_grade_form_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_GRADE_FORM);
  G_OBJECT_CLASS (sl_grade_form_parent_class)->dispose (object);
}

static void
sl_grade_form_class_init (SlGradeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_grade_form_dispose;
  SL_FORM_CLASS (klass)->make_command = sl_grade_form_make_command;
  SL_FORM_CLASS (klass)->refused = sl_grade_form_refused;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-grade-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SlGradeForm, about);
  gtk_widget_class_bind_template_child (widget_class, SlGradeForm, reliability);
  gtk_widget_class_bind_template_child (widget_class, SlGradeForm, credibility);
  gtk_widget_class_bind_template_child (widget_class, SlGradeForm, reason);
  gtk_widget_class_bind_template_child (widget_class, SlGradeForm, override);
}

/* A choice reads "B – Usually reliable"; the first one means that this axis is left open. */
static void
fill_axis (AdwComboRow *row,
           int          last,
           int          axis)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_ ("grade", "Not judged"));
  for (int i = 1; i <= last; i++)
    {
      const SlGrade grade = axis == 0 ? (SlGrade) { (SlReliability) i, SL_CREDIBILITY_NONE }
                                      : (SlGrade) { SL_RELIABILITY_NONE, (SlCredibility) i };
      const char *words = axis == 0 ? sl_reliability_describe (grade.reliability) : sl_credibility_describe (grade.credibility);
      g_autofree char *sign = sl_grade_format (grade);
      /* Translators: a letter or digit of the grading scale, and what it means. */
      g_autofree char *choice = g_strdup_printf (C_ ("grade", "%s – %s"), sign, words);

      gtk_string_list_append (choices, choice);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update_complete),
                           gtk_widget_get_ancestor (GTK_WIDGET (row), SL_TYPE_GRADE_FORM), G_CONNECT_SWAPPED);
}

static void
sl_grade_form_init (SlGradeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_axis (self->reliability, SL_RELIABILITY_F, 0);
  fill_axis (self->credibility, SL_CREDIBILITY_UNKNOWN, 1);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (update_complete), self, G_CONNECT_SWAPPED);
}

/**
 * sl_grade_form_new:
 * @target: the outlet, source, claim or event to grade
 * @title: what it is called
 * @in_force: (nullable): the grade that counts now
 *
 * Returns: (transfer floating): the form
 */
SlForm *
sl_grade_form_new (SlId                target,
                   const char         *title,
                   const SlAssessment *in_force)
{
  SlGradeForm *self = g_object_new (SL_TYPE_GRADE_FORM, NULL);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  self->target = target;
  adw_preferences_group_set_description (self->about, escaped);
  if (in_force != NULL)
    {
      adw_combo_row_set_selected (self->reliability, in_force->grade.reliability);
      adw_combo_row_set_selected (self->credibility, in_force->grade.credibility);
    }
  update_complete (self);
  return SL_FORM (self);
}
