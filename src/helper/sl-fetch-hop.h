/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlFetchHop:
 * @url: address that was asked, with its fragment
 * @started_usec: when the exchange began, microseconds since 1970 UTC by the fetcher's clock
 * @duration_usec: how long it took
 * @request: (nullable): the request exactly as it was sent
 * @response: (nullable): the response exactly as it arrived: status line, headers in their order and
 *   spelling, blank line, body with its transfer and content codings. %NULL when nothing arrived
 * @head_bytes: length of the response's head (status line, headers, blank line) in @response; 0 when it did not arrive whole
 * @payload: (nullable): the body without transfer coding but still content-encoded, which WARC calls payload. %NULL without a response
 * @status: HTTP status, 0 when none arrived
 * @reason: (nullable): reason phrase of the status line, valid UTF-8
 * @content_type: (nullable): value of the header Content-Type, valid UTF-8
 * @content_encoding: (nullable): value of the header Content-Encoding, valid UTF-8
 * @location: (nullable): value of the header Location, valid UTF-8
 * @date: (nullable): value of the header Date, the host's clock beside @started_usec, valid UTF-8
 * @etag: (nullable): value of the header ETag, to ask on condition another time, valid UTF-8
 * @last_modified: (nullable): value of the header Last-Modified, for the same, valid UTF-8
 * @retry_at_usec: when the host may be asked again by its Retry-After, microseconds since 1970 UTC by the fetcher's
 *   clock: a date there counts from the host's own Date. 0 when it says nothing
 * @conditional: whether the request carried a condition: only then does a 304 say that nothing has changed
 * @chunked: whether the body in @response stands in chunks; @payload has them joined
 * @truncated: whether the body was cut, as only bodies of redirects and of failed exchanges are
 * @remote_address: (nullable): numeric address of the host
 * @remote_port: its port
 * @tls_protocol: (nullable): like "TLS 1.3", %NULL without TLS
 * @tls_cipher: (nullable): name of the cipher suite
 * @tls_chain_pem: (nullable): certificates as the host sent them, its own first, PEM
 * @tls_chain_sha256: (nullable): SHA-256 of each certificate's DER, lower-case hexadecimal
 * @tls_errors: what is wrong with the certificate
 *
 * One exchange with one host. All fields are owned by the #SlFetch.
 */
typedef struct
{
  char *url;
  gint64 started_usec;
  gint64 duration_usec;
  GBytes *request;
  GBytes *response;
  gsize head_bytes;
  GBytes *payload;
  guint status;
  char *reason;
  char *content_type;
  char *content_encoding;
  char *location;
  char *date;
  char *etag;
  char *last_modified;
  gint64 retry_at_usec;
  gboolean conditional;
  gboolean chunked;
  gboolean truncated;
  char *remote_address;
  guint16 remote_port;
  char *tls_protocol;
  char *tls_cipher;
  char **tls_chain_pem;
  char **tls_chain_sha256;
  GTlsCertificateFlags tls_errors;
} SlFetchHop;

SlFetchHop *sl_fetch_hop_new              (const char       *url);
void        sl_fetch_hop_free             (SlFetchHop       *self);
GVariant   *sl_fetch_hop_to_variant       (const SlFetchHop *self);
SlFetchHop *sl_fetch_hop_new_from_variant (GVariant         *variant,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFetchHop, sl_fetch_hop_free)

G_END_DECLS
