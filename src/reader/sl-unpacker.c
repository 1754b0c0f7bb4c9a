/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-unpacker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-sniff.h"
#include "reader/sl-bibliography.h"
#include "reader/sl-decoded.h"
#include "reader/sl-feed.h"
#include "reader/sl-mhtml.h"
#include "reader/sl-pdf-files.h"
#include "reader/sl-saved-page.h"
#include "reader/sl-xml.h"
#include "reader/sl-zip.h"

/* XML and lists are parsed into memory; no honest one comes near. */
#define MAX_LIST_BYTES (16u * 1024 * 1024)

static gboolean
check_list_size (gsize    size,
                 GError **error)
{
  g_autofree char *may = g_format_size (MAX_LIST_BYTES);

  if (size <= MAX_LIST_BYTES)
    return TRUE;
  g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_TOO_LARGE,
               _ ("The list is larger than %s. Export it in parts, and import those."), may);
  return FALSE;
}

static SlDecoded *
decode (GBytes  *bytes,
        GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return sl_decoded_new (data, size, sl_sniff_charset (data, size, NULL, NULL, NULL), error);
}

/* RSS, Atom and Zotero's RDF are told apart by what stands in them. */
static gboolean
unpack_xml (SlUnpacked  *self,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (SlDecoded) decoded = NULL;
  g_autoptr (SlXml) xml = NULL;

  if (!check_list_size (g_bytes_get_size (bytes), error))
    return FALSE;
  decoded = decode (bytes, error);
  if (decoded == NULL)
    return FALSE;

  xml = sl_xml_parse (decoded->text, decoded->length);
  if (xml->trouble != NULL)
    sl_unpacked_add_note (self, xml->place, xml->trouble, TRUE);
  if (!sl_feed_read (self, xml->root))
    sl_bibliography_read_rdf (self, xml->root);
  return TRUE;
}

static gboolean
unpack_list (SlUnpacked *self,
             GBytes *bytes,
             void (*read) (SlUnpacked *self, const char *text, gsize length),
             GError **error)
{
  g_autoptr (SlDecoded) decoded = NULL;

  if (!check_list_size (g_bytes_get_size (bytes), error))
    return FALSE;
  decoded = decode (bytes, error);
  if (decoded == NULL)
    return FALSE;

  read (self, decoded->text, decoded->length);
  return TRUE;
}

/**
 * sl_unpacker_unpack:
 *
 * Finds out what a file is and takes it apart in this very process. What can be read of a damaged file is there, and
 * the notes say what is not. A file of another kind yields nothing but its kind.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL with %SL_READ_ERROR
 */
SlUnpacked *
sl_unpacker_unpack (const SlUnpackRequest  *request,
                    GError                **error)
{
  g_autoptr (SlUnpacked) self = sl_unpacked_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (request->bytes, &size);
  SlContentType type = sl_sniff_type (data, size, NULL);
  gboolean done = TRUE;

  if (type == SL_CONTENT_TYPE_ZIP)
    done = sl_zip_unpack (self, request->bytes, request->outside, request->whole, error);
  else if (type == SL_CONTENT_TYPE_PDF && request->whole)
    done = sl_pdf_files_unpack (self, request->bytes, error);
  else if (type == SL_CONTENT_TYPE_MHTML)
    sl_mhtml_unpack (self, request->bytes);
  else if (type == SL_CONTENT_TYPE_FEED || type == SL_CONTENT_TYPE_XML)
    done = unpack_xml (self, request->bytes, error);
  else if (type == SL_CONTENT_TYPE_JSON)
    done = unpack_list (self, request->bytes, sl_bibliography_read_csl, error);
  else if (type == SL_CONTENT_TYPE_TEXT && sl_bibliography_is_ris (data, size))
    done = unpack_list (self, request->bytes, sl_bibliography_read_ris, error);
  else if (type == SL_CONTENT_TYPE_HTML || type == SL_CONTENT_TYPE_XHTML)
    sl_saved_page_read (self, (const char *) data, size);
  return done ? g_steal_pointer (&self) : NULL;
}
