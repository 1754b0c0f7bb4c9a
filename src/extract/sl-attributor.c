/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-attributor.h"

#include <string.h>

#include "extract/sl-speakers.h"

/* How many tokens may stand between a quotation and the verb that introduces it. */
#define QUOTE_GAP 3

typedef struct
{
  SlClauses         clauses;
  const SlTokens   *tokens;
  const GArray     *sentences; /* (unowned) (element-type SlSentence) */
  const GArray     *quotes;    /* (unowned) (element-type SlQuote) */
  GPtrArray        *found;     /* (unowned) (element-type SlAttribution) */
  gboolean          comma_clauses; /* what is said follows after a comma */
  guint             in_sentence; /* index in @found of the first of the current sentence */
} Finder;

/* A verb or phrase that says that something is said, with what stands around it. */
typedef struct
{
  const SlSentence *sentence;
  guint             index;   /* of the sentence */
  guint             limit;   /* first token of the part looked at */
  guint             stop;    /* one past its last token */
  SlRange           cue;
  SlRange           source;
  const char       *meaning;
  guint             next;    /* token behind the cue, and the object if there is one */
  gboolean          inverted;
} Case;

/* ---- making attributions ---------------------------------------------------------------------- */

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SlSpan));
}

static void
add_range (const Finder *finder,
           GArray       *spans,
           SlRange       range)
{
  SlSpan span;

  if (range.first >= range.end)
    return;
  span = sl_clauses_get_span (&finder->clauses, range);
  g_array_append_val (spans, span);
}

static SlAttribution *
add_attribution (Finder  *finder,
                 SlRange  source,
                 SlRange  cue)
{
  SlAttribution *attribution = g_new0 (SlAttribution, 1);

  attribution->source = new_spans ();
  attribution->cue = new_spans ();
  attribution->content = new_spans ();
  attribution->relay_of = -1;
  add_range (finder, attribution->source, source);
  add_range (finder, attribution->cue, cue);
  g_ptr_array_add (finder->found, attribution);
  return attribution;
}

static gboolean
is (const Finder *finder,
    guint         i,
    SlClass       class_)
{
  return sl_clauses_is (&finder->clauses, i, class_);
}

static gboolean
is_text (const Finder *finder,
         guint         i,
         const char   *text)
{
  return sl_tokens_is (finder->tokens, i, text);
}

static gboolean
in_quote (const Finder *finder,
          guint         i)
{
  return i < finder->tokens->count && (finder->clauses.places[i] & SL_PLACE_QUOTE) != 0;
}

/* ---- quotations ---------------------------------------------------------------------------------- */

/* The first quotation that ends after token @i; NULL when there is none. */
static const SlQuote *
quote_after (const Finder *finder,
             guint         i)
{
  guint low = 0, high = finder->quotes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (finder->quotes, SlQuote, middle).end <= i)
        low = middle + 1;
      else
        high = middle;
    }
  return low < finder->quotes->len ? &g_array_index (finder->quotes, SlQuote, low) : NULL;
}

/* The quotation that ends right before token @i, but for a comma or dash between. */
static const SlQuote *
quote_ending_at (const Finder *finder,
                 guint         i)
{
  const SlQuote *quote;

  while (i > 0 && (is_text (finder, i - 1, ",") || is_text (finder, i - 1, "–") || is_text (finder, i - 1, "—") || is_text (finder, i - 1, "-"))
         && !in_quote (finder, i - 1))
    i--;
  if (i == 0 || !in_quote (finder, i - 1))
    return NULL;
  quote = quote_after (finder, i - 1);
  return quote != NULL && quote->end == i ? quote : NULL;
}

/* The quotation that begins at token @i or a mark later: "said: “…”" */
static const SlQuote *
quote_starting_at (const Finder *finder,
                   guint         i)
{
  const SlQuote *quote = quote_after (finder, i);

  if (quote == NULL || quote->first < i || quote->first > i + QUOTE_GAP)
    return NULL;
  for (guint k = i; k < quote->first; k++)
    if (finder->tokens->items[k].kind != SL_TOKEN_MARK && !is (finder, k, SL_CLASS_CONJUNCTION))
      return NULL;
  return quote;
}

/* The part of a sentence before its final marks. */
static guint
trim_end (const Finder *finder,
          guint         first,
          guint         end)
{
  while (end > first && (is_text (finder, end - 1, ".") || is_text (finder, end - 1, ",") || is_text (finder, end - 1, ";") || is_text (finder, end - 1, ":"))
         && !in_quote (finder, end - 1))
    end--;
  return end;
}

/* Quotations of the sentences right behind belong to the same speaker as long as nobody else is named. */
static guint
add_following_quotes (const Finder  *finder,
                      guint          index,
                      guint          from,
                      SlAttribution *attribution)
{
  for (guint i = index + 1; i < finder->sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (finder->sentences, SlSentence, i);
      const SlQuote *quote;

      if (sentence->end <= from)
        continue;
      quote = sentence->starts_line ? NULL : quote_after (finder, sentence->first);
      if (quote == NULL || quote->first != sentence->first || trim_end (finder, quote->first, sentence->end) > quote->end)
        break;
      add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
      from = quote->end;
    }
  return from;
}

/* ---- content ---------------------------------------------------------------------------------------- */

static guint
strip_start (const Finder *finder,
             guint         first,
             guint         end)
{
  while (first < end
         && (finder->tokens->items[first].kind == SL_TOKEN_NEWLINE || is_text (finder, first, "-") || is_text (finder, first, "–")
             || is_text (finder, first, "•") || is_text (finder, first, "*") || is_text (finder, first, ",")))
    first++;
  return first;
}

/* Content to the left: a quotation, or the sentence up to the comma. */
static gboolean
add_content_before (const Finder  *finder,
                    const Case    *work,
                    guint          border,
                    SlAttribution *attribution)
{
  const SlQuote *quote = quote_ending_at (finder, border);
  guint first, end;

  if (quote != NULL)
    {
      first = quote->first;
      /* A partial quotation at the end of a sentence: all of the sentence is reported. */
      if (first > work->limit)
        first = strip_start (finder, work->limit, quote->first);
      add_range (finder, attribution->content, (SlRange) { first, quote->end });
      return TRUE;
    }
  if (border <= work->limit || !is_text (finder, border - 1, ","))
    return FALSE;
  first = strip_start (finder, work->limit, border);
  end = trim_end (finder, first, border);
  if (end - first < 2)
    return FALSE;
  add_range (finder, attribution->content, (SlRange) { first, end });
  return TRUE;
}

/* ", adding that …" begins the next attribution and ends this one; so does ", citing …". */
static guint
find_content_end (const Finder *finder,
                  const Case   *work,
                  guint         first)
{
  guint end = work->stop;
  const SlQuote *quote;

  for (guint i = first + 1; i < work->stop; i++)
    {
      if (in_quote (finder, i) || !is_text (finder, i, ","))
        continue;
      if (is (finder, i + 1, SL_CLASS_CUE_VERB)
          || sl_tokens_match (finder->tokens, finder->clauses.lexicon, i + 1, SL_CLASS_RELAY, NULL) > 0
          || sl_tokens_match (finder->tokens, finder->clauses.lexicon, i + 1, SL_CLASS_CUE_PHRASE, NULL) > 0)
        return i;
    }
  /* A quotation that is still open goes on into the next sentence. */
  quote = in_quote (finder, end - 1) ? quote_after (finder, end - 1) : NULL;
  if (quote != NULL && quote->end > end && quote->first >= first)
    return quote->end;
  return trim_end (finder, first, end);
}

static gboolean
add_content_after (const Finder  *finder,
                   const Case    *work,
                   SlAttribution *attribution)
{
  const SlQuote *quote = quote_starting_at (finder, work->next);
  guint first = work->next;
  guint end;

  if (quote != NULL && quote->end >= trim_end (finder, quote->first, work->stop))
    {
      add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
      add_following_quotes (finder, work->index, quote->end, attribution);
      return TRUE;
    }
  while (first < work->stop && (is_text (finder, first, ":") || is_text (finder, first, ",")))
    first++;
  if (first >= work->stop)
    return FALSE;
  end = find_content_end (finder, work, first);
  if (end <= first || end - first < 2)
    return FALSE;
  add_range (finder, attribution->content, (SlRange) { first, end });
  return TRUE;
}

/* "X reported this": what the sentences before said, back to the beginning of their line. */
static gboolean
add_content_of_anaphor (const Finder  *finder,
                        const Case    *work,
                        SlAttribution *attribution)
{
  guint last = work->index, first;

  if (last == 0)
    return FALSE;
  first = --last;
  if (!work->sentence->starts_line)
    first = last;
  else
    while (first > 0 && !g_array_index (finder->sentences, SlSentence, first).starts_line)
      first--;
  add_range (finder,
             attribution->content,
             (SlRange) { g_array_index (finder->sentences, SlSentence, first).first, g_array_index (finder->sentences, SlSentence, last).end });
  return TRUE;
}

/* Whether an anaphor and nothing more stands in [first, end). */
static gboolean
is_anaphor (const Finder *finder,
            guint         first,
            guint         end)
{
  guint count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, first, SL_CLASS_ANAPHOR, NULL);

  if (count == 0)
    return FALSE;
  first += count;
  return first >= end || finder->tokens->items[first].kind == SL_TOKEN_MARK || (finder->clauses.places[first] & SL_PLACE_TIME) != 0
         || is (finder, first, SL_CLASS_PREPOSITION) || is (finder, first, SL_CLASS_RELAY);
}

/* ---- verbs --------------------------------------------------------------------------------------------- */

static gboolean
means (const Case *work,
       const char *mark)
{
  return strstr (work->meaning, mark) != NULL;
}

static gboolean
ends_clause (const Finder *finder,
             const Case   *work,
             guint         i)
{
  return i >= work->stop || finder->tokens->items[i].kind == SL_TOKEN_MARK
         || (finder->clauses.places[i] & SL_PLACE_TIME) != 0 || is (finder, i, SL_CLASS_PREPOSITION);
}

/* Nouns that look like verbs ("the report") and infinitives ("to say") introduce nothing. */
static gboolean
is_verb_here (const Finder *finder,
              const Case   *work)
{
  guint first = work->cue.first;

  /* "United States" has a name in it, not a verb. */
  if (finder->tokens->items[first].capital && first != work->limit && !in_quote (finder, first - 1))
    return FALSE;
  if (first == work->limit)
    return TRUE;
  return !is (finder, first - 1, SL_CLASS_DETERMINER) && !is_text (finder, first - 1, "to")
         && !is_text (finder, first - 1, "of") && !is_text (finder, first - 1, "with") && !is_text (finder, first - 1, "for");
}

static void
find_subject (const Finder *finder,
              Case         *work)
{
  while (work->cue.first > work->limit && !in_quote (finder, work->cue.first - 1)
         && sl_clauses_is_adverb (&finder->clauses, work->cue.first - 1))
    work->cue.first--;
  work->source = sl_clauses_noun_before (&finder->clauses, work->cue.first, work->limit);
  if (work->source.first < work->source.end)
    return;
  /* "…," said X */
  if (quote_ending_at (finder, work->cue.first) != NULL || (work->cue.first > work->limit && is_text (finder, work->cue.first - 1, ",")))
    {
      work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop);
      work->inverted = work->source.first < work->source.end;
      if (work->inverted)
        work->next = work->source.end;
    }
}

/* "told reporters that", "told the paper: “…”" */
static void
skip_object (const Finder *finder,
             Case         *work)
{
  SlRange object;

  if (!means (work, "object") || means (work, "object-clause") || work->inverted)
    return;
  object = sl_clauses_noun_after (&finder->clauses, work->next, work->stop);
  if (object.end < work->stop && (is (finder, object.end, SL_CLASS_CONJUNCTION) || finder->tokens->items[object.end].kind == SL_TOKEN_MARK || in_quote (finder, object.end)))
    work->next = object.end;
  else if (object.end > object.first)
    work->next = is (finder, object.first, SL_CLASS_DETERMINER) ? MIN (object.first + 2, object.end) : object.first + 1;
}

/* ", adding that": the speaker is the one of the clause before. */
static gboolean
takes_over_speaker (const Finder  *finder,
                    const Case    *work,
                    SlAttribution *attribution)
{
  const SlAttribution *before;

  if (finder->found->len - 1 <= finder->in_sentence || work->cue.first <= work->limit)
    return FALSE;
  if (!is_text (finder, work->cue.first - 1, ",") && !is_text (finder, work->cue.first - 1, "and"))
    return FALSE;
  before = g_ptr_array_index (finder->found, finder->found->len - 2);
  if (before->source->len == 0)
    return FALSE;
  g_array_append_vals (attribution->source, before->source->data, before->source->len);
  return TRUE;
}

/* Whether what follows the verb is a clause that it can introduce. */
static gboolean
introduces (const Finder *finder,
            const Case   *work)
{
  gboolean comma = is_text (finder, work->next, ",");
  gboolean conjunction = is (finder, work->next, SL_CLASS_CONJUNCTION) || (comma && is (finder, work->next + 1, SL_CLASS_CONJUNCTION));
  gboolean quote = quote_starting_at (finder, work->next) != NULL;

  if (ends_clause (finder, work, work->next) && !quote && !is_text (finder, work->next, ":") && !is_text (finder, work->next, ","))
    return FALSE;
  if (conjunction || quote || is_text (finder, work->next, ":"))
    return TRUE;
  if (means (work, "that") || means (work, "quote"))
    return means (work, "quote") && work->next < work->stop && quote_after (finder, work->next) != NULL
           && quote_after (finder, work->next)->first < work->stop;
  if (finder->comma_clauses)
    return comma;
  return !comma;
}

static gboolean
add_passive (Finder *finder,
             Case   *work)
{
  SlAttribution *attribution;
  SlRange source;

  if (work->cue.end >= work->stop || !is_text (finder, work->cue.end, "by") || work->cue.first == work->cue.end - 1)
    return FALSE;
  source = sl_clauses_noun_after (&finder->clauses, work->cue.end + 1, work->stop);
  if (source.first >= source.end)
    return FALSE;
  attribution = add_attribution (finder, source, (SlRange) { work->cue.first, work->cue.end + 1 });
  if (work->source.first < work->source.end && is_anaphor (finder, work->source.first, work->source.end))
    return add_content_of_anaphor (finder, work, attribution);
  add_range (finder, attribution->content, (SlRange) { strip_start (finder, work->limit, work->cue.first), work->cue.first });
  return TRUE;
}

/* Fills in what is said; FALSE when the verb introduces nothing. */
static gboolean
add_verb_content (const Finder  *finder,
                  Case          *work,
                  SlAttribution *attribution)
{
  guint border = MIN (work->source.first, work->cue.first);
  gboolean left = quote_ending_at (finder, border) != NULL;

  if (is_anaphor (finder, work->next, work->stop))
    return add_content_of_anaphor (finder, work, attribution);
  if (left)
    {
      const SlQuote *more = quote_starting_at (finder, work->next);
      guint from = work->stop;

      add_content_before (finder, work, border, attribution);
      if (more != NULL && more->first < work->stop)
        {
          add_range (finder, attribution->content, (SlRange) { more->first, more->end });
          from = more->end;
        }
      add_following_quotes (finder, work->index, from, attribution);
      return TRUE;
    }
  if (!work->inverted && introduces (finder, work))
    return add_content_after (finder, work, attribution);
  return ends_clause (finder, work, work->next) && !means (work, "quote") && add_content_before (finder, work, border, attribution);
}

static void
handle_verb (Finder *finder,
             Case   *work)
{
  SlAttribution *attribution;
  gboolean kept;

  if (!is_verb_here (finder, work))
    return;
  find_subject (finder, work);
  if (add_passive (finder, work))
    return;
  skip_object (finder, work);
  attribution = add_attribution (finder, work->source, work->cue);
  kept = work->source.first < work->source.end || takes_over_speaker (finder, work, attribution);
  if (!kept || !add_verb_content (finder, work, attribution))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
}

/* ---- phrases: "according to", "it was reported", "citing" ------------------------------------------------- */

static void
handle_phrase (Finder *finder,
               Case   *work)
{
  SlAttribution *attribution;
  guint after;

  work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop);
  if (work->source.first >= work->source.end)
    return;
  attribution = add_attribution (finder, work->source, work->cue);
  after = work->source.end;
  if (strip_start (finder, work->limit, work->cue.first) == work->cue.first && is_text (finder, after, ","))
    {
      work->next = after + 1;
      add_content_after (finder, work, attribution);
      return;
    }
  if (work->cue.first > work->limit)
    {
      guint first = strip_start (finder, work->limit, work->cue.first);

      add_range (finder, attribution->content, (SlRange) { first, trim_end (finder, first, work->cue.first) });
    }
}

static void
handle_impersonal (Finder *finder,
                   Case   *work)
{
  SlAttribution *attribution = add_attribution (finder, (SlRange) { 0, 0 }, work->cue);

  if (!add_content_after (finder, work, attribution))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
}

/* "citing X" puts X before the speaker of the sentence, "as relayed by X" behind him. */
static void
handle_relay (Finder *finder,
              Case   *work)
{
  gboolean from = strcmp (work->meaning, "from") == 0;
  int main_index = finder->found->len > finder->in_sentence ? (int) finder->in_sentence : -1;
  SlAttribution *main, *relay;
  SlSpan relayed;

  work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop);
  if (work->source.first >= work->source.end || main_index < 0 || work->cue.first <= work->limit)
    return;
  main = g_ptr_array_index (finder->found, main_index);
  relay = add_attribution (finder, work->source, work->cue);
  if (from)
    {
      g_array_append_vals (relay->content, main->content->data, main->content->len);
      main->relay_of = (int) finder->found->len - 1;
      return;
    }
  /* Several hands: each relays the one before. */
  for (guint i = (guint) main_index + 1; i + 1 < finder->found->len; i++)
    if (((SlAttribution *) g_ptr_array_index (finder->found, i))->relay_of == main_index)
      main_index = (int) i;
  relay->relay_of = main_index;
  relayed = sl_attribution_words (main);
  relayed.end = MAX (relayed.end, finder->tokens->items[trim_end (finder, work->limit, work->cue.first) - 1].end);
  g_array_append_val (relay->content, relayed);
}

/* ---- headlines ---------------------------------------------------------------------------------------------- */

/* "… - The Example Times": a title that ends in an outlet. */
static void
handle_headline (Finder           *finder,
                 const SlSentence *sentence)
{
  SlRange source;
  SlAttribution *attribution;

  if (!sentence->starts_line || !sentence->ends_line || sentence->end - sentence->first < 5)
    return;
  for (guint i = sentence->end - 1; i > sentence->first + 2 && sentence->end - i < 8; i--)
    {
      if (!(is_text (finder, i, "–") || is_text (finder, i, "—") || is_text (finder, i, "-") || is_text (finder, i, "|"))
          || !finder->tokens->items[i].spaced || i + 1 >= sentence->end || !finder->tokens->items[i + 1].spaced)
        continue;
      source = (SlRange) { i + 1, sentence->end };
      if (!finder->tokens->items[i + 1].capital || !sl_speakers_is_outlet (&finder->clauses, source))
        return;
      attribution = add_attribution (finder, source, (SlRange) { i, i + 1 });
      add_range (finder, attribution->content, (SlRange) { strip_start (finder, sentence->first, i), i });
      return;
    }
}

/* ---- sentences ------------------------------------------------------------------------------------------------ */

/* Takes one cue at token @i; returns the token to go on at. */
static guint
handle_cue (Finder *finder,
            Case   *work,
            guint   i,
            gboolean relays)
{
  static const struct
  {
    SlClass class_;
    gboolean relay;
    void (*handle) (Finder *, Case *);
  } kinds[] = {
    { SL_CLASS_IMPERSONAL, FALSE, handle_impersonal },
    { SL_CLASS_RELAY, TRUE, handle_relay },
    { SL_CLASS_CUE_PHRASE, FALSE, handle_phrase },
    { SL_CLASS_CUE_VERB, FALSE, handle_verb },
  };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SlLexEntry *entry = NULL;
      guint count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, kinds[k].class_, &entry);

      if (count == 0)
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
      kinds[k].handle (finder, work);
      return i + count;
    }
  return i + 1;
}

/* First who says what, then who passes it on: the latter needs the former. */
static void
scan (Finder           *finder,
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
          Case work = { .sentence = sentence, .index = index, .limit = first, .stop = stop };

          i = in_quote (finder, i) ? i + 1 : handle_cue (finder, &work, i, relays != 0);
        }
    }
}

/* What stands inside a long quotation can be attributed once more: "Sources suggest …," the article says. */
static void
scan_quoted (Finder           *finder,
             const SlSentence *sentence,
             guint             index)
{
  const SlQuote *quote = quote_after (finder, sentence->first);
  guint first, stop;

  if (quote == NULL || quote->first > sentence->first || quote->end - quote->first < 12)
    return;
  first = MAX (quote->first + 1, sentence->first);
  stop = MIN (quote->end - 1, sentence->end);
  for (guint i = first; i < stop; i++)
    finder->clauses.places[i] &= (guint8) ~SL_PLACE_QUOTE;
  finder->in_sentence = finder->found->len;
  scan (finder, sentence, index, first, stop);
  for (guint i = first; i < stop; i++)
    finder->clauses.places[i] |= SL_PLACE_QUOTE;
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
 * Returns: (transfer full) (element-type SlAttribution): the attributions; those of one sentence stand together
 */
GPtrArray *
sl_attributor_find (const SlTokens   *tokens,
                    const GArray     *sentences,
                    const GArray     *quotes,
                    const GPtrArray  *times,
                    const SlLanguage *language)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_attribution_free);
  Finder finder = {
    .tokens = tokens,
    .sentences = sentences,
    .quotes = quotes,
    .found = found,
    .comma_clauses = sl_language_has_comma_clauses (language),
  };

  sl_clauses_init (&finder.clauses, tokens, sl_language_get_lexicon (language), quotes, times);
  for (guint i = 0; i < sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, i);

      scan_quoted (&finder, sentence, i);
      finder.in_sentence = found->len;
      if (sentence->line < 3)
        handle_headline (&finder, sentence);
      if (found->len == finder.in_sentence)
        scan (&finder, sentence, i, sentence->first, sentence->end);
    }
  sl_speakers_resolve (&finder.clauses, language, sentences, found);
  sl_clauses_clear (&finder.clauses);
  return g_steal_pointer (&found);
}
