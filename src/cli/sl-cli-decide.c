/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

static gboolean
decide (SlWorkbench    *workbench,
        SlCommandKind   kind,
        const char     *argument,
        GError        **error)
{
  g_autoptr (SlCommand) command = sl_command_new (kind, SL_ID_NONE);
  char id[SL_ID_STRING_SIZE];
  SlId made;

  if (!sl_cli_parse_id (argument, &command->id, error))
    return FALSE;

  made = sl_workbench_do (workbench, command, error);
  if (made != SL_ID_NONE)
    g_print ("%s\n", sl_id_format (made, id));

  return made != SL_ID_NONE;
}

static int
decide_all (const SlCliCommand  *command,
            SlCommandKind        kind,
            int                  argc,
            char               **argv)
{
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  int code = SL_EXIT_OK;

  if (!sl_cli_parse (command, NULL, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (command, _ ("name a case, and the keys of suggestions"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) cause = NULL;

      if (!decide (workbench, kind, argv[i], &cause))
        code = sl_cli_fail (argv[i], cause);
    }

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

static int
run_accept (int    argc,
            char **argv)
{
  return decide_all (&sl_cli_accept, SL_COMMAND_ACCEPT, argc, argv);
}

static int
run_reject (int    argc,
            char **argv)
{
  return decide_all (&sl_cli_reject, SL_COMMAND_REJECT, argc, argv);
}

const SlCliCommand sl_cli_accept = { "accept", "CASE SUGGESTION…", N_ ("Make claims and events of suggestions; prints the claims’ keys"), run_accept };
const SlCliCommand sl_cli_reject = { "reject", "CASE SUGGESTION…", N_ ("Set suggestions aside; prints their keys"), run_reject };
