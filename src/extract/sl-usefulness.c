/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-usefulness.h"

#include "core/sl-day.h"

/* What an assertion needs to be proposed at all. */
#define THRESHOLD 4

/* What the words of an assertion are. */
typedef struct
{
  gboolean event;      /* something happens */
  gboolean outlook;    /* something will or may happen */
  gboolean condition;
  gboolean addresses;  /* it speaks to its reader */
  gboolean author;     /* its author speaks of himself */
  gboolean speaker;    /* whoever is quoted speaks of himself */
  gboolean question;
  gboolean name;
  gboolean number;
  guint    spoken;     /* words inside quotation marks */
  guint    words;
} Features;

static void
note_word (const SlClauses *clauses,
           guint            i,
           gboolean         first,
           Features        *features)
{
  const SlToken *token = &clauses->tokens->items[i];
  const gboolean quoted = (clauses->places[i] & SL_PLACE_QUOTE) != 0;
  const SlLexEntry *entry = NULL;

  features->words++;
  features->spoken += quoted ? 1 : 0;
  features->name |= token->capital && !first && !clauses->capital_nouns;
  features->event |= sl_clauses_is (clauses, i, SL_CLASS_EVENT_VERB);
  features->outlook |= sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_PLAN, NULL) > 0
                       || sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_PREDICTION, NULL) > 0;
  features->condition |= sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_CONDITION, NULL) > 0;
  if (sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_PRONOUN, &entry) > 0 && g_str_equal (entry->text, "s"))
    *(quoted ? &features->speaker : &features->author) = TRUE;
  features->addresses |= !quoted && sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_ADDRESS, NULL) > 0;
}

static Features
find_features (const SlClauses *clauses,
               SlRange          words)
{
  Features features = { 0 };

  for (guint i = words.first; i < words.end; i++)
    switch (clauses->tokens->items[i].kind)
      {
      case SL_TOKEN_WORD:
        note_word (clauses, i, i == words.first, &features);
        break;
      case SL_TOKEN_NUMBER:
        features.number = TRUE;
        break;
      case SL_TOKEN_MARK:
        features.question |= sl_tokens_is (clauses->tokens, i, "?") || sl_tokens_is (clauses->tokens, i, "¿");
        break;
      case SL_TOKEN_NEWLINE:
      default:
        break;
      }
  return features;
}

/* A day is worth more than a year, and a year more than a bound. */
static int
rate_time (const SlTimex *timex)
{
  gint64 width;

  if (timex == NULL)
    return 0;
  if (timex->when->earliest == SL_TIME_MIN || timex->when->latest == SL_TIME_MAX)
    return 1;
  width = timex->when->latest - timex->when->earliest;
  return width <= SL_SECONDS_PER_DAY ? 4 : width <= 31 * (gint64) SL_SECONDS_PER_DAY ? 3
                                                                                     : 2;
}

/* A pronoun that nothing in the same sentence explains: the assertion does not stand by itself. */
static gboolean
begins_with_pronoun (const SlClauses *clauses,
                     SlRange          words)
{
  guint i = words.first;

  while (i < words.end && (clauses->tokens->items[i].kind != SL_TOKEN_WORD || sl_clauses_is (clauses, i, SL_CLASS_JOINER)))
    i++;
  return sl_clauses_is (clauses, i, SL_CLASS_PRONOUN) || sl_clauses_is (clauses, i, SL_CLASS_ANAPHOR);
}

/**
 * sl_usefulness_rate:
 * @clauses: a text
 * @words: an assertion in it
 * @facts: what else is known of it
 *
 * Judges how much an analyst is likely to want an assertion on a timeline. What is dated, tells of something
 * that happens, has a speaker with a name, or stands in the title, counts for it; what speaks to its reader, asks, or
 * is only somebody's opinion in quotation marks, counts against it.
 *
 * Returns: the higher the better; 0 when it is not worth proposing
 */
int
sl_usefulness_rate (const SlClauses         *clauses,
                    SlRange                  words,
                    const SlUsefulnessFacts *facts)
{
  const Features features = find_features (clauses, words);
  const gboolean opinion = features.spoken * 3 > features.words * 2 && facts->timex == NULL;
  int points = rate_time (facts->timex);

  if (features.question || features.addresses)
    return 0;
  points += features.event ? 3 : 0;
  points += features.outlook ? 2 : 0;
  points += facts->speakers > 0 && !opinion ? 2 : 0;
  points += facts->speakers > 0 && !facts->anonymous ? 1 : 0;
  points += features.name || features.number ? 1 : 0;
  points += facts->leads ? 1 : 0;
  points += (int) MIN (facts->in_title, 4) / 2;
  points -= features.condition ? 1 : 0;
  points -= features.author ? 3 : 0;
  points -= features.speaker && !features.event ? 2 : 0;
  points -= begins_with_pronoun (clauses, words) ? 1 : 0;
  return points >= THRESHOLD ? points : 0;
}
