/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli-rows.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-document.h"
#include "cli/sl-cli-json.h"

static char *
or_dash (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (seconds);

  return instant != NULL ? g_date_time_format_iso8601 (instant) : g_strdup ("–");
}

static void
json_grade (JsonBuilder *builder,
            SlGrade      grade)
{
  g_autofree char *text = sl_grade_format (grade);

  sl_cli_json_string (builder, "grade", *text != '\0' ? text : NULL);
}

static void
source_to_json (JsonBuilder   *builder,
                gconstpointer  row)
{
  const SlSource *source = row;

  sl_cli_json_id (builder, "id", source->id);
  sl_cli_json_string (builder, "title", source->title);
  sl_cli_json_string (builder, "url", source->url);
  sl_cli_json_id (builder, "outlet_id", source->outlet_id);
  sl_cli_json_string (builder, "outlet", source->outlet);
  sl_cli_json_string (builder, "byline", source->byline);
  sl_cli_json_strv (builder, "authors", source->authors);
  sl_cli_json_string (builder, "published", source->published);
  sl_cli_json_string (builder, "updated", source->updated);
  sl_cli_json_string (builder, "language", source->language);
  sl_cli_json_time (builder, "added", source->added_at);
}

static char *
source_to_text (gconstpointer row)
{
  const SlSource *source = row;
  g_autofree char *published = or_dash (source->published);
  g_autofree char *outlet = or_dash (source->outlet);

  return g_strdup_printf ("%-10.10s  %s  %s", published, outlet, source->title);
}

static SlId
source_id (gconstpointer row)
{
  return ((const SlSource *) row)->id;
}

static void
capture_to_json (JsonBuilder   *builder,
                 gconstpointer  row)
{
  const SlCapture *capture = row;

  sl_cli_json_id (builder, "id", capture->id);
  sl_cli_json_id (builder, "source", capture->source_id);
  sl_cli_json_time (builder, "captured", capture->captured_at / G_USEC_PER_SEC);
  sl_cli_json_string (builder, "method", sl_capture_method_to_string (capture->method));
  sl_cli_json_string (builder, "url", capture->url);
  sl_cli_json_string (builder, "final_url", capture->final_url);
  sl_cli_json_int (builder, "status", capture->status);
  sl_cli_json_string (builder, "content_type", capture->content_type);
  sl_cli_json_string (builder, "sha256", capture->payload_digest);
  sl_cli_json_int (builder, "bytes", capture->payload_bytes);
  sl_cli_json_string (builder, "note", capture->note);
  sl_cli_json_string (builder, "came_as", capture->came_as);
}

static char *
capture_to_text (gconstpointer row)
{
  const SlCapture *capture = row;
  g_autofree char *at = format_time (capture->captured_at / G_USEC_PER_SEC);

  return g_strdup_printf ("%s  %-7s  %3d  sha256:%.16s…  %s", at, sl_capture_method_to_string (capture->method), capture->status, capture->payload_digest, capture->url);
}

static SlId
capture_id (gconstpointer row)
{
  return ((const SlCapture *) row)->id;
}

static void
claim_to_json (JsonBuilder   *builder,
               gconstpointer  row)
{
  const SlClaim *claim = row;

  sl_cli_json_id (builder, "id", claim->id);
  sl_cli_json_string (builder, "text", claim->text);
  sl_cli_json_string (builder, "modality", sl_modality_to_string (claim->modality));
  sl_cli_json_string (builder, "note", claim->note);
  json_grade (builder, claim->grade);
  sl_cli_json_string (builder, "confidence", sl_confidence_to_string (sl_credibility_to_confidence (claim->grade.credibility)));
  sl_cli_json_boolean (builder, "contested", claim->contested);
  sl_cli_json_int (builder, "passages", claim->passages);
  sl_cli_json_int (builder, "origins", claim->origins);
  sl_cli_json_time (builder, "created", claim->created_at);
}

static char *
claim_to_text (gconstpointer row)
{
  const SlClaim *claim = row;
  g_autofree char *format = sl_grade_format (claim->grade);
  g_autofree char *grade = or_dash (format);

  return g_strdup_printf ("%-2s  %-11s  %s", grade, sl_modality_to_string (claim->modality), claim->text);
}

static SlId
claim_id (gconstpointer row)
{
  return ((const SlClaim *) row)->id;
}

static void
event_to_json (JsonBuilder   *builder,
               gconstpointer  row)
{
  const SlEvent *event = row;

  sl_cli_json_id (builder, "id", event->id);
  sl_cli_json_string (builder, "title", event->title);
  sl_cli_json_when (builder, event->when);
  sl_cli_json_string (builder, "place", event->place);
  sl_cli_json_string (builder, "note", event->note);
  sl_cli_json_string (builder, "confidence", sl_confidence_to_string (event->confidence));
  json_grade (builder, event->grade);
  sl_cli_json_boolean (builder, "contested", event->contested);
  sl_cli_json_int (builder, "claims", event->claims);
  sl_cli_json_string (builder, "outlets", event->outlets);
}

static char *
event_to_text (gconstpointer row)
{
  const SlEvent *event = row;
  g_autofree char *when = or_dash (event->when->edtf);

  return g_strdup_printf ("%-21s  %-12s  %s", when, sl_confidence_describe (event->confidence), event->title);
}

static SlId
event_id (gconstpointer row)
{
  return ((const SlEvent *) row)->id;
}

static void
suggestion_to_json (JsonBuilder   *builder,
                    gconstpointer  row)
{
  const SlSuggestion *suggestion = row;

  sl_cli_json_id (builder, "id", suggestion->id);
  sl_cli_json_string (builder, "state", sl_suggestion_state_to_string (suggestion->state));
  sl_cli_json_string (builder, "title", suggestion->title);
  sl_cli_json_string (builder, "text", suggestion->text);
  sl_cli_json_int (builder, "usefulness", suggestion->usefulness);
  sl_cli_json_id (builder, "same_as", suggestion->same_as);
  sl_cli_json_string (builder, "modality", sl_modality_to_string (suggestion->modality));
  sl_cli_json_id (builder, "document", suggestion->document_id);
  sl_cli_json_int (builder, "start", suggestion->passage->start_cp);
  sl_cli_json_int (builder, "end", suggestion->passage->end_cp);
  sl_cli_json_string (builder, "exact", suggestion->passage->exact);
  sl_cli_json_when (builder, suggestion->when);
  sl_cli_json_chain (builder, "attribution", suggestion->chain);
  sl_cli_json_id (builder, "claim", suggestion->claim_id);
}

static char *
suggestion_to_text (gconstpointer row)
{
  const SlSuggestion *suggestion = row;
  g_autofree char *when = or_dash (suggestion->when->edtf);

  return g_strdup_printf ("%-8s  %-10s  %s", sl_suggestion_state_to_string (suggestion->state), when, suggestion->text);
}

static SlId
suggestion_id (gconstpointer row)
{
  return ((const SlSuggestion *) row)->id;
}

static void
check_to_json (JsonBuilder   *builder,
               gconstpointer  row)
{
  const SlCheck *check = row;

  sl_cli_json_id (builder, "id", check->id);
  sl_cli_json_id (builder, "passage", check->passage_id);
  sl_cli_json_id (builder, "capture", check->capture_id);
  sl_cli_json_string (builder, "verdict", sl_verdict_to_string (check->verdict));
  sl_cli_json_string (builder, "fetch_state", sl_fetch_state_to_string (check->fetch_state));
  sl_cli_json_string (builder, "text_state", sl_text_state_to_string (check->text_state));
  sl_cli_json_int (builder, "status", check->http_status);
  sl_cli_json_string (builder, "found", check->found);
  sl_cli_json_string (builder, "difference", check->difference);
  sl_cli_json_string (builder, "detail", check->detail);
  sl_cli_json_string (builder, "old_text_sha256", check->old_text_digest);
  sl_cli_json_string (builder, "new_text_sha256", check->new_text_digest);
  sl_cli_json_id (builder, "checked_against", check->checked_against);
  sl_cli_json_string (builder, "fetch", sl_fetch_state_to_string (check->fetch_state));
  sl_cli_json_string (builder, "text", sl_text_state_to_string (check->text_state));
  sl_cli_json_int (builder, "status", check->http_status);
  sl_cli_json_string (builder, "found", check->found);
  sl_cli_json_id (builder, "document", check->checked_against);
  sl_cli_json_time (builder, "at", check->at);
}

static char *
check_to_text (gconstpointer row)
{
  const SlCheck *check = row;
  g_autofree char *at = format_time (check->at);
  g_autofree char *detail = or_dash (check->difference != NULL ? check->difference : check->detail);

  return g_strdup_printf ("%s  %-11s  %s", at, sl_verdict_to_string (check->verdict), detail);
}

static SlId
check_id (gconstpointer row)
{
  return ((const SlCheck *) row)->id;
}

static void
act_to_json (JsonBuilder   *builder,
             gconstpointer  row)
{
  const SlAct *act = row;

  sl_cli_json_id (builder, "id", act->id);
  sl_cli_json_int (builder, "sequence", act->sequence);
  sl_cli_json_string (builder, "kind", sl_act_kind_to_string (act->kind));
  sl_cli_json_id (builder, "about", act->about);
  sl_cli_json_time (builder, "at", act->at);
  sl_cli_json_string (builder, "by", act->by);
  sl_cli_json_string (builder, "label", act->label);
  sl_cli_json_string (builder, "hash", act->hash);
}

static char *
act_to_text (gconstpointer row)
{
  const SlAct *act = row;
  g_autofree char *at = format_time (act->at);

  return g_strdup_printf ("%4" G_GINT64_FORMAT "  %s  %-6s  %s  %s", act->sequence, at, sl_act_kind_to_string (act->kind), act->by, act->label);
}

static SlId
act_id (gconstpointer row)
{
  return ((const SlAct *) row)->id;
}

static SlId
document_id (gconstpointer row)
{
  return ((const SlDocument *) row)->id;
}

static SlId
witness_id (gconstpointer row)
{
  return ((const SlWitness *) row)->id;
}

static SlId
task_id (gconstpointer row)
{
  return ((const SlTask *) row)->id;
}

/* One row to get by its key, without a cast at each place. */
#define GETTER(kind)                                       \
  static gpointer                                          \
      get_##kind (SlCase *a_case, SlId id, GError **error) \
  {                                                        \
    return sl_case_get_##kind (a_case, id, error);         \
  }

GETTER (source)
GETTER (capture)
GETTER (document)
GETTER (claim)
GETTER (event)
GETTER (suggestion)
GETTER (task)

/* Addresses that only ever failed are no articles; their captures and tasks are listed as such. */
static GPtrArray *
list_articles (SlCase         *a_case,
               const SlQuery  *query,
               GError        **error)
{
  SlQuery articles = *query;

  articles.state = SL_SOURCE_CONTENT;
  return sl_case_list_sources (a_case, &articles, error);
}

#define ROWS(plural, kind, get) \
  { #plural, #kind, sl_case_list_##plural, get, (GDestroyNotify) sl_##kind##_free, kind##_to_json, kind##_to_text, kind##_id, NULL, NULL }

static const SlCliRows all_rows[] = {
  { "sources", "source", list_articles, get_source, (GDestroyNotify) sl_source_free, source_to_json, source_to_text, source_id,
    sl_cli_source_add_more, sl_cli_source_dup_mark },
  ROWS (captures, capture, get_capture),
  { "documents", "document", sl_case_list_documents, get_document, (GDestroyNotify) sl_document_free, sl_cli_document_to_json, sl_cli_document_to_text, document_id,
    sl_cli_document_add_more, sl_cli_document_dup_mark },
  ROWS (claims, claim, get_claim),
  ROWS (events, event, get_event),
  ROWS (suggestions, suggestion, get_suggestion),
  ROWS (checks, check, NULL),
  ROWS (acts, act, NULL),
  { "witnesses", "witness", sl_case_list_witnesses, NULL, (GDestroyNotify) sl_witness_free, sl_cli_witness_to_json, sl_cli_witness_to_text, witness_id, NULL, NULL },
  { "tasks", "task", sl_case_list_tasks, get_task, (GDestroyNotify) sl_task_free, sl_cli_task_to_json, sl_cli_task_to_text, task_id, NULL, NULL },
};

/**
 * sl_cli_rows_find:
 * @name: e.g. "claims"
 *
 * Returns: (nullable): how these rows are listed
 */
const SlCliRows *
sl_cli_rows_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_rows); i++)
    if (g_str_equal (all_rows[i].name, name))
      return &all_rows[i];

  return NULL;
}

/**
 * sl_cli_rows_of:
 * @what: (nullable): e.g. "claim"
 *
 * Returns: (nullable): how such a row is shown
 */
const SlCliRows *
sl_cli_rows_of (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_rows); i++)
    if (g_strcmp0 (all_rows[i].what, what) == 0 && all_rows[i].get != NULL)
      return &all_rows[i];

  return NULL;
}

/**
 * sl_cli_rows_names:
 *
 * Returns: (transfer full): the names, for messages
 */
char *
sl_cli_rows_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_rows); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", all_rows[i].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
print_line (const SlCliRows *rows,
            SlCase          *a_case,
            gconstpointer    row)
{
  g_autofree char *line = rows->to_text (row);
  g_autofree char *mark = a_case != NULL && rows->mark != NULL ? rows->mark (a_case, row) : NULL;
  char id[SL_ID_STRING_SIZE];

  /* A line break in a claim or a title would make two rows of one. */
  g_strdelimit (line, "\r\n", ' ');
  g_print ("%s  %s%s%s\n", sl_id_format (rows->id (row), id), line, mark != NULL ? "  " : "", mark != NULL ? mark : "");
}

/**
 * sl_cli_rows_print:
 *
 * Prints one row: its key and a line for people, or a JSON object.
 */
void
sl_cli_rows_print (const SlCliRows *rows,
                   gconstpointer    row,
                   gboolean         json)
{
  sl_cli_rows_print_in (rows, NULL, row, json);
}

/**
 * sl_cli_rows_print_in:
 * @a_case: (nullable): where the row is from
 *
 * Prints one row with what the case says beside it.
 */
void
sl_cli_rows_print_in (const SlCliRows *rows,
                      SlCase          *a_case,
                      gconstpointer    row,
                      gboolean         json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      print_line (rows, a_case, row);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  rows->to_json (builder, row);
  if (a_case != NULL && rows->more_json != NULL)
    rows->more_json (builder, a_case, row);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}
