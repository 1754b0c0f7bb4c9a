/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fetcher makes of each page of test-site.h: the outcome, its words, and what of it is kept. */

#include "config.h"

#include <string.h>

#include "test-fixture.h"
#include "test-resolver.h"
#include "test-site.h"

#define SAVE_IT " If a browser shows the page, save it there and add the file."
#define TRY_LATER " Check the address and the network, or try again later."

/* Answers: a status is a result, whatever it says. */
static const struct
{
  const char *variant;
  guint status;
  const char *reason;
  guint hops;
  const char *contains; /* in the body */
} answers[] = {
  { "same", 200, "OK", 1, TEST_SITE_QUOTE },
  { "validators", 200, "OK", 1, TEST_SITE_QUOTE },
  { "noise", 200, "OK", 1, TEST_SITE_QUOTE },
  { "digit", 200, "OK", 1, TEST_SITE_QUOTE_DIGIT },
  { "moved", 200, "OK", 1, TEST_SITE_QUOTE },
  { "removed", 200, "OK", 1, "harbour" },
  { "moved-page", 200, "OK", 2, "Summer timetable" },
  { "moved-same", 200, "OK", 2, TEST_SITE_QUOTE },
  { "not-modified", 304, "Not Modified", 1, "" },
  { "forbidden", 403, "Forbidden", 1, "Sorry" },
  { "missing", 404, "Not Found", 1, "Page not found" },
  { "gone", 410, "Gone", 1, "Page not found" },
  { "slow-down", 429, "Too Many Requests", 1, "Sorry" },
  { "legal", 451, "Unavailable For Legal Reasons", 1, "Sorry" },
  { "error", 500, "Internal Server Error", 1, "Sorry" },
  { "unavailable", 503, "Service Unavailable", 1, "Sorry" },
  { "soft-404", 200, "OK", 1, "Page not found" },
  { "consent", 200, "OK", 1, "Accept all cookies" },
  { "paywall", 200, "OK", 1, "Subscribe to continue reading" },
  { "bot", 200, "OK", 1, "Just a moment..." },
  { "script-only", 200, "OK", 1, "enable JavaScript" },
  { "empty", 200, "OK", 1, "" },
  { "charset", 200, "OK", 1, TEST_SITE_QUOTE },
};

/* Failures. @words: the whole message; nothing but what was seen, and what to do. */
static const struct
{
  const char *variant;
  SlFetchError code;
  guint hops;
  gboolean truncated;
  gsize least_bytes; /* of the payload that is kept */
  const char *words;
} failures[] = {
  { "truncated", SL_FETCH_ERROR_DISCONNECTED, 1, TRUE, 1949,
    "127.0.0.1 announced 2949 bytes and closed the connection after 1949." TRY_LATER },
  { "chunks-cut", SL_FETCH_ERROR_DISCONNECTED, 1, TRUE, 900,
    "127.0.0.1 closed the connection before the page was whole." TRY_LATER },
  { "bomb", SL_FETCH_ERROR_TOO_LARGE_DECODED, 1, FALSE, 20000, "The page is larger than 32.0\u00a0MiB once it is decompressed" },
  { "brotli", SL_FETCH_ERROR_BAD_ENCODING, 1, FALSE, 1949,
    "The page is compressed with “br”, which Sourceline did not ask for and cannot read" },
  { "endless", SL_FETCH_ERROR_TOO_LARGE, 1, TRUE, 32u * 1024u * 1024u, "The page is larger than 32.0\u00a0MiB." SAVE_IT },
  { "redirect-loop", SL_FETCH_ERROR_TOO_MANY_REDIRECTS, 11, FALSE, 0, "The page redirects more than 10 times, most likely in a circle" },
  { "redirect-private", SL_FETCH_ERROR_PRIVATE_ADDRESS, 1, FALSE, 0,
    "127.0.0.2 is this computer or lies in a private network. Sourceline goes there only when you type the address yourself." },
  { "slow-head", SL_FETCH_ERROR_TIMEOUT_TOTAL, 1, TRUE, 0,
    "127.0.0.1 took too long to begin with the page. Try again later, or allow more time." },
  { "slow-body", SL_FETCH_ERROR_TIMEOUT_TOTAL, 1, TRUE, 10,
    "127.0.0.1 took too long to send the page. Try again later, or allow more time." },
  { "http2", SL_FETCH_ERROR_HTTP2, 1, TRUE, 0, "127.0.0.1 answers only in HTTP/2, which Sourceline does not speak." SAVE_IT },
};

static SlFetch *
fetch_variant (Fixture    *fixture,
               const char *variant,
               guint       total_seconds)
{
  g_autofree char *path = g_strconcat ("/as/", variant, NULL);
  g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", path);
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);

  request.allow_private = TRUE;
  request.total_timeout_seconds = total_seconds;
  return sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, NULL);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (SlFetch) fetch = fetch_variant (fixture, answers[i].variant, 0);
      const SlFetchHop *last = sl_fetch_get_last_hop (fetch);
      g_autofree char *body = NULL;

      g_test_message ("%s", answers[i].variant);
      g_assert_no_error (fetch->failure);
      g_assert_cmpuint (fetch->hops->len, ==, answers[i].hops);
      g_assert_cmpuint (last->status, ==, answers[i].status);
      g_assert_cmpstr (last->reason, ==, answers[i].reason);
      g_assert_false (last->truncated);
      body = g_strndup (g_bytes_get_data (fetch->body, NULL), g_bytes_get_size (fetch->body));
      g_assert_nonnull (strstr (body, answers[i].contains));
    }
}

/* What arrived before the end is kept, whatever the end was. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (SlFetch) fetch = fetch_variant (fixture, failures[i].variant, g_str_has_prefix (failures[i].variant, "slow") ? 2 : 0);
      const SlFetchHop *last = sl_fetch_get_last_hop (fetch);

      g_test_message ("%s", failures[i].variant);
      g_assert_error (fetch->failure, SL_FETCH_ERROR, (int) failures[i].code);
      g_assert_cmpstr (fetch->failure->message, ==, failures[i].words);
      g_assert_null (strstr (fetch->failure->message, "delete"));
      g_assert_cmpuint (fetch->hops->len, ==, failures[i].hops);
      g_assert_null (fetch->body);
      g_assert_nonnull (last->request);
      g_assert_nonnull (last->response);
      g_assert_cmpint (last->truncated, ==, failures[i].truncated);
      g_assert_cmpuint (last->payload != NULL ? g_bytes_get_size (last->payload) : 0, >=, failures[i].least_bytes);
    }
}

/* No two kinds of failure are told in the same words. */
static void
test_distinct (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (failures[i].words, !=, failures[j].words);
    }
}

static void
assert_refused (Fixture      *fixture,
                SlFetchError  code,
                const char   *words)
{
  g_autofree char *url = fixture_make_url (fixture, "https", "127.0.0.1", "/as/same");
  g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);

  g_assert_error (fetch->failure, SL_FETCH_ERROR, (int) code);
  g_assert_cmpstr (fetch->failure->message, ==, words);
  g_assert_nonnull (sl_fetch_get_last_hop (fetch)->tls_chain_pem);
}

static void
test_expired (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refused (fixture, SL_FETCH_ERROR_TLS_EXPIRED, "The certificate of 127.0.0.1 has expired." SAVE_IT);
}

static void
test_other_host (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_refused (fixture, SL_FETCH_ERROR_TLS_BAD_IDENTITY, "The certificate that 127.0.0.1 shows belongs to another host." SAVE_IT);
}

static void
test_self_signed (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_refused (fixture, SL_FETCH_ERROR_TLS_UNKNOWN_CA,
                  "The certificate of 127.0.0.1 is signed by itself or by an authority that this computer does not trust." SAVE_IT);
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 free_port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", free_port);
  g_autoptr (SlFetch) refused = NULL;
  g_autoptr (SlFetch) unknown = fixture_fetch_url (fixture, "http://nowhere.example/", FALSE);

  g_socket_listener_close (listener);
  refused = fixture_fetch_url (fixture, url, TRUE);
  g_assert_error (refused->failure, SL_FETCH_ERROR, SL_FETCH_ERROR_REFUSED);
  g_assert_cmpstr (refused->failure->message, ==, "127.0.0.1 refused the connection." TRY_LATER);
  g_assert_error (unknown->failure, SL_FETCH_ERROR, SL_FETCH_ERROR_DNS_NOT_FOUND);
  g_assert_cmpstr (unknown->failure->message, ==, "There is no host called nowhere.example. Check how the address is written.");
}

static void
assert_retry (Fixture    *fixture,
              const char *variant,
              gint64      seconds)
{
  gint64 before_usec = g_get_real_time ();
  g_autoptr (SlFetch) fetch = fetch_variant (fixture, variant, 0);
  const SlFetchHop *last = sl_fetch_get_last_hop (fetch);

  if (seconds == 0)
    {
      g_assert_cmpint (last->retry_at_usec, ==, 0);
      return;
    }
  g_assert_cmpint (last->retry_at_usec, >=, before_usec + seconds * G_USEC_PER_SEC);
  g_assert_cmpint (last->retry_at_usec, <=, g_get_real_time () + seconds * G_USEC_PER_SEC);
}

/* Seconds; a date, which counts from the host's own; and none. */
static void
test_retry_after (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_retry (fixture, "slow-down", 120);
  assert_retry (fixture, "unavailable", 3600);
  assert_retry (fixture, "forbidden", 0);
}

static SlFetch *
fetch_on_condition (Fixture    *fixture,
                    const char *etag,
                    const char *last_modified)
{
  g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", "/as/validators#part");
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);

  request.allow_private = TRUE;
  request.if_none_match = etag;
  request.if_modified_since = last_modified;
  return sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, NULL);
}

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SlFetch) first = fetch_on_condition (fixture, NULL, NULL);
  const SlFetchHop *known = sl_fetch_get_last_hop (first);
  g_autoptr (SlFetch) by_etag = fetch_on_condition (fixture, known->etag, NULL);
  g_autoptr (SlFetch) by_date = fetch_on_condition (fixture, NULL, known->last_modified);
  g_autoptr (SlFetch) by_other = fetch_on_condition (fixture, "\"other\"", known->last_modified);
  g_autoptr (SlFetch) forged = fetch_on_condition (fixture, "\"a\"\r\nX-Forged: yes", NULL);
  g_autoptr (SlFetch) unasked = fetch_variant (fixture, "not-modified", 0);
  g_autofree char *request = NULL;

  g_assert_cmpstr (known->etag, ==, "\"skerrow-1\"");
  g_assert_cmpstr (known->date, ==, "Tue, 10 Mar 2026 12:00:00 GMT");
  g_assert_false (sl_fetch_is_not_modified (first));
  g_assert_true (sl_fetch_is_not_modified (by_etag));
  g_assert_true (sl_fetch_is_not_modified (by_date));
  g_assert_false (sl_fetch_is_not_modified (by_other));
  g_assert_false (sl_fetch_is_not_modified (forged));
  g_assert_false (sl_fetch_get_last_hop (forged)->conditional);
  g_assert_false (sl_fetch_is_not_modified (unasked));
  request = g_strndup (g_bytes_get_data (sl_fetch_get_last_hop (forged)->request, NULL),
                       g_bytes_get_size (sl_fetch_get_last_hop (forged)->request));
  g_assert_null (strstr (request, "X-Forged"));
}

/* What travels between the processes comes out as it went in. */
static void
test_request_variant (void)
{
  SlFetchRequest there = SL_FETCH_REQUEST_INIT ("https://a.example/");
  g_autoptr (GVariant) variant = NULL;
  SlFetchRequest back;

  there.if_none_match = "\"1\"";
  there.if_modified_since = "Tue, 03 Mar 2026 09:30:00 GMT";
  there.conditions_url = "https://b.example/";
  variant = g_variant_ref_sink (sl_fetch_request_to_variant (&there));
  sl_fetch_request_from_variant (&back, variant);
  g_assert_cmpstr (back.if_none_match, ==, there.if_none_match);
  g_assert_cmpstr (back.if_modified_since, ==, there.if_modified_since);
  g_assert_cmpstr (back.conditions_url, ==, there.conditions_url);
}

/* One page changes under the same address. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SlFetch) before = fixture_fetch_path (fixture, "/article/1");
  g_autoptr (SlFetch) order = fixture_fetch_path (fixture, "/set/gone/article/1");
  g_autoptr (SlFetch) after = fixture_fetch_path (fixture, "/article/1");
  g_autoptr (SlFetch) other = fixture_fetch_path (fixture, "/article/2");

  g_assert_cmpuint (sl_fetch_get_last_hop (before)->status, ==, 200);
  g_assert_cmpuint (sl_fetch_get_last_hop (order)->status, ==, 204);
  g_assert_cmpuint (sl_fetch_get_last_hop (after)->status, ==, 410);
  g_assert_cmpuint (sl_fetch_get_last_hop (other)->status, ==, 200);
}

#define ADD(name, certificate, function) g_test_add ("/outcomes/" name, Fixture, certificate, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("answers", NULL, test_answers);
  ADD ("failures", NULL, test_failures);
  g_test_add_func ("/outcomes/distinct", test_distinct);
  ADD ("expired", "expired.pem", test_expired);
  ADD ("other-host", "other-host.pem", test_other_host);
  ADD ("self-signed", "self-signed.pem", test_self_signed);
  ADD ("nobody", NULL, test_nobody);
  ADD ("retry-after", NULL, test_retry_after);
  ADD ("conditions", NULL, test_conditions);
  g_test_add_func ("/outcomes/request-variant", test_request_variant);
  ADD ("switch", NULL, test_switch);
  return g_test_run ();
}
