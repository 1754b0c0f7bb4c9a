/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

static int
step (const SlCliCommand  *command,
      SlCommandKind        kind,
      int                  argc,
      char               **argv)
{
  g_autoptr (SlCommand) step_command = sl_command_new (kind, SL_ID_NONE);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  SlWorkbench *workbench;
  int code = SL_EXIT_OK;

  if (!sl_cli_parse (command, NULL, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 2)
    return sl_cli_usage (command, _ ("name one case"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  g_object_get (workbench, kind == SL_COMMAND_UNDO ? "undo-label" : "redo-label", &label, NULL);
  if (sl_workbench_do (workbench, step_command, &error) != SL_ID_NONE)
    g_print ("%s\n", label);
  else
    code = sl_cli_fail (NULL, error);
  g_clear_error (&error);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

static int
run_undo (int    argc,
          char **argv)
{
  return step (&sl_cli_undo, SL_COMMAND_UNDO, argc, argv);
}

static int
run_redo (int    argc,
          char **argv)
{
  return step (&sl_cli_redo, SL_COMMAND_REDO, argc, argv);
}

const SlCliCommand sl_cli_undo = { "undo", "CASE", N_ ("Take the last act back; prints what it was"), run_undo };
const SlCliCommand sl_cli_redo = { "redo", "CASE", N_ ("Do again what was taken back"), run_redo };
