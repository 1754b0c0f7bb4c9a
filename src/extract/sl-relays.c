/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-relays.h"

#include <string.h>

#include "extract/sl-outlets.h"

/* A report has gone through no more hands than this. */
#define MAX_HANDS 8

/* So many tokens may stand between "which" and "cited". */
#define RELATIVE_GAP 5

/* Who cites without saying anything else speaks of so many sentences before at most. */
#define SENTENCES_BACK 2

/* ---- where relay phrases stand ------------------------------------------------------------------- */

/* Who is cited: a phrase, which may have a participle behind its article, "a leaked memo". */
static SlRange
find_source (const SlFinder *finder,
             guint           first,
             guint           stop)
{
  SlRange source = sl_clauses_noun_after (&finder->clauses, first, stop, TRUE);

  if (source.end == first + 1 && sl_finder_is (finder, first, SL_CLASS_DETERMINER) && first + 2 < stop)
    source.end = MAX (source.end, sl_clauses_noun_after (&finder->clauses, first + 2, stop, TRUE).end);
  return source;
}

/**
 * sl_relays_names_source:
 * @finder: a text
 * @meaning: what the language file says of a relay phrase
 * @next: token behind it
 * @stop: one past the last token that may be looked at
 *
 * Whether the phrase can name a source here: "referring to the Post" does, "referring to the dam" speaks of the dam.
 */
gboolean
sl_relays_names_source (const SlFinder *finder,
                        const char     *meaning,
                        guint           next,
                        guint           stop)
{
  SlRange source;

  if (strstr (meaning, ";outlet") == NULL)
    return TRUE;
  source = sl_clauses_noun_after (&finder->clauses, next, stop, TRUE);
  for (guint i = source.first; i < source.end; i++)
    if (sl_finder_is (finder, i, SL_CLASS_DOCUMENT_NOUN) || sl_finder_is (finder, i, SL_CLASS_UNNAMED))
      return TRUE;
  return source.first < source.end && sl_outlets_is (&finder->clauses, source);
}

/**
 * sl_relays_prepare:
 * @finder: a text
 * @first: first token of a sentence
 * @stop: one past its last token
 *
 * Notes where "citing X" stands in a sentence, so that its subject can be found on the other side of it.
 */
void
sl_relays_prepare (SlFinder *finder,
                   guint     first,
                   guint     stop)
{
  guint i = first;

  g_array_set_size (finder->relays, 0);
  while (i < stop)
    {
      const SlLexEntry *entry = NULL;
      guint count = sl_finder_in_quote (finder, i) ? 0 : sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, SL_CLASS_RELAY, &entry);
      SlRange source;

      if (count == 0 || !sl_relays_names_source (finder, entry->text, i + count, stop))
        {
          i++;
          continue;
        }
      source = find_source (finder, i + count, stop);
      if (source.first < source.end)
        {
          SlRange phrase = { i, source.end };

          g_array_append_val (finder->relays, phrase);
          count = source.end - i;
        }
      i += count;
    }
}

/**
 * sl_relays_skip_back:
 * @finder: a text
 * @end: a token
 * @limit: first token that may be looked at
 *
 * Returns: the token before which the subject of a verb at @end ends: "Reuters, citing two officials, reported"
 */
guint
sl_relays_skip_back (const SlFinder *finder,
                     guint           end,
                     guint           limit)
{
  guint border = end > limit && sl_finder_is_text (finder, end - 1, ",") ? end - 1 : end;

  for (guint i = 0; i < finder->relays->len; i++)
    {
      SlRange phrase = g_array_index (finder->relays, SlRange, i);

      if ((phrase.end == end || phrase.end == border) && phrase.first > limit)
        return sl_finder_is_text (finder, phrase.first - 1, ",") ? phrase.first - 1 : phrase.first;
    }
  return end;
}

/**
 * sl_relays_skip_ahead:
 * @finder: a text
 * @i: a token
 * @stop: one past the last token that may be looked at
 *
 * Returns: the token behind the relay phrases which begin at @i: "Reuters reported, citing two officials, that"
 */
guint
sl_relays_skip_ahead (const SlFinder *finder,
                      guint           i,
                      guint           stop)
{
  for (guint k = 0; k < finder->relays->len; k++)
    {
      SlRange phrase = g_array_index (finder->relays, SlRange, k);
      guint first = i < stop && sl_finder_is_text (finder, i, ",") ? i + 1 : i;

      while (first < phrase.first && first < i + RELATIVE_GAP && (sl_finder_is (finder, first, SL_CLASS_RELATIVE) || sl_finder_is (finder, first, SL_CLASS_ADVERB)))
        first++;
      if (phrase.first == first && phrase.end < stop)
        i = phrase.end;
    }
  return i;
}

/* ---- whom a relay belongs to ------------------------------------------------------------------------ */

static SlAttribution *
get (const SlFinder *finder,
     guint           i)
{
  return g_ptr_array_index (finder->found, i);
}

static gboolean
has_relative (const SlFinder *finder,
              guint           cue)
{
  for (guint i = cue + 1; i-- > 0 && i + RELATIVE_GAP > cue;)
    {
      if (sl_finder_is (finder, i, SL_CLASS_RELATIVE))
        return TRUE;
      if (i < cue && finder->tokens->items[i].kind == SL_TOKEN_MARK)
        return FALSE;
    }
  return FALSE;
}

/* Whether attribution @i is only there because another one cites it. */
static gboolean
is_origin (const SlFinder *finder,
           guint           i)
{
  for (guint k = finder->in_sentence; k < i; k++)
    if (get (finder, k)->relay_of == (int) i)
      return TRUE;
  return FALSE;
}

/* "citing a report seen by X": the one cited ends right where the next one passes it on. */
static gboolean
ends_at (const SlFinder *finder,
         guint           i,
         guint           cue)
{
  const GArray *source = get (finder, i)->source;

  return source->len > 0 && cue > 0 && g_array_index (source, SlSpan, 0).end == finder->tokens->items[cue - 1].end;
}

/* The attribution nearest before the cue, or else the first behind it. */
static int
find_main (const SlFinder *finder,
           guint           cue,
           gboolean        with_origins)
{
  gsize at = finder->tokens->items[cue].start, nearest = 0;
  int before = -1, behind = -1;

  for (guint i = finder->in_sentence; i < finder->found->len; i++)
    {
      SlSpan words = sl_attribution_words (get (finder, i));

      if (!with_origins && is_origin (finder, i) && !ends_at (finder, i, cue))
        continue;
      if (words.start < at && (before < 0 || words.end >= nearest))
        {
          before = (int) i;
          nearest = words.end;
        }
      else if (words.start > at && behind < 0)
        behind = (int) i;
    }
  return before >= 0 ? before : behind;
}

/* "TASS quoted the spokeswoman as saying …", "…, schreibt" is not there: who cites is the subject of the citing. */
static int
add_citing (SlFinder  *finder,
            SlCueCase *work)
{
  SlRange subject = sl_clauses_noun_before (&finder->clauses, work->cue.first, work->limit);
  SlAttribution *main;
  guint first = sl_finder_strip_start (finder, work->limit, subject.first);

  if (subject.first >= subject.end || !sl_outlets_is (&finder->clauses, subject))
    return -1;
  main = sl_finder_add_attribution (finder, subject, work->cue);
  if (subject.first > first && sl_finder_is_text (finder, subject.first - 1, ","))
    sl_finder_add_range (finder, main->content, (SlRange) { first, sl_finder_trim_end (finder, first, subject.first) });
  else if (work->source.end < work->stop)
    {
      guint end = sl_finder_trim_end (finder, work->source.end, work->stop);

      first = work->source.end;
      while (first < end && (sl_finder_is_text (finder, first, ",") || sl_finder_is_text (finder, first, ":")))
        first++;
      sl_finder_add_range (finder, main->content, (SlRange) { first, end });
    }
  return (int) finder->found->len - 1;
}

/* "Testigos citados por X vieron …": who is passed on says what the sentence says, with no other verb of saying. */
static int
add_cited (SlFinder        *finder,
           const SlCueCase *work)
{
  guint end = work->cue.first > work->limit && sl_finder_is_text (finder, work->cue.first - 1, ",") ? work->cue.first - 1 : work->cue.first;
  SlRange subject = sl_clauses_noun_before (&finder->clauses, end, work->limit);
  guint first = work->source.end;
  gboolean speaks = FALSE;
  SlAttribution *main;

  for (guint i = subject.first; i < subject.end; i++)
    speaks |= sl_finder_is (finder, i, SL_CLASS_UNNAMED) || sl_finder_is (finder, i, SL_CLASS_ROLE);
  if (!speaks || first + 2 >= work->stop)
    return -1;
  main = sl_finder_add_attribution (finder, subject, work->cue);
  while (sl_finder_is_text (finder, first, ","))
    first++;
  sl_finder_add_range (finder, main->content, (SlRange) { first, sl_finder_trim_end (finder, first, work->stop) });
  return (int) finder->found->len - 1;
}

/* "The paper cites two officials." after a sentence with the paper's report. */
static int
find_report_before (const SlFinder  *finder,
                    const SlCueCase *work)
{
  gsize from = g_array_index (finder->sentences, SlSentence, work->index > SENTENCES_BACK ? work->index - SENTENCES_BACK : 0).span.start;
  guint first = sl_finder_strip_start (finder, work->limit, work->stop);
  SlRange subject = { first, work->cue.first };

  while (subject.first < subject.end && sl_finder_is (finder, subject.first, SL_CLASS_DETERMINER))
    subject.first++;
  if (subject.end != subject.first + 1 || !(sl_finder_is (finder, subject.first, SL_CLASS_OUTLET_NOUN) || sl_finder_is (finder, subject.first, SL_CLASS_PRONOUN)))
    return -1;
  for (guint i = finder->found->len; i-- > 0 && i + MAX_HANDS > finder->found->len;)
    {
      const SlAttribution *attribution = get (finder, i);
      SlRange source;

      if (sl_attribution_words (attribution).start < from)
        return -1;
      if (attribution->source->len == 0 || attribution->relay_of >= 0)
        continue;
      source.first = sl_tokens_find (finder->tokens, g_array_index (attribution->source, SlSpan, 0).start);
      source.end = sl_tokens_find (finder->tokens, g_array_index (attribution->source, SlSpan, 0).end - 1) + 1;
      if (sl_outlets_is (&finder->clauses, source))
        return (int) i;
    }
  return -1;
}

/* ---- relays --------------------------------------------------------------------------------------------- */

/* "citing X": X said it before the main one did. */
static void
add_origin (SlFinder  *finder,
            SlCueCase *work,
            int        main_index)
{
  SlAttribution *origin;

  if (get (finder, (guint) main_index)->relay_of >= 0)
    return;
  origin = sl_finder_add_attribution (finder, work->source, work->cue);
  g_array_append_vals (origin->content, get (finder, (guint) main_index)->content->data, get (finder, (guint) main_index)->content->len);
  get (finder, (guint) main_index)->relay_of = (int) finder->found->len - 1;
}

/* "as relayed by X": X passes on what the main one says. */
static void
add_relayer (SlFinder *finder,
             SlRange   source,
             SlRange   cue,
             int       main_index)
{
  SlAttribution *relay = sl_finder_add_attribution (finder, source, cue);

  /* Several hands: each relays the one before. */
  for (guint i = (guint) main_index + 1; i + 1 < finder->found->len && i < (guint) main_index + MAX_HANDS; i++)
    if (get (finder, i)->relay_of == main_index)
      main_index = (int) i;
  /* Who cites the one that is passed on has it from the one who passes it on. */
  for (guint i = finder->in_sentence; i < (guint) main_index; i++)
    if (get (finder, i)->relay_of == main_index)
      get (finder, i)->relay_of = (int) finder->found->len - 1;
  relay->relay_of = main_index;
  relay->content = (g_array_unref (relay->content), g_array_copy (get (finder, (guint) main_index)->content));
}

/**
 * sl_relays_handle:
 *
 * "citing X" puts X before the speaker of the sentence, "as relayed by X" and "in an interview with X" behind him.
 */
void
sl_relays_handle (SlFinder  *finder,
                  SlCueCase *work)
{
  gboolean from = g_str_has_prefix (work->meaning, "from");
  gboolean chained = strstr (work->meaning, ";chain") != NULL || has_relative (finder, work->cue.first);
  int main_index;

  work->source = find_source (finder, work->next, work->stop);
  if (strcmp (work->meaning, "to") == 0)
    work->source.end = sl_outlets_at (&finder->clauses, work->next, work->stop);
  if (work->source.first >= work->source.end)
    return;
  main_index = find_main (finder, work->cue.first, chained);
  if (main_index < 0 && from)
    main_index = find_report_before (finder, work);
  if (main_index < 0 && from)
    main_index = add_citing (finder, work);
  if (main_index < 0 && g_str_has_prefix (work->meaning, "by"))
    main_index = add_cited (finder, work);
  if (main_index < 0)
    return;
  if (from)
    add_origin (finder, work, main_index);
  else
    add_relayer (finder, work->source, work->cue, main_index);
}

/* ---- whom somebody told it ----------------------------------------------------------------------------------- */

/*
 * "sagte ein Offizier der Agentur AFP", "розповіла «Українській правді» начальниця порту": takes the
 * outlet out of the speaker's phrase. Returns the token which its phrase begins at, 0 when there is none.
 */
static guint
split (const SlFinder *finder,
       SlRange        *source,
       guint          *hearer)
{
  guint end = (finder->clauses.places[source->first] & SL_PLACE_NAME) != 0 ? sl_outlets_at (&finder->clauses, source->first, source->end) : 0;

  if (end > 0 && end < source->end && finder->tokens->items[end].kind == SL_TOKEN_WORD)
    {
      guint first = source->first;

      *hearer = end;
      source->first = end;
      return first;
    }
  *hearer = 0;
  for (guint i = source->first + 1; i < source->end; i++)
    if (sl_finder_is (finder, i, SL_CLASS_ADDRESSEE) && sl_outlets_at (&finder->clauses, i + 1, source->end) == source->end)
      {
        *hearer = source->end;
        source->end = i;
        return i;
      }
  return 0;
}

/**
 * sl_relays_find_hearer:
 * @finder: a text
 * @work: a verb with its speaker
 *
 * "Sources told Reuters", "a déclaré la maire à l'AFP": finds the outlet that was told it, and goes on behind it.
 */
void
sl_relays_find_hearer (const SlFinder *finder,
                       SlCueCase      *work)
{
  guint first = work->inverted ? work->source.end : work->verb_end;
  gboolean addressed = sl_finder_is (finder, first, SL_CLASS_ADDRESSEE);
  guint end;

  if (work->inverted)
    first = split (finder, &work->source, &end);
  else if (work->source.first < work->source.end && first < work->stop)
    end = sl_outlets_at (&finder->clauses, addressed ? first + 1 : first, work->stop);
  else
    end = 0;
  if ((work->inverted && first == 0) || end == 0)
    return;
  work->hearer = (SlRange) { first, end };
  if (!work->inverted)
    work->next = MAX (work->next, end);
}

/**
 * sl_relays_add_hearer:
 * @finder: a text
 * @work: a verb with its speaker
 * @main_index: index of the attribution made of them
 *
 * The outlet that was told it reports it.
 */
void
sl_relays_add_hearer (SlFinder        *finder,
                      const SlCueCase *work,
                      guint            main_index)
{
  SlRange hearer = work->hearer;
  SlRange cue = work->cue;

  if (hearer.first >= hearer.end)
    return;
  if (sl_finder_is (finder, hearer.first, SL_CLASS_ADDRESSEE))
    {
      cue = (SlRange) { hearer.first, hearer.first + 1 };
      hearer.first++;
    }
  add_relayer (finder, hearer, cue, (int) main_index);
}

/* ---- two verbs in one sentence -------------------------------------------------------------------------------- */

/**
 * sl_relays_link:
 * @attribution: the one made last, whose verb is @work
 *
 * "The Post reported it, the Herald writes": the outlet that closes the sentence passes on
 * what the first one found.
 */
void
sl_relays_link (SlFinder        *finder,
                const SlCueCase *work,
                SlAttribution   *attribution)
{
  const SlAttribution *main;
  SlSpan words;
  SlRange speaker;

  if (finder->found->len - 1 <= finder->in_sentence || attribution->content->len == 0 || attribution->source->len == 0)
    return;
  main = g_ptr_array_index (finder->found, finder->in_sentence);
  words = sl_attribution_words (main);
  if (main->source->len == 0 || !sl_span_contains (g_array_index (attribution->content, SlSpan, 0), words))
    return;
  speaker.first = sl_tokens_find (finder->tokens, g_array_index (main->source, SlSpan, 0).start);
  speaker.end = sl_tokens_find (finder->tokens, g_array_index (main->source, SlSpan, 0).end - 1) + 1;
  if (sl_outlets_is (&finder->clauses, work->source) && sl_outlets_is (&finder->clauses, speaker))
    attribution->relay_of = (int) finder->in_sentence;
}
