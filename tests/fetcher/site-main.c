/* SPDX-License-Identifier: GPL-3.0-or-later */

/* test-site [FOLDER OF CERTIFICATES]: serves the pages of test-site.h, which says how to use it. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "test-site.h"

static const struct
{
  const char *name;
  const char *certificate;
} secure[] = {
  { "expired", "expired.pem" },
  { "other-host", "other-host.pem" },
  { "self-signed", "self-signed.pem" },
  { "unknown-authority", "good.pem" },
};

static GTlsCertificate *
load_certificate (const char *folder,
                  const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (path, &error);

  if (certificate == NULL)
    g_error ("%s: %s", path, error->message);
  return certificate;
}

/* A port that was free a moment ago. */
static guint16
find_refusing_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  return port;
}

static void
wait_for_end (void)
{
  char byte;

  while (read (STDIN_FILENO, &byte, 1) > 0)
    continue;
}

int
main (int    argc,
      char **argv)
{
  const char *sources = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *folder = argc > 1 ? g_strdup (argv[1]) : g_build_filename (sources != NULL ? sources : TEST_SOURCE_DIR, "fetcher", "tls", NULL);
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func ((GDestroyNotify) test_server_free);

  g_ptr_array_add (servers, test_server_new (test_site_handle, NULL));
  printf ("plain http://127.0.0.1:%u\n", test_server_get_port (servers->pdata[0]));
  for (gsize i = 0; i < G_N_ELEMENTS (secure); i++)
    {
      g_autoptr (GTlsCertificate) certificate = load_certificate (folder, secure[i].certificate);
      TestServer *server = test_server_new (test_site_handle, certificate);

      g_ptr_array_add (servers, server);
      printf ("%s https://127.0.0.1:%u\n", secure[i].name, test_server_get_port (server));
    }
  printf ("refused http://127.0.0.1:%u\n", find_refusing_port ());
  printf ("nowhere http://no-such-host.invalid\nready\n");
  fflush (stdout);
  wait_for_end ();
  return EXIT_SUCCESS;
}
