/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-fixture.h"

#include <string.h>

#include "test-resolver.h"
#include "test-site.h"

static GTlsDatabase *
make_database (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fetcher", "tls", "authority.pem", NULL);
  g_autoptr (GError) error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  return database;
}

static void
set_up_with (Fixture         *fixture,
             GTlsCertificate *certificate)
{
  g_autoptr (GTlsDatabase) database = make_database ();
  g_autoptr (SlPublicResolver) resolver = NULL;

  fixture->names = test_resolver_new ();
  fixture->previous = g_resolver_get_default ();
  resolver = sl_public_resolver_new (fixture->names);
  g_resolver_set_default (G_RESOLVER (resolver));
  fixture->fetcher = sl_fetcher_new (resolver, database);
  fixture->server = test_server_new (test_site_handle, certificate);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;

  if (data != NULL)
    {
      path = g_test_build_filename (G_TEST_DIST, "fetcher", "tls", data, NULL);
      certificate = g_tls_certificate_new_from_file (path, &error);
      g_assert_no_error (error);
    }
  set_up_with (fixture, certificate);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_resolver_set_default (fixture->previous);
  g_clear_object (&fixture->previous);
  g_assert_finalize_object (fixture->fetcher);
  g_clear_pointer (&fixture->server, test_server_free);
  g_clear_object (&fixture->names);
}

char *
fixture_make_url (Fixture    *fixture,
                  const char *scheme,
                  const char *host,
                  const char *path)
{
  return g_strdup_printf ("%s://%s:%u%s", scheme, host, test_server_get_port (fixture->server), path);
}

SlFetch *
fixture_fetch_url (Fixture    *fixture,
                   const char *url,
                   gboolean    typed)
{
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);

  request.allow_private = typed;
  return sl_fetcher_run (fixture->fetcher, &request, NULL, NULL, NULL);
}

SlFetch *
fixture_fetch_path (Fixture    *fixture,
                    const char *path)
{
  g_autofree char *url = fixture_make_url (fixture, "http", "127.0.0.1", path);

  return fixture_fetch_url (fixture, url, TRUE);
}

void
test_assert_bytes (GBytes     *bytes,
                   const char *expected)
{
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}
