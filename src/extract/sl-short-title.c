/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-short-title.h"

/* Characters: a title is not cut before. */
#define MIN_LENGTH 28

/* What leads to the clause proper has no more tokens than this. */
#define LEAD_TOKENS 20

/* What is left without its lead has more words than this. */
#define MIN_WORDS 4

/* Nor has a dateline more tokens than this. */
#define DATELINE_TOKENS 12

/* A subject has no more tokens before its verb. */
#define SUBJECT_TOKENS 12

/* How good a place is for ending a title. */
enum
{
  CUT_NONE,
  CUT_WORD,
  CUT_PHRASE,
  CUT_CLAUSE,
};

static gboolean
is_comma (const SlClauses *self,
          guint            i)
{
  return sl_clauses_is_mark (self, i, ",") || sl_clauses_is_mark (self, i, "،");
}

static gboolean
is_any_mark (const SlClauses *self,
             guint            i)
{
  return self->tokens->items[i].kind == SL_TOKEN_MARK;
}

/* Words before a verb which are no circumstance themselves. */
static gboolean
begins_clause (const SlClauses *self,
               SlRange          words)
{
  if (sl_clauses_is (self, words.first, SL_CLASS_PREPOSITION) || sl_clauses_is (self, words.first, SL_CLASS_JOINER)
      || sl_clauses_is (self, words.first, SL_CLASS_RELATIVE) || sl_clauses_is (self, words.first, SL_CLASS_CONJUNCTION)
      || sl_clauses_is_verb (self, words.first))
    return FALSE;
  for (guint i = words.first + 1; i < words.end && i < words.first + SUBJECT_TOKENS && !is_comma (self, i); i++)
    if (sl_clauses_is_verb (self, i))
      return TRUE;
  return FALSE;
}

/* What begins like this leads to the clause proper. A condition does not: without it the rest would say too much. */
static gboolean
begins_lead (const SlClauses *self,
             guint            i,
             gboolean        *clause)
{
  *clause = sl_clauses_is (self, i, SL_CLASS_SUBORDINATOR);
  return (*clause || sl_clauses_is (self, i, SL_CLASS_PREPOSITION) || (self->places[i] & SL_PLACE_TIME) != 0)
         && sl_tokens_match (self->tokens, self->lexicon, i, SL_CLASS_CONDITION, NULL) == 0;
}

/* "In September, …", "After the talks, which failed, …", "When it rained, …": ends at a comma before a subject with its verb. */
static guint
skip_circumstances (const SlClauses *self,
                    SlRange          words)
{
  gboolean clause;
  guint commas = 0;

  if (!begins_lead (self, words.first, &clause))
    return words.first;
  for (guint i = words.first; i + MIN_WORDS < words.end && i < words.first + LEAD_TOKENS; i++)
    {
      if ((self->places[i] & SL_PLACE_QUOTE) != 0 || (commas == 0 && !clause && sl_clauses_is_verb (self, i)))
        return words.first;
      if (!is_comma (self, i))
        continue;
      commas++;
      if (begins_clause (self, (SlRange) { i + 1, words.end }))
        return i + 1;
    }
  return words.first;
}

/* "BERLIN (AP) —": the line that says where a report comes from. */
static guint
skip_dateline (const SlClauses *self,
               SlRange          words)
{
  for (guint i = words.first; i + 2 < words.end && i < words.first + DATELINE_TOKENS; i++)
    if (sl_clauses_is_mark (self, i, ")") && (sl_clauses_is_mark (self, i + 1, "-") || sl_clauses_is_mark (self, i + 1, "–") || sl_clauses_is_mark (self, i + 1, "—")))
      return i + 2;
  return words.first;
}

/* What only links the words to those before them is left out: "But", "However,", "In September,". */
static guint
skip_links (const SlClauses *self,
            SlRange          words)
{
  guint i = skip_dateline (self, words), link;

  while (i + 1 < words.end && (is_any_mark (self, i) && (self->places[i] & SL_PLACE_QUOTE) == 0))
    i++;
  if (i + 1 < words.end && sl_clauses_is (self, i, SL_CLASS_JOINER))
    i++;
  link = sl_tokens_match (self->tokens, self->lexicon, i, SL_CLASS_ADVERB, NULL);
  if (link > 0 && i + link + 1 < words.end && is_comma (self, i + link))
    i += link + 1;
  return skip_circumstances (self, (SlRange) { i, words.end });
}

static guint
trim_end (const SlClauses *self,
          SlRange          words)
{
  guint end = words.end;

  while (end > words.first + 1
         && (self->tokens->items[end - 1].kind == SL_TOKEN_NEWLINE || sl_clauses_is_mark (self, end - 1, ".") || is_comma (self, end - 1)
             || sl_clauses_is_mark (self, end - 1, ":") || sl_clauses_is_mark (self, end - 1, ";") || sl_clauses_is_mark (self, end - 1, "-")
             || sl_clauses_is_mark (self, end - 1, "–") || sl_clauses_is_mark (self, end - 1, "—") || sl_clauses_is_mark (self, end - 1, "(")))
    end--;
  return end;
}

static int
rate_cut (const SlClauses *self,
          guint            i)
{
  if ((self->places[i] & SL_PLACE_QUOTE) != 0 && (self->places[i - 1] & SL_PLACE_QUOTE) != 0)
    return CUT_WORD;
  if (((is_comma (self, i) || sl_clauses_is_mark (self, i, ";") || sl_clauses_is_mark (self, i, ":")) && i + 1 < self->tokens->count && self->tokens->items[i + 1].spaced)
      || sl_clauses_is_mark (self, i, "(")
      || (self->tokens->items[i].spaced && (sl_clauses_is_mark (self, i, "-") || sl_clauses_is_mark (self, i, "–") || sl_clauses_is_mark (self, i, "—"))))
    return CUT_CLAUSE;
  if (sl_clauses_is (self, i, SL_CLASS_RELATIVE) || sl_clauses_is (self, i, SL_CLASS_PREPOSITION) || sl_clauses_is (self, i, SL_CLASS_JOINER))
    return sl_clauses_is (self, i - 1, SL_CLASS_PREPOSITION) ? CUT_WORD : CUT_PHRASE;
  return self->tokens->items[i].spaced ? CUT_WORD : CUT_NONE;
}

/* Where to end a title that would be too long: behind its verb, at the best place that is not too near the beginning. */
static guint
find_cut (const SlClauses *self,
          SlRange          words,
          long             max_length)
{
  const char *start = self->tokens->text + self->tokens->items[words.first].start;
  long length = 0;
  guint cut = words.first + 1;
  int best = CUT_NONE;
  gboolean told = FALSE;

  for (guint i = words.first + 1; i < words.end; i++)
    {
      const char *at = self->tokens->text + self->tokens->items[i].start;
      int rating = rate_cut (self, i);

      length += g_utf8_pointer_to_offset (start, at);
      start = at;
      if (length > max_length)
        break;
      if (rating > CUT_WORD && (!told || length < MIN_LENGTH))
        rating = CUT_WORD;
      told |= sl_clauses_is_verb (self, i);
      if (rating < best || rating == CUT_NONE)
        continue;
      best = rating;
      cut = i;
    }
  return cut;
}

static gboolean
fits (const SlClauses *self,
      SlRange          words,
      long             max_length)
{
  const char *text = self->tokens->text;

  return g_utf8_strlen (text + self->tokens->items[words.first].start,
                        (gssize) (self->tokens->items[words.end - 1].end - self->tokens->items[words.first].start))
         <= max_length;
}

/* ---- quotation marks ---------------------------------------------------------------------------- */

/* What closes the quotation that mark @i opens or closes; %NULL when it is no quotation mark. */
static const char *
get_closing_mark (const SlClauses *self,
                  guint            i)
{
  static const char *const pairs[][2] = { { "\"", "\"" }, { "“", "”" }, { "”", "”" }, { "„", "“" }, { "«", "»" }, { "»", "»" }, { "‘", "’" }, { "’", "’" } };

  if ((self->places[i] & SL_PLACE_QUOTE) == 0)
    return NULL;
  for (gsize k = 0; k < G_N_ELEMENTS (pairs); k++)
    if (sl_clauses_is_mark (self, i, pairs[k][0]))
      return pairs[k][1];
  return NULL;
}

static gboolean
is_quoted (const SlClauses *self,
           guint            i)
{
  return (self->places[i] & SL_PLACE_QUOTE) != 0;
}

/* Words that are all one quotation need no marks. */
static SlRange
strip_quotes (const SlClauses *self,
              SlRange          words)
{
  for (guint i = words.first; i < words.end; i++)
    if (!is_quoted (self, i))
      return words;
  while (words.first + 1 < words.end && get_closing_mark (self, words.first) != NULL)
    words.first++;
  while (words.first + 1 < words.end && get_closing_mark (self, words.end - 1) != NULL)
    words.end--;
  return words;
}

/* The mark that a quotation lacks which goes on where the title ends. */
static const char *
get_missing_mark (const SlClauses *self,
                  SlRange          words)
{
  gboolean all = TRUE;

  for (guint i = words.first; i < words.end; i++)
    all = all && is_quoted (self, i);
  if (all || !is_quoted (self, words.end - 1) || words.end >= self->tokens->count || !is_quoted (self, words.end))
    return "";
  for (guint i = words.end; i > words.first && is_quoted (self, i - 1); i--)
    if (get_closing_mark (self, i - 1) != NULL)
      return get_closing_mark (self, i - 1);
  return "";
}

static char *
join_words (const SlClauses *self,
            SlRange          words)
{
  GString *title = g_string_new (NULL);

  for (guint i = words.first; i < words.end; i++)
    {
      const SlToken *token = &self->tokens->items[i];

      if (token->kind == SL_TOKEN_NEWLINE)
        continue;
      if (title->len > 0 && token->spaced)
        g_string_append_c (title, ' ');
      g_string_append_len (title, self->tokens->text + token->start, token->end - token->start);
    }
  return g_string_free_and_steal (title);
}

static char *
capitalise (const char *words)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * sl_short_title_make:
 * @clauses: the text
 * @words: an assertion in it, one token at least
 * @max_length: characters
 *
 * Makes a title of an assertion's own words: without what links it to the sentence before and without the circumstances
 * that it begins with; cut at the border of a clause or a phrase where it is longer than @max_length, which an ellipsis shows.
 *
 * Returns: (transfer full): the title
 */
char *
sl_short_title_make (const SlClauses *clauses,
                     SlRange          words,
                     guint            max_length)
{
  g_autofree char *title = NULL;
  g_autofree char *joined = NULL;

  words.first = skip_links (clauses, words);
  words.end = trim_end (clauses, words);
  words = strip_quotes (clauses, words);
  if (fits (clauses, words, max_length))
    title = join_words (clauses, words);
  else
    {
      words.end = find_cut (clauses, words, max_length);
      words.end = trim_end (clauses, words);
      joined = join_words (clauses, words);
      title = g_strconcat (joined, "…", get_missing_mark (clauses, words), NULL);
    }
  return *title != '\0' ? capitalise (title) : g_steal_pointer (&title);
}
