/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-fetcher.h"

#include <string.h>

#include "test-fixture.h"
#include "test-resolver.h"

static void
assert_failed (SlFetch      *fetch,
               SlFetchError  code)
{
  g_assert_error (fetch->failure, SL_FETCH_ERROR, (int) code);
  g_test_message ("%s", fetch->failure->message);
  g_assert_null (fetch->body);
}

/* Order, spelling, repeated headers and bytes are those of the wire; what follows the announced length is not. */
static void
test_raw_exchange (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, "/plain?x=1#part");
  g_autofree char *final_url = fixture_make_url (fixture, "http", "127.0.0.1", "/plain?x=1#part");
  g_autofree char *request = test_server_dup_request (fixture->server);
  const char *head = "HTTP/1.1 200 Fine\r\nserver: Test\r\nX-b: 2\r\nx-A:1\r\nContent-Type: text/html; charset=windows-1251\r\n"
                     "Content-Length: 16\r\nX-b: 3\r\n\r\n";
  const char *body = "<p>\xcf\xf0\xe8\xe2\xb3\xf2</p>\r\n\r";
  g_autofree char *message = g_strconcat (head, body, NULL);
  const SlFetchHop *hop = sl_fetch_get_last_hop (fetch);

  g_assert_no_error (fetch->failure);
  g_assert_cmpuint (fetch->hops->len, ==, 1);
  g_assert_cmpstr (fetch->final_url, ==, final_url);
  test_assert_bytes (fetch->body, body);
  test_assert_bytes (hop->payload, body);
  test_assert_bytes (hop->response, message);
  test_assert_bytes (hop->request, request);
  g_assert_cmpuint (hop->head_bytes, ==, strlen (head));
  g_assert_cmpuint (hop->status, ==, 200);
  g_assert_cmpstr (hop->reason, ==, "Fine");
  g_assert_cmpstr (fetch->content_type, ==, "text/html; charset=windows-1251");
  g_assert_cmpint (fetch->type, ==, SL_CONTENT_TYPE_HTML);
  g_assert_cmpstr (fetch->charset, ==, "windows-1251");
  g_assert_cmpstr (hop->remote_address, ==, "127.0.0.1");
  g_assert_cmpuint (hop->remote_port, ==, test_server_get_port (fixture->server));
  g_assert_null (hop->tls_protocol);
  g_assert_false (hop->chunked);
  g_assert_false (hop->truncated);
  g_assert_cmpint (hop->started_usec, >, 0);
}

static void
test_request (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", "/новини#а");
  g_autofree char *host = g_strdup_printf ("\r\nHost: 127.0.0.1:%u\r\n", test_server_get_port (fixture->server));
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
  g_autoptr (SlFetch) fetch = NULL;
  g_autofree char *text = NULL;

  request.allow_private = TRUE;
  request.accept_language = "uk, en;q=0.5";
  fetch = sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, NULL);
  g_assert_no_error (fetch->failure);
  test_assert_bytes (fetch->body, "ok");

  text = test_server_dup_request (fixture->server);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "GET /%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8 HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (text, host));
  g_assert_null (strstr (strstr (text, "Host:") + 1, "Host:"));
  g_assert_nonnull (strstr (text, "\r\nUser-Agent: Sourceline/" VERSION " (+"));
  g_assert_nonnull (strstr (text, "\r\nAccept-Encoding: gzip\r\n"));
  g_assert_nonnull (strstr (text, "\r\nAccept-Language: uk, en;q=0.5\r\n"));
  g_assert_nonnull (strstr (text, "\r\nConnection: close\r\n"));
  g_assert_null (strstr (text, "Cookie"));
  g_assert_null (strstr (text, "Referer"));
}

static void
test_bodies (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *path;
    guint status;
    const char *body;
  } cases[] = {
    { "/plain", 200, "plain" },
    { "/until-close", 200, "until the end" },
    { "/too-much", 200, "done" },
    { "/chunked", 200, "first second" },
    { "/interim", 200, "ok" },
    { "/empty", 204, "" },
    { "/not-modified", 304, "" },
    { "/missing", 404, "gone" },
    { "/removed", 410, "gone" },
    { "/unauthorised", 401, "no" },
    { "/forbidden", 403, "no" },
    { "/slow-down", 429, "" },
    { "/broken", 500, "" },
    { "/moved-nowhere", 302, "here" },
    { "/a/relative", 200, "plain" },
    { "/endless-redirect", 200, "plain" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_no_error (fetch->failure);
      g_assert_cmpuint (sl_fetch_get_last_hop (fetch)->status, ==, cases[i].status);
      test_assert_bytes (fetch->body, cases[i].body);
    }
}

static void
test_codings (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SlFetch) chunked = fixture_fetch_path (fixture, "/chunked");
  g_autoptr (SlFetch) gzip = fixture_fetch_path (fixture, "/gzip");
  g_autoptr (SlFetch) interim = fixture_fetch_path (fixture, "/interim");
  g_autofree char *as = g_strnfill (3000, 'a');
  const SlFetchHop *hop = sl_fetch_get_last_hop (chunked);

  g_assert_true (hop->chunked);
  test_assert_bytes (hop->payload, "first second");
  test_assert_bytes (hop->response, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    "5\r\nfirst\r\n7;a=b\r\n second\r\n0\r\n\r\n");

  hop = sl_fetch_get_last_hop (gzip);
  test_assert_bytes (gzip->body, as);
  g_assert_cmpstr (hop->content_encoding, ==, "gzip");
  g_assert_cmpuint (g_bytes_get_size (hop->payload), <, 200);
  g_assert_cmpuint (g_bytes_get_size (hop->response), ==, hop->head_bytes + g_bytes_get_size (hop->payload));

  test_assert_bytes (sl_fetch_get_last_hop (interim)->response, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
}

static void
test_redirects (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, "/a/relative#part");
  g_autoptr (SlFetch) long_body = fixture_fetch_path (fixture, "/endless-redirect");
  g_autofree char *first = fixture_make_url (fixture, "http", "127.0.0.1", "/a/relative#part");
  g_autofree char *second = fixture_make_url (fixture, "http", "127.0.0.1", "/plain#part");
  const SlFetchHop *hop = g_ptr_array_index (fetch->hops, 0);

  g_assert_cmpuint (fetch->hops->len, ==, 2);
  g_assert_cmpstr (hop->url, ==, first);
  g_assert_cmpuint (hop->status, ==, 301);
  g_assert_cmpstr (hop->location, ==, "../plain");
  test_assert_bytes (hop->payload, "moved");
  g_assert_false (hop->truncated);
  g_assert_cmpstr (sl_fetch_get_last_hop (fetch)->url, ==, second);
  g_assert_cmpstr (fetch->final_url, ==, second);

  hop = g_ptr_array_index (long_body->hops, 0);
  g_assert_true (hop->truncated);
  g_assert_cmpuint (g_bytes_get_size (hop->payload), <, 1024u * 1024u);
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *path;
    SlFetchError code;
    guint hops;
  } cases[] = {
    { "/loop", SL_FETCH_ERROR_TOO_MANY_REDIRECTS, 11 },
    { "/to-file", SL_FETCH_ERROR_BAD_REDIRECT, 1 },
    { "/bomb", SL_FETCH_ERROR_TOO_LARGE_DECODED, 1 },
    { "/endless", SL_FETCH_ERROR_TOO_LARGE, 1 },
    { "/endless-chunks", SL_FETCH_ERROR_TOO_LARGE, 1 },
    { "/endless-head", SL_FETCH_ERROR_BAD_HTTP, 1 },
    { "/huge", SL_FETCH_ERROR_TOO_LARGE, 1 },
    { "/short", SL_FETCH_ERROR_DISCONNECTED, 1 },
    { "/chunk-cut", SL_FETCH_ERROR_DISCONNECTED, 1 },
    { "/chunk-missing", SL_FETCH_ERROR_DISCONNECTED, 1 },
    { "/chunk-garbage", SL_FETCH_ERROR_BAD_HTTP, 1 },
    { "/head-cut", SL_FETCH_ERROR_DISCONNECTED, 1 },
    { "/garbage", SL_FETCH_ERROR_BAD_HTTP, 1 },
    { "/silent", SL_FETCH_ERROR_DISCONNECTED, 1 },
    { "/brotli", SL_FETCH_ERROR_BAD_ENCODING, 1 },
    { "/gzip-cut", SL_FETCH_ERROR_BAD_ENCODING, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, cases[i].path);

      g_test_message ("%s", cases[i].path);
      assert_failed (fetch, cases[i].code);
      g_assert_cmpuint (fetch->hops->len, ==, cases[i].hops);
    }
}

/* What arrived before the failure is kept. */
static void
test_partial_evidence (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, "/short");
  const SlFetchHop *hop = sl_fetch_get_last_hop (fetch);

  assert_failed (fetch, SL_FETCH_ERROR_DISCONNECTED);
  g_assert_cmpuint (hop->status, ==, 200);
  g_assert_true (hop->truncated);
  test_assert_bytes (hop->payload, "not whole");
  g_assert_nonnull (hop->request);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *path;
    guint io_seconds;
    guint total_seconds;
    SlFetchError code;
  } cases[] = {
    { "/hang", 1, 10, SL_FETCH_ERROR_TIMEOUT_IO },
    { "/hang-in-body", 1, 10, SL_FETCH_ERROR_TIMEOUT_IO },
    { "/hang", 10, 1, SL_FETCH_ERROR_TIMEOUT_TOTAL },
    { "/drip", 1, 2, SL_FETCH_ERROR_TIMEOUT_TOTAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", cases[i].path);
      SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
      g_autoptr (SlFetch) fetch = NULL;

      request.allow_private = TRUE;
      request.io_timeout_seconds = cases[i].io_seconds;
      request.total_timeout_seconds = cases[i].total_seconds;
      fetch = sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, NULL);
      assert_failed (fetch, cases[i].code);
    }
}

static void
test_own_limits (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *chunked = fixture_make_url (fixture, "http", "127.0.0.1", "/chunked");
  g_autofree char *relative = fixture_make_url (fixture, "http", "127.0.0.1", "/a/relative");
  SlFetchRequest small = SL_FETCH_REQUEST_INIT (chunked);
  SlFetchRequest straight = SL_FETCH_REQUEST_INIT (relative);
  g_autoptr (SlFetch) too_large = NULL;
  g_autoptr (SlFetch) too_many = NULL;

  small.allow_private = straight.allow_private = TRUE;
  small.max_bytes = 8;
  straight.max_redirects = 0;
  too_large = sl_fetcher_run (fixture->fetcher, &small, NULL, NULL, NULL);
  too_many = sl_fetcher_run (fixture->fetcher, &straight, NULL, NULL, NULL);
  assert_failed (too_large, SL_FETCH_ERROR_TOO_LARGE);
  assert_failed (too_many, SL_FETCH_ERROR_TOO_MANY_REDIRECTS);
}

/* Nobody typed these, so not one connection reaches the server. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const hosts[] = {
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "a.localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
    "①②⑦.⓪.⓪.①", "１２７.0.0.1", "inside.example", "10.0.0.1", "169.254.169.254", "[fe80::1]", "[fd00::1]"
  };

  test_resolver_add (fixture->names, "inside.example", "127.0.0.1");
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *url = fixture_make_url (fixture, "http", hosts[i], "/plain");
      g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, FALSE);

      g_test_message ("%s", url);
      assert_failed (fetch, SL_FETCH_ERROR_PRIVATE_ADDRESS);
    }
  g_assert_cmpint (test_server_get_connections (fixture->server), ==, 0);
}

/* Ways of writing 127.0.0.1 that some systems understand. Whatever this one makes of them, nothing gets through. */
static void
test_odd_addresses (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const hosts[] = { "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "%31%32%37.0.0.1" };

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *url = fixture_make_url (fixture, "http", hosts[i], "/plain");
      g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, FALSE);

      g_test_message ("%s: %s", url, fetch->failure != NULL ? fetch->failure->message : "");
      g_assert_nonnull (fetch->failure);
    }
  g_assert_cmpint (test_server_get_connections (fixture->server), ==, 0);
}

/* A host that was typed stays allowed for its own redirects, and no other with it. */
static void
test_typed_host (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *path;
    gboolean fetched;
  } cases[] = {
    { "/plain", TRUE },
    { "/to/http://typed.example:PORT/plain", TRUE },
    { "/to/http://TYPED.example:PORT/plain", TRUE },
    { "/to/http://other.example:PORT/plain", FALSE },
    { "/to/http://127.0.0.1:PORT/plain", FALSE },
    { "/to/http://localhost:PORT/plain", FALSE },
    { "/to/http://[::ffff:127.0.0.1]:PORT/plain", FALSE },
    { "/to/http://%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1:PORT/plain", FALSE },
  };

  test_resolver_add (fixture->names, "typed.example", "127.0.0.1");
  test_resolver_add (fixture->names, "TYPED.example", "127.0.0.1");
  test_resolver_add (fixture->names, "other.example", "127.0.0.1");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = fixture_make_url (fixture, "http", "typed.example", cases[i].path);
      int before = test_server_get_connections (fixture->server);
      g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);

      g_test_message ("%s", cases[i].path);
      if (cases[i].fetched)
        {
          g_assert_no_error (fetch->failure);
          continue;
        }
      assert_failed (fetch, SL_FETCH_ERROR_PRIVATE_ADDRESS);
      g_assert_cmpint (test_server_get_connections (fixture->server), ==, before + 1);
    }
}

static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 free_port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *refused_url = g_strdup_printf ("http://127.0.0.1:%u/", free_port);
  g_autoptr (SlFetch) refused = NULL;
  g_autoptr (SlFetch) unknown = fixture_fetch_url (fixture, "http://unknown.example/", FALSE);
  g_autoptr (SlFetch) scheme = fixture_fetch_url (fixture, "gopher://example.org/", FALSE);
  g_autoptr (SlFetch) broken = fixture_fetch_url (fixture, "not an address", FALSE);

  g_socket_listener_close (listener);
  refused = fixture_fetch_url (fixture, refused_url, TRUE);
  assert_failed (refused, SL_FETCH_ERROR_REFUSED);
  assert_failed (unknown, SL_FETCH_ERROR_DNS_NOT_FOUND);
  assert_failed (scheme, SL_FETCH_ERROR_UNSUPPORTED_SCHEME);
  assert_failed (broken, SL_FETCH_ERROR_BAD_URL);
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const paths[] = { "/hang", "/hang-in-body", "/endless-redirect" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", paths[i]);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
      g_autoptr (SlFetch) fetch = NULL;
      GThread *thread;

      /* The last one was stopped before it began. */
      if (i == 2)
        g_cancellable_cancel (cancellable);
      thread = g_thread_new ("cancel", cancel_thread, cancellable);
      request.allow_private = TRUE;
      fetch = sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, cancellable);
      assert_failed (fetch, SL_FETCH_ERROR_CANCELLED);
      g_thread_join (thread);
    }
}

static void
progress_cb (guint64  received_bytes,
             guint64  expected_bytes,
             gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (received_bytes, >=, *last);
  *last = received_bytes;
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", "/plain");
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
  g_autoptr (SlFetch) fetch = NULL;
  guint64 last = 0;

  request.allow_private = TRUE;
  fetch = sl_fetcher_run (fixture->fetcher, &request, progress_cb, &last, NULL);
  g_assert_no_error (fetch->failure);
  g_assert_cmpuint (last, ==, g_bytes_get_size (sl_fetch_get_last_hop (fetch)->response));
}

static void
test_variant (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const paths[] = { "/plain?x=1", "/chunked", "/gzip", "/short", "/a/relative", "/silent" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (SlFetch) fetch = fixture_fetch_path (fixture, paths[i]);
      g_autoptr (GVariant) there = g_variant_ref_sink (sl_fetch_to_variant (fetch));
      g_autoptr (GError) error = NULL;
      g_autoptr (SlFetch) copy = sl_fetch_new_from_variant (there, &error);
      g_autoptr (GVariant) again = NULL;

      g_assert_no_error (error);
      again = g_variant_ref_sink (sl_fetch_to_variant (copy));
      g_assert_cmpvariant (there, again);
      g_assert_cmpint (copy->body != NULL, ==, fetch->body != NULL);
      g_assert_true (copy->body == NULL || g_bytes_equal (copy->body, fetch->body));
    }
}

static void
test_tls (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *url = fixture_make_url (fixture, "https", "127.0.0.1", "/plain");
  g_autofree char *request = NULL;
  g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);
  const SlFetchHop *hop = sl_fetch_get_last_hop (fetch);

  g_assert_no_error (fetch->failure);
  test_assert_bytes (fetch->body, "plain");
  g_assert_cmpstr (fetch->final_url, ==, url);
  request = test_server_dup_request (fixture->server);
  test_assert_bytes (hop->request, request);
  g_assert_cmpstr (hop->tls_protocol, ==, "TLS 1.3");
  g_assert_nonnull (hop->tls_cipher);
  g_assert_cmpuint (g_strv_length (hop->tls_chain_pem), >=, 1);
  g_assert_cmpuint (g_strv_length (hop->tls_chain_pem), ==, g_strv_length (hop->tls_chain_sha256));
  g_assert_true (g_str_has_prefix (hop->tls_chain_pem[0], "-----BEGIN CERTIFICATE-----"));
  g_assert_cmpuint (strlen (hop->tls_chain_sha256[0]), ==, 64);
  g_assert_cmpuint (hop->tls_errors, ==, 0);
}

static void
test_downgrade (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *url = fixture_make_url (fixture, "https", "127.0.0.1", "/to/http://127.0.0.1:PORT/plain");
  g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);

  assert_failed (fetch, SL_FETCH_ERROR_DOWNGRADE);
  g_assert_cmpuint (fetch->hops->len, ==, 1);
}

/* The certificate is kept as evidence of why it was refused. */
static void
assert_refused_certificate (Fixture      *fixture,
                            SlFetchError  code)
{
  g_autofree char *url = fixture_make_url (fixture, "https", "127.0.0.1", "/plain");
  g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);
  const SlFetchHop *hop = sl_fetch_get_last_hop (fetch);

  assert_failed (fetch, code);
  g_assert_cmpuint (hop->tls_errors, !=, 0);
  g_assert_nonnull (hop->tls_chain_pem);
  g_assert_null (hop->request);
}

static void
test_self_signed (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_refused_certificate (fixture, SL_FETCH_ERROR_TLS_UNKNOWN_CA);
}

static void
test_other_host (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_refused_certificate (fixture, SL_FETCH_ERROR_TLS_BAD_IDENTITY);
}

static void
test_expired (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refused_certificate (fixture, SL_FETCH_ERROR_TLS_EXPIRED);
}

static void
test_not_yet (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refused_certificate (fixture, SL_FETCH_ERROR_TLS_NOT_ACTIVATED);
}

static void
test_no_tls (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TestServer) plain = test_server_new (NULL, NULL);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/", test_server_get_port (plain));
  g_autoptr (SlFetch) fetch = fixture_fetch_url (fixture, url, TRUE);

  assert_failed (fetch, SL_FETCH_ERROR_TLS_HANDSHAKE);
}

#define ADD(name, certificate, function) g_test_add ("/fetcher/" name, Fixture, certificate, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("raw-exchange", NULL, test_raw_exchange);
  ADD ("request", NULL, test_request);
  ADD ("bodies", NULL, test_bodies);
  ADD ("codings", NULL, test_codings);
  ADD ("redirects", NULL, test_redirects);
  ADD ("failures", NULL, test_failures);
  ADD ("partial-evidence", NULL, test_partial_evidence);
  ADD ("limits", NULL, test_limits);
  ADD ("own-limits", NULL, test_own_limits);
  ADD ("private", NULL, test_private);
  ADD ("odd-addresses", NULL, test_odd_addresses);
  ADD ("typed-host", NULL, test_typed_host);
  ADD ("unreachable", NULL, test_unreachable);
  ADD ("cancel", NULL, test_cancel);
  ADD ("progress", NULL, test_progress);
  ADD ("variant", NULL, test_variant);
  ADD ("tls", "good.pem", test_tls);
  ADD ("downgrade", "good.pem", test_downgrade);
  ADD ("self-signed", "self-signed.pem", test_self_signed);
  ADD ("other-host", "other-host.pem", test_other_host);
  ADD ("expired", "expired.pem", test_expired);
  ADD ("not-yet", "not-yet.pem", test_not_yet);
  ADD ("no-tls", NULL, test_no_tls);
  return g_test_run ();
}
