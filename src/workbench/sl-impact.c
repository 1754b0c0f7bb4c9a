/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-impact.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-workbench.h"

static void
impact_claim_free (gpointer data)
{
  SlImpactClaim *self = data;

  sl_claim_free (self->claim);
  sl_assessment_free (self->grade);
  g_free (self);
}

static void
impact_event_free (gpointer data)
{
  SlImpactEvent *self = data;

  sl_event_free (self->event);
  sl_assessment_free (self->grade);
  g_free (self);
}

/**
 * sl_impact_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_impact_free (SlImpact *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
get_one_passage (SlCase  *a_case,
                 SlId     id,
                 GError **error)
{
  SlPassage *passage = sl_case_get_passage (a_case, id, error);
  GPtrArray *passages;

  if (passage == NULL)
    return NULL;

  passages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_passage_free);
  g_ptr_array_add (passages, passage);

  return passages;
}

static GPtrArray *
list_passages (SlCase  *a_case,
               SlId     id,
               GError **error)
{
  const char *what = sl_case_what_is (a_case, id);
  SlQuery query = SL_QUERY_ALL;

  query.about = id;
  if (g_strcmp0 (what, "source") == 0 || g_strcmp0 (what, "document") == 0 || g_strcmp0 (what, "claim") == 0)
    return sl_case_list_passages (a_case, &query, error);
  if (g_strcmp0 (what, "passage") == 0)
    return get_one_passage (a_case, id, error);
  if (g_strcmp0 (what, "passage_check") == 0 || g_strcmp0 (what, "check") == 0)
    {
      g_autoptr (SlCheck) check = sl_case_get_check (a_case, id, error);

      return check != NULL ? get_one_passage (a_case, check->passage_id, error) : NULL;
    }

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                       _ ("Ask about a source, a document, a passage, a claim or a check. List them to find the key."));
  return NULL;
}

static GHashTable *
make_set (GPtrArray *passages)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < passages->len; i++)
    g_hash_table_add (set, &((SlPassage *) g_ptr_array_index (passages, i))->id);

  return set;
}

/* Whether no passage outside of @passages supports the claim. */
static gboolean
rests_only_on (SlCase     *a_case,
               SlId        claim_id,
               GHashTable *passages)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = claim_id;
  pins = sl_case_list_pins (a_case, &query, NULL);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      const SlPin *pin = g_ptr_array_index (pins, i);

      if (pin->stance == SL_STANCE_SUPPORTS && !g_hash_table_contains (passages, &pin->passage_id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
append_claim (SlImpact    *self,
              SlCase      *a_case,
              SlId         claim_id,
              GHashTable  *passages,
              GError     **error)
{
  SlClaim *claim = sl_case_get_claim (a_case, claim_id, error);
  SlImpactClaim *item;

  if (claim == NULL)
    return FALSE;

  item = g_new0 (SlImpactClaim, 1);
  item->claim = claim;
  item->grade = sl_case_get_grade (a_case, claim_id);
  item->only = rests_only_on (a_case, claim_id, passages);
  g_ptr_array_add (self->claims, item);

  return TRUE;
}

static gboolean
append_claims (SlImpact         *self,
               SlCase           *a_case,
               const SlPassage  *passage,
               GHashTable       *passages,
               GHashTable       *claims,
               GError          **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = passage->id;
  pins = sl_case_list_pins (a_case, &query, error);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      const SlPin *pin = g_ptr_array_index (pins, i);

      if (g_hash_table_contains (claims, &pin->claim_id))
        continue;
      if (!append_claim (self, a_case, pin->claim_id, passages, error))
        return FALSE;
      g_hash_table_add (claims, g_memdup2 (&pin->claim_id, sizeof pin->claim_id));
    }

  return pins != NULL;
}

static gboolean
has_other_claim (SlImpact *self,
                 SlCase   *a_case,
                 SlId      event_id)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = NULL;

  query.about = event_id;
  claims = sl_case_list_claims (a_case, &query, NULL);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);
      gboolean leans = FALSE;

      for (guint j = 0; j < self->claims->len && !leans; j++)
        {
          const SlImpactClaim *item = g_ptr_array_index (self->claims, j);

          leans = item->claim->id == claim->id && item->only;
        }
      if (!leans)
        return TRUE;
    }

  return FALSE;
}

static gboolean
append_events (SlImpact    *self,
               SlCase      *a_case,
               SlId         claim_id,
               GHashTable  *seen,
               GError     **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) events = NULL;

  query.about = claim_id;
  events = sl_case_list_events (a_case, &query, error);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      SlEvent *event = g_ptr_array_index (events, i);
      SlImpactEvent *item;

      if (!g_hash_table_add (seen, g_memdup2 (&event->id, sizeof event->id)))
        continue;
      item = g_new0 (SlImpactEvent, 1);
      item->event = sl_case_get_event (a_case, event->id, NULL);
      item->grade = sl_case_get_grade (a_case, event->id);
      item->only = !has_other_claim (self, a_case, event->id);
      g_ptr_array_add (self->events, item);
    }

  return events != NULL;
}

/**
 * sl_impact_new:
 * @id: a source, document, passage, claim or check
 *
 * Finds every claim, event and grade that leans on it.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID when the key belongs to something else, and with SL_STORE_ERROR.
 *
 * Returns: (transfer full)
 */
SlImpact *
sl_impact_new (SlCase  *a_case,
               SlId     id,
               GError **error)
{
  g_autoptr (SlImpact) self = g_new0 (SlImpact, 1);
  g_autoptr (GHashTable) passages = NULL;
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->claims = g_ptr_array_new_with_free_func (impact_claim_free);
  self->events = g_ptr_array_new_with_free_func (impact_event_free);
  self->passages = list_passages (a_case, id, error);
  if (self->passages == NULL)
    return NULL;

  passages = make_set (self->passages);
  for (guint i = 0; i < self->passages->len; i++)
    if (!append_claims (self, a_case, g_ptr_array_index (self->passages, i), passages, claims, error))
      return NULL;

  for (guint i = 0; i < self->claims->len; i++)
    if (!append_events (self, a_case, ((const SlImpactClaim *) g_ptr_array_index (self->claims, i))->claim->id, events, error))
      return NULL;

  return g_steal_pointer (&self);
}
