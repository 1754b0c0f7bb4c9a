/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"
#include "workbench/sl-recheck-plan.h"

/* Prints the checks; returns whether every passage that could be looked for still stands where it stood. */
static gboolean
print_checks (GPtrArray *checks,
              gboolean   json)
{
  gboolean all = TRUE;

  for (guint i = 0; i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      sl_cli_rows_print (sl_cli_rows_find ("checks"), check, json);
      all &= check->verdict == SL_VERDICT_VERBATIM || check->verdict == SL_VERDICT_NOT_CHECKED;
    }

  return all;
}

static int
recheck (SlWorkbench *workbench,
         SlId         source_id,
         gboolean     json)
{
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = sl_workbench_recheck (workbench, source_id, NULL, NULL, cancellable, &error);

  if (checks == NULL)
    return sl_cli_fail (NULL, error);

  return print_checks (checks, json) ? SL_EXIT_OK : SL_EXIT_FINDINGS;
}

static int
recheck_named (SlWorkbench  *workbench,
               char        **names,
               gboolean      json)
{
  int code = SL_EXIT_OK;

  for (guint i = 0; names[i] != NULL && code != SL_EXIT_ERROR; i++)
    {
      g_autoptr (GError) error = NULL;
      SlId id;
      int one = sl_cli_parse_id (names[i], &id, &error) ? recheck (workbench, id, json) : sl_cli_fail (names[i], error);

      if (one != SL_EXIT_OK)
        code = one;
    }

  return code;
}

static int
recheck_due (SlWorkbench *workbench,
             gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlRecheckPlan) plan = sl_recheck_plan_new (sl_workbench_get_case (workbench), g_get_real_time () / G_USEC_PER_SEC, &error);
  int code = SL_EXIT_OK;

  if (plan == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < plan->due->len && code != SL_EXIT_ERROR; i++)
    {
      int one = recheck (workbench, g_array_index (plan->due, SlId, i), json);

      if (one != SL_EXIT_OK)
        code = one;
    }

  return code;
}

static int
set_every (SlWorkbench *workbench,
           int          hours)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_SET_SETTING, SL_ID_NONE);

  command->text = g_strdup (SL_RECHECK_EVERY_SETTING);
  command->note = hours > 0 ? g_strdup_printf ("%d", hours) : NULL;

  return sl_workbench_do (workbench, command, &error) != SL_ID_NONE ? SL_EXIT_OK : sl_cli_fail (NULL, error);
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  gboolean due = FALSE;
  int every = -1;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    { "due", 0, 0, G_OPTION_ARG_NONE, &due, N_ ("Check the sources whose time has come"), NULL },
    { "every", 0, 0, G_OPTION_ARG_INT, &every, N_ ("Set after how many hours that is; 0 for never"), N_ ("HOURS") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_recheck, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 2)
    return sl_cli_usage (&sl_cli_recheck, _ ("name a case"));
  if (every > SL_RECHECK_EVERY_MAX_HOURS || (argc > 2 && (due || every >= 0)))
    return sl_cli_usage (&sl_cli_recheck, _ ("name sources, or say --due, or --every with up to 8760 hours"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  if (every >= 0)
    code = set_every (workbench, every);
  else if (due)
    code = recheck_due (workbench, json);
  else
    code = argc == 2 ? recheck (workbench, SL_ID_NONE, json) : recheck_named (workbench, argv + 2, json);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_recheck = { "recheck", "CASE [SOURCE…]", N_ ("Compare live sources with the passages"), run };
