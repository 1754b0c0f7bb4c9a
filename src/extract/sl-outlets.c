/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-outlets.h"

/* A name between quotation marks has at most so many tokens. */
#define QUOTED_NAME 6

/* What the language does not know as a name has at most so many, and stands beside a verb. */
#define UNKNOWN_NAME 3

/* So many tokens at most in a phrase that introduces a name. */
#define INTRODUCTION 5

static const SlToken *
token_at (const SlClauses *clauses,
          guint            i)
{
  return &clauses->tokens->items[i];
}

static gunichar
mark_at (const SlClauses *clauses,
         guint            i)
{
  return token_at (clauses, i)->kind == SL_TOKEN_MARK ? g_utf8_get_char (clauses->tokens->text + token_at (clauses, i)->start) : 0;
}

/* How many tokens from @i on are an outlet's name that the language knows. */
static guint
match_name (const SlClauses   *clauses,
            guint              i,
            const SlLexEntry **entry)
{
  guint count = sl_tokens_match (clauses->tokens, clauses->lexicon, i, SL_CLASS_OUTLET_NAME, entry);
  gboolean known = count > 0 && *(*entry)->text != '\0';

  /* Agencies write themselves in small letters, "dpa"; words like "post" and "time" count as names only with a capital. */
  return count > 0 && (token_at (clauses, i)->capital || (clauses->places[i] & SL_PLACE_NAME) != 0 || (known && g_unichar_islower (g_utf8_get_char ((*entry)->text)))) ? count : 0;
}

/* ---- names between quotation marks -------------------------------------------------------------- */

static gboolean
looks_like_name (const SlClauses *clauses,
                 SlRange          inner)
{
  if (inner.first >= inner.end || inner.end - inner.first > QUOTED_NAME || !token_at (clauses, inner.first)->capital)
    return FALSE;
  for (guint i = inner.first; i < inner.end; i++)
    {
      const SlToken *token = token_at (clauses, i);
      gunichar mark = mark_at (clauses, i);

      if (token->kind == SL_TOKEN_NEWLINE)
        return FALSE;
      if (mark != 0 && mark != '-' && mark != '&' && mark != '\'' && mark != 0x2019 && !(mark == '.' && i + 1 < inner.end && !token_at (clauses, i + 1)->spaced))
        return FALSE;
    }
  return TRUE;
}

/* "laut „X“", "со ссылкой на «X»": the phrase before the token names who is spoken of. */
static gboolean
is_introduced (const SlClauses *clauses,
               guint            i)
{
  for (guint k = 1; k <= INTRODUCTION && k <= i; k++)
    if (sl_tokens_match (clauses->tokens, clauses->lexicon, i - k, SL_CLASS_RELAY, NULL) == k
        || sl_tokens_match (clauses->tokens, clauses->lexicon, i - k, SL_CLASS_CUE_PHRASE, NULL) == k)
      return TRUE;
  return FALSE;
}

/* "пишет «X»" without a colon, in marks that are used for names as much as for speech. */
static gboolean
stands_beside_verb (const SlClauses *clauses,
                    const SlQuote   *quote)
{
  gunichar mark = mark_at (clauses, quote->first);

  if ((mark != 0xab && mark != 0x201e)
      || (quote->end - quote->first - 2 > UNKNOWN_NAME && !(quote->first > 0 && sl_clauses_is (clauses, quote->first - 1, SL_CLASS_DETERMINER))))
    return FALSE;
  return (quote->first > 0 && sl_clauses_is (clauses, quote->first - 1, SL_CLASS_CUE_VERB))
         || sl_clauses_is (clauses, quote->end, SL_CLASS_CUE_VERB);
}

static gboolean
is_quoted_name (const SlClauses *clauses,
                const SlQuote   *quote)
{
  SlRange inner = { quote->first + 1, quote->end - 1 };
  const SlLexEntry *entry = NULL;
  guint known = 0;

  if (!looks_like_name (clauses, inner))
    return FALSE;
  if (quote->first > 0 && sl_clauses_is (clauses, quote->first - 1, SL_CLASS_OUTLET_NOUN))
    return TRUE;
  for (guint i = inner.first; i < inner.end && known == 0; i++)
    if (i + match_name (clauses, i, &entry) == inner.end && i < inner.end)
      known = inner.end - i;
  if (known > 0 && (*entry->text != '\0' || inner.end - inner.first > 1))
    return TRUE;
  return is_introduced (clauses, quote->first) || stands_beside_verb (clauses, quote);
}

/**
 * sl_outlets_take_quoted:
 * @clauses: a text; the places of its tokens are changed
 * @quotes: (element-type SlQuote): its quotations
 *
 * Tells the names of outlets between quotation marks, «Дзеркало тижня», from what somebody says.
 *
 * Returns: (transfer full) (element-type SlQuote): the quotations without the names
 */
GArray *
sl_outlets_take_quoted (SlClauses    *clauses,
                        const GArray *quotes)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (SlQuote), quotes->len);

  for (guint i = 0; i < quotes->len; i++)
    {
      const SlQuote *quote = &g_array_index (quotes, SlQuote, i);

      if (!is_quoted_name (clauses, quote))
        {
          g_array_append_val (rest, *quote);
          continue;
        }
      for (guint k = quote->first; k < quote->end; k++)
        clauses->places[k] = SL_PLACE_NAME;
    }
  return rest;
}

/* ---- phrases -------------------------------------------------------------------------------------- */

static gboolean
is_name_mark (const SlClauses *clauses,
              guint            i)
{
  return (clauses->places[i] & SL_PLACE_NAME) != 0 && mark_at (clauses, i) != 0 && !g_unichar_isalnum (mark_at (clauses, i))
         && mark_at (clauses, i) != '-' && mark_at (clauses, i) != '.' && mark_at (clauses, i) != '&' && mark_at (clauses, i) != '\'';
}

/* Skips articles, with the apostrophe of "l'AFP". */
static guint
skip_articles (const SlClauses *clauses,
               guint            i,
               guint            limit)
{
  while (i < limit && !token_at (clauses, i)->upper
         && ((sl_clauses_is (clauses, i, SL_CLASS_DETERMINER) && !(token_at (clauses, i)->capital && i + 1 < limit && token_at (clauses, i + 1)->capital))
             || mark_at (clauses, i) == '\'' || mark_at (clauses, i) == 0x2019))
    i++;
  return i;
}

/* "Censor.NET", "ukrinform.ua": how many tokens from @i on are a name with a full stop inside. */
static guint
match_domain (const SlClauses *clauses,
              guint            i,
              guint            limit)
{
  if (i + 2 >= limit || token_at (clauses, i)->kind != SL_TOKEN_WORD || token_at (clauses, i)->end - token_at (clauses, i)->start < 3
      || mark_at (clauses, i + 1) != '.' || token_at (clauses, i + 1)->spaced
      || token_at (clauses, i + 2)->spaced || token_at (clauses, i + 2)->kind != SL_TOKEN_WORD)
    return 0;
  return 3;
}

/**
 * sl_outlets_at:
 * @clauses: a text
 * @first: a token
 * @limit: one past the last token that may belong to the phrase
 *
 * Finds an outlet at a place: a known name, or any name behind "the newspaper", with the articles before it.
 *
 * Returns: the token behind it, 0 when none stands there
 */
guint
sl_outlets_at (const SlClauses *clauses,
               guint            first,
               guint            limit)
{
  const SlLexEntry *entry = NULL;
  guint i = skip_articles (clauses, first, limit);
  guint noun = i, count;

  while (noun < limit && sl_clauses_is (clauses, noun, SL_CLASS_OUTLET_NOUN) && match_name (clauses, noun, &entry) == 0)
    noun++;
  count = noun < limit ? MAX (match_name (clauses, noun, &entry), match_domain (clauses, noun, limit)) : 0;
  if (count == 0 && noun + 1 < limit && is_name_mark (clauses, noun))
    count = 1;
  if (count == 0 && noun > i && noun < limit && token_at (clauses, noun)->capital)
    count = 1;
  if (count == 0)
    return 0;
  i = noun + count;
  while (i < limit && (clauses->places[i] & SL_PLACE_NAME) != 0)
    i++;
  return i <= limit ? i : 0;
}

/* Where the name stands in the phrase; @known is what the language calls it, if it knows it. */
static gboolean
find_name (const SlClauses   *clauses,
           SlRange            words,
           SlRange           *name,
           const SlLexEntry **known)
{
  guint first = skip_articles (clauses, words.first, words.end);

  for (guint i = first; i < words.end; i++)
    {
      const SlLexEntry *entry = NULL;
      gboolean noun = i + 1 < words.end && sl_clauses_is (clauses, i, SL_CLASS_OUTLET_NOUN);
      guint count = match_name (clauses, i, &entry);
      guint end = i + count;

      if (noun && count == 0 && (token_at (clauses, i + 1)->capital || (clauses->places[i + 1] & SL_PLACE_NAME) != 0) && !sl_clauses_is (clauses, i + 1, SL_CLASS_ROLE))
        {
          *name = (SlRange) { i + 1, words.end };
          *known = NULL;
          count = match_name (clauses, i + 1 + (is_name_mark (clauses, i + 1) ? 1 : 0), &entry);
          if (count > 0)
            *known = entry;
          return TRUE;
        }
      /* "analysts of Bloomberg" and "Times reporters" are people. */
      if (sl_clauses_is (clauses, i, SL_CLASS_UNNAMED) || sl_clauses_is (clauses, i, SL_CLASS_ROLE))
        break;
      if (count == 0 || end > words.end)
        continue;
      /* The name is the head: nothing but "newspaper" follows, so that "The Times reporter" is none. */
      if (end == words.end || is_name_mark (clauses, end) || mark_at (clauses, end) == '(' || mark_at (clauses, end) == ')'
          || sl_tokens_match (clauses->tokens, clauses->lexicon, end, SL_CLASS_OUTLET_NOUN, NULL) > 0)
        {
          *name = (SlRange) { first, end };
          *known = entry;
          return TRUE;
        }
    }
  *name = (SlRange) { first, words.end };
  *known = NULL;
  for (guint i = first; i < words.end && words.end - first <= QUOTED_NAME; i++)
    if (match_domain (clauses, i, words.end) > 0)
      return TRUE;
  return FALSE;
}

/**
 * sl_outlets_is:
 * @clauses: a text
 * @words: tokens of a phrase
 *
 * Whether a phrase names a medium.
 */
gboolean
sl_outlets_is (const SlClauses *clauses,
               SlRange          words)
{
  const SlLexEntry *known = NULL;
  SlRange name;

  return words.first < words.end && find_name (clauses, words, &name, &known);
}

/**
 * sl_outlets_name:
 * @clauses: a text
 * @words: tokens of a phrase that names a medium
 *
 * Returns: (transfer full): its name: the one which the language file has for it, in the
 *   nominative, or the words without "the newspaper" and quotation marks
 */
char *
sl_outlets_name (const SlClauses *clauses,
                 SlRange          words)
{
  const SlLexEntry *known = NULL;
  SlRange name;
  GString *copy;

  find_name (clauses, words, &name, &known);
  if (known != NULL && *known->text != '\0')
    return g_strdup (known->text);
  while (name.end > name.first + 1 && is_name_mark (clauses, name.end - 1))
    name.end--;
  while (name.first + 1 < name.end && (is_name_mark (clauses, name.first) || (sl_clauses_is (clauses, name.first, SL_CLASS_DETERMINER) && !token_at (clauses, name.first)->capital)))
    name.first++;
  copy = g_string_new (NULL);
  for (guint i = name.first; i < name.end; i++)
    {
      if (i > name.first && token_at (clauses, i)->spaced)
        g_string_append_c (copy, ' ');
      if (!is_name_mark (clauses, i))
        g_string_append_len (copy, clauses->tokens->text + token_at (clauses, i)->start, token_at (clauses, i)->end - token_at (clauses, i)->start);
    }
  return g_string_free_and_steal (copy);
}
