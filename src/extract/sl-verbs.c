/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-verbs.h"

#include <string.h>

#include "extract/sl-relays.h"

/* So many tokens may tell where and when something was said, between the verb and what was said. */
#define CIRCUMSTANCE 14

static gboolean
means (const SlCueCase *work,
       const char      *mark)
{
  return strstr (work->meaning, mark) != NULL;
}

static gboolean
ends_clause (const SlFinder  *finder,
             const SlCueCase *work,
             guint            i)
{
  return i >= work->stop || finder->tokens->items[i].kind == SL_TOKEN_MARK
         || (finder->clauses.places[i] & SL_PLACE_TIME) != 0 || sl_finder_is (finder, i, SL_CLASS_PREPOSITION);
}

/* Nouns that look like verbs ("the report") and infinitives ("to say") introduce nothing. */
static gboolean
is_verb_here (const SlFinder  *finder,
              const SlCueCase *work)
{
  guint first = work->cue.first;

  /* "United States" has a name in it, not a verb. */
  if (finder->tokens->items[first].capital && first != work->limit && !sl_finder_in_quote (finder, first - 1))
    return FALSE;
  if (first == work->limit)
    return TRUE;
  if (sl_finder_is (finder, first - 1, SL_CLASS_DETERMINER) && sl_finder_is (finder, first, SL_CLASS_CUE_NOUN))
    return FALSE;
  return !sl_finder_is (finder, first - 1, SL_CLASS_PREPOSITION);
}

static void
find_subject (const SlFinder *finder,
              SlCueCase      *work)
{
  guint first;

  while (work->cue.first > work->limit && !sl_finder_in_quote (finder, work->cue.first - 1)
         && sl_clauses_is_adverb (&finder->clauses, work->cue.first - 1))
    work->cue.first--;
  first = sl_finder_strip_start (finder, work->limit, work->cue.first);
  if (first < work->cue.first && sl_finder_is_anaphor (finder, first, work->cue.first))
    {
      /* "This was reported by X" is looked at elsewhere; here it is "Про це повідомляє X". */
      work->anaphoric = TRUE;
      work->source = (SlRange) { work->cue.first, work->cue.first };
    }
  else
    work->source = sl_clauses_noun_before (&finder->clauses, work->cue.first, work->limit);
  if (work->source.first < work->source.end)
    return;
  /* "…," said X */
  if (work->anaphoric || sl_finder_quote_ending_at (finder, work->cue.first) != NULL || (work->cue.first > work->limit && sl_finder_is_text (finder, work->cue.first - 1, ",")))
    {
      work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
      work->inverted = work->source.first < work->source.end;
      if (work->inverted)
        work->next = work->source.end;
    }
}

/* "told reporters that", "told the paper: “…”" */
static void
skip_object (const SlFinder *finder,
             SlCueCase      *work)
{
  SlRange object;

  if (!means (work, "object") || means (work, "object-clause") || work->inverted)
    return;
  object = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
  if (object.end < work->stop && (sl_finder_is (finder, object.end, SL_CLASS_CONJUNCTION) || finder->tokens->items[object.end].kind == SL_TOKEN_MARK || sl_finder_in_quote (finder, object.end)))
    work->next = object.end;
  else if (object.end > object.first)
    work->next = sl_finder_is (finder, object.first, SL_CLASS_DETERMINER) ? MIN (object.first + 2, object.end) : object.first + 1;
}

/*
 * "said on Wednesday that", "said in a statement that", "told reporters in Lund: “…”":
 * what stands between the verb and the clause is passed over; words other than a time belong to the cue.
 */
static void
skip_circumstance (const SlFinder *finder,
                   SlCueCase      *work)
{
  guint i = work->next;
  gboolean timed = FALSE;

  while (!work->inverted && work->next + 1 < work->stop && sl_finder_is (finder, work->next, SL_CLASS_ADVERB))
    work->next++;
  i = work->next;
  if (work->inverted)
    return;
  while (i < work->stop && i < work->next + CIRCUMSTANCE && (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) || (finder->clauses.places[i] & SL_PLACE_TIME) != 0 || i > work->next)
         && !sl_finder_in_quote (finder, i) && finder->tokens->items[i].kind != SL_TOKEN_MARK
         && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) && !sl_finder_is (finder, i, SL_CLASS_CUE_VERB) && !sl_finder_is (finder, i, SL_CLASS_AUXILIARY))
    timed |= (finder->clauses.places[i++] & SL_PLACE_TIME) != 0;
  if (i == work->next || i >= work->stop)
    return;
  if (timed && (finder->clauses.places[i - 1] & SL_PLACE_TIME) == 0)
    {
      /* The time alone: "said Wednesday the dam would hold". */
      for (i = work->next; i < work->stop && (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) || (finder->clauses.places[i] & SL_PLACE_TIME) != 0); i++)
        ;
      if (i > work->next && (finder->clauses.places[i - 1] & SL_PLACE_TIME) != 0)
        work->next = i;
      return;
    }
  if (!timed && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) && !sl_finder_in_quote (finder, i) && !sl_finder_is_text (finder, i, ":"))
    return;
  if (!timed && work->next == work->cue.end)
    work->cue.end = i;
  work->next = i;
}

/* ", adding that": the speaker is the one of the clause before. */
static gboolean
takes_over_speaker (const SlFinder  *finder,
                    const SlCueCase *work,
                    SlAttribution   *attribution)
{
  const SlAttribution *before;

  if (finder->found->len - 1 <= finder->in_sentence || work->cue.first <= work->limit)
    return FALSE;
  if (!sl_finder_is_text (finder, work->cue.first - 1, ",") && !sl_finder_is (finder, work->cue.first - 1, SL_CLASS_JOINER))
    return FALSE;
  before = g_ptr_array_index (finder->found, finder->found->len - 2);
  if (before->source->len == 0)
    return FALSE;
  g_array_append_vals (attribution->source, before->source->data, before->source->len);
  return TRUE;
}

/* Whether what follows the verb is a clause that it can introduce. */
static gboolean
introduces (const SlFinder  *finder,
            const SlCueCase *work)
{
  gboolean comma = sl_finder_is_text (finder, work->next, ",");
  gboolean conjunction = sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION) || (comma && sl_finder_is (finder, work->next + 1, SL_CLASS_CONJUNCTION));
  gboolean quote = sl_finder_quote_starting_at (finder, work->next) != NULL;

  if (ends_clause (finder, work, work->next) && !quote && !sl_finder_is_text (finder, work->next, ":") && !sl_finder_is_text (finder, work->next, ","))
    return FALSE;
  if (conjunction || quote || sl_finder_is_text (finder, work->next, ":"))
    return TRUE;
  /* People who are quoted talk of knowing and saying much. */
  if (finder->nested)
    return FALSE;
  if (means (work, "that") || means (work, "quote"))
    return means (work, "quote") && work->next < work->stop && sl_finder_quote_after (finder, work->next) != NULL
           && sl_finder_quote_after (finder, work->next)->first < work->stop;
  if (finder->comma_clauses)
    return comma;
  return !comma;
}

static gboolean
add_passive (SlFinder  *finder,
             SlCueCase *work)
{
  SlAttribution *attribution;
  SlRange source;

  if (work->cue.end >= work->stop || !sl_finder_is (finder, work->cue.end, SL_CLASS_AGENT) || work->cue.first == work->cue.end - 1)
    return FALSE;
  source = sl_clauses_noun_after (&finder->clauses, work->cue.end + 1, work->stop, TRUE);
  if (source.first >= source.end)
    return FALSE;
  attribution = sl_finder_add_attribution (finder, source, (SlRange) { work->cue.first, work->cue.end + 1 });
  if (work->source.first < work->source.end && sl_finder_is_anaphor (finder, work->source.first, work->source.end))
    return sl_finder_add_content_of_anaphor (finder, work, attribution);
  sl_finder_add_range (finder, attribution->content, (SlRange) { sl_finder_strip_start (finder, work->limit, work->cue.first), work->cue.first });
  return TRUE;
}

/* "Who said" and "when told" name nobody. */
static gboolean
is_no_speaker (const SlFinder  *finder,
               const SlCueCase *work)
{
  guint first = work->source.first;

  return work->source.end == first + 1 && (sl_finder_is (finder, first, SL_CLASS_RELATIVE) || sl_finder_is (finder, first, SL_CLASS_CONJUNCTION));
}

/* "It was also reported that": nobody is named. */
static gboolean
is_impersonal (const SlFinder  *finder,
               const SlCueCase *work)
{
  const SlLexEntry *pronoun = NULL;

  return work->source.end == work->source.first + 1 && work->cue.end > work->cue.first + 1
         && sl_tokens_match (finder->tokens, finder->clauses.lexicon, work->source.first, SL_CLASS_PRONOUN, &pronoun) > 0
         && strcmp (pronoun->text, "n") == 0 && sl_finder_is (finder, work->cue.first, SL_CLASS_AUXILIARY)
         && sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION);
}

/* Fills in what is said; FALSE when the verb introduces nothing. */
static gboolean
add_verb_content (const SlFinder *finder,
                  SlCueCase      *work,
                  SlAttribution  *attribution)
{
  guint border = MIN (work->source.first, work->cue.first);
  gboolean left = sl_finder_quote_ending_at (finder, border) != NULL;

  if (work->anaphoric || sl_finder_is_anaphor (finder, work->next, work->stop))
    return sl_finder_add_content_of_anaphor (finder, work, attribution);
  if (left)
    {
      const SlQuote *more = sl_finder_quote_starting_at (finder, work->next);
      guint from = work->stop;

      sl_finder_add_content_before (finder, work, border, attribution);
      if (more != NULL && more->first < work->stop)
        {
          sl_finder_add_range (finder, attribution->content, (SlRange) { more->first, more->end });
          from = more->end;
        }
      sl_finder_add_following_quotes (finder, work->index, from, attribution);
      return TRUE;
    }
  if (!work->inverted && introduces (finder, work))
    return sl_finder_add_content_after (finder, work, attribution);
  return ends_clause (finder, work, work->next) && !means (work, "quote") && sl_finder_add_content_before (finder, work, border, attribution);
}

/**
 * sl_verbs_handle:
 * @finder: a text
 * @work: a verb that can say that something is said, with the part of the sentence it stands in
 *
 * Finds who says what with it, and adds the attribution if somebody does.
 */
void
sl_verbs_handle (SlFinder  *finder,
                 SlCueCase *work)
{
  SlAttribution *attribution;
  gboolean kept, impersonal = FALSE;

  if (!is_verb_here (finder, work))
    return;
  find_subject (finder, work);
  if (add_passive (finder, work))
    return;
  if (is_no_speaker (finder, work))
    return;
  skip_object (finder, work);
  skip_circumstance (finder, work);
  if (is_impersonal (finder, work))
    {
      work->cue.first = work->source.first;
      work->source.end = work->source.first;
      impersonal = TRUE;
    }
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  kept = impersonal || work->source.first < work->source.end || takes_over_speaker (finder, work, attribution);
  if (!kept || !add_verb_content (finder, work, attribution))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
  else
    sl_relays_link (finder, work, attribution);
}
