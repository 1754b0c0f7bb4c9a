/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-add-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-intake.h"

struct _SlAddDialog
{
  AdwDialog parent_instance;

  SlJobs *jobs;  /* (owned) */

  /* Children of the template. */
  GtkTextView *text;
  GtkLabel    *found;
  GtkWidget   *apply;
};

G_DEFINE_FINAL_TYPE (SlAddDialog, sl_add_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (SlAddDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
text_changed_cb (SlAddDialog *self)
{
  g_autofree char *text = dup_text (self);
  const guint n_addresses = sl_intake_count_addresses (text);
  g_autofree char *found = NULL;

  if (*text == '\0')
    found = g_strdup (_ ("One web address a line, or the text of an article."));
  else if (n_addresses > 0)
    found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u address will be fetched and archived.",
                                          "%u addresses will be fetched and archived.", n_addresses),
                             n_addresses);
  else
    found = g_strdup (_ ("This is a text: it will be kept exactly as it stands here."));
  gtk_label_set_text (self->found, found);
  gtk_widget_set_sensitive (self->apply, *text != '\0');
}

static void
apply_cb (SlAddDialog *self)
{
  g_autofree char *text = dup_text (self);

  sl_intake_text (self->jobs, text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SlAddDialog) self = data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);

  /* Without files the person has changed their mind. */
  if (files == NULL)
    return;
  sl_intake_files (self->jobs, files);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
open_file_cb (SlAddDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Add Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, files_chosen_cb, g_object_ref (self));
}

static void
sl_add_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_ADD_DIALOG);
  g_clear_object (&SL_ADD_DIALOG (object)->jobs);
  G_OBJECT_CLASS (sl_add_dialog_parent_class)->dispose (object);
}

static void
sl_add_dialog_class_init (SlAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_add_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, found);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
}

static void
sl_add_dialog_init (SlAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->text));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  text_changed_cb (self);
}

/**
 * sl_add_dialog_new:
 * @jobs: where additions go
 * @text: (nullable): what was entered before
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_add_dialog_new (SlJobs     *jobs,
                   const char *text)
{
  SlAddDialog *self = g_object_new (SL_TYPE_ADD_DIALOG, NULL);

  self->jobs = g_object_ref (jobs);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return ADW_DIALOG (self);
}
