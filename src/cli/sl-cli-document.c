/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli-document.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-json.h"
#include "workbench/sl-facts.h"
#include "workbench/sl-gate.h"

void
sl_cli_document_to_json (JsonBuilder   *builder,
                         gconstpointer  row)
{
  const SlDocument *document = row;

  sl_cli_json_id (builder, "id", document->id);
  sl_cli_json_id (builder, "source", document->source_id);
  sl_cli_json_id (builder, "capture", document->capture_id);
  sl_cli_json_string (builder, "quality", document->quality);
  sl_cli_json_string (builder, "extractor", document->extractor);
  sl_cli_json_string (builder, "sha256", document->text_digest);
  sl_cli_json_int (builder, "length", document->length_cp);
}

char *
sl_cli_document_to_text (gconstpointer row)
{
  const SlDocument *document = row;

  return g_strdup_printf ("%-11s  %7" G_GINT64_FORMAT "  sha256:%.16s…", document->quality, document->length_cp, document->text_digest);
}

static void
add_links (JsonBuilder     *builder,
           const GPtrArray *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      const SlReadingLink *link = g_ptr_array_index (links, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "url", link->url);
      sl_cli_json_string (builder, "words", link->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder     *builder,
           const GPtrArray *notes)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const SlReadingNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "kind", note->kind);
      sl_cli_json_string (builder, "text", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Of a damaged case the row is still worth its line; verify says what is wrong. */
void
sl_cli_document_add_more (JsonBuilder   *builder,
                          SlCase        *a_case,
                          gconstpointer  row)
{
  const SlDocument *document = row;
  g_autoptr (SlConsent) consent = sl_case_find_consent (a_case, document->id);
  g_autoptr (SlFacts) facts = sl_facts_load (a_case, document, NULL);

  sl_cli_json_string (builder, "consent", consent != NULL ? consent->reason : NULL);
  if (facts == NULL)
    return;

  sl_cli_json_string (builder, "reason", facts->reason);
  sl_cli_json_string (builder, "method", facts->method);
  sl_cli_json_string (builder, "canonical", facts->canonical);
  sl_cli_json_boolean (builder, "paywall", facts->paywall);
  add_links (builder, facts->links);
  add_notes (builder, facts->notes);
}

char *
sl_cli_document_dup_mark (SlCase        *a_case,
                          gconstpointer  row)
{
  const SlDocument *document = row;

  if (sl_gate_is_article (document))
    return NULL;
  if (sl_gate_may_be_quoted (a_case, document))
    return g_strdup_printf (_ ("(%s; may be quoted)"), sl_gate_describe (document->quality));

  return g_strdup_printf ("(%s)", sl_gate_describe (document->quality));
}

static SlDocument *
find_newest (SlCase *a_case,
             SlId    about)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;

  query.about = about;
  query.limit = 1;
  documents = sl_case_list_documents (a_case, &query, NULL);

  return documents != NULL && documents->len > 0 ? g_ptr_array_steal_index (documents, 0) : NULL;
}

/**
 * sl_cli_document_find:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full) (nullable)
 */
SlDocument *
sl_cli_document_find (SlCase  *a_case,
                      SlId     id,
                      GError **error)
{
  SlDocument *newest = find_newest (a_case, id);

  return newest != NULL ? newest : sl_case_get_document (a_case, id, error);
}

void
sl_cli_source_add_more (JsonBuilder   *builder,
                        SlCase        *a_case,
                        gconstpointer  row)
{
  const SlSource *source = row;
  g_autoptr (SlDocument) document = find_newest (a_case, source->id);

  sl_cli_json_id (builder, "document", document != NULL ? document->id : SL_ID_NONE);
  if (document == NULL)
    return;

  sl_cli_json_string (builder, "quality", document->quality);
  sl_cli_document_add_more (builder, a_case, document);
}

char *
sl_cli_source_dup_mark (SlCase        *a_case,
                        gconstpointer  row)
{
  const SlSource *source = row;
  g_autoptr (SlDocument) document = find_newest (a_case, source->id);

  return document != NULL ? sl_cli_document_dup_mark (a_case, document) : g_strdup (_ ("(nothing readable)"));
}

void
sl_cli_task_to_json (JsonBuilder   *builder,
                     gconstpointer  row)
{
  const SlTask *task = row;

  sl_cli_json_id (builder, "id", task->id);
  sl_cli_json_string (builder, "url", task->url);
  sl_cli_json_string (builder, "state", sl_task_state_to_string (task->state));
  sl_cli_json_string (builder, "origin", sl_task_origin_to_string (task->origin));
  sl_cli_json_id (builder, "batch", task->batch);
  sl_cli_json_id (builder, "found_in", task->found_in);
  sl_cli_json_int (builder, "attempts", task->attempts);
  sl_cli_json_string (builder, "failure", task->failure == SL_FAILURE_NONE ? NULL : sl_failure_to_string (task->failure));
  sl_cli_json_int (builder, "status", task->status);
  sl_cli_json_string (builder, "reason", task->reason);
  sl_cli_json_id (builder, "source", task->source_id);
  sl_cli_json_id (builder, "capture", task->capture_id);
  sl_cli_json_time (builder, "added", task->added_at);
  sl_cli_json_time (builder, "changed", task->changed_at);
  if (task->not_before > 0)
    sl_cli_json_time (builder, "not_before", task->not_before / G_USEC_PER_SEC);
}

char *
sl_cli_task_to_text (gconstpointer row)
{
  const SlTask *task = row;

  if (task->reason == NULL)
    return g_strdup_printf ("%-9s  %s", sl_task_state_to_string (task->state), task->url);

  return g_strdup_printf ("%-9s  %s  %s", sl_task_state_to_string (task->state), task->url, task->reason);
}
