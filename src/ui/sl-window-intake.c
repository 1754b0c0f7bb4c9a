/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-add-dialog.h"
#include "ui/sl-intake.h"

static void
take_file_list (SlWindow    *self,
                GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (const GSList *at = files; at != NULL; at = at->next)
    g_list_store_append (store, at->data);
  sl_intake_files (self->captures, G_LIST_MODEL (store));
}

/* A text with addresses in it may be meant in two ways: the person says which. */
static void
take_text (SlWindow   *self,
           const char *text)
{
  if (sl_intake_is_ambiguous (text))
    adw_dialog_present (sl_add_dialog_new (self->captures, text), GTK_WIDGET (self));
  else
    sl_intake_text (self->captures, text);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         SlWindow      *self)
{
  if (sl_session_get_workbench (self->session) == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    take_file_list (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value))
    take_text (self, g_value_get_string (value));
  else
    return FALSE;
  return TRUE;
}

/* Files, addresses and text may be dropped anywhere in the window. */
void
sl_window_add_drop_target (SlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, (GType[2]) { GDK_TYPE_FILE_LIST, G_TYPE_STRING }, 2);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
files_pasted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL && sl_session_get_workbench (self->session) != NULL)
    take_file_list (self, g_value_get_boxed (value));
}

static void
text_pasted_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (SlWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (text == NULL || *text == '\0')
    sl_session_tell (self->session, _ ("The clipboard holds no text, address or file"), FALSE);
  else if (sl_session_get_workbench (self->session) != NULL)
    take_text (self, text);
}

/* Another program offers files as a list of URIs, which GDK makes a list of files of. */
static gboolean
holds_files (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard));

  formats = gdk_content_formats_union_deserialize_gtypes (g_steal_pointer (&formats));
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}

void
sl_window_paste (SlWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (holds_files (clipboard))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, g_object_ref (self));
}
