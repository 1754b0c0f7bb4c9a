/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-warc-writer.h"

#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-gzip-private.h"
#include "store/sl-header-lines-private.h"
#include "store/sl-http-message.h"

/* A value is one line; what a server or a page says must not add headers of its own. */
static void
append_field (GString    *text,
              const char *name,
              const char *value)
{
  g_autofree char *line = g_strdup (value);

  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (text, "%s: %s\r\n", name, line);
}

static void
append_digest (GString    *text,
               const char *name,
               GBytes     *bytes)
{
  g_autofree char *digest = sl_digest_bytes (bytes);

  g_string_append_printf (text, "%s: sha256:%s\r\n", name, digest);
}

static gboolean
has_payload (const SlWarcRecord *record)
{
  return record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE;
}

static void
append_payload_digest (GString            *text,
                       const SlWarcRecord *record)
{
  g_autoptr (GBytes) payload = NULL;

  if (!has_payload (record) || sl_warc_record_get_header (record, "WARC-Payload-Digest") != NULL)
    return;

  /* What arrived broken has no payload to speak of; the block's digest vouches for what there is. */
  payload = sl_warc_record_get_wire_payload (record, NULL);
  if (payload != NULL)
    append_digest (text, "WARC-Payload-Digest", payload);
}

static GString *
make_header (const SlWarcRecord *record)
{
  GString *text = g_string_new ("WARC/1.1\r\n");
  g_autofree char *date = sl_warc_format_date (record->date_usec);

  append_field (text, "WARC-Type", sl_warc_type_to_string (record->type));
  g_string_append_printf (text, "WARC-Record-ID: <%s>\r\n", record->id);
  append_field (text, "WARC-Date", date);
  if (record->uri != NULL)
    append_field (text, "WARC-Target-URI", record->uri);
  for (guint i = 0; i < record->headers->len; i++)
    {
      const SlWarcHeader *header = g_ptr_array_index (record->headers, i);

      append_field (text, header->name, header->value);
    }

  append_digest (text, "WARC-Block-Digest", record->block);
  append_payload_digest (text, record);
  if (record->content_type != NULL)
    append_field (text, "Content-Type", record->content_type);
  g_string_append_printf (text, "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", g_bytes_get_size (record->block));
  return text;
}

/**
 * sl_warc_write:
 *
 * Writes a record as one gzip member, exactly as it stands in a .warc.gz. Digests and length are
 * computed. Line breaks in values become blanks.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write (const SlWarcRecord  *record,
               GError             **error)
{
  g_autoptr (GString) text = NULL;
  gsize length;
  const char *block;

  g_return_val_if_fail (record != NULL && record->type != SL_WARC_OTHER, NULL);

  text = make_header (record);
  block = g_bytes_get_data (record->block, &length);
  g_string_append_len (text, block == NULL ? "" : block, (gssize) length);
  g_string_append (text, "\r\n\r\n");
  return sl_gzip_deflate (text->str, text->len, error);
}

static GBytes *
make_fields (GPtrArray *fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const SlWarcHeader *field = g_ptr_array_index (fields, i);

      append_field (text, field->name, field->value);
    }

  return g_string_free_to_bytes (text);
}

/**
 * sl_warc_fields_new:
 *
 * Returns: (transfer full) (element-type SlWarcHeader): an empty list for #SlWarcExchange
 */
GPtrArray *
sl_warc_fields_new (void)
{
  return sl_header_lines_new ();
}

/**
 * sl_warc_fields_add:
 * @value: (nullable): %NULL adds nothing
 *
 * Appends a field.
 */
void
sl_warc_fields_add (GPtrArray  *fields,
                    const char *name,
                    const char *value)
{
  if (value != NULL)
    sl_header_lines_add (fields, name, value);
}

/**
 * sl_warc_reference_free:
 * @self: (nullable) (transfer full): a reference
 *
 * Frees a reference.
 */
void
sl_warc_reference_free (SlWarcReference *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->uri);
  g_free (self);
}

/**
 * sl_warc_write_warcinfo:
 * @software: name and version of the program
 *
 * Writes the record that stands first in a .warc.gz made from captures.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write_warcinfo (const char  *software,
                        gint64       date_usec,
                        GError     **error)
{
  g_autoptr (GPtrArray) fields = sl_warc_fields_new ();
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (GBytes) block = NULL;

  sl_warc_fields_add (fields, "software", software);
  sl_warc_fields_add (fields, "format", "WARC File Format 1.1");
  block = make_fields (fields);
  record = sl_warc_record_new (SL_WARC_WARCINFO, NULL, date_usec, "application/warc-fields", block);
  return sl_warc_write (record, error);
}

/**
 * sl_warc_write_resource:
 * @uri: `urn:sha256:…` or the name of a file; never a path of this machine
 *
 * Writes what came without HTTP: a file or a pasted text.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write_resource (const char  *uri,
                        const char  *content_type,
                        GBytes      *payload,
                        gint64       date_usec,
                        GError     **error)
{
  g_autoptr (SlWarcRecord) record = sl_warc_record_new (SL_WARC_RESOURCE, uri, date_usec, content_type, payload);

  return sl_warc_write (record, error);
}

static gboolean
append_member (GPtrArray           *members,
               const SlWarcRecord  *record,
               GError             **error)
{
  GBytes *member = sl_warc_write (record, error);

  if (member != NULL)
    g_ptr_array_add (members, member);
  return member != NULL;
}

static void
add_id (SlWarcRecord *record,
        const char   *name,
        const char   *id)
{
  g_autofree char *bracketed = g_strconcat ("<", id, ">", NULL);

  sl_warc_record_add_header (record, name, bracketed);
}

/* A response whose payload the case has: the head alone, with the payload's digest and where it is. */
static SlWarcRecord *
make_revisit (const SlWarcExchange  *exchange,
              GError               **error)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (exchange->response, error);
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *value = NULL;
  g_autofree char *date = sl_warc_format_date (exchange->same_as->date_usec);

  if (message == NULL)
    return NULL;
  payload = sl_http_message_get_body (message, exchange->response, SL_WARC_MAX_PAYLOAD_BYTES, error);
  if (payload == NULL)
    return NULL;

  head = g_bytes_new_from_bytes (exchange->response, 0, message->head_bytes);
  record = sl_warc_record_new (SL_WARC_REVISIT, exchange->uri, exchange->date_usec, "application/http;msgtype=response", head);
  digest = sl_digest_bytes (payload);
  value = g_strconcat ("sha256:", digest, NULL);
  sl_warc_record_add_header (record, "WARC-Profile", SL_WARC_PROFILE_IDENTICAL);
  add_id (record, "WARC-Refers-To", exchange->same_as->id);
  sl_warc_record_add_header (record, "WARC-Refers-To-Target-URI", exchange->same_as->uri);
  sl_warc_record_add_header (record, "WARC-Refers-To-Date", date);
  sl_warc_record_add_header (record, "WARC-Payload-Digest", value);
  return g_steal_pointer (&record);
}

static SlWarcRecord *
make_response (const SlWarcExchange  *exchange,
               GError               **error)
{
  SlWarcRecord *record;

  if (exchange->same_as != NULL)
    record = make_revisit (exchange, error);
  else
    record = sl_warc_record_new (SL_WARC_RESPONSE, exchange->uri, exchange->date_usec,
                                 "application/http;msgtype=response", exchange->response);
  if (record != NULL)
    {
      sl_warc_record_add_header (record, "WARC-IP-Address", exchange->ip_address);
      sl_warc_record_add_header (record, "WARC-Truncated", exchange->truncated);
    }
  return record;
}

static gboolean
write_beside (SlWarcRecord        *record,
              const SlWarcRecord  *main_record,
              GPtrArray           *members,
              GError             **error)
{
  if (main_record != NULL)
    add_id (record, "WARC-Concurrent-To", main_record->id);
  return append_member (members, record, error);
}

/**
 * sl_warc_write_exchange:
 * @members: (element-type GBytes): where the members are appended: response or revisit, request, metadata,
 *   those of them that there are, the later ones tied to the first
 *
 * Writes one HTTP exchange. A capture is its exchanges in order, the last one being the answer.
 *
 * Returns: whether it went well
 */
gboolean
sl_warc_write_exchange (const SlWarcExchange  *exchange,
                        GPtrArray             *members,
                        GError               **error)
{
  g_autoptr (SlWarcRecord) response = NULL;
  g_autoptr (SlWarcRecord) request = NULL;
  g_autoptr (SlWarcRecord) metadata = NULL;
  g_autoptr (GBytes) block = NULL;

  if (exchange->response != NULL)
    {
      response = make_response (exchange, error);
      if (response == NULL || !append_member (members, response, error))
        return FALSE;
    }
  if (exchange->request != NULL)
    {
      request = sl_warc_record_new (SL_WARC_REQUEST, exchange->uri, exchange->date_usec,
                                    "application/http;msgtype=request", exchange->request);
      sl_warc_record_add_header (request, "WARC-IP-Address", exchange->ip_address);
      if (!write_beside (request, response, members, error))
        return FALSE;
    }
  if (exchange->fields == NULL || exchange->fields->len == 0)
    return TRUE;

  block = make_fields (exchange->fields);
  metadata = sl_warc_record_new (SL_WARC_METADATA, exchange->uri, exchange->date_usec, "application/warc-fields", block);
  return write_beside (metadata, response != NULL ? response : request, members, error);
}
