/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-origins.h"

#include <string.h>

/* Where a passage that supports a claim is published, and where its chain ends. */
typedef struct
{
  char *publisher;  /* (owned): as a key */
  char *origin;     /* (owned): as a key */
} Lead;

static void
lead_free (gpointer data)
{
  Lead *self = data;

  g_free (self->publisher);
  g_free (self->origin);
  g_free (self);
}

/* Whoever published the document of a passage, as a key. */
static char *
find_publisher (SlCase  *a_case,
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
    return sl_attribution_chain_origin_key (NULL, source->outlet);

  return g_strdup_printf ("source %016" G_GINT64_MODIFIER "x", source->id);
}

static Lead *
find_lead (SlCase       *a_case,
           const SlPin  *pin,
           GError      **error)
{
  char *publisher = find_publisher (a_case, pin->passage_id, error);
  Lead *lead;

  if (publisher == NULL)
    return NULL;

  lead = g_new0 (Lead, 1);
  lead->publisher = publisher;
  lead->origin = sl_attribution_chain_origin_key (pin->chain, publisher);
  return lead;
}

static gboolean
collect (SlCase     *a_case,
         SlId        claim_id,
         GPtrArray  *leads,
         GError    **error)
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
      Lead *lead;

      if (pin->stance != SL_STANCE_SUPPORTS)
        continue;

      lead = find_lead (a_case, pin, error);
      if (lead == NULL)
        return FALSE;
      g_ptr_array_add (leads, lead);
    }

  return TRUE;
}

/* ---- where leads lead to ------------------------------------------------------------------------ */

/* From whom an outlet has what it says, for each that has it from somebody else. */
static GHashTable *
make_steps (const GPtrArray *leads)
{
  GHashTable *steps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leads->len; i++)
    {
      const Lead *lead = g_ptr_array_index (leads, i);

      if (strcmp (lead->publisher, lead->origin) == 0)
        g_hash_table_add (own, lead->publisher);
      else
        g_hash_table_insert (steps, lead->publisher, lead->origin);
    }
  for (guint i = 0; i < leads->len; i++)
    {
      const Lead *lead = g_ptr_array_index (leads, i);

      /* An outlet that says so itself, too, is an origin. */
      if (g_hash_table_contains (own, lead->publisher))
        g_hash_table_remove (steps, lead->publisher);
    }
  return steps;
}

/*
 * Follows who has it from whom. A loop, "A has it from B, B from A", has one origin at most: the first
 * of its members in the order of their keys stands for it.
 */
static const char *
follow (GHashTable *steps,
        const char *origin)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *next = origin, *first;

  while (g_hash_table_add (seen, (gpointer) next) && g_hash_table_contains (steps, next))
    next = g_hash_table_lookup (steps, next);
  if (!g_hash_table_contains (steps, next))
    return next;
  first = next;
  for (const char *member = g_hash_table_lookup (steps, next); member != next && strcmp (member, next) != 0; member = g_hash_table_lookup (steps, member))
    if (strcmp (member, first) < 0)
      first = member;
  return first;
}

static GHashTable *
find_keys (const GPtrArray *leads)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) steps = make_steps (leads);

  for (guint i = 0; i < leads->len; i++)
    g_hash_table_add (keys, g_strdup (follow (steps, ((const Lead *) g_ptr_array_index (leads, i))->origin)));
  return keys;
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
 * Ten reprints of one report count once: what counts is where the chains end. Where a chain ends in an
 * outlet whose own passage has it from somebody else, it is followed on; outlets that have it from each other count once.
 *
 * Returns: (transfer full) (element-type utf8): distinct keys, or %NULL with an error of the store
 */
GPtrArray *
sl_origins_list (SlCase  *a_case,
                 SlId     target_id,
                 GError **error)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (lead_free);
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  SlQuery query = SL_QUERY_ALL;

  if (g_strcmp0 (sl_case_what_is (a_case, target_id), "claim") == 0)
    {
      if (!collect (a_case, target_id, leads, error))
        return NULL;
      keys = find_keys (leads);
      return to_array (keys);
    }

  query.about = target_id;
  claims = sl_case_list_claims (a_case, &query, error);
  if (claims == NULL)
    return NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);

      if (!collect (a_case, claim->id, leads, error))
        return NULL;
    }

  keys = find_keys (leads);
  return to_array (keys);
}
