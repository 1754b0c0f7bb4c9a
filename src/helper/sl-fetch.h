/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-client.h"

G_BEGIN_DECLS

/**
 * SlFetchError:
 * @SL_FETCH_ERROR_FAILED: none of the others; the message says more
 * @SL_FETCH_ERROR_BAD_URL: the address is no absolute URL, has no host or carries a password
 * @SL_FETCH_ERROR_UNSUPPORTED_SCHEME: the address is neither http nor https
 * @SL_FETCH_ERROR_PRIVATE_ADDRESS: the host is this machine or in a private network, and the person did not type it
 * @SL_FETCH_ERROR_DNS_NOT_FOUND: the name has no address
 * @SL_FETCH_ERROR_DNS_FAILED: the name could not be looked up (no answer, server failure)
 * @SL_FETCH_ERROR_REFUSED: the host refused the connection
 * @SL_FETCH_ERROR_UNREACHABLE: there is no route to the host or network
 * @SL_FETCH_ERROR_DISCONNECTED: the connection ended before the response was whole
 * @SL_FETCH_ERROR_TIMEOUT_IO: nothing arrived for as long as one wait may last
 * @SL_FETCH_ERROR_TIMEOUT_TOTAL: the whole fetch lasted longer than it may
 * @SL_FETCH_ERROR_TLS_UNKNOWN_CA: the certificate is signed by nobody that this machine trusts (also self-signed)
 * @SL_FETCH_ERROR_TLS_BAD_IDENTITY: the certificate is for another host
 * @SL_FETCH_ERROR_TLS_NOT_ACTIVATED: the certificate is not valid yet
 * @SL_FETCH_ERROR_TLS_EXPIRED: the certificate is not valid any more
 * @SL_FETCH_ERROR_TLS_REVOKED: the certificate was revoked
 * @SL_FETCH_ERROR_TLS_INSECURE: the certificate's algorithm is too weak
 * @SL_FETCH_ERROR_TLS_HANDSHAKE: no TLS connection came about (no common version, alert, not TLS at all)
 * @SL_FETCH_ERROR_TOO_MANY_REDIRECTS: more redirects than allowed
 * @SL_FETCH_ERROR_BAD_REDIRECT: a redirect leads to something that cannot be followed
 * @SL_FETCH_ERROR_DOWNGRADE: a redirect leads from https to http
 * @SL_FETCH_ERROR_TOO_LARGE: the response is larger than allowed
 * @SL_FETCH_ERROR_TOO_LARGE_DECODED: the response is larger than allowed once decompressed
 * @SL_FETCH_ERROR_BAD_ENCODING: the content encoding is unknown or damaged
 * @SL_FETCH_ERROR_BAD_HTTP: the response breaks the HTTP protocol
 * @SL_FETCH_ERROR_CANCELLED: the person stopped the fetch
 * @SL_FETCH_ERROR_HELPER: the fetcher process failed; the message says how
 *
 * Why a page could not be fetched.
 *
 * A status like 404 or 403 is no error but a result.
 */
typedef enum
{
  SL_FETCH_ERROR_FAILED,
  SL_FETCH_ERROR_BAD_URL,
  SL_FETCH_ERROR_UNSUPPORTED_SCHEME,
  SL_FETCH_ERROR_PRIVATE_ADDRESS,
  SL_FETCH_ERROR_DNS_NOT_FOUND,
  SL_FETCH_ERROR_DNS_FAILED,
  SL_FETCH_ERROR_REFUSED,
  SL_FETCH_ERROR_UNREACHABLE,
  SL_FETCH_ERROR_DISCONNECTED,
  SL_FETCH_ERROR_TIMEOUT_IO,
  SL_FETCH_ERROR_TIMEOUT_TOTAL,
  SL_FETCH_ERROR_TLS_UNKNOWN_CA,
  SL_FETCH_ERROR_TLS_BAD_IDENTITY,
  SL_FETCH_ERROR_TLS_NOT_ACTIVATED,
  SL_FETCH_ERROR_TLS_EXPIRED,
  SL_FETCH_ERROR_TLS_REVOKED,
  SL_FETCH_ERROR_TLS_INSECURE,
  SL_FETCH_ERROR_TLS_HANDSHAKE,
  SL_FETCH_ERROR_TOO_MANY_REDIRECTS,
  SL_FETCH_ERROR_BAD_REDIRECT,
  SL_FETCH_ERROR_DOWNGRADE,
  SL_FETCH_ERROR_TOO_LARGE,
  SL_FETCH_ERROR_TOO_LARGE_DECODED,
  SL_FETCH_ERROR_BAD_ENCODING,
  SL_FETCH_ERROR_BAD_HTTP,
  SL_FETCH_ERROR_CANCELLED,
  SL_FETCH_ERROR_HELPER,
} SlFetchError;

#define SL_FETCH_ERROR (sl_fetch_error_quark ())
GQuark sl_fetch_error_quark (void);

/** Redirects that are followed. */
#define SL_FETCH_MAX_REDIRECTS 10
/** Bytes of a response, on the wire and again after decompression. */
#define SL_FETCH_MAX_BYTES (32u * 1024u * 1024u)

/**
 * SlFetchRequest:
 * @url: address to fetch; its fragment is kept but not sent
 * @allow_private: whether the person typed this very host, so that it may be
 *   this machine or lie in a private network. Holds for this host alone: a redirect
 *   to another private host is refused
 * @user_agent: (nullable): %NULL for Sourceline's own
 * @accept_language: (nullable): value of Accept-Language, %NULL to send none
 * @io_timeout_seconds: longest wait for the next bytes, 0 for the default (20)
 * @total_timeout_seconds: longest duration of the whole fetch, 0 for the default (60)
 * @max_bytes: limit of a response, 0 for %SL_FETCH_MAX_BYTES, which it cannot exceed
 * @max_redirects: -1 for %SL_FETCH_MAX_REDIRECTS, which it cannot exceed
 *
 * What to fetch and within which limits. All strings are borrowed.
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
} SlFetchRequest;

/** A request with all defaults. */
#define SL_FETCH_REQUEST_INIT(address) { .url = (address), .max_redirects = -1 }

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

/**
 * SlFetch:
 * @hops: (element-type SlFetchHop): every exchange in its order; the last one is the answer or the failure
 * @final_url: address of the last hop, with the fragment that holds for it
 * @body: (nullable): body of the last hop with all codings removed; %NULL when the fetch failed
 * @content_type: (nullable): Content-Type of the last hop as it stands in the header
 * @media_type: (nullable): type of the body, sniffed where the header is missing or too vague
 * @charset: (nullable): character set of the body, from byte order mark, header or content
 * @duration_usec: how long everything took
 * @failure: (nullable): why the fetch failed, in %SL_FETCH_ERROR; %NULL when it did not
 *
 * What a fetch brought.
 */
typedef struct
{
  GPtrArray *hops;
  char *final_url;
  GBytes *body;
  char *content_type;
  char *media_type;
  char *charset;
  gint64 duration_usec;
  GError *failure;
} SlFetch;

/**
 * SlFetchProgressFunc:
 * @received_bytes: bytes of the current response so far
 * @expected_bytes: its length as announced, 0 when unknown
 * @user_data: what was given with the function
 *
 * Called in the thread of sl_fetch_run() while a response arrives.
 */
typedef void (*SlFetchProgressFunc) (guint64  received_bytes,
                                     guint64  expected_bytes,
                                     gpointer user_data);

SlHelperClient   *sl_fetch_client_new    (void);
gboolean          sl_fetch_run           (SlHelperClient       *client,
                                          const SlFetchRequest *request,
                                          SlFetchProgressFunc   progress,
                                          gpointer              user_data,
                                          SlFetch             **fetch,
                                          GCancellable         *cancellable,
                                          GError              **error);
SlFetch          *sl_fetch_new           (void);
void              sl_fetch_free          (SlFetch              *self);
SlFetchHop       *sl_fetch_hop_new       (const char           *url);
void              sl_fetch_hop_free      (SlFetchHop           *self);
const SlFetchHop *sl_fetch_get_last_hop  (const SlFetch        *self);
GVariant         *sl_fetch_to_variant    (const SlFetch        *self);
SlFetch          *sl_fetch_new_from_variant (GVariant          *variant,
                                             GError           **error);
GVariant         *sl_fetch_request_to_variant   (const SlFetchRequest *request);
void              sl_fetch_request_from_variant (SlFetchRequest       *request,
                                                 GVariant             *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFetch, sl_fetch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFetchHop, sl_fetch_hop_free)

G_END_DECLS
