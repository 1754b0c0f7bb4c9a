/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-recheck-plan.h"

static char *
count_passages (GPtrArray *checks)
{
  if (checks->len == 0)
    return g_strdup (_ ("There is no passage to check: no claim leans on a source with a web address."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage checked, nothing new", "%u passages checked, nothing new", checks->len),
                          checks->len);
}

/* What a planned run found is only said when it is news; who asked gets an answer. */
static void
rechecked_cb (SlWindow  *self,
              GPtrArray *checks,
              gboolean   planned)
{
  g_autofree char *news = sl_recheck_summarize (sl_session_get_case (self->session), checks);
  g_autofree char *message = news != NULL ? g_strdup (news) : count_passages (checks);
  AdwToast *toast = NULL;

  if (news == NULL && planned)
    return;
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  if (news != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Show"));
      adw_toast_set_action_name (toast, "win.view");
      adw_toast_set_action_target (toast, "s", "checks");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  sl_window_notify (self, "rechecked", _ ("Sources checked again"), message);
}

/* Makes what checks the sources of the case again. */
void
sl_window_add_rechecker (SlWindow *self)
{
  self->rechecker = sl_rechecker_new (self->session, self->jobs);
  g_signal_connect_object (self->rechecker, "rechecked", G_CALLBACK (rechecked_cb), self, G_CONNECT_SWAPPED);
}
