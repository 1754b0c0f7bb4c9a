/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"

static void
print_finding (const SlFinding *finding,
               gboolean         json)
{
  g_autoptr (JsonBuilder) builder = NULL;
  char id[SL_ID_STRING_SIZE];

  if (!json)
    {
      g_print ("%s %s  %s  %s\n", finding->what, sl_id_format (finding->id, id), finding->problem, finding->detail);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "what", finding->what);
  sl_cli_json_id (builder, "id", finding->id);
  sl_cli_json_string (builder, "problem", finding->problem);
  sl_cli_json_string (builder, "detail", finding->detail);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static int
report (GPtrArray *findings,
        gboolean   json)
{
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i), json);

  if (findings->len == 0)
    {
      g_printerr (_ ("Everything holds: history, digests, and every passage in its capture.\n"));
      return SL_EXIT_OK;
    }

  g_printerr (ngettext ("%u problem found.\n", "%u problems found.\n", findings->len), findings->len);

  return SL_EXIT_FINDINGS;
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a problem"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (SlWorkbench) workbench = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!sl_cli_parse (&sl_cli_verify, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 2)
    return sl_cli_usage (&sl_cli_verify, _ ("name one case"));
  if (g_str_has_suffix (argv[1], ".pdf") || g_str_has_suffix (argv[1], ".zip"))
    return sl_cli_not_yet (_ ("verifying a PDF or a bundle"));

  a_case = sl_case_open (argv[1], SL_CASE_OPEN_READ_ONLY, &error);
  if (a_case == NULL)
    return sl_cli_fail (NULL, error);

  workbench = sl_workbench_new (a_case, sl_cli_who ());
  findings = sl_workbench_verify (workbench, NULL, NULL, cancellable, &error);

  return findings != NULL ? report (findings, json) : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_verify = { "verify", "CASE|BUNDLE|PDF", N_ ("Check digests, history and every passage against its capture, offline"), run };
