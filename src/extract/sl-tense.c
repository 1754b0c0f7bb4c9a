/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-tense.h"

#include <string.h>

/* How far a verb may stand from a time and still tell its tense. */
#define TENSE_TOKENS 14

/* How far behind the beginning of "will be" its participle may stand: "will be formally signed". */
#define PARTICIPLE_TOKENS 3

/* The shortest word that its ending alone makes a verb: "need" and "bed" are none. */
#define MIN_VERB_BYTES 5

typedef struct
{
  const SlTokens  *tokens;
  const SlLexicon *lexicon;
  const char *const *future_endings;  /* (unowned) (nullable) */
  const char *const *past_endings;    /* (unowned) (nullable) */
} Search;

/* "The service will be held": what looks like a past is a participle behind a future of two words, but not in "the will was signed". */
static gboolean
is_future_participle (const Search *search,
                      guint         i)
{
  for (guint back = 1; back <= MIN (PARTICIPLE_TOKENS, i); back++)
    {
      if (search->tokens->items[i - back].kind != SL_TOKEN_WORD)
        return FALSE;
      if (sl_tokens_match (search->tokens, search->lexicon, i - back, SL_CLASS_FUTURE_MARKER, NULL) > 1)
        return TRUE;
    }
  return FALSE;
}

/* "Headed", "rallied": verbs that no list needs to name. Names such as "United" are written with a capital. */
static gboolean
has_ending (const Search         *search,
            const SlToken        *token,
            const char    *const *endings)
{
  gsize size = token->end - token->start;
  const char *end = search->tokens->text + token->end;

  if (endings == NULL || token->kind != SL_TOKEN_WORD || token->capital || size < MIN_VERB_BYTES)
    return FALSE;
  for (guint i = 0; endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (size > length && memcmp (end - length, endings[i], length) == 0 && end[-(gssize) length - 1] != endings[i][0])
        return TRUE;
    }
  return FALSE;
}

/* "It had been due to expire on Friday": what looks ahead is part of a longer phrase of the past. */
static gboolean
is_inside_past (const Search *search,
                guint         i)
{
  for (guint back = 1; back <= MIN (PARTICIPLE_TOKENS, i); back++)
    if (sl_tokens_match (search->tokens, search->lexicon, i - back, SL_CLASS_PAST_MARKER, NULL) > back)
      return TRUE;
  return FALSE;
}

/* Some markers tell the tense only near the time: @gap words at most stand between. Behind the time that is @gap itself. */
static gboolean
has_marker (const Search *search,
            guint         i,
            SlClass       class_,
            guint         gap,
            gboolean      before)
{
  const SlLexEntry *entry = NULL;
  guint count = sl_tokens_match (search->tokens, search->lexicon, i, class_, &entry);

  if (count == 0 || entry->value <= 0)
    return count > 0;
  return before ? gap + 1 < count + entry->value : gap < entry->value;
}

static SlTense
tense_at (const Search *search,
          guint         i,
          guint         gap,
          gboolean      before)
{
  if (has_marker (search, i, SL_CLASS_FUTURE_MARKER, gap, before))
    return is_inside_past (search, i) ? SL_TENSE_PAST : SL_TENSE_FUTURE;
  if (has_ending (search, &search->tokens->items[i], search->future_endings))
    return SL_TENSE_FUTURE;
  if (has_marker (search, i, SL_CLASS_PAST_MARKER, gap, before) || has_ending (search, &search->tokens->items[i], search->past_endings))
    return is_future_participle (search, i) ? SL_TENSE_FUTURE : SL_TENSE_PAST;
  return SL_TENSE_UNKNOWN;
}

/* "Until Friday they had not called": a verb whose past lies before another. It may not stand beside the bound, as in "he had until Friday". */
static gboolean
has_pluperfect (const Search     *search,
                const SlMatch    *match,
                const SlSentence *sentence)
{
  for (guint i = MAX (sentence->first, match->first - MIN (match->first, TENSE_TOKENS)); i < MIN (sentence->end, match->end + TENSE_TOKENS); i++)
    {
      const SlLexEntry *entry = NULL;

      if (i + 2 != match->first && sl_tokens_match (search->tokens, search->lexicon, i, SL_CLASS_PAST_MARKER, &entry) > 0 && entry->value < 0)
        return TRUE;
    }
  return FALSE;
}

/* "Extended until Friday", "by Friday": what ends with a time looks ahead to it, whatever the verb. */
static gboolean
looks_ahead (const Search     *search,
             const SlMatch    *match,
             const SlSentence *sentence)
{
  for (guint back = 1; back <= MIN (PARTICIPLE_TOKENS, match->first); back++)
    {
      const SlLexEntry *entry = NULL;

      if (sl_tokens_match (search->tokens, search->lexicon, match->first - back, SL_CLASS_BOUND, &entry) == back && entry->value < 0)
        return !has_pluperfect (search, match, sentence);
    }
  return FALSE;
}

/* "Ahead of Friday": words of two that tell the future and end where the time begins. */
static gboolean
is_announced (const Search  *search,
              const SlMatch *match)
{
  return match->first > 1
         && sl_tokens_match (search->tokens, search->lexicon, match->first - 2, SL_CLASS_FUTURE_MARKER, NULL) == 2;
}

/* "Before Friday's vote": what tells the past right behind the time is part of it. */
static gboolean
is_owner (const Search  *search,
          const SlMatch *match)
{
  const SlLexEntry *entry = NULL;

  return sl_tokens_match (search->tokens, search->lexicon, match->end, SL_CLASS_PAST_MARKER, &entry) > 0 && entry->value == 1;
}

/**
 * sl_tense_find:
 * @tokens: a text
 * @language: its language
 * @match: a time in it
 * @sentence: the sentence it stands in
 *
 * Tells which way the verb beside a time points. The verb nearest to the time decides.
 *
 * Returns: the tense; %SL_TENSE_UNKNOWN with no verb in reach
 */
SlTense
sl_tense_find (const SlTokens   *tokens,
               const SlLanguage *language,
               const SlMatch    *match,
               const SlSentence *sentence)
{
  Search search = { tokens, sl_language_get_lexicon (language), sl_language_get_future_endings (language), sl_language_get_past_endings (language) };

  if (is_announced (&search, match))
    return SL_TENSE_FUTURE;
  if (is_owner (&search, match))
    return SL_TENSE_PAST;
  if (looks_ahead (&search, match, sentence))
    return SL_TENSE_FUTURE;
  for (guint gap = 0; gap < TENSE_TOKENS; gap++)
    {
      SlTense tense = SL_TENSE_UNKNOWN;

      if (match->first > sentence->first + gap)
        tense = tense_at (&search, match->first - gap - 1, gap, TRUE);
      if (tense == SL_TENSE_UNKNOWN && match->end + gap < sentence->end)
        tense = tense_at (&search, match->end + gap, gap, FALSE);
      if (tense != SL_TENSE_UNKNOWN)
        return tense;
    }
  return SL_TENSE_UNKNOWN;
}
