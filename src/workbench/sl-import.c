/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"
#include "core/sl-sniff.h"

static const char *const outcome_words[] = {
  [SL_IMPORT_KEPT] = "imported",
  [SL_IMPORT_UNREADABLE] = "unreadable",
  [SL_IMPORT_LISTED] = "listed",
  [SL_IMPORT_SKIPPED] = "skipped",
  [SL_IMPORT_NOTED] = "noted",
  [SL_IMPORT_BROKEN] = "broken",
};

static void
item_free (gpointer data)
{
  SlImportItem *self = data;

  g_free (self->file);
  g_free (self->place);
  g_free (self->what);
  g_free (self->reason);
  g_free (self);
}

static SlImportReport *
report_new (void)
{
  SlImportReport *self = g_new0 (SlImportReport, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);

  return self;
}

/**
 * sl_import_report_free:
 *
 * Frees a report; %NULL is fine.
 */
void
sl_import_report_free (SlImportReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * sl_import_outcome_to_string:
 *
 * Returns: (transfer none): the machine word for an outcome
 */
const char *
sl_import_outcome_to_string (SlImportOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (outcome_words), NULL);

  return outcome_words[outcome];
}

SlImportItem *
sl_import_add (SlImport        *self,
               SlImportOutcome  outcome,
               const char      *place,
               const char      *what,
               const char      *reason)
{
  SlImportItem *item = g_new0 (SlImportItem, 1);

  item->outcome = outcome;
  item->file = g_strdup (self->file);
  item->place = g_strdup (place);
  item->what = g_strdup (what);
  item->reason = g_strdup (reason);
  g_ptr_array_add (self->report->items, item);
  self->report->counts[outcome]++;

  return item;
}

gboolean
sl_import_is_stopped (SlImport *self)
{
  self->report->cancelled = self->report->cancelled || g_cancellable_is_cancelled (self->cancellable);

  return self->report->cancelled;
}

/* The very same record was imported before: importing a file twice does no harm. */
static SlId
find_known (SlImport        *self,
            const SlArrival *arrival)
{
  SlCase *a_case = sl_workbench_get_case (self->workbench);
  g_autoptr (SlSource) source = sl_arrival_is_address (arrival->url) ? sl_case_find_source (a_case, arrival->url) : NULL;
  g_autoptr (GPtrArray) captures = NULL;
  g_autoptr (SlCapture) same = arrival->url == NULL ? sl_case_find_payload (a_case, arrival->capture->payload_digest) : NULL;
  SlQuery query = SL_QUERY_ALL;

  if (same != NULL && same->captured_at == arrival->capture->captured_at)
    return TRUE;
  if (source == NULL)
    return SL_ID_NONE;

  query.about = source->id;
  captures = sl_case_list_captures (a_case, &query, NULL);
  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (captures, i);

      if (capture->captured_at == arrival->capture->captured_at && g_str_equal (capture->payload_digest, arrival->capture->payload_digest))
        return capture->id;
    }

  return SL_ID_NONE;
}

/* One act for each document, so that what was imported before a cancel or a crash stays. */
SlId
sl_import_keep (SlImport   *self,
                SlArrival  *arrival,
                const char *place)
{
  const SlAddRequest request = { .published = self->request->published, .language = self->request->language };
  g_autoptr (SlAddReport) kept = NULL;
  g_autoptr (GError) problem = NULL;
  SlId known = find_known (self, arrival);
  SlImportItem *item;

  if (known != SL_ID_NONE)
    {
      if (!self->again)
        sl_import_add (self, SL_IMPORT_SKIPPED, place, arrival->url, _ ("This very capture is in the case already."));
      return known;
    }

  kept = sl_workbench_keep (self->workbench, &request, arrival, NULL, self->cancellable, &problem);
  if (kept == NULL)
    {
      if (!sl_import_is_stopped (self))
        sl_import_add (self, SL_IMPORT_BROKEN, place, arrival->name, problem->message);
      return SL_ID_NONE;
    }

  if (kept->trouble == NULL)
    item = sl_import_add (self, SL_IMPORT_KEPT, place, kept->title, NULL);
  else
    item = sl_import_add (self, SL_IMPORT_UNREADABLE, place, kept->title, kept->trouble->message);
  item->source_id = kept->source_id;
  item->capture_id = kept->capture_id;
  item->document_id = kept->document_id;
  item->suggestions = kept->suggestions;

  return kept->capture_id;
}

gboolean
sl_import_is_one_of_several (SlImport *self)
{
  return self->request->files != NULL && g_strv_length ((char **) self->request->files) > 1;
}

static gboolean
check_request (const SlImportRequest  *request,
               gint64                 *captured_usec,
               GError                **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = request->captured != NULL ? g_date_time_new_from_iso8601 (request->captured, utc) : NULL;
  g_autoptr (GError) cause = NULL;
  SlEdtf edtf;

  if (request->published != NULL && !sl_edtf_parse (request->published, &edtf, &cause))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not a publication date: %s. Write it as EDTF, for example 2025-11-23."), request->published, cause->message);
      return FALSE;
    }
  if (request->captured != NULL && moment == NULL)
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not a moment of capture. Write it like 2025-11-23T10:00:00Z."), request->captured);
      return FALSE;
    }
  if (request->url != NULL && !sl_arrival_is_address (request->url))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not an address of the web. Write it like https://example.org/story."), request->url);
      return FALSE;
    }

  *captured_usec = moment != NULL ? g_date_time_to_unix_usec (moment) : -1;

  return TRUE;
}

/* An ARC file says so itself; a .warc.gz is gzip to whoever only looks at its beginning. */
static gboolean
is_web_archive (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  SlContentType type = sl_sniff_type (data, size, NULL);

  return type == SL_CONTENT_TYPE_WARC || type == SL_CONTENT_TYPE_GZIP || (size > 11 && memcmp (data, "filedesc://", 11) == 0);
}

static void
import_bytes (SlImport *self,
              GBytes   *bytes)
{
  if (is_web_archive (bytes))
    sl_import_warc (self, bytes, "warc", NULL, NULL);
  else
    sl_import_document (self, bytes);
}

/* Web archives may be larger than memory, so that the file is mapped rather than read. */
static void
import_file (SlImport   *self,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *local = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (local != NULL ? local : path, FALSE, &problem);
  g_autoptr (GBytes) bytes = NULL;

  g_free (self->file);
  self->file = g_utf8_make_valid (name, -1);
  if (mapped == NULL && self->again)
    return;
  if (mapped == NULL)
    {
      sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, problem->message);
      return;
    }

  bytes = g_mapped_file_get_bytes (mapped);
  if (g_bytes_get_size (bytes) == 0 && self->again)
    return;
  if (g_bytes_get_size (bytes) == 0)
    sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, _ ("The file is empty. Get it again."));
  else
    import_bytes (self, bytes);
}

static void
import_files (SlImport *self)
{
  const char *const *files = self->request->files;
  guint n_files = files != NULL ? g_strv_length ((char **) files) : 0;

  for (guint i = 0; i < n_files && !sl_import_is_stopped (self); i++)
    {
      g_autofree char *base = g_path_get_basename (files[i]);
      g_autofree char *name = g_utf8_make_valid (base, -1);
      g_autofree char *line = g_strdup_printf (_ ("Importing %s…"), name);

      sl_progress_report (self->progress, (double) i / n_files, line);
      import_file (self, files[i]);
    }
}

static gpointer
run (SlWorkbench   *workbench,
     gpointer       data,
     SlProgress    *progress,
     GCancellable  *cancellable,
     GError       **error)
{
  const SlImportRequest *request = data;
  g_autoptr (SlImportReport) report = report_new ();
  SlImport self = { .workbench = workbench, .request = request, .report = report, .progress = progress, .cancellable = cancellable };

  if (!check_request (request, &self.captured_usec, error))
    return NULL;

  self.payloads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (request->bytes != NULL)
    {
      self.file = g_strdup (_ ("pasted text"));
      import_bytes (&self, request->bytes);
    }
  import_files (&self);
  self.again = TRUE;
  if (self.revisits_left && sl_import_is_one_of_several (&self))
    import_files (&self);
  g_hash_table_unref (self.payloads);
  g_free (self.file);

  return g_steal_pointer (&report);
}

/**
 * sl_workbench_import:
 *
 * Takes in files of other programs: web archives (WARC, ARC, WACZ), saved pages (MHTML, SingleFile, HTML), PDF, text,
 * feeds and bibliographies. Each document becomes a capture of its own, with the bytes as they came, in an act of its
 * own; the report names everything else that was met.
 *
 * What is wrong with a file stands in the report. Fails only with SL_WORKBENCH_ERROR_INVALID for a wrong request.
 *
 * Returns: (transfer full)
 */
SlImportReport *
sl_workbench_import (SlWorkbench            *self,
                     const SlImportRequest  *request,
                     SlProgressFunc          progress,
                     gpointer                data,
                     GCancellable           *cancellable,
                     GError                **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return run (self, (gpointer) request, &sink, cancellable, error);
}

static void
free_request (gpointer data)
{
  SlImportRequest *request = data;

  g_strfreev ((char **) request->files);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free ((char *) request->url);
  g_free ((char *) request->published);
  g_free ((char *) request->captured);
  g_free ((char *) request->language);
  g_free (request);
}

/**
 * sl_workbench_import_async:
 *
 * As sl_workbench_import(), on a thread of the workbench. @request is copied.
 */
void
sl_workbench_import_async (SlWorkbench           *self,
                           const SlImportRequest *request,
                           SlProgressFunc         progress,
                           gpointer               progress_data,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               data)
{
  SlImportRequest *copy;

  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (request != NULL);

  copy = g_new0 (SlImportRequest, 1);
  copy->files = (const char *const *) g_strdupv ((char **) request->files);
  copy->bytes = request->bytes != NULL ? g_bytes_ref (request->bytes) : NULL;
  copy->url = g_strdup (request->url);
  copy->published = g_strdup (request->published);
  copy->captured = g_strdup (request->captured);
  copy->language = g_strdup (request->language);
  sl_workbench_run_async (self, run, copy, free_request, (GDestroyNotify) sl_import_report_free,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_import_finish:
 *
 * Returns: (transfer full): as sl_workbench_import()
 */
SlImportReport *
sl_workbench_import_finish (SlWorkbench   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
