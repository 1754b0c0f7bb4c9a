/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-comparison.h"

static char *
dup_part (const char *text,
          gsize       start_cp,
          gsize       end_cp)
{
  return end_cp > start_cp ? g_utf8_substring (text, (long) start_cp, (long) end_cp) : NULL;
}

static void
add_passages (JsonBuilder        *builder,
              const SlComparison *comparison,
              guint               pair)
{
  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->passages->len; i++)
    {
      const SlComparedPassage *mark = g_ptr_array_index (comparison->passages, i);

      if (mark->pair != pair)
        continue;
      json_builder_begin_object (builder);
      sl_cli_json_id (builder, "id", mark->passage->id);
      sl_cli_json_boolean (builder, "after", mark->after);
      sl_cli_json_int (builder, "start", (gint64) mark->passage->start_cp);
      sl_cli_json_int (builder, "end", (gint64) mark->passage->end_cp);
      json_builder_set_member_name (builder, "claims");
      json_builder_begin_array (builder);
      for (guint j = 0; j < mark->claims->len; j++)
        {
          char id[SL_ID_STRING_SIZE];

          json_builder_add_string_value (builder, sl_id_format (((const SlClaim *) g_ptr_array_index (mark->claims, j))->id, id));
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const SlComparison *comparison,
            guint               number)
{
  const SlAlignedPair *pair = g_ptr_array_index (comparison->pairs, number);
  g_autofree char *before = dup_part (comparison->before_text, pair->before_start_cp, pair->before_end_cp);
  g_autofree char *after = dup_part (comparison->after_text, pair->after_start_cp, pair->after_end_cp);
  g_autofree char *kinds = pair->difference != NULL ? sl_change_kinds_to_string (pair->difference->kinds) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "state", sl_aligned_state_to_string (pair->state));
  sl_cli_json_string (builder, "before", before);
  sl_cli_json_string (builder, "after", after);
  sl_cli_json_string (builder, "difference", pair->difference != NULL ? pair->difference->marked : NULL);
  sl_cli_json_string (builder, "kinds", kinds);
  add_passages (builder, comparison, number);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static char
get_sign (SlAlignedState state)
{
  static const char signs[] = { ' ', '~', '+', '-', '>' };

  return signs[state];
}

/* A paragraph that is the same is told by its beginning; all others are shown whole. */
static void
print_text (const SlComparison *comparison,
            guint               number)
{
  const SlAlignedPair *pair = g_ptr_array_index (comparison->pairs, number);
  g_autofree char *before = dup_part (comparison->before_text, pair->before_start_cp, pair->before_end_cp);
  g_autofree char *after = dup_part (comparison->after_text, pair->after_start_cp, pair->after_end_cp);
  g_autofree char *kinds = pair->difference != NULL ? sl_change_kinds_describe (pair->difference->kinds) : NULL;

  g_print ("%c %s\n", get_sign (pair->state), pair->difference != NULL ? pair->difference->marked : (after != NULL ? after : before));
  if (kinds != NULL)
    g_print ("    %s\n", kinds);

  for (guint i = 0; i < comparison->passages->len; i++)
    {
      const SlComparedPassage *mark = g_ptr_array_index (comparison->passages, i);

      for (guint j = 0; mark->pair == number && j < mark->claims->len; j++)
        g_print (_ ("    claim: %s\n"), ((const SlClaim *) g_ptr_array_index (mark->claims, j))->text);
    }
}

static int
compare (SlWorkbench  *workbench,
         char        **names,
         gboolean      json)
{
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlComparison) comparison = NULL;
  SlId first;
  SlId second;

  if (!sl_cli_parse_id (names[0], &first, &error) || !sl_cli_parse_id (names[1], &second, &error))
    return sl_cli_fail (NULL, error);

  comparison = sl_comparison_new (sl_workbench_get_case (workbench), first, second, cancellable, &error);
  if (comparison == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < comparison->pairs->len; i++)
    (json ? print_json : print_text) (comparison, i);

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

  if (!sl_cli_parse (&sl_cli_compare, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 4)
    return sl_cli_usage (&sl_cli_compare, _ ("name a case and two captures"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = compare (workbench, argv + 2, json);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_compare = { "compare", "CASE CAPTURE CAPTURE", N_ ("Show what changed between two captures"), run };
