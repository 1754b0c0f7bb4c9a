/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-suggest.h"

#include <string.h>

#include "core/sl-attribution.h"
#include "core/sl-offsets.h"
#include "extract/sl-likeness.h"

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

static void
set_passage (SlSuggestion    *suggestion,
             const SlStudy   *study,
             SlSpan           span,
             GPtrArray       *chain,
             const SlOffsets *offsets)
{
  g_clear_pointer (&suggestion->passage, sl_passage_free);
  suggestion->passage = sl_passage_new (study->reading->text, sl_offsets_to_cp (offsets, span.start), sl_offsets_to_cp (offsets, span.end));
  suggestion->passage->document_id = suggestion->document_id;
  g_clear_pointer (&suggestion->chain, g_ptr_array_unref);
  suggestion->chain = complete_chain (chain, study->reading->outlet);
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
  g_set_str (&suggestion->title, proposal->title);
  g_set_str (&suggestion->text, proposal->text);
  suggestion->usefulness = proposal->usefulness;
  suggestion->modality = proposal->modality;
  set_passage (suggestion, study, proposal->span, proposal->chain, offsets);

  if (proposal->timex >= 0)
    set_when (suggestion, g_ptr_array_index (study->extraction->times, proposal->timex), offsets);
  else if (suggestion->when == NULL)
    suggestion->when = sl_when_new_undated ();

  return suggestion;
}

/* A further passage of @suggestion. */
static SlSuggestion *
make_repeated (const SlStudy           *study,
               const SlSuggestion      *suggestion,
               const SlProposalPassage *passage,
               const SlOffsets         *offsets)
{
  SlSuggestion *repeated = sl_suggestion_new ();

  repeated->document_id = suggestion->document_id;
  repeated->source_id = suggestion->source_id;
  repeated->title = g_strdup (suggestion->title);
  repeated->text = g_strdup (suggestion->text);
  repeated->usefulness = suggestion->usefulness;
  repeated->modality = suggestion->modality;
  g_clear_pointer (&repeated->when, sl_when_free);
  repeated->when = sl_when_copy (suggestion->when);
  repeated->state = SL_SUGGESTION_REPEATED;
  set_passage (repeated, study, passage->span, passage->chain, offsets);

  return repeated;
}

/* ---- what the case has already ------------------------------------------------------------------ */

/* What another article, or an earlier capture of this one, said in nearly the same words. */
static SlSuggestion *
find_same (SlCase              *a_case,
           const SlSuggestion  *suggestion,
           const SlLanguage    *language,
           GError             **error)
{
  g_autoptr (GPtrArray) candidates = sl_case_find_suggestions (a_case, suggestion, error);
  g_autoptr (SlLikeness) likeness = NULL;

  if (candidates == NULL)
    return NULL;
  if (candidates->len > 0)
    likeness = sl_likeness_new_text (suggestion->text, language);
  for (guint i = 0; i < candidates->len; i++)
    {
      const SlSuggestion *candidate = g_ptr_array_index (candidates, i);
      g_autoptr (SlLikeness) other = sl_likeness_new_text (candidate->text, language);

      if (candidate->document_id != suggestion->document_id && candidate->modality == suggestion->modality
          && (g_str_equal (candidate->text, suggestion->text) || sl_likeness_is_same (likeness, other)))
        return g_ptr_array_steal_index (candidates, i);
    }
  return NULL;
}

/* What waits with a suggestion that is still open is not shown by itself; what became a claim is asked about again. */
static void
join_same (SlSuggestion       *suggestion,
           const SlSuggestion *before)
{
  if (before == NULL)
    return;
  suggestion->same_as = before->id;
  if (before->state == SL_SUGGESTION_OPEN)
    suggestion->state = SL_SUGGESTION_REPEATED;
}

static gboolean
store (SlCase            *a_case,
       const SlStudy     *study,
       SlSuggestion      *suggestion,
       const SlProposal  *proposal,
       const SlOffsets   *offsets,
       const SlLanguage  *language,
       GError           **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (SlSuggestion) before = find_same (a_case, suggestion, language, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  join_same (suggestion, before);
  if (!sl_case_put_suggestion (a_case, suggestion, error))
    return FALSE;
  for (guint i = 0; i < proposal->also->len; i++)
    {
      g_autoptr (SlSuggestion) repeated = make_repeated (study, suggestion, g_ptr_array_index (proposal->also, i), offsets);

      repeated->same_as = suggestion->state == SL_SUGGESTION_REPEATED ? suggestion->same_as : suggestion->id;
      if (!sl_case_put_suggestion (a_case, repeated, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sl_suggest:
 * @a_case: a case, within an act
 * @document: the stored document whose text is the article's
 *
 * Stores what the extractor proposes as suggestions. What the text says more than once, or another article of the case said
 * before, waits as one suggestion with all its passages.
 *
 * Returns: (transfer full) (nullable) (element-type SlSuggestion): those that wait to be decided on, the most
 *   useful first; %NULL with an error of the store
 */
GPtrArray *
sl_suggest (SlCase            *a_case,
            const SlStudy     *study,
            const SlDocument  *document,
            GError           **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_suggestion_free);
  const SlLanguage *language = sl_language_get (study->extraction->language, error);
  const char *text = study->reading->text;
  g_autoptr (SlOffsets) offsets = sl_offsets_new (text, strlen (text));

  if (language == NULL)
    return NULL;
  for (guint i = 0; i < study->extraction->proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (study->extraction->proposals, i);
      g_autoptr (SlSuggestion) suggestion = make_suggestion (study, document, proposal, offsets);

      if (!store (a_case, study, suggestion, proposal, offsets, language, error))
        return NULL;
      if (suggestion->state == SL_SUGGESTION_OPEN)
        g_ptr_array_add (open, g_steal_pointer (&suggestion));
    }

  return g_steal_pointer (&open);
}
