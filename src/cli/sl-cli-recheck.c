/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"

/* Prints the checks; returns whether every passage still stands where it stood. */
static gboolean
print_checks (GPtrArray *checks,
              gboolean   json)
{
  gboolean all = TRUE;

  for (guint i = 0; i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      sl_cli_rows_print (sl_cli_rows_find ("checks"), check, json);
      all &= check->verdict == SL_VERDICT_VERBATIM;
    }

  return all;
}

static int
recheck (SlWorkbench  *workbench,
         SlId          source_id,
         gboolean      json,
         GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = sl_workbench_recheck (workbench, source_id, NULL, NULL, cancellable, &error);

  if (checks == NULL)
    return sl_cli_fail (NULL, error);

  return print_checks (checks, json) ? SL_EXIT_OK : SL_EXIT_FINDINGS;
}

static int
recheck_named (SlWorkbench   *workbench,
               char         **names,
               gboolean       json,
               GCancellable  *cancellable)
{
  int code = SL_EXIT_OK;

  for (guint i = 0; names[i] != NULL && code != SL_EXIT_ERROR; i++)
    {
      g_autoptr (GError) error = NULL;
      SlId id;
      int one = sl_cli_parse_id (names[i], &id, &error) ? recheck (workbench, id, json, cancellable) : sl_cli_fail (names[i], error);

      if (one != SL_EXIT_OK)
        code = one;
    }

  return code;
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_recheck, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 2)
    return sl_cli_usage (&sl_cli_recheck, _ ("name a case"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  if (argc == 2)
    code = recheck (workbench, SL_ID_NONE, json, cancellable);
  else
    code = recheck_named (workbench, argv + 2, json, cancellable);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_recheck = { "recheck", "CASE [SOURCE…]", N_ ("Compare live sources with the passages"), run };
