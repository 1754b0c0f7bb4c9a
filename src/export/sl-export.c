/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export.h"

#include "export/sl-export-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sl-export-error-quark, sl_export_error)

/* A new export is a file with one function and a row here. */
static const SlExportFormat formats[] = {
  { "pdf", "pdf", "application/pdf", N_ ("Annotated report (PDF)"), sl_pdf_write },
  { "csv", "csv", "text/csv", N_ ("Table (CSV)"), sl_csv_write },
  { "timelinejs", "json", "application/json", N_ ("TimelineJS"), sl_timelinejs_write },
  { "markdown", "md", "text/markdown", N_ ("Text (Markdown)"), sl_markdown_write },
  { "html", "html", "text/html", N_ ("Web page (HTML)"), sl_html_write },
  { "jsonld", "jsonld", "application/ld+json", N_ ("Web annotations (JSON-LD)"), sl_jsonld_write },
};

/**
 * sl_export_get_formats:
 * @n_formats: (out)
 *
 * Returns: (transfer none) (array length=n_formats): what this version can write
 */
const SlExportFormat *
sl_export_get_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * sl_export_find_format:
 *
 * Returns: (transfer none) (nullable): the format of that name
 */
const SlExportFormat *
sl_export_find_format (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, name))
        return &formats[i];
    }
  return NULL;
}

static gboolean
check_quotes (const SlReport       *report,
              const SlReportClaim  *claim,
              GError              **error)
{
  for (guint i = 0; i < claim->quotes->len; i++)
    {
      const SlReportQuote *quote = g_ptr_array_index (claim->quotes, i);

      if (quote->document >= report->documents->len)
        {
          g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_INVALID, _ ("The claim “%s” quotes a document that the report does not hold"), claim->text);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_claims (const SlReport  *report,
              GPtrArray       *claims,
              GError         **error)
{
  for (guint i = 0; i < claims->len; i++)
    if (!check_quotes (report, g_ptr_array_index (claims, i), error))
      return FALSE;
  return TRUE;
}

/* Writers may then index without asking. */
static gboolean
check_report (const SlReport  *report,
              GError         **error)
{
  for (guint i = 0; i < report->documents->len; i++)
    {
      const SlReportDocument *document = g_ptr_array_index (report->documents, i);

      if (document->source >= report->sources->len || document->text == NULL || !g_utf8_validate (document->text, -1, NULL))
        {
          g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_INVALID, _ ("Document %u of the report has no source or no readable text"), i + 1);
          return FALSE;
        }
    }

  for (guint i = 0; i < report->events->len; i++)
    if (!check_claims (report, ((const SlReportEvent *) g_ptr_array_index (report->events, i))->claims, error))
      return FALSE;
  return check_claims (report, report->claims, error);
}

/**
 * sl_export_to_bytes:
 * @format: name of a format
 *
 * Writes a report in a format. The same report gives the same bytes.
 *
 * Fails with %SL_EXPORT_ERROR_FORMAT when there is no such format, %SL_EXPORT_ERROR_INVALID when the
 * report contradicts itself, %SL_EXPORT_ERROR_WRITE when the file cannot be made, and
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the whole file, or %NULL
 */
GBytes *
sl_export_to_bytes (const SlReport  *report,
                    const char      *format,
                    GCancellable    *cancellable,
                    GError         **error)
{
  const SlExportFormat *found = sl_export_find_format (format);

  if (found == NULL)
    {
      g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_FORMAT, _ ("There is no export in the format “%s”"), format);
      return NULL;
    }
  if (!check_report (report, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return found->write (report, cancellable, error);
}

/* GLib's own message names the temporary file and not what to do. */
static gboolean
set_file_error (const char    *path,
                const GError  *cause,
                GError       **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  const char *why = NULL;

  switch (cause->code)
    {
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      why = _ ("you may not write there");
      break;
    case G_FILE_ERROR_NOSPC:
      why = _ ("the disk is full");
      break;
    case G_FILE_ERROR_ISDIR:
      why = _ ("a folder has that name");
      break;
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      why = _ ("the folder does not exist");
      break;
    default:
      why = cause->message;
    }
  g_set_error (error, cause->domain, cause->code,
               _ ("“%s” could not be written: %s. Choose another place, or free some space."), shown, why);
  return FALSE;
}

/**
 * sl_export_write:
 * @format: name of a format
 * @path: file to write; replaced as a whole or not at all
 *
 * Writes a report into a file. Fails like sl_export_to_bytes(), and with %G_FILE_ERROR.
 */
gboolean
sl_export_write (const SlReport  *report,
                 const char      *format,
                 const char      *path,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (GBytes) bytes = sl_export_to_bytes (report, format, cancellable, error);
  g_autoptr (GError) cause = NULL;
  const char *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return set_file_error (path, cause, error);
  return TRUE;
}
