/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-colons.h"

/* So many tokens at most name who speaks before a colon. */
#define MAX_NAME 9

/* Names of people and bodies have capitals; so have few other words that stand before a colon at the beginning of a line. */
static gboolean
can_speak (const SlFinder *finder,
           SlRange         words)
{
  guint capitals = 0;

  if (sl_tokens_match (finder->tokens, finder->clauses.lexicon, words.first, SL_CLASS_RUBRIC, NULL) > 0)
    return FALSE;
  for (guint i = words.first; i < words.end; i++)
    {
      const SlToken *token = &finder->tokens->items[i];

      if (token->kind == SL_TOKEN_NUMBER || sl_finder_in_quote (finder, i) || sl_finder_is (finder, i, SL_CLASS_CUE_VERB)
          || sl_finder_is (finder, i, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, i, SL_CLASS_AUXILIARY))
        return FALSE;
      if (token->kind == SL_TOKEN_WORD && !token->capital && !sl_finder_is (finder, i, SL_CLASS_PREPOSITION) && !sl_finder_is (finder, i, SL_CLASS_JOINER))
        return FALSE;
      capitals += token->kind == SL_TOKEN_WORD && token->capital;
    }
  /* "Q" and "A" name nobody. */
  return capitals > 0 && finder->tokens->items[words.end - 1].end - finder->tokens->items[words.first].start > 1;
}

static guint
find_colon (const SlFinder   *finder,
            const SlSentence *sentence)
{
  for (guint i = sentence->first + 1; i + 1 < sentence->end && i <= sentence->first + MAX_NAME; i++)
    if (sl_finder_is_text (finder, i, ":"))
      return finder->tokens->items[i + 1].spaced ? i : 0;
  return 0;
}

/* What the speaker of a transcript says ends with the paragraph, what a title reports with the title. */
static guint
find_end (const SlFinder   *finder,
          const SlSentence *sentence,
          guint             index)
{
  guint end = sentence->end;

  for (guint i = index + 1; i < finder->sentences->len && g_array_index (finder->sentences, SlSentence, i).line == sentence->line; i++)
    end = g_array_index (finder->sentences, SlSentence, i).end;
  return end;
}

/* “The dam will hold.” — Ana Prokop */
static gboolean
handle_signature (SlFinder         *finder,
                  const SlSentence *sentence)
{
  guint i = sentence->end;
  SlAttribution *attribution;
  const SlQuote *quote;

  while (i > sentence->first && sentence->end - i < MAX_NAME && finder->tokens->items[i - 1].kind == SL_TOKEN_WORD && finder->tokens->items[i - 1].capital)
    i--;
  if (i == sentence->end || i < 2 || !finder->tokens->items[i].spaced || finder->tokens->items[i - 1].kind != SL_TOKEN_MARK || sl_finder_is_text (finder, i - 1, ",")
      || sl_finder_in_quote (finder, i - 1))
    return FALSE;
  quote = sl_finder_in_quote (finder, i - 2) ? sl_finder_quote_after (finder, i - 2) : NULL;
  if (quote == NULL || quote->end != i - 1)
    return FALSE;
  attribution = sl_finder_add_attribution (finder, (SlRange) { i, sentence->end }, (SlRange) { i - 1, i });
  sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
  return TRUE;
}

/**
 * sl_colons_handle:
 * @finder: a text
 * @sentence: one of its sentences
 * @index: its index
 *
 * "Prokop: The dam will hold": who speaks stands before a colon, in the title of an article or in a transcript;
 * or behind a quotation, as its signature.
 *
 * Returns: whether the sentence is one of these
 */
gboolean
sl_colons_handle (SlFinder         *finder,
                  const SlSentence *sentence,
                  guint             index)
{
  guint colon = sentence->starts_line ? find_colon (finder, sentence) : 0;
  SlRange source = { sentence->first, colon };
  SlAttribution *attribution;
  guint end;

  if (sentence->ends_line && handle_signature (finder, sentence))
    return TRUE;
  if (colon == 0 || !can_speak (finder, source))
    return FALSE;
  /* In the article itself only transcripts have it, which shout the names, and quotations. */
  if (sentence->line > 0 && !finder->tokens->items[sentence->first].upper
      && sl_finder_quote_starting_at (finder, colon + 1) == NULL)
    return FALSE;
  end = sentence->line > 0 ? find_end (finder, sentence, index) : sentence->end;
  attribution = sl_finder_add_attribution (finder, source, (SlRange) { colon, colon + 1 });
  sl_finder_add_range (finder, attribution->content, (SlRange) { colon + 1, sl_finder_trim_end (finder, colon + 1, end) });
  return sentence->line == 0;
}
