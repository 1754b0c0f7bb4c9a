/* SPDX-License-Identifier: GPL-3.0-or-later */

/* sourceline-fetcher: fetches pages for Sourceline in a process that holds nothing worth stealing.
 * Sourceline starts it; it speaks the protocol of helper/sl-frame.h over standard input and output.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fetcher/sl-fetcher.h"
#include "fetcher/sl-trust.h"
#include "helper/sl-fetch.h"
#include "helper/sl-helper-server.h"

/* Progress is for the eye: a report for this many bytes is enough. */
#define REPORT_BYTES (128u * 1024u)

static const char *const name_files[] = { "/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf" };

typedef struct
{
  SlFetcher      *fetcher;                           /* (owned) */
  SlHelperServer *server;                            /* (owned) */
  guint64         reported_bytes;
  struct stat     names[G_N_ELEMENTS (name_files)];
} Program;

static void
look_at_name_files (struct stat names[G_N_ELEMENTS (name_files)])
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_files); i++)
    {
      if (stat (name_files[i], &names[i]) != 0)
        names[i] = (struct stat) { 0 };
    }
}

/* The sandbox holds on to the files that were there when it was entered. When the network changes, they are
 * replaced by others, which only a new process may read.
 */
static gboolean
names_changed (const Program *program)
{
  struct stat now[G_N_ELEMENTS (name_files)];

  look_at_name_files (now);
  for (gsize i = 0; i < G_N_ELEMENTS (name_files); i++)
    {
      if (now[i].st_ino != program->names[i].st_ino || now[i].st_dev != program->names[i].st_dev)
        return TRUE;
    }
  return FALSE;
}

static void
report_cb (guint64  received_bytes,
           guint64  expected_bytes,
           gpointer user_data)
{
  Program *program = user_data;
  GVariantDict dict;

  if (received_bytes >= program->reported_bytes && received_bytes - program->reported_bytes < REPORT_BYTES)
    return;

  program->reported_bytes = received_bytes;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "received", "t", received_bytes);
  g_variant_dict_insert (&dict, "expected", "t", expected_bytes);
  /* Without a client nobody waits for the page any more. */
  if (!sl_helper_server_send_progress (program->server, g_variant_dict_end (&dict), NULL))
    _exit (EXIT_FAILURE);
}

static GVariant *
handle (SlHelperServer  *server,
        GVariant        *body,
        gpointer         user_data,
        GError         **error)
{
  Program *program = user_data;
  g_autoptr (SlFetch) fetch = NULL;
  SlFetchRequest request;

  /* The client starts another one and asks that. */
  if (names_changed (program))
    _exit (EXIT_SUCCESS);

  sl_fetch_request_from_variant (&request, body);
  program->reported_bytes = 0;
  fetch = sl_fetcher_run (program->fetcher, &request, report_cb, program, NULL);
  return sl_fetch_to_variant (fetch);
}

static SlFetcher *
make_fetcher (GTlsDatabase *database)
{
  g_autoptr (GResolver) base = g_resolver_get_default ();
  g_autoptr (SlPublicResolver) resolver = sl_public_resolver_new (base);

  g_resolver_set_default (G_RESOLVER (resolver));
  return sl_fetcher_new (resolver, database);
}

/* The order matters: the modules for TLS and the list of authorities are loaded before the process locks itself down;
 * the resolver comes after it, as its threads shall be born locked down.
 */
static gboolean
serve (Program  *program,
       GError  **error)
{
  const SlSandboxLimits *limits = sl_sandbox_default_limits (SL_SANDBOX_FETCHER);
  g_autoptr (GTlsDatabase) database = NULL;
  SlSandboxLevel level;

  program->server = sl_helper_server_new_for_stdio (error);
  if (program->server == NULL)
    return FALSE;

  sl_helper_server_set_cpu_limit (program->server, limits->cpu_seconds);
  look_at_name_files (program->names);
  database = sl_trust_load ();
  if (!sl_sandbox_enter (SL_SANDBOX_FETCHER, limits, &level, error))
    return FALSE;

  program->fetcher = make_fetcher (database);
  return sl_helper_server_run (program->server, "sourceline-fetcher", &level, handle, program, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  Program program = { NULL, NULL, 0 };
  gboolean served;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  signal (SIGPIPE, SIG_IGN);

  served = serve (&program, &error);
  g_clear_object (&program.fetcher);
  g_clear_object (&program.server);
  if (served)
    return EXIT_SUCCESS;

  g_printerr ("sourceline-fetcher: %s\n", error->message);
  return EXIT_FAILURE;
}
