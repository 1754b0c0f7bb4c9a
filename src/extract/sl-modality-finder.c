/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-modality-finder.h"

/* The telling classes stand together; others have no bit. */
#define BIT(class_) ((class_) >= SL_CLASS_HEDGE && (class_) <= SL_CLASS_DENIAL ? 1u << ((class_) - SL_CLASS_HEDGE) : 0u)

static const guint telling_classes = BIT (SL_CLASS_DENIAL) | BIT (SL_CLASS_HEDGE) | BIT (SL_CLASS_CONDITION)
                                     | BIT (SL_CLASS_PREDICTION) | BIT (SL_CLASS_PLAN);

/* One bit for each class of words that a passage has, of those that tell how sure it is. */
static guint
find_classes (const SlClauses *clauses,
              SlRange          words)
{
  guint found = 0;

  for (guint i = words.first; i < words.end; i++)
    {
      const SlToken *token = &clauses->tokens->items[i];
      const GPtrArray *entries = token->kind != SL_TOKEN_NUMBER ? sl_lexicon_get_entries (clauses->lexicon, token->word) : NULL;

      for (guint k = 0; entries != NULL && k < entries->len; k++)
        {
          SlClass class_ = ((const SlLexEntry *) g_ptr_array_index (entries, k))->class_;

          if ((telling_classes & ~found & BIT (class_)) != 0 && sl_tokens_match (clauses->tokens, clauses->lexicon, i, class_, NULL) > 0)
            found |= BIT (class_);
        }
    }
  return found;
}

static gboolean
cue_means (const SlClauses     *clauses,
           const SlAttribution *attribution,
           const char          *meaning)
{
  SlSpan cue;

  if (attribution == NULL || attribution->cue->len == 0)
    return FALSE;
  cue = g_array_index (attribution->cue, SlSpan, 0);
  for (guint i = sl_tokens_find (clauses->tokens, cue.start); i < clauses->tokens->count && clauses->tokens->items[i].start < cue.end; i++)
    {
      const SlLexEntry *entry = NULL;

      if (sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_CUE_VERB, &entry) > 0
          && g_str_has_prefix (entry->text, meaning))
        return TRUE;
    }
  return FALSE;
}

/**
 * sl_modality_finder_find:
 * @clauses: a text
 * @words: an assertion in it
 * @inner: (nullable): who says it
 *
 * Tells how sure an assertion is of itself, by its own words and by the verb with which it is attributed. A denial outweighs a
 * hedge, a hedge a condition, a condition a prediction, and a prediction a plan.
 *
 * Returns: the modality
 */
SlModality
sl_modality_finder_find (const SlClauses     *clauses,
                         SlRange              words,
                         const SlAttribution *inner)
{
  guint classes = find_classes (clauses, words);

  if (cue_means (clauses, inner, "deny") || (classes & BIT (SL_CLASS_DENIAL)) != 0)
    return SL_MODALITY_DENIED;
  if (cue_means (clauses, inner, "allege") || (classes & BIT (SL_CLASS_HEDGE)) != 0)
    return SL_MODALITY_ALLEGED;
  if ((classes & BIT (SL_CLASS_CONDITION)) != 0)
    return SL_MODALITY_CONDITIONAL;
  if (cue_means (clauses, inner, "predict") || (classes & BIT (SL_CLASS_PREDICTION)) != 0)
    return SL_MODALITY_PREDICTED;
  if (cue_means (clauses, inner, "plan") || (classes & BIT (SL_CLASS_PLAN)) != 0)
    return SL_MODALITY_PLANNED;
  return SL_MODALITY_ASSERTED;
}
