/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-sentences.h"

#include "extract/sl-sentence-breaks.h"

/* A longer run without an end is cut here: what looks back over a sentence must stay cheap. */
#define MAX_TOKENS 1000

/* "Nov.", "Tues." */
static gboolean
is_short_name (const SlLexicon *lexicon,
               const SlToken   *word)
{
  const SlLexEntry *month = sl_lexicon_find (lexicon, word->word, SL_CLASS_MONTH);
  const SlLexEntry *weekday = sl_lexicon_find (lexicon, word->word, SL_CLASS_WEEKDAY);

  return (month != NULL && month->abbreviation) || (weekday != NULL && weekday->abbreviation);
}

/* "10 p.m. Wednesday", "10 p.m. EST": the stop of an abbreviation of letters before what belongs to a time. */
static gboolean
is_short_time (const SlTokens  *tokens,
               const SlLexicon *lexicon,
               guint            i)
{
  return i >= 4 && tokens->items[i - 2].end - tokens->items[i - 2].start == 1 && sl_tokens_is (tokens, i - 3, ".")
         && (sl_tokens_have (tokens, lexicon, i, SL_CLASS_WEEKDAY) || sl_tokens_have (tokens, lexicon, i, SL_CLASS_MONTH)
             || sl_tokens_have (tokens, lexicon, i, SL_CLASS_ZONE));
}

/* Whether what ends before token @i is no sentence: "Mr." and "U.S." end in a full stop of their own, "3." may be a list or a date. */
static gboolean
is_abbreviation (const SlTokens   *tokens,
                 const SlLanguage *language,
                 guint             i)
{
  const SlLexicon *lexicon = sl_language_get_lexicon (language);
  const SlToken *word;

  if (i < 2 || !sl_tokens_is (tokens, i - 1, ".") || tokens->items[i - 1].spaced)
    return FALSE;
  word = &tokens->items[i - 2];
  /* "23. November": Unicode ends a sentence before every capital. */
  if (word->kind == SL_TOKEN_NUMBER)
    return sl_language_get_style (language)->ordinal_dot && word->digits <= 2;
  if (word->kind != SL_TOKEN_WORD)
    return FALSE;
  if (sl_lexicon_has (lexicon, word->word, SL_CLASS_ABBREVIATION) || is_short_name (lexicon, word) || is_short_time (tokens, lexicon, i))
    return TRUE;
  /* An initial, or the last letter of "U.S."; before a word in small letters, or a name. */
  return word->capital && g_utf8_strlen (tokens->text + word->start, word->end - word->start) == 1
         && i < tokens->count && tokens->items[i].kind == SL_TOKEN_WORD;
}

static gboolean
is_mark_only (const SlTokens *tokens,
              guint           first,
              guint           end)
{
  for (guint i = first; i < end; i++)
    if (tokens->items[i].kind == SL_TOKEN_WORD || tokens->items[i].kind == SL_TOKEN_NUMBER)
      return FALSE;
  return TRUE;
}

/* Appends the tokens up to @end as a sentence, unless they belong to the one before. */
static void
append (GArray           *sentences,
        const SlTokens   *tokens,
        const SlLanguage *language,
        guint             first,
        guint             end,
        guint             line)
{
  SlSentence sentence = { { tokens->items[first].start, tokens->items[end - 1].end }, first, end, line, TRUE, FALSE };

  if (sentences->len > 0)
    {
      SlSentence *last = &g_array_index (sentences, SlSentence, sentences->len - 1);

      if (last->line == line && last->end == first && end - last->first < MAX_TOKENS
          && (is_abbreviation (tokens, language, first) || is_mark_only (tokens, first, end)
              || (tokens->items[first].kind == SL_TOKEN_WORD && !tokens->items[first].capital
                  && !sl_tokens_is (tokens, first - 1, "?") && !sl_tokens_is (tokens, first - 1, "!"))))
        {
          last->end = end;
          last->span.end = sentence.span.end;
          return;
        }
      sentence.starts_line = last->line != line;
      last->ends_line = sentence.starts_line;
    }
  g_array_append_val (sentences, sentence);
}

/* The first token from @first on that begins at byte @border or later, or ends a line, or is one too many for a sentence. */
static inline guint
find_end (const SlTokens *tokens,
          guint           first,
          gsize           border)
{
  const SlToken *items = tokens->items;
  guint limit = MIN (tokens->count - first, MAX_TOKENS) + first, i = first;

  while (i < limit && items[i].start < border && items[i].kind != SL_TOKEN_NEWLINE)
    i++;
  return i;
}

/* Splits the tokens up to byte @border at line ends and appends the pieces. */
static void
append_until (GArray           *sentences,
              const SlTokens   *tokens,
              const SlLanguage *language,
              gsize             border,
              guint            *next,
              guint            *line)
{
  while (*next < tokens->count && tokens->items[*next].start < border)
    {
      guint first = *next;

      *next = find_end (tokens, first, border);
      if (*next > first)
        append (sentences, tokens, language, first, *next, *line);
      if (*next < tokens->count && tokens->items[*next].start < border && tokens->items[*next].kind == SL_TOKEN_NEWLINE)
        {
          (*next)++;
          (*line)++;
        }
    }
}

/**
 * sl_sentences_find:
 * @tokens: a text
 * @language: its language
 *
 * Cuts a text into sentences: where Unicode's rules end one, but never over a line end, and not after the
 * abbreviations of the language.
 *
 * Returns: (transfer full) (element-type SlSentence): the sentences, in order
 */
GArray *
sl_sentences_find (const SlTokens   *tokens,
                   const SlLanguage *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (SlSentence));
  SlSentenceBreaks breaks;
  guint next = 0, line = 0;
  gsize border;

  sl_sentence_breaks_init (&breaks, tokens->text, tokens->length);
  while (sl_sentence_breaks_next (&breaks, &border))
    append_until (sentences, tokens, language, border, &next, &line);
  if (sentences->len > 0)
    g_array_index (sentences, SlSentence, sentences->len - 1).ends_line = TRUE;
  return sentences;
}
