/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-witness-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-witness-row.h"
#include "ui/sl-witnessing.h"
#include "workbench/sl-witness-plan.h"

/* More than anybody reads; the rest is counted. */
#define MAX_ROWS 200

struct _SlWitnessDialog
{
  AdwDialog parent_instance;

  SlSession    *session;                    /* (owned) */
  SlJobs       *jobs;                       /* (owned) */
  SlId          capture;                    /* or none, for the case */
  AdwSwitchRow *asked[SL_N_WITNESS_KINDS];  /* (unowned) (nullable): for the kinds that are on */
  GPtrArray    *rows;                       /* (owned) (element-type GtkWidget): of the steps */
  guint         n_steps;

  /* Children of the template. */
  GtkStack            *stack;
  AdwPreferencesGroup *kinds;
  AdwPreferencesGroup *steps;
  GtkWidget           *send;
};

G_DEFINE_FINAL_TYPE (SlWitnessDialog, sl_witness_dialog, ADW_TYPE_DIALOG)

static gboolean
is_asked (SlWitnessDialog *self,
          SlWitnessKind    kind)
{
  return self->asked[kind] != NULL && adw_switch_row_get_active (self->asked[kind]);
}

static SlWitnessRequest
make_request (SlWitnessDialog *self)
{
  return (SlWitnessRequest) {
    .timestamp = is_asked (self, SL_WITNESS_TIMESTAMP),
    .memento = is_asked (self, SL_WITNESS_MEMENTO),
    .save = is_asked (self, SL_WITNESS_SAVED),
    .captures = &self->capture,
    .n_captures = self->capture != SL_ID_NONE ? 1 : 0,
  };
}

static void
add_row (SlWitnessDialog *self,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->steps, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_step (SlWitnessDialog     *self,
          const SlWitnessStep *step)
{
  /* Translators: %s is what is sent, such as “the SHA-256 … of the records of a capture”. */
  g_autofree char *sent = g_strdup_printf (_ ("Gets %s."), step->sent);

  add_row (self, step->address, sent);
}

static void
clear_rows (SlWitnessDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->steps, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_steps (SlWitnessDialog *self,
            GPtrArray       *steps)
{
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u message, to the address that each row names", "%u messages, to the addresses that the rows name", steps->len), steps->len);

  adw_preferences_group_set_description (self->steps, count);
  for (guint i = 0; i < MIN (steps->len, MAX_ROWS); i++)
    add_step (self, g_ptr_array_index (steps, i));
  if (steps->len > MAX_ROWS)
    {
      const guint more = steps->len - MAX_ROWS;
      g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more message of these kinds", "%u more messages of these kinds", more), more);

      add_row (self, title, "");
    }
  if (steps->len == 0)
    add_row (self, _ ("Nothing"), "");
}

/* Lists anew what would be sent. */
static void
update (SlWitnessDialog *self)
{
  const SlWitnessRequest request = make_request (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = sl_witness_plan (sl_session_get_case (self->session), &request, &error);

  clear_rows (self);
  self->n_steps = steps != NULL ? steps->len : 0;
  if (steps != NULL)
    show_steps (self, steps);
  else
    add_row (self, _ ("This cannot be sent"), error->message);
  gtk_widget_set_sensitive (self->send, self->n_steps > 0);
}

static void
send_cb (SlWitnessDialog *self)
{
  const SlWitnessRequest request = make_request (self);

  sl_witnessing_start (self->session, self->jobs, &request);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
settings_cb (SlWitnessDialog *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.case-settings", NULL);
}

static void
add_kind (SlWitnessDialog *self,
          SlWitnessKind    kind)
{
  g_autofree char *addresses = sl_witness_dup_addresses (sl_session_get_case (self->session), kind);

  if (addresses == NULL || *addresses == '\0')
    return;
  self->asked[kind] = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->asked[kind]), sl_witness_row_kind_name (kind));
  /* Whoever asks to make a copy public does it on purpose each time. */
  adw_switch_row_set_active (self->asked[kind], kind != SL_WITNESS_SAVED);
  adw_preferences_group_add (self->kinds, GTK_WIDGET (self->asked[kind]));
  g_signal_connect_object (self->asked[kind], "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
sl_witness_dialog_dispose (GObject *object)
{
  SlWitnessDialog *self = SL_WITNESS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_WITNESS_DIALOG);
  g_clear_object (&self->jobs);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_witness_dialog_parent_class)->dispose (object);
}

static void
sl_witness_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SL_WITNESS_DIALOG (object)->rows);
  G_OBJECT_CLASS (sl_witness_dialog_parent_class)->finalize (object);
}

static void
sl_witness_dialog_class_init (SlWitnessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_witness_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_witness_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-witness-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWitnessDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SlWitnessDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, SlWitnessDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, SlWitnessDialog, send);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_cb);
}

static void
sl_witness_dialog_init (SlWitnessDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_witness_dialog_new:
 * @session: with an open case
 * @jobs: where the questions go
 * @capture: what is asked about, or %SL_ID_NONE for the history and the newest capture of each source
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_witness_dialog_new (SlSession *session,
                       SlJobs    *jobs,
                       SlId       capture)
{
  SlWitnessDialog *self = g_object_new (SL_TYPE_WITNESS_DIALOG, NULL);
  gboolean somebody = FALSE;

  self->session = g_object_ref (session);
  self->jobs = g_object_ref (jobs);
  self->capture = capture;
  for (guint i = 0; i < SL_N_WITNESS_KINDS; i++)
    {
      add_kind (self, (SlWitnessKind) i);
      somebody = somebody || self->asked[i] != NULL;
    }
  gtk_stack_set_visible_child_name (self->stack, somebody ? "steps" : "nobody");
  gtk_widget_set_visible (self->send, somebody);
  if (somebody)
    update (self);
  return ADW_DIALOG (self);
}

/**
 * sl_witness_dialog_n_steps:
 *
 * Returns: how many messages would be sent
 */
guint
sl_witness_dialog_n_steps (SlWitnessDialog *self)
{
  g_return_val_if_fail (SL_IS_WITNESS_DIALOG (self), 0);
  return self->n_steps;
}
