/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-finder.h"

/* How many tokens may stand between a quotation and the verb that introduces it. */
#define QUOTE_GAP 3

/* ---- making attributions ---------------------------------------------------------------------- */

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SlSpan));
}

/**
 * sl_finder_add_range:
 *
 * Appends the bytes of @range to @spans, unless it is empty.
 */
void
sl_finder_add_range (const SlFinder *finder,
                     GArray         *spans,
                     SlRange         range)
{
  SlSpan span;

  if (range.first >= range.end)
    return;
  span = sl_clauses_get_span (&finder->clauses, range);
  g_array_append_val (spans, span);
}

/**
 * sl_finder_add_attribution:
 *
 * Returns: (transfer none): a new attribution with source and cue, either of which may be empty
 */
SlAttribution *
sl_finder_add_attribution (SlFinder *finder,
                           SlRange   source,
                           SlRange   cue)
{
  SlAttribution *attribution = g_new0 (SlAttribution, 1);

  attribution->source = new_spans ();
  attribution->cue = new_spans ();
  attribution->content = new_spans ();
  attribution->relay_of = -1;
  attribution->statement = TRUE;
  attribution->told = TRUE;
  sl_finder_add_range (finder, attribution->source, source);
  sl_finder_add_range (finder, attribution->cue, cue);
  g_ptr_array_add (finder->found, attribution);
  return attribution;
}

/**
 * sl_finder_is:
 *
 * Whether token @i by itself is a word of @class_.
 */
gboolean
sl_finder_is (const SlFinder *finder,
              guint           i,
              SlClass         class_)
{
  return sl_clauses_is (&finder->clauses, i, class_);
}

/**
 * sl_finder_is_text:
 *
 * Whether token @i is exactly @text.
 */
gboolean
sl_finder_is_text (const SlFinder *finder,
                   guint           i,
                   const char     *text)
{
  return sl_tokens_is (finder->tokens, i, text);
}

/**
 * sl_finder_in_quote:
 *
 * Whether token @i stands inside a quotation.
 */
gboolean
sl_finder_in_quote (const SlFinder *finder,
                    guint           i)
{
  return i < finder->tokens->count && (finder->clauses.places[i] & SL_PLACE_QUOTE) != 0;
}

/**
 * sl_finder_is_comma:
 *
 * Whether token @i is a comma outside quotations, or the mark that closes one with a comma in it.
 */
gboolean
sl_finder_is_comma (const SlFinder *finder,
                    guint           i)
{
  if (sl_finder_in_quote (finder, i))
    return i > 1 && !sl_finder_in_quote (finder, i + 1) && (sl_finder_is_text (finder, i - 1, ",") || sl_finder_is_text (finder, i - 2, ","));
  return sl_finder_is_text (finder, i, ",");
}

/* ---- quotations ---------------------------------------------------------------------------------- */

/**
 * sl_finder_quote_after:
 *
 * Returns: (transfer none) (nullable): the first quotation that ends after token @i
 */
const SlQuote *
sl_finder_quote_after (const SlFinder *finder,
                       guint           i)
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

/**
 * sl_finder_quote_ending_at:
 *
 * Returns: (transfer none) (nullable): the quotation that ends right before token @i, but for a comma or dash
 */
const SlQuote *
sl_finder_quote_ending_at (const SlFinder *finder,
                           guint           i)
{
  const SlQuote *quote;

  while (i > 0 && finder->tokens->items[i - 1].kind == SL_TOKEN_MARK
         && (sl_finder_is_text (finder, i - 1, ",") || sl_finder_is_text (finder, i - 1, "–") || sl_finder_is_text (finder, i - 1, "—") || sl_finder_is_text (finder, i - 1, "-"))
         && !sl_finder_in_quote (finder, i - 1))
    i--;
  if (i == 0 || !sl_finder_in_quote (finder, i - 1))
    return NULL;
  quote = sl_finder_quote_after (finder, i - 1);
  return quote != NULL && quote->end == i ? quote : NULL;
}

/**
 * sl_finder_quote_starting_at:
 *
 * Returns: (transfer none) (nullable): the quotation that begins at token @i, or behind marks there
 */
const SlQuote *
sl_finder_quote_starting_at (const SlFinder *finder,
                             guint           i)
{
  const SlQuote *quote = sl_finder_quote_after (finder, i);

  if (quote == NULL || quote->first < i || quote->first > i + QUOTE_GAP)
    return NULL;
  for (guint k = i; k < quote->first; k++)
    if (finder->tokens->items[k].kind != SL_TOKEN_MARK && !(finder->tokens->items[k].kind == SL_TOKEN_NEWLINE && sl_finder_is_text (finder, i, ":")) && !sl_finder_is (finder, k, SL_CLASS_CONJUNCTION))
      return NULL;
  return quote;
}

/**
 * sl_finder_trim_end:
 *
 * Returns: the end of [@first, @end) without its final marks
 */
guint
sl_finder_trim_end (const SlFinder *finder,
                    guint           first,
                    guint           end)
{
  while (end > first && finder->tokens->items[end - 1].kind == SL_TOKEN_MARK
         && (sl_finder_is_text (finder, end - 1, ".") || sl_finder_is_text (finder, end - 1, ",") || sl_finder_is_text (finder, end - 1, ";") || sl_finder_is_text (finder, end - 1, ":"))
         && !sl_finder_in_quote (finder, end - 1))
    end--;
  return end;
}

/**
 * sl_finder_add_following_quotes:
 *
 * Adds the quotations right behind sentence @index that have no speaker of their own; returns the token behind them.
 */
guint
sl_finder_add_following_quotes (const SlFinder *finder,
                                guint           index,
                                guint           from,
                                SlAttribution  *attribution)
{
  for (guint i = index + 1; i < finder->sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (finder->sentences, SlSentence, i);
      const SlQuote *quote;

      if (sentence->end <= from)
        continue;
      quote = sentence->starts_line ? NULL : sl_finder_quote_after (finder, sentence->first);
      if (quote == NULL || quote->first != sentence->first || sl_finder_trim_end (finder, quote->first, sentence->end) > quote->end)
        break;
      sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
      from = quote->end;
    }
  return from;
}

/* ---- content ---------------------------------------------------------------------------------------- */

/**
 * sl_finder_strip_start:
 *
 * Returns: the first token of [@first, @end) behind list markers and line ends
 */
guint
sl_finder_strip_start (const SlFinder *finder,
                       guint           first,
                       guint           end)
{
  while (first < end && finder->tokens->items[first].kind != SL_TOKEN_WORD
         && (finder->tokens->items[first].kind == SL_TOKEN_NEWLINE || sl_finder_is_text (finder, first, "-") || sl_finder_is_text (finder, first, "–")
             || sl_finder_is_text (finder, first, "—") || sl_finder_is_text (finder, first, "•") || sl_finder_is_text (finder, first, "*") || sl_finder_is_text (finder, first, ",")))
    first++;
  return first;
}

/**
 * sl_finder_add_content_before:
 *
 * What is said stands before token @border; %FALSE when nothing does.
 */
gboolean
sl_finder_add_content_before (const SlFinder  *finder,
                              const SlCueCase *work,
                              guint            border,
                              SlAttribution   *attribution)
{
  const SlQuote *quote = sl_finder_quote_ending_at (finder, border);
  guint first, end;

  if (quote != NULL)
    {
      first = quote->first;
      /* A partial quotation at the end of a sentence: all of the sentence is reported. */
      if (first > work->limit)
        first = sl_finder_strip_start (finder, work->limit, quote->first);
      sl_finder_add_range (finder, attribution->content, (SlRange) { first, quote->end });
      return TRUE;
    }
  if (border <= work->limit || !sl_finder_is_text (finder, border - 1, ","))
    return FALSE;
  first = sl_finder_strip_start (finder, work->limit, border);
  end = sl_finder_trim_end (finder, first, border);
  if (end - first < 2 && !sl_finder_is_text (finder, work->next, ","))
    return FALSE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { first, end });
  return TRUE;
}

/* ", adding that …" begins the next attribution and ends this one; so does ", citing …". */
static guint
find_content_end (const SlFinder  *finder,
                  const SlCueCase *work,
                  guint            first)
{
  guint end = work->stop;
  const SlQuote *quote;

  for (guint i = first + 1; i < work->stop; i++)
    {
      if (!sl_finder_is_comma (finder, i))
        continue;
      if (sl_tokens_match (finder->tokens, finder->clauses.lexicon, i + 1, SL_CLASS_CUE_VERB, NULL) > 0
          || sl_tokens_match (finder->tokens, finder->clauses.lexicon, i + 1, SL_CLASS_RELAY, NULL) > 0
          || sl_tokens_match (finder->tokens, finder->clauses.lexicon, i + 1, SL_CLASS_CUE_PHRASE, NULL) > 0)
        return sl_finder_in_quote (finder, i) ? i + 1 : i;
    }
  /* A quotation that is still open goes on into the next sentence. */
  quote = sl_finder_in_quote (finder, end - 1) ? sl_finder_quote_after (finder, end - 1) : NULL;
  if (quote != NULL && quote->end > end && quote->first >= first)
    return quote->end;
  return sl_finder_trim_end (finder, first, end);
}

/**
 * sl_finder_add_content_after:
 *
 * What is said stands behind the cue; %FALSE when nothing does.
 */
gboolean
sl_finder_add_content_after (const SlFinder  *finder,
                             const SlCueCase *work,
                             SlAttribution   *attribution)
{
  const SlQuote *quote = sl_finder_quote_starting_at (finder, work->next);
  guint first = work->next;
  guint end;

  if (quote != NULL && quote->end >= sl_finder_trim_end (finder, quote->first, work->stop))
    {
      sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
      sl_finder_add_following_quotes (finder, work->index, quote->end, attribution);
      return TRUE;
    }
  while (first < work->stop && (sl_finder_is_text (finder, first, ":") || sl_finder_is_text (finder, first, ",")))
    first++;
  if (first >= work->stop)
    return FALSE;
  end = find_content_end (finder, work, first);
  if (end <= first || (end - first == 1 && sl_finder_is (finder, first, SL_CLASS_PREPOSITION)))
    return FALSE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { first, end });
  return TRUE;
}

/**
 * sl_finder_add_content_of_anaphor:
 *
 * What is said is what the sentences before said; no content when there are none. Returns %TRUE.
 */
gboolean
sl_finder_add_content_of_anaphor (const SlFinder  *finder,
                                  const SlCueCase *work,
                                  SlAttribution   *attribution)
{
  guint last = work->index, first;

  /* What is spoken of stands in the headline, or nowhere. */
  if (last == 0)
    return TRUE;
  first = --last;
  if (!work->sentence->starts_line)
    first = last;
  else
    while (first > 0 && !g_array_index (finder->sentences, SlSentence, first).starts_line)
      first--;
  sl_finder_add_range (finder,
                       attribution->content,
                       (SlRange) { g_array_index (finder->sentences, SlSentence, first).first, g_array_index (finder->sentences, SlSentence, last).end });
  return TRUE;
}

/**
 * sl_finder_is_anaphor:
 *
 * Whether an anaphor and nothing more stands in [@first, @end).
 */
gboolean
sl_finder_is_anaphor (const SlFinder *finder,
                      guint           first,
                      guint           end)
{
  guint count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, first, SL_CLASS_ANAPHOR, NULL);

  /* "On this day" is no "on this". */
  if (count == 0 || (finder->clauses.places[first + count - 1] & SL_PLACE_TIME) != 0)
    return FALSE;
  first += count;
  /* "it's unclear" */
  if (first + 1 < end && finder->tokens->items[first].kind == SL_TOKEN_MARK && !finder->tokens->items[first].spaced
      && !finder->tokens->items[first + 1].spaced && finder->tokens->items[first + 1].kind == SL_TOKEN_WORD)
    return FALSE;
  return first >= end || finder->tokens->items[first].kind == SL_TOKEN_MARK || (finder->clauses.places[first] & SL_PLACE_TIME) != 0
         || sl_finder_is (finder, first, SL_CLASS_PREPOSITION) || sl_finder_is (finder, first, SL_CLASS_RELAY);
}
