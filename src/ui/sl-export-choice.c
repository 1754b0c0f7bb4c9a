/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-export-choice.h"

#include <glib/gi18n-lib.h>

static const SlExportChoice choices[] = {
  { "pdf", "pdf", SL_EXPORT_TO_READ, FALSE,
    N_ ("Report (PDF)"), N_ ("To read and print: timeline, claims, and each quotation marked in its source") },
  { "html", "html", SL_EXPORT_TO_READ, FALSE,
    N_ ("Web Page (HTML)"), N_ ("To read in a browser or put on a site; one file") },
  { "markdown", "md", SL_EXPORT_TO_READ, FALSE,
    N_ ("Text (Markdown)"), N_ ("To go on writing in a text editor") },
  { "bundle", "zip", SL_EXPORT_AS_EVIDENCE, FALSE,
    N_ ("Evidence Bundle (ZIP)"), N_ ("To hand over the case: report, archives and data, with a digest of each part") },
  { "wacz", "wacz", SL_EXPORT_AS_EVIDENCE, TRUE,
    N_ ("Web Archive (WACZ)"), N_ ("To replay the captured pages in ReplayWeb.page, with our annotations") },
  { "warc", "warc.gz", SL_EXPORT_AS_EVIDENCE, TRUE,
    N_ ("Raw Captures (WARC)"), N_ ("To keep the exact exchanges with the servers, for archives and tools") },
  { "csv", "csv", SL_EXPORT_AS_DATA, FALSE,
    N_ ("Table (CSV)"), N_ ("To count and sort claims in a spreadsheet") },
  { "timelinejs", "json", SL_EXPORT_AS_DATA, FALSE,
    N_ ("TimelineJS (JSON)"), N_ ("To publish the timeline with TimelineJS") },
  { "jsonld", "jsonld", SL_EXPORT_AS_DATA, FALSE,
    N_ ("Web Annotations (JSON-LD)"), N_ ("To exchange quotations with other annotation tools") },
};

/**
 * sl_export_choices:
 * @n_choices: (out)
 *
 * Returns: (transfer none) (array length=n_choices): what can be exported, in the order to show it; @title and @use are not
 *   translated yet
 */
const SlExportChoice *
sl_export_choices (guint *n_choices)
{
  *n_choices = G_N_ELEMENTS (choices);
  return choices;
}

/**
 * sl_export_choice_find:
 *
 * Returns: (transfer none) (nullable): the choice of that format
 */
const SlExportChoice *
sl_export_choice_find (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].format, format))
      return &choices[i];
  return NULL;
}

/**
 * sl_export_purpose_name:
 *
 * Returns: (transfer none): what somebody exports for, translated
 */
const char *
sl_export_purpose_name (SlExportPurpose purpose)
{
  static const char *const names[SL_N_EXPORT_PURPOSES] = {
    [SL_EXPORT_TO_READ] = NC_ ("export", "To Read"),
    [SL_EXPORT_AS_EVIDENCE] = NC_ ("export", "Evidence"),
    [SL_EXPORT_AS_DATA] = NC_ ("export", "Data"),
  };

  g_return_val_if_fail (purpose < SL_N_EXPORT_PURPOSES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "export", names[purpose]);
}
