/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-arrival.h"

#include "core/sl-digest.h"
#include "store/sl-warc-reader.h"
#include "store/sl-warc-writer.h"

static SlWarcRecord *
read_member (SlCase     *a_case,
             const char *digest)
{
  g_autoptr (GBytes) member = sl_case_load_blob (a_case, digest, NULL);
  g_autoptr (SlWarcReader) reader = member != NULL ? sl_warc_reader_new (member) : NULL;

  return reader != NULL ? sl_warc_reader_next (reader, NULL) : NULL;
}

/* The record of @capture whose payload, as it went over the wire, has the digest @wire_digest. */
static SlWarcReference *
find_response (SlCase          *a_case,
               const SlCapture *capture,
               const char      *wire_digest)
{
  g_autofree char *wanted = g_strconcat ("sha256:", wire_digest, NULL);
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (SlWarcRecord) record = read_member (a_case, digests[i]);
      SlWarcReference *reference;

      if (record == NULL || record->type != SL_WARC_RESPONSE
          || g_strcmp0 (sl_warc_record_get_header (record, "WARC-Payload-Digest"), wanted) != 0)
        continue;

      reference = g_new0 (SlWarcReference, 1);
      reference->id = g_strdup (record->id);
      reference->uri = g_strdup (record->uri);
      reference->date_usec = record->date_usec;
      return reference;
    }

  return NULL;
}

/* A payload is stored once: a capture that brings the same bytes over the wire only refers to it. Without a case nothing
 * is known. */
static SlWarcReference *
find_payload (SlCase           *a_case,
              const SlArrival  *arrival,
              const SlFetchHop *hop)
{
  g_autoptr (SlCapture) capture = a_case != NULL ? sl_case_find_payload (a_case, arrival->capture->payload_digest) : NULL;
  g_autofree char *wire_digest = capture != NULL && hop->payload != NULL ? sl_digest_bytes (hop->payload) : NULL;

  return wire_digest != NULL ? find_response (a_case, capture, wire_digest) : NULL;
}

static gboolean
write_hop (const SlArrival  *arrival,
           guint             number,
           const char       *info_id,
           SlCase           *a_case,
           GPtrArray        *members,
           GError          **error)
{
  const SlFetchHop *hop = g_ptr_array_index (arrival->fetch->hops, number);
  gboolean last = hop == sl_fetch_get_last_hop (arrival->fetch);
  g_autoptr (GPtrArray) fields = sl_arrival_describe_hop (arrival->fetch, number);
  g_autoptr (SlWarcReference) found = last && arrival->unchanged == NULL ? find_payload (a_case, arrival, hop) : NULL;
  SlWarcExchange exchange = {
    .uri = hop->url,
    .date_usec = arrival->capture->captured_at,
    .ip_address = hop->remote_address,
    .request = hop->request,
    .response = hop->response,
    .truncated = sl_arrival_describe_cut (arrival->fetch, number),
    .fields = fields,
    .certificates = hop->tls_chain_pem,
    .same_as = last && arrival->unchanged != NULL ? arrival->unchanged : found,
    .info_id = info_id,
  };

  return sl_warc_write_exchange (&exchange, members, error);
}

/* What made the capture stands before it, so that an export of captures made by several versions tells them apart. */
static gboolean
write_fetch (const SlArrival  *arrival,
             SlCase           *a_case,
             GPtrArray        *members,
             GError          **error)
{
  g_autoptr (SlWarcRecord) info = sl_warc_new_warcinfo (SL_ARRIVAL_SOFTWARE, NULL, arrival->capture->captured_at);
  GBytes *member = sl_warc_write (info, error);
  gboolean written = member != NULL;

  if (written)
    g_ptr_array_add (members, member);
  for (guint i = 0; written && i < arrival->fetch->hops->len; i++)
    written = write_hop (arrival, i, info->id, a_case, members, error);

  return written;
}

static gboolean
write_resource (const SlArrival  *arrival,
                GPtrArray        *members,
                GError          **error)
{
  const SlCapture *capture = arrival->capture;
  GBytes *member = sl_warc_write_resource (capture->url, capture->content_type, arrival->payload, capture->captured_at, error);

  if (member != NULL)
    g_ptr_array_add (members, member);

  return member != NULL;
}

/**
 * sl_arrival_prepare:
 *
 * Writes the records of what came over the network ahead of time, on whatever thread, for the case that nobody has its
 * payload. sl_arrival_make_members() looks whether that is so.
 */
void
sl_arrival_prepare (SlArrival *self)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (self->fetch != NULL && self->unchanged == NULL && self->fetch->hops->len > 0 && write_fetch (self, NULL, members, NULL))
    self->prepared = g_steal_pointer (&members);
}

static gboolean
fits_prepared (const SlArrival *self,
               SlCase          *a_case)
{
  g_autoptr (SlWarcReference) found = self->prepared != NULL ? find_payload (a_case, self, sl_fetch_get_last_hop (self->fetch)) : NULL;

  return self->prepared != NULL && found == NULL;
}

/**
 * sl_arrival_make_members:
 * @a_case: the case it is going to, which may hold the payload already
 *
 * Writes an arrival as gzip members, one WARC 1.1 record each: a warcinfo, then response, request, metadata and
 * certificates for each exchange, or one resource for what came without HTTP.
 * What came in an archive keeps its records.
 *
 * Fails with SL_STORE_ERROR and G_IO_ERROR.
 *
 * Returns: (transfer full) (element-type GBytes)
 */
GPtrArray *
sl_arrival_make_members (const SlArrival  *self,
                         SlCase           *a_case,
                         GError          **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean written;

  if (self->members != NULL)
    return g_ptr_array_ref (self->members);
  if (fits_prepared (self, a_case))
    return g_ptr_array_ref (self->prepared);

  if (self->fetch == NULL)
    written = write_resource (self, members, error);
  else
    written = write_fetch (self, a_case, members, error);

  return written ? g_steal_pointer (&members) : NULL;
}
