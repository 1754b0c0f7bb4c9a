/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-clause.h"

#include <string.h>

#include "extract/sl-timex.h"
#include "extract/sl-verb-use.h"

/* Longer phrases name nobody. */
#define MAX_PHRASE 28

/* Phrases like "is likely to" have at most so many tokens. */
#define MAX_MATCH 5

/* So many tokens may stand between "which" and "cited". */
#define RELATIVE_GAP 5

static void
mark_time (SlClauses *self,
           SlSpan     span)
{
  for (guint i = sl_tokens_find (self->tokens, span.start); i < self->tokens->count && self->tokens->items[i].start < span.end; i++)
    self->places[i] |= SL_PLACE_TIME;
}

/**
 * sl_clauses_init:
 * @self: (out): what is filled; clear with sl_clauses_clear()
 * @tokens: a text
 * @language: its language
 * @quotes: (element-type SlQuote): its quotations
 * @times: (element-type SlTimex): its times
 *
 * Notes for each token where it stands.
 */
void
sl_clauses_init (SlClauses        *self,
                 const SlTokens   *tokens,
                 const SlLanguage *language,
                 const GArray     *quotes,
                 const GPtrArray  *times)
{
  *self = (SlClauses) {
    .tokens = tokens,
    .lexicon = sl_language_get_lexicon (language),
    .capital_nouns = sl_language_has_capital_nouns (language),
    .adverb_ending = sl_language_get_adverb_ending (language),
    .past_endings = sl_language_get_past_endings (language),
    .plural_ending = sl_language_get_plural_ending (language),
    .places = g_new0 (guint8, tokens->count + 1),
  };

  for (guint i = 0; i < quotes->len; i++)
    {
      const SlQuote *quote = &g_array_index (quotes, SlQuote, i);

      for (guint k = quote->first; k < quote->end; k++)
        self->places[k] |= SL_PLACE_QUOTE;
    }
  for (guint i = 0; i < times->len; i++)
    mark_time (self, ((const SlTimex *) g_ptr_array_index (times, i))->span);
}

/**
 * sl_clauses_clear:
 *
 * Frees what the clauses own, not the struct itself.
 */
void
sl_clauses_clear (SlClauses *self)
{
  g_clear_pointer (&self->places, g_free);
}

/**
 * sl_clauses_is:
 *
 * Whether token @i by itself is a word of @class_.
 */
gboolean
sl_clauses_is (const SlClauses *self,
               guint            i,
               SlClass          class_)
{
  return sl_tokens_have (self->tokens, self->lexicon, i, class_);
}

/**
 * sl_clauses_match_back:
 *
 * Returns: how many tokens the longest phrase of @class_ has that ends before token @end
 *   and does not begin before @limit; 0 when there is none
 */
guint
sl_clauses_match_back (const SlClauses *self,
                       guint            end,
                       guint            limit,
                       SlClass          class_)
{
  for (guint length = MIN (MAX_MATCH, end - limit); length > 0; length--)
    if (sl_tokens_match (self->tokens, self->lexicon, end - length, class_, NULL) == length)
      return length;
  return 0;
}

/**
 * sl_clauses_is_mark:
 *
 * Whether token @i is exactly @mark.
 */
gboolean
sl_clauses_is_mark (const SlClauses *self,
                    guint            i,
                    const char      *mark)
{
  return sl_tokens_is (self->tokens, i, mark);
}

static const SlToken *
token_at (const SlClauses *self,
          guint            i)
{
  return &self->tokens->items[i];
}

static gboolean
ends_in (const SlClauses *self,
         const SlToken   *token,
         const char      *ending)
{
  gsize length = ending != NULL ? strlen (ending) : 0;

  return length > 0 && token->end - token->start > length + 2
         && strncmp (self->tokens->text + token->end - length, ending, length) == 0;
}

static gboolean
has_verb_ending (const SlClauses *self,
                 const SlToken   *token)
{
  if (token->kind != SL_TOKEN_WORD || token->capital)
    return FALSE;
  for (const char *const *ending = self->past_endings; ending != NULL && *ending != NULL; ending++)
    if (ends_in (self, token, *ending))
      return TRUE;
  return FALSE;
}

/**
 * sl_clauses_is_verb:
 * @self: clauses
 * @i: index of a token
 *
 * Whether token @i is a verb, or looks like one of the past, so that words with it can be a clause.
 */
gboolean
sl_clauses_is_verb (const SlClauses *self,
                    guint            i)
{
  return sl_clauses_is (self, i, SL_CLASS_AUXILIARY) || sl_clauses_is (self, i, SL_CLASS_EVENT_VERB)
         || sl_clauses_is (self, i, SL_CLASS_CUE_VERB)
         || (i < self->tokens->count && has_verb_ending (self, token_at (self, i)));
}

/**
 * sl_clauses_is_adverb:
 * @self: clauses
 * @i: index of a token
 *
 * Whether token @i is something that stands between a subject and its verb.
 */
gboolean
sl_clauses_is_adverb (const SlClauses *self,
                      guint            i)
{
  const SlToken *token = token_at (self, i);

  if (token->kind != SL_TOKEN_WORD || token->capital)
    return FALSE;
  return sl_clauses_is (self, i, SL_CLASS_AUXILIARY) || sl_clauses_is (self, i, SL_CLASS_ADVERB)
         || sl_clauses_is (self, i, SL_CLASS_NEGATION) || ends_in (self, token, self->adverb_ending);
}

static gboolean
is_cue_verb (const SlClauses *self,
             guint            i)
{
  const SlLexEntry *entry = sl_clauses_is (self, i, SL_CLASS_CUE_VERB) ? sl_lexicon_find (self->lexicon, token_at (self, i)->word, SL_CLASS_CUE_VERB) : NULL;

  return entry != NULL && sl_verb_use_is_verb (self, i, i + 1, sl_verb_use_get_form (entry->text));
}

/* Words that end a phrase: verbs, conjunctions, small words of the clause before. */
static gboolean
is_border_word (const SlClauses *self,
                guint            i)
{
  if (token_at (self, i)->capital && (self->places[i] & SL_PLACE_TITLE) == 0 && !sl_clauses_is (self, i, SL_CLASS_CONJUNCTION))
    return FALSE;
  /* "eldiario.es" */
  if (i > 0 && !token_at (self, i)->spaced && sl_clauses_is_mark (self, i - 1, "."))
    return FALSE;
  /* "The report said": what can be a speaker is no verb here. */
  if (sl_clauses_is (self, i, SL_CLASS_DOCUMENT_NOUN) || sl_clauses_is (self, i, SL_CLASS_UNNAMED)
      || sl_clauses_is (self, i, SL_CLASS_ROLE) || sl_clauses_is (self, i, SL_CLASS_OUTLET_NOUN))
    return FALSE;
  return sl_clauses_is (self, i, SL_CLASS_CONJUNCTION) || is_cue_verb (self, i)
         || sl_clauses_is (self, i, SL_CLASS_AUXILIARY) || sl_clauses_is (self, i, SL_CLASS_EVENT_VERB) || sl_clauses_is (self, i, SL_CLASS_VERB)
         || sl_tokens_match (self->tokens, self->lexicon, i, SL_CLASS_RELAY, NULL) > 0
         || sl_tokens_match (self->tokens, self->lexicon, i, SL_CLASS_PLATFORM, NULL) > 0;
}

/* Marks that stand inside names: "Mr. O'Neill", "Censor.NET", "AT&T", "son-in-law". */
static gboolean
is_inner_mark (const SlClauses *self,
               guint            i)
{
  const SlToken *token = token_at (self, i);
  gunichar c = g_utf8_get_char (self->tokens->text + token->start);

  if (c == '&' || c == '/')
    return TRUE;
  if (token->spaced)
    return FALSE;
  if (c == '.')
    return i > 0 && i + 1 < self->tokens->count
           && (!token_at (self, i + 1)->spaced || sl_clauses_is (self, i - 1, SL_CLASS_ABBREVIATION)
               || token_at (self, i - 1)->end - token_at (self, i - 1)->start == 1);
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static guint
skip_bracket_back (const SlClauses *self,
                   guint            i,
                   guint            limit)
{
  if (!sl_clauses_is_mark (self, i, ")"))
    return i;
  for (guint k = i; k > limit && k + 24 > i; k--)
    if (sl_clauses_is_mark (self, k - 1, "("))
      return k - 1;
  return i;
}

static gboolean
is_inside (const SlClauses *self,
           guint            i)
{
  const SlToken *token = token_at (self, i);

  if ((self->places[i] & SL_PLACE_NAME) != 0)
    return TRUE;
  if (token->kind == SL_TOKEN_NEWLINE || (self->places[i] & (SL_PLACE_QUOTE | SL_PLACE_TIME)) != 0)
    return FALSE;
  if (token->kind == SL_TOKEN_MARK)
    return is_inner_mark (self, i);
  return token->kind == SL_TOKEN_NUMBER || !is_border_word (self, i);
}

/* Whether the words before token @i can be one of the members that "and" joins. */
static gboolean
joins_members (const SlClauses *self,
               guint            i,
               guint            limit)
{
  if (i <= limit || i + 1 >= self->tokens->count)
    return FALSE;
  /* "in Lund and around it" */
  if (sl_clauses_is (self, i + 1, SL_CLASS_PREPOSITION) && !sl_clauses_is (self, i + 1, SL_CLASS_INFINITIVE))
    return TRUE;
  /* "for water and waterways" */
  if (i > limit + 1 && sl_clauses_is (self, i - 2, SL_CLASS_PREPOSITION) && !token_at (self, i - 1)->capital)
    return TRUE;
  return token_at (self, i - 1)->capital && (token_at (self, i + 1)->capital || sl_clauses_is (self, i + 1, SL_CLASS_DETERMINER) || sl_clauses_is (self, i + 1, SL_CLASS_UNNAMED))
         && (i - 1 == limit || token_at (self, i - 2)->capital || sl_clauses_is (self, i - 2, SL_CLASS_DETERMINER) || sl_clauses_is (self, i - 2, SL_CLASS_ROLE));
}

static guint
walk_back (const SlClauses *self,
           guint            end,
           guint            limit)
{
  guint i = end;

  while (i > limit && end - i < MAX_PHRASE)
    {
      guint before = skip_bracket_back (self, i - 1, limit);

      if (before != i - 1)
        {
          i = before;
          continue;
        }
      if (sl_clauses_is (self, i - 1, SL_CLASS_JOINER) && !joins_members (self, i - 1, limit))
        break;
      if (!is_inside (self, i - 1))
        break;
      /* "the man who Prokop praises" */
      if (i < end && sl_clauses_is (self, i - 1, SL_CLASS_RELATIVE) && !sl_clauses_is (self, i - 1, SL_CLASS_POSSESSIVE))
        break;
      i--;
      if (sl_clauses_is (self, i, SL_CLASS_PRONOUN) && !(i > limit && sl_clauses_is (self, i - 1, SL_CLASS_PREPOSITION)))
        break;
    }
  return i;
}

/* Takes "In", "But", "earlier" from the beginning of a phrase. */
static guint
strip_front (const SlClauses *self,
             guint            first,
             guint            end)
{
  while (first < end
         && ((token_at (self, first)->kind == SL_TOKEN_MARK && (self->places[first] & SL_PLACE_NAME) == 0) || sl_clauses_is (self, first, SL_CLASS_PREPOSITION)
             || sl_clauses_is (self, first, SL_CLASS_CONJUNCTION)
             || (sl_clauses_is (self, first, SL_CLASS_AUXILIARY) && !token_at (self, first)->upper)
             || sl_clauses_is (self, first, SL_CLASS_ADVERB)
             || sl_clauses_is (self, first, SL_CLASS_JOINER)))
    first++;
  return first;
}

/**
 * sl_clauses_begins_apposition:
 *
 * Whether what tells more of a name can begin at token @i: "the mayor", "who", "63".
 */
gboolean
sl_clauses_begins_apposition (const SlClauses *self,
                              guint            i)
{
  return sl_clauses_is (self, i, SL_CLASS_DETERMINER) || sl_clauses_is (self, i, SL_CLASS_ROLE) || sl_clauses_is (self, i, SL_CLASS_RELATIVE)
         || token_at (self, i)->kind == SL_TOKEN_NUMBER;
}

/**
 * sl_clauses_noun_before:
 * @self: clauses
 * @end: token that the phrase ends before
 * @limit: first token that it may have
 *
 * Finds the noun phrase that ends before token @end: the subject of a verb there.
 *
 * Returns: its tokens, an empty range when there is none
 */
SlRange
sl_clauses_noun_before (const SlClauses *self,
                        guint            end,
                        guint            limit)
{
  return (SlRange) { strip_front (self, walk_back (self, end, limit), end), end };
}

/* "her spokesman, Marek Zobel": a title, then nothing but a name up to the end of the clause. */
static guint
end_of_name (const SlClauses *self,
             guint            comma,
             guint            limit)
{
  guint i = comma + 1;

  while (i < limit && i < comma + 6 && token_at (self, i)->kind == SL_TOKEN_WORD && token_at (self, i)->capital && self->places[i] == 0)
    i++;
  return i > comma + 1 && (i == limit || sl_clauses_is_mark (self, i, ".") || sl_clauses_is_mark (self, i, ",")) ? i : comma;
}

static guint
end_of_apposition (const SlClauses *self,
                   guint            comma,
                   guint            limit,
                   gboolean         at_end)
{
  guint i = comma + 1;

  if (i >= limit)
    return comma;
  if (at_end && sl_clauses_is (self, comma - 1, SL_CLASS_ROLE))
    return end_of_name (self, comma, limit);
  if (!sl_clauses_begins_apposition (self, i) || !token_at (self, comma - 1)->capital)
    return comma;
  /* "Le Figaro, qui cite X" goes on with another one. */
  for (guint k = i; k < limit && k < i + RELATIVE_GAP; k++)
    if (sl_tokens_match (self->tokens, self->lexicon, k, SL_CLASS_RELAY, NULL) > 0)
      return comma;
  while (i < limit && is_inside (self, i) && i - comma < MAX_PHRASE)
    i++;
  return sl_clauses_is_mark (self, i, ",") || (at_end && (i == limit || sl_clauses_is_mark (self, i, "."))) ? i : comma;
}

/* Where nouns have capitals, a small word behind one that joins nothing is the verb. */
static gboolean
ends_capital_noun (const SlClauses *self,
                   guint            first,
                   guint            i)
{
  const SlLexEntry *determiner = NULL;

  /* "nach Angaben der Polizei ein Unfall": an article that stands in no genitive begins another phrase. */
  if (self->capital_nouns && i > first && token_at (self, i - 1)->capital && !token_at (self, i)->capital
      && sl_tokens_match (self->tokens, self->lexicon, i, SL_CLASS_DETERMINER, &determiner) > 0)
    return strcmp (determiner->text, "within") != 0;
  return self->capital_nouns && i > first && token_at (self, i)->kind == SL_TOKEN_WORD && !token_at (self, i)->capital
         && token_at (self, i - 1)->capital && !sl_clauses_is (self, i, SL_CLASS_PREPOSITION) && !sl_clauses_is (self, i, SL_CLASS_OUTLET_NAME)
         && !sl_clauses_is (self, i, SL_CLASS_DETERMINER) && !sl_clauses_is (self, i, SL_CLASS_JOINER);
}

/**
 * sl_clauses_noun_after:
 * @self: clauses
 * @first: first token of the phrase
 * @limit: token that it must end before
 * @at_end: whether the sentence may end with it
 *
 * Finds the noun phrase that begins at token @first, as after "according to".
 *
 * Returns: its tokens, an empty range when there is none
 */
SlRange
sl_clauses_noun_after (const SlClauses *self,
                       guint            first,
                       guint            limit,
                       gboolean         at_end)
{
  guint i = first;

  while (i < limit && i - first < MAX_PHRASE && is_inside (self, i) && !ends_capital_noun (self, first, i))
    {
      if (sl_clauses_is (self, i, SL_CLASS_JOINER)
          && !(i + 1 < limit && (token_at (self, i + 1)->capital || sl_clauses_is (self, i + 1, SL_CLASS_UNNAMED) || sl_clauses_is (self, i + 1, SL_CLASS_DETERMINER))))
        break;
      i++;
      if (i == first + 1 && sl_clauses_is (self, first, SL_CLASS_PRONOUN))
        break;
    }
  if (i < limit && i > first && sl_clauses_is_mark (self, i, ","))
    i = end_of_apposition (self, i, limit, at_end);
  while (i > first && (sl_clauses_is (self, i - 1, SL_CLASS_PREPOSITION) || (token_at (self, i - 1)->kind == SL_TOKEN_MARK && (self->places[i - 1] & SL_PLACE_NAME) == 0 && !sl_clauses_is_mark (self, i - 1, ")") && !sl_clauses_is_mark (self, i - 1, "."))))
    i--;
  return (SlRange) { first, i };
}

/**
 * sl_clauses_get_span:
 * @self: clauses
 * @range: a range that is not empty
 *
 * Returns: its bytes
 */
SlSpan
sl_clauses_get_span (const SlClauses *self,
                     SlRange          range)
{
  return (SlSpan) { token_at (self, range.first)->start, token_at (self, range.end - 1)->end };
}
