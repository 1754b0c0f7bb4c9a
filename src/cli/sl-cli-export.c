/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

static int
run (int    argc,
     char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("pdf, warc, …"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (SlWorkbench) workbench = NULL;

  if (!sl_cli_parse (&sl_cli_export, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 2 || format == NULL || output == NULL)
    return sl_cli_usage (&sl_cli_export, _ ("name a case, a format and a file to write"));

  a_case = sl_case_open (argv[1], SL_CASE_OPEN_READ_ONLY, &error);
  if (a_case == NULL)
    return sl_cli_fail (NULL, error);

  workbench = sl_workbench_new (a_case, sl_cli_who ());
  if (!sl_workbench_export (workbench, format, output, NULL, NULL, cancellable, &error))
    return sl_cli_fail (output, error);

  return SL_EXIT_OK;
}

const SlCliCommand sl_cli_export = { "export", "CASE -f FORMAT -o FILE", N_ ("Write the case as an annotated PDF, as WARC, …"), run };
