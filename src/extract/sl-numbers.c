/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-numbers.h"

#include "extract/sl-numbers-private.h"

/* ---- ordinals and days -------------------------------------------------------------------- */

static guint
match_suffix (const SlNumberReader *reader,
              guint                 i)
{
  if (sl_number_is_glued_word (reader, i + 1) && sl_tokens_have (reader->tokens, reader->lexicon, i + 1, SL_CLASS_ORDINAL_SUFFIX))
    return 2;
  if (sl_number_is_glued_mark (reader, i + 1, "-") && sl_number_is_glued_word (reader, i + 2)
      && sl_tokens_have (reader->tokens, reader->lexicon, i + 2, SL_CLASS_ORDINAL_SUFFIX))
    return 3;
  return reader->style->ordinal_dot && sl_number_is_glued_mark (reader, i + 1, ".") && !sl_number_is_glued_number (reader, i + 2) ? 2 : 0;
}

static guint match_number_words (const SlNumberReader *reader,
                                 guint                 i,
                                 SlNumber             *number);

/* "einundzwanzigster": the unit, what joins it, the ordinal of the ten, all in one word. */
static guint
match_inverted_ordinal (const SlNumberReader *reader,
                        guint                 i,
                        const SlLexEntry     *unit,
                        SlNumber             *number)
{
  const SlLexEntry *ten = NULL;
  guint count;

  if (unit->value < 1 || unit->value > 9 || !sl_number_is_glued_word (reader, i) || !sl_number_is_glued_word (reader, i + 1)
      || !sl_tokens_have (reader->tokens, reader->lexicon, i, SL_CLASS_JOINER))
    return 0;
  count = sl_tokens_match (reader->tokens, reader->lexicon, i + 1, SL_CLASS_ORDINAL_WORD, &ten);
  if (count == 0 || ten->value < 20 || ten->value % 10 != 0)
    return 0;
  *number = (SlNumber) { ten->value + unit->value, 0 };
  return count + 1;
}

static guint
match_ordinal_words (const SlNumberReader *reader,
                     guint                 i,
                     SlNumber             *number)
{
  const SlLexEntry *tens = NULL, *ordinal = NULL;
  guint count = sl_tokens_match (reader->tokens, reader->lexicon, i, SL_CLASS_ORDINAL_WORD, &ordinal);
  guint first, gap;

  if (count > 0)
    {
      *number = (SlNumber) { ordinal->value, 0 };
      return count;
    }
  first = sl_tokens_match (reader->tokens, reader->lexicon, i, SL_CLASS_NUMBER_WORD, &tens);
  if (first == 0)
    return 0;
  count = match_inverted_ordinal (reader, i + first, tens, number);
  if (count > 0)
    return first + count;
  if (tens->value < 20 || tens->value % 10 != 0 || tens->value > 90)
    return 0;
  gap = sl_number_is_glued_mark (reader, i + first, "-") ? 1 : 0;
  count = sl_tokens_match (reader->tokens, reader->lexicon, i + first + gap, SL_CLASS_ORDINAL_WORD, &ordinal);
  if (count == 0 || ordinal->value > 9)
    return 0;
  *number = (SlNumber) { tens->value + ordinal->value, 0 };
  return first + gap + count;
}

static guint
match_ordinal (const SlNumberReader *reader,
               guint                 i,
               SlNumber             *number)
{
  guint count;

  if (!sl_number_is_between (reader, i, 1, 999, 3))
    return match_ordinal_words (reader, i, number);
  count = match_suffix (reader, i);
  *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
  return count;
}

static guint
match_day (const SlNumberReader *reader,
           guint                 i,
           SlNumber             *number)
{
  guint count;

  if (!sl_number_is_between (reader, i, 1, 31, 2))
    {
      count = match_ordinal_words (reader, i, number);
      return count > 0 && number->value <= 31 ? count : 0;
    }
  *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
  count = match_suffix (reader, i);
  if (count > 0)
    return count;
  return sl_number_continues_right (reader, i) ? 0 : 1;
}

/* ---- years -------------------------------------------------------------------------------- */

/* "2006/07" and "2006/2007": a season, a school year. The years follow each other, so that it is no fraction and no case number. */
static gboolean
is_year_pair (const SlNumberReader *reader,
              guint                 i)
{
  const SlToken *first = sl_number_token_at (reader, i), *second = sl_number_token_at (reader, i + 2);

  return first->kind == SL_TOKEN_NUMBER && first->digits == 4 && first->word >= 1000 && first->word <= 2199
         && sl_number_is_glued_mark (reader, i + 1, "/") && sl_number_is_glued_number (reader, i + 2)
         && !sl_number_continues_right (reader, i + 2)
         && ((second->digits == 4 && second->word == first->word + 1) || (second->digits == 2 && second->word == (first->word + 1) % 100));
}

static gboolean
ends_year_pair (const SlNumberReader *reader,
                guint                 i)
{
  return i >= 2 && is_year_pair (reader, i - 2);
}

static guint
match_year (const SlNumberReader *reader,
            guint                 i,
            SlNumber             *number)
{
  const SlToken *token = sl_number_token_at (reader, i);

  *number = (SlNumber) { token->word, 0 };
  if (is_year_pair (reader, i) || (token->digits == 4 && ends_year_pair (reader, i)))
    return 1;
  if (!sl_number_is_between (reader, i, 1000, 2199, 4) || token->digits != 4 || sl_number_continues_right (reader, i))
    return 0;
  /* "555 1234 567" is no year; "March 3 2009" is one. */
  if (sl_number_token_at (reader, i + 1)->kind == SL_TOKEN_NUMBER
      || (i > 0 && sl_number_token_at (reader, i - 1)->kind == SL_TOKEN_NUMBER && sl_number_token_at (reader, i - 1)->digits > 2))
    return 0;
  return 1;
}

static guint
match_short_year (const SlNumberReader *reader,
                  guint                 i,
                  SlNumber             *number)
{
  const SlToken *digits = sl_number_token_at (reader, i + 1);

  if (!sl_number_is_glued_number (reader, i + 1) || digits->digits != 2 || sl_number_continues_right (reader, i + 1)
      || g_utf8_strchr ("'’‘", -1, g_utf8_get_char (reader->tokens->text + sl_number_token_at (reader, i)->start)) == NULL)
    return 0;
  *number = (SlNumber) { sl_number_widen_year (digits->word), 0 };
  return 2;
}

/* "85" in "1983-85" */
static guint
match_year_end (const SlNumberReader *reader,
                guint                 i,
                SlNumber             *number)
{
  if (!ends_year_pair (reader, i)
      && (!sl_number_is_between (reader, i, 0, 99, 2) || sl_number_token_at (reader, i)->digits != 2 || sl_number_continues_right (reader, i)))
    return 0;
  *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
  return 1;
}

/* "Nineteen ninety-four", "twenty twelve", "two thousand five": a century in words, and what is behind it. */
static guint
match_spoken_year (const SlNumberReader *reader,
                   guint                 i,
                   SlNumber             *number)
{
  const SlLexEntry *century = NULL;
  guint count = sl_tokens_match (reader->tokens, reader->lexicon, i, SL_CLASS_CENTURY_WORD, &century);
  gboolean whole = count > 0 && century->value >= 1000;
  SlNumber rest = { 0 };
  guint more;

  if (count == 0)
    return 0;
  more = match_number_words (reader, i + count, &rest);
  *number = (SlNumber) { whole ? century->value : century->value * 100, 0 };
  if (more > 0 && rest.value <= 99 && rest.value >= (whole ? 1 : 10))
    {
      number->value += rest.value;
      return count + more;
    }
  if (more > 0 && !whole && rest.value == 100)
    return count + more;
  return whole ? count : 0;
}

/* What makes a decade of a round year: "1990s", "1990's", "90-х". */
static guint
match_decade_suffix (const SlNumberReader *reader,
                     guint                 i)
{
  guint gap = sl_number_is_glued_mark (reader, i, "-'") || sl_tokens_is (reader->tokens, i, "’") ? 1 : 0;

  return sl_number_is_glued_word (reader, i + gap) && sl_tokens_have (reader->tokens, reader->lexicon, i + gap, SL_CLASS_DECADE_SUFFIX) ? gap + 1 : 0;
}

/* "1990s", "1990's", "'90s", "90s"; "470-х", which only an era can make a decade. */
static guint
match_decade (const SlNumberReader *reader,
              guint                 i,
              SlNumber             *number)
{
  guint count = 0, suffix;
  const SlToken *token = sl_number_token_at (reader, i);

  if (token->kind == SL_TOKEN_MARK && sl_number_is_glued_number (reader, i + 1)
      && g_utf8_strchr ("'’‘", -1, g_utf8_get_char (reader->tokens->text + token->start)) != NULL)
    count = 1;
  token = sl_number_token_at (reader, i + count);
  if (token->kind != SL_TOKEN_NUMBER || token->word % 10 != 0 || token->digits < 2 || token->digits > 4
      || (count == 0 && sl_number_continues_left (reader, i)))
    return 0;
  *number = (SlNumber) { token->digits > 2 ? token->word : token->word < 20 ? 2000 + token->word
                                                                            : 1900 + token->word,
                         0 };
  suffix = match_decade_suffix (reader, i + count + 1);
  return suffix > 0 ? count + 1 + suffix : 0;
}

/* ---- hours ----------------------------------------------------------------------------------- */

static guint
match_hour (const SlNumberReader *reader,
            guint                 i,
            SlNumber             *number)
{
  guint count;

  if (sl_number_is_between (reader, i, 0, 24, 2))
    {
      /* "7pm": the pattern decides whether what is glued on belongs to it. */
      if (sl_number_is_glued_mark (reader, i + 1, ".,:/%") && sl_number_is_glued_number (reader, i + 2))
        return 0;
      *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
      return 1;
    }
  count = match_number_words (reader, i, number);
  return count > 0 && number->value <= 12 && number->value >= 1 ? count : 0;
}

/* The minutes after an hour, as in "9h30" and "neuf heures trente". Smaller words count something else: "neuf heures, deux hommes". */
static guint
match_minute (const SlNumberReader *reader,
              guint                 i,
              SlNumber             *number)
{
  const SlToken *token = sl_number_token_at (reader, i);
  guint count;

  if (token->kind == SL_TOKEN_NUMBER)
    {
      *number = (SlNumber) { token->word, 0 };
      return token->digits == 2 && token->word <= 59 && !sl_number_is_glued_number (reader, i + 1)
                     && !(sl_number_is_glued_mark (reader, i + 1, ".,:/") && sl_number_is_glued_number (reader, i + 2))
                 ? 1
                 : 0;
    }
  count = match_number_words (reader, i, number);
  return count > 0 && number->value >= 5 && number->value <= 59 ? count : 0;
}

/* "Le quinze août": a day of the month in words that count rather than order. */
static guint
match_day_word (const SlNumberReader *reader,
                guint                 i,
                SlNumber             *number)
{
  guint count = sl_number_token_at (reader, i)->kind == SL_TOKEN_WORD ? match_number_words (reader, i, number) : 0;

  return count > 0 && number->value >= 1 && number->value <= 31 ? count : 0;
}

/* ---- numbers ------------------------------------------------------------------------------- */

/* Adds the next word of a number, as in "two hundred" or "twenty-five"; FALSE when it cannot follow. */
static gboolean
add_word (gint64  word,
          gint64 *total,
          gint64 *current)
{
  if (word >= 1000)
    {
      if (*total > 0 && *total < word)
        return FALSE;
      *total += MAX (*current, 1) * word;
      *current = 0;
    }
  else if (word == 100)
    {
      if (*current >= 100)
        return FALSE;
      *current = MAX (*current, 1) * 100;
    }
  else if (word == 0 || *current == 0 || (*current % 100 == 0 && word < 100) || (*current % 10 == 0 && *current % 100 >= 20 && word < 10))
    *current += word;
  else
    return FALSE;
  return TRUE;
}

/* "Million a year": an article begins another number. */
static gboolean
is_article (const SlNumberReader *reader,
            guint                 i,
            gint64                value)
{
  const SlToken *token = sl_number_token_at (reader, i);

  return value == 1 && token->end - token->start < 3 && sl_tokens_have (reader->tokens, reader->lexicon, i, SL_CLASS_DETERMINER);
}

/* "Treinta y uno": how many tokens join the tens to a unit, or the hundreds to what follows; a hyphen joins without a word. */
static guint
match_joiner (const SlNumberReader *reader,
              guint                 i,
              gint64                current)
{
  const SlLexEntry *entry = NULL;
  guint first = i, next;

  if (sl_number_is_glued_mark (reader, i, "-"))
    first++;
  if (current == 0 || !sl_tokens_have (reader->tokens, reader->lexicon, first, SL_CLASS_NUMBER_JOINER))
    return first - i;
  next = first + 1;
  if (sl_number_is_glued_mark (reader, next, "-"))
    next++;
  if (sl_tokens_match (reader->tokens, reader->lexicon, next, SL_CLASS_NUMBER_WORD, &entry) == 0)
    return first - i;
  return (current % 10 == 0 && current % 100 >= 20 && entry->value < 10) || (current % 100 == 0 && entry->value < 100) ? next - i : first - i;
}

/* "anderthalb" is 1.5, and "einhalb" adds as much to a number. */
static int
tenths_of (const SlLexEntry *entry)
{
  const char *point = strchr (entry->text, '.');

  return point != NULL ? (int) g_ascii_strtoll (point + 1, NULL, 10) : 0;
}

/* "dreiundzwanzig": the unit stands before the ten, joined and in one word with it. */
static guint
match_inverted_ten (const SlNumberReader *reader,
                    guint                 i,
                    gint64               *current)
{
  const SlLexEntry *ten = NULL;
  guint count;

  if (*current % 100 < 1 || *current % 100 > 9 || !sl_number_is_glued_word (reader, i) || !sl_number_is_glued_word (reader, i + 1)
      || !sl_tokens_have (reader->tokens, reader->lexicon, i, SL_CLASS_JOINER))
    return 0;
  count = sl_tokens_match (reader->tokens, reader->lexicon, i + 1, SL_CLASS_NUMBER_WORD, &ten);
  if (count == 0 || ten->value < 20 || ten->value > 90 || ten->value % 10 != 0)
    return 0;
  *current += ten->value;
  return count + 1;
}

static guint
match_number_words (const SlNumberReader *reader,
                    guint                 i,
                    SlNumber             *number)
{
  gint64 total = 0, current = 0;
  guint matched = 0, next = i, joiner = 0;
  int tenths = 0;

  while (next < i + 12 && tenths == 0)
    {
      const SlLexEntry *entry = NULL;
      guint count = sl_tokens_match (reader->tokens, reader->lexicon, next, SL_CLASS_NUMBER_WORD, &entry);

      if (count == 0 || (matched > 0 && joiner < 1 && is_article (reader, next, entry->value))
          || !add_word (entry->value, &total, &current))
        break;
      tenths = tenths_of (entry);
      next += count;
      next += match_inverted_ten (reader, next, &current);
      matched = next - i;
      joiner = match_joiner (reader, next, current);
      next += joiner;
    }
  *number = (SlNumber) { total + current, tenths };
  return matched;
}

/* "5 1/2", "5½" */
static guint
match_half (const SlNumberReader *reader,
            guint                 i,
            SlNumber             *number)
{
  const SlToken *token = sl_number_token_at (reader, i);
  guint count = 0;

  if (token->kind == SL_TOKEN_NUMBER && token->word == 1 && sl_number_is_glued_mark (reader, i + 1, "/")
      && sl_number_is_glued_number (reader, i + 2) && sl_number_token_at (reader, i + 2)->word == 2)
    count = 3;
  else if (sl_tokens_is (reader->tokens, i, "½"))
    count = 1;
  if (count > 0)
    number->tenths = 5;
  return count;
}

static guint
match_digits (const SlNumberReader *reader,
              guint                 i,
              SlNumber             *number)
{
  const char *thousands = reader->style->decimal_comma ? "." : ",";
  const char *decimal = reader->style->decimal_comma ? "," : ".";
  guint next = i + 1;

  *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
  while (sl_number_is_glued_mark (reader, next, thousands) && sl_number_is_glued_number (reader, next + 1)
         && sl_number_token_at (reader, next + 1)->digits == 3 && number->value < SL_TOKEN_MAX_NUMBER)
    {
      number->value = number->value * 1000 + sl_number_token_at (reader, next + 1)->word;
      next += 2;
    }
  if (sl_number_is_glued_mark (reader, next, decimal) && sl_number_is_glued_number (reader, next + 1) && sl_number_token_at (reader, next + 1)->digits == 1)
    {
      number->tenths = (int) sl_number_token_at (reader, next + 1)->word;
      next += 2;
    }
  if (number->tenths == 0)
    next += match_half (reader, next, number);
  if (sl_number_is_glued_word (reader, next) || sl_number_is_glued_mark (reader, next, "%")
      || (sl_number_is_glued_mark (reader, next, ".,:/") && sl_number_is_glued_number (reader, next + 1)))
    return 0;
  return next - i;
}

static guint
match_number (const SlNumberReader *reader,
              guint                 i,
              SlNumber             *number)
{
  if (sl_number_token_at (reader, i)->kind != SL_TOKEN_NUMBER)
    return match_number_words (reader, i, number);
  return sl_number_continues_left (reader, i) ? 0 : match_digits (reader, i, number);
}

#define AT(class_) [(class_) - SL_N_CLASSES]

/**
 * sl_numbers_match:
 * @tokens: a text
 * @lexicon: words of its language
 * @style: how the language writes numbers
 * @i: index of a token, which may lie past the end
 * @class_: one of the classes of numbers
 * @number: (out): the number
 *
 * Finds a number of @class_ that begins at token @i, in digits or in words.
 *
 * Returns: how many tokens it has, 0 when there is none
 */
guint
sl_numbers_match (const SlTokens      *tokens,
                  const SlLexicon     *lexicon,
                  const SlNumberStyle *style,
                  guint                i,
                  SlClass              class_,
                  SlNumber            *number)
{
  static guint (*const matchers[]) (const SlNumberReader *, guint, SlNumber *) = {
    AT (SL_CLASS_NUMBER) = match_number,
    AT (SL_CLASS_DAY) = match_day,
    AT (SL_CLASS_ORDINAL) = match_ordinal,
    AT (SL_CLASS_YEAR) = match_year,
    AT (SL_CLASS_SHORT_YEAR) = match_short_year,
    AT (SL_CLASS_YEAR_END) = match_year_end,
    AT (SL_CLASS_SPOKEN_YEAR) = match_spoken_year,
    AT (SL_CLASS_ISO_DATE) = sl_number_match_iso_date,
    AT (SL_CLASS_NUMERIC_DATE) = sl_number_match_numeric_date,
    AT (SL_CLASS_CLOCK) = sl_number_match_clock,
    AT (SL_CLASS_DOT_CLOCK) = sl_number_match_dot_clock,
    AT (SL_CLASS_HOUR) = match_hour,
    AT (SL_CLASS_MINUTE) = match_minute,
    AT (SL_CLASS_MONTH_NUMBER) = sl_number_match_month_number,
    AT (SL_CLASS_DAY_MONTH) = sl_number_match_day_month,
    AT (SL_CLASS_SHORT_DATE) = sl_number_match_short_date,
    AT (SL_CLASS_DAY_WORD) = match_day_word,
    AT (SL_CLASS_DECADE) = match_decade,
    AT (SL_CLASS_MILITARY_CLOCK) = sl_number_match_military_clock,
    AT (SL_CLASS_INDEX) = sl_number_match_index,
  };
  SlNumberReader reader = { tokens, lexicon, style };

  g_return_val_if_fail (class_ >= SL_N_CLASSES && class_ <= SL_CLASS_DECADE, 0);

  return i < tokens->count ? matchers[class_ - SL_N_CLASSES](&reader, i, number) : 0;
}

/**
 * sl_numbers_get_words:
 * @class_: one of the classes of numbers
 *
 * Returns: the class of words one of which a number of @class_ has when it has no digits; %SL_CLASS_NONE when it always
 *   has digits
 */
SlClass
sl_numbers_get_words (SlClass class_)
{
  switch ((int) class_)
    {
    case SL_CLASS_NUMBER:
    case SL_CLASS_HOUR:
    case SL_CLASS_MINUTE:
    case SL_CLASS_DAY_WORD:
      return SL_CLASS_NUMBER_WORD;
    case SL_CLASS_DAY:
    case SL_CLASS_ORDINAL:
      return SL_CLASS_ORDINAL_WORD;
    case SL_CLASS_SPOKEN_YEAR:
      return SL_CLASS_CENTURY_WORD;
    default:
      return SL_CLASS_NONE;
    }
}
