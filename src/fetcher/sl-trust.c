/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-trust.h"

/* A certificate of nobody, whose key was never kept. */
static const char nobody[] = "-----BEGIN CERTIFICATE-----\n"
                             "MIIBeTCCAR+gAwIBAgIUOHxGlBVrGAIk570J0p/KkC089oYwCgYIKoZIzj0EAwIw\n"
                             "ETEPMA0GA1UEAwwGbm9ib2R5MCAXDTI1MDEwMTAwMDAwMFoYDzIxMjUwMTAxMDAw\n"
                             "MDAwWjARMQ8wDQYDVQQDDAZub2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                             "AASdvywhxu/I35awhNKfX3KQJEkZ5sPKy12vwrDi3QH4oAoRwHh6vMlpAu5ILP55\n"
                             "/Y/+hNMQo66xGN46ZTQtxPpso1MwUTAdBgNVHQ4EFgQUPANUKNLrQhylRJqnOiWe\n"
                             "zC7+9oswHwYDVR0jBBgwFoAUPANUKNLrQhylRJqnOiWezC7+9oswDwYDVR0TAQH/\n"
                             "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiA33zeUq6MmdMWFuhu4ifqK6j7StdnT\n"
                             "quHBKvkw+wGCjQIhAMzi/uJQKAUe1z17ETda8unTExXGqASDGZhs7EVUqHjp\n"
                             "-----END CERTIFICATE-----\n";

/**
 * sl_trust_load:
 *
 * Loads the system's list of certificate authorities, whole.
 *
 * Where the list stands behind PKCS #11 modules, as in Fedora and in Flatpaks, it is looked into only when a certificate
 * is judged: modules are loaded and connections made then, which the sandbox would not allow any more. So
 * one is judged here, and its verdict does not matter. What is wrong with the list shows with
 * every page that is fetched over https, as an error of its own.
 *
 * Returns: (transfer full) (nullable): the list; %NULL when GIO has no TLS
 */
GTlsDatabase *
sl_trust_load (void)
{
  g_autoptr (GTlsDatabase) database = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_pem (nobody, -1, NULL);
  g_autoptr (GError) error = NULL;

  if (database != NULL && certificate != NULL)
    g_tls_database_verify_chain (database, certificate, G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, NULL, NULL,
                                 G_TLS_DATABASE_VERIFY_NONE, NULL, &error);
  return g_steal_pointer (&database);
}
