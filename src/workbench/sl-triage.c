/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-triage.h"

#include "workbench/sl-known-words.h"

/* Checks are looked at in pages, so that a long history needs no more memory than a short one. */
#define PAGE_ROWS 256

static gboolean
wants_decision (const SlCheck *check)
{
  return check->verdict != SL_VERDICT_VERBATIM;
}

static gboolean
says_the_same (const SlCheck *a,
               const SlCheck *b)
{
  return a->verdict == b->verdict && g_strcmp0 (a->found, b->found) == 0;
}

/* What was decided once is not asked again as long as the source shows the same. */
static gboolean
is_decided (SlCase        *a_case,
            const SlCheck *check)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) decisions = NULL;

  query.about = check->passage_id;
  decisions = sl_case_list_decisions (a_case, &query, NULL);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SlDecision *decision = g_ptr_array_index (decisions, i);
      g_autoptr (SlCheck) decided = sl_case_get_check (a_case, decision->check_id, NULL);

      if (decided != NULL && (decided->id == check->id || says_the_same (decided, check)))
        return TRUE;
    }

  return FALSE;
}

static SlTriageItem *
make_item (SlCase         *a_case,
           const SlCheck  *check,
           GError        **error)
{
  g_autoptr (SlTriageItem) self = g_new0 (SlTriageItem, 1);
  g_autoptr (SlDocument) document = NULL;
  SlQuery query = SL_QUERY_ALL;

  query.about = check->passage_id;
  self->check = sl_case_get_check (a_case, check->id, error);
  self->passage = self->check != NULL ? sl_case_get_passage (a_case, check->passage_id, error) : NULL;
  if (self->passage == NULL)
    return NULL;

  document = sl_case_get_document (a_case, self->passage->document_id, error);
  self->source = document != NULL ? sl_case_get_source (a_case, document->source_id, error) : NULL;
  if (self->source == NULL)
    return NULL;

  self->claims = (guint) MAX (0, sl_case_count (a_case, SL_LIST_PINS, &query, error));

  return g_steal_pointer (&self);
}

/* A passage or source that is not in the case any more leaves nothing to decide. */
static gboolean
append_item (SlCase         *a_case,
             const SlCheck  *check,
             GPtrArray      *items,
             GError        **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SlTriageItem) item = make_item (a_case, check, &cause);

  if (item != NULL && item->claims > 0)
    g_ptr_array_add (items, g_steal_pointer (&item));
  else if (cause != NULL && !g_error_matches (cause, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  return TRUE;
}

static gboolean
append_page (SlCase      *a_case,
             GPtrArray   *checks,
             GHashTable  *seen,
             GPtrArray   *items,
             GError     **error)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      /* Newest first: only the last check of a passage that came to something says how it is now. */
      if (check->verdict == SL_VERDICT_NOT_CHECKED || !g_hash_table_add (seen, g_memdup2 (&check->passage_id, sizeof check->passage_id)))
        continue;
      if (wants_decision (check) && !is_decided (a_case, check) && !append_item (a_case, check, items, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_triage_list:
 *
 * Lists what is to be decided: of each passage that claims are pinned to the last check, unless its verdict is
 * verbatim, or it was decided, or the same was seen before and decided then. Newest first.
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (element-type SlTriageItem)
 */
GPtrArray *
sl_triage_list (SlCase  *a_case,
                GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_triage_item_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  SlQuery query = SL_QUERY_ALL;
  guint found = PAGE_ROWS;

  for (query.limit = PAGE_ROWS; found == PAGE_ROWS; query.offset += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) checks = sl_case_list_checks (a_case, &query, error);

      if (checks == NULL || !append_page (a_case, checks, seen, items, error))
        return NULL;
      found = checks->len;
    }

  return g_steal_pointer (&items);
}

/**
 * sl_triage_item_compare:
 *
 * Compares the archived wording with the words that stand for it now.
 *
 * Returns: (transfer full) (nullable): %NULL when the check found no other words
 */
SlDifference *
sl_triage_item_compare (const SlTriageItem *self)
{
  const char *exact = self->passage->exact;

  return self->check->found != NULL ? sl_difference_new (exact, self->check->found, sl_known_words_guess (exact)) : NULL;
}

/**
 * sl_triage_item_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_triage_item_free (SlTriageItem *self)
{
  if (self == NULL)
    return;

  sl_check_free (self->check);
  sl_passage_free (self->passage);
  sl_source_free (self->source);
  g_free (self);
}
