/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-verb-use.h"

#include <string.h>

/* Auxiliaries and adverbs before a verb have at most so many tokens. */
#define MAX_GROUP 10

/**
 * sl_verb_use_get_form:
 * @meaning: what a language file says of a verb
 *
 * Returns: which of its forms it is
 */
SlVerbForm
sl_verb_use_get_form (const char *meaning)
{
  const char *form = strrchr (meaning, ';');

  if (form == NULL)
    return SL_VERB_ANY;
  if (strcmp (form, ";base") == 0)
    return SL_VERB_BASE;
  if (strcmp (form, ";third") == 0)
    return SL_VERB_THIRD;
  if (strcmp (form, ";past") == 0)
    return SL_VERB_PAST;
  if (strcmp (form, ";mind") == 0)
    return SL_VERB_MIND;
  return strcmp (form, ";gerund") == 0 ? SL_VERB_GERUND : SL_VERB_ANY;
}

/**
 * sl_verb_use_is_statement:
 * @meaning: what a language file says of a verb
 *
 * Whether it says that something is so: wanting or praising something does not.
 */
gboolean
sl_verb_use_is_statement (const char *meaning)
{
  return !g_str_has_prefix (meaning, "attitude") && !g_str_has_prefix (meaning, "seem");
}

static const SlToken *
token_at (const SlClauses *clauses,
          guint            i)
{
  return &clauses->tokens->items[i];
}

static gboolean
is_name (const SlClauses *clauses,
         guint            i)
{
  return token_at (clauses, i)->kind == SL_TOKEN_WORD && token_at (clauses, i)->capital && (clauses->places[i] & SL_PLACE_TITLE) == 0;
}

/**
 * sl_verb_use_is_plural:
 *
 * Whether token @i looks like a noun in the plural, by the ending the language has for it.
 */
gboolean
sl_verb_use_is_plural (const SlClauses *clauses,
                       guint            i)
{
  const SlToken *token = token_at (clauses, i);
  const char *ending = clauses->plural_ending;
  gsize length = ending != NULL ? strlen (ending) : 0;

  if (token->kind != SL_TOKEN_WORD || length == 0)
    return FALSE;
  if (sl_clauses_is (clauses, i, SL_CLASS_PLURAL))
    return TRUE;
  return token->end - token->start > length + 2 && strncmp (clauses->tokens->text + token->end - length, ending, length) == 0
         && clauses->tokens->text[token->end - length - 1] != ending[0];
}

/**
 * sl_verb_use_is_phrase:
 *
 * Whether a noun phrase can begin at token @i.
 */
gboolean
sl_verb_use_is_phrase (const SlClauses *clauses,
                       guint            i)
{
  if (i >= clauses->tokens->count)
    return FALSE;
  return is_name (clauses, i) || token_at (clauses, i)->kind == SL_TOKEN_NUMBER || sl_clauses_is (clauses, i, SL_CLASS_DETERMINER)
         || sl_clauses_is (clauses, i, SL_CLASS_PRONOUN) || sl_clauses_is (clauses, i, SL_CLASS_POSSESSIVE)
         || sl_clauses_is (clauses, i, SL_CLASS_CONJUNCTION) || sl_clauses_is (clauses, i, SL_CLASS_INFINITIVE)
         || (clauses->places[i] & SL_PLACE_QUOTE) != 0;
}

/* "says" is no noun, "claims" can be one. */
static gboolean
is_only_verb (const SlClauses *clauses,
              guint            i)
{
  return !sl_clauses_is (clauses, i, SL_CLASS_CUE_NOUN) && !sl_clauses_is (clauses, i, SL_CLASS_DOCUMENT_NOUN);
}

/* "Voters support the bill", not "in support of the bill". */
static gboolean
is_base_verb (const SlClauses *clauses,
              guint            i,
              guint            end)
{
  guint before = i - 1;

  if (sl_clauses_is (clauses, before, SL_CLASS_INFINITIVE))
    return TRUE;
  if (sl_clauses_is (clauses, before, SL_CLASS_PASSIVE))
    return FALSE;
  if (sl_clauses_is (clauses, before, SL_CLASS_AUXILIARY) || sl_clauses_is (clauses, before, SL_CLASS_NEGATION)
      || sl_clauses_is (clauses, before, SL_CLASS_RELATIVE) || sl_clauses_is (clauses, before, SL_CLASS_PRONOUN))
    return TRUE;
  if (sl_verb_use_is_plural (clauses, before) || sl_clauses_is_adverb (clauses, before))
    return !sl_clauses_is (clauses, end, SL_CLASS_PREPOSITION) || sl_clauses_is (clauses, end, SL_CLASS_INFINITIVE);
  /* "Voters surveyed support" */
  if (before > 0 && sl_clauses_is_verb (clauses, before) && sl_verb_use_is_plural (clauses, before - 1))
    return TRUE;
  /* "Observers in Lund say" */
  if (is_only_verb (clauses, i) && is_name (clauses, before) && sl_verb_use_is_phrase (clauses, end))
    return TRUE;
  /* "don’t", "they’ve" */
  if (!token_at (clauses, before)->spaced && before > 0 && token_at (clauses, before - 1)->kind == SL_TOKEN_MARK)
    return sl_verb_use_skip_back (clauses, i, i > MAX_GROUP ? i - MAX_GROUP : 0) < i;
  return sl_verb_use_skip_back (clauses, i, i > MAX_GROUP ? i - MAX_GROUP : 0) < i || token_at (clauses, before)->kind == SL_TOKEN_MARK;
}

/* "The report shows cracks" */
static gboolean
can_speak (const SlClauses *clauses,
           guint            i)
{
  return sl_clauses_is (clauses, i, SL_CLASS_DOCUMENT_NOUN) || sl_clauses_is (clauses, i, SL_CLASS_ROLE)
         || sl_clauses_is (clauses, i, SL_CLASS_UNNAMED) || sl_clauses_is (clauses, i, SL_CLASS_OUTLET_NOUN);
}

static gboolean
is_third_verb (const SlClauses *clauses,
               guint            i,
               guint            end)
{
  guint before = i - 1;

  if (sl_clauses_is (clauses, before, SL_CLASS_AUXILIARY) || sl_clauses_is (clauses, before, SL_CLASS_INFINITIVE))
    return FALSE;
  if (sl_clauses_is (clauses, before, SL_CLASS_RELATIVE) || sl_clauses_is (clauses, before, SL_CLASS_PRONOUN) || token_at (clauses, before)->kind == SL_TOKEN_MARK)
    return TRUE;
  if (is_name (clauses, before) || (clauses->places[i] & SL_PLACE_TITLE) != 0 || can_speak (clauses, before) || sl_clauses_is_adverb (clauses, before))
    return TRUE;
  if (sl_verb_use_is_plural (clauses, before) || token_at (clauses, before)->kind == SL_TOKEN_NUMBER || sl_clauses_is_verb (clauses, before))
    return FALSE;
  return end > i + 1 || sl_verb_use_is_phrase (clauses, end) || token_at (clauses, end)->kind == SL_TOKEN_MARK || (clauses->places[end] & SL_PLACE_TIME) != 0
         || is_only_verb (clauses, i);
}

/* "was not very confident" */
static gboolean
has_auxiliary (const SlClauses *clauses,
               guint            i)
{
  guint first = sl_verb_use_skip_back (clauses, i, i > MAX_GROUP ? i - MAX_GROUP : 0);

  for (guint k = i; k > first; k--)
    if (sl_clauses_match_back (clauses, k, first, SL_CLASS_PASSIVE) > 0)
      return TRUE;
  /* "Are you confident" */
  return i > 1 && sl_clauses_is (clauses, i - 1, SL_CLASS_PRONOUN) && sl_clauses_is (clauses, i - 2, SL_CLASS_PASSIVE);
}

/* "he's said": "'s" before token @i is no possessive behind a pronoun. */
static gboolean
is_short_auxiliary (const SlClauses *clauses,
                    guint            i)
{
  return i > 2 && token_at (clauses, i - 2)->kind == SL_TOKEN_MARK && !token_at (clauses, i - 2)->spaced && sl_clauses_is (clauses, i - 3, SL_CLASS_PRONOUN)
         && sl_clauses_match_back (clauses, i, i - 2, SL_CLASS_POSSESSIVE) == 2;
}

/**
 * sl_verb_use_is_verb:
 * @clauses: a text
 * @i: a token which can be a verb
 * @end: the token behind it and the words that belong to it
 * @form: in which form
 *
 * Whether it is one here, by what stands beside it: "the report", "his claims" and "in support" are nouns.
 */
gboolean
sl_verb_use_is_verb (const SlClauses *clauses,
                     guint            i,
                     guint            end,
                     SlVerbForm       form)
{
  if (form == SL_VERB_ANY || i == 0 || end >= clauses->tokens->count)
    return TRUE;
  /* "Some say", "one says" */
  if (sl_clauses_is (clauses, i - 1, SL_CLASS_DETERMINER) && sl_clauses_is (clauses, i - 1, SL_CLASS_PLURAL))
    return form != SL_VERB_GERUND && (form == SL_VERB_PAST || sl_verb_use_is_phrase (clauses, end));
  if (sl_clauses_is (clauses, i - 1, SL_CLASS_DETERMINER) && !sl_clauses_is (clauses, i - 1, SL_CLASS_PRONOUN) && !sl_clauses_is (clauses, i - 1, SL_CLASS_RELATIVE))
    return FALSE;
  if (sl_clauses_match_back (clauses, i, 0, SL_CLASS_POSSESSIVE) > 0 && !is_short_auxiliary (clauses, i))
    return FALSE;
  /* "so-called" */
  if (!token_at (clauses, i)->spaced && token_at (clauses, i - 1)->kind == SL_TOKEN_MARK && (clauses->places[i - 1] & SL_PLACE_QUOTE) == 0)
    return FALSE;
  if (form == SL_VERB_GERUND)
    return TRUE;
  if (form == SL_VERB_MIND)
    return has_auxiliary (clauses, i);
  if (sl_clauses_is (clauses, i - 1, SL_CLASS_PREPOSITION) && !sl_clauses_is (clauses, i - 1, SL_CLASS_INFINITIVE))
    return FALSE;
  if (form == SL_VERB_BASE)
    return is_base_verb (clauses, i, end);
  if (form == SL_VERB_THIRD)
    return is_third_verb (clauses, i, end);
  /* "400 pledged delegates" */
  return token_at (clauses, i - 1)->kind != SL_TOKEN_NUMBER || sl_verb_use_is_phrase (clauses, end);
}

/**
 * sl_verb_use_skip_back:
 * @clauses: a text
 * @end: a token
 * @limit: not farther back than this one
 *
 * Passes over auxiliaries and adverbs right before token @end.
 *
 * Returns: the first of them; @end when there are none
 */
guint
sl_verb_use_skip_back (const SlClauses *clauses,
                       guint            end,
                       guint            limit)
{
  guint length = 1;

  while (length > 0 && end > limit && (clauses->places[end - 1] & SL_PLACE_QUOTE) == 0
         && !(end > 1 && !token_at (clauses, end - 1)->spaced && sl_tokens_is (clauses->tokens, end - 2, ".")))
    {
      length = sl_clauses_match_back (clauses, end, limit, SL_CLASS_AUXILIARY);
      if (length == 0 && sl_clauses_is_adverb (clauses, end - 1))
        length = 1;
      if (length == 0 && is_short_auxiliary (clauses, end))
        length = 2;
      end -= length;
    }
  return end;
}
