/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-tagger.h"

#include "extract/sl-bound.h"
#include "extract/sl-extract-error.h"
#include "extract/sl-split.h"
#include "extract/sl-tense.h"
#include <string.h>

/* Longest phrase that decides whether the time after it is a bound: "no later than". */
#define BOUND_TOKENS 4

/* Further from a signal nothing begins that matters: neither a time, nor what takes the words of one away. */
#define SIGNAL_REACH (2 * SL_MATCH_MAX_TOKENS)

/* What stands no farther than this behind the beginning of a sentence opens it. */
#define OPENING_TOKENS 4

/* So many times with a year far from publication make a text a story of another time. */
#define NARRATIVE_TIMES 6

typedef struct
{
  const SlTokens   *tokens;
  const SlLanguage *language;
  const SlLexicon  *lexicon;
  const SlPatterns *patterns;
  const SlSignals  *signals;
  GArray           *kept;      /* (unowned) (element-type Kept) */
  GArray           *captures;  /* (unowned) (element-type SlPatternCapture): of all matches */
} Tagger;

/* A match without the room that its search needed. */
typedef struct
{
  SlAction action;
  SlJoin   join;        /* of a part behind the first: how it is joined to the one before */
  guint    first;
  guint    end;
  guint    sentence;
  guint    captures;    /* first in Tagger.captures */
  guint    n_captures;
} Kept;

static void
keep_part (Tagger        *tagger,
           const SlMatch *match,
           guint          sentence,
           SlJoin         join)
{
  Kept kept = { match->action, join, match->first, match->end, sentence, tagger->captures->len, match->n_captures };

  g_array_append_vals (tagger->captures, match->captures, match->n_captures);
  g_array_append_val (tagger->kept, kept);
}

static void
keep (Tagger        *tagger,
      const SlMatch *match,
      guint          sentence)
{
  SlMatch parts[SL_SPLIT_MAX];
  guint count;

  if (match->join == SL_JOIN_NONE)
    {
      keep_part (tagger, match, sentence, SL_JOIN_NONE);
      return;
    }
  count = sl_split_match (match, parts);
  for (guint i = 0; i < count; i++)
    keep_part (tagger, &parts[i], sentence, i > 0 ? match->join : SL_JOIN_NONE);
}

static void
get_match (const Tagger *tagger,
           guint         i,
           SlMatch      *match)
{
  const Kept *kept = &g_array_index (tagger->kept, Kept, i);

  match->action = kept->action;
  match->join = kept->join;
  match->first = kept->first;
  match->end = kept->end;
  match->rank = 0;
  match->n_captures = kept->n_captures;
  if (kept->n_captures > 0)
    memcpy (match->captures, &g_array_index (tagger->captures, SlPatternCapture, kept->captures), kept->n_captures * sizeof *match->captures);
}

/* "Lorvena Today", "This Week" and "the Daily Gazette" are names: a time is written with capitals only where a sentence begins. */
static gboolean
is_part_of_name (const Tagger  *tagger,
                 const SlMatch *match,
                 guint          limit)
{
  const SlToken *first = &tagger->tokens->items[match->first];
  const SlToken *before = match->first > limit ? first - 1 : NULL;
  const SlToken *last = &tagger->tokens->items[match->end - 1];

  if (before == NULL || !first->capital || match->n_captures == 0)
    return FALSE;
  switch ((int) match->captures[match->n_captures - 1].class_)
    {
    case SL_CLASS_RELATIVE_DAY:
      return match->action == SL_ACTION_RELATIVE && before->capital;
    case SL_CLASS_UNIT:
      return match->action == SL_ACTION_RELATIVE && last->capital && !sl_language_has_capital_nouns (tagger->language);
    case SL_CLASS_FREQUENCY:
      return before->capital || (match->end < tagger->tokens->count && last[1].capital);
    default:
      return FALSE;
    }
}

static void
match_sentence (Tagger           *tagger,
                const SlSentence *sentence,
                guint             index)
{
  guint i = sentence->first;
  guint signal = sl_signals_find (tagger->signals, tagger->tokens, i, sentence->end);

  while (signal < sentence->end)
    {
      SlMatch match;

      if (i + SIGNAL_REACH < signal)
        i = signal - SIGNAL_REACH;
      else if (i > signal)
        {
          signal = sl_signals_find (tagger->signals, tagger->tokens, i, sentence->end);
          continue;
        }

      /* Most tokens begin nothing: this is the whole cost of a sentence without a time. */
      if (!sl_patterns_match (tagger->patterns, tagger->tokens, i, &match)
          || match.end > sentence->end || is_part_of_name (tagger, &match, sentence->first))
        {
          i++;
          continue;
        }
      keep (tagger, &match, index);
      i = match.end;
    }
}

/* ---- the text as a whole --------------------------------------------------------------------- */

static gboolean
states_year (const Tagger *tagger,
             guint         i,
             gint64       *year)
{
  const Kept *kept = &g_array_index (tagger->kept, Kept, i);

  for (guint k = kept->captures; k < kept->captures + kept->n_captures; k++)
    {
      const SlPatternCapture *capture = &g_array_index (tagger->captures, SlPatternCapture, k);

      if (capture->class_ != SL_CLASS_YEAR)
        continue;
      *year = capture->number.value;
      return TRUE;
    }
  return FALSE;
}

/* "Tuesday", "yesterday", "this week": what is only said near the day meant. */
static gboolean
is_deictic (const Tagger *tagger,
            guint         i)
{
  const Kept *kept = &g_array_index (tagger->kept, Kept, i);

  for (guint k = kept->captures; k < kept->captures + kept->n_captures; k++)
    {
      const SlPatternCapture *capture = &g_array_index (tagger->captures, SlPatternCapture, k);

      if (capture->class_ == SL_CLASS_RELATIVE_DAY || (capture->class_ == SL_CLASS_WEEKDAY && kept->n_captures == 1))
        return TRUE;
      if (capture->class_ == SL_CLASS_DIRECTION && kept->action == SL_ACTION_RELATIVE && (capture->entry->value == 0 || capture->entry->value == -1))
        return TRUE;
    }
  return FALSE;
}

/* A history names more years far from its publication than near it, and hardly ever a bare weekday. */
static gboolean
is_narrative (const Tagger     *tagger,
              const SlResolver *known)
{
  gint64 present = known->has_reference ? known->reference.year : sl_day_from_seconds (known->now).year;
  guint far = 0, near = 0, deictic = 0;

  for (guint i = 0; i < tagger->kept->len; i++)
    {
      gint64 year;

      if (is_deictic (tagger, i))
        deictic++;
      else if (!states_year (tagger, i, &year))
        continue;
      else if (ABS (year - present) > 2)
        far++;
      else
        near++;
    }
  return far >= NARRATIVE_TIMES && far > 3 * (near + deictic) && far >= 4 * deictic && (near == 0 || far * 12 > tagger->kept->len);
}

static void
find_carrier (const Tagger *tagger,
              SlResolver   *known)
{
  for (guint i = 0; i < tagger->kept->len && !known->has_carrier; i++)
    {
      SlMatch match;

      get_match (tagger, i, &match);
      known->has_carrier = sl_resolver_is_fixed (known, &match, &known->carrier);
    }
}

/* What a word before the match makes of it: negative for "before", positive for "since", 0 for neither. An article
 * may stand between. The longest phrase decides: "the first time since" tells when, not since when. */
static int
find_bound (const Tagger  *tagger,
            const SlMatch *match)
{
  guint end = match->first;
  int side = 0;

  if (end > 0 && sl_tokens_match (tagger->tokens, tagger->lexicon, end - 1, SL_CLASS_DETERMINER, NULL) == 1)
    end--;
  for (guint back = 1; back <= BOUND_TOKENS && back <= end; back++)
    {
      const SlLexEntry *entry = NULL;

      if (sl_tokens_match (tagger->tokens, tagger->lexicon, end - back, SL_CLASS_BOUND, &entry) == back)
        side = (int) entry->value;
    }
  return side;
}

/* A story goes on from the times that its sentences begin with or that are of days and months: "the treaty of 1936" deep in a sentence does not move it. */
static gboolean
is_aside (const SlResolver *before,
          const SlResolver *after,
          const SlMatch    *match,
          const SlSentence *sentence)
{
  return before->has_focus && after->focus_unit >= SL_UNIT_YEAR && match->first > sentence->first + OPENING_TOKENS;
}

static SlTimex *
resolve (const Tagger     *tagger,
         SlResolver       *known,
         const SlMatch    *match,
         const SlSentence *sentence)
{
  SlResolver before = *known;
  SlTimex *timex = match->action == SL_ACTION_NONE ? NULL : sl_resolver_resolve (known, match, sl_tense_find (tagger->tokens, tagger->language, match, sentence));
  int bound;

  if (timex == NULL)
    return NULL;
  timex->span.start = tagger->tokens->items[match->first].start;
  timex->span.end = tagger->tokens->items[match->end - 1].end;
  bound = find_bound (tagger, match);
  if (bound != 0)
    sl_bound_apply (timex, bound);
  if (is_aside (&before, known, match, sentence))
    {
      known->has_focus = before.has_focus;
      known->focus = before.focus;
      known->focus_unit = before.focus_unit;
    }
  return timex;
}

/* "14. und 15. Juli", "14 or 15 July": the times from index @first on, when @match is a part of a list and the next one is not. */
static void
close_list (const Tagger  *tagger,
            GPtrArray     *times,
            guint          first,
            const SlMatch *match)
{
  const SlLexEntry *joiner = NULL;
  gboolean either = FALSE;

  for (guint i = match->first; i > 0 && i + 2 > match->first; i--)
    either |= sl_tokens_match (tagger->tokens, tagger->lexicon, i - 1, SL_CLASS_JOINER, &joiner) > 0 && strcmp (joiner->text, "or") == 0;
  if (first + 1 < times->len)
    sl_bound_list (times, first, either);
}

static gboolean
is_list_part (const Tagger *tagger,
              guint         i)
{
  return i < tagger->kept->len && g_array_index (tagger->kept, Kept, i).join == SL_JOIN_LIST;
}

/**
 * sl_tagger_find:
 * @tokens: a text
 * @sentences: (element-type SlSentence): its sentences
 * @language: its language
 * @known: what is known of its publication
 *
 * Finds the temporal expressions of a text and places them on the calendar.
 *
 * Each token is looked at once, the grammar runs only in sentences with a digit or a word of
 * time (see #SlSignals) and there only where a pattern can begin, and no expression is longer than %SL_MATCH_MAX_TOKENS tokens: the cost is linear.
 *
 * Returns: (transfer full) (nullable) (element-type SlTimex): the times, in text order, not overlapping;
 *   %NULL when there are more than sl_extract_get_max_found() of its length
 */
GPtrArray *
sl_tagger_find (const SlTokens   *tokens,
                const GArray     *sentences,
                const SlLanguage *language,
                const SlResolver *known)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_timex_free);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GArray) captures = g_array_new (FALSE, FALSE, sizeof (SlPatternCapture));
  Tagger tagger = { tokens, language, sl_language_get_lexicon (language), sl_language_get_patterns (language), sl_language_get_signals (language), kept, captures };
  SlResolver state = *known;
  const guint most = sl_extract_get_max_found (tokens->length);
  guint list = 0;

  for (guint i = 0; i < sentences->len && kept->len <= most; i++)
    match_sentence (&tagger, &g_array_index (sentences, SlSentence, i), i);
  if (kept->len > most)
    return NULL;
  find_carrier (&tagger, &state);
  state.narrative = is_narrative (&tagger, &state);

  for (guint i = 0; i < kept->len; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, g_array_index (kept, Kept, i).sentence);
      SlMatch match;
      SlTimex *timex;

      if (i == 0 || g_array_index (kept, Kept, i - 1).sentence != g_array_index (kept, Kept, i).sentence)
        state.has_near = FALSE;
      get_match (&tagger, i, &match);
      timex = resolve (&tagger, &state, &match, sentence);
      if (timex == NULL)
        continue;
      if (match.join == SL_JOIN_RANGE && times->len > 0)
        sl_bound_join (g_ptr_array_index (times, times->len - 1), timex);
      g_ptr_array_add (times, timex);
      /* "the night of Saturday to Sunday" is no set of days. */
      if (match.join != SL_JOIN_LIST || match.action != SL_ACTION_DATE)
        list = times->len - 1;
      else if (!is_list_part (&tagger, i + 1))
        close_list (&tagger, times, list, &match);
    }
  return g_steal_pointer (&times);
}
