/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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
 * @SL_FETCH_ERROR_HTTP2: the host answers in HTTP/2 without having been asked to, and in nothing else
 *
 * Why a page could not be fetched.
 *
 * A status like 404 or 403 is no error but a result. The numbers are kept in cases: new ones follow at the end.
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
  SL_FETCH_ERROR_HTTP2,
} SlFetchError;

#define SL_FETCH_ERROR (sl_fetch_error_quark ())
GQuark sl_fetch_error_quark (void);

G_END_DECLS
