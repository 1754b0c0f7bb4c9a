/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

static int
run (int    argc,
     char **argv)
{
  g_autofree char *reason = NULL;
  gboolean override = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("What the grade rests on; required"), N_ ("TEXT") },
    { "override", 0, 0, G_OPTION_ARG_NONE, &override, N_ ("Give credibility 1 without two independent origins; the reason prints in the report"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_GRADE, SL_ID_NONE);
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_grade, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 4 || reason == NULL)
    return sl_cli_usage (&sl_cli_grade, _ ("name a case, a key, a grade like B2, and a reason"));
  if (!sl_cli_parse_id (argv[2], &command->id, &error))
    return sl_cli_fail (NULL, error);

  command->kind = override ? SL_COMMAND_OVERRIDE_GRADE : SL_COMMAND_GRADE;
  command->text = g_strdup (argv[3]);
  command->reason = g_steal_pointer (&reason);
  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = sl_workbench_do (workbench, command, &error) != SL_ID_NONE ? SL_EXIT_OK : sl_cli_fail (NULL, error);
  g_clear_error (&error);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_grade = { "grade", "CASE ID GRADE --reason TEXT", N_ ("Grade an outlet, source, claim or event (A–F, 1–6)"), run };
