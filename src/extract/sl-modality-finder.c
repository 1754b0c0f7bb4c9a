/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-modality-finder.h"

/* So many tokens of what somebody says are looked at: one sentence can hold the words of thousands. */
#define MAX_CONTENT 160

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

/* A denial outweighs a hedge, a hedge a condition, a condition a prediction, and a prediction a plan. */
static SlModality
weigh (const SlClauses     *clauses,
       guint                classes,
       const SlAttribution *inner)
{
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
  return weigh (clauses, find_classes (clauses, words), inner);
}

/* Notes the hedges of some words. */
static void
add_hedges (const SlClauses *clauses,
            SlRange          words,
            GArray          *hedges)
{
  guint i = words.first;

  while (i < words.end)
    {
      guint count = sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_HEDGE, NULL);

      if (count > 0 && i + count <= words.end)
        {
          SlSpan span = sl_clauses_get_span (clauses, (SlRange) { i, i + count });

          g_array_append_val (hedges, span);
        }
      i += MAX (count, 1);
    }
}

static void
mark (const SlClauses *clauses,
      SlAttribution   *attribution)
{
  guint classes = 0, room = MAX_CONTENT;

  attribution->hedges = g_array_new (FALSE, FALSE, sizeof (SlSpan));
  for (guint i = 0; i < attribution->content->len && room > 0; i++)
    {
      SlSpan span = g_array_index (attribution->content, SlSpan, i);
      SlRange words = { sl_tokens_find (clauses->tokens, span.start), 0 };

      for (words.end = words.first; words.end < clauses->tokens->count && clauses->tokens->items[words.end].start < span.end && room > 0; room--)
        words.end++;
      classes |= find_classes (clauses, words);
      add_hedges (clauses, words, attribution->hedges);
    }
  attribution->modality = weigh (clauses, classes, attribution);
}

/**
 * sl_modality_finder_mark:
 * @tokens: a text
 * @lexicon: the words of its language
 * @attributions: (element-type SlAttribution): what is filled in: modality and hedges
 *
 * Tells of each attribution how sure what is said is of itself, by its first 160 tokens, and which words make it less sure.
 */
void
sl_modality_finder_mark (const SlTokens  *tokens,
                         const SlLexicon *lexicon,
                         GPtrArray       *attributions)
{
  const SlClauses clauses = { .tokens = tokens, .lexicon = lexicon };

  for (guint i = 0; i < attributions->len; i++)
    mark (&clauses, g_ptr_array_index (attributions, i));
}
