/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-proposer.h"

#include <string.h>

#include "extract/sl-chain.h"
#include "extract/sl-timex.h"

/* A claim has at least so many words; a heading at most so many. */
#define MIN_WORDS 5
#define HEADING_WORDS 14

#define BIT(class_) (G_GUINT64_CONSTANT (1) << (class_))

typedef struct
{
  const SlTokens  *tokens;
  const SlLexicon *lexicon;
  const GArray    *sentences;  /* (unowned) */
  const GPtrArray *times;      /* (unowned) */
  SlChains         chains;
  int              focus;      /* attribution of the outlet whose report is being told, or -1 */
} Proposer;

static const SlAttribution *
get_attribution (const Proposer *proposer,
                 guint           i)
{
  return g_ptr_array_index (proposer->chains.attributions, i);
}

/* ---- which words ------------------------------------------------------------------------------ */

static gboolean
is_mark (const Proposer *proposer,
         guint           i,
         const char     *mark)
{
  return sl_tokens_is (proposer->tokens, i, mark);
}

/* List markers are no part of what is said. */
static guint
skip_marker (const Proposer   *proposer,
             const SlSentence *sentence)
{
  guint i = sentence->first;

  if (sentence->starts_line && i + 1 < sentence->end && proposer->tokens->items[i + 1].spaced
      && (is_mark (proposer, i, "-") || is_mark (proposer, i, "–") || is_mark (proposer, i, "—") || is_mark (proposer, i, "•") || is_mark (proposer, i, "*") || is_mark (proposer, i, "·")))
    return i + 1;
  return i;
}

static guint
count_words (const Proposer   *proposer,
             const SlSentence *sentence)
{
  guint words = 0;

  for (guint i = sentence->first; i < sentence->end; i++)
    words += proposer->tokens->items[i].kind == SL_TOKEN_WORD ? 1 : 0;
  return words;
}

static gboolean
ends_in_stop (const Proposer   *proposer,
              const SlSentence *sentence)
{
  for (guint i = sentence->end; i > sentence->first && proposer->tokens->items[i - 1].kind == SL_TOKEN_MARK; i--)
    if (is_mark (proposer, i - 1, ".") || is_mark (proposer, i - 1, "!") || is_mark (proposer, i - 1, "?") || is_mark (proposer, i - 1, "…")
        || is_mark (proposer, i - 1, ";") || is_mark (proposer, i - 1, ":"))
      return TRUE;
  return FALSE;
}

/* A line of its own without a full stop: a title, a heading, a caption. */
static gboolean
is_heading (const Proposer   *proposer,
            const SlSentence *sentence)
{
  return sentence->starts_line && sentence->ends_line && !ends_in_stop (proposer, sentence)
         && (sentence->line == 0 || count_words (proposer, sentence) <= HEADING_WORDS)
         && skip_marker (proposer, sentence) == sentence->first;
}

/* The words of a passage, with one blank wherever the text has white space. */
static char *
collapse (const Proposer *proposer,
          SlSpan          span)
{
  GString *words = g_string_sized_new (sl_span_length (span) + 1);
  guint first = sl_tokens_find (proposer->tokens, span.start);

  for (guint i = first; i < proposer->tokens->count && proposer->tokens->items[i].start < span.end; i++)
    {
      const SlToken *token = &proposer->tokens->items[i];

      if (token->kind == SL_TOKEN_NEWLINE)
        continue;
      if (i > first && token->spaced)
        g_string_append_c (words, ' ');
      g_string_append_len (words, proposer->tokens->text + token->start, token->end - token->start);
    }
  return g_string_free_and_steal (words);
}

/* ---- who says so -------------------------------------------------------------------------------- */

/* The report of an outlet is told until a heading or a list begins, or another outlet is named. */
static void
move_focus (Proposer         *proposer,
            const SlSentence *sentence)
{
  if (is_heading (proposer, sentence) || skip_marker (proposer, sentence) != sentence->first)
    proposer->focus = -1;
  if (is_heading (proposer, sentence))
    return;
  for (guint i = sl_chains_find_first (&proposer->chains, sentence->span.start); i < proposer->chains.attributions->len; i++)
    {
      const SlAttribution *attribution = get_attribution (proposer, i);

      if (sl_attribution_words (attribution).start >= sentence->span.end)
        break;
      if (attribution->kind == SL_SPEAKER_OUTLET && !sl_chains_is_relay (&proposer->chains, i))
        proposer->focus = sl_chains_find_outlet (&proposer->chains, i);
    }
}

/* ---- when ----------------------------------------------------------------------------------------- */

static gboolean
lies_in_content (const SlAttribution *attribution,
                 SlSpan               span)
{
  for (guint i = 0; i < attribution->content->len; i++)
    if (sl_span_contains (g_array_index (attribution->content, SlSpan, i), span))
      return TRUE;
  return FALSE;
}

static guint
first_time (const Proposer *proposer,
            gsize           start)
{
  guint low = 0, high = proposer->times->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const SlTimex *) g_ptr_array_index (proposer->times, middle))->span.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The time in the clause itself. The day on which somebody says something is not the day on which it happened. */
static int
find_time (const Proposer *proposer,
           SlSpan          passage,
           const GArray   *speakers)
{
  const SlAttribution *inner = speakers->len > 0 ? get_attribution (proposer, g_array_index (speakers, guint, 0)) : NULL;

  for (guint i = first_time (proposer, passage.start); i < proposer->times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (proposer->times, i);

      if (timex->span.start >= passage.end)
        break;
      if (!sl_when_is_dated (timex->when)
          || (timex->type != SL_TIMEX_DATE && timex->type != SL_TIMEX_TIME))
        continue;
      if (inner == NULL || lies_in_content (inner, timex->span))
        return (int) i;
    }
  return -1;
}

/* ---- how sure ---------------------------------------------------------------------------------------- */

/* One bit for each class of words that a passage has, of those that matter here. */
static guint64
find_classes (const Proposer *proposer,
              SlSpan          span)
{
  const guint64 wanted = BIT (SL_CLASS_DENIAL) | BIT (SL_CLASS_HEDGE) | BIT (SL_CLASS_CONDITION) | BIT (SL_CLASS_PREDICTION)
                         | BIT (SL_CLASS_PLAN) | BIT (SL_CLASS_EVENT_VERB) | BIT (SL_CLASS_CUE_VERB);
  guint64 found = 0;

  for (guint i = sl_tokens_find (proposer->tokens, span.start); i < proposer->tokens->count && proposer->tokens->items[i].start < span.end; i++)
    {
      const SlToken *token = &proposer->tokens->items[i];
      const GPtrArray *entries = token->kind != SL_TOKEN_NUMBER ? sl_lexicon_get_entries (proposer->lexicon, token->word) : NULL;

      for (guint k = 0; entries != NULL && k < entries->len; k++)
        {
          SlClass class_ = ((const SlLexEntry *) g_ptr_array_index (entries, k))->class_;

          if ((wanted & ~found & BIT (class_)) != 0 && sl_tokens_match (proposer->tokens, proposer->lexicon, i, class_, NULL) > 0)
            found |= BIT (class_);
        }
    }
  return found;
}

static gboolean
cue_means (const Proposer      *proposer,
           const SlAttribution *attribution,
           const char          *meaning)
{
  SlSpan cue = g_array_index (attribution->cue, SlSpan, 0);

  for (guint i = sl_tokens_find (proposer->tokens, cue.start); i < proposer->tokens->count && proposer->tokens->items[i].start < cue.end; i++)
    {
      const SlLexEntry *entry = NULL;

      if (sl_tokens_match (proposer->tokens, proposer->lexicon, i, SL_CLASS_CUE_VERB, &entry) > 0
          && g_str_has_prefix (entry->text, meaning))
        return TRUE;
    }
  return FALSE;
}

static SlModality
find_modality (const Proposer *proposer,
               guint64         classes,
               const GArray   *speakers)
{
  const SlAttribution *inner = speakers->len > 0 ? get_attribution (proposer, g_array_index (speakers, guint, 0)) : NULL;

  if ((inner != NULL && cue_means (proposer, inner, "deny")) || (classes & BIT (SL_CLASS_DENIAL)) != 0)
    return SL_MODALITY_DENIED;
  if ((inner != NULL && cue_means (proposer, inner, "allege")) || (classes & BIT (SL_CLASS_HEDGE)) != 0)
    return SL_MODALITY_ALLEGED;
  if ((classes & BIT (SL_CLASS_CONDITION)) != 0)
    return SL_MODALITY_CONDITIONAL;
  if ((inner != NULL && cue_means (proposer, inner, "predict")) || (classes & BIT (SL_CLASS_PREDICTION)) != 0)
    return SL_MODALITY_PREDICTED;
  if ((inner != NULL && cue_means (proposer, inner, "plan")) || (classes & BIT (SL_CLASS_PLAN)) != 0)
    return SL_MODALITY_PLANNED;
  return SL_MODALITY_ASSERTED;
}

/* ---- proposals ------------------------------------------------------------------------------------------ */

/* Whether a sentence only says who reported the one before: it is a link, no claim. */
static gboolean
only_relays (const Proposer *proposer,
             SlSpan          passage)
{
  gboolean any = FALSE;

  for (guint i = sl_chains_find_first (&proposer->chains, passage.start); i < proposer->chains.attributions->len; i++)
    {
      const SlAttribution *attribution = get_attribution (proposer, i);

      if (sl_attribution_words (attribution).start >= passage.end)
        break;
      if (attribution->content->len > 0 && sl_span_overlaps (g_array_index (attribution->content, SlSpan, 0), passage) && !sl_chains_is_relay (&proposer->chains, i))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Something dated, something said, or something that happened. */
static gboolean
is_worth_it (guint64       classes,
             const GArray *speakers,
             int           timex)
{
  return timex >= 0 || speakers->len > 0 || (classes & BIT (SL_CLASS_EVENT_VERB)) != 0
         || (classes & BIT (SL_CLASS_CUE_VERB)) != 0
         || (classes & BIT (SL_CLASS_PLAN)) != 0 || (classes & BIT (SL_CLASS_PREDICTION)) != 0;
}

static SlProposal *
propose (Proposer         *proposer,
         const SlSentence *sentence)
{
  guint first = skip_marker (proposer, sentence);
  SlSpan passage = { proposer->tokens->items[first].start, sentence->span.end };
  g_autoptr (GArray) speakers = NULL;
  SlProposal *proposal;
  guint64 classes;
  int timex, focus = -1;

  if (is_heading (proposer, sentence) || count_words (proposer, sentence) < MIN_WORDS || only_relays (proposer, passage))
    return NULL;
  speakers = sl_chains_find_speakers (&proposer->chains, passage);
  timex = find_time (proposer, passage, speakers);
  classes = find_classes (proposer, passage);
  if (!is_worth_it (classes, speakers, timex))
    return NULL;

  if (speakers->len > 0 && get_attribution (proposer, g_array_index (speakers, guint, speakers->len - 1))->kind == SL_SPEAKER_UNNAMED)
    focus = proposer->focus;
  proposal = g_new0 (SlProposal, 1);
  proposal->text = collapse (proposer, passage);
  proposal->span = passage;
  proposal->timex = timex;
  proposal->modality = find_modality (proposer, classes, speakers);
  proposal->chain = sl_chains_make (&proposer->chains, speakers, focus);
  return proposal;
}

/**
 * sl_proposer_find:
 * @tokens: a text
 * @sentences: (element-type SlSentence): its sentences
 * @times: (element-type SlTimex): its times
 * @attributions: (element-type SlAttribution): who says what in it
 * @language: its language
 * @outlet: (nullable): who publishes it
 *
 * Finds what is worth proposing as a claim: one for each sentence which tells that
 * something happened, will or may happen, or that somebody says so.
 *
 * Returns: (transfer full) (element-type SlProposal): the proposals, in text order
 */
GPtrArray *
sl_proposer_find (const SlTokens   *tokens,
                  const GArray     *sentences,
                  const GPtrArray  *times,
                  const GPtrArray  *attributions,
                  const SlLanguage *language,
                  const char       *outlet)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_proposal_free);
  g_autoptr (SlOffsets) offsets = sl_offsets_new (tokens->text, tokens->length);
  Proposer proposer = {
    .tokens = tokens,
    .lexicon = sl_language_get_lexicon (language),
    .sentences = sentences,
    .times = times,
    .focus = -1,
  };

  sl_chains_init (&proposer.chains, tokens->text, attributions, offsets, outlet);

  for (guint i = 0; i < sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, i);
      SlProposal *proposal;

      move_focus (&proposer, sentence);
      proposal = propose (&proposer, sentence);
      if (proposal != NULL)
        g_ptr_array_add (proposals, proposal);
    }
  sl_chains_clear (&proposer.chains);
  return proposals;
}
