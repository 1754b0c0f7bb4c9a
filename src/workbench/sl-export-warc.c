/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-export-warc.h"

#define PAGE_ROWS 256

static gboolean
write_capture (SlCase           *a_case,
               const SlCapture  *capture,
               GOutputStream    *output,
               GCancellable     *cancellable,
               GError          **error)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = *digests[i] != '\0' ? sl_case_load_blob (a_case, digests[i], error) : NULL;

      if (member == NULL)
        return FALSE;
      if (!g_output_stream_write_all (output, g_bytes_get_data (member, NULL), g_bytes_get_size (member), NULL, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_captures (SlCase         *a_case,
                GOutputStream  *output,
                GCancellable   *cancellable,
                GError        **error)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 total = sl_case_count (a_case, SL_LIST_CAPTURES, &query, error);

  if (total < 0)
    return FALSE;

  query.limit = PAGE_ROWS;
  for (query.offset = 0; query.offset < total; query.offset += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) captures = sl_case_list_captures (a_case, &query, error);

      for (guint i = 0; captures != NULL && i < captures->len; i++)
        if (!write_capture (a_case, g_ptr_array_index (captures, i), output, cancellable, error))
          return FALSE;
      if (captures == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_export_warc:
 * @path: replaced as a whole when everything could be written
 *
 * Writes all captures of a case as one WARC 1.1 file.
 *
 * The case keeps each record as the gzip member that it is in a `.warc.gz`, so this is a concatenation.
 *
 * Fails with SL_STORE_ERROR, G_IO_ERROR.
 *
 * Returns: whether it was written
 */
gboolean
sl_export_warc (SlCase        *a_case,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (GCancellable) abandon = NULL;

  if (output == NULL)
    return FALSE;

  if (write_captures (a_case, G_OUTPUT_STREAM (output), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);

  /* Closing under a cancelled cancellable leaves the file that was there before. */
  abandon = g_cancellable_new ();
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (output), abandon, NULL);

  return FALSE;
}
