/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-speaker-check.h"

/* "thanked the firemen": a verb with its object; "wounded soldiers" is none. */
static gboolean
is_verb_with_object (const SlClauses *clauses,
                     guint            i)
{
  return sl_clauses_is_verb (clauses, i)
         && (sl_clauses_is (clauses, i + 1, SL_CLASS_DETERMINER) || sl_clauses_is (clauses, i + 1, SL_CLASS_POSSESSIVE)
             || sl_clauses_is (clauses, i + 1, SL_CLASS_CONJUNCTION) || sl_clauses_is (clauses, i + 1, SL_CLASS_PREPOSITION));
}

/* Words with which no name of a speaker begins: they belong to the clause around it. */
static gboolean
begins_no_name (const SlClauses *clauses,
                guint            i)
{
  const SlToken *token = &clauses->tokens->items[i];

  if (token->kind == SL_TOKEN_NUMBER)
    return token->word == 0;
  return !token->capital && !sl_clauses_is (clauses, i, SL_CLASS_DETERMINER) && !sl_clauses_is (clauses, i, SL_CLASS_UNNAMED)
         && !sl_clauses_is (clauses, i, SL_CLASS_ROLE) && !sl_clauses_is (clauses, i, SL_CLASS_DOCUMENT_NOUN)
         && (sl_clauses_is (clauses, i, SL_CLASS_SUBORDINATOR) || sl_clauses_is (clauses, i, SL_CLASS_CONJUNCTION)
             || sl_clauses_is (clauses, i, SL_CLASS_PREPOSITION) || sl_clauses_is (clauses, i, SL_CLASS_ADVERB)
             || sl_clauses_is_adverb (clauses, i) || is_verb_with_object (clauses, i));
}

/* A word that can be, or name, somebody. */
static gboolean
names_somebody (const SlClauses *clauses,
                guint            i)
{
  const SlToken *token = &clauses->tokens->items[i];

  return token->kind == SL_TOKEN_WORD
         && (token->capital || sl_clauses_is (clauses, i, SL_CLASS_PRONOUN) || sl_clauses_is (clauses, i, SL_CLASS_UNNAMED)
             || sl_clauses_is (clauses, i, SL_CLASS_ROLE));
}

static gboolean
is_plausible (const SlClauses *clauses,
              SlSpan           words)
{
  const guint first = sl_tokens_find (clauses->tokens, words.start), end = sl_tokens_find (clauses->tokens, words.end - 1) + 1;
  gboolean somebody = !clauses->capital_nouns;

  if (begins_no_name (clauses, first) || sl_clauses_is (clauses, end - 1, SL_CLASS_ORDINAL_WORD))
    return FALSE;
  for (guint i = first; i < end && !somebody; i++)
    somebody = names_somebody (clauses, i);
  return somebody;
}

/**
 * sl_speaker_check_is_plausible:
 * @clauses: the text
 * @attribution: one of its attributions
 *
 * Whether the words that are said to name the speaker can do so. Where the grammar went wrong they begin with a verb,
 * a preposition or another word of the clause around them; a wrong speaker is worse than none.
 *
 * Returns: %FALSE when nobody should be named by them
 */
gboolean
sl_speaker_check_is_plausible (const SlClauses     *clauses,
                               const SlAttribution *attribution)
{
  if (attribution->source->len == 0)
    return TRUE;
  return is_plausible (clauses, g_array_index (attribution->source, SlSpan, 0));
}
