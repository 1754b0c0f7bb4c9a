/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-origins.h"

/* Where no chain is known, whoever published the document is the origin of what it says. */
static char *
publisher (SlCase  *a_case,
           SlId     passage_id,
           GError **error)
{
  g_autoptr (SlPassage) passage = sl_case_get_passage (a_case, passage_id, error);
  g_autoptr (SlDocument) document = NULL;
  g_autoptr (SlSource) source = NULL;

  if (passage == NULL)
    return NULL;

  document = sl_case_get_document (a_case, passage->document_id, error);
  if (document == NULL)
    return NULL;

  source = sl_case_get_source (a_case, document->source_id, error);
  if (source == NULL)
    return NULL;

  if (source->outlet != NULL)
    return g_utf8_casefold (source->outlet, -1);

  return g_strdup_printf ("source %016" G_GINT64_MODIFIER "x", source->id);
}

/**
 * sl_origins_of_pin:
 *
 * Names where the chain of a pin ends, as a key that is equal for equal origins.
 *
 * Returns: (transfer full): the key, or %NULL with an error of the store
 */
char *
sl_origins_of_pin (SlCase       *a_case,
                   const SlPin  *pin,
                   GError      **error)
{
  g_return_val_if_fail (pin != NULL, NULL);

  if (pin->chain != NULL && pin->chain->len > 0)
    return sl_attribution_chain_origin (pin->chain);

  return publisher (a_case, pin->passage_id, error);
}

static gboolean
collect (SlCase      *a_case,
         SlId         claim_id,
         GHashTable  *keys,
         GError     **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = claim_id;
  pins = sl_case_list_pins (a_case, &query, error);
  if (pins == NULL)
    return FALSE;

  for (guint i = 0; i < pins->len; i++)
    {
      const SlPin *pin = g_ptr_array_index (pins, i);
      char *key;

      if (pin->stance != SL_STANCE_SUPPORTS)
        continue;

      key = sl_origins_of_pin (a_case, pin, error);
      if (key == NULL)
        return FALSE;
      g_hash_table_add (keys, key);
    }

  return TRUE;
}

static GPtrArray *
to_array (GHashTable *keys)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (array, g_strdup (key));

  return g_steal_pointer (&array);
}

/**
 * sl_origins_list:
 * @target_id: a claim, or an event with all its claims
 *
 * Finds the independent origins that the supporting passages lead to.
 *
 * Ten reprints of one report count once: what counts is where the chains end.
 *
 * Returns: (transfer full) (element-type utf8): distinct keys, or %NULL with an error of the store
 */
GPtrArray *
sl_origins_list (SlCase  *a_case,
                 SlId     target_id,
                 GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) claims = NULL;
  SlQuery query = SL_QUERY_ALL;

  if (g_strcmp0 (sl_case_what_is (a_case, target_id), "claim") == 0)
    return collect (a_case, target_id, keys, error) ? to_array (keys) : NULL;

  query.about = target_id;
  claims = sl_case_list_claims (a_case, &query, error);
  if (claims == NULL)
    return NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);

      if (!collect (a_case, claim->id, keys, error))
        return NULL;
    }

  return to_array (keys);
}
