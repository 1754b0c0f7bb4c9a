/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-edit-dialog.h"

struct _SlEditDialog
{
  AdwDialog parent_instance;

  SlSession *session;  /* (owned) */
  SlForm    *form;     /* (unowned): in the clamp */
  char      *told;     /* (owned) (nullable) */
  gboolean   busy;

  /* Children of the template. */
  GtkButton   *apply;
  GtkRevealer *failed;
  GtkLabel    *message;
  AdwClamp    *clamp;
};

G_DEFINE_FINAL_TYPE (SlEditDialog, sl_edit_dialog, ADW_TYPE_DIALOG)

static void
update_apply (SlEditDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), !self->busy && sl_form_get_complete (self->form));
}

static void
show_failure (SlEditDialog *self,
              const GError *error)
{
  gtk_label_set_text (self->message, error->message);
  gtk_revealer_set_reveal_child (self->failed, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  sl_form_refused (self->form, error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (SlEditDialog) self = data;
  g_autoptr (GError) error = NULL;

  sl_workbench_do_finish (SL_WORKBENCH (object), result, &error);
  self->busy = FALSE;
  update_apply (self);
  if (error != NULL)
    {
      show_failure (self, error);
      return;
    }
  if (self->told != NULL)
    sl_session_tell (self->session, self->told, TRUE);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
apply_cb (SlEditDialog *self)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);
  g_autoptr (SlCommand) command = NULL;

  if (workbench == NULL || self->busy || !sl_form_get_complete (self->form))
    return;
  command = sl_form_make_command (self->form);
  self->busy = TRUE;
  update_apply (self);
  gtk_revealer_set_reveal_child (self->failed, FALSE);
  sl_workbench_do_async (workbench, command, done_cb, g_object_ref (self));
}

static void
sl_edit_dialog_dispose (GObject *object)
{
  SlEditDialog *self = SL_EDIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_EDIT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (sl_edit_dialog_parent_class)->dispose (object);
}

static void
sl_edit_dialog_class_init (SlEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_edit_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlEditDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, SlEditDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, SlEditDialog, message);
  gtk_widget_class_bind_template_child (widget_class, SlEditDialog, clamp);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
sl_edit_dialog_init (SlEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->apply));
}

/**
 * sl_edit_dialog_new:
 * @session: with an open case
 * @form: the fields
 * @title: of the dialog
 * @apply: label of the button that does it, with mnemonic
 * @told: (nullable): what to say when it is done
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_edit_dialog_new (SlSession  *session,
                    SlForm     *form,
                    const char *title,
                    const char *apply,
                    const char *told)
{
  SlEditDialog *self = g_object_new (SL_TYPE_EDIT_DIALOG, "title", title, NULL);

  self->session = g_object_ref (session);
  self->form = form;
  self->told = g_strdup (told);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (form));
  gtk_button_set_label (self->apply, apply);
  g_signal_connect_object (form, "notify::complete", G_CALLBACK (update_apply), self, G_CONNECT_SWAPPED);
  update_apply (self);
  return ADW_DIALOG (self);
}
