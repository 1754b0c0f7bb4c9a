/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-source-captures-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"

/* More than anybody reads at once; the command line lists them all. */
#define MAX_ROWS 500

static char *
describe_capture (const SlCapture *capture)
{
  g_autofree char *size = g_format_size ((guint64) MAX (0, capture->payload_bytes));
  GString *words = g_string_new (sl_capture_method_describe (capture->method));

  if (capture->status != 0)
    /* Translators: %d is the status of an answer of a web server, e.g. 404. */
    g_string_append_printf (words, _ (" · HTTP %d"), capture->status);
  g_string_append_printf (words, C_ ("capture", " · %s"), size);
  if (capture->came_as != NULL)
    g_string_append_printf (words, C_ ("capture", " · %s"), capture->came_as);
  if (capture->note != NULL && *capture->note != '\0')
    g_string_append_printf (words, C_ ("capture", " · %s"), capture->note);
  g_string_append_printf (words, "\nSHA-256 %s", capture->payload_digest);
  return g_string_free_and_steal (words);
}

/* A press on it shows the text that was read from it. */
static void
activated_cb (AdwActionRow *row,
              SlSession    *session)
{
  const SlId *document = g_object_get_data (G_OBJECT (row), "sl-document");
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_DIALOG);

  sl_session_select_passage (session, *document, 0, 0);
  sl_session_reveal (session);
  adw_dialog_close (ADW_DIALOG (dialog));
}

static void
link_document (GtkWidget       *row,
               SlSession       *session,
               const SlCapture *capture)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;

  query.about = capture->id;
  query.limit = 1;
  documents = sl_case_list_documents (sl_session_get_case (session), &query, NULL);
  if (documents == NULL || documents->len == 0)
    return;
  g_object_set_data_full (G_OBJECT (row), "sl-document",
                          g_memdup2 (&((const SlDocument *) g_ptr_array_index (documents, 0))->id, sizeof (SlId)), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_tooltip_text (row, _ ("Show the text of this capture"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), session, G_CONNECT_DEFAULT);
}

static GtkWidget *
make_row (SlSession       *session,
          const SlCapture *capture)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = sl_format_moment (capture->captured_at / G_USEC_PER_SEC);
  g_autofree char *words = describe_capture (capture);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  link_document (row, session, capture);
  return row;
}

static GtkWidget *
make_page (SlSession *session,
           GPtrArray *captures)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Capture", "%u Captures", captures->len), captures->len);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Newest first. Captures are never changed nor overwritten."));
  for (guint i = 0; i < MIN (captures->len, MAX_ROWS); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (session, g_ptr_array_index (captures, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/**
 * sl_source_captures_dialog_new:
 * @session: with an open case
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_source_captures_dialog_new (SlSession *session,
                               SlId       source)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) captures = NULL;

  query.about = source;
  captures = sl_case_list_captures (sl_session_get_case (session), &query, NULL);
  adw_dialog_set_title (dialog, _ ("Captures"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 480);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  if (captures != NULL)
    adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page (session, captures));
  adw_dialog_set_child (dialog, view);
  return dialog;
}
