/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-credits.h"

#include "extract/sl-speakers.h"

/* A dateline has at most so many tokens. */
#define DATELINE 16

/**
 * sl_credits_find_headline:
 *
 * "… - The Example Times": a title that ends in an outlet.
 */
void
sl_credits_find_headline (SlFinder         *finder,
                          const SlSentence *sentence)
{
  SlRange source;
  SlAttribution *attribution;

  if (!sentence->starts_line || !sentence->ends_line || sentence->end - sentence->first < 5)
    return;
  for (guint i = sentence->end - 1; i > sentence->first + 2 && sentence->end - i < 8; i--)
    {
      if (!(sl_finder_is_text (finder, i, "–") || sl_finder_is_text (finder, i, "—") || sl_finder_is_text (finder, i, "-") || sl_finder_is_text (finder, i, "|"))
          || !finder->tokens->items[i].spaced || i + 1 >= sentence->end || !finder->tokens->items[i + 1].spaced)
        continue;
      source = (SlRange) { i + 1, sentence->end };
      if (!finder->tokens->items[i + 1].capital || !sl_speakers_is_outlet (&finder->clauses, source))
        return;
      attribution = sl_finder_add_attribution (finder, source, (SlRange) { i, i + 1 });
      sl_finder_add_range (finder, attribution->content, (SlRange) { sl_finder_strip_start (finder, sentence->first, i), i });
      return;
    }
}

/* Index of the bracket that closes a dateline's agency, 0 when the sentence has no dateline. */
static guint
find_dateline (const SlFinder   *finder,
               const SlSentence *sentence,
               guint            *open)
{
  const SlToken *items = finder->tokens->items;

  if (!sentence->starts_line || !items[sentence->first].upper)
    return 0;
  for (guint i = sentence->first + 1; i < sentence->end && i < sentence->first + DATELINE; i++)
    {
      if (sl_finder_is_text (finder, i, "("))
        *open = i;
      else if (sl_finder_is_text (finder, i, ")"))
        return *open > sentence->first && i > *open + 1 && items[*open + 1].capital ? i : 0;
      else if (items[i].kind == SL_TOKEN_WORD && !items[i].capital)
        return 0;
    }
  return 0;
}

/**
 * sl_credits_find_dateline:
 * @index: of @sentence
 *
 * "LUND, Nov 23 (Reuters) - …": the agency says what follows.
 */
void
sl_credits_find_dateline (SlFinder         *finder,
                          const SlSentence *sentence,
                          guint             index)
{
  guint open = 0;
  guint close = find_dateline (finder, sentence, &open);
  guint first = close + 1, end = sentence->end;
  SlAttribution *attribution;

  if (close == 0)
    return;
  for (guint i = index + 1; i < finder->sentences->len && g_array_index (finder->sentences, SlSentence, i).line == sentence->line; i++)
    end = g_array_index (finder->sentences, SlSentence, i).end;
  while (first < sentence->end && finder->tokens->items[first].kind == SL_TOKEN_MARK && !sl_finder_in_quote (finder, first))
    first++;
  if (first >= sentence->end)
    return;
  attribution = sl_finder_add_attribution (finder, (SlRange) { open + 1, close }, (SlRange) { sentence->first, close + 1 });
  attribution->kind = SL_SPEAKER_OUTLET;
  sl_finder_add_range (finder, attribution->content, (SlRange) { first, sl_finder_trim_end (finder, first, end) });
}
