/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

/**
 * SlWarcReference:
 * @id: (owned): the record that holds the payload
 * @uri: (owned): its URI
 * @date_usec: its date
 *
 * Where the case has a payload already.
 */
typedef struct
{
  char *id;
  char *uri;
  gint64 date_usec;
} SlWarcReference;

/**
 * SlWarcExchange:
 * @uri: the address that was asked
 * @date_usec: when the whole capture began, UTC microseconds: the same for all exchanges of one capture
 * @ip_address: (nullable): numeric address of the host
 * @request: (nullable): the request as it was sent
 * @response: (nullable): the response as it arrived; %NULL when nothing did
 * @truncated: (nullable): "length", "time", "disconnect" or "unspecified" when the response is not whole
 * @fields: (nullable) (element-type SlWarcHeader): what else to record about it (TLS, trouble, which hop), as
 *   a metadata record
 * @certificates: (nullable): the host's certificates, its own first, PEM; they become a metadata record of their own, of
 *   the type application/pem-certificate-chain (RFC 8555, 9.1)
 * @same_as: (nullable): where the case has the payload already; the record becomes a revisit, whose block
 *   is the response's head: of the profile server-not-modified for a 304, else identical-payload-digest
 * @info_id: (nullable): id of the warcinfo record that holds for it
 *
 * One HTTP exchange to be written. All fields are borrowed.
 */
typedef struct
{
  const char *uri;
  gint64 date_usec;
  const char *ip_address;
  GBytes *request;
  GBytes *response;
  const char *truncated;
  GPtrArray *fields;
  char **certificates;
  const SlWarcReference *same_as;
  const char *info_id;
} SlWarcExchange;

GBytes *sl_warc_write (const SlWarcRecord *record,
                       GError **error);
SlWarcRecord *sl_warc_new_warcinfo (const char *software,
                                    const char *user_agent,
                                    gint64 date_usec);
GBytes *sl_warc_write_raw (GBytes *record,
                           GError **error);
GBytes *sl_warc_write_warcinfo (const char *id,
                                const char *software,
                                gint64 date_usec,
                                GError **error);
GBytes *sl_warc_write_resource (const char *uri,
                                const char *content_type,
                                GBytes *payload,
                                gint64 date_usec,
                                GError **error);
gboolean sl_warc_write_exchange (const SlWarcExchange *exchange,
                                 GPtrArray *members,
                                 GError **error);
GBytes *sl_warc_write_conversion (const SlWarcReference *of,
                                  const char *text,
                                  const char *software,
                                  gint64 date_usec,
                                  GError **error);
GPtrArray *sl_warc_fields_new (void);
void sl_warc_fields_add (GPtrArray *fields,
                         const char *name,
                         const char *value);
SlWarcReference *sl_warc_reference_copy (const SlWarcReference *self);
void sl_warc_reference_free (SlWarcReference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWarcReference, sl_warc_reference_free)

G_END_DECLS
