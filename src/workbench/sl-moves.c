/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-moves.h"

#include "verify/sl-alignment.h"

struct _SlMoves
{
  SlCase     *a_case;  /* (unowned) */
  const char *text;    /* (unowned) */
  GHashTable *pairs;   /* (owned) (element-type SlId GPtrArray): of each earlier text, in its order */
};

static void
clear_pairs (gpointer pairs)
{
  g_clear_pointer ((GPtrArray **) &pairs, g_ptr_array_unref);
}

/**
 * sl_moves_new:
 * @text: the text of now; borrowed
 *
 * Returns: (transfer full): to be used while @a_case and @text are there
 */
SlMoves *
sl_moves_new (SlCase     *a_case,
              const char *text)
{
  SlMoves *self = g_new0 (SlMoves, 1);

  self->a_case = a_case;
  self->text = text;
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, clear_pairs);

  return self;
}

/**
 * sl_moves_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_moves_free (SlMoves *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->pairs);
  g_free (self);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const SlAlignedPair *first = *(const SlAlignedPair *const *) a;
  const SlAlignedPair *second = *(const SlAlignedPair *const *) b;

  return first->before_start_cp < second->before_start_cp ? -1 : first->before_start_cp > second->before_start_cp;
}

/* Returns: (transfer full) (nullable): what stood before, in its order */
static GPtrArray *
lay_beside (SlMoves *self,
            SlId     before_id)
{
  g_autofree char *text = sl_case_load_text (self->a_case, before_id, NULL);
  GPtrArray *pairs = text != NULL ? sl_alignment_compare (text, self->text, NULL, NULL, NULL) : NULL;

  for (guint i = pairs != NULL ? pairs->len : 0; i > 0; i--)
    if (((const SlAlignedPair *) g_ptr_array_index (pairs, i - 1))->state == SL_ALIGNED_ADDED)
      g_ptr_array_remove_index_fast (pairs, i - 1);
  if (pairs != NULL)
    g_ptr_array_sort (pairs, compare_pairs);

  return pairs;
}

static GPtrArray *
get_pairs (SlMoves *self,
           SlId     before_id)
{
  gpointer pairs = NULL;

  if (!g_hash_table_lookup_extended (self->pairs, &before_id, NULL, &pairs))
    {
      pairs = lay_beside (self, before_id);
      g_hash_table_insert (self->pairs, g_memdup2 (&before_id, sizeof before_id), pairs);
    }

  return pairs;
}

/* Returns: (nullable): the pair whose paragraph before holds the code point */
static const SlAlignedPair *
find_pair (GPtrArray *pairs,
           gsize      at_cp)
{
  guint low = 0;
  guint high = pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const SlAlignedPair *pair = g_ptr_array_index (pairs, middle);

      if (at_cp < pair->before_start_cp)
        high = middle;
      else if (at_cp >= pair->before_end_cp)
        low = middle + 1;
      else
        return pair;
    }

  return NULL;
}

/**
 * sl_moves_has:
 * @before_id: the document that words are from
 * @before_cp: where they stood there
 * @now_cp: where they stand in the text of now
 *
 * The paragraphs of both texts are laid beside each other: words that stand for themselves in the paragraph that
 * stands for theirs are where they were, however much was put in or taken out around it.
 *
 * Returns: whether they stand elsewhere now; %FALSE too where the text before cannot be loaded
 */
gboolean
sl_moves_has (SlMoves *self,
              SlId     before_id,
              gsize    before_cp,
              gsize    now_cp)
{
  GPtrArray *pairs = get_pairs (self, before_id);
  const SlAlignedPair *pair = pairs != NULL ? find_pair (pairs, before_cp) : NULL;

  return pair != NULL && (pair->state == SL_ALIGNED_MOVED || now_cp < pair->after_start_cp || now_cp >= pair->after_end_cp);
}
