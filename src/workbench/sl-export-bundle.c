/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-export-bundle.h"

#include "export/sl-export.h"
#include "export/sl-zip-writer.h"
#include "workbench/sl-export-wacz.h"
#include "workbench/sl-make-report.h"

/* What people read, and what other programs do. */
static const struct
{
  const char *name;
  const char *format;
} reports[] = {
  { "report.pdf", "pdf" },
  { "report.html", "html" },
  { "report.md", "markdown" },
  { "claims.csv", "csv" },
};

static gboolean
add_report (const SlReport  *report,
            const char      *name,
            const char      *format,
            SlZipWriter     *zip,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GBytes) bytes = sl_export_to_bytes (report, format, cancellable, error);

  return bytes != NULL && sl_zip_writer_add (zip, name, bytes, error);
}

/* Through a file without a name: a ZIP entry has to say its length first, and captures may be many. */
static gboolean
add_archive (const SlSelection  *selection,
             const char         *by,
             SlZipWriter        *zip,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("sourceline-XXXXXX.wacz", &stream, error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) archive = NULL;
  gboolean written;

  if (file == NULL)
    return FALSE;

  written = sl_export_wacz (selection, by, TRUE, g_io_stream_get_output_stream (G_IO_STREAM (stream)), cancellable, error)
            && g_io_stream_close (G_IO_STREAM (stream), cancellable, error);
  mapped = written ? g_mapped_file_new (path, FALSE, error) : NULL;
  g_file_delete (file, NULL, NULL);
  if (mapped == NULL)
    return FALSE;

  archive = g_mapped_file_get_bytes (mapped);
  return sl_zip_writer_add (zip, "captures.wacz", archive, error);
}

/* As sha256sum prints and checks it. */
static GBytes *
make_manifest (SlZipWriter *zip)
{
  GPtrArray *entries = sl_zip_writer_get_entries (zip);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SlZipEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s  %s\n", entry->digest, entry->name);
    }
  return g_string_free_to_bytes (text);
}

/**
 * sl_export_bundle:
 * @by: who exports
 *
 * Writes everything that a case has to show into one ZIP file: the report for people, the tables and annotations for programs,
 * the captures as WACZ, and the SHA-256 of each in `manifest-sha256.txt`, which `sha256sum -c` checks. An unchanged case gives
 * the same bytes again.
 *
 * Fails with SL_STORE_ERROR, SL_EXPORT_ERROR, G_IO_ERROR.
 *
 * Returns: whether it was written
 */
gboolean
sl_export_bundle (const SlSelection  *selection,
                  const char         *by,
                  GOutputStream      *output,
                  GCancellable       *cancellable,
                  GError            **error)
{
  gint64 at = selection->head != NULL ? selection->head->at : 0;
  g_autoptr (SlReport) report = sl_make_report (selection->a_case, by, at, cancellable, error);
  g_autoptr (SlZipWriter) zip = report != NULL ? sl_zip_writer_new (output, cancellable, error) : NULL;
  g_autoptr (SlReport) annotations = zip != NULL ? sl_make_annotations (selection->a_case, by, at, cancellable, error) : NULL;
  g_autoptr (GBytes) manifest = NULL;

  if (annotations == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (!add_report (report, reports[i].name, reports[i].format, zip, cancellable, error))
      return FALSE;
  if (!add_report (annotations, "annotations.jsonld", "jsonld", zip, cancellable, error)
      || !add_archive (selection, by, zip, cancellable, error))
    return FALSE;

  manifest = make_manifest (zip);
  return sl_zip_writer_add (zip, "manifest-sha256.txt", manifest, error) && sl_zip_writer_finish (zip, error);
}
