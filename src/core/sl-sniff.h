/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlContentType:
 * @SL_CONTENT_TYPE_UNKNOWN: none of the kinds below
 * @SL_CONTENT_TYPE_HTML: HTML
 * @SL_CONTENT_TYPE_XHTML: HTML in XML clothes
 * @SL_CONTENT_TYPE_TEXT: plain text
 * @SL_CONTENT_TYPE_PDF: PDF
 * @SL_CONTENT_TYPE_JSON: JSON
 * @SL_CONTENT_TYPE_FEED: RSS, RDF or Atom
 * @SL_CONTENT_TYPE_XML: any other XML
 * @SL_CONTENT_TYPE_WARC: a web archive, not compressed
 * @SL_CONTENT_TYPE_GZIP: gzip, whatever is inside
 * @SL_CONTENT_TYPE_ZIP: ZIP, a WACZ file for instance
 * @SL_CONTENT_TYPE_MHTML: a page saved as a MIME message
 *
 * What a body of bytes is, as far as Sourceline treats it differently.
 */
typedef enum
{
  SL_CONTENT_TYPE_UNKNOWN,
  SL_CONTENT_TYPE_HTML,
  SL_CONTENT_TYPE_XHTML,
  SL_CONTENT_TYPE_TEXT,
  SL_CONTENT_TYPE_PDF,
  SL_CONTENT_TYPE_JSON,
  SL_CONTENT_TYPE_FEED,
  SL_CONTENT_TYPE_XML,
  SL_CONTENT_TYPE_WARC,
  SL_CONTENT_TYPE_GZIP,
  SL_CONTENT_TYPE_ZIP,
  SL_CONTENT_TYPE_MHTML
} SlContentType;

/**
 * SlCharsetReason:
 * @SL_CHARSET_REASON_BOM: a byte order mark
 * @SL_CHARSET_REASON_HEADER: the Content-Type header
 * @SL_CHARSET_REASON_META: a meta element or an XML declaration in the bytes
 * @SL_CHARSET_REASON_UTF8: the bytes are valid UTF-8
 * @SL_CHARSET_REASON_LANGUAGE: the usual legacy charset of the language
 * @SL_CHARSET_REASON_LETTERS: the letters that the bytes would be
 * @SL_CHARSET_REASON_DEFAULT: nothing said anything
 *
 * What a charset was concluded from.
 */
typedef enum
{
  SL_CHARSET_REASON_BOM,
  SL_CHARSET_REASON_HEADER,
  SL_CHARSET_REASON_META,
  SL_CHARSET_REASON_UTF8,
  SL_CHARSET_REASON_LANGUAGE,
  SL_CHARSET_REASON_LETTERS,
  SL_CHARSET_REASON_DEFAULT
} SlCharsetReason;

#define SL_TYPE_CONTENT_TYPE (sl_content_type_get_type ())

GType sl_content_type_get_type (void);

const char *sl_content_type_to_string (SlContentType type);

SlContentType sl_content_type_from_string (const char *string);

SlContentType sl_sniff_type (const guint8 *bytes,
                             gsize         size,
                             const char   *content_type);

const char *sl_sniff_charset (const guint8    *bytes,
                              gsize            size,
                              const char      *content_type,
                              const char      *language,
                              SlCharsetReason *reason);

gsize sl_sniff_bom_size (const guint8 *bytes,
                         gsize         size);

G_END_DECLS
