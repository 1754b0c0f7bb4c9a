/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-assertions.h"

/* What is cut off has at least so many words, and its verb stands at most so many tokens behind its subject. */
#define MIN_WORDS 5
#define SUBJECT_TOKENS 8

/* Looks no further than it must, so that the work stays linear in a sentence without end. */
static gboolean
has_words (const SlClauses *self,
           guint            first,
           guint            end)
{
  guint words = 0;

  for (guint i = first; i < end && words < MIN_WORDS; i++)
    words += self->tokens->items[i].kind == SL_TOKEN_WORD ? 1 : 0;
  return words >= MIN_WORDS;
}

/* A name, a pronoun, or what begins a noun phrase. */
static gboolean
begins_subject (const SlClauses *self,
                guint            i)
{
  return sl_clauses_is (self, i, SL_CLASS_DETERMINER) || sl_clauses_is (self, i, SL_CLASS_PRONOUN)
         || sl_clauses_is (self, i, SL_CLASS_POSSESSIVE) || sl_clauses_is (self, i, SL_CLASS_ROLE)
         || sl_clauses_is (self, i, SL_CLASS_UNNAMED) || sl_clauses_is (self, i, SL_CLASS_OUTLET_NOUN)
         || (i < self->tokens->count && (self->tokens->items[i].capital || self->tokens->items[i].kind == SL_TOKEN_NUMBER));
}

/* Whether a subject and its verb follow, with nothing between them that begins another clause. */
static gboolean
has_own_subject (const SlClauses *self,
                 guint            first,
                 guint            end)
{
  if (!begins_subject (self, first))
    return FALSE;
  for (guint i = first + 1; i < end && i <= first + SUBJECT_TOKENS; i++)
    {
      if (sl_clauses_is_mark (self, i, ",") || sl_clauses_is (self, i, SL_CLASS_RELATIVE) || sl_clauses_is (self, i, SL_CLASS_JOINER))
        return FALSE;
      if (sl_clauses_is_verb (self, i))
        return TRUE;
    }
  return FALSE;
}

/* The last member of a list looks like a new clause: what stands before it must have a verb of its own. */
static gboolean
ends_clause (const SlClauses *self,
             guint            first,
             guint            comma)
{
  guint start = comma;
  gboolean verb = FALSE;

  while (start > first && !sl_clauses_is_mark (self, start - 1, ","))
    verb = sl_clauses_is_verb (self, --start) || verb;
  return verb && comma - start >= MIN_WORDS - 1;
}

/* Where the second of two clauses begins when one ends before token @i; 0 when none does. */
static guint
find_second (const SlClauses *self,
             guint            first,
             guint            i,
             guint            end)
{
  if (sl_clauses_is_mark (self, i, ";"))
    return i + 1;
  if (sl_clauses_is_mark (self, i, ",") && sl_clauses_is (self, i + 1, SL_CLASS_JOINER)
      && has_own_subject (self, i + 2, end) && ends_clause (self, first, i))
    return i + 2;
  return 0;
}

/**
 * sl_assertions_has_subject:
 * @clauses: a text
 * @words: some words of it
 *
 * Whether @words begin with a subject and have a verb, so that they can stand alone.
 *
 * Returns: %TRUE if so
 */
gboolean
sl_assertions_has_subject (const SlClauses *clauses,
                           SlRange          words)
{
  if (words.first >= words.end || !begins_subject (clauses, words.first))
    return FALSE;
  for (guint i = words.first + 1; i < words.end; i++)
    if (sl_clauses_is_verb (clauses, i))
      return TRUE;
  return FALSE;
}

static guint
bracket_step (const SlClauses *self,
              guint            i,
              guint            depth)
{
  if (sl_clauses_is_mark (self, i, "(") || sl_clauses_is_mark (self, i, "["))
    return depth + 1;
  return depth > 0 && (sl_clauses_is_mark (self, i, ")") || sl_clauses_is_mark (self, i, "]")) ? depth - 1 : depth;
}

/**
 * sl_assertions_cut:
 * @clauses: the text
 * @sentence: one of its sentences
 *
 * Cuts a sentence between main clauses which each have a subject and a verb, so that each part asserts one
 * thing. Words in quotation marks or brackets are never cut, nor is a sentence whose parts share a subject.
 *
 * Returns: (transfer full) (element-type SlRange): the parts, in order, at least one; the words that join
 *   two parts belong to neither
 */
GArray *
sl_assertions_cut (const SlClauses  *clauses,
                   const SlSentence *sentence)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SlRange));
  SlRange part = { sentence->first, sentence->end };
  guint depth = 0;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      guint second;

      depth = bracket_step (clauses, i, depth);
      if (depth > 0 || (clauses->places[i] & SL_PLACE_QUOTE) != 0)
        continue;
      second = find_second (clauses, part.first, i, sentence->end);
      if (second == 0 || !has_words (clauses, part.first, i) || !has_words (clauses, second, sentence->end))
        continue;
      part.end = i;
      g_array_append_val (parts, part);
      part = (SlRange) { second, sentence->end };
      i = second - 1;
    }
  g_array_append_val (parts, part);
  return parts;
}
