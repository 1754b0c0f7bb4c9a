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

/**
 * sl_warc_write_raw:
 * @record: headers and block, as sl_warc_reader_dup_raw() gives them
 *
 * Writes a record of somebody else's archive as one gzip member without changing a byte of it.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write_raw (GBytes  *record,
                   GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (record, &length);
  g_autoptr (GByteArray) text = g_byte_array_sized_new ((guint) length + 4);

  g_byte_array_append (text, (const guint8 *) data, (guint) length);
  g_byte_array_append (text, (const guint8 *) "\r\n\r\n", 4);
  return sl_gzip_deflate (text->data, text->len, error);
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
 * sl_warc_reference_copy:
 * @self: a reference
 *
 * Returns: (transfer full): the same again
 */
SlWarcReference *
sl_warc_reference_copy (const SlWarcReference *self)
{
  SlWarcReference *copy = g_new0 (SlWarcReference, 1);

  copy->id = g_strdup (self->id);
  copy->uri = g_strdup (self->uri);
  copy->date_usec = self->date_usec;
  return copy;
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
 * sl_warc_new_warcinfo:
 * @software: name and version of the program
 * @user_agent: (nullable): as what it introduced itself to hosts
 *
 * Makes the record that says by what the ones behind it were made, up to the next of its kind.
 *
 * Returns: (transfer full): the record
 */
SlWarcRecord *
sl_warc_new_warcinfo (const char *software,
                      const char *user_agent,
                      gint64      date_usec)
{
  g_autoptr (GPtrArray) fields = sl_warc_fields_new ();
  g_autoptr (GBytes) block = NULL;

  sl_warc_fields_add (fields, "software", software);
  sl_warc_fields_add (fields, "format", "WARC File Format 1.1");
  sl_warc_fields_add (fields, "http-header-user-agent", user_agent);
  block = make_fields (fields);
  return sl_warc_record_new (SL_WARC_WARCINFO, NULL, date_usec, "application/warc-fields", block);
}

/**
 * sl_warc_write_warcinfo:
 * @id: (nullable): like "urn:uuid:…", %NULL for a random one
 * @software: name and version of the program
 *
 * Writes the record that stands first in a .warc.gz made from captures.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write_warcinfo (const char  *id,
                        const char  *software,
                        gint64       date_usec,
                        GError     **error)
{
  g_autoptr (SlWarcRecord) record = sl_warc_new_warcinfo (software, NULL, date_usec);

  if (id != NULL)
    g_set_str (&record->id, id);
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

static void
add_reference (SlWarcRecord          *record,
               const SlWarcReference *reference)
{
  g_autofree char *date = sl_warc_format_date (reference->date_usec);

  add_id (record, "WARC-Refers-To", reference->id);
  sl_warc_record_add_header (record, "WARC-Refers-To-Target-URI", reference->uri);
  sl_warc_record_add_header (record, "WARC-Refers-To-Date", date);
}

static gboolean
add_payload_digest (SlWarcRecord         *record,
                    const SlHttpMessage  *message,
                    GBytes               *response,
                    GError              **error)
{
  g_autoptr (GBytes) payload = sl_http_message_get_body (message, response, SL_WARC_MAX_PAYLOAD_BYTES, error);
  g_autofree char *digest = payload != NULL ? sl_digest_bytes (payload) : NULL;
  g_autofree char *value = g_strconcat ("sha256:", digest, NULL);

  if (payload != NULL)
    sl_warc_record_add_header (record, "WARC-Payload-Digest", value);
  return payload != NULL;
}

/* A response whose payload the case has: the head alone, with where the payload is, and its digest unless the
 * server only said that nothing changed.
 */
static SlWarcRecord *
make_revisit (const SlWarcExchange  *exchange,
              GError               **error)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (exchange->response, error);
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (GBytes) head = NULL;
  gboolean not_modified;

  if (message == NULL)
    return NULL;

  not_modified = message->status == 304;
  head = g_bytes_new_from_bytes (exchange->response, 0, message->head_bytes);
  record = sl_warc_record_new (SL_WARC_REVISIT, exchange->uri, exchange->date_usec, "application/http;msgtype=response", head);
  sl_warc_record_add_header (record, "WARC-Profile", not_modified ? SL_WARC_PROFILE_NOT_MODIFIED : SL_WARC_PROFILE_IDENTICAL);
  add_reference (record, exchange->same_as);
  if (!not_modified && !add_payload_digest (record, message, exchange->response, error))
    return NULL;
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
write_beside (const SlWarcExchange  *exchange,
              SlWarcRecord          *record,
              const SlWarcRecord    *main_record,
              GPtrArray             *members,
              GError               **error)
{
  if (main_record != NULL)
    add_id (record, "WARC-Concurrent-To", main_record->id);
  if (exchange->info_id != NULL)
    add_id (record, "WARC-Warcinfo-ID", exchange->info_id);
  return append_member (members, record, error);
}

static gboolean
write_response (const SlWarcExchange  *exchange,
                SlWarcRecord         **response,
                GPtrArray             *members,
                GError               **error)
{
  if (exchange->response == NULL)
    return TRUE;

  *response = make_response (exchange, error);
  return *response != NULL && write_beside (exchange, *response, NULL, members, error);
}

static gboolean
write_request (const SlWarcExchange  *exchange,
               const SlWarcRecord    *response,
               SlWarcRecord         **request,
               GPtrArray             *members,
               GError               **error)
{
  if (exchange->request == NULL)
    return TRUE;

  *request = sl_warc_record_new (SL_WARC_REQUEST, exchange->uri, exchange->date_usec,
                                 "application/http;msgtype=request", exchange->request);
  sl_warc_record_add_header (*request, "WARC-IP-Address", exchange->ip_address);
  return write_beside (exchange, *request, response, members, error);
}

static gboolean
write_fields (const SlWarcExchange  *exchange,
              const SlWarcRecord    *main_record,
              GPtrArray             *members,
              GError               **error)
{
  g_autoptr (SlWarcRecord) metadata = NULL;
  g_autoptr (GBytes) block = NULL;

  if (exchange->fields == NULL || exchange->fields->len == 0)
    return TRUE;

  block = make_fields (exchange->fields);
  metadata = sl_warc_record_new (SL_WARC_METADATA, exchange->uri, exchange->date_usec, "application/warc-fields", block);
  return write_beside (exchange, metadata, main_record, members, error);
}

static gboolean
write_certificates (const SlWarcExchange  *exchange,
                    const SlWarcRecord    *main_record,
                    GPtrArray             *members,
                    GError               **error)
{
  g_autoptr (SlWarcRecord) metadata = NULL;
  g_autoptr (GBytes) block = NULL;
  char *chain;

  if (exchange->certificates == NULL || exchange->certificates[0] == NULL)
    return TRUE;

  chain = g_strjoinv (NULL, exchange->certificates);
  block = g_bytes_new_take (chain, strlen (chain));
  metadata = sl_warc_record_new (SL_WARC_METADATA, exchange->uri, exchange->date_usec, SL_WARC_CERTIFICATES_TYPE, block);
  return write_beside (exchange, metadata, main_record, members, error);
}

/**
 * sl_warc_write_exchange:
 * @members: (element-type GBytes): where the members are appended: response or revisit, request, metadata,
 *   certificates, those of them that there are, the later ones tied to the first
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
  const SlWarcRecord *main_record;

  if (!write_response (exchange, &response, members, error) || !write_request (exchange, response, &request, members, error))
    return FALSE;

  main_record = response != NULL ? response : request;
  return write_fields (exchange, main_record, members, error) && write_certificates (exchange, main_record, members, error);
}

/* A name-based one (RFC 9562, version 8, from SHA-256). */
static char *
make_conversion_id (const SlWarcReference *of,
                    const char            *text)
{
  g_autofree char *name = g_strconcat (of->id, "\n", text, NULL);
  g_autofree char *sum = sl_digest_data (name, strlen (name));

  return g_strdup_printf ("urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15, sum + 18);
}

/**
 * sl_warc_write_conversion:
 * @of: the record that was read, a response or a resource
 * @text: what was read from it, UTF-8
 * @software: (nullable): name and version of what read it
 *
 * Writes the readable text of a capture. The same text of the same record gives the same member each time.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_warc_write_conversion (const SlWarcReference  *of,
                          const char             *text,
                          const char             *software,
                          gint64                  date_usec,
                          GError                **error)
{
  g_autoptr (GBytes) block = g_bytes_new (text, strlen (text));
  g_autoptr (SlWarcRecord) record = sl_warc_record_new (SL_WARC_CONVERSION, of->uri, date_usec, "text/plain; charset=utf-8", block);

  g_free (record->id);
  record->id = make_conversion_id (of, text);
  add_reference (record, of);
  sl_warc_record_add_header (record, "X-Converted-By", software);
  return sl_warc_write (record, error);
}
