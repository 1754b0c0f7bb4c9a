/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/sl-cli.h"

static const SlCliCommand *const commands[] = {
  &sl_cli_new,
  &sl_cli_add,
  &sl_cli_queue,
  &sl_cli_consent,
  &sl_cli_list,
  &sl_cli_show,
  &sl_cli_search,
  &sl_cli_accept,
  &sl_cli_reject,
  &sl_cli_grade,
  &sl_cli_recheck,
  &sl_cli_triage,
  &sl_cli_impact,
  &sl_cli_compare,
  &sl_cli_verify,
  &sl_cli_witness,
  &sl_cli_export,
  &sl_cli_import,
  &sl_cli_undo,
  &sl_cli_redo,
  &sl_cli_merge,
  &sl_cli_extract,
  &sl_cli_locate,
  &sl_cli_date,
};

static int
help (gboolean asked)
{
  g_autoptr (GString) text = g_string_new (_ ("Usage: sourceline-cli COMMAND [ARGUMENTS…]\n\nBuild timelines you can defend.\n\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-8s  %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append (text, _ ("\nData goes to standard output, everything else to standard error.\n"
                            "Exit codes: 0 done, 1 failed, 2 called wrongly, 3 verification found problems.\n"
                            "`sourceline-cli COMMAND --help` tells more.\n"));

  if (asked)
    g_print ("%s", text->str);
  else
    g_printerr ("%s", text->str);

  return asked ? SL_EXIT_OK : SL_EXIT_USAGE;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("sourceline-cli");

  if (argc < 2)
    return help (FALSE);

  if (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return help (TRUE);

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("sourceline-cli %s\n", VERSION);
      return SL_EXIT_OK;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i]->name))
      return commands[i]->run (argc - 1, argv + 1);

  g_printerr (_ ("sourceline-cli: there is no command “%s”. `sourceline-cli help` lists them.\n"), argv[1]);

  return SL_EXIT_USAGE;
}
