/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-subjects.h"

#include "extract/sl-relays.h"
#include "extract/sl-verb-use.h"

/* A longer phrase at the beginning of a sentence is no subject. */
#define MAX_SUBJECT 24

/* What is put in between commas has at most so many tokens, a relative clause without commas so many. */
#define MAX_INSERTION 60
#define MAX_INSERTIONS 6
#define MAX_RELATIVE 10

/* "R-Ky.", "Mo." and the like have at most so many. */
#define MAX_SHORT 4

static gboolean
is_empty (SlRange range)
{
  return range.first >= range.end;
}

/* "Prokop — who leads the town — said": index of the dash that opens what the one before @end closes; 0 when there is none. */
static guint
find_dash_before (const SlFinder *finder,
                  guint           end,
                  guint           limit)
{
  const char *dash = NULL;

  if (finder->tokens->items[end - 1].kind != SL_TOKEN_MARK)
    return 0;
  for (guint k = 0; k < 4 && dash == NULL; k++)
    {
      static const char *const dashes[] = { "—", "–", "-", "―" };

      if (sl_finder_is_text (finder, end - 1, dashes[k]))
        dash = dashes[k];
    }
  for (guint i = end - 1; dash != NULL && i > limit + 1 && i + MAX_INSERTION > end; i--)
    if (sl_finder_is_text (finder, i - 1, dash) && finder->tokens->items[i - 1].spaced == finder->tokens->items[end - 1].spaced
        && (i > 1 && (finder->tokens->items[i - 1].spaced || finder->tokens->items[i].spaced == finder->tokens->items[i - 1].spaced)))
      return i - 1;
  return 0;
}

/* ---- what is put in between commas ------------------------------------------------------------------------------ */

static gboolean
is_small_words (const SlFinder *finder,
                guint           first,
                guint           end)
{
  for (guint i = first; i < end; i++)
    if ((finder->clauses.places[i] & SL_PLACE_TIME) == 0 && !sl_finder_is (finder, i, SL_CLASS_PREPOSITION) && !sl_clauses_is_adverb (&finder->clauses, i))
      return FALSE;
  return TRUE;
}

/* "the mayor of Lund", "63", "who leads it", "when asked", "R-Ky." */
static gboolean
looks_inserted (const SlFinder *finder,
                guint           first,
                guint           end)
{
  guint i = first;

  if (sl_clauses_begins_apposition (&finder->clauses, first) || sl_finder_is (finder, first, SL_CLASS_PREPOSITION) || sl_finder_is (finder, first, SL_CLASS_CONJUNCTION)
      || is_small_words (finder, first, end) || (!finder->tokens->items[first].capital && sl_clauses_is_verb (&finder->clauses, first)))
    return TRUE;
  while (i < end && (finder->tokens->items[i].capital || finder->tokens->items[i].kind != SL_TOKEN_WORD))
    i++;
  return i == end && end - first <= MAX_SHORT;
}

/* The first token behind the comma before @end, or @limit. */
static guint
find_segment (const SlFinder *finder,
              guint           end,
              guint           limit)
{
  for (guint i = end; i > limit; i--)
    {
      if (sl_finder_in_quote (finder, i - 1) || finder->tokens->items[i - 1].kind == SL_TOKEN_NEWLINE)
        return i;
      if (sl_finder_is_text (finder, i - 1, ",") && finder->tokens->items[i].spaced)
        return i;
    }
  return limit;
}

/* Whether the phrase is no object of a verb before it. */
static gboolean
is_free (const SlFinder *finder,
         SlRange         noun,
         guint           limit)
{
  return noun.first <= limit || !sl_clauses_is_verb (&finder->clauses, noun.first - 1) || finder->tokens->items[noun.first - 1].capital;
}

/* "Ana Prokop, 63, the mayor of Lund, said": the phrase before what is put in before the comma at @comma. */
static SlRange
find_before_insertion (const SlFinder *finder,
                       guint           comma,
                       guint           limit)
{
  SlRange best = { comma + 1, comma + 1 };
  guint end = comma, first = find_segment (finder, comma, limit);
  gboolean small = is_small_words (finder, first, comma);

  for (guint k = 0; k < MAX_INSERTIONS && first > limit + 1 && comma - first < MAX_INSERTION && sl_finder_is_text (finder, first - 1, ",") && looks_inserted (finder, first, end); k++)
    {
      SlRange noun;

      end = first - 1;
      first = find_segment (finder, end, limit);
      noun = sl_clauses_noun_before (&finder->clauses, end, first);
      if (is_empty (noun) || is_small_words (finder, first, end))
        continue;
      if (looks_inserted (finder, first, end) ? noun.first == first : is_free (finder, noun, limit))
        best = (SlRange) { noun.first, small ? end : comma + 1 };
    }
  return best;
}

/* "The people who have seen it say": the phrase which a relative clause without commas tells more of. */
static SlRange
reach_over_relative (const SlFinder *finder,
                     SlRange         found,
                     guint           limit)
{
  for (guint i = found.first; i > limit + 1 && i + MAX_RELATIVE > found.first; i--)
    {
      SlRange noun;

      if (finder->tokens->items[i - 1].kind != SL_TOKEN_WORD || sl_finder_in_quote (finder, i - 1))
        return found;
      if (!sl_finder_is (finder, i - 1, SL_CLASS_RELATIVE) && !sl_finder_is (finder, i - 1, SL_CLASS_CONJUNCTION))
        continue;
      if (sl_clauses_is_verb (&finder->clauses, i - 2) || sl_finder_is (finder, i - 2, SL_CLASS_CUE_NOUN) || finder->tokens->items[i - 2].kind != SL_TOKEN_WORD)
        return found;
      noun = sl_clauses_noun_before (&finder->clauses, i - 1, limit);
      return is_empty (noun) ? found : (SlRange) { noun.first, found.end };
    }
  return found;
}

/* "The mayor on Wednesday said" */
static guint
skip_time (const SlFinder *finder,
           guint           end,
           guint           limit)
{
  guint i = end;

  while (i > limit && (finder->clauses.places[i - 1] & SL_PLACE_TIME) != 0)
    i--;
  if (i < end && i > limit && sl_finder_is (finder, i - 1, SL_CLASS_PREPOSITION))
    i--;
  return i > limit ? i : end;
}

/* "“…,” retired general Marek Zobel said": a verb that begins the phrase. */
static gboolean
is_participle (const SlFinder *finder,
               SlRange         found,
               guint           limit)
{
  return !is_empty (found) && found.first > limit && !sl_finder_in_quote (finder, found.first - 1) && sl_clauses_is_verb (&finder->clauses, found.first - 1)
         && !sl_finder_is (finder, found.first - 1, SL_CLASS_AUXILIARY) && sl_finder_quote_ending_at (finder, found.first - 1) != NULL;
}

/**
 * sl_subjects_find:
 * @finder: a text
 * @work: a verb with its auxiliaries
 *
 * Finds the subject right before a verb: a phrase with what is put in between commas or
 * dashes, or the relative pronoun that stands for it.
 *
 * Returns: its tokens, an empty range when there is none
 */
SlRange
sl_subjects_find (const SlFinder  *finder,
                  const SlCueCase *work)
{
  guint end = sl_relays_skip_back (finder, work->cue.first, work->limit);
  SlRange found = { end, end };
  guint dash;

  end = skip_time (finder, end, work->limit);
  if (end <= work->limit)
    return found;
  if (sl_finder_is (finder, end - 1, SL_CLASS_RELATIVE))
    return (SlRange) { end - 1, end };
  if (sl_finder_is_text (finder, end - 1, ","))
    return find_before_insertion (finder, end - 1, work->limit);
  dash = find_dash_before (finder, end, work->limit);
  if (dash > work->limit)
    {
      found = sl_clauses_noun_before (&finder->clauses, dash, work->limit);
      if (!is_empty (found))
        found.end = end;
      return found;
    }
  found = sl_clauses_noun_before (&finder->clauses, end, work->limit);
  if (is_participle (finder, found, work->limit))
    return (SlRange) { found.first - 1, found.end };
  if (is_empty (found) && end > work->limit + 2 && sl_clauses_is_verb (&finder->clauses, end - 1) && !sl_finder_is (finder, end - 1, SL_CLASS_AUXILIARY)
      && sl_verb_use_is_plural (&finder->clauses, end - 2))
    return (SlRange) { sl_clauses_noun_before (&finder->clauses, end - 1, work->limit).first, end };
  if (is_empty (found) || (found.first > work->limit && sl_clauses_is_verb (&finder->clauses, found.first - 1)))
    return reach_over_relative (finder, found, work->limit);
  return found;
}

/* ---- subjects of the clause before ------------------------------------------------------------------------------ */

/* "After announcing the plan, the mayor left": the subject stands behind the comma. */
static SlRange
find_main (const SlFinder  *finder,
           const SlCueCase *work)
{
  for (guint i = work->next; i + 1 < work->stop && i < work->next + MAX_INSERTION; i++)
    if (sl_finder_is_text (finder, i, ",") && !sl_finder_in_quote (finder, i))
      return sl_clauses_noun_after (&finder->clauses, i + 1, work->stop, FALSE);
  return (SlRange) { work->cue.first, work->cue.first };
}

/* The phrase that the clause which @work stands in begins with, behind "In 2010," and the like. */
static SlRange
find_first (const SlFinder  *finder,
            const SlCueCase *work)
{
  guint first = sl_finder_strip_start (finder, work->limit, work->cue.first);
  SlRange none = { work->cue.first, work->cue.first }, found;

  if (first < work->cue.first && (sl_finder_is (finder, first, SL_CLASS_PREPOSITION) || sl_finder_is (finder, first, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, first, SL_CLASS_ADVERB) || (finder->clauses.places[first] & SL_PLACE_TIME) != 0))
    while (first < work->cue.first && !sl_finder_is_text (finder, first++, ","))
      ;
  while (first < work->cue.first && sl_finder_is (finder, first, SL_CLASS_JOINER))
    first++;
  if (first >= work->cue.first)
    return find_main (finder, work);
  if (sl_finder_in_quote (finder, first))
    return none;
  found = sl_clauses_noun_after (&finder->clauses, first, work->cue.first, FALSE);
  return found.end - found.first <= MAX_SUBJECT && found.end < work->cue.first ? found : none;
}

/**
 * sl_subjects_take_over:
 * @finder: a text
 * @work: a verb without a subject of its own, as in "…, adding that" or "… and said"
 *
 * Finds the subject of the clause before, which is the verb's too.
 *
 * Returns: its tokens, an empty range when there is none
 */
SlRange
sl_subjects_take_over (const SlFinder  *finder,
                       const SlCueCase *work)
{
  for (guint i = finder->found->len; i > finder->in_sentence; i--)
    {
      const SlAttribution *before = g_ptr_array_index (finder->found, i - 1);
      SlRange source;

      if (before->source->len == 0)
        continue;
      source.first = sl_tokens_find (finder->tokens, g_array_index (before->source, SlSpan, 0).start);
      source.end = sl_tokens_find (finder->tokens, g_array_index (before->source, SlSpan, 0).end - 1) + 1;
      if (source.first >= work->limit && source.end <= work->cue.first)
        return source;
    }
  return find_first (finder, work);
}
