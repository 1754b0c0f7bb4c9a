/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"

static gboolean
print_row (const SlCliRows  *rows,
           SlCase           *a_case,
           SlId              id,
           gboolean          json,
           GError          **error)
{
  gpointer row = rows->get (a_case, id, error);

  if (row == NULL)
    return FALSE;

  sl_cli_rows_print_in (rows, a_case, row, json);
  rows->free (row);

  return TRUE;
}

static void
print_quote (const SlPassage *passage,
             const SlPin     *pin,
             const SlSource  *source)
{
  g_autofree char *chain = sl_attribution_chain_format (pin->chain);

  g_print (_ ("    %s: “%s”\n"), sl_stance_to_string (pin->stance), passage->exact);
  g_print (_ ("        in %s (%s), %zu–%zu\n"),
           source->title, source->url != NULL ? source->url : "–", passage->start_cp, passage->end_cp);
  if (*chain != '\0')
    g_print (_ ("        who says so: %s\n"), chain);
}

static gboolean
show_pin (SlCase       *a_case,
          const SlPin  *pin,
          GError      **error)
{
  g_autoptr (SlPassage) passage = sl_case_get_passage (a_case, pin->passage_id, error);
  g_autoptr (SlDocument) document = passage != NULL ? sl_case_get_document (a_case, passage->document_id, error) : NULL;
  g_autoptr (SlSource) source = document != NULL ? sl_case_get_source (a_case, document->source_id, error) : NULL;

  if (source != NULL)
    print_quote (passage, pin, source);

  return source != NULL;
}

/* A claim with the words it rests on. */
static gboolean
show_pins (SlCase  *a_case,
           SlId     claim_id,
           GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = claim_id;
  pins = sl_case_list_pins (a_case, &query, error);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    if (!show_pin (a_case, g_ptr_array_index (pins, i), error))
      return FALSE;

  return pins != NULL;
}

/* An event with the claims it rests on. */
static gboolean
show_claims (SlCase  *a_case,
             SlId     event_id,
             GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = NULL;

  query.about = event_id;
  claims = sl_case_list_claims (a_case, &query, error);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);

      g_print ("  ");
      sl_cli_rows_print (sl_cli_rows_of ("claim"), claim, FALSE);
      if (!show_pins (a_case, claim->id, error))
        return FALSE;
    }

  return claims != NULL;
}

static void
show_grade (SlCase *a_case,
            SlId    id)
{
  g_autoptr (SlAssessment) assessment = sl_case_get_grade (a_case, id);
  g_autofree char *grade = assessment != NULL ? sl_grade_format (assessment->grade) : NULL;

  if (assessment != NULL)
    g_print (_ ("  graded %s by %s: %s\n"), grade, assessment->by, assessment->reason);
}

static gboolean
show (SlCase    *a_case,
      SlId       id,
      gboolean   json,
      GError   **error)
{
  const char *what = sl_case_what_is (a_case, id);
  const SlCliRows *rows = sl_cli_rows_of (what);

  if (rows == NULL)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("The case holds no source, capture, claim, event or suggestion with this key."));
      return FALSE;
    }

  if (!print_row (rows, a_case, id, json, error))
    return FALSE;
  if (json)
    return TRUE;

  show_grade (a_case, id);
  if (g_str_equal (what, "event"))
    return show_claims (a_case, id, error);

  return !g_str_equal (what, "claim") || show_pins (a_case, id, error);
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;
  SlId id;

  if (!sl_cli_parse (&sl_cli_show, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 3)
    return sl_cli_usage (&sl_cli_show, _ ("name a case and a key"));
  if (!sl_cli_parse_id (argv[2], &id, &error))
    return sl_cli_fail (NULL, error);

  a_case = sl_case_open (argv[1], SL_CASE_OPEN_READ_ONLY, &error);
  if (a_case == NULL || !show (a_case, id, json, &error))
    return sl_cli_fail (NULL, error);

  return SL_EXIT_OK;
}

const SlCliCommand sl_cli_show = { "show", "CASE ID", N_ ("Show one row, with what it rests on"), run };
