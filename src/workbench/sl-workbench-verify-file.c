/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "core/sl-sniff.h"
#include "workbench/sl-file-check-private.h"

#define MANIFEST "manifest-sha256.txt"
#define CAPTURES "captures.wacz"

static SlUnpacked *
unpack (SlFileCheck  *self,
        GBytes       *bytes,
        GError      **error)
{
  const SlUnpackRequest request = { .bytes = bytes, .whole = TRUE };

  return sl_unpack_run (self->helpers->reader, &request, self->cancellable, error);
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                       _ ("The file is neither a case nor a bundle, WACZ, WARC or PDF report. Name one of those."));
  return FALSE;
}

/* A line as sha256sum writes it: digest, two blanks, path. */
static void
check_manifest_line (SlFileCheck *self,
                     GPtrArray   *parts,
                     GHashTable  *listed,
                     const char  *line)
{
  const char *name = strlen (line) > 66 && strncmp (line + 64, "  ", 2) == 0 ? line + 66 : NULL;
  const SlPart *part = name != NULL ? sl_file_check_find_part (parts, name) : NULL;
  g_autofree char *digest = part != NULL ? sl_digest_bytes (part->bytes) : NULL;

  if (name == NULL)
    {
      sl_file_check_add (self, "line", MANIFEST, "unreadable", _ ("The line “%.100s” is no digest with a path."), line);
      return;
    }

  g_hash_table_add (listed, g_strdup (name));
  if (part == NULL)
    sl_file_check_add (self, "file", name, "missing", _ ("The manifest lists this file, but it is not there."));
  else if (strncmp (digest, line, 64) != 0)
    sl_file_check_add (self, "file", name, "digest", _ ("Its digest is %s, but the manifest states %.64s: the file was changed or damaged."), digest, line);
}

static void
check_manifest (SlFileCheck *self,
                GPtrArray   *parts)
{
  const SlPart *manifest = sl_file_check_find_part (parts, MANIFEST);
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  if (manifest == NULL)
    {
      sl_file_check_add (self, "file", MANIFEST, "missing", _ ("The list of digests is missing: nothing says what the other files should be."));
      return;
    }

  text = g_strndup (g_bytes_get_data (manifest->bytes, NULL), g_bytes_get_size (manifest->bytes));
  valid = g_utf8_make_valid (text, -1);
  lines = g_strsplit (valid, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      check_manifest_line (self, parts, listed, lines[i]);

  for (guint i = 0; i < parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (!g_str_equal (part->name, MANIFEST) && !g_hash_table_contains (listed, part->name))
        sl_file_check_add (self, "file", part->name, "not-listed", _ ("The manifest does not list this file: it was put in later."));
    }
}

static void
take_notes (SlFileCheck *self,
            GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const SlUnpackNote *note = g_ptr_array_index (notes, i);

      if (note->broken)
        sl_file_check_add (self, "file", note->place, "damaged", "%s", note->reason);
    }
}

/* What lies in the bundle is checked as if it lay alone. */
static gboolean
check_bundle (SlFileCheck  *self,
              SlUnpacked   *bundle,
              GError      **error)
{
  const SlPart *captures = sl_file_check_find_part (bundle->parts, CAPTURES);
  const SlPart *annotations = sl_file_check_find_part (bundle->parts, "annotations.jsonld");
  g_autoptr (SlUnpacked) inner = NULL;

  take_notes (self, bundle->notes);
  check_manifest (self, bundle->parts);
  if (captures == NULL)
    return TRUE; /* the manifest has it, and its absence is a finding */

  sl_progress_report (self->progress, -1, _ ("Checking the captures…"));
  inner = unpack (self, captures->bytes, error);
  if (inner == NULL)
    return FALSE;
  self->inside = CAPTURES;
  sl_file_check_wacz (self, inner->parts, inner->notes);
  self->inside = NULL;
  if (annotations != NULL)
    sl_file_check_annotations (self, annotations);
  return TRUE;
}

static gboolean
is_wacz (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const char *name = ((const SlPart *) g_ptr_array_index (parts, i))->name;

      if (g_str_has_prefix (name, "datapackage") || g_str_has_prefix (name, "archive/"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_zip (SlFileCheck  *self,
           GBytes       *bytes,
           GError      **error)
{
  g_autoptr (SlUnpacked) unpacked = unpack (self, bytes, error);

  if (unpacked == NULL)
    return FALSE;
  if (sl_file_check_find_part (unpacked->parts, MANIFEST) != NULL || sl_file_check_find_part (unpacked->parts, CAPTURES) != NULL)
    return check_bundle (self, unpacked, error);
  if (!is_wacz (unpacked->parts))
    return refuse (error);
  sl_file_check_wacz (self, unpacked->parts, unpacked->notes);
  return TRUE;
}

static gboolean
check_pdf (SlFileCheck  *self,
           GBytes       *bytes,
           GError      **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (SlUnpacked) unpacked = unpack (self, bytes, &problem);

  /* Damage is a finding; that there is no reader process is none. */
  if (unpacked == NULL && problem->domain != SL_READ_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return sl_file_check_pdf (self, bytes, unpacked) || refuse (error);
}

static gboolean
check_bytes (SlFileCheck  *self,
             GBytes       *bytes,
             GError      **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  SlContentType type = size > 0 ? sl_sniff_type (data, size, NULL) : SL_CONTENT_TYPE_UNKNOWN;

  if (type == SL_CONTENT_TYPE_ZIP)
    return check_zip (self, bytes, error);
  if (type == SL_CONTENT_TYPE_PDF)
    return check_pdf (self, bytes, error);
  if (type == SL_CONTENT_TYPE_WARC || type == SL_CONTENT_TYPE_GZIP || (size > 11 && memcmp (data, "filedesc://", 11) == 0))
    return sl_file_check_warc (self, bytes, NULL) > 0 || refuse (error);
  return refuse (error);
}

static GPtrArray *
verify_file (const char    *path,
             SlProgress    *progress,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autoptr (SlHelpers) helpers = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  SlFileCheck check = { .progress = progress, .cancellable = cancellable };
  gboolean done;

  if (bytes == NULL)
    return NULL;

  sl_progress_report (progress, -1, _ ("Checking the digests…"));
  helpers = sl_helpers_new ();
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_finding_free);
  check.helpers = helpers;
  check.findings = findings;
  sl_file_check_begin (&check);
  done = check_bytes (&check, bytes, error);
  sl_file_check_end (&check);

  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&findings);
}

/**
 * sl_workbench_verify_file:
 * @path: a bundle, WACZ, WARC or PDF report
 *
 * Checks, offline and without any case, what was exported: every digest, that each part says of the others what they are, and
 * that each quotation stands in the captured text that it names. That the file holds does not say who made it: whoever changes
 * everything consistently is only found out by a time-stamp, or by a digest that was kept elsewhere.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID for a file of another kind, with SL_READ_ERROR for one that cannot be taken apart, with
 * G_FILE_ERROR and %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SlFinding): the problems, empty when all is well
 */
GPtrArray *
sl_workbench_verify_file (const char      *path,
                          SlProgressFunc   progress,
                          gpointer         data,
                          GCancellable    *cancellable,
                          GError         **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (path != NULL, NULL);

  return verify_file (path, &sink, cancellable, error);
}

/* What the thread of an asynchronous call gets. */
typedef struct
{
  char       *path;      /* (owned) */
  SlProgress  progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->progress.context, g_main_context_unref);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *findings = verify_file (job->path, &job->progress, cancellable, &error);

  (void) source;
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sl_workbench_verify_file_async:
 *
 * As sl_workbench_verify_file(), on a thread of its own.
 */
void
sl_workbench_verify_file_async (const char          *path,
                                SlProgressFunc       progress,
                                gpointer             progress_data,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job;

  g_return_if_fail (path != NULL);

  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->progress = (SlProgress) { progress, progress_data, g_main_context_ref_thread_default () };
  g_task_set_source_tag (task, sl_workbench_verify_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * sl_workbench_verify_file_finish:
 *
 * Returns: (transfer full): as sl_workbench_verify_file()
 */
GPtrArray *
sl_workbench_verify_file_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
