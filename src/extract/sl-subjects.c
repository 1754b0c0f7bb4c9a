/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-subjects.h"

/* A longer phrase at the beginning of a sentence is no subject. */
#define MAX_SUBJECT 24

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

  for (guint k = 0; k < 4 && dash == NULL; k++)
    {
      static const char *const dashes[] = { "—", "–", "-", "―" };

      if (sl_finder_is_text (finder, end - 1, dashes[k]))
        dash = dashes[k];
    }
  for (guint i = end - 1; dash != NULL && i > limit + 1; i--)
    if (sl_finder_is_text (finder, i - 1, dash) && finder->tokens->items[i - 1].spaced == finder->tokens->items[end - 1].spaced
        && (i > 1 && (finder->tokens->items[i - 1].spaced || finder->tokens->items[i].spaced == finder->tokens->items[i - 1].spaced)))
      return i - 1;
  return 0;
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
  guint end = work->cue.first;
  SlRange found = { end, end };
  guint dash;

  if (end <= work->limit)
    return found;
  if (sl_finder_is (finder, end - 1, SL_CLASS_RELATIVE))
    return (SlRange) { end - 1, end };
  dash = find_dash_before (finder, end, work->limit);
  if (dash > work->limit)
    {
      found = sl_clauses_noun_before (&finder->clauses, dash, work->limit);
      if (!is_empty (found))
        found.end = end;
      return found;
    }
  return sl_clauses_noun_before (&finder->clauses, end, work->limit);
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
  if (first >= work->cue.first || sl_finder_in_quote (finder, first))
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
