/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-numbers.h"

#include <string.h>

typedef struct
{
  const SlTokens      *tokens;
  const SlLexicon     *lexicon;
  const SlNumberStyle *style;
} Reader;

static const SlToken *
token_at (const Reader *reader,
          guint         i)
{
  /* What stands past either end of the text, so that looking there needs no care. */
  static const SlToken nothing = { .kind = SL_TOKEN_NEWLINE, .spaced = TRUE };

  return i < reader->tokens->count ? &reader->tokens->items[i] : &nothing;
}

static gboolean
is_glued_number (const Reader *reader,
                 guint         i)
{
  const SlToken *token = token_at (reader, i);

  return token->kind == SL_TOKEN_NUMBER && !token->spaced;
}

static gboolean
is_glued_mark (const Reader *reader,
               guint         i,
               const char   *marks)
{
  const SlToken *token = token_at (reader, i);

  return token->kind == SL_TOKEN_MARK && !token->spaced
         && token->end - token->start == 1
         && strchr (marks, reader->tokens->text[token->start]) != NULL;
}

static gboolean
is_glued_word (const Reader *reader,
               guint         i)
{
  const SlToken *token = token_at (reader, i);

  return token->kind == SL_TOKEN_WORD && !token->spaced;
}

/* The number goes on to the left: "$19", "1.5", "A19", "3:19", "2/19". */
static gboolean
continues_left (const Reader *reader,
                guint         i)
{
  const SlToken *token = token_at (reader, i);
  const SlToken *before = token_at (reader, i - 1);
  gunichar c;

  if (token->spaced || before->kind == SL_TOKEN_NEWLINE)
    return FALSE;
  if (before->kind != SL_TOKEN_MARK)
    return TRUE;
  c = g_utf8_get_char (reader->tokens->text + before->start);
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || c == '#' || c == 0x2116 || c == '@' || c == '_')
    return TRUE;
  return c < 0x80 && strchr (".,:/", (int) c) != NULL && !before->spaced
         && token_at (reader, i - 2)->kind == SL_TOKEN_NUMBER;
}

/* The number goes on to the right: "19%", "19.5", "19:30", "19A". */
static gboolean
continues_right (const Reader *reader,
                 guint         i)
{
  if (is_glued_word (reader, i + 1) || is_glued_mark (reader, i + 1, "%"))
    return TRUE;
  return is_glued_mark (reader, i + 1, ".,:/") && is_glued_number (reader, i + 2);
}

static gboolean
is_number (const Reader *reader,
           guint         i,
           guint         low,
           guint         high,
           guint         max_digits)
{
  const SlToken *token = token_at (reader, i);

  return token->kind == SL_TOKEN_NUMBER && token->digits <= max_digits
         && token->word >= low && token->word <= high && !continues_left (reader, i);
}

/* ---- ordinals and days -------------------------------------------------------------------- */

static guint
match_suffix (const Reader *reader,
              guint         i)
{
  if (is_glued_word (reader, i + 1) && sl_tokens_have (reader->tokens, reader->lexicon, i + 1, SL_CLASS_ORDINAL_SUFFIX))
    return 2;
  if (is_glued_mark (reader, i + 1, "-") && is_glued_word (reader, i + 2)
      && sl_tokens_have (reader->tokens, reader->lexicon, i + 2, SL_CLASS_ORDINAL_SUFFIX))
    return 3;
  return reader->style->ordinal_dot && is_glued_mark (reader, i + 1, ".") && !is_glued_number (reader, i + 2) ? 2 : 0;
}

static guint match_number_words (const Reader *reader,
                                 guint         i,
                                 SlNumber     *number);

static guint
match_ordinal_words (const Reader *reader,
                     guint         i,
                     SlNumber     *number)
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
  if (first == 0 || tens->value < 20 || tens->value % 10 != 0 || tens->value > 90)
    return 0;
  gap = is_glued_mark (reader, i + first, "-") ? 1 : 0;
  count = sl_tokens_match (reader->tokens, reader->lexicon, i + first + gap, SL_CLASS_ORDINAL_WORD, &ordinal);
  if (count == 0 || ordinal->value > 9)
    return 0;
  *number = (SlNumber) { tens->value + ordinal->value, 0 };
  return first + gap + count;
}

static guint
match_ordinal (const Reader *reader,
               guint         i,
               SlNumber     *number)
{
  guint count;

  if (!is_number (reader, i, 1, 999, 3))
    return match_ordinal_words (reader, i, number);
  count = match_suffix (reader, i);
  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  return count;
}

static guint
match_day (const Reader *reader,
           guint         i,
           SlNumber     *number)
{
  guint count;

  if (!is_number (reader, i, 1, 31, 2))
    {
      count = match_ordinal_words (reader, i, number);
      return count > 0 && number->value <= 31 ? count : 0;
    }
  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  count = match_suffix (reader, i);
  if (count > 0)
    return count;
  return continues_right (reader, i) ? 0 : 1;
}

/* ---- years -------------------------------------------------------------------------------- */

static guint
match_year (const Reader *reader,
            guint         i,
            SlNumber     *number)
{
  if (!is_number (reader, i, 1000, 2199, 4) || token_at (reader, i)->digits != 4 || continues_right (reader, i))
    return 0;
  /* "555 1234 567" is no year; "March 3 2009" is one. */
  if (token_at (reader, i + 1)->kind == SL_TOKEN_NUMBER
      || (i > 0 && token_at (reader, i - 1)->kind == SL_TOKEN_NUMBER && token_at (reader, i - 1)->digits > 2))
    return 0;
  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  return 1;
}

static gint64
widen_year (gint64 year)
{
  return year < 50 ? 2000 + year : 1900 + year;
}

static guint
match_short_year (const Reader *reader,
                  guint         i,
                  SlNumber     *number)
{
  const SlToken *digits = token_at (reader, i + 1);

  if (!is_glued_number (reader, i + 1) || digits->digits != 2 || continues_right (reader, i + 1)
      || g_utf8_strchr ("'’‘", -1, g_utf8_get_char (reader->tokens->text + token_at (reader, i)->start)) == NULL)
    return 0;
  *number = (SlNumber) { widen_year (digits->word), 0 };
  return 2;
}

/* "85" in "1983-85" */
static guint
match_year_end (const Reader *reader,
                guint         i,
                SlNumber     *number)
{
  if (!is_number (reader, i, 0, 99, 2) || token_at (reader, i)->digits != 2 || continues_right (reader, i))
    return 0;
  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  return 1;
}

/* "Nineteen ninety-four", "twenty twelve", "two thousand five": a century in words, and what is behind it. */
static guint
match_spoken_year (const Reader *reader,
                   guint         i,
                   SlNumber     *number)
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
match_decade_suffix (const Reader *reader,
                     guint         i)
{
  guint gap = is_glued_mark (reader, i, "-'") || sl_tokens_is (reader->tokens, i, "’") ? 1 : 0;

  return is_glued_word (reader, i + gap) && sl_tokens_have (reader->tokens, reader->lexicon, i + gap, SL_CLASS_DECADE_SUFFIX) ? gap + 1 : 0;
}

/* "1990s", "1990's", "'90s", "90s"; "470-х", which only an era can make a decade. */
static guint
match_decade (const Reader *reader,
              guint         i,
              SlNumber     *number)
{
  guint count = 0, suffix;
  const SlToken *token = token_at (reader, i);

  if (token->kind == SL_TOKEN_MARK && is_glued_number (reader, i + 1)
      && g_utf8_strchr ("'’‘", -1, g_utf8_get_char (reader->tokens->text + token->start)) != NULL)
    count = 1;
  token = token_at (reader, i + count);
  if (token->kind != SL_TOKEN_NUMBER || token->word % 10 != 0 || token->digits < 2 || token->digits > 4
      || (count == 0 && continues_left (reader, i)))
    return 0;
  *number = (SlNumber) { token->digits > 2 ? token->word : token->word < 20 ? 2000 + token->word
                                                                            : 1900 + token->word,
                         0 };
  suffix = match_decade_suffix (reader, i + count + 1);
  return suffix > 0 ? count + 1 + suffix : 0;
}

/* ---- dates and times in digits ------------------------------------------------------------- */

static gboolean
is_group (const Reader *reader,
          guint         i,
          const char   *marks)
{
  return is_glued_mark (reader, i + 1, marks) && is_glued_number (reader, i + 2)
         && is_glued_mark (reader, i + 3, marks) && is_glued_number (reader, i + 4)
         && reader->tokens->text[token_at (reader, i + 1)->start] == reader->tokens->text[token_at (reader, i + 3)->start]
         && !is_glued_number (reader, i + 5)
         && !(is_glued_mark (reader, i + 5, marks) && is_glued_number (reader, i + 6));
}

static guint
set_date (SlNumber *number,
          gint64    year,
          guint32   month,
          guint32   day,
          guint     count)
{
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return 0;
  *number = (SlNumber) { year * 10000 + month * 100 + day, 0 };
  return count;
}

static guint
match_iso_date (const Reader *reader,
                guint         i,
                SlNumber     *number)
{
  if (!is_number (reader, i, 1000, 2999, 4) || token_at (reader, i)->digits != 4 || !is_group (reader, i, "-/."))
    return 0;
  return set_date (number, token_at (reader, i)->word, token_at (reader, i + 2)->word, token_at (reader, i + 4)->word, 5);
}

static guint
match_numeric_date (const Reader *reader,
                    guint         i,
                    SlNumber     *number)
{
  const SlToken *year = token_at (reader, i + 4);
  guint32 first, second;
  gboolean swapped = reader->style->month_first;

  if (!is_number (reader, i, 1, 31, 2) || !is_group (reader, i, "./-") || (year->digits != 4 && year->digits != 2))
    return 0;
  first = token_at (reader, i)->word;
  second = token_at (reader, i + 2)->word;
  if (swapped ? first > 12 : second > 12)
    swapped = !swapped;
  return set_date (number,
                   year->digits == 4 ? year->word : widen_year (year->word),
                   swapped ? first : second,
                   swapped ? second : first,
                   5);
}

/* "8.30pm": what follows a time of day tells that the full stop is no decimal sign. */
static gboolean
is_before_noon_mark (const Reader *reader,
                     guint         i)
{
  return sl_tokens_match (reader->tokens, reader->lexicon, i, SL_CLASS_MERIDIEM, NULL) > 0;
}

static guint
match_clock (const Reader *reader,
             guint         i,
             SlNumber     *number)
{
  const char *marks = reader->style->clock_dot || is_before_noon_mark (reader, i + 3) ? ":." : ":";
  guint32 minutes, seconds = 0;
  guint count = 3;

  if (!is_number (reader, i, 0, 24, 2) || !is_glued_mark (reader, i + 1, marks) || !is_glued_number (reader, i + 2)
      || token_at (reader, i + 2)->digits != 2)
    return 0;
  minutes = token_at (reader, i + 2)->word;
  if (is_glued_mark (reader, i + 3, ":") && is_glued_number (reader, i + 4) && token_at (reader, i + 4)->digits == 2)
    {
      seconds = token_at (reader, i + 4)->word;
      count = 5;
    }
  if (minutes > 59 || seconds > 59)
    return 0;
  *number = (SlNumber) { token_at (reader, i)->word * 3600 + minutes * 60 + seconds, 0 };
  return count;
}

static guint
match_hour (const Reader *reader,
            guint         i,
            SlNumber     *number)
{
  guint count;

  if (is_number (reader, i, 0, 24, 2))
    {
      /* "7pm": the pattern decides whether what is glued on belongs to it. */
      if (is_glued_mark (reader, i + 1, ".,:/%") && is_glued_number (reader, i + 2))
        return 0;
      *number = (SlNumber) { token_at (reader, i)->word, 0 };
      return 1;
    }
  count = match_number_words (reader, i, number);
  return count > 0 && number->value <= 12 && number->value >= 1 ? count : 0;
}

/* The minutes after an hour, as in "9h30" and "neuf heures trente". */
static guint
match_minute (const Reader *reader,
              guint         i,
              SlNumber     *number)
{
  const SlToken *token = token_at (reader, i);
  guint count;

  if (token->kind == SL_TOKEN_NUMBER)
    {
      *number = (SlNumber) { token->word, 0 };
      return token->digits == 2 && token->word <= 59 && !is_glued_number (reader, i + 1)
                     && !(is_glued_mark (reader, i + 1, ".,:/") && is_glued_number (reader, i + 2))
                 ? 1
                 : 0;
    }
  count = match_number_words (reader, i, number);
  return count > 0 && number->value >= 1 && number->value <= 59 ? count : 0;
}

/* "Le quinze août": a day of the month in words that count rather than order. */
static guint
match_day_word (const Reader *reader,
                guint         i,
                SlNumber     *number)
{
  guint count = token_at (reader, i)->kind == SL_TOKEN_WORD ? match_number_words (reader, i, number) : 0;

  return count > 0 && number->value >= 1 && number->value <= 31 ? count : 0;
}

/* A month as a number of its own: "el 9 de 8 de 1971". */
static guint
match_month_number (const Reader *reader,
                    guint         i,
                    SlNumber     *number)
{
  if (!is_number (reader, i, 1, 12, 2) || continues_right (reader, i))
    return 0;
  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  return 1;
}

/* Day and month without a year, "23/11" or "05/09". Fractions and ratios look alike: only what can be told from
 * "1/2" and "3/4", by its size or by a leading zero, is one. */
static guint
match_day_month (const Reader *reader,
                 guint         i,
                 SlNumber     *number)
{
  const SlToken *first = token_at (reader, i), *second = token_at (reader, i + 2);
  gboolean swapped = reader->style->month_first && first->word <= 12;
  guint32 day = swapped ? second->word : first->word, month = swapped ? first->word : second->word;

  if (!is_number (reader, i, 1, 31, 2) || !is_glued_mark (reader, i + 1, "/") || !is_glued_number (reader, i + 2)
      || second->digits > 2 || continues_right (reader, i + 2) || is_glued_mark (reader, i + 3, "%"))
    return 0;
  if (day < 1 || day > 31 || month < 1 || month > 12
      || (day < 13 && reader->tokens->text[first->start] != '0' && reader->tokens->text[second->start] != '0'))
    return 0;
  *number = (SlNumber) { month * 100 + day, 0 };
  return 3;
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
  else if (*current == 0 || (*current % 100 == 0 && word < 100) || (*current % 10 == 0 && *current % 100 >= 20 && word < 10))
    *current += word;
  else
    return FALSE;
  return TRUE;
}

/* "Million a year": an article begins another number. */
static gboolean
is_article (const Reader *reader,
            guint         i,
            gint64        value)
{
  const SlToken *token = token_at (reader, i);

  return value == 1 && token->end - token->start < 3 && sl_tokens_have (reader->tokens, reader->lexicon, i, SL_CLASS_DETERMINER);
}

/* "Treinta y uno": how many tokens join the tens to a unit, or the hundreds to what follows; a hyphen joins without a word. */
static guint
match_joiner (const Reader *reader,
              guint         i,
              gint64        current)
{
  const SlLexEntry *entry = NULL;
  guint first = i, next;

  if (is_glued_mark (reader, i, "-"))
    first++;
  if (current == 0 || !sl_tokens_have (reader->tokens, reader->lexicon, first, SL_CLASS_NUMBER_JOINER))
    return first - i;
  next = first + 1;
  if (is_glued_mark (reader, next, "-"))
    next++;
  if (sl_tokens_match (reader->tokens, reader->lexicon, next, SL_CLASS_NUMBER_WORD, &entry) == 0)
    return first - i;
  return (current % 10 == 0 && current % 100 >= 20 && entry->value < 10) || (current % 100 == 0 && entry->value < 100) ? next - i : first - i;
}

/* "dreiundzwanzig": the unit stands before the ten, joined and in one word with it. */
static guint
match_inverted_ten (const Reader *reader,
                    guint         i,
                    gint64       *current)
{
  const SlLexEntry *ten = NULL;
  guint count;

  if (*current % 100 < 1 || *current % 100 > 9 || !is_glued_word (reader, i) || !is_glued_word (reader, i + 1)
      || !sl_tokens_have (reader->tokens, reader->lexicon, i, SL_CLASS_NUMBER_JOINER))
    return 0;
  count = sl_tokens_match (reader->tokens, reader->lexicon, i + 1, SL_CLASS_NUMBER_WORD, &ten);
  if (count == 0 || ten->value < 20 || ten->value > 90 || ten->value % 10 != 0)
    return 0;
  *current += ten->value;
  return count + 1;
}

static guint
match_number_words (const Reader *reader,
                    guint         i,
                    SlNumber     *number)
{
  gint64 total = 0, current = 0;
  guint matched = 0, next = i, joiner = 0;

  while (next < i + 12)
    {
      const SlLexEntry *entry = NULL;
      guint count = sl_tokens_match (reader->tokens, reader->lexicon, next, SL_CLASS_NUMBER_WORD, &entry);

      if (count == 0 || (matched > 0 && joiner < 1 && is_article (reader, next, entry->value))
          || !add_word (entry->value, &total, &current))
        break;
      next += count;
      next += match_inverted_ten (reader, next, &current);
      matched = next - i;
      joiner = match_joiner (reader, next, current);
      next += joiner;
    }
  *number = (SlNumber) { total + current, 0 };
  return matched;
}

/* "5 1/2", "5½" */
static guint
match_half (const Reader *reader,
            guint         i,
            SlNumber     *number)
{
  const SlToken *token = token_at (reader, i);
  guint count = 0;

  if (token->kind == SL_TOKEN_NUMBER && token->word == 1 && is_glued_mark (reader, i + 1, "/")
      && is_glued_number (reader, i + 2) && token_at (reader, i + 2)->word == 2)
    count = 3;
  else if (sl_tokens_is (reader->tokens, i, "½"))
    count = 1;
  if (count > 0)
    number->tenths = 5;
  return count;
}

static guint
match_digits (const Reader *reader,
              guint         i,
              SlNumber     *number)
{
  const char *thousands = reader->style->decimal_comma ? "." : ",";
  const char *decimal = reader->style->decimal_comma ? "," : ".";
  guint next = i + 1;

  *number = (SlNumber) { token_at (reader, i)->word, 0 };
  while (is_glued_mark (reader, next, thousands) && is_glued_number (reader, next + 1)
         && token_at (reader, next + 1)->digits == 3 && number->value < SL_TOKEN_MAX_NUMBER)
    {
      number->value = number->value * 1000 + token_at (reader, next + 1)->word;
      next += 2;
    }
  if (is_glued_mark (reader, next, decimal) && is_glued_number (reader, next + 1) && token_at (reader, next + 1)->digits == 1)
    {
      number->tenths = (int) token_at (reader, next + 1)->word;
      next += 2;
    }
  if (number->tenths == 0)
    next += match_half (reader, next, number);
  if (is_glued_word (reader, next) || is_glued_mark (reader, next, "%")
      || (is_glued_mark (reader, next, ".,:/") && is_glued_number (reader, next + 1)))
    return 0;
  return next - i;
}

static guint
match_number (const Reader *reader,
              guint         i,
              SlNumber     *number)
{
  if (token_at (reader, i)->kind != SL_TOKEN_NUMBER)
    return match_number_words (reader, i, number);
  return continues_left (reader, i) ? 0 : match_digits (reader, i, number);
}

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
  static guint (*const matchers[]) (const Reader *, guint, SlNumber *) = {
    [SL_CLASS_NUMBER - SL_N_CLASSES] = match_number,
    [SL_CLASS_DAY -
        SL_N_CLASSES]
    = match_day,
    [SL_CLASS_ORDINAL -
        SL_N_CLASSES]
    = match_ordinal,
    [SL_CLASS_YEAR -
        SL_N_CLASSES]
    = match_year,
    [SL_CLASS_SHORT_YEAR -
        SL_N_CLASSES]
    = match_short_year,
    [SL_CLASS_YEAR_END -
        SL_N_CLASSES]
    = match_year_end,
    [SL_CLASS_SPOKEN_YEAR -
        SL_N_CLASSES]
    = match_spoken_year,
    [SL_CLASS_ISO_DATE -
        SL_N_CLASSES]
    = match_iso_date,
    [SL_CLASS_NUMERIC_DATE -
        SL_N_CLASSES]
    = match_numeric_date,
    [SL_CLASS_CLOCK -
        SL_N_CLASSES]
    = match_clock,
    [SL_CLASS_HOUR -
        SL_N_CLASSES]
    = match_hour,
    [SL_CLASS_MINUTE -
        SL_N_CLASSES]
    = match_minute,
    [SL_CLASS_MONTH_NUMBER -
        SL_N_CLASSES]
    = match_month_number,
    [SL_CLASS_DAY_MONTH -
        SL_N_CLASSES]
    = match_day_month,
    [SL_CLASS_DAY_WORD -
        SL_N_CLASSES]
    = match_day_word,
    [SL_CLASS_DECADE -
        SL_N_CLASSES]
    = match_decade,
  };
  Reader reader = { tokens, lexicon, style };

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
