/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-relays.h"

#include <string.h>

#include "extract/sl-speakers.h"

/* A report has gone through no more hands than this. */
#define MAX_HANDS 8

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
  if (sl_speakers_is_outlet (&finder->clauses, work->source) && sl_speakers_is_outlet (&finder->clauses, speaker))
    attribution->relay_of = (int) finder->in_sentence;
}

/**
 * sl_relays_handle:
 *
 * "citing X" puts X before the speaker of the sentence, "as relayed by X" behind him.
 */
void
sl_relays_handle (SlFinder  *finder,
                  SlCueCase *work)
{
  gboolean from = strcmp (work->meaning, "from") == 0;
  int main_index = finder->found->len > finder->in_sentence ? (int) finder->in_sentence : -1;
  SlAttribution *main, *relay;
  SlSpan relayed;

  work->source = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
  if (work->source.first >= work->source.end || main_index < 0 || work->cue.first <= work->limit)
    return;
  main = g_ptr_array_index (finder->found, main_index);
  relay = sl_finder_add_attribution (finder, work->source, work->cue);
  if (from)
    {
      g_array_append_vals (relay->content, main->content->data, main->content->len);
      main->relay_of = (int) finder->found->len - 1;
      return;
    }
  /* Several hands: each relays the one before. */
  for (guint i = (guint) main_index + 1; i + 1 < finder->found->len && i < finder->in_sentence + MAX_HANDS; i++)
    if (((SlAttribution *) g_ptr_array_index (finder->found, i))->relay_of == main_index)
      main_index = (int) i;
  relay->relay_of = main_index;
  relayed = sl_attribution_words (main);
  relayed.end = MAX (relayed.end, finder->tokens->items[sl_finder_trim_end (finder, work->limit, work->cue.first) - 1].end);
  g_array_append_val (relay->content, relayed);
}
