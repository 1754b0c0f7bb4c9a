/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-import-dialog.h"

#include <glib/gi18n-lib.h>

/* More than anybody reads at once; the command line lists them all. */
#define MAX_ROWS 200

static const char *
get_icon (SlImportOutcome outcome)
{
  static const char *const icons[SL_N_IMPORT_OUTCOMES] = {
    [SL_IMPORT_KEPT] = "object-select-symbolic",
    [SL_IMPORT_UNREADABLE] = "dialog-warning-symbolic",
    [SL_IMPORT_LISTED] = "view-list-symbolic",
    [SL_IMPORT_SKIPPED] = "edit-clear-symbolic",
    [SL_IMPORT_NOTED] = "dialog-information-symbolic",
    [SL_IMPORT_BROKEN] = "dialog-warning-symbolic",
  };

  return icons[outcome];
}

static char *
format_heading (SlImportOutcome outcome,
                guint           n_items)
{
  switch (outcome)
    {
    case SL_IMPORT_KEPT:
      return g_strdup_printf (ngettext ("%u Imported", "%u Imported", n_items), n_items);
    case SL_IMPORT_UNREADABLE:
      return g_strdup_printf (ngettext ("%u Kept, but Unreadable", "%u Kept, but Unreadable", n_items), n_items);
    case SL_IMPORT_LISTED:
      return g_strdup_printf (ngettext ("%u Address Found", "%u Addresses Found", n_items), n_items);
    case SL_IMPORT_SKIPPED:
      return g_strdup_printf (ngettext ("%u Left Out", "%u Left Out", n_items), n_items);
    case SL_IMPORT_NOTED:
      return g_strdup_printf (ngettext ("%u Note", "%u Notes", n_items), n_items);
    case SL_IMPORT_BROKEN:
    default:
      return g_strdup_printf (ngettext ("%u Could Not Be Read", "%u Could Not Be Read", n_items), n_items);
    }
}

static char *
format_place (const SlImportItem *item)
{
  if (item->place == NULL)
    return g_strdup (item->file);
  /* Translators: name of a file, then a place in it such as "line 7". */
  return g_strdup_printf (C_ ("place in a file", "%s, %s"), item->file, item->place);
}

static GtkWidget *
make_row (const SlImportItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = format_place (item);
  g_autofree char *subtitle = item->reason != NULL ? g_strconcat (item->reason, "\n", place, NULL) : g_strdup (place);
  /* The heading of the group says it in words. */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", get_icon (item->outcome), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->what != NULL ? item->what : item->file);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
add_group (AdwPreferencesPage   *page,
           const SlImportReport *report,
           SlImportOutcome       outcome)
{
  AdwPreferencesGroup *group = NULL;
  g_autofree char *heading = format_heading (outcome, report->counts[outcome]);
  guint n_rows = 0;

  if (report->counts[outcome] == 0)
    return;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, heading);
  for (guint i = 0; i < report->items->len && n_rows < MAX_ROWS; i++)
    {
      const SlImportItem *item = g_ptr_array_index (report->items, i);

      if (item->outcome != outcome)
        continue;
      adw_preferences_group_add (group, make_row (item));
      n_rows++;
    }
  if (report->counts[outcome] > n_rows)
    adw_preferences_group_set_description (group, _ ("Only the first ones are listed; “sourceline-cli import” lists all."));
  adw_preferences_page_add (page, group);
}

/* What the person may have to do something about comes first. */
static GtkWidget *
make_page (const SlImportReport *report)
{
  static const SlImportOutcome order[] = { SL_IMPORT_BROKEN, SL_IMPORT_UNREADABLE, SL_IMPORT_SKIPPED, SL_IMPORT_NOTED, SL_IMPORT_KEPT, SL_IMPORT_LISTED };
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_group (ADW_PREFERENCES_PAGE (page), report, order[i]);
  return page;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Imported"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("There was nothing to import."));
  return page;
}

/**
 * sl_import_dialog_new:
 * @report: what an import made
 *
 * Shows what was imported, what was left out and why, and what is broken and where.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_import_dialog_new (const SlImportReport *report)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_dialog_set_title (dialog, report->cancelled ? _ ("Import Stopped") : _ ("Import"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 520);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), report->items->len > 0 ? make_page (report) : make_nothing ());
  adw_dialog_set_child (dialog, view);
  return dialog;
}
