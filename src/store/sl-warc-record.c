/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-warc-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-word.h"
#include "store/sl-case.h"
#include "store/sl-header-lines-private.h"
#include "store/sl-http-message.h"

static const char *const type_words[] = {
  "warcinfo",
  "response",
  "resource",
  "request",
  "metadata",
  "revisit",
  "conversion",
  "continuation",
};

/**
 * sl_warc_type_to_string:
 *
 * Returns: (transfer none): the word of the standard
 */
const char *
sl_warc_type_to_string (SlWarcType type)
{
  return sl_word_get (type_words, G_N_ELEMENTS (type_words), (int) type);
}

/**
 * sl_warc_type_parse:
 * @string: (nullable): value of WARC-Type
 *
 * Returns: the type, %SL_WARC_OTHER for one that the standard does not know
 */
SlWarcType
sl_warc_type_parse (const char *string)
{
  int value = SL_WARC_OTHER;

  sl_word_find (type_words, G_N_ELEMENTS (type_words), string, &value);
  return (SlWarcType) value;
}

/**
 * sl_warc_record_new:
 * @uri: (nullable): what it is a record of
 * @date_usec: when the capture began, UTC microseconds
 * @content_type: (nullable): of the block
 *
 * Makes a record with a new random id and no further headers.
 *
 * Returns: (transfer full): the record
 */
SlWarcRecord *
sl_warc_record_new (SlWarcType  type,
                    const char *uri,
                    gint64      date_usec,
                    const char *content_type,
                    GBytes     *block)
{
  SlWarcRecord *self = g_new0 (SlWarcRecord, 1);
  g_autofree char *uuid = g_uuid_string_random ();

  self->type = type;
  self->id = g_strconcat ("urn:uuid:", uuid, NULL);
  self->uri = g_strdup (uri);
  self->date_usec = date_usec;
  self->content_type = g_strdup (content_type);
  self->headers = sl_header_lines_new ();
  self->block = g_bytes_ref (block);
  return self;
}

/**
 * sl_warc_record_free:
 * @self: (nullable) (transfer full): a record
 *
 * Frees a record.
 */
void
sl_warc_record_free (SlWarcRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->uri);
  g_free (self->content_type);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->block, g_bytes_unref);
  g_free (self);
}

/**
 * sl_warc_record_add_header:
 * @value: (nullable): %NULL adds nothing
 *
 * Appends a named field.
 */
void
sl_warc_record_add_header (SlWarcRecord *self,
                           const char   *name,
                           const char   *value)
{
  if (value != NULL)
    sl_header_lines_add (self->headers, name, value);
}

/**
 * sl_warc_record_get_header:
 * @name: of a field that is no member of the struct
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
sl_warc_record_get_header (const SlWarcRecord *self,
                           const char         *name)
{
  return sl_header_lines_find (self->headers, name);
}

static gboolean
is_http (const SlWarcRecord *self)
{
  return self->content_type != NULL && g_ascii_strncasecmp (self->content_type, "application/http", 16) == 0;
}

static GBytes *
read_payload (const SlWarcRecord  *self,
              gboolean             decode,
              GError             **error)
{
  g_autoptr (SlHttpMessage) message = NULL;
  g_autoptr (GBytes) body = NULL;

  if (!is_http (self))
    return g_bytes_ref (self->block);

  message = sl_http_message_parse (self->block, error);
  if (message == NULL)
    return NULL;
  body = sl_http_message_get_body (message, self->block, SL_WARC_MAX_PAYLOAD_BYTES, error);
  if (body == NULL || !decode)
    return g_steal_pointer (&body);
  return sl_http_decode (body, sl_http_message_get_header (message, "Content-Encoding"), SL_WARC_MAX_PAYLOAD_BYTES, error);
}

/**
 * sl_warc_record_get_wire_payload:
 *
 * Gets what WARC calls the payload: the body of an HTTP message without its transfer coding, still
 * content-encoded; the whole block of other records.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the payload
 */
GBytes *
sl_warc_record_get_wire_payload (const SlWarcRecord  *self,
                                 GError             **error)
{
  return read_payload (self, FALSE, error);
}

/**
 * sl_warc_record_get_payload:
 *
 * Gets the content: the payload without its content codings, %SL_WARC_MAX_PAYLOAD_BYTES at most.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
sl_warc_record_get_payload (const SlWarcRecord  *self,
                            GError             **error)
{
  return read_payload (self, TRUE, error);
}

/**
 * sl_warc_format_date:
 * @usec: UTC microseconds
 *
 * Returns: (transfer full): like "2025-11-24T09:14:05.000250Z"
 */
char *
sl_warc_format_date (gint64 usec)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (usec);
  g_autofree char *seconds = NULL;

  if (moment == NULL)
    return g_strdup ("1970-01-01T00:00:00Z");

  seconds = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%06dZ", seconds, g_date_time_get_microsecond (moment));
}

/**
 * sl_warc_parse_date:
 * @string: (nullable): value of WARC-Date
 * @usec: (out): UTC microseconds; untouched on failure
 *
 * Returns: whether @string is a date
 */
gboolean
sl_warc_parse_date (const char *string,
                    gint64     *usec)
{
  g_autoptr (GDateTime) moment = NULL;

  if (string == NULL)
    return FALSE;
  moment = g_date_time_new_from_iso8601 (string, NULL);
  if (moment == NULL)
    return FALSE;

  *usec = g_date_time_to_unix_usec (moment);
  return TRUE;
}
