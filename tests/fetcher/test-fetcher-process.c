/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real sourceline-fetcher, locked down, behind the client that Sourceline uses. */

#include "config.h"

#include "helper/sl-fetch.h"

#include "helper/sl-sandbox.h"
#include "test-pages.h"
#include "test-server.h"

static gboolean
run_typed (SlHelperClient  *client,
           TestServer      *server,
           const char      *scheme,
           const char      *host,
           const char      *path,
           SlFetch        **fetch,
           GError         **error)
{
  g_autofree char *url = g_strdup_printf ("%s://%s:%u%s", scheme, host, test_server_get_port (server), path);
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);

  request.allow_private = TRUE;
  return sl_fetch_run (client, &request, NULL, NULL, fetch, NULL, error);
}

static void
assert_locked_down (SlHelperClient *client)
{
  g_autoptr (GVariant) hello = sl_helper_client_ref_hello (client);
  g_autoptr (GVariant) sandbox = g_variant_lookup_value (hello, "sandbox", G_VARIANT_TYPE_VARDICT);
  g_autofree char *words = NULL;
  gboolean no_new_privs = FALSE, landlock_whole = FALSE;
  int landlock_abi = -1;

  g_assert_nonnull (sandbox);
  words = sl_sandbox_level_describe (sandbox);
  g_test_message ("%s", words);
  g_assert_true (g_variant_lookup (sandbox, "no-new-privs", "b", &no_new_privs));
  g_assert_true (g_variant_lookup (sandbox, "landlock-abi", "i", &landlock_abi));
  g_assert_true (g_variant_lookup (sandbox, "landlock-whole", "b", &landlock_whole));
  g_assert_true (no_new_privs);
  g_assert_true (landlock_whole || landlock_abi == 0);
}

static void
test_fetch (void)
{
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  static const char *const paths[] = { "/plain", "/a/relative", "/plain" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlFetch) fetch = NULL;

      g_assert_true (run_typed (client, server, "http", "127.0.0.1", paths[i], &fetch, &error));
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (fetch->body, NULL), g_bytes_get_size (fetch->body), "plain", 5);
      g_assert_cmpint (fetch->type, ==, SL_CONTENT_TYPE_TEXT);
    }
  assert_locked_down (client);
}

/* Three copies of it travel through the limits of the sandbox and of the protocol. */
static void
test_large (void)
{
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlFetch) fetch = NULL;

  g_assert_true (run_typed (client, server, "http", "127.0.0.1", "/large", &fetch, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (fetch->body), ==, TEST_PAGES_LARGE_BYTES);
  g_assert_cmpuint (g_bytes_get_size (sl_fetch_get_last_hop (fetch)->payload), >, TEST_PAGES_LARGE_BYTES);
}

static void
test_names (void)
{
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlFetch) fetch = NULL;

  g_assert_true (run_typed (client, server, "http", "localhost", "/plain", &fetch, &error));
  g_assert_no_error (error);
}

static void
test_failures (void)
{
  static const struct
  {
    const char *path;
    SlFetchError code;
  } cases[] = {
    { "/loop", SL_FETCH_ERROR_TOO_MANY_REDIRECTS },
    { "/to-file", SL_FETCH_ERROR_BAD_REDIRECT },
    { "/to/http://localhost:PORT/plain", SL_FETCH_ERROR_PRIVATE_ADDRESS },
    { "/bomb", SL_FETCH_ERROR_TOO_LARGE_DECODED },
    { "/endless", SL_FETCH_ERROR_TOO_LARGE },
  };
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlFetch) fetch = NULL;

      g_assert_false (run_typed (client, server, "http", "127.0.0.1", cases[i].path, &fetch, &error));
      g_assert_error (error, SL_FETCH_ERROR, (int) cases[i].code);
      g_assert_nonnull (fetch);
      g_assert_cmpuint (fetch->hops->len, >, 0);
    }
}

static void
test_certificate (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fetcher", "tls", "self-signed.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  g_autoptr (TestServer) server = NULL;
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  g_autoptr (SlFetch) fetch = NULL;

  g_assert_no_error (error);
  server = test_server_new (test_pages_handle, certificate);
  g_assert_false (run_typed (client, server, "https", "127.0.0.1", "/plain", &fetch, &error));
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_TLS_UNKNOWN_CA);
  g_assert_cmpuint (sl_fetch_get_last_hop (fetch)->tls_errors & G_TLS_CERTIFICATE_UNKNOWN_CA, !=, 0);
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (200000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/hang", test_server_get_port (server));
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlFetch) fetch = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  request.allow_private = TRUE;
  g_assert_false (sl_fetch_run (client, &request, NULL, NULL, &fetch, cancellable, &error));
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_CANCELLED);
  g_thread_join (thread);

  g_clear_error (&error);
  g_assert_true (run_typed (client, server, "http", "127.0.0.1", "/plain", &fetch, &error));
  g_assert_no_error (error);
}

static void
count_cb (guint64  received_bytes,
          guint64  expected_bytes,
          gpointer user_data)
{
  int *n = user_data;

  (*n)++;
}

static void
test_progress (void)
{
  g_autoptr (TestServer) server = test_server_new (test_pages_handle, NULL);
  g_autoptr (SlHelperClient) client = sl_fetch_client_new ();
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/endless", test_server_get_port (server));
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
  g_autoptr (SlFetch) fetch = NULL;
  int n = 0;

  request.allow_private = TRUE;
  request.max_bytes = 2u * 1024u * 1024u;
  g_assert_false (sl_fetch_run (client, &request, count_cb, &n, &fetch, NULL, NULL));
  g_assert_cmpint (n, >=, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fetcher-process/fetch", test_fetch);
  g_test_add_func ("/fetcher-process/large", test_large);
  g_test_add_func ("/fetcher-process/names", test_names);
  g_test_add_func ("/fetcher-process/failures", test_failures);
  g_test_add_func ("/fetcher-process/certificate", test_certificate);
  g_test_add_func ("/fetcher-process/cancel", test_cancel);
  g_test_add_func ("/fetcher-process/progress", test_progress);
  return g_test_run ();
}
