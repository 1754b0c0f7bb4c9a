/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-file-names.h"
#include "ui/sl-intake.h"

static void
case_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    sl_window_start_opening (self, SL_OPEN_IMPORT, path);
}

void
sl_window_choose_case (SlWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = sl_file_names_make_dialog (_ ("Open a Case"), _ ("_Open"), _ ("Sourceline Cases"), "sourceline");

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, case_chosen_cb, g_object_ref (self));
}

static void
copy_saved_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  SlWindow *self = SL_WINDOW (object);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sl_session_tell (self->session, _ ("Copy saved"), FALSE);
  else
    sl_session_fail (self->session, _ ("The copy could not be saved"), error);
}

/* The case is held by the task, so that closing the window meanwhile does no harm. */
typedef struct
{
  SlCase *from;  /* (owned) */
  char   *path;  /* (owned) */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->from);
  g_free (copying->path);
  g_free (copying);
}

static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;

  if (sl_case_save_copy (copying->from, copying->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  SlCase *from = sl_session_get_case (self->session);
  g_autoptr (GTask) task = NULL;
  Copying *copying = NULL;

  if (file == NULL || from == NULL || !g_file_is_native (file))
    return;
  copying = g_new0 (Copying, 1);
  copying->from = g_object_ref (from);
  copying->path = g_file_get_path (file);
  task = g_task_new (self, NULL, copy_saved_cb, NULL);
  g_task_set_task_data (task, copying, copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}

void
sl_window_choose_copy (SlWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = sl_file_names_make_dialog (_ ("Save a Copy"), _ ("_Save"), _ ("Sourceline Cases"), "sourceline");

  sl_file_names_suggest (dialog, self->session, "sourceline");
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, copy_chosen_cb, g_object_ref (self));
}

static void
pdf_chosen_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    sl_jobs_export (self->jobs, &(SlExportRequest) { .format = "pdf", .path = path });
}

void
sl_window_choose_pdf (SlWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = sl_file_names_make_dialog (_ ("Export PDF"), _ ("_Export"), _ ("PDF Documents"), "pdf");

  sl_file_names_suggest (dialog, self->session, "pdf");
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, pdf_chosen_cb, g_object_ref (self));
}

static void
imports_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (files != NULL)
    sl_intake_files (self->captures, files);
}

static void
add_filter (GListStore        *filters,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  g_list_store_append (filters, filter);
}

static GListModel *
make_import_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  add_filter (filters, _ ("Everything That Can Be Imported"),
              (const char *const[]) { "warc", "warc.gz", "arc", "arc.gz", "wacz", "mht", "mhtml", "html", "htm", "xhtml", "pdf", "txt", "text",
                                      "md", "rss", "atom", "xml", "ris", "json", "rdf", NULL });
  add_filter (filters, _ ("Web Archives"), (const char *const[]) { "warc", "warc.gz", "arc", "arc.gz", "wacz", NULL });
  add_filter (filters, _ ("Pages and Texts"), (const char *const[]) { "mht", "mhtml", "html", "htm", "xhtml", "pdf", "txt", "text", "md", NULL });
  add_filter (filters, _ ("Feeds and Bibliographies"), (const char *const[]) { "rss", "atom", "xml", "ris", "json", "rdf", NULL });
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

void
sl_window_choose_imports (SlWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_import_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Import"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, imports_chosen_cb, g_object_ref (self));
}
