/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-arrival.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "core/sl-sniff.h"
#include "workbench/sl-load.h"

/* Words of a pasted text that stand for it until a title is known. */
#define NAME_MAX_CP 60

/**
 * sl_arrival_is_address:
 * @what: (nullable)
 *
 * Returns: whether it names something on the web rather than a file
 */
gboolean
sl_arrival_is_address (const char *what)
{
  g_autofree char *scheme = what != NULL ? g_uri_parse_scheme (what) : NULL;

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0);
}

/**
 * sl_arrival_set_payload:
 *
 * Says what arrived, and what its digest is.
 */
void
sl_arrival_set_payload (SlArrival *self,
                        GBytes    *payload)
{
  self->payload = g_bytes_ref (payload);
  g_free (self->capture->payload_digest);
  self->capture->payload_digest = sl_digest_bytes (payload);
  self->capture->payload_bytes = g_bytes_get_size (payload);
}

/**
 * sl_arrival_new:
 *
 * Makes an arrival of this moment without any content.
 *
 * Returns: (transfer full)
 */
SlArrival *
sl_arrival_new (SlCaptureMethod method)
{
  SlArrival *self = g_new0 (SlArrival, 1);

  self->capture = sl_capture_new ();
  self->capture->method = method;
  self->capture->captured_at = g_get_real_time ();

  return self;
}

static const char *
sniff_media_type (GBytes *payload)
{
  SlContentType type = sl_sniff_type (g_bytes_get_data (payload, NULL), g_bytes_get_size (payload), NULL);

  if (type == SL_CONTENT_TYPE_HTML)
    return "text/html";
  if (type == SL_CONTENT_TYPE_XHTML)
    return "application/xhtml+xml";
  if (type == SL_CONTENT_TYPE_TEXT)
    return "text/plain";

  return type == SL_CONTENT_TYPE_PDF ? "application/pdf" : "application/octet-stream";
}

/**
 * sl_arrival_name_by_content:
 *
 * Names a capture that has no address by its content, and finds out its type.
 */
void
sl_arrival_name_by_content (SlArrival *self)
{
  g_free (self->capture->url);
  self->capture->url = g_strdup_printf ("urn:sha256:%s", self->capture->payload_digest);
  self->capture->content_type = g_strdup (sniff_media_type (self->payload));
}

/**
 * sl_arrival_dup_beginning:
 *
 * Returns: (transfer full): the first words of what arrived, to call it by
 */
char *
sl_arrival_dup_beginning (GBytes *bytes)
{
  g_autofree char *text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) MIN (g_bytes_get_size (bytes), 4 * NAME_MAX_CP));
  char *name = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), NAME_MAX_CP));

  return g_strstrip (g_strdelimit (name, "\r\n\t", ' '));
}

static SlArrival *
from_bytes (GBytes *bytes)
{
  g_autoptr (SlArrival) self = sl_arrival_new (SL_CAPTURE_PASTED);

  sl_arrival_set_payload (self, bytes);
  sl_arrival_name_by_content (self);
  self->name = sl_arrival_dup_beginning (bytes);

  return g_steal_pointer (&self);
}

static SlArrival *
from_file (const char    *what,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (what);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = sl_load_file (file, cancellable, error);
  g_autoptr (SlArrival) self = NULL;

  if (bytes == NULL)
    return NULL;

  self = sl_arrival_new (SL_CAPTURE_FILE);
  sl_arrival_set_payload (self, bytes);
  sl_arrival_name_by_content (self);
  /* The name only: where it lies on somebody's disk is nobody's business. */
  self->name = g_utf8_make_valid (name, -1);
  self->url = g_strdup (self->name);

  return g_steal_pointer (&self);
}

static void
describe_exchange (SlArrival *self)
{
  const SlFetchHop *last = sl_fetch_get_last_hop (self->fetch);
  const SlFetchHop *first = g_ptr_array_index (self->fetch->hops, 0);
  const GError *failure = self->fetch->failure;
  SlCapture *capture = self->capture;

  capture->captured_at = first->started_usec;
  capture->final_url = g_strdup (failure == NULL ? self->fetch->final_url : last->url);
  capture->status = last->status;
  capture->content_type = g_strdup (failure == NULL ? self->fetch->content_type : last->content_type);
  if (failure != NULL)
    capture->note = g_strdup (failure->message);
  else if (last->truncated)
    capture->note = g_strdup (_ ("The response was cut short."));
}

/* What there is of an answer: its body as it came over the wire, or all that came where that is no whole message. */
static GBytes *
dup_part (const SlFetchHop *hop)
{
  g_autoptr (SlWarcRecord) record = NULL;
  GBytes *payload;

  if (hop->response == NULL)
    return g_bytes_new (NULL, 0);

  record = sl_warc_record_new (SL_WARC_RESPONSE, hop->url, 0, "application/http;msgtype=response", hop->response);
  payload = sl_warc_record_get_wire_payload (record, NULL);
  return payload != NULL ? payload : g_bytes_ref (hop->response);
}

/* Whether a fetch that failed showed anything that is worth keeping. */
static gboolean
showed_anything (const SlFetch *fetch)
{
  for (guint i = 0; fetch != NULL && i < fetch->hops->len; i++)
    {
      const SlFetchHop *hop = g_ptr_array_index (fetch->hops, i);

      if (hop->response != NULL || hop->tls_chain_pem != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
received_cb (guint64  received,
             guint64  expected,
             gpointer data)
{
  g_autofree char *size = g_format_size (received);
  g_autofree char *line = g_strdup_printf (_ ("Fetching… %s"), size);

  sl_progress_report (data, expected > 0 ? (double) received / expected : -1, line);
}

/* The host said that what the case has already still holds. */
static void
take_unchanged (SlArrival       *self,
                const SlEarlier *earlier)
{
  sl_arrival_set_payload (self, earlier->payload);
  self->unchanged = sl_warc_reference_copy (earlier->response);
  g_free (self->fetch->content_type);
  self->fetch->content_type = g_strdup (earlier->content_type);
}

/* The last exchange that brought anything: where a redirect leads, nobody may have answered. */
static const SlFetchHop *
get_last_answer (const SlFetch *fetch)
{
  for (guint i = fetch->hops->len; i > 0; i--)
    {
      const SlFetchHop *hop = g_ptr_array_index (fetch->hops, i - 1);

      if (hop->response != NULL)
        return hop;
    }

  return sl_fetch_get_last_hop (fetch);
}

static void
take_payload (SlArrival       *self,
              const SlEarlier *earlier)
{
  g_autoptr (GBytes) payload = NULL;

  if (earlier != NULL && sl_fetch_is_not_modified (self->fetch))
    {
      take_unchanged (self, earlier);
      return;
    }

  payload = self->fetch->failure == NULL ? g_bytes_ref (self->fetch->body) : dup_part (get_last_answer (self->fetch));
  sl_arrival_set_payload (self, payload);
}

/* Does what sl_arrival_try() says. */
static SlArrival *
from_network (SlHelpers           *helpers,
              const SlAddRequest  *request,
              const SlEarlier     *earlier,
              SlProgress          *progress,
              GCancellable        *cancellable,
              GError             **error)
{
  SlFetchRequest fetch_request = SL_FETCH_REQUEST_INIT (request->what);
  g_autoptr (SlArrival) self = sl_arrival_new (SL_CAPTURE_FETCHED);
  g_autoptr (GError) failure = NULL;

  fetch_request.allow_private = request->typed;
  fetch_request.max_bytes = request->max_bytes;
  fetch_request.io_timeout_seconds = request->io_timeout_seconds;
  fetch_request.total_timeout_seconds = request->total_timeout_seconds;
  if (earlier != NULL)
    sl_earlier_ask (earlier, &fetch_request);
  sl_progress_report (progress, -1, _ ("Connecting…"));
  if (!sl_fetch_run (helpers->fetcher, &fetch_request, received_cb, progress, &self->fetch, cancellable, &failure)
      && !showed_anything (self->fetch))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  self->url = g_strdup (request->what);
  self->name = g_strdup (request->what);
  g_free (self->capture->url);
  self->capture->url = g_strdup (request->what);
  take_payload (self, earlier);
  describe_exchange (self);

  return g_steal_pointer (&self);
}

/* A failure is an error, whatever it brought. */
static SlArrival *
refuse_failure (SlArrival *arrival, /* (transfer full) (nullable) */
                GError **error)
{
  g_autoptr (SlArrival) self = arrival;
  const GError *failure = self != NULL ? sl_arrival_get_failure (self) : NULL;

  if (failure == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_error_copy (failure));
  return NULL;
}

/**
 * sl_arrival_get:
 *
 * Gets what the request names: from the network, from a file, or the bytes that it brings along.
 *
 * Fails with SL_FETCH_ERROR, and with G_IO_ERROR for files.
 *
 * Returns: (transfer full)
 */
SlArrival *
sl_arrival_get (SlHelpers           *helpers,
                const SlAddRequest  *request,
                SlProgress          *progress,
                GCancellable        *cancellable,
                GError             **error)
{
  if (request->bytes != NULL)
    return from_bytes (request->bytes);

  if (sl_arrival_is_address (request->what))
    return refuse_failure (from_network (helpers, request, NULL, progress, cancellable, error), error);

  return from_file (request->what, cancellable, error);
}

/**
 * sl_arrival_get_again:
 * @request: names an address
 * @earlier: (nullable): what an earlier capture of it knows
 *
 * Gets an address again, on the condition that it changed since @earlier. Where it did not, the arrival has the payload
 * of @earlier, status 304, and its members refer to the record that holds the payload.
 *
 * Fails with SL_FETCH_ERROR.
 *
 * Returns: (transfer full)
 */
SlArrival *
sl_arrival_get_again (SlHelpers           *helpers,
                      const SlAddRequest  *request,
                      const SlEarlier     *earlier,
                      SlProgress          *progress,
                      GCancellable        *cancellable,
                      GError             **error)
{
  return refuse_failure (from_network (helpers, request, earlier, progress, cancellable, error), error);
}

/**
 * sl_arrival_try:
 * @request: names an address
 * @earlier: (nullable): what an earlier capture of it knows, as for sl_arrival_get_again()
 *
 * Gets an address; what a fetch brought that failed arrives as well. Its capture then has what there is of the answer
 * for content, and why it failed as its note; sl_arrival_get_failure() tells.
 *
 * Fails with SL_FETCH_ERROR when no host showed anything.
 *
 * Returns: (transfer full)
 */
SlArrival *
sl_arrival_try (SlHelpers           *helpers,
                const SlAddRequest  *request,
                const SlEarlier     *earlier,
                SlProgress          *progress,
                GCancellable        *cancellable,
                GError             **error)
{
  return from_network (helpers, request, earlier, progress, cancellable, error);
}

/**
 * sl_arrival_get_failure:
 *
 * Gets why the fetch failed that brought an arrival.
 *
 * Returns: (transfer none) (nullable): an error of SL_FETCH_ERROR; %NULL when it did not fail
 */
const GError *
sl_arrival_get_failure (const SlArrival *self)
{
  return self->fetch != NULL ? self->fetch->failure : NULL;
}

/**
 * sl_arrival_free:
 *
 * Frees an arrival; %NULL is fine.
 */
void
sl_arrival_free (SlArrival *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->name);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->capture, sl_capture_free);
  g_clear_pointer (&self->fetch, sl_fetch_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->prepared, g_ptr_array_unref);
  g_clear_pointer (&self->unchanged, sl_warc_reference_free);
  g_free (self);
}
