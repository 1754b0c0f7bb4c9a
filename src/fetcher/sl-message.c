/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-message.h"

#include "fetcher/sl-location.h"

#define USER_AGENT "Sourceline/" VERSION " (+https://sourceline.github.io)"

static char *
dup_without_fragment (GUri *location)
{
  return g_uri_to_string_partial (location, G_URI_HIDE_FRAGMENT);
}

/* Validators belong to the address that gave them: behind a redirect another page would be asked for them. */
static gboolean
conditions_hold (GUri                 *location,
                 const SlFetchRequest *request)
{
  const char *url = request->conditions_url != NULL ? request->conditions_url : request->url;
  g_autoptr (GUri) given_by = sl_location_parse (url, NULL);
  g_autofree char *asked = dup_without_fragment (location);
  g_autofree char *wanted = given_by != NULL ? dup_without_fragment (given_by) : NULL;

  return g_strcmp0 (asked, wanted) == 0;
}

/* The value may have come from a foreign server, by way of the case: it must not add lines of its own to the request. */
static gboolean
add_header (SoupMessageHeaders *headers,
            const char         *name,
            const char         *value)
{
  if (value == NULL || *value == '\0')
    return FALSE;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p) || (guint8) *p >= 0x80)
        return FALSE;
    }
  soup_message_headers_replace (headers, name, value);
  return TRUE;
}

static void
add_conditions (SoupMessageHeaders   *headers,
                GUri                 *location,
                const SlFetchRequest *request,
                SlFetchHop           *hop)
{
  gboolean etag, date;

  if (!conditions_hold (location, request))
    return;

  etag = add_header (headers, "If-None-Match", request->if_none_match);
  date = add_header (headers, "If-Modified-Since", request->if_modified_since);
  hop->conditional = etag || date;
}

/* What is posted goes to the address that was named, and to no other. */
static void
add_body (SoupMessage          *message,
          GUri                 *location,
          const SlFetchRequest *request)
{
  g_autoptr (GUri) named = sl_location_parse (request->url, NULL);
  g_autofree char *asked = dup_without_fragment (location);
  g_autofree char *wanted = named != NULL ? dup_without_fragment (named) : NULL;
  g_autoptr (GBytes) body = NULL;

  if (request->body == NULL || g_strcmp0 (asked, wanted) != 0)
    return;

  body = g_bytes_new (request->body, request->body_bytes);
  soup_message_set_method (message, SOUP_METHOD_POST);
  soup_message_set_request_body_from_bytes (message, request->body_type, body);
}

/**
 * sl_message_new:
 * @location: what to ask for
 * @request: what the person asked for
 * @hop: the exchange that it is for; whether it asks on condition is noted there
 *
 * Makes the request. For libsoup every exchange is plain HTTP to the port; the tap makes it HTTPS where it has to be.
 *
 * Returns: (transfer full): a new message
 */
SoupMessage *
sl_message_new (GUri                 *location,
                const SlFetchRequest *request,
                SlFetchHop           *hop)
{
  g_autofree char *host = sl_location_get_host_header (location);
  g_autoptr (GUri) plain = g_uri_build (SOUP_HTTP_URI_FLAGS, "http", NULL, g_uri_get_host (location),
                                        sl_location_get_port (location), g_uri_get_path (location), g_uri_get_query (location), NULL);
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, plain);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_set_force_http1 (message, TRUE);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_headers_replace (headers, "Host", host);
  soup_message_headers_replace (headers, "User-Agent", request->user_agent != NULL ? request->user_agent : USER_AGENT);
  soup_message_headers_replace (headers, "Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  if (request->accept_language != NULL)
    soup_message_headers_replace (headers, "Accept-Language", request->accept_language);
  add_conditions (headers, location, request, hop);
  add_header (headers, "Accept-Datetime", request->accept_datetime);
  add_body (message, location, request);
  soup_message_headers_replace (headers, "Connection", "close");
  return message;
}

static char *
dup_list (SoupMessageHeaders *headers,
          const char         *name)
{
  const char *value = soup_message_headers_get_list (headers, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

static char *
dup_one (SoupMessageHeaders *headers,
         const char         *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

/* Returns: microseconds since 1970 UTC; 0 when it is no date of HTTP (RFC 9110, 5.6.7). */
static gint64
parse_date (const char *text)
{
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) * G_USEC_PER_SEC : 0;
}

/* RFC 9110, 10.2.3: seconds, or a date, which is one by the host's clock. */
static gint64
find_retry_at (const char *text,
               const char *date)
{
  gint64 now_usec = g_get_real_time ();
  guint64 seconds = 0;
  gint64 at_usec, host_usec;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return now_usec + (gint64) seconds * G_USEC_PER_SEC;

  at_usec = parse_date (text);
  host_usec = parse_date (date);
  if (at_usec == 0)
    return 0;
  return MAX (now_usec, host_usec != 0 ? now_usec + at_usec - host_usec : at_usec);
}

/**
 * sl_message_note_headers:
 * @message: a message whose response has its head
 * @hop: its exchange, where what the head says is noted
 *
 * Notes what the head of a response says.
 */
void
sl_message_note_headers (SoupMessage *message,
                         SlFetchHop  *hop)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *reason = soup_message_get_reason_phrase (message);

  hop->status = soup_message_get_status (message);
  hop->reason = reason != NULL ? g_utf8_make_valid (reason, -1) : NULL;
  hop->content_type = dup_list (headers, "Content-Type");
  hop->content_encoding = dup_list (headers, "Content-Encoding");
  hop->location = dup_one (headers, "Location");
  hop->date = dup_one (headers, "Date");
  hop->etag = dup_one (headers, "ETag");
  hop->last_modified = dup_one (headers, "Last-Modified");
  hop->retry_at_usec = find_retry_at (soup_message_headers_get_one (headers, "Retry-After"), hop->date);
  hop->chunked = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED;
}
