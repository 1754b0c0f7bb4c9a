/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-suggest.h"

#include <string.h>

#include "core/sl-attribution.h"
#include "core/sl-offsets.h"

/* The extractor's chain ends with the last speaker inside the text; the reader meets it through the publisher. */
static GPtrArray *
complete_chain (GPtrArray  *found,
                const char *publisher)
{
  GPtrArray *chain = found != NULL ? sl_attribution_chain_copy (found) : sl_attribution_chain_new ();
  const SlAttributionLink *last = chain->len > 0 ? g_ptr_array_index (chain, chain->len - 1) : NULL;

  if (publisher != NULL && (last == NULL || g_strcmp0 (last->speaker, publisher) != 0))
    g_ptr_array_add (chain, sl_attribution_link_new (publisher, SL_SPEAKER_OUTLET, "", 0, 0));

  return chain;
}

static void
set_when (SlSuggestion    *suggestion,
          const SlTimex   *timex,
          const SlOffsets *offsets)
{
  g_clear_pointer (&suggestion->when, sl_when_free);
  suggestion->when = sl_when_copy (timex->when);
  suggestion->when_start_cp = sl_offsets_to_cp (offsets, timex->span.start);
  suggestion->when_end_cp = sl_offsets_to_cp (offsets, timex->span.end);
}

static SlSuggestion *
make_suggestion (const SlStudy    *study,
                 const SlDocument *document,
                 const SlProposal *proposal,
                 const SlOffsets  *offsets)
{
  SlSuggestion *suggestion = sl_suggestion_new ();

  suggestion->document_id = document->id;
  suggestion->source_id = document->source_id;
  g_free (suggestion->text);
  suggestion->text = g_strdup (proposal->text);
  g_clear_pointer (&suggestion->passage, sl_passage_free);
  suggestion->passage = sl_passage_new (study->reading->text,
                                        sl_offsets_to_cp (offsets, proposal->span.start),
                                        sl_offsets_to_cp (offsets, proposal->span.end));
  suggestion->passage->document_id = document->id;
  suggestion->modality = proposal->modality;
  g_clear_pointer (&suggestion->chain, g_ptr_array_unref);
  suggestion->chain = complete_chain (proposal->chain, study->reading->outlet);

  if (proposal->timex >= 0)
    set_when (suggestion, g_ptr_array_index (study->extraction->times, proposal->timex), offsets);
  else if (suggestion->when == NULL)
    suggestion->when = sl_when_new_undated ();

  return suggestion;
}

/**
 * sl_suggest:
 * @document: the stored document whose text is the article's
 *
 * Turns what the extractor proposes into suggestions for the analyst, in text order.
 *
 * Returns: (transfer full) (element-type SlSuggestion)
 */
GPtrArray *
sl_suggest (const SlStudy    *study,
            const SlDocument *document)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_suggestion_free);
  const char *text = study->reading->text;
  g_autoptr (SlOffsets) offsets = sl_offsets_new (text, strlen (text));

  for (guint i = 0; i < study->extraction->proposals->len; i++)
    g_ptr_array_add (suggestions, make_suggestion (study, document, g_ptr_array_index (study->extraction->proposals, i), offsets));

  return suggestions;
}
