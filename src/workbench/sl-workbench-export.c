/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "export/sl-export.h"
#include "workbench/sl-export-bundle.h"
#include "workbench/sl-export-wacz.h"
#include "workbench/sl-export-warc.h"
#include "workbench/sl-make-report.h"

/* Formats of the design which a later version writes. */
static const char *const planned[] = { "stix", NULL };

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
  report = (g_str_equal (format, "jsonld") ? sl_make_annotations : sl_make_report) (a_case, sl_workbench_get_by (self), sl_workbench_now (), cancellable, error);
  if (report == NULL)
    return FALSE;

  sl_progress_report (progress, -1, _ ("Writing…"));

  return sl_export_write (report, format, path, cancellable, error);
}

/* The file is replaced only when all could be written. */
static gboolean
export_captures (SlWorkbench            *self,
                 SlCase                 *a_case,
                 const SlExportRequest  *request,
                 SlProgress             *progress,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (SlSelection) selection = sl_selection_new (a_case, request->keys, request->n_keys, error);
  g_autoptr (GFile) file = g_file_new_for_path (request->path);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GCancellable) abandon = NULL;
  gboolean written;

  if (selection == NULL)
    return FALSE;
  output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (output == NULL)
    return FALSE;

  sl_progress_report (progress, -1, _ ("Writing the captures…"));
  if (g_str_equal (request->format, "warc"))
    written = sl_export_warc (selection, G_OUTPUT_STREAM (output), cancellable, error);
  else if (g_str_equal (request->format, "bundle"))
    written = sl_export_bundle (selection, sl_workbench_get_by (self), G_OUTPUT_STREAM (output), cancellable, error);
  else
    written = sl_export_wacz (selection, sl_workbench_get_by (self), FALSE, G_OUTPUT_STREAM (output), cancellable, error);
  if (written)
    return g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);

  /* Closing under a cancelled cancellable leaves the file that was there before. */
  abandon = g_cancellable_new ();
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (output), abandon, NULL);
  return FALSE;
}

static gboolean
is_of_captures (const char *format)
{
  return g_str_equal (format, "warc") || g_str_equal (format, "wacz");
}

/* A connection of its own, so that the window can read on meanwhile. */
gboolean
sl_workbench_run_export (SlWorkbench            *self,
                         const SlExportRequest  *request,
                         SlProgress             *progress,
                         GCancellable           *cancellable,
                         GError                **error)
{
  gboolean captures = is_of_captures (request->format);
  gboolean bundle = g_str_equal (request->format, "bundle");
  g_autoptr (SlCase) a_case = NULL;

  if (!captures && !bundle && sl_export_find_format (request->format) == NULL)
    return refuse (request->format, error);
  if (!captures && request->n_keys > 0)
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("Only warc and wacz can be written of some sources or captures; %s is of the whole case."), request->format);
      return FALSE;
    }

  a_case = sl_case_open (sl_case_get_path (sl_workbench_get_case (self)), SL_CASE_OPEN_READ_ONLY, error);
  if (a_case == NULL)
    return FALSE;
  if (captures || bundle)
    return export_captures (self, a_case, request, progress, cancellable, error);

  return export_report (self, a_case, request->format, request->path, progress, cancellable, error);
}
