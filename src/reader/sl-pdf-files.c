/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-pdf-files.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "helper/sl-unpack.h"

#define MAX_PARTS 1000

typedef struct
{
  GByteArray *bytes;  /* (owned) */
  gsize       limit;
} Sink;

static gboolean
take (const char  *data,
      gsize        length,
      gpointer     user_data,
      GError     **error)
{
  Sink *sink = user_data;

  if (length > sink->limit - sink->bytes->len)
    {
      g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_TOO_LARGE, _ ("It is larger than can be taken out of a file."));
      return FALSE;
    }
  g_byte_array_append (sink->bytes, (const guint8 *) data, (guint) length);
  return TRUE;
}

static gsize
take_attachment (SlUnpacked        *self,
                 PopplerAttachment *attachment,
                 gsize              limit)
{
  Sink sink = { g_byte_array_new (), limit };
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = attachment->name != NULL ? g_utf8_make_valid (attachment->name, -1) : g_strdup ("?");
  gboolean whole = poppler_attachment_save_to_callback (attachment, take, &sink, &problem);
  gsize size = sink.bytes->len;

  if (whole)
    sl_unpacked_take_part (self, name, NULL, g_byte_array_free_to_bytes (sink.bytes));
  else
    {
      sl_unpacked_add_note (self, name, problem != NULL ? problem->message : _ ("It cannot be unpacked: its data are damaged. Get the file again."), TRUE);
      g_byte_array_unref (sink.bytes);
    }
  return size;
}

/**
 * sl_pdf_files_unpack:
 *
 * Takes the files out that lie in a PDF file.
 *
 * Fails with %SL_READ_ERROR_UNSUPPORTED when it is none that can be opened.
 */
gboolean
sl_pdf_files_unpack (SlUnpacked  *self,
                     GBytes      *bytes,
                     GError     **error)
{
  g_autoptr (GError) problem = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &problem);
  GList *attachments;
  gsize left = SL_UNPACK_MAX_OUT_BYTES;

  if (document == NULL)
    {
      g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED, _ ("The PDF file cannot be opened: %s. Get the file again."), problem->message);
      return FALSE;
    }

  attachments = poppler_document_get_attachments (document);
  for (GList *at = attachments; at != NULL && self->parts->len < MAX_PARTS; at = at->next)
    left -= take_attachment (self, at->data, left);
  g_list_free_full (attachments, g_object_unref);
  g_object_unref (document);
  return TRUE;
}
