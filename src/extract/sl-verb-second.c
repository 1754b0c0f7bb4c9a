/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-verb-second.h"

#include <string.h>

#include "extract/sl-relays.h"
#include "extract/sl-subjects.h"

/* A clause is looked at for so many tokens around its verb. */
#define MAX_CLAUSE 48

/* A longer phrase at the beginning of a sentence is no subject. */
#define MAX_SUBJECT 24

/* Of what is quoted word by word within what somebody says, so many pieces are told apart. */
#define MAX_PIECES 4

/* So many lines back stands whoever is still reported in the subjunctive. */
#define LINES_BACK 1

/* A clause with a verb of saying. Where the second place is the finite verb's, the other parts show what it is. */
typedef struct
{
  guint    first;     /* first token */
  guint    end;       /* one past its last */
  guint    finite;    /* its finite verb: the verb of saying or its auxiliary */
  guint    particle;  /* of a separable verb, "teilte … mit"; 0 when there is none */
  gboolean passive;
  gboolean final;     /* the verb stands at the end, behind a conjunction */
  gboolean as;        /* which is "as": "wie X mitteilte" */
} Clause;

/* ---- the clause -------------------------------------------------------------------------------------- */

static gboolean
means (const SlCueCase *work,
       const char      *mark)
{
  return strstr (work->meaning, mark) != NULL;
}

static gboolean
is_time (const SlFinder *finder,
         guint           i)
{
  return i < finder->tokens->count && (finder->clauses.places[i] & SL_PLACE_TIME) != 0;
}

static gboolean
is_border (const SlFinder *finder,
           guint           i)
{
  if (sl_finder_in_quote (finder, i))
    return TRUE;
  if (finder->tokens->items[i].kind != SL_TOKEN_MARK || (finder->clauses.places[i] & SL_PLACE_NAME) != 0)
    return FALSE;
  /* "am Mittwoch, dem 16. September" */
  if (is_time (finder, i) || (i > 0 && is_time (finder, i - 1) && is_time (finder, i + 2)))
    return FALSE;
  return sl_finder_is_text (finder, i, ",") || sl_finder_is_text (finder, i, ":") || sl_finder_is_text (finder, i, ";")
         || ((sl_finder_is_text (finder, i, "–") || sl_finder_is_text (finder, i, "—") || sl_finder_is_text (finder, i, "-")) && finder->tokens->items[i].spaced);
}

static void
find_borders (const SlFinder  *finder,
              const SlCueCase *work,
              Clause          *clause)
{
  guint verb = work->cue.first;

  clause->first = verb;
  while (clause->first > work->limit && verb - clause->first < MAX_CLAUSE && !is_border (finder, clause->first - 1))
    clause->first--;
  clause->end = work->cue.end;
  while (clause->end < work->stop && clause->end - verb < MAX_CLAUSE && !is_border (finder, clause->end))
    clause->end++;
  clause->end = MAX (sl_finder_trim_end (finder, verb, clause->end), work->cue.end);
}

/* Whether @particles, apart by "|", has the word of token @i. */
static gboolean
is_particle (const SlFinder *finder,
             const char     *particles,
             guint           i)
{
  const SlToken *token = &finder->tokens->items[i];
  const char *word = finder->tokens->text + token->start;
  gsize length = token->end - token->start;

  for (const char *at = particles; at != NULL && *at != '\0' && *at != ';'; at = strpbrk (at, "|;"), at = at != NULL && *at == '|' ? at + 1 : NULL)
    if (strncmp (at, word, length) == 0 && (at[length] == '\0' || at[length] == '|' || at[length] == ';'))
      return TRUE;
  return FALSE;
}

/* "teilte … mit": the particle closes the clause, or a quotation or comma follows it. */
static gboolean
find_particle (const SlFinder  *finder,
               const SlCueCase *work,
               Clause          *clause)
{
  const char *particles = strstr (work->meaning, ";with:");
  guint end = MIN (work->stop, work->cue.end + MAX_CLAUSE);

  clause->particle = 0;
  if (particles == NULL)
    return TRUE;
  for (guint i = work->cue.end; i < end; i++)
    if (!sl_finder_in_quote (finder, i) && is_particle (finder, particles + strlen (";with:"), i)
        && (i + 1 >= work->stop || is_border (finder, i + 1) || sl_finder_is_text (finder, i + 1, ".") || sl_finder_is (finder, i + 1, SL_CLASS_JOINER)))
      {
        clause->particle = i;
        clause->end = i + 1;
        return TRUE;
      }
  return FALSE;
}

/* "hat … erklärt", "wurde … vorgeworfen", "mitgeteilt hatte": where the finite verb is. FALSE when the word is no verb here. */
static gboolean
find_finite (const SlFinder  *finder,
             const SlCueCase *work,
             Clause          *clause)
{
  guint verb = work->cue.first;
  const SlLexEntry *entry = NULL;
  gboolean closes = work->cue.end >= clause->end || sl_finder_is (finder, work->cue.end, SL_CLASS_AUXILIARY);

  clause->finite = verb;
  clause->passive = FALSE;
  clause->as = sl_tokens_match (finder->tokens, finder->clauses.lexicon, clause->first, SL_CLASS_SUBORDINATOR, &entry) > 0 && strcmp (entry->text, "as") == 0;
  clause->final = closes && clause->first < verb
                  && (sl_finder_is (finder, clause->first, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, clause->first, SL_CLASS_SUBORDINATOR));
  if (closes && !clause->final)
    for (guint i = verb; i > clause->first; i--)
      if (sl_finder_is (finder, i - 1, SL_CLASS_AUXILIARY))
        {
          clause->finite = i - 1;
          clause->passive = sl_finder_is (finder, i - 1, SL_CLASS_PASSIVE);
          return TRUE;
        }
  if (clause->final)
    {
      clause->passive = sl_finder_is (finder, work->cue.end, SL_CLASS_PASSIVE);
      return TRUE;
    }
  /* "soll … bestätigt haben" */
  return !means (work, ";participle") && !sl_finder_is (finder, work->cue.end, SL_CLASS_AUXILIARY);
}

/* ---- who ------------------------------------------------------------------------------------------------ */

/* Whether a subject can begin with token @i. */
static gboolean
begins_subject (const SlFinder *finder,
                guint           i,
                guint           end)
{
  const SlToken *token = &finder->tokens->items[i];

  if (i >= end || is_time (finder, i) || sl_finder_in_quote (finder, i))
    return FALSE;
  if (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) || sl_finder_is (finder, i, SL_CLASS_ADVERB) || sl_finder_is (finder, i, SL_CLASS_CONJUNCTION)
      || sl_finder_is (finder, i, SL_CLASS_SUBORDINATOR)
      || (sl_finder_is (finder, i, SL_CLASS_ANAPHOR) && !(i + 1 < end && finder->tokens->items[i + 1].capital)) || sl_finder_is (finder, i, SL_CLASS_OBLIQUE))
    return FALSE;
  return (token->kind == SL_TOKEN_WORD && token->capital) || token->kind == SL_TOKEN_NUMBER || (finder->clauses.places[i] & SL_PLACE_NAME) != 0
         || sl_finder_is (finder, i, SL_CLASS_DETERMINER) || sl_finder_is (finder, i, SL_CLASS_PRONOUN) || sl_finder_is (finder, i, SL_CLASS_UNNAMED);
}

/* The subject behind a finite verb, over times and adverbs. */
static SlRange
find_behind (const SlFinder *finder,
             guint           i,
             guint           end)
{
  while (i < end && (sl_finder_is (finder, i, SL_CLASS_ADVERB) || is_time (finder, i) || (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) && is_time (finder, i + 1))))
    i++;
  /* "sagte dazu in Berlin der Minister" */
  if (i < end && sl_finder_is (finder, i, SL_CLASS_PREPOSITION))
    {
      guint noun = i + 1;

      while (noun < end && !sl_finder_is (finder, noun, SL_CLASS_DETERMINER) && noun < i + 3)
        noun++;
      i = noun < end && noun > i + 1 && sl_finder_is (finder, noun, SL_CLASS_DETERMINER) ? noun : i;
    }
  if (!begins_subject (finder, i, end))
    return (SlRange) { i, i };
  return sl_clauses_noun_after (&finder->clauses, i, end, TRUE);
}

/* "er", "ich": forms that only a subject has. */
static gboolean
is_nominative (const SlFinder *finder,
               guint           i)
{
  const SlLexEntry *pronoun = NULL;

  return sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, SL_CLASS_PRONOUN, &pronoun) > 0
         && (strcmp (pronoun->text, "m") == 0 || strcmp (pronoun->text, "s") == 0);
}

/* "Brand, der Minister, sagte": the name before the comma, with what stands between the commas, where the sentence begins with it. */
static gboolean
find_with_apposition (const SlFinder *finder,
                      SlCueCase      *work,
                      guint           finite)
{
  SlRange found;

  if (finite <= work->limit + 2 || !sl_finder_is_text (finder, finite - 1, ","))
    return FALSE;
  found = sl_clauses_noun_before (&finder->clauses, finite, work->limit);
  if (found.first >= found.end || found.first > sl_finder_strip_start (finder, work->limit, finite) + 1)
    return FALSE;
  work->source = found;
  return TRUE;
}

/* The whole phrase before the comma, whatever it is made of. */
static void
take_all_before (const SlFinder *finder,
                 SlCueCase      *work,
                 guint           finite)
{
  guint first = sl_finder_strip_start (finder, work->limit, finite);

  while (first < finite && (sl_finder_is (finder, first, SL_CLASS_JOINER) || sl_finder_is (finder, first, SL_CLASS_ADVERB)))
    first++;
  if (finite > first + 1 && finite - first <= MAX_SUBJECT && sl_finder_is_text (finder, finite - 1, ",") && begins_subject (finder, first, finite))
    work->source = (SlRange) { first, finite - 1 };
}

static void
find_subject (const SlFinder *finder,
              SlCueCase      *work,
              const Clause   *clause)
{
  guint behind = MAX (clause->finite + 1, clause->finite == work->cue.first ? work->cue.end : 0);
  guint first = clause->first;

  while (first < clause->finite && sl_finder_is (finder, first, SL_CLASS_JOINER))
    first++;
  if (first < clause->finite && sl_finder_is_anaphor (finder, first, clause->finite))
    work->anaphoric = TRUE;
  else if (first < clause->finite && !is_nominative (finder, behind) && begins_subject (finder, first, clause->finite))
    {
      work->source = (SlRange) { first, sl_relays_skip_back (finder, clause->finite, first) };
      return;
    }
  if (clause->first == clause->finite && find_with_apposition (finder, work, clause->finite))
    return;
  work->source = find_behind (finder, behind, clause->finite == work->cue.first ? clause->end : work->cue.first);
  if (work->source.first < work->source.end)
    {
      if (clause->particle > 0)
        work->source.end = MIN (work->source.end, clause->particle);
      work->inverted = TRUE;
      return;
    }
  if (first == clause->finite && !work->anaphoric)
    {
      work->source = sl_subjects_take_over (finder, work);
      if (work->source.first >= work->source.end)
        take_all_before (finder, work, clause->finite);
      work->taken_over = work->source.first < work->source.end;
    }
}

/* "wie X mitteilte", "dass X sagte": the subject stands between the conjunction and the verb. */
static void
find_subject_within (const SlFinder *finder,
                     SlCueCase      *work,
                     const Clause   *clause)
{
  guint first = clause->first + 1;

  while (first < work->cue.first && (is_time (finder, first) || sl_finder_is (finder, first, SL_CLASS_ADVERB) || (sl_finder_is (finder, first, SL_CLASS_PREPOSITION) && is_time (finder, first + 1))))
    first++;
  /* "wie aus dem Umfeld des Präsidenten verlautete" */
  if (first < work->cue.first && sl_finder_is (finder, first, SL_CLASS_PREPOSITION))
    first++;
  work->source = sl_clauses_noun_after (&finder->clauses, first, MAX (first, sl_relays_skip_back (finder, work->cue.first, first)), TRUE);
}

/* "von X" in a passive clause; nobody when there is none. */
static void
find_agent (const SlFinder *finder,
            SlCueCase      *work,
            const Clause   *clause)
{
  work->source = (SlRange) { work->cue.first, work->cue.first };
  for (guint i = clause->first; i < clause->end; i++)
    if (i != work->cue.first && sl_finder_is (finder, i, SL_CLASS_AGENT) && begins_subject (finder, i + 1, clause->end))
      {
        work->source = sl_clauses_noun_after (&finder->clauses, i + 1, i < work->cue.first ? work->cue.first : clause->end, TRUE);
        return;
      }
}

/* ---- what ------------------------------------------------------------------------------------------------ */

static gboolean
add_before (const SlFinder  *finder,
            const SlCueCase *work,
            guint            border,
            SlAttribution   *attribution)
{
  const SlQuote *quote = sl_finder_quote_ending_at (finder, border);
  guint first = sl_finder_strip_start (finder, work->limit, border);

  if (quote != NULL && quote->first <= first)
    sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
  else
    sl_finder_add_range (finder, attribution->content, (SlRange) { first, sl_finder_trim_end (finder, first, border) });
  return attribution->content->len > 0;
}

/* What stands in the clause itself: "forderte ein Ende der Gewalt". */
static gboolean
add_within (const SlFinder  *finder,
            const SlCueCase *work,
            const Clause    *clause,
            SlAttribution   *attribution)
{
  guint end = clause->particle > 0 ? clause->particle : clause->finite < work->cue.first ? work->cue.first
                                                                                         : clause->end;
  guint first = MAX (clause->finite + 1, work->inverted ? work->source.end : 0);

  if (means (work, ";that") || means (work, ";quote"))
    return FALSE;
  if (first < end)
    sl_finder_add_range (finder, attribution->content, (SlRange) { first, end });
  else if (work->inverted && clause->first < clause->finite)
    sl_finder_add_range (finder, attribution->content, (SlRange) { clause->first, clause->finite });
  return attribution->content->len > 0;
}

/* Whether what follows the clause can be what is said with this verb. */
static gboolean
can_follow (const SlFinder  *finder,
            const SlCueCase *work,
            const Clause    *clause)
{
  gboolean quote = sl_finder_in_quote (finder, clause->end) || sl_finder_is_text (finder, clause->end, ":") || sl_finder_quote_starting_at (finder, clause->end) != NULL;
  gboolean nobody = work->source.first >= work->source.end;

  /* "wies die Vorwürfe zurück, wie ein Sprecher sagte" */
  if (!quote && sl_finder_is (finder, clause->end + 1, SL_CLASS_SUBORDINATOR))
    return FALSE;
  if (means (work, ";that") || nobody || (clause->final && !clause->as))
    return quote || sl_finder_is (finder, clause->end + 1, SL_CLASS_CONJUNCTION);
  return TRUE;
}

static gboolean
add_content (const SlFinder *finder,
             SlCueCase      *work,
             const Clause   *clause,
             SlAttribution  *attribution)
{
  gboolean more = clause->end + 2 < work->stop;
  /* "Während X schwieg, räumte Y ein, …" */
  gboolean subordinate = sl_finder_is (finder, work->limit, SL_CLASS_SUBORDINATOR) && !clause->as && clause->end + 2 < work->stop && sl_finder_is_text (finder, clause->end, ",");
  gboolean before = !subordinate && clause->first > work->limit + 1 && (clause->as || (work->inverted && clause->first == clause->finite));

  if (work->anaphoric)
    return sl_finder_add_content_of_anaphor (finder, work, attribution);
  if (before && add_before (finder, work, clause->first, attribution))
    {
      const SlQuote *quote = sl_finder_quote_starting_at (finder, clause->end);

      if (quote != NULL && quote->first < work->stop)
        sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
      else
        sl_finder_add_following_quotes (finder, work->index, work->stop, attribution);
      return TRUE;
    }
  if (more && (is_border (finder, clause->end) || sl_finder_in_quote (finder, clause->end)) && can_follow (finder, work, clause))
    {
      work->next = clause->end;
      if (sl_finder_add_content_after (finder, work, attribution))
        return TRUE;
    }
  return !clause->final && !clause->passive && add_within (finder, work, clause, attribution);
}

/**
 * sl_verb_second_handle:
 * @finder: a text in a language whose finite verb stands second in main clauses, and last in others
 * @work: a verb that can say that something is said, with the part of the sentence it stands in
 *
 * Finds who says what with it: by the place of the finite verb, its particle and its participle.
 */
void
sl_verb_second_handle (SlFinder  *finder,
                       SlCueCase *work)
{
  SlAttribution *attribution;
  Clause clause = { 0 };

  if ((finder->tokens->items[work->cue.first].capital && work->cue.first > work->limit)
      || (work->cue.first > work->limit && ((sl_finder_is (finder, work->cue.first - 1, SL_CLASS_DETERMINER) && finder->tokens->items[MIN (work->cue.end, finder->tokens->count - 1)].capital) || sl_finder_is (finder, work->cue.first - 1, SL_CLASS_PREPOSITION))))
    return;
  find_borders (finder, work, &clause);
  if (!find_particle (finder, work, &clause) || !find_finite (finder, work, &clause))
    return;
  if (clause.passive && !means (work, ";cited"))
    find_agent (finder, work, &clause);
  else if (clause.final)
    find_subject_within (finder, work, &clause);
  else
    find_subject (finder, work, &clause);
  if (!clause.passive && work->source.first >= work->source.end)
    return;
  if (!clause.final)
    sl_relays_find_hearer (finder, work);
  clause.end = sl_relays_skip_ahead (finder, clause.end, work->stop);
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  attribution->statement = TRUE;
  if (clause.finite < work->cue.first)
    sl_finder_add_range (finder, attribution->cue, (SlRange) { clause.finite, clause.finite + 1 });
  if (clause.as)
    sl_finder_add_range (finder, attribution->cue, (SlRange) { clause.first, clause.first + 1 });
  if (clause.particle > 0)
    sl_finder_add_range (finder, attribution->cue, (SlRange) { clause.particle, clause.particle + 1 });
  if (!add_content (finder, work, &clause, attribution))
    {
      g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
      return;
    }
  sl_relays_link (finder, work, attribution);
  sl_relays_add_hearer (finder, work, finder->found->len - 1);
}

/* ---- words within what is said ------------------------------------------------------------------------------- */

static void
add_piece (SlFinder            *finder,
           const SlAttribution *whole,
           const SlQuote       *quote)
{
  SlAttribution *attribution = sl_finder_add_attribution (finder, (SlRange) { 0, 0 }, (SlRange) { 0, 0 });

  g_array_append_vals (attribution->source, whole->source->data, whole->source->len);
  g_array_append_vals (attribution->cue, whole->cue->data, whole->cue->len);
  attribution->statement = TRUE;
  attribution->piece = TRUE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { quote->first, quote->end });
}

/**
 * sl_verb_second_add_pieces:
 * @finder: a text
 *
 * "Der Iran müsse die Anreicherung „vollständig“ beenden, so Rice": adds what the speakers of the current
 * sentence are quoted with word by word, within what is reported of them.
 */
void
sl_verb_second_add_pieces (SlFinder *finder)
{
  guint count = finder->found->len;

  for (guint i = finder->in_sentence; i < count && finder->found->len < count + MAX_PIECES; i++)
    {
      const SlAttribution *whole = g_ptr_array_index (finder->found, i);
      SlSpan content;
      const SlQuote *quote;
      guint first, end;

      if (whole->content->len != 1 || whole->source->len == 0 || whole->relay_of >= 0)
        continue;
      content = g_array_index (whole->content, SlSpan, 0);
      first = sl_tokens_find (finder->tokens, content.start);
      end = sl_tokens_find (finder->tokens, content.end - 1) + 1;
      for (quote = sl_finder_quote_after (finder, first); quote != NULL && quote->end <= end && finder->found->len < count + MAX_PIECES; quote = sl_finder_quote_after (finder, quote->end))
        if (quote->first >= first && quote->end - quote->first + 2 < end - first && quote->end - quote->first > 3)
          add_piece (finder, whole, quote);
    }
}

/* ---- reported speech that goes on --------------------------------------------------------------------------- */

static gboolean
has_subjunctive (const SlFinder   *finder,
                 const SlSentence *sentence)
{
  for (guint i = sentence->first; i < sentence->end; i++)
    if (sl_finder_is (finder, i, SL_CLASS_SUBJUNCTIVE) && !sl_finder_in_quote (finder, i) && !finder->tokens->items[i].capital)
      return TRUE;
  return FALSE;
}

/**
 * sl_verb_second_continue:
 * @finder: a text
 * @sentence: a sentence in which nobody was found to speak
 *
 * "Der Damm sei sicher, sagte X. Ein Einsturz sei ausgeschlossen.": a sentence in the subjunctive goes
 * on with what the speaker before it says.
 */
void
sl_verb_second_continue (SlFinder         *finder,
                         const SlSentence *sentence)
{
  const SlAttribution *before = finder->in_sentence > 0 ? g_ptr_array_index (finder->found, finder->in_sentence - 1) : NULL;
  SlAttribution *attribution;
  guint at;

  if (before == NULL || finder->found->len > finder->in_sentence || before->source->len == 0 || before->content->len == 0
      || finder->last_spoken + 1 + LINES_BACK < sentence->line || !has_subjunctive (finder, sentence))
    return;
  at = finder->in_sentence - 1;
  while (at > 0 && ((const SlAttribution *) g_ptr_array_index (finder->found, at))->relay_of >= 0 && ((const SlAttribution *) g_ptr_array_index (finder->found, at))->relay_of < (int) at)
    at = (guint) ((const SlAttribution *) g_ptr_array_index (finder->found, at))->relay_of;
  before = g_ptr_array_index (finder->found, at);
  if (before->source->len == 0 || before->credit != SL_CREDIT_NONE)
    return;
  attribution = sl_finder_add_attribution (finder, (SlRange) { 0, 0 }, (SlRange) { 0, 0 });
  g_array_append_vals (attribution->source, before->source->data, before->source->len);
  g_array_append_vals (attribution->cue, before->cue->data, before->cue->len);
  attribution->statement = TRUE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { sentence->first, sl_finder_trim_end (finder, sentence->first, sentence->end) });
}
