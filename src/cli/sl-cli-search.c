/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-workbench.h"

#define MAX_HITS 100

static void
print_hit (const SlSearchHit *hit,
           gboolean           json)
{
  g_autoptr (JsonBuilder) builder = NULL;
  char id[SL_ID_STRING_SIZE];

  if (!json)
    {
      g_print ("%s  %s\n                  %s\n", sl_id_format (hit->source_id, id), hit->title, hit->snippet);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_id (builder, "source", hit->source_id);
  sl_cli_json_id (builder, "document", hit->document_id);
  sl_cli_json_string (builder, "title", hit->title);
  sl_cli_json_string (builder, "snippet", hit->snippet);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *words = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (SlWorkbench) workbench = NULL;

  if (!sl_cli_parse (&sl_cli_search, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (&sl_cli_search, _ ("name a case, and the words to look for"));

  a_case = sl_case_open (argv[1], SL_CASE_OPEN_READ_ONLY, &error);
  if (a_case == NULL)
    return sl_cli_fail (NULL, error);

  workbench = sl_workbench_new (a_case, sl_cli_who ());
  words = g_strjoinv (" ", argv + 2);
  hits = sl_workbench_search (workbench, words, MAX_HITS, &error);
  if (hits == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < hits->len; i++)
    print_hit (g_ptr_array_index (hits, i), json);

  return SL_EXIT_OK;
}

const SlCliCommand sl_cli_search = { "search", "CASE WORDS…", N_ ("Find words in the texts of all documents"), run };
