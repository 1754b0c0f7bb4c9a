/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-attributor.h"

#include <string.h>

#include "extract/sl-extract-error.h"
#include "extract/sl-colons.h"
#include "extract/sl-credits.h"
#include "extract/sl-nesting.h"
#include "extract/sl-nouns.h"
#include "extract/sl-outlets.h"
#include "extract/sl-relays.h"
#include "extract/sl-speakers.h"
#include "extract/sl-verb-second.h"
#include "extract/sl-verb-use.h"
#include "extract/sl-verbs.h"

/* A title has at most so many tokens. */
#define MAX_TITLE 40

/* A headline stands among so many first lines. */
#define HEADLINES 3

/* ---- phrases: "according to", "it was reported", "citing" ------------------------------------------------- */

/* "nach offiziellen Angaben der Behörde": words that tell that it is said, among the first of the phrase. */
static gboolean
names_saying (const SlFinder *finder,
              SlRange         words)
{
  for (guint i = words.first; i < words.end && i < words.first + 4; i++)
    if (sl_finder_is (finder, i, SL_CLASS_CUE_NOUN))
      return TRUE;
  return FALSE;
}

/*
 * Finds the speaker: behind the phrase; "X zufolge" has him before it, "за його словами" within it.
 * Returns the token that the content, if it stands behind, begins after.
 */
static guint
find_phrase_source (const SlFinder *finder,
                    SlCueCase      *work)
{
  if (strstr (work->meaning, "own") != NULL)
    {
      for (guint i = work->cue.first; i < work->cue.end; i++)
        if (sl_finder_is (finder, i, SL_CLASS_PRONOUN) || sl_finder_is (finder, i, SL_CLASS_POSSESSIVE))
          work->source = (SlRange) { i, i + 1 };
      return work->next;
    }
  if (strstr (work->meaning, "before") != NULL)
    {
      work->source = sl_clauses_noun_before (&finder->clauses, work->cue.first, work->limit);
      return work->next;
    }
  work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, work->cue.first > sl_finder_strip_start (finder, work->limit, work->cue.first));
  return work->source.end;
}

static void
handle_phrase (SlFinder  *finder,
               SlCueCase *work)
{
  SlAttribution *attribution;
  guint after = find_phrase_source (finder, work);
  guint first;

  if (work->source.first >= work->source.end
      || (strstr (work->meaning, "comma") != NULL && (!sl_verb_use_is_phrase (&finder->clauses, work->next) || work->cue.first <= work->limit || !(sl_finder_is_text (finder, work->cue.first - 1, ",") || sl_finder_in_quote (finder, work->cue.first - 1))))
      || sl_finder_is (finder, work->next, SL_CLASS_JOINER)
      || (strstr (work->meaning, "saying") != NULL && !names_saying (finder, work->source))
      || (strstr (work->meaning, "speaker") != NULL && !sl_speakers_can_speak (&finder->clauses, work->source))
      || (work->cue.first > work->limit && sl_finder_is (finder, work->cue.first - 1, SL_CLASS_DETERMINER)))
    return;
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  first = sl_finder_strip_start (finder, work->limit, MIN (work->cue.first, work->source.first));
  if (first == MIN (work->cue.first, work->source.first))
    {
      work->next = sl_relays_skip_ahead (finder, after, work->stop);
      sl_finder_add_content_after (finder, work, attribution);
      return;
    }
  sl_finder_add_range (finder, attribution->content, (SlRange) { first, sl_finder_trim_end (finder, first, MIN (work->cue.first, work->source.first)) });
  /* "Der Fall wird nach Angaben der Polizei geprüft": the clause goes on behind. */
  if (finder->verb_second && after < work->stop && !sl_finder_is_text (finder, after, ",") && !sl_finder_is_text (finder, after, "."))
    sl_finder_add_range (finder, attribution->content, (SlRange) { after, sl_finder_trim_end (finder, after, work->stop) });
}

/* "In dem Antrag heißt es", "heißt es in einer Erklärung": where it stands is who says it. */
static void
find_place_of_words (const SlFinder *finder,
                     SlCueCase      *work)
{
  guint first = sl_finder_strip_start (finder, work->limit, work->cue.first);

  if (sl_finder_is (finder, first, SL_CLASS_WITHIN) && first + 1 < work->cue.first)
    work->source = sl_clauses_noun_after (&finder->clauses, first + 1, work->cue.first, TRUE);
  else if (sl_finder_is (finder, work->next, SL_CLASS_WITHIN))
    {
      work->source = sl_clauses_noun_after (&finder->clauses, work->next + 1, work->stop, TRUE);
      work->next = work->source.end;
    }
}

static void
handle_impersonal (SlFinder  *finder,
                   SlCueCase *work)
{
  SlAttribution *attribution;

  if (strstr (work->meaning, ";in") != NULL)
    find_place_of_words (finder, work);
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  if (!sl_finder_add_content_after (finder, work, attribution))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
}

/* ---- sentences ------------------------------------------------------------------------------------------------ */

static void
handle_verb (SlFinder  *finder,
             SlCueCase *work)
{
  if (finder->verb_second)
    sl_verb_second_handle (finder, work);
  else
    sl_verbs_handle (finder, work);
}

/* Most words are no cue: one look tells. */
static gboolean
can_be_cue (const SlFinder *finder,
            guint           i)
{
  const guint64 cues = G_GUINT64_CONSTANT (1) << SL_CLASS_IMPERSONAL | G_GUINT64_CONSTANT (1) << SL_CLASS_RELAY | G_GUINT64_CONSTANT (1) << SL_CLASS_CUE_PHRASE
                       | G_GUINT64_CONSTANT (1) << SL_CLASS_CUE_VERB | G_GUINT64_CONSTANT (1) << SL_CLASS_CUE_NOUN;
  const SlToken *token = &finder->tokens->items[i];

  return token->kind != SL_TOKEN_NUMBER && (sl_lexicon_get_classes (finder->clauses.lexicon, token->word) & cues) != 0;
}

/* Takes one cue at token @i; returns the token to go on at. */
static guint
handle_cue (SlFinder  *finder,
            SlCueCase *work,
            guint      i,
            gboolean   relays)
{
  static const struct
  {
    SlClass class_;
    gboolean relay;
    void (*handle) (SlFinder *, SlCueCase *);
  } kinds[] = {
    { SL_CLASS_IMPERSONAL, FALSE, handle_impersonal },
    { SL_CLASS_RELAY, TRUE, sl_relays_handle },
    { SL_CLASS_CUE_PHRASE, FALSE, handle_phrase },
    { SL_CLASS_CUE_VERB, FALSE, handle_verb },
    { SL_CLASS_CUE_NOUN, FALSE, sl_nouns_handle },
  };

  if (!can_be_cue (finder, i))
    return i + 1;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SlLexEntry *entry = NULL;
      guint count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, kinds[k].class_, &entry);

      if (count == 0)
        continue;
      if (kinds[k].relay && !sl_relays_names_source (finder, entry->text, i + count, work->stop))
        continue;
      if (kinds[k].relay != relays)
        {
          if (kinds[k].relay)
            return i + count;
          continue;
        }
      work->cue = (SlRange) { i, i + count };
      work->next = i + count;
      work->meaning = entry->text;
      work->source = (SlRange) { i, i };
      work->inverted = FALSE;
      work->taken_over = FALSE;
      work->anaphoric = FALSE;
      work->relayed = FALSE;
      work->topic = FALSE;
      work->verb_end = i + count;
      work->hearer = (SlRange) { 0, 0 };
      kinds[k].handle (finder, work);
      return i + count;
    }
  return i + 1;
}

/* First who says what, then who passes it on: the latter needs the former. */
static void
scan (SlFinder         *finder,
      const SlSentence *sentence,
      guint             index,
      guint             first,
      guint             stop)
{
  for (int relays = 0; relays <= 1; relays++)
    {
      guint i = first;

      while (i < stop)
        {
          SlCueCase work = { .sentence = sentence, .index = index, .limit = first, .stop = stop };

          i = sl_finder_in_quote (finder, i) ? i + 1 : handle_cue (finder, &work, i, relays != 0);
        }
    }
}

/* What stands inside a long quotation can be attributed once more: "Sources suggest …," the article says. */
static void
scan_quoted (SlFinder         *finder,
             const SlSentence *sentence,
             guint             index)
{
  const SlQuote *quote = sl_finder_quote_after (finder, sentence->first);
  guint first, stop;

  if (quote == NULL || quote->first > sentence->first || quote->end - quote->first < 12)
    return;
  first = MAX (quote->first + 1, sentence->first);
  stop = MIN (quote->end - 1, sentence->end);
  for (guint i = first; i < stop; i++)
    finder->clauses.places[i] &= (guint8) ~SL_PLACE_QUOTE;
  finder->in_sentence = finder->found->len;
  finder->nested = TRUE;
  scan (finder, sentence, index, first, stop);
  sl_nesting_settle (finder, finder->in_sentence);
  finder->nested = FALSE;
  for (guint i = first; i < stop; i++)
    finder->clauses.places[i] |= SL_PLACE_QUOTE;
}

/* Titles which write all their words with capitals: capitals tell nothing there. */
static void
mark_title (SlFinder         *finder,
            const SlSentence *sentence)
{
  guint words = 0, capitals = 0;

  if (finder->clauses.capital_nouns || !sentence->starts_line || sentence->end - sentence->first > MAX_TITLE)
    return;
  for (guint i = sentence->first; i < sentence->end; i++)
    if (finder->tokens->items[i].kind == SL_TOKEN_WORD && finder->tokens->items[i].end - finder->tokens->items[i].start > 3)
      {
        words++;
        capitals += finder->tokens->items[i].capital;
      }
  if (words < 4 || capitals * 5 < words * 4)
    return;
  for (guint i = sentence->first; i < sentence->end; i++)
    finder->clauses.places[i] |= SL_PLACE_TITLE;
}

static void
scan_sentence (SlFinder         *finder,
               const SlSentence *sentence,
               guint             index)
{
  guint first, dateline;

  if (sl_credits_find_line (finder, sentence) || (sentence->line < HEADLINES && sl_credits_find_headline (finder, sentence)))
    return;
  /* MAX() would look for it twice. */
  dateline = sl_credits_find_dateline (finder, sentence);
  finder->dateline = MAX (finder->dateline, dateline);
  first = MAX (finder->dateline, sentence->first);
  finder->in_sentence = finder->found->len;
  if (first < sentence->end && !sl_colons_handle (finder, sentence, index))
    {
      sl_relays_prepare (finder, first, sentence->end);
      scan (finder, sentence, index, first, sentence->end);
    }
  sl_credits_find_bracket (finder, sentence);
}

/**
 * sl_attributor_find:
 * @tokens: a text
 * @sentences: (element-type SlSentence): its sentences
 * @quotes: (element-type SlQuote): its quotations
 * @times: (element-type SlTimex): its times
 * @language: its language
 *
 * Finds who says what in a text.
 *
 * Returns: (transfer full) (nullable) (element-type SlAttribution): the attributions; those of one sentence stand together;
 *   %NULL when together with @times there are more than sl_extract_get_max_found() of its length
 */
GPtrArray *
sl_attributor_find (const SlTokens   *tokens,
                    const GArray     *sentences,
                    const GArray     *quotes,
                    const GPtrArray  *times,
                    const SlLanguage *language)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_attribution_free);
  g_autoptr (GArray) speech = NULL;
  g_autoptr (GArray) relays = g_array_new (FALSE, FALSE, sizeof (SlRange));
  const guint most = sl_extract_get_max_found (tokens->length);
  const guint room = most - MIN (times->len, most);
  SlFinder finder = {
    .tokens = tokens,
    .sentences = sentences,
    .found = found,
    .relays = relays,
    .comma_clauses = sl_language_has_comma_clauses (language),
    .verb_second = sl_language_has_verb_second (language),
  };

  sl_clauses_init (&finder.clauses, tokens, language, quotes, times);
  speech = sl_outlets_take_quoted (&finder.clauses, quotes);
  finder.quotes = speech;
  for (guint i = 0; i < sentences->len && found->len <= room; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, i);

      mark_title (&finder, sentence);
      scan_quoted (&finder, sentence, i);
      finder.in_sentence = found->len;
      scan_sentence (&finder, sentence, i);
      sl_nesting_settle (&finder, finder.in_sentence);
      if (finder.verb_second)
        {
          sl_verb_second_continue (&finder, sentence);
          sl_verb_second_add_pieces (&finder);
        }
      if (found->len > finder.in_sentence)
        finder.last_spoken = sentence->line;
    }
  if (found->len <= room)
    sl_speakers_resolve (&finder.clauses, language, sentences, found);
  sl_clauses_clear (&finder.clauses);
  return found->len <= room ? g_steal_pointer (&found) : NULL;
}
