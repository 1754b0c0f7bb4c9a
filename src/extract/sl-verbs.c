/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-verbs.h"

#include <string.h>

#include "extract/sl-nouns.h"
#include "extract/sl-passives.h"
#include "extract/sl-relays.h"
#include "extract/sl-subjects.h"
#include "extract/sl-verb-use.h"

/* So many tokens may tell where and when something was said, between the verb and what was said. */
#define CIRCUMSTANCE 14

/* What is told to somebody begins at most so many tokens behind the verb. */
#define MAX_OBJECT 12

static gboolean
means (const SlCueCase *work,
       const char      *mark)
{
  return strstr (work->meaning, mark) != NULL;
}

static gboolean
is_statement (const SlCueCase *work)
{
  return sl_verb_use_is_statement (work->meaning);
}

/* "He thinks", "to say", "would say": no saying that took place. */
static gboolean
is_told (const SlFinder  *finder,
         const SlCueCase *work)
{
  guint verb = work->cue.first;

  if (!is_statement (work) || means (work, ";thought"))
    return FALSE;
  while (verb + 1 < work->cue.end && !sl_finder_is (finder, verb, SL_CLASS_CUE_VERB))
    verb++;
  return sl_verb_use_get_form (work->meaning) != SL_VERB_BASE || verb == 0
         || !(sl_finder_is (finder, verb - 1, SL_CLASS_INFINITIVE) || sl_finder_is (finder, verb - 1, SL_CLASS_AUXILIARY));
}

static gboolean
is_conjunction (const SlFinder *finder,
                guint           i)
{
  return sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) || (sl_finder_is_text (finder, i, ",") && sl_finder_is (finder, i + 1, SL_CLASS_CONJUNCTION));
}

/* "Friday's decision", not "on Friday" */
static gboolean
is_time (const SlFinder *finder,
         guint           i)
{
  if ((finder->clauses.places[i] & SL_PLACE_TIME) == 0)
    return FALSE;
  while ((finder->clauses.places[i] & SL_PLACE_TIME) != 0)
    i++;
  return !sl_finder_is_text (finder, i, "'") && !sl_finder_is_text (finder, i, "’");
}

static gboolean
ends_clause (const SlFinder  *finder,
             const SlCueCase *work,
             guint            i)
{
  return i >= work->stop || finder->tokens->items[i].kind == SL_TOKEN_MARK
         || is_time (finder, i)
         || (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) && !sl_finder_is (finder, i, SL_CLASS_INFINITIVE));
}

/* Nouns that look like verbs ("the report") and infinitives ("to say") introduce nothing. */
static gboolean
is_verb_here (const SlFinder  *finder,
              const SlCueCase *work)
{
  guint first = work->cue.first;
  SlVerbForm form = sl_verb_use_get_form (work->meaning);

  /* "United States" has a name in it, not a verb. */
  if (finder->tokens->items[first].capital && (finder->clauses.places[first] & SL_PLACE_TITLE) == 0 && first != work->limit && !sl_finder_in_quote (finder, first - 1))
    return FALSE;
  if (first == work->limit)
    return form == SL_VERB_ANY || form == SL_VERB_PAST;
  if (form != SL_VERB_ANY)
    return sl_verb_use_is_verb (&finder->clauses, first, work->next, form);
  if (sl_finder_is (finder, first - 1, SL_CLASS_DETERMINER) && sl_finder_is (finder, first, SL_CLASS_CUE_NOUN))
    return FALSE;
  return !sl_finder_is (finder, first - 1, SL_CLASS_PREPOSITION);
}

/* ---- who ----------------------------------------------------------------------------------------------------- */

static gboolean
has_subject (const SlCueCase *work)
{
  return work->source.first < work->source.end;
}

/* "…, – пише X" */
static gboolean
is_comma_dash (const SlFinder *finder,
               guint           i)
{
  return i > 1 && sl_finder_is_text (finder, i - 2, ",") && (sl_finder_is_text (finder, i - 1, "–") || sl_finder_is_text (finder, i - 1, "—") || sl_finder_is_text (finder, i - 1, "-"));
}

/* Whether a verb follows the phrase right away. */
static gboolean
begins_clause (const SlFinder *finder,
               SlRange         noun)
{
  return sl_finder_is (finder, noun.end, SL_CLASS_AUXILIARY) || (sl_finder_is_text (finder, noun.end, "'") && !finder->tokens->items[noun.end].spaced)
         || (sl_finder_is_text (finder, noun.end, "’") && !finder->tokens->items[noun.end].spaced);
}

/* "…," said X */
static void
find_inverted (const SlFinder *finder,
               SlCueCase      *work)
{
  SlVerbForm form = sl_verb_use_get_form (work->meaning);
  /* "según confirmó X" */
  gboolean behind_phrase = work->cue.first > work->limit && sl_finder_is (finder, work->cue.first - 1, SL_CLASS_CUE_PHRASE);

  if (form == SL_VERB_BASE || form == SL_VERB_GERUND || (form != SL_VERB_ANY && work->cue.end > work->cue.first + 2))
    return;
  if (!work->anaphoric && !behind_phrase && sl_finder_quote_ending_at (finder, work->cue.first) == NULL
      && !(work->cue.first > work->limit && (sl_finder_is_text (finder, work->cue.first - 1, ",") || is_comma_dash (finder, work->cue.first)) && is_statement (work)))
    return;
  work->source = sl_clauses_noun_after (&finder->clauses, sl_finder_is (finder, work->next, SL_CLASS_WITHIN) ? work->next + 1 : work->next, work->stop, TRUE);
  /* "The mayor, in a letter, said he would go": who follows does something else. */
  if (form != SL_VERB_ANY && has_subject (work) && begins_clause (finder, work->source))
    work->source.end = work->source.first;
  work->inverted = has_subject (work);
  if (work->inverted)
    work->next = work->source.end;
  if (work->inverted && behind_phrase)
    work->cue.first--;
}

/* Whether the verb can have its subject in the clause before: ", adding", "and said". */
static gboolean
can_take_over (const SlFinder  *finder,
               const SlCueCase *work)
{
  guint first = work->cue.first;
  SlVerbForm form = sl_verb_use_get_form (work->meaning);

  if (first <= work->limit)
    return FALSE;
  if (sl_finder_is_text (finder, first - 1, ",") || sl_finder_is (finder, first - 1, SL_CLASS_JOINER))
    return form != SL_VERB_BASE;
  if (form == SL_VERB_GERUND && sl_finder_in_quote (finder, first - 1))
    return TRUE;
  return form == SL_VERB_GERUND && sl_finder_is (finder, first - 1, SL_CLASS_PREPOSITION);
}

/* "a letter saying that": what people write speaks. */
static SlRange
find_document (const SlFinder  *finder,
               const SlCueCase *work)
{
  SlRange noun = sl_subjects_find (finder, work);

  for (guint i = noun.first; i < noun.end; i++)
    if (sl_finder_is (finder, i, SL_CLASS_DOCUMENT_NOUN) || sl_finder_is (finder, i, SL_CLASS_CUE_NOUN))
      return noun;
  return (SlRange) { work->cue.first, work->cue.first };
}

/* "For some, the dam leaks, said Prokop.": nothing but a name stands behind the verb, up to the end. */
static gboolean
is_closed_by_speaker (const SlFinder  *finder,
                      const SlCueCase *work)
{
  SlRange behind;

  if (work->next >= work->stop || !is_statement (work) || !sl_finder_is_text (finder, work->cue.first - 1, ",")
      || !finder->tokens->items[work->next].capital || (finder->clauses.places[work->next] & (SL_PLACE_QUOTE | SL_PLACE_TIME | SL_PLACE_TITLE)) != 0)
    return FALSE;
  behind = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
  return behind.first < behind.end && sl_finder_trim_end (finder, behind.first, work->stop) <= behind.end;
}

static void
find_subject (const SlFinder *finder,
              SlCueCase      *work)
{
  guint first, verb = work->cue.first;

  work->cue.first = sl_verb_use_skip_back (&finder->clauses, work->cue.first, work->limit);
  first = sl_finder_strip_start (finder, work->limit, work->cue.first);
  work->source = (SlRange) { work->cue.first, work->cue.first };
  /* "This was reported by X" is looked at elsewhere; here it is "Про це повідомляє X". */
  if (first < work->cue.first && !sl_finder_in_quote (finder, first) && !sl_finder_is (finder, first, SL_CLASS_PRONOUN) && sl_finder_is_anaphor (finder, first, work->cue.first))
    work->anaphoric = TRUE;
  else if (sl_verb_use_get_form (work->meaning) != SL_VERB_GERUND || work->cue.first < verb)
    work->source = sl_subjects_find (finder, work);
  else if (is_statement (work) && !sl_finder_is_text (finder, verb - 1, ",") && !sl_finder_is (finder, verb - 1, SL_CLASS_PREPOSITION))
    work->source = find_document (finder, work);
  /* "según confirmó X": the phrase is no subject. */
  if (work->source.end == work->source.first + 1 && sl_finder_is (finder, work->source.first, SL_CLASS_CUE_PHRASE))
    work->source.end = work->source.first;
  if (!has_subject (work) || is_closed_by_speaker (finder, work))
    find_inverted (finder, work);
  if (!has_subject (work) && can_take_over (finder, work))
    {
      work->source = sl_subjects_take_over (finder, work);
      work->taken_over = has_subject (work);
      if (work->source.first > work->next)
        work->stop = work->source.first;
    }
}

/*
 * "Об обмене заявил X", "повідомили в Генштабі": what stands before the verb after a preposition is no subject
 * where cases allow any order; who speaks stands behind, or is the house in which it is said.
 */
static void
find_subject_behind (const SlFinder *finder,
                     SlCueCase      *work)
{
  gboolean before = has_subject (work);
  gboolean within = sl_finder_is (finder, work->cue.end, SL_CLASS_WITHIN);
  SlRange behind;

  if (work->inverted || (before && (work->source.first == work->limit || !sl_finder_is (finder, work->source.first - 1, SL_CLASS_PREPOSITION) || sl_finder_is (finder, work->source.first - 1, SL_CLASS_WITHIN))))
    return;
  if (!before && !within)
    return;
  behind = sl_clauses_noun_after (&finder->clauses, within ? work->cue.end + 1 : work->cue.end, work->stop, TRUE);
  if (behind.first >= behind.end)
    return;
  work->source = behind;
  work->inverted = TRUE;
  work->next = behind.end;
  /* "Об ударе сообщили в Генштабе": the topic is all there is. */
  work->topic = before;
}

/* "reported, citing X, that": what is said goes on behind. */
static void
skip_relays (const SlFinder *finder,
             SlCueCase      *work)
{
  guint next = sl_relays_skip_ahead (finder, work->next, work->stop);

  work->relayed |= next > work->next;
  work->next = next;
  if (work->relayed && next + 1 < work->stop && sl_finder_is_text (finder, next, ","))
    work->next++;
}

/* ---- to whom, where and when -------------------------------------------------------------------------------- */

/* "told the local paper she", "told voters the": where the clause begins that follows those who are told. */
static guint
skip_addressee (const SlFinder *finder,
                SlRange         object)
{
  guint i = object.first + 1;

  if (sl_finder_is (finder, object.first, SL_CLASS_DETERMINER) || sl_finder_is (finder, object.first, SL_CLASS_POSSESSIVE) || finder->tokens->items[object.first].kind == SL_TOKEN_NUMBER)
    i = MIN (i + 1, object.end);
  while (i < object.end && finder->tokens->items[i].capital == finder->tokens->items[i - 1].capital && finder->tokens->items[i].kind == SL_TOKEN_WORD
         && !sl_finder_is (finder, i, SL_CLASS_DETERMINER) && !sl_finder_is (finder, i, SL_CLASS_PRONOUN))
    i++;
  return i < object.end ? i : object.first + 1;
}

/* "told reporters that", "told the paper: “…”", "urged voters to" */
static void
skip_object (const SlFinder *finder,
             SlCueCase      *work)
{
  SlRange object;

  if (!means (work, "object") || means (work, "object-clause") || work->inverted)
    return;
  object = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
  for (guint i = work->next; i < work->stop && i < work->next + MAX_OBJECT && !sl_finder_in_quote (finder, i); i++)
    if (sl_finder_is (finder, i, SL_CLASS_INFINITIVE) && means (work, ";to") && i > work->next)
      {
        work->next = i;
        return;
      }
  if (object.end < work->stop && (sl_finder_is (finder, object.end, SL_CLASS_CONJUNCTION) || finder->tokens->items[object.end].kind == SL_TOKEN_MARK || sl_finder_in_quote (finder, object.end)))
    work->next = object.end;
  else if (object.end > object.first && is_statement (work))
    work->next = skip_addressee (finder, object);
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
  if (work->inverted || sl_finder_is (finder, i, SL_CLASS_INFINITIVE) || ((finder->clauses.places[i] & SL_PLACE_TIME) != 0 && !is_time (finder, i)))
    return;
  while (i < work->stop && i < work->next + CIRCUMSTANCE && (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) || (finder->clauses.places[i] & SL_PLACE_TIME) != 0 || i > work->next)
         && !sl_finder_in_quote (finder, i) && (finder->tokens->items[i].kind != SL_TOKEN_MARK || (sl_finder_is_text (finder, i, "-") && !finder->tokens->items[i].spaced))
         && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) && !sl_finder_is (finder, i, SL_CLASS_AUXILIARY))
    timed |= (finder->clauses.places[i++] & SL_PLACE_TIME) != 0;
  if (i == work->next || i >= work->stop)
    return;
  if (timed && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) && !sl_finder_in_quote (finder, i) && (finder->clauses.places[i - 1] & SL_PLACE_TIME) == 0)
    {
      /* The time alone: "said Wednesday the dam would hold". */
      for (i = work->next; i < work->stop && !sl_finder_is (finder, i, SL_CLASS_INFINITIVE) && (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) || (finder->clauses.places[i] & SL_PLACE_TIME) != 0); i++)
        ;
      if (i > work->next && (finder->clauses.places[i - 1] & SL_PLACE_TIME) != 0)
        work->next = i;
      return;
    }
  if (!timed && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) && !sl_finder_in_quote (finder, i) && !sl_finder_is_text (finder, i, ":")
      && !(finder->comma_clauses && is_conjunction (finder, i)))
    return;
  if (!timed && work->next == work->cue.end)
    work->cue.end = i;
  work->next = i;
}

/* "He said, twice, that", "he said, by a translator, that": what is put in before the clause. */
static void
skip_insertion (const SlFinder *finder,
                SlCueCase      *work)
{
  if (work->inverted || finder->comma_clauses || !sl_finder_is_text (finder, work->next, ","))
    return;
  for (guint i = work->next + 1; i + 1 < work->stop && i < work->next + CIRCUMSTANCE && !sl_finder_in_quote (finder, i) && !sl_finder_is (finder, i, SL_CLASS_CONJUNCTION); i++)
    if (sl_finder_is_text (finder, i, ",") && sl_finder_is (finder, i + 1, SL_CLASS_CONJUNCTION))
      {
        work->next = i + 1;
        return;
      }
}

/* ---- what ------------------------------------------------------------------------------------------------------ */

/* "The survey found fewer of them": what a report shows need not follow as a clause. */
static gboolean
shows (const SlFinder  *finder,
       const SlCueCase *work)
{
  if (!means (work, "document"))
    return FALSE;
  for (guint i = work->source.first; i < work->source.end; i++)
    if (sl_finder_is (finder, i, SL_CLASS_DOCUMENT_NOUN))
      return TRUE;
  return FALSE;
}

/* Whether what follows the verb is something that it can introduce. */
static gboolean
introduces (const SlFinder  *finder,
            const SlCueCase *work)
{
  gboolean comma = sl_finder_is_text (finder, work->next, ",");
  const SlQuote *quote = sl_finder_quote_starting_at (finder, work->next);

  if (quote != NULL && quote->first >= work->stop && !sl_finder_is_text (finder, work->next, ":"))
    quote = NULL;

  if (work->relayed && work->next + 2 < work->stop)
    return TRUE;
  if (ends_clause (finder, work, work->next) && quote == NULL && !sl_finder_is_text (finder, work->next, ":") && !comma)
    return FALSE;
  /* "The man they praised was" */
  if (!is_statement (work) && sl_finder_is (finder, work->next, SL_CLASS_AUXILIARY))
    return FALSE;
  if (is_conjunction (finder, work->next) || quote != NULL || sl_finder_is_text (finder, work->next, ":"))
    return TRUE;
  /* People who are quoted talk of knowing and saying much. */
  if (finder->nested)
    return FALSE;
  if (sl_finder_is (finder, work->next, SL_CLASS_INFINITIVE))
    return means (work, ";to");
  if (means (work, "that") || means (work, "quote"))
    {
      quote = sl_finder_quote_after (finder, work->next);
      return shows (finder, work) || (means (work, "quote") && work->next < work->stop && quote != NULL && quote->first < work->stop);
    }
  return finder->comma_clauses ? comma : !comma && !sl_finder_is (finder, work->next, SL_CLASS_JOINER);
}

/* "The dam, he said, leaks": what is said goes on behind the speaker. */
static gboolean
is_inserted (const SlFinder  *finder,
             const SlCueCase *work,
             guint            border)
{
  return is_statement (work) && !work->taken_over && border > work->limit && sl_finder_is_text (finder, border - 1, ",")
         && sl_finder_is_text (finder, work->next, ",") && work->next + 2 < work->stop && !sl_finder_in_quote (finder, work->next + 1)
         && sl_tokens_match (finder->tokens, finder->clauses.lexicon, work->next + 1, SL_CLASS_CUE_VERB, NULL) == 0 && !sl_finder_is (finder, work->next + 1, SL_CLASS_JOINER);
}

/* "As the Post reported, the dam leaks" */
static gboolean
leads (const SlFinder  *finder,
       const SlCueCase *work,
       guint            border)
{
  return is_statement (work) && !work->inverted && !work->taken_over && border == work->limit + 1 && sl_finder_is (finder, work->limit, SL_CLASS_PREPOSITION)
         && sl_finder_is_text (finder, work->next, ",") && work->next + 2 < work->stop;
}

/*
 * "… the “old dam.” He said the new one", "on “News,” he said the dam": the quotation before belongs to another
 * clause when what the verb introduces stands behind it.
 */
static gboolean
goes_on_behind (const SlFinder  *finder,
                const SlCueCase *work,
                guint            border)
{
  if (work->inverted || !introduces (finder, work))
    return FALSE;
  if (border <= work->limit)
    return sl_finder_quote_starting_at (finder, work->next) == NULL || sl_finder_in_quote (finder, work->next)
           || sl_finder_is_text (finder, work->next, ",") || sl_finder_is_text (finder, work->next, ":");
  return !sl_finder_in_quote (finder, work->next) && sl_verb_use_is_phrase (&finder->clauses, work->next) && !means (work, "object");
}

/* "the dam that they oppose", "what he said": what a relative clause tells more of. */
static gboolean
add_antecedent (const SlFinder  *finder,
                const SlCueCase *work,
                guint            border,
                SlAttribution   *attribution)
{
  gboolean relative = border > work->limit + 1 && (sl_finder_is (finder, border - 1, SL_CLASS_RELATIVE) || sl_finder_is (finder, border - 1, SL_CLASS_CONJUNCTION));
  gboolean pronoun = work->source.end == work->source.first + 1 && sl_finder_is (finder, work->source.first, SL_CLASS_PRONOUN);
  SlRange noun;

  if (work->inverted || work->taken_over || border <= work->limit + 1 || !(relative || pronoun)
      || !(ends_clause (finder, work, work->next) || sl_finder_is (finder, work->next, SL_CLASS_AUXILIARY)))
    return FALSE;
  border -= relative ? 1 : 0;
  border -= relative && sl_finder_is_text (finder, border - 1, ",") ? 1 : 0;
  if (finder->tokens->items[border - 1].kind == SL_TOKEN_MARK || sl_clauses_is_adverb (&finder->clauses, border - 1))
    return FALSE;
  noun = sl_clauses_noun_before (&finder->clauses, border, work->limit);
  if (noun.first >= noun.end)
    return FALSE;
  sl_finder_add_range (finder, attribution->content, noun);
  return TRUE;
}

/* "Asked if it was an “old dam,” she said yes": what ends there belongs to the verb before. */
static gboolean
is_said_before (const SlFinder *finder,
                guint           border)
{
  const SlAttribution *last = finder->found->len > finder->in_sentence + 1 ? g_ptr_array_index (finder->found, finder->found->len - 2) : NULL;

  return last != NULL && !last->statement && last->content->len > 0
         && g_array_index (last->content, SlSpan, last->content->len - 1).end == finder->tokens->items[border - 1].end;
}

/* "The dam, as Prokop said, leaks", "The dam leaks, as he said" */
static gboolean
add_around (const SlFinder *finder,
            SlCueCase      *work,
            guint           border,
            SlAttribution  *attribution)
{
  const SlLexEntry *entry = NULL;
  guint first = sl_finder_strip_start (finder, work->limit, border);

  if (!is_statement (work) || work->inverted || border < first + 3 || !sl_finder_is_text (finder, border - 2, ",")
      || !(work->next >= work->stop || sl_finder_is_text (finder, work->next, ",") || sl_finder_is_text (finder, work->next, "."))
      || sl_tokens_match (finder->tokens, finder->clauses.lexicon, border - 1, SL_CLASS_SUBORDINATOR, &entry) == 0 || strcmp (entry->text, "as") != 0)
    return FALSE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { first, border - 2 });
  if (sl_finder_is_text (finder, work->next, ",") && work->next + 2 < work->stop)
    {
      work->next++;
      sl_finder_add_content_after (finder, work, attribution);
    }
  return TRUE;
}

/* Fills in what is said; FALSE when the verb introduces nothing. */
static gboolean
add_content (const SlFinder *finder,
             SlCueCase      *work,
             SlAttribution  *attribution)
{
  guint border = work->taken_over ? work->cue.first : MIN (work->source.first, work->cue.first);
  gboolean left = sl_finder_quote_ending_at (finder, border) != NULL && !work->taken_over && !is_said_before (finder, border) && !goes_on_behind (finder, work, border);

  if (is_comma_dash (finder, border) && sl_finder_quote_ending_at (finder, border) == NULL)
    border--;
  if (work->anaphoric || (!finder->nested && is_statement (work) && sl_finder_is_anaphor (finder, work->next, work->stop)))
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
  if (add_around (finder, work, border, attribution))
    return TRUE;
  if (is_inserted (finder, work, border) || leads (finder, work, border))
    {
      sl_finder_add_content_before (finder, work, border, attribution);
      work->next++;
      return sl_finder_add_content_after (finder, work, attribution);
    }
  if (work->topic && !introduces (finder, work))
    {
      guint first = sl_finder_strip_start (finder, work->limit, work->cue.first);

      sl_finder_add_range (finder, attribution->content, (SlRange) { first, work->cue.first });
      return first < work->cue.first;
    }
  if ((!work->inverted || work->topic) && introduces (finder, work))
    return sl_finder_add_content_after (finder, work, attribution);
  if (is_statement (work) && ends_clause (finder, work, work->next) && !means (work, "quote") && sl_finder_add_content_before (finder, work, border, attribution))
    return TRUE;
  return add_antecedent (finder, work, border, attribution);
}

/* ---- which of them it is ----------------------------------------------------------------------------------------- */

/* "When told" names nobody. */
static gboolean
is_no_speaker (const SlFinder  *finder,
               const SlCueCase *work)
{
  guint first = work->source.first;

  return work->source.end == first + 1 && sl_finder_is (finder, first, SL_CLASS_CONJUNCTION) && !sl_finder_is (finder, first, SL_CLASS_RELATIVE);
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

/* "claims" is a noun as well. */
static void
handle_noun (SlFinder  *finder,
             SlCueCase *work)
{
  const SlLexEntry *entry = NULL;
  guint count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, work->cue.first, SL_CLASS_CUE_NOUN, &entry);

  if (count == 0)
    return;
  work->cue.end = work->next = work->cue.first + count;
  work->meaning = entry->text;
  sl_nouns_handle (finder, work);
}

/* "said:", "to call for": the marks and small words that belong to the verb where its forms are told. */
static void
widen_cue (const SlFinder *finder,
           SlCueCase      *work)
{
  SlVerbForm form = sl_verb_use_get_form (work->meaning);

  if (form != SL_VERB_ANY && work->next == work->cue.end && work->cue.end < work->stop && sl_finder_is_text (finder, work->cue.end, ":"))
    work->cue.end++;
  if (form == SL_VERB_BASE && work->cue.first > work->limit && sl_finder_is (finder, work->cue.first - 1, SL_CLASS_INFINITIVE)
      && work->source.end <= work->cue.first - 1)
    work->cue.first--;
}

/* ---- all together ------------------------------------------------------------------------------------------------- */

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
  gboolean impersonal = FALSE;

  if (!is_verb_here (finder, work))
    {
      handle_noun (finder, work);
      return;
    }
  if (sl_passives_handle_leading (finder, work))
    return;
  find_subject (finder, work);
  if (finder->comma_clauses)
    find_subject_behind (finder, work);
  sl_relays_find_hearer (finder, work);
  skip_relays (finder, work);
  if (is_no_speaker (finder, work) || sl_passives_handle (finder, work))
    return;
  skip_object (finder, work);
  skip_circumstance (finder, work);
  skip_relays (finder, work);
  skip_insertion (finder, work);
  if (is_impersonal (finder, work))
    {
      work->cue.first = work->source.first;
      work->source.end = work->source.first;
      impersonal = TRUE;
    }
  widen_cue (finder, work);
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  attribution->statement = is_statement (work);
  attribution->told = is_told (finder, work);
  if ((!impersonal && !has_subject (work)) || !add_content (finder, work, attribution))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
  else
    {
      sl_relays_link (finder, work, attribution);
      sl_relays_add_hearer (finder, work, finder->found->len - 1);
    }
}
