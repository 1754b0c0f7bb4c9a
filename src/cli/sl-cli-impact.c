/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-impact.h"

/* One thing that leans on what was asked about. */
typedef struct
{
  const char         *what;
  SlId                id;
  const char         *text;
  const SlAssessment *grade;  /* (nullable) */
  gboolean            only;
} Row;

static void
print_row (const Row *row,
           gboolean   json)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *grade = row->grade != NULL ? sl_grade_format (row->grade->grade) : NULL;
  char id[SL_ID_STRING_SIZE];

  if (!json)
    {
      g_autofree char *text = g_strdelimit (g_strdup (row->text), "\r\n", ' ');

      g_print ("%s  %-5s  %-2s  %s  %s\n", sl_id_format (row->id, id), row->what, grade != NULL ? grade : "–", row->only ? "only" : "also", text);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "what", row->what);
  sl_cli_json_id (builder, "id", row->id);
  sl_cli_json_string (builder, "text", row->text);
  sl_cli_json_boolean (builder, "only", row->only);
  sl_cli_json_string (builder, "grade", grade);
  sl_cli_json_string (builder, "reason", row->grade != NULL ? row->grade->reason : NULL);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static void
print_impact (const SlImpact *impact,
              gboolean        json)
{
  for (guint i = 0; i < impact->claims->len; i++)
    {
      const SlImpactClaim *item = g_ptr_array_index (impact->claims, i);
      Row row = { "claim", item->claim->id, item->claim->text, item->grade, item->only };

      print_row (&row, json);
    }

  for (guint i = 0; i < impact->events->len; i++)
    {
      const SlImpactEvent *item = g_ptr_array_index (impact->events, i);
      Row row = { "event", item->event->id, item->event->title, item->grade, item->only };

      print_row (&row, json);
    }
}

static int
show (SlWorkbench *workbench,
      const char  *name,
      gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImpact) impact = NULL;
  SlId id;

  if (!sl_cli_parse_id (name, &id, &error))
    return sl_cli_fail (name, error);

  impact = sl_impact_new (sl_workbench_get_case (workbench), id, &error);
  if (impact == NULL)
    return sl_cli_fail (NULL, error);

  print_impact (impact, json);

  return SL_EXIT_OK;
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
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_impact, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 3)
    return sl_cli_usage (&sl_cli_impact, _ ("name a case and a source, document, passage, claim or check"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = show (workbench, argv[2], json);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_impact = { "impact", "CASE ID", N_ ("Show the claims, events and grades that lean on something"), run };
