/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-import-dialog.h"

/* Tells the desktop when the person looks elsewhere. */
void
sl_window_notify (SlWindow   *self,
                  const char *id,
                  const char *title,
                  const char *body)
{
  g_autoptr (GNotification) notification = NULL;

  if (gtk_window_is_active (GTK_WINDOW (self)))
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_application_send_notification (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), id, notification);
}

/* @target: (nullable): of the action */
static void
show_toast (SlWindow   *self,
            const char *message,
            const char *button,
            const char *action,
            const char *target)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      if (target != NULL)
        adw_toast_set_action_target (toast, "s", target);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
has_suggestions (SlWindow *self)
{
  SlCase *from = sl_session_get_case (self->session);
  SlQuery query = SL_QUERY_ALL;

  query.state = SL_SUGGESTION_OPEN;
  return from != NULL && sl_case_count (from, SL_LIST_SUGGESTIONS, &query, NULL) > 0;
}

static void
tell_added (SlWindow           *self,
            const SlImportItem *item)
{
  g_autofree char *message = NULL;

  /* Translators: %s is the headline of an article, %u the number of suggestions found in it. */
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” added with %u suggestion", "“%s” added with %u suggestions", item->suggestions),
                             item->what != NULL ? item->what : "", item->suggestions);
  if (item->suggestions > 0)
    show_toast (self, message, _ ("_Review"), "win.view", "review");
  else
    show_toast (self, message, NULL, NULL, NULL);
  sl_window_notify (self, "added", _ ("Source added"), message);
}

/* One document that went well is told in passing; whatever else came of an import is shown. */
static void
imported_cb (SlWindow       *self,
             SlImportReport *report)
{
  const SlImportItem *only = report->items->len == 1 ? g_ptr_array_index (report->items, 0) : NULL;

  if (only != NULL && only->outcome == SL_IMPORT_KEPT && only->reason == NULL)
    {
      tell_added (self, only);
      return;
    }
  adw_dialog_present (sl_import_dialog_new (report), GTK_WIDGET (self));
  sl_window_notify (self, "imported", _ ("Import finished"),
                    report->counts[SL_IMPORT_BROKEN] + report->counts[SL_IMPORT_UNREADABLE] > 0 ? _ ("Something could not be read.") : _ ("Everything was taken in."));
}

static void
went_on_cb (SlWindow *self,
            guint     n_waiting)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%u capture goes on", "%u captures go on", n_waiting), n_waiting);

  show_toast (self, message, _ ("_Stop"), "win.stop-captures", NULL);
}

static void
ended_cb (SlWindow *self,
          guint     n_captured,
          guint     n_failed)
{
  g_autofree char *captured = g_strdup_printf (ngettext ("%u source captured", "%u sources captured", n_captured), n_captured);
  g_autofree char *failed = g_strdup_printf (ngettext ("%u failed", "%u failed", n_failed), n_failed);
  g_autofree char *message = n_failed > 0 ? g_strconcat (captured, " · ", failed, NULL) : g_strdup (captured);

  if (n_captured + n_failed == 0)
    return;
  if (n_failed > 0)
    show_toast (self, message, _ ("S_how"), "win.captures", NULL);
  else if (has_suggestions (self))
    show_toast (self, message, _ ("_Review"), "win.view", "review");
  else
    show_toast (self, message, NULL, NULL, NULL);
  sl_window_notify (self, "captured", _ ("Captures finished"), message);
}

/* Tells what came of captures and imports. */
void
sl_window_follow_captures (SlWindow *self)
{
  g_signal_connect_object (self->jobs, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captures, "went-on", G_CALLBACK (went_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captures, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}
