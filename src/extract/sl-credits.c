/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-credits.h"

#include "extract/sl-outlets.h"

/* A dateline has at most so many tokens, the name of its place so many words. */
#define DATELINE 20
#define PLACE_WORDS 5

/* A line that says nothing but where the text is from has at most so many tokens. */
#define CREDIT_LINE 20

/* A headline has an outlet within its first or last so many tokens. */
#define HEADLINE_OUTLET 8

static gboolean
is_dash (const SlFinder *finder,
         guint           i)
{
  return sl_finder_is_text (finder, i, "–") || sl_finder_is_text (finder, i, "—") || sl_finder_is_text (finder, i, "-");
}

static gboolean
is_word (const SlFinder *finder,
         guint           i)
{
  return i < finder->tokens->count && finder->tokens->items[i].kind == SL_TOKEN_WORD;
}

/* The end of the line that a sentence stands in. */
static guint
find_line_end (const SlFinder *finder,
               guint           i)
{
  guint end = i;

  while (end < finder->tokens->count && end < i + DATELINE && finder->tokens->items[end].kind != SL_TOKEN_NEWLINE)
    end++;
  return end;
}

/* ---- headlines ------------------------------------------------------------------------------------------- */

/* "… - The Example Times": a title that ends in an outlet. */
static gboolean
find_outlet_behind (SlFinder         *finder,
                    const SlSentence *sentence)
{
  for (guint i = sentence->end - 1; i > sentence->first + 2 && sentence->end - i < HEADLINE_OUTLET; i--)
    {
      SlRange source = { i + 1, sentence->end };
      SlAttribution *attribution;

      if (!(is_dash (finder, i) || sl_finder_is_text (finder, i, "|"))
          || !finder->tokens->items[i].spaced || i + 1 >= sentence->end || !finder->tokens->items[i + 1].spaced)
        continue;
      if (!finder->tokens->items[i + 1].capital || !sl_outlets_is (&finder->clauses, source))
        return FALSE;
      attribution = sl_finder_add_attribution (finder, source, (SlRange) { i, i + 1 });
      sl_finder_add_range (finder, attribution->content, (SlRange) { sl_finder_strip_start (finder, sentence->first, i), i });
      return TRUE;
    }
  return FALSE;
}

/* "Reuters: …", "ЗМІ: …" */
static gboolean
find_outlet_before (SlFinder         *finder,
                    const SlSentence *sentence)
{
  guint colon = sentence->first;
  SlRange source;
  SlAttribution *attribution;

  while (colon < sentence->end && colon < sentence->first + HEADLINE_OUTLET && !sl_finder_is_text (finder, colon, ":"))
    colon++;
  if (colon == sentence->first || colon + 2 >= sentence->end || !sl_finder_is_text (finder, colon, ":") || !finder->tokens->items[colon + 1].spaced)
    return FALSE;
  source = (SlRange) { sentence->first, colon };
  if (!sl_outlets_is (&finder->clauses, source) && !(colon == sentence->first + 1 && sl_finder_is (finder, sentence->first, SL_CLASS_UNNAMED)))
    return FALSE;
  attribution = sl_finder_add_attribution (finder, source, (SlRange) { colon, colon + 1 });
  sl_finder_add_range (finder, attribution->content, (SlRange) { colon + 1, sl_finder_trim_end (finder, colon + 1, sentence->end) });
  return TRUE;
}

/**
 * sl_credits_find_headline:
 *
 * Finds who a headline is from: "… - The Example Times", "Reuters: …".
 *
 * Returns: whether it names somebody
 */
gboolean
sl_credits_find_headline (SlFinder         *finder,
                          const SlSentence *sentence)
{
  if (!sentence->starts_line || !sentence->ends_line || sentence->end - sentence->first < 5)
    return FALSE;
  return find_outlet_behind (finder, sentence) || find_outlet_before (finder, sentence);
}

/* ---- datelines ---------------------------------------------------------------------------------------------- */

/* What was seen of a dateline so far. */
typedef struct
{
  guint    words;  /* of the place */
  gboolean upper;  /* the place is written in capitals */
  gboolean dated;
  guint    open;   /* one past the bracket, or stroke, before the agency; 0 when there is none */
} Dateline;

static gboolean
opens (const SlFinder *finder,
       guint           i)
{
  return sl_finder_is_text (finder, i, "(") || sl_finder_is_text (finder, i, "/");
}

static gboolean
closes (const SlFinder *finder,
        guint           i)
{
  return sl_finder_is_text (finder, i, ")") || sl_finder_is_text (finder, i, "/");
}

/* The end of the agency's name at token @i, 0 when none stands there. */
static guint
match_agency (const SlFinder *finder,
              const Dateline *seen,
              guint           i,
              guint           end)
{
  guint behind = sl_outlets_at (&finder->clauses, i, end);

  if (behind > 0)
    return behind;
  /* An agency that nobody knows, "(TRPA)", after a place in capitals. */
  return seen->open > 0 && (seen->upper || seen->dated) && is_word (finder, i) && finder->tokens->items[i].upper && closes (finder, i + 1) ? i + 1 : 0;
}

/* Whether the dateline can end at token @i: with a bracket, a full stop, a dash. */
static guint
close_dateline (const SlFinder *finder,
                const Dateline *seen,
                guint           i,
                guint           end)
{
  guint close = i;

  /* "(dpa/rhe)": further hands have no name. */
  while (seen->open > 0 && close < end && close < i + 4 && !sl_finder_is_text (finder, close, ")") && !(sl_finder_is_text (finder, seen->open - 1, "/") && closes (finder, close)))
    close++;
  if (seen->open > 0)
    {
      if (!closes (finder, close))
        return 0;
      close++;
      return close < end && (is_dash (finder, close) || sl_finder_is_text (finder, close, ".") || sl_finder_is_text (finder, close, ":") || seen->upper) ? close : 0;
    }
  return seen->upper && seen->dated && close < end && (is_dash (finder, close) || sl_finder_is_text (finder, close, ".") || sl_finder_is_text (finder, close, ":")) ? close : 0;
}

/* "МОСКВА, 23 ноя — РИА Новости.", "Berlin (dpa) -", "(ANSA) - ROMA, 23 NOV -": the tokens of the agency, and where the dateline ends. */
static guint
scan_dateline (const SlFinder *finder,
               guint           first,
               guint           end,
               SlRange        *agency)
{
  const SlToken *items = finder->tokens->items;
  Dateline seen = { 0 };

  for (guint i = first; i < end; i++)
    {
      guint behind = i > first || seen.open > 0 ? match_agency (finder, &seen, i, end) : 0;

      if (behind > 0 && (seen.open > 0 || seen.words > 0))
        {
          *agency = (SlRange) { i, behind };
          return close_dateline (finder, &seen, behind, end);
        }
      if (opens (finder, i))
        seen.open = i + 1;
      else if ((finder->clauses.places[i] & SL_PLACE_TIME) != 0 || items[i].kind == SL_TOKEN_NUMBER)
        seen.dated = TRUE;
      else if (items[i].kind == SL_TOKEN_WORD)
        {
          /* "23 ноя": a month in a short form that nothing else uses. */
          if (i > first && items[i - 1].kind == SL_TOKEN_NUMBER)
            continue;
          if (!items[i].capital || ++seen.words > PLACE_WORDS)
            return 0;
          seen.upper = (seen.words == 1 || seen.upper) && items[i].upper;
        }
      else if (!is_dash (finder, i) && !sl_finder_is_text (finder, i, ",") && !sl_finder_is_text (finder, i, "."))
        return 0;
    }
  return 0;
}

/* "(ANSA) - ROMA, 23 NOV - …": the place and the date stand behind the agency. */
static guint
skip_place (const SlFinder *finder,
            guint           i,
            guint           end)
{
  for (guint k = is_dash (finder, i) ? i + 1 : end; k < end; k++)
    {
      const SlToken *token = &finder->tokens->items[k];

      if (is_dash (finder, k))
        return k;
      if (token->kind == SL_TOKEN_WORD && !token->upper && (finder->clauses.places[k] & SL_PLACE_TIME) == 0)
        return i;
    }
  return i;
}

/**
 * sl_credits_find_dateline:
 * @sentence: the first of a line
 *
 * "LUND, Nov 23 (Reuters) - …": an agency says all that follows.
 *
 * Returns: the token behind the dateline, 0 when there is none
 */
guint
sl_credits_find_dateline (SlFinder         *finder,
                          const SlSentence *sentence)
{
  guint end, close;
  SlRange agency;
  SlAttribution *attribution;

  if (!sentence->starts_line || !(finder->tokens->items[sentence->first].capital || opens (finder, sentence->first)))
    return 0;
  end = find_line_end (finder, sentence->first);
  close = scan_dateline (finder, sentence->first, end, &agency);
  if (close == 0)
    return 0;
  if (opens (finder, sentence->first))
    close = skip_place (finder, close, end);
  attribution = sl_finder_add_attribution (finder, agency, (SlRange) { sentence->first, close });
  attribution->kind = SL_SPEAKER_OUTLET;
  attribution->credit = SL_CREDIT_BEHIND;
  return close;
}

/* ---- credits -------------------------------------------------------------------------------------------------- */

/* Adds the outlets that stand from token @i on, "AFP und dpa"; FALSE when anything else stands among them. */
static gboolean
add_outlets (SlFinder *finder,
             guint     first,
             guint     i,
             guint     end,
             SlCredit  credit)
{
  guint count = finder->found->len;

  while (i < end)
    {
      guint behind = sl_outlets_at (&finder->clauses, i, end);
      SlAttribution *attribution;

      if (behind == 0)
        {
          g_ptr_array_set_size (finder->found, (int) count);
          return FALSE;
        }
      attribution = sl_finder_add_attribution (finder, (SlRange) { i, behind }, (SlRange) { first, i });
      attribution->credit = credit;
      i = behind;
      while (i < end && (finder->tokens->items[i].kind == SL_TOKEN_MARK || sl_finder_is (finder, i, SL_CLASS_JOINER)))
        i++;
    }
  return finder->found->len > count;
}

/**
 * sl_credits_find_line:
 * @sentence: a sentence
 *
 * A line that only says where the text is from: "Source: Reuters", "With reporting by AFP and dpa".
 *
 * Returns: whether the sentence is one
 */
gboolean
sl_credits_find_line (SlFinder         *finder,
                      const SlSentence *sentence)
{
  guint first = sl_finder_strip_start (finder, sentence->first, sentence->end);
  guint i, count;

  if (!sentence->starts_line || sentence->end - sentence->first > CREDIT_LINE)
    return FALSE;
  while (first < sentence->end && sl_finder_is_text (finder, first, "("))
    first++;
  count = sl_tokens_match (finder->tokens, finder->clauses.lexicon, first, SL_CLASS_CREDIT, NULL);
  if (count == 0)
    return FALSE;
  for (i = first + count; i < sentence->end && finder->tokens->items[i].kind == SL_TOKEN_MARK && (finder->clauses.places[i] & SL_PLACE_NAME) == 0; i++)
    ;
  return add_outlets (finder, first, i, sentence->end, SL_CREDIT_WHOLE);
}

/**
 * sl_credits_find_bracket:
 * @sentence: a sentence
 *
 * A line that ends in where it is from: "… (AP)", "… (avec AFP)".
 *
 * Returns: whether it does
 */
gboolean
sl_credits_find_bracket (SlFinder         *finder,
                         const SlSentence *sentence)
{
  guint end = sentence->end, open, i;

  if (!sentence->ends_line)
    return FALSE;
  while (end > sentence->first && sl_finder_is_text (finder, end - 1, "."))
    end--;
  if (end <= sentence->first + 2 || !sl_finder_is_text (finder, end - 1, ")"))
    return FALSE;
  for (open = end - 1; open > sentence->first && open + HEADLINE_OUTLET > end && !sl_finder_is_text (finder, open, "("); open--)
    ;
  if (!sl_finder_is_text (finder, open, "("))
    return FALSE;
  i = open + 1;
  i += sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, SL_CLASS_CREDIT, NULL);
  /* "the agency (AP)" only explains a name. */
  if (i == open + 1 && open > sentence->first && !sl_finder_is_text (finder, open - 1, ".") && !sl_finder_in_quote (finder, open - 1) && sl_finder_is (finder, open - 1, SL_CLASS_OUTLET_NAME))
    return FALSE;
  return add_outlets (finder, open, i, end, SL_CREDIT_LINE);
}
