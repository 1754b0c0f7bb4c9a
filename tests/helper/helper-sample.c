/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A helper that does what its request says: test-helper-client.c talks to it. */

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "helper/sl-helper-server.h"

static void
burn (void)
{
  for (volatile guint64 i = 0;; i++)
    continue;
}

static GVariant *
report_and_reply (SlHelperServer  *server,
                  GVariant        *request,
                  GError         **error)
{
  for (int i = 1; i <= 3; i++)
    {
      GVariantDict dict;

      g_variant_dict_init (&dict, NULL);
      g_variant_dict_insert (&dict, "step", "i", i);
      if (!sl_helper_server_send_progress (server, g_variant_dict_end (&dict), error))
        return NULL;
    }
  return g_variant_ref (request);
}

static GVariant *
fill (guint size)
{
  GVariantDict dict;
  g_autofree char *bytes = g_malloc0 (size);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "bytes", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, size, 1));
  return g_variant_dict_end (&dict);
}

static void
misbehave (const char *deed,
           int         n_answered)
{
  if (strcmp (deed, "leave-when-old") == 0 && n_answered > 0)
    _exit (0);

  if (strcmp (deed, "crash") == 0)
    {
      signal (SIGSEGV, SIG_DFL);
      raise (SIGSEGV);
    }
  else if (strcmp (deed, "hang") == 0)
    pause ();
  else if (strcmp (deed, "exit") == 0)
    _exit (3);
  else if (strcmp (deed, "leave") == 0)
    _exit (0);
  else if (strcmp (deed, "burn") == 0)
    burn ();
  else if (strcmp (deed, "garbage") == 0 && write (STDIN_FILENO, "<html>garbage</html>", 20) == 20)
    pause ();
}

static GVariant *
handle (SlHelperServer  *server,
        GVariant        *request,
        gpointer         user_data,
        GError         **error)
{
  const char *deed = "echo";
  int *n_answered = user_data;

  g_variant_lookup (request, "do", "&s", &deed);
  misbehave (deed, *n_answered);
  (*n_answered)++;
  if (strcmp (deed, "print") == 0)
    {
      /* Where a library would print: must not end up between two frames. */
      if (write (STDOUT_FILENO, "", 0) != 0)
        abort ();
      printf (" ");
      fflush (stdout);
    }
  else if (strcmp (deed, "fail") == 0)
    {
      g_set_error_literal (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "as told");
      return NULL;
    }
  else if (strcmp (deed, "progress") == 0)
    return report_and_reply (server, request, error);
  else if (strcmp (deed, "large") == 0)
    return fill (140u * 1024u * 1024u);

  return g_variant_ref (request);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlHelperServer) server = NULL;
  int n_answered = 0;

  if (argc > 1 && strcmp (argv[1], "--silent") == 0)
    return 0;

  server = sl_helper_server_new_for_stdio (&error);
  g_assert_no_error (error);
  sl_helper_server_set_cpu_limit (server, 1);
  sl_helper_server_run (server, "sample", NULL, handle, &n_answered, &error);
  g_assert_no_error (error);
  return 0;
}
