/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-file-names.h"

#include <glib/gi18n-lib.h>

/**
 * sl_file_names_make_dialog:
 * @title: of the dialog
 * @accept: label of its button, with mnemonic
 * @filter_name: what the files are
 * @suffix: of their names, without the first dot
 *
 * Returns: (transfer full): a dialog that shows such files
 */
GtkFileDialog *
sl_file_names_make_dialog (const char *title,
                           const char *accept,
                           const char *filter_name,
                           const char *suffix)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_filter_set_name (filter, filter_name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/**
 * sl_file_names_suggest:
 * @session: with an open case
 *
 * Suggests a name that is made of the title of the case.
 */
void
sl_file_names_suggest (GtkFileDialog *dialog,
                       SlSession     *session,
                       const char    *suffix)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_object_get (sl_session_get_workbench (session), "title", &title, NULL);
  name = g_strconcat (title != NULL && *title != '\0' ? title : _ ("Case"), ".", suffix, NULL);
  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_initial_name (dialog, name);
}
