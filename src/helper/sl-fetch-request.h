/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Redirects that are followed. */
#define SL_FETCH_MAX_REDIRECTS 10
/** Bytes of a response, on the wire and again after decompression. */
#define SL_FETCH_MAX_BYTES (32u * 1024u * 1024u)
/** Longest wait for the next bytes, unless the request says otherwise. */
#define SL_FETCH_IO_TIMEOUT_SECONDS 20
/** Longest duration of a fetch, unless the request says otherwise. */
#define SL_FETCH_TOTAL_TIMEOUT_SECONDS 60

/**
 * SlFetchRequest:
 * @url: address to fetch; its fragment is kept but not sent
 * @allow_private: whether the person typed this very host, so that it may be
 *   this machine or lie in a private network. Holds for this host alone: a redirect
 *   to another private host is refused, and so is this host once it answered from a public address
 * @user_agent: (nullable): %NULL for Sourceline's own
 * @accept_language: (nullable): value of Accept-Language, %NULL to send none
 * @io_timeout_seconds: longest wait for the next bytes, 0 for %SL_FETCH_IO_TIMEOUT_SECONDS
 * @total_timeout_seconds: longest duration of the whole fetch, 0 for %SL_FETCH_TOTAL_TIMEOUT_SECONDS
 * @max_bytes: limit of a response, 0 for %SL_FETCH_MAX_BYTES, which it cannot exceed
 * @max_redirects: -1 for %SL_FETCH_MAX_REDIRECTS, which it cannot exceed
 * @if_none_match: (nullable): the ETag of an earlier answer, to be told whether it still holds
 * @if_modified_since: (nullable): the Last-Modified of an earlier answer, as it stood there
 * @conditions_url: (nullable): the address that gave that answer, which alone is asked on condition; %NULL for @url.
 *   It matters behind redirects
 * @accept_datetime: (nullable): value of Accept-Datetime (RFC 7089): of what time a copy is wanted
 * @body: (nullable): what is posted to @url; %NULL asks with GET. It is not carried on to where a redirect leads
 * @body_bytes: its length
 * @body_type: (nullable): media type of @body
 *
 * What to fetch and within which limits. All strings and @body are borrowed.
 */
typedef struct
{
  const char *url;
  gboolean allow_private;
  const char *user_agent;
  const char *accept_language;
  guint io_timeout_seconds;
  guint total_timeout_seconds;
  guint max_bytes;
  int max_redirects;
  const char *if_none_match;
  const char *if_modified_since;
  const char *conditions_url;
  const char *accept_datetime;
  const void *body;
  gsize body_bytes;
  const char *body_type;
} SlFetchRequest;

/** A request with all defaults. */
#define SL_FETCH_REQUEST_INIT(address) { .url = (address), .max_redirects = -1 }

GVariant *sl_fetch_request_to_variant   (const SlFetchRequest *request);
void      sl_fetch_request_from_variant (SlFetchRequest       *request,
                                         GVariant             *variant);
void      sl_fetch_request_get_timeouts (const SlFetchRequest *request,
                                         guint                *io_timeout_seconds,
                                         guint                *total_timeout_seconds);

G_END_DECLS
