/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

/* What a shell reports for a program that SIGINT ended. */
#define EXIT_INTERRUPTED 130

/**
 * sl_cli_parse:
 * @entries: (nullable): the command's own options
 *
 * Takes the options out of @argv, so that only the command's name and its arguments are left.
 *
 * Returns: %FALSE after telling the person what is wrong
 */
gboolean
sl_cli_parse (const SlCliCommand   *command,
              const GOptionEntry   *entries,
              int                  *argc,
              char               ***argv)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, command->arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  sl_cli_usage (command, error->message);
  return FALSE;
}

/**
 * sl_cli_usage:
 *
 * Says that a command was called wrongly, and how it is called.
 *
 * Returns: %SL_EXIT_USAGE
 */
int
sl_cli_usage (const SlCliCommand *command,
              const char         *message)
{
  g_printerr ("sourceline-cli %s: %s\n", command->name, message);
  g_printerr (_ ("Usage: sourceline-cli %s %s\n"), command->name, command->arguments);

  return SL_EXIT_USAGE;
}

/**
 * sl_cli_fail:
 * @about: (nullable): what it is about, e.g. the file or address
 *
 * Tells what failed, on standard error.
 *
 * Returns: %SL_EXIT_ERROR
 */
int
sl_cli_fail (const char   *about,
             const GError *error)
{
  if (about != NULL)
    g_printerr ("sourceline-cli: %s: %s\n", about, error->message);
  else
    g_printerr ("sourceline-cli: %s\n", error->message);

  return SL_EXIT_ERROR;
}

/**
 * sl_cli_not_yet:
 *
 * Says that this version cannot do something that a later one will.
 *
 * Returns: %SL_EXIT_ERROR
 */
int
sl_cli_not_yet (const char *what)
{
  g_printerr (_ ("sourceline-cli: %s: not yet in version %s. Nothing was changed.\n"), what, VERSION);

  return SL_EXIT_ERROR;
}

/**
 * sl_cli_who:
 *
 * Names the person who is logged in, under whose name acts are recorded.
 *
 * Returns: static
 */
const char *
sl_cli_who (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says when the account has no full name. */
  return g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ();
}

/**
 * sl_cli_open:
 *
 * Opens a case for reading and writing, in the name of the person who is logged in.
 *
 * Returns: (transfer full): a workbench; given back to sl_cli_close()
 */
SlWorkbench *
sl_cli_open (const char  *path,
             GError     **error)
{
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, error);

  return a_case != NULL ? sl_workbench_new (a_case, sl_cli_who ()) : NULL;
}

/**
 * sl_cli_close:
 * @workbench: (transfer full)
 *
 * Closes the case, so that it is a single file again.
 *
 * Returns: whether the file is at rest
 */
gboolean
sl_cli_close (SlWorkbench  *workbench,
              GError      **error)
{
  g_autoptr (SlWorkbench) owned = workbench;

  return sl_case_close (sl_workbench_get_case (owned), error);
}

/**
 * sl_cli_parse_id:
 *
 * Reads a key as the lists print it.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID.
 *
 * Returns: whether it is one
 */
gboolean
sl_cli_parse_id (const char  *string,
                 SlId        *id,
                 GError     **error)
{
  if (sl_id_parse (string, id))
    return TRUE;

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
               _ ("“%s” is no key. Keys are the sixteen digits in front of each row that `sourceline-cli list` prints."), string);
  return FALSE;
}

static gpointer
wait_for_signal (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigwait (&set, &number);
  g_cancellable_cancel (cancellable);

  /* Whoever asks twice does not want to wait for a clean end. */
  sigwait (&set, &number);
  _exit (EXIT_INTERRUPTED);
}

/**
 * sl_cli_interrupt:
 *
 * Lets the first SIGINT or SIGTERM cancel what is under way, and the second end the program.
 * Called once, before other threads exist.
 *
 * Returns: (transfer full): what the signal cancels
 */
GCancellable *
sl_cli_interrupt (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_signal, g_object_ref (cancellable)));

  return g_steal_pointer (&cancellable);
}

/**
 * sl_cli_read_stdin:
 *
 * Reads standard input to its end.
 *
 * Fails with G_IO_ERROR_NO_SPACE when there is more than @limit_bytes.
 *
 * Returns: (transfer full)
 */
GBytes *
sl_cli_read_stdin (gsize    limit_bytes,
                   GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gssize n;

  while ((n = g_input_stream_read (input, buffer, sizeof buffer, NULL, error)) > 0)
    {
      if (bytes->len + (gsize) n > limit_bytes)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("Standard input is longer than %zu bytes."), limit_bytes);
          return NULL;
        }
      g_byte_array_append (bytes, buffer, n);
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
