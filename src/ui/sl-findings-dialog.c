/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-findings-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/sl-finding.h"

/* More than anybody reads at once; the command line lists them all. */
#define MAX_ROWS 500

static GtkWidget *
make_row (const SlFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: what kind of thing is damaged, then a word for the problem. */
  g_autofree char *subtitle = g_strdup_printf (C_ ("finding", "%s · %s"), finding->what, finding->problem);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->detail);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static GtkWidget *
make_list (GPtrArray *findings)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Problem", "%u Problems", findings->len), findings->len);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  for (guint i = 0; i < MIN (findings->len, MAX_ROWS); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (g_ptr_array_index (findings, i)));
  if (findings->len > MAX_ROWS)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Only the first ones are listed; “sourceline-cli verify” lists all."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
make_all_well (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("All Is Well"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Every digest, the chain of the history, and every passage against its capture agree."));
  return page;
}

/**
 * sl_findings_dialog_new:
 * @findings: (element-type SlFinding): problems; empty when there are none
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_findings_dialog_new (GPtrArray *findings)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_dialog_set_title (dialog, _ ("Verification"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 420);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), findings->len > 0 ? make_list (findings) : make_all_well ());
  adw_dialog_set_child (dialog, view);
  return dialog;
}
