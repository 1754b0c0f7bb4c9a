/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "export/sl-export.h"
#include "workbench/sl-export-warc.h"
#include "workbench/sl-make-report.h"

/* Formats of the design which a later version writes. */
static const char *const planned[] = { "wacz", "bundle", "csv", "timelinejs", "stix", "jsonld", "html", "markdown", NULL };

static gboolean
refuse (const char  *format,
        GError     **error)
{
  if (g_strv_contains (planned, format))
    g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NOT_YET,
                 _ ("Export as %s: not yet in version %s. Choose another format."), format, VERSION);
  else
    g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                 _ ("There is no export format “%s”. Formats are pdf, warc, wacz, bundle, csv, timelinejs, stix, jsonld, html and markdown."), format);

  return FALSE;
}

static gboolean
export_report (SlWorkbench   *self,
               SlCase        *a_case,
               const char    *format,
               const char    *path,
               SlProgress    *progress,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (SlReport) report = NULL;

  sl_progress_report (progress, -1, _ ("Gathering the report…"));
  report = sl_make_report (a_case, sl_workbench_get_by (self), sl_workbench_now (), cancellable, error);
  if (report == NULL)
    return FALSE;

  sl_progress_report (progress, -1, _ ("Writing…"));

  return sl_export_write (report, format, path, cancellable, error);
}

/* A connection of its own, so that the window can read on meanwhile. */
gboolean
sl_workbench_run_export (SlWorkbench   *self,
                         const char    *format,
                         const char    *path,
                         SlProgress    *progress,
                         GCancellable  *cancellable,
                         GError       **error)
{
  gboolean warc = g_str_equal (format, "warc");
  g_autoptr (SlCase) a_case = NULL;

  if (!warc && sl_export_find_format (format) == NULL)
    return refuse (format, error);

  a_case = sl_case_open (sl_case_get_path (sl_workbench_get_case (self)), SL_CASE_OPEN_READ_ONLY, error);
  if (a_case == NULL)
    return FALSE;

  if (warc)
    return sl_export_warc (a_case, path, cancellable, error);

  return export_report (self, a_case, format, path, progress, cancellable, error);
}
