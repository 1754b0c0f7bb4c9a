/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-proposer.h"

#include <string.h>

#include "extract/sl-assertions.h"
#include "extract/sl-chain.h"
#include "extract/sl-event-time.h"
#include "extract/sl-likeness.h"
#include "extract/sl-modality-finder.h"
#include "extract/sl-repetition.h"
#include "extract/sl-short-title.h"
#include "extract/sl-speaker-check.h"
#include "extract/sl-timex.h"
#include "extract/sl-usefulness.h"

/* A claim has at least so many words; a heading at most so many. */
#define MIN_WORDS 5
#define HEADING_WORDS 14

/* The first sentences of an article tell what it is about. */
#define LEAD_SENTENCES 4

/* A word that ties a sentence to the one before stands among so many first ones. */
#define OPENING 6

/* Characters: a title is not longer, and longer names of speakers do not go into it. */
#define TITLE_LENGTH 88
#define SPEAKER_LENGTH 40

typedef struct
{
  const SlTokens  *tokens;
  const SlLexicon *lexicon;
  const GPtrArray *times;       /* (unowned) */
  SlClauses        clauses;
  SlChains         chains;
  GArray          *before;      /* (owned) (nullable): who says the sentence before, or what this one has told so far */
  gboolean         continues;   /* the sentence goes on with what they say */
  int              focus;       /* attribution of the outlet whose report is being told, or -1 */
  guint            sentences;   /* how many were told so far, headings not counted */
  SlLikeness      *heading;     /* (owned) (nullable): what the title is about */
  GPtrArray       *proposals;   /* (owned) (element-type SlProposal) */
  GPtrArray       *likenesses;  /* (owned) (element-type SlLikeness): one for each proposal */
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
count_words (const Proposer *proposer,
             SlRange         range)
{
  guint words = 0;

  for (guint i = range.first; i < range.end; i++)
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
         && (sentence->line == 0 || count_words (proposer, (SlRange) { sentence->first, sentence->end }) <= HEADING_WORDS)
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

/* ---- what is left out ---------------------------------------------------------------------------------- */

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
      /* A dateline or "(AP)" stands beside what is told. */
      if (attribution->credit == SL_CREDIT_BEHIND || attribution->credit == SL_CREDIT_LINE)
        continue;
      if (attribution->content->len > 0 && sl_span_overlaps (g_array_index (attribution->content, SlSpan, 0), passage) && !sl_chains_is_relay (&proposer->chains, i))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* ---- what it is called ------------------------------------------------------------------------------ */

/* "that", but not "whether" or "if": without those the words would say something else. */
static gboolean
introduces_fact (const Proposer *proposer,
                 guint           i)
{
  const SlLexEntry *entry = NULL;

  return sl_tokens_match (proposer->tokens, proposer->lexicon, i, SL_CLASS_CONJUNCTION, &entry) == 1 && g_str_equal (entry->text, "fact");
}

/* The words that are said, where they can stand alone: in one piece, with a subject of their own. */
static gboolean
find_said (const Proposer      *proposer,
           const SlAttribution *inner,
           SlSpan               passage,
           SlRange             *said)
{
  SlSpan content;

  if (inner->content->len != 1)
    return FALSE;
  content = g_array_index (inner->content, SlSpan, 0);
  content.start = MAX (content.start, passage.start);
  content.end = MIN (content.end, passage.end);
  if (content.start >= content.end)
    return FALSE;
  said->first = sl_tokens_find (proposer->tokens, content.start);
  said->end = sl_tokens_find (proposer->tokens, content.end - 1) + 1;
  while (said->first < said->end && (proposer->tokens->items[said->first].kind == SL_TOKEN_MARK || introduces_fact (proposer, said->first)))
    said->first++;
  return count_words (proposer, *said) >= MIN_WORDS && !sl_clauses_is (&proposer->clauses, said->first, SL_CLASS_CONJUNCTION)
         && sl_assertions_has_subject (&proposer->clauses, *said);
}

/* A name that can follow a dash: short, and no pronoun. */
static gboolean
names_speaker (const Proposer      *proposer,
               const SlAttribution *inner)
{
  guint first;

  if (inner->speaker == NULL || g_utf8_strlen (inner->speaker, -1) > SPEAKER_LENGTH)
    return FALSE;
  if (inner->source->len == 0)
    return TRUE;
  first = sl_tokens_find (proposer->tokens, g_array_index (inner->source, SlSpan, 0).start);
  return !sl_clauses_is (&proposer->clauses, first, SL_CLASS_PRONOUN);
}

/* A title never drops who says so: it stands behind a dash, or the whole clause is the title. */
static char *
make_title (const Proposer      *proposer,
            SlRange              part,
            SlSpan               passage,
            const SlAttribution *inner,
            SlModality           modality)
{
  SlRange said;
  g_autofree char *words = NULL;

  if (inner == NULL || modality == SL_MODALITY_DENIED || !names_speaker (proposer, inner) || !find_said (proposer, inner, passage, &said))
    return sl_short_title_make (&proposer->clauses, part, TITLE_LENGTH);
  words = sl_short_title_make (&proposer->clauses, said, TITLE_LENGTH - (guint) g_utf8_strlen (inner->speaker, -1));
  return g_strconcat (words, " – ", inner->speaker, NULL);
}

/* ---- proposals ------------------------------------------------------------------------------------------ */

static gboolean
is_anonymous (const Proposer *proposer,
              const GArray   *speakers)
{
  for (guint i = 0; i < speakers->len; i++)
    if (get_attribution (proposer, g_array_index (speakers, guint, i))->kind != SL_SPEAKER_UNNAMED)
      return FALSE;
  return TRUE;
}

static int
rate (const Proposer   *proposer,
      SlRange           part,
      const GArray     *speakers,
      int               timex,
      const SlLikeness *likeness)
{
  const SlUsefulnessFacts facts = {
    .timex = timex >= 0 ? g_ptr_array_index (proposer->times, (guint) timex) : NULL,
    .speakers = speakers->len,
    .anonymous = is_anonymous (proposer, speakers),
    .in_title = proposer->heading != NULL ? sl_likeness_count (proposer->heading, likeness) : 0,
    .leads = proposer->sentences < LEAD_SENTENCES,
  };

  return sl_usefulness_rate (&proposer->clauses, part, &facts);
}

/* "It also proposed …": nobody else is named, so that whoever said the sentence before says this one. */
static gboolean
continues (const Proposer   *proposer,
           const SlSentence *sentence)
{
  if (proposer->before == NULL || sentence->starts_line)
    return FALSE;
  for (guint i = sentence->first; i < sentence->end && i < sentence->first + OPENING; i++)
    if (sl_tokens_match (proposer->tokens, proposer->lexicon, i, SL_CLASS_CONTINUATION, NULL) > 0)
      return TRUE;
  return FALSE;
}

/* Who says a passage, innermost first; kept for what follows. */
static const GArray *
find_speakers (Proposer *proposer,
               SlSpan    passage)
{
  g_autoptr (GArray) speakers = sl_chains_find_speakers (&proposer->chains, passage);

  for (guint i = speakers->len; i-- > 0;)
    if (!sl_speaker_check_is_plausible (&proposer->clauses, get_attribution (proposer, g_array_index (speakers, guint, i))))
      g_array_remove_index (speakers, i);
  if (speakers->len > 0 || !proposer->continues || proposer->before == NULL)
    {
      g_clear_pointer (&proposer->before, g_array_unref);
      proposer->before = g_steal_pointer (&speakers);
    }
  return proposer->before;
}

/* Voices without a name and papers are known only through the outlet that tells of them. */
static gboolean
is_told_of (const SlAttribution *attribution)
{
  return attribution->kind == SL_SPEAKER_UNNAMED || attribution->kind == SL_SPEAKER_DOCUMENT;
}

static void
propose (Proposer *proposer,
         SlRange   part)
{
  SlSpan passage = { proposer->tokens->items[part.first].start, proposer->tokens->items[part.end - 1].end };
  g_autoptr (SlLikeness) likeness = NULL;
  const GArray *speakers;
  const SlAttribution *inner;
  SlProposal *proposal;
  int timex, usefulness, focus = -1;

  if (count_words (proposer, part) < MIN_WORDS || only_relays (proposer, passage))
    return;
  speakers = find_speakers (proposer, passage);
  inner = speakers->len > 0 ? get_attribution (proposer, g_array_index (speakers, guint, 0)) : NULL;
  timex = sl_event_time_find (&proposer->clauses, proposer->times, passage, inner);
  likeness = sl_likeness_new (proposer->tokens, part.first, part.end, proposer->lexicon);
  usefulness = rate (proposer, part, speakers, timex, likeness);
  if (usefulness <= 0)
    return;

  if (speakers->len > 0 && is_told_of (get_attribution (proposer, g_array_index (speakers, guint, speakers->len - 1))))
    focus = proposer->focus;
  proposal = g_new0 (SlProposal, 1);
  proposal->text = collapse (proposer, passage);
  proposal->span = passage;
  proposal->timex = timex;
  proposal->modality = sl_modality_finder_find (&proposer->clauses, part, inner);
  proposal->title = make_title (proposer, part, passage, inner, proposal->modality);
  proposal->chain = sl_chains_make (&proposer->chains, speakers, focus, passage);
  proposal->usefulness = usefulness;
  proposal->also = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_proposal_passage_free);
  g_ptr_array_add (proposer->proposals, proposal);
  g_ptr_array_add (proposer->likenesses, g_steal_pointer (&likeness));
}

/* The words of a sentence's last part end where the sentence does, with the mark that closes it. */
static void
propose_parts (Proposer         *proposer,
               const SlSentence *sentence)
{
  g_autoptr (GArray) parts = NULL;

  if (is_heading (proposer, sentence))
    {
      g_clear_pointer (&proposer->before, g_array_unref);
      if (proposer->heading == NULL && proposer->sentences == 0)
        proposer->heading = sl_likeness_new (proposer->tokens, sentence->first, sentence->end, proposer->lexicon);
      return;
    }
  proposer->continues = continues (proposer, sentence);
  parts = sl_assertions_cut (&proposer->clauses, sentence);
  for (guint i = 0; i < parts->len; i++)
    {
      SlRange part = g_array_index (parts, SlRange, i);

      part.first = i == 0 ? skip_marker (proposer, sentence) : part.first;
      if (part.first < part.end)
        propose (proposer, part);
    }
  proposer->sentences++;
}

static int
compare_usefulness (const void *a,
                    const void *b)
{
  const SlProposal *x = *(SlProposal *const *) a, *y = *(SlProposal *const *) b;

  if (x->usefulness != y->usefulness)
    return y->usefulness - x->usefulness;
  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start ? 1
                                                                            : 0;
}

/**
 * sl_proposer_find:
 * @tokens: a text
 * @sentences: (element-type SlSentence): its sentences
 * @quotes: (element-type SlQuote): its quotations
 * @times: (element-type SlTimex): its times
 * @attributions: (element-type SlAttribution): who says what in it
 * @language: its language
 * @outlet: (nullable): who publishes it
 *
 * Finds what is worth proposing as a claim: one for each assertion which tells that
 * something happened, will or may happen, or that somebody says so. What the text says more than once is
 * proposed once, with all its passages.
 *
 * Returns: (transfer full) (element-type SlProposal): the proposals, the most useful first, equally useful
 *   ones in text order
 */
GPtrArray *
sl_proposer_find (const SlTokens   *tokens,
                  const GArray     *sentences,
                  const GArray     *quotes,
                  const GPtrArray  *times,
                  const GPtrArray  *attributions,
                  const SlLanguage *language,
                  const char       *outlet)
{
  g_autoptr (SlOffsets) offsets = sl_offsets_new (tokens->text, tokens->length);
  g_autoptr (GPtrArray) likenesses = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_likeness_free);
  Proposer proposer = {
    .tokens = tokens,
    .lexicon = sl_language_get_lexicon (language),
    .times = times,
    .focus = -1,
    .proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_proposal_free),
    .likenesses = likenesses,
  };

  sl_clauses_init (&proposer.clauses, tokens, language, quotes, times);
  sl_chains_init (&proposer.chains, tokens->text, attributions, offsets, outlet);
  for (guint i = 0; i < sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, i);

      move_focus (&proposer, sentence);
      propose_parts (&proposer, sentence);
    }
  g_clear_pointer (&proposer.before, g_array_unref);
  sl_chains_clear (&proposer.chains);
  sl_clauses_clear (&proposer.clauses);
  g_clear_pointer (&proposer.heading, sl_likeness_free);
  sl_repetition_unite (proposer.proposals, likenesses, times);
  g_ptr_array_sort (proposer.proposals, compare_usefulness);
  return proposer.proposals;
}
