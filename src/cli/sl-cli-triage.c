/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-triage.h"

static void
print_json (const SlTriageItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sl_cli_json_id (builder, "id", item->check->id);
  sl_cli_json_string (builder, "verdict", sl_verdict_to_string (item->check->verdict));
  sl_cli_json_id (builder, "passage", item->passage->id);
  sl_cli_json_string (builder, "exact", item->passage->exact);
  sl_cli_json_string (builder, "found", item->check->found);
  sl_cli_json_string (builder, "difference", item->check->difference);
  sl_cli_json_string (builder, "detail", item->check->detail);
  sl_cli_json_id (builder, "source", item->source->id);
  sl_cli_json_string (builder, "title", item->source->title);
  sl_cli_json_int (builder, "claims", item->claims);
  sl_cli_json_time (builder, "at", item->check->at);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static void
print_text (const SlTriageItem *item)
{
  char id[SL_ID_STRING_SIZE];
  g_autofree char *line = g_strdup_printf ("%-11s  %s  %s", sl_verdict_to_string (item->check->verdict), item->source->title,
                                           item->check->difference != NULL ? item->check->difference : item->passage->exact);

  g_strdelimit (line, "\r\n", ' ');
  g_print ("%s  %s\n", sl_id_format (item->check->id, id), line);
}

static int
list (SlWorkbench *workbench,
      gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = sl_triage_list (sl_workbench_get_case (workbench), &error);

  if (items == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < items->len; i++)
    (json ? print_json : print_text) (g_ptr_array_index (items, i));

  return SL_EXIT_OK;
}

static GArray *
parse_ids (char   **names,
           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint i = 0; names[i] != NULL; i++)
    {
      SlId id;

      if (!sl_cli_parse_id (names[i], &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

static int
decide (SlWorkbench     *workbench,
        SlDecisionKind   kind,
        char           **names,
        const char      *reason,
        const char      *grade)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = parse_ids (names, &error);
  SlTriageRequest request = { .kind = kind, .reason = reason, .grade = grade };

  if (ids == NULL)
    return sl_cli_fail (NULL, error);

  request.checks = (const SlId *) ids->data;
  request.n_checks = ids->len;

  return sl_workbench_triage (workbench, &request, &error) ? SL_EXIT_OK : sl_cli_fail (NULL, error);
}

static gboolean
parse_kind (const char     *word,
            SlDecisionKind *kind)
{
  static const struct
  {
    const char *word;
    SlDecisionKind kind;
  } words[] = {
    { "keep", SL_DECISION_KEEP },
    { "accept", SL_DECISION_ACCEPT_NEW },
    { "downgrade", SL_DECISION_DOWNGRADE },
    { "supersede", SL_DECISION_SUPERSEDED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i].word))
      {
        *kind = words[i].kind;
        return TRUE;
      }

  return FALSE;
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  g_autofree char *reason = NULL;
  g_autofree char *grade = NULL;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "grade", 'g', 0, G_OPTION_ARG_STRING, &grade, N_ ("The lower grade, like C4"), N_ ("GRADE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  SlDecisionKind kind = SL_DECISION_KEEP;
  SlWorkbench *workbench;
  gboolean listing;
  int code;

  if (!sl_cli_parse (&sl_cli_triage, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (&sl_cli_triage, _ ("name a case, and list, keep, accept, downgrade or supersede"));
  listing = g_str_equal (argv[2], "list");
  if (!listing && !parse_kind (argv[2], &kind))
    return sl_cli_usage (&sl_cli_triage, _ ("say list, keep, accept, downgrade or supersede"));
  if (listing != (argc == 3))
    return sl_cli_usage (&sl_cli_triage, listing ? _ ("“list” takes no more words") : _ ("name the checks"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = listing ? list (workbench, json) : decide (workbench, kind, argv + 3, reason, grade);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_triage = { "triage", "CASE list|keep|accept|downgrade|supersede [CHECK…]", N_ ("Decide what is to be made of changed sources"), run };
