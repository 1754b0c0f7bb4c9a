/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-failure.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "fetcher/sl-http-head.h"
#include "helper/sl-fetch-error.h"

/* What libsoup allows for the head of a response. */
#define MAX_HEAD_BYTES (100u * 1024u)

/* Messages name the host, so that a chain of redirects shows where it broke. */

typedef struct
{
  int           code;     /* of the domain that the table is for */
  SlFetchError  result;
  const char   *message;  /* with %s for the host */
} Row;

static const Row watch_rows[] = {
  { SL_WATCH_IO, SL_FETCH_ERROR_TIMEOUT_IO, N_ ("%s did not send anything for too long") },
  { SL_WATCH_TOTAL, SL_FETCH_ERROR_TIMEOUT_TOTAL, N_ ("%s took too long to send the page") },
  { SL_WATCH_CANCELLED, SL_FETCH_ERROR_CANCELLED, N_ ("Fetching from %s was stopped by you") },
};

/* Before the head of the answer is whole. */
static const Row early_timeout = { SL_WATCH_TOTAL, SL_FETCH_ERROR_TIMEOUT_TOTAL, N_ ("%s took too long to begin with the page") };
static const Row early_end = { G_IO_ERROR_CONNECTION_CLOSED, SL_FETCH_ERROR_DISCONNECTED, N_ ("%s closed the connection before it answered") };

/* The order is that of importance: a certificate for another host that is also out of date is for another host. */
static const Row certificate_rows[] = {
  { G_TLS_CERTIFICATE_REVOKED, SL_FETCH_ERROR_TLS_REVOKED, N_ ("The certificate of %s was revoked") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, SL_FETCH_ERROR_TLS_BAD_IDENTITY, N_ ("The certificate that %s shows belongs to another host") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, SL_FETCH_ERROR_TLS_UNKNOWN_CA,
    N_ ("The certificate of %s is signed by itself or by an authority that this computer does not trust") },
  { G_TLS_CERTIFICATE_EXPIRED, SL_FETCH_ERROR_TLS_EXPIRED, N_ ("The certificate of %s has expired") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, SL_FETCH_ERROR_TLS_NOT_ACTIVATED, N_ ("The certificate of %s is not valid yet; check this computer’s clock") },
  { G_TLS_CERTIFICATE_INSECURE, SL_FETCH_ERROR_TLS_INSECURE, N_ ("The certificate of %s uses an algorithm that is too weak") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR, SL_FETCH_ERROR_TLS_HANDSHAKE, N_ ("The certificate of %s is not valid") },
};

static const Row io_rows[] = {
  { G_IO_ERROR_CONNECTION_REFUSED, SL_FETCH_ERROR_REFUSED, N_ ("%s refused the connection") },
  { G_IO_ERROR_HOST_UNREACHABLE, SL_FETCH_ERROR_UNREACHABLE, N_ ("%s cannot be reached") },
  { G_IO_ERROR_NETWORK_UNREACHABLE, SL_FETCH_ERROR_UNREACHABLE, N_ ("%s cannot be reached; there is no network") },
  { G_IO_ERROR_HOST_NOT_FOUND, SL_FETCH_ERROR_DNS_NOT_FOUND, N_ ("There is no host called %s") },
  { G_IO_ERROR_TIMED_OUT, SL_FETCH_ERROR_TIMEOUT_IO, N_ ("%s did not answer in time") },
  { G_IO_ERROR_CONNECTION_CLOSED, SL_FETCH_ERROR_DISCONNECTED, N_ ("%s closed the connection before the page was whole") },
  { G_IO_ERROR_PARTIAL_INPUT, SL_FETCH_ERROR_DISCONNECTED, N_ ("%s closed the connection before the page was whole") },
  { G_IO_ERROR_INVALID_DATA, SL_FETCH_ERROR_BAD_HTTP, N_ ("%s sent an answer that breaks the rules of HTTP") },
  { G_IO_ERROR_INVALID_ARGUMENT, SL_FETCH_ERROR_BAD_HTTP, N_ ("%s sent an answer that breaks the rules of HTTP") },
};

static const Row resolver_rows[] = {
  { G_RESOLVER_ERROR_NOT_FOUND, SL_FETCH_ERROR_DNS_NOT_FOUND, N_ ("There is no host called %s") },
  { G_RESOLVER_ERROR_TEMPORARY_FAILURE, SL_FETCH_ERROR_DNS_FAILED, N_ ("The address of %s could not be looked up") },
  { G_RESOLVER_ERROR_INTERNAL, SL_FETCH_ERROR_DNS_FAILED, N_ ("The address of %s could not be looked up") },
};

static const Row soup_rows[] = {
  { SOUP_SESSION_ERROR_PARSING, SL_FETCH_ERROR_BAD_HTTP, N_ ("%s sent an answer that breaks the rules of HTTP") },
  { SOUP_SESSION_ERROR_ENCODING, SL_FETCH_ERROR_BAD_HTTP, N_ ("%s sent an answer that breaks the rules of HTTP") },
  { SOUP_SESSION_ERROR_MESSAGE_ALREADY_IN_QUEUE, SL_FETCH_ERROR_FAILED, N_ ("%s could not be asked") },
};

static GError *
find_row (const Row  *rows,
          gsize       n_rows,
          int         code,
          const char *host)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i].code == code)
        {
          g_autofree char *escaped = g_strescape (host, NULL);
          g_auto (GStrv) parts = g_strsplit (_ (rows[i].message), "%s", 2);
          g_autofree char *message = g_strjoinv (escaped, parts);

          return g_error_new_literal (SL_FETCH_ERROR, (int) rows[i].result, message);
        }
    }

  return NULL;
}

/* What the person can do about it; %NULL when there is nothing, or the message says it. */
static const char *
find_advice (SlFetchError code)
{
  switch ((int) code)
    {
    case SL_FETCH_ERROR_DNS_NOT_FOUND:
      return _ ("Check how the address is written.");
    case SL_FETCH_ERROR_DNS_FAILED:
    case SL_FETCH_ERROR_REFUSED:
    case SL_FETCH_ERROR_UNREACHABLE:
    case SL_FETCH_ERROR_DISCONNECTED:
      return _ ("Check the address and the network, or try again later.");
    case SL_FETCH_ERROR_TIMEOUT_IO:
    case SL_FETCH_ERROR_TIMEOUT_TOTAL:
      return _ ("Try again later, or allow more time.");
    case SL_FETCH_ERROR_CANCELLED:
    case SL_FETCH_ERROR_PRIVATE_ADDRESS:
    case SL_FETCH_ERROR_TLS_NOT_ACTIVATED:
      return NULL;
    default:
      return _ ("If a browser shows the page, save it there and add the file.");
    }
}

static void
add_advice (GError *error)
{
  const char *advice = find_advice (error->code);
  g_autofree char *message = error->message;

  error->message = advice != NULL ? g_strdup_printf ("%s. %s", message, advice) : g_steal_pointer (&message);
}

#define FIND(rows, code) find_row ((rows), G_N_ELEMENTS (rows), (int) (code), host)

static GError *
find_certificate (GTlsCertificateFlags  flags,
                  const char           *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (certificate_rows); i++)
    {
      if ((flags & (guint) certificate_rows[i].code) != 0)
        return find_row (certificate_rows + i, 1, certificate_rows[i].code, host);
    }

  return NULL;
}

static GError *
find_handshake (const char   *host,
                const GError *error)
{
  return g_error_new (SL_FETCH_ERROR, SL_FETCH_ERROR_TLS_HANDSHAKE,
                      _ ("No secure connection to %s came about: %s"), host, error->message);
}

static gboolean
has_head (SlWire *wire)
{
  SlHttpHead head;

  return sl_http_head_find (wire->received->data, wire->received->len, &head);
}

static GError *
find_stopped (const char    *host,
              SlWire        *wire,
              SlWatchReason  reason)
{
  if (reason == SL_WATCH_TOTAL && !has_head (wire))
    return find_row (&early_timeout, 1, early_timeout.code, host);
  return FIND (watch_rows, reason);
}

/* libsoup just closes the connection when a head does not end. */
static GError *
find_endless_head (const char *host,
                   SlWire     *wire)
{
  if (wire->received->len < MAX_HEAD_BYTES || has_head (wire))
    return NULL;
  return FIND (soup_rows, SOUP_SESSION_ERROR_PARSING);
}

/* RFC 9113, 3.4 and 4.1: a server begins with SETTINGS, or gives up with GOAWAY, on stream 0; as HTTP/1 that is noise. */
static gboolean
is_http2 (const GByteArray *received)
{
  static const guint8 stream[4] = { 0 };
  const guint8 *frame = received->data;

  return received->len >= 9 && frame[0] == 0 && frame[1] == 0 && memcmp (frame + 5, stream, sizeof stream) == 0
         && ((frame[3] == 4 && frame[2] % 6 == 0) || (frame[3] == 7 && frame[2] >= 8));
}

static GError *
find_http2 (const char    *host,
            SlWire        *wire,
            SlWatchReason  reason)
{
  if (reason == SL_WATCH_CANCELLED || !is_http2 (wire->received))
    return NULL;
  return g_error_new (SL_FETCH_ERROR, SL_FETCH_ERROR_HTTP2,
                      _ ("%s answers only in HTTP/2, which Sourceline does not speak"), host);
}

static GError *
find_soup (const char   *host,
           SlWire       *wire,
           const GError *error)
{
  static const char start[] = "HTTP/1.";
  gsize n = MIN (wire->received->len, strlen (start));

  /* libsoup calls it a parse error when a host closes without a word or in the middle of its head. */
  if ((n == 0 || memcmp (wire->received->data, start, n) == 0) && !has_head (wire))
    return find_row (&early_end, 1, early_end.code, host);
  return FIND (soup_rows, error->code);
}

static GError *
find_by_domain (const char   *host,
                SlWire       *wire,
                const GError *error)
{
  if (error->domain == SL_FETCH_ERROR)
    return g_error_copy (error);
  if (wire->tls_failed || error->domain == G_TLS_ERROR)
    return find_handshake (host, error);
  if (error->domain == G_RESOLVER_ERROR)
    return FIND (resolver_rows, error->code);
  if (error->domain == G_IO_ERROR)
    return FIND (io_rows, error->code);
  if (error->domain == SOUP_SESSION_ERROR)
    return find_soup (host, wire, error);
  return NULL;
}

/**
 * sl_failure_new:
 * @host: who was asked
 * @wire: what went over the connection
 * @reason: whether the fetch was stopped, and why
 * @error: what libsoup or GIO reported
 *
 * Says why a page could not be fetched, in one domain and as precisely as is known, and what to do about it.
 *
 * Returns: (transfer full): an error of #SlFetchError
 */
GError *
sl_failure_new (const char    *host,
                SlWire        *wire,
                SlWatchReason  reason,
                const GError  *error)
{
  GError *failure = find_http2 (host, wire, reason);

  if (failure == NULL)
    failure = find_stopped (host, wire, reason);
  if (failure == NULL)
    failure = find_certificate (wire->tls_errors, host);
  if (failure == NULL)
    failure = find_endless_head (host, wire);
  if (failure == NULL)
    failure = find_by_domain (host, wire, error);
  if (failure == NULL)
    failure = g_error_new (SL_FETCH_ERROR, SL_FETCH_ERROR_FAILED, _ ("%s could not be fetched: %s"), host, error->message);
  add_advice (failure);
  return failure;
}
