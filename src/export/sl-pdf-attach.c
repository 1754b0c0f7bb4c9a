/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-attach.h"

#include <string.h>

#include "core/sl-digest.h"
#include "export/sl-export-private.h"
#include "export/sl-json-text.h"

static void
attachment_free (gpointer data)
{
  SlPdfAttachment *self = data;

  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
add (GPtrArray  *attachments,
     const char *name,
     const char *media_type,
     GBytes     *bytes)
{
  SlPdfAttachment *attachment = g_new (SlPdfAttachment, 1);

  *attachment = (SlPdfAttachment) { name, media_type, bytes };
  g_ptr_array_add (attachments, attachment);
}

/* What the report is of, and what lies in it: as the package file of a web archive says it. */
static GBytes *
describe (const SlReport *report,
          GPtrArray      *attachments)
{
  SlJsonText *json = sl_json_text_new ();
  g_autofree char *generated = sl_export_format_time_iso (report->generated_at);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "title", report->title);
  sl_json_text_add_string (json, "created", generated);
  sl_json_text_add_string (json, "software", report->program);
  sl_json_text_open (json, "case", '{');
  sl_json_text_add_string (json, "id", report->case_id);
  sl_json_text_add_integer (json, "acts", report->acts);
  sl_json_text_add_string (json, "headHash", report->head_hash);
  sl_json_text_close (json);
  sl_json_text_open (json, "resources", '[');
  for (guint i = 0; i < attachments->len; i++)
    {
      const SlPdfAttachment *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *digest = sl_digest_bytes (attachment->bytes);
      g_autofree char *hash = g_strconcat ("sha256:", digest, NULL);

      sl_json_text_open (json, NULL, '{');
      sl_json_text_add_string (json, "path", attachment->name);
      sl_json_text_add_string (json, "hash", hash);
      sl_json_text_add_integer (json, "bytes", (gint64) g_bytes_get_size (attachment->bytes));
      sl_json_text_close (json);
    }
  sl_json_text_close (json);
  sl_json_text_close (json);
  return sl_json_text_free_to_bytes (json);
}

/**
 * sl_pdf_attach_make:
 *
 * Makes the files that lie in a report: its quotations as W3C annotations, and a description with the digest of each file.
 *
 * Fails as sl_export_to_bytes() does.
 *
 * Returns: (transfer full) (nullable) (element-type SlPdfAttachment): the files
 */
GPtrArray *
sl_pdf_attach_make (const SlReport  *report,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func (attachment_free);
  GBytes *annotations = sl_jsonld_write (report, cancellable, error);

  if (annotations == NULL)
    return NULL;

  add (attachments, "annotations.jsonld", "application/ld+json", annotations);
  add (attachments, "report.json", "application/json", describe (report, attachments));
  return g_steal_pointer (&attachments);
}

/* ISO 32000-2, 7.11.4: the check sum in the parameters is MD5, and is there for readers that show it. */
static qpdf_oh
new_stream (qpdf_data              qpdf,
            const SlPdfAttachment *attachment,
            const char            *date)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, attachment->bytes);
  g_autofree char *parameters = g_strdup_printf ("<< /Size %" G_GSIZE_FORMAT " /CheckSum <%s> /ModDate (%s) >>", g_bytes_get_size (attachment->bytes), sum, date);
  g_autofree char *type = g_strconcat ("/", attachment->media_type, NULL);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);

  qpdf_oh_replace_stream_data (qpdf, stream, g_bytes_get_data (attachment->bytes, NULL), g_bytes_get_size (attachment->bytes),
                               qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  qpdf_oh_replace_key (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/EmbeddedFile"));
  qpdf_oh_replace_key (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, type));
  qpdf_oh_replace_key (qpdf, dictionary, "/Params", qpdf_oh_parse (qpdf, parameters));
  return stream;
}

static qpdf_oh
new_file (qpdf_data              qpdf,
          const SlPdfAttachment *attachment,
          const char            *date)
{
  qpdf_oh file = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh streams = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh stream = new_stream (qpdf, attachment, date);

  qpdf_oh_replace_key (qpdf, streams, "/F", stream);
  qpdf_oh_replace_key (qpdf, streams, "/UF", stream);
  qpdf_oh_replace_key (qpdf, file, "/Type", qpdf_oh_new_name (qpdf, "/Filespec"));
  qpdf_oh_replace_key (qpdf, file, "/F", qpdf_oh_new_string (qpdf, attachment->name));
  qpdf_oh_replace_key (qpdf, file, "/UF", qpdf_oh_new_unicode_string (qpdf, attachment->name));
  qpdf_oh_replace_key (qpdf, file, "/AFRelationship", qpdf_oh_new_name (qpdf, "/Data"));
  qpdf_oh_replace_key (qpdf, file, "/EF", streams);
  return qpdf_make_indirect_object (qpdf, file);
}

/**
 * sl_pdf_attach_add:
 * @attachments: (element-type SlPdfAttachment): in the order of their names
 * @date: as PDF writes dates
 *
 * Puts files into a PDF file, as associated files of the whole (ISO 32000-2, 7.7.4 and 14.13).
 */
void
sl_pdf_attach_add (qpdf_data   qpdf,
                   GPtrArray  *attachments,
                   const char *date)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh names = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh leaves = qpdf_oh_new_array (qpdf);
  qpdf_oh associated = qpdf_oh_new_array (qpdf);

  for (guint i = 0; i < attachments->len; i++)
    {
      const SlPdfAttachment *attachment = g_ptr_array_index (attachments, i);
      qpdf_oh file = new_file (qpdf, attachment, date);

      qpdf_oh_append_item (qpdf, leaves, qpdf_oh_new_string (qpdf, attachment->name));
      qpdf_oh_append_item (qpdf, leaves, file);
      qpdf_oh_append_item (qpdf, associated, file);
    }
  qpdf_oh_replace_key (qpdf, tree, "/Names", leaves);
  qpdf_oh_replace_key (qpdf, names, "/EmbeddedFiles", tree);
  qpdf_oh_replace_key (qpdf, root, "/Names", names);
  qpdf_oh_replace_key (qpdf, root, "/AF", associated);
}
