/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-exchange.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "fetcher/sl-chunked.h"
#include "fetcher/sl-failure.h"
#include "fetcher/sl-http-head.h"
#include "fetcher/sl-location.h"
#include "fetcher/sl-message.h"
#include "fetcher/sl-tap-proxy.h"
#include "fetcher/sl-wire.h"

/* libsoup refuses heads above 100 kB; chunks take some bytes of their own. */
#define OVERHEAD_BYTES (256u * 1024u)

/* What a chunked body may be longer than its payload, beside half of that: a body in chunks of one byte is an attack on time. */
#define CHUNKING_BYTES (1024u * 1024u)

/* The body of a redirect is kept, as everything is, but nobody reads a long one. */
#define MAX_REDIRECT_BYTES (256u * 1024u)

#define CHUNK_BYTES (64u * 1024u)

/* One exchange while it runs. */
typedef struct
{
  const SlExchange *job;             /* (unowned) */
  SoupSession      *session;         /* (owned) */
  SoupMessage      *message;         /* (owned) */
  SlWire           *wire;            /* (owned) */
  GByteArray       *payload;         /* (owned): only of a chunked body; others are the end of what arrived */
  gsize             payload_bytes;
  guint64           expected_bytes;  /* 0 when unknown */
} Run;

static void
await_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/* Lets one asynchronous call be written where its answer is used. */
static GAsyncResult *
await (GMainContext  *context,
       GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (context, TRUE);
  return *slot;
}

static void
activity_cb (SlWire   *wire,
             gpointer  user_data)
{
  Run *run = user_data;

  sl_watch_touch (run->job->watch);
  if (run->job->progress != NULL && wire->received->len > 0)
    run->job->progress (wire->received->len, run->expected_bytes, run->job->user_data);
}

static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  Run                *run)
{
  if (event == G_SOCKET_CLIENT_PROXY_NEGOTIATING)
    sl_wire_attach (run->wire, connection);
}

/* A session lives for one exchange, so that nothing of one host is kept for the next. */
static SoupSession *
make_session (const SlExchange *job)
{
  static GType (*const features[]) (void) = {
    soup_content_decoder_get_type, soup_content_sniffer_get_type, soup_auth_manager_get_type,
    soup_cookie_jar_get_type, soup_cache_get_type, soup_hsts_enforcer_get_type,
    soup_websocket_extension_manager_get_type
  };
  g_autoptr (GProxyResolver) tap = sl_tap_proxy_new_resolver (g_uri_get_host (job->location), sl_location_get_port (job->location));
  SoupSession *session = soup_session_new_with_options ("proxy-resolver", tap, "max-conns", 1, "timeout", 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (features); i++)
    soup_session_remove_feature_by_type (session, features[i]());
  return session;
}

static SlWire *
make_wire (const SlExchange *job,
           Run              *run)
{
  SlWire *wire = sl_wire_new (job->max_bytes + OVERHEAD_BYTES);

  if (sl_location_is_https (job->location))
    wire->identity = g_network_address_new (g_uri_get_host (job->location), sl_location_get_port (job->location));
  g_set_object (&wire->database, job->database);
  wire->activity = activity_cb;
  wire->activity_data = run;
  return wire;
}

static void
run_init (Run              *run,
          const SlExchange *job,
          SlFetchHop       *hop)
{
  *run = (Run) { .job = job };
  run->session = make_session (job);
  run->message = sl_message_new (job->location, job->request, hop);
  run->wire = make_wire (job, run);
  run->payload = g_byte_array_new ();
  g_signal_connect (run->message, "network-event", G_CALLBACK (network_event_cb), run);
}

static void
run_clear (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->message, run);
  run->wire->activity = NULL;
  soup_session_abort (run->session);
  /* What was cancelled ends in the main context. */
  while (g_main_context_iteration (run->job->context, FALSE))
    continue;
  g_clear_object (&run->message);
  g_clear_object (&run->session);
  g_clear_object (&run->wire);
  g_byte_array_unref (run->payload);
}

static gboolean
set_too_large (const SlExchange  *job,
               GError           **error)
{
  g_autofree char *limit = g_format_size_full (job->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_TOO_LARGE, _ ("The page is larger than %s"), limit);
  return FALSE;
}

static GInputStream *
send_request (Run     *run,
              GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  soup_session_send_async (run->session, run->message, G_PRIORITY_DEFAULT, sl_watch_get_cancellable (run->job->watch), await_cb, &result);
  return soup_session_send_finish (run->session, await (run->job->context, &result), error);
}

static gssize
read_some (Run           *run,
           GInputStream  *stream,
           guint8        *chunk,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_input_stream_read_async (stream, chunk, CHUNK_BYTES, G_PRIORITY_DEFAULT, sl_watch_get_cancellable (run->job->watch), await_cb, &result);
  return g_input_stream_read_finish (stream, await (run->job->context, &result), error);
}

static gboolean
read_body (Run           *run,
           GInputStream  *stream,
           SlFetchHop    *hop,
           GError       **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gboolean redirect = sl_exchange_is_redirect (hop);
  gssize n;

  while ((n = read_some (run, stream, chunk, error)) > 0)
    {
      run->payload_bytes += (gsize) n;
      if (hop->chunked)
        g_byte_array_append (run->payload, chunk, (guint) n);
      if (redirect && run->payload_bytes > MAX_REDIRECT_BYTES)
        {
          hop->truncated = TRUE;
          return TRUE;
        }
      if (run->payload_bytes > run->job->max_bytes
          || run->wire->received->len > run->payload_bytes + run->payload_bytes / 2 + CHUNKING_BYTES)
        return set_too_large (run->job, error);
    }

  return n == 0;
}

static void
note_headers (Run        *run,
              SlFetchHop *hop)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);

  sl_message_note_headers (run->message, hop);
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    run->expected_bytes = (guint64) MAX (soup_message_headers_get_content_length (headers), 0);
}

/* @end: (out): the byte of what arrived behind the response's last, when that is whole. */
static SlChunkedResult
find_end (Run              *run,
          const SlFetchHop *hop,
          const SlHttpHead *head,
          gsize            *end)
{
  const GByteArray *received = run->wire->received;
  SlChunkedResult result;
  gsize joined = 0;

  *end = head->end;
  if (head->status == 204 || head->status == 304)
    return SL_CHUNKED_WHOLE;
  if (!hop->chunked)
    {
      *end += run->payload_bytes;
      return run->payload_bytes >= run->expected_bytes ? SL_CHUNKED_WHOLE : SL_CHUNKED_CUT;
    }

  result = sl_chunked_find_end (received->data + head->end, received->len - head->end, &joined, end);
  *end += head->end;
  return result == SL_CHUNKED_WHOLE && joined != run->payload_bytes ? SL_CHUNKED_BROKEN : result;
}

static gboolean
set_cut_short (Run     *run,
               GError **error)
{
  g_autofree char *announced = g_strdup_printf ("%" G_GUINT64_FORMAT, run->expected_bytes);
  g_autofree char *arrived = g_strdup_printf ("%" G_GSIZE_FORMAT, run->payload_bytes);

  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_DISCONNECTED, _ ("%s announced %s bytes and closed the connection after %s"),
               g_uri_get_host (run->job->location), announced, arrived);
  return FALSE;
}

/* libsoup takes a body that breaks off for a whole one. */
static gboolean
check_whole (Run         *run,
             SlFetchHop  *hop,
             GError     **error)
{
  const GByteArray *received = run->wire->received;
  SlChunkedResult result = SL_CHUNKED_CUT;
  SlHttpHead head;
  gsize end;

  if (hop->truncated)
    return TRUE;
  if (sl_http_head_find (received->data, received->len, &head))
    result = find_end (run, hop, &head, &end);
  if (result == SL_CHUNKED_WHOLE)
    return TRUE;
  if (result == SL_CHUNKED_CUT && !hop->chunked && run->expected_bytes > 0)
    return set_cut_short (run, error);

  g_set_error_literal (error, G_IO_ERROR, result == SL_CHUNKED_CUT ? G_IO_ERROR_PARTIAL_INPUT : G_IO_ERROR_INVALID_DATA, "");
  return FALSE;
}

static gboolean
run_exchange (Run         *run,
              SlFetchHop  *hop,
              GError     **error)
{
  g_autoptr (GInputStream) stream = send_request (run, error);

  if (stream == NULL)
    return FALSE;

  note_headers (run, hop);
  if (run->expected_bytes > run->job->max_bytes)
    return set_too_large (run->job, error);
  return read_body (run, stream, hop, error) && check_whole (run, hop, error);
}

static GBytes *
copy_bytes (const GByteArray *array,
            gsize             start,
            gsize             length)
{
  return g_bytes_new (array->data + start, length);
}

/* Whatever arrived is evidence, also when the exchange failed half way. */
static void
note_bytes (Run        *run,
            SlFetchHop *hop,
            gboolean    whole)
{
  const GByteArray *received = run->wire->received;
  SlHttpHead head = { 0, 0, 0 };
  gboolean has_head = sl_http_head_find (received->data, received->len, &head);
  gsize end = received->len;

  if (run->wire->sent->len > 0)
    hop->request = copy_bytes (run->wire->sent, 0, run->wire->sent->len);
  if (received->len == 0)
    return;

  /* Nothing belongs to the response beyond the end that it announced. */
  if (has_head && whole && !hop->truncated)
    find_end (run, hop, &head, &end);
  hop->response = copy_bytes (received, head.start, end - head.start);
  if (!has_head)
    return;

  hop->head_bytes = head.end - head.start;
  hop->status = head.status;
  if (hop->chunked)
    hop->payload = copy_bytes (run->payload, 0, run->payload->len);
  else
    hop->payload = g_bytes_new_from_bytes (hop->response, hop->head_bytes, end - head.end);
}

static void
note_chain (SlFetchHop      *hop,
            GTlsCertificate *first)
{
  g_autoptr (GStrvBuilder) pems = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) digests = g_strv_builder_new ();

  for (GTlsCertificate *certificate = first; certificate != NULL; certificate = g_tls_certificate_get_issuer (certificate))
    {
      g_autofree char *pem = NULL;
      g_autoptr (GByteArray) der = NULL;

      g_object_get (certificate, "certificate-pem", &pem, "certificate", &der, NULL);
      g_strv_builder_add (pems, pem);
      g_strv_builder_take (digests, g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len));
    }

  hop->tls_chain_pem = g_strv_builder_end (pems);
  hop->tls_chain_sha256 = g_strv_builder_end (digests);
}

static void
note_connection (Run        *run,
                 SlFetchHop *hop)
{
  SlWire *wire = run->wire;

  if (wire->remote_address != NULL)
    {
      hop->remote_address = g_inet_address_to_string (g_inet_socket_address_get_address (wire->remote_address));
      hop->remote_port = g_inet_socket_address_get_port (wire->remote_address);
    }

  hop->tls_protocol = g_strdup (wire->tls_protocol);
  hop->tls_cipher = g_strdup (wire->tls_cipher);
  hop->tls_errors = wire->tls_errors;
  if (wire->certificate != NULL)
    note_chain (hop, wire->certificate);
}

/**
 * sl_exchange_is_redirect:
 * @hop: an exchange whose head has arrived
 *
 * Says whether a response leads elsewhere.
 */
gboolean
sl_exchange_is_redirect (const SlFetchHop *hop)
{
  return hop->location != NULL && *hop->location != '\0'
         && (hop->status == 301 || hop->status == 302 || hop->status == 303 || hop->status == 307 || hop->status == 308);
}

/**
 * sl_exchange_run:
 * @self: what to ask for
 * @hop: an empty exchange, filled in also as far as one went that failed
 * @error: return location for a #GError
 *
 * Asks one host once, over a connection of its own.
 *
 * Returns: %TRUE when a whole response arrived (of a redirect: as much of it as is kept); %FALSE with an
 *   error of #SlFetchError
 */
gboolean
sl_exchange_run (const SlExchange  *self,
                 SlFetchHop        *hop,
                 GError           **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 start_usec = g_get_monotonic_time ();
  gboolean whole;
  Run run;

  sl_tap_proxy_register ();
  run_init (&run, self, hop);
  hop->started_usec = g_get_real_time ();
  whole = run_exchange (&run, hop, &failure);
  hop->duration_usec = g_get_monotonic_time () - start_usec;

  note_bytes (&run, hop, whole);
  note_connection (&run, hop);
  if (!whole)
    {
      hop->truncated = hop->response != NULL;
      g_propagate_error (error, sl_failure_new (g_uri_get_host (self->location), run.wire, sl_watch_get_reason (self->watch), failure));
    }
  run_clear (&run);
  return whole;
}
