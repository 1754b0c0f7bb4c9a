/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-numbers-private.h"

static gboolean
is_group (const SlNumberReader *reader,
          guint                 i,
          const char           *marks)
{
  return sl_number_is_glued_mark (reader, i + 1, marks) && sl_number_is_glued_number (reader, i + 2)
         && sl_number_is_glued_mark (reader, i + 3, marks) && sl_number_is_glued_number (reader, i + 4)
         && reader->tokens->text[sl_number_token_at (reader, i + 1)->start] == reader->tokens->text[sl_number_token_at (reader, i + 3)->start]
         && !sl_number_is_glued_number (reader, i + 5)
         && !(sl_number_is_glued_mark (reader, i + 5, marks) && sl_number_is_glued_number (reader, i + 6));
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

guint
sl_number_match_iso_date (const SlNumberReader *reader,
                          guint                 i,
                          SlNumber             *number)
{
  if (!sl_number_is_between (reader, i, 1000, 2999, 4) || sl_number_token_at (reader, i)->digits != 4 || !is_group (reader, i, "-/."))
    return 0;
  return set_date (number, sl_number_token_at (reader, i)->word, sl_number_token_at (reader, i + 2)->word, sl_number_token_at (reader, i + 4)->word, 5);
}

guint
sl_number_match_numeric_date (const SlNumberReader *reader,
                              guint                 i,
                              SlNumber             *number)
{
  const SlToken *year = sl_number_token_at (reader, i + 4);
  guint32 first, second;
  gboolean swapped = reader->style->month_first;

  if (!sl_number_is_between (reader, i, 1, 31, 2) || !is_group (reader, i, "./-") || (year->digits != 4 && year->digits != 2))
    return 0;
  first = sl_number_token_at (reader, i)->word;
  second = sl_number_token_at (reader, i + 2)->word;
  if (swapped ? first > 12 : second > 12)
    swapped = !swapped;
  return set_date (number,
                   year->digits == 4 ? year->word : sl_number_widen_year (year->word),
                   swapped ? first : second,
                   swapped ? second : first,
                   5);
}

/* "8.30pm": what follows a time of day tells that the full stop is no decimal sign. */
static gboolean
is_before_noon_mark (const SlNumberReader *reader,
                     guint                 i)
{
  return sl_tokens_match (reader->tokens, reader->lexicon, i, SL_CLASS_MERIDIEM, NULL) > 0;
}

static guint
match_clock_with (const SlNumberReader *reader,
                  guint                 i,
                  const char           *marks,
                  SlNumber             *number)
{
  guint32 minutes, seconds = 0;
  guint count = 3;

  if (!sl_number_is_between (reader, i, 0, 24, 2) || !sl_number_is_glued_mark (reader, i + 1, marks) || !sl_number_is_glued_number (reader, i + 2)
      || sl_number_token_at (reader, i + 2)->digits != 2)
    return 0;
  minutes = sl_number_token_at (reader, i + 2)->word;
  if (sl_number_is_glued_mark (reader, i + 3, ":") && sl_number_is_glued_number (reader, i + 4) && sl_number_token_at (reader, i + 4)->digits == 2)
    {
      seconds = sl_number_token_at (reader, i + 4)->word;
      count = 5;
    }
  if (minutes > 59 || seconds > 59)
    return 0;
  *number = (SlNumber) { sl_number_token_at (reader, i)->word * 3600 + minutes * 60 + seconds, 0 };
  return count;
}

guint
sl_number_match_clock (const SlNumberReader *reader,
                       guint                 i,
                       SlNumber             *number)
{
  return match_clock_with (reader, i, reader->style->clock_dot || is_before_noon_mark (reader, i + 3) ? ":." : ":", number);
}

/* "14.30" in a language where that is a number unless a word before it says otherwise. */
guint
sl_number_match_dot_clock (const SlNumberReader *reader,
                           guint                 i,
                           SlNumber             *number)
{
  return match_clock_with (reader, i, ".", number);
}

/* A month as a number of its own: "el 9 de 8 de 1971". */
guint
sl_number_match_month_number (const SlNumberReader *reader,
                              guint                 i,
                              SlNumber             *number)
{
  if (!sl_number_is_between (reader, i, 1, 12, 2) || sl_number_continues_right (reader, i))
    return 0;
  *number = (SlNumber) { sl_number_token_at (reader, i)->word, 0 };
  return 1;
}

/* Day and month without a year, "23/11" or "05/09", or "23.11." where an ordinal has a full stop. Fractions and ratios look alike: only what can be told from
 * "1/2" and "3/4", by its size or by a leading zero, is one. */
guint
sl_number_match_day_month (const SlNumberReader *reader,
                           guint                 i,
                           SlNumber             *number)
{
  const SlToken *first = sl_number_token_at (reader, i), *second = sl_number_token_at (reader, i + 2);
  gboolean dotted = reader->style->ordinal_dot && sl_number_is_glued_mark (reader, i + 1, ".");
  gboolean swapped = reader->style->month_first && first->word <= 12;
  guint32 day = swapped ? second->word : first->word, month = swapped ? first->word : second->word;

  if (!sl_number_is_between (reader, i, 1, 31, 2) || !sl_number_is_glued_mark (reader, i + 1, dotted ? "." : "/") || !sl_number_is_glued_number (reader, i + 2)
      || second->digits > 2 || (dotted && !sl_number_is_glued_mark (reader, i + 3, ".")) || sl_number_continues_right (reader, i + 2) || sl_number_is_glued_mark (reader, i + 3, "%"))
    return 0;
  if (day < 1 || day > 31 || month < 1 || month > 12
      || (!dotted && day < 13 && reader->tokens->text[first->start] != '0' && reader->tokens->text[second->start] != '0'))
    return 0;
  *number = (SlNumber) { month * 100 + day, 0 };
  return dotted ? 4 : 3;
}

/* Any day and month, "3/11": the pattern must tell that it is no fraction. */
guint
sl_number_match_short_date (const SlNumberReader *reader,
                            guint                 i,
                            SlNumber             *number)
{
  const SlToken *first = sl_number_token_at (reader, i), *second = sl_number_token_at (reader, i + 2);
  guint32 day = reader->style->month_first ? second->word : first->word, month = reader->style->month_first ? first->word : second->word;

  if (!sl_number_is_between (reader, i, 1, 31, 2) || !sl_number_is_glued_mark (reader, i + 1, "/") || !sl_number_is_glued_number (reader, i + 2)
      || second->digits > 2 || sl_number_continues_right (reader, i + 2) || sl_number_is_glued_mark (reader, i + 3, "%")
      || day < 1 || day > 31 || month < 1 || month > 12)
    return 0;
  *number = (SlNumber) { month * 100 + day, 0 };
  return 3;
}

/* "1430 GMT": hours and minutes in four digits; the pattern tells them from a year. */
guint
sl_number_match_military_clock (const SlNumberReader *reader,
                                guint                 i,
                                SlNumber             *number)
{
  const SlToken *token = sl_number_token_at (reader, i);

  if (!sl_number_is_between (reader, i, 0, 2359, 4) || token->digits != 4 || token->word % 100 > 59 || sl_number_continues_right (reader, i))
    return 0;
  *number = (SlNumber) { token->word / 100 * 3600 + token->word % 100 * 60, 0 };
  return 1;
}

/* The number in "Q3" and "H1": of one digit, behind a letter. */
guint
sl_number_match_index (const SlNumberReader *reader,
                       guint                 i,
                       SlNumber             *number)
{
  const SlToken *token = sl_number_token_at (reader, i), *letter = sl_number_token_at (reader, i - 1);

  if (!sl_number_is_glued_number (reader, i) || token->digits != 1 || letter->kind != SL_TOKEN_WORD || letter->end - letter->start != 1
      || sl_number_continues_right (reader, i))
    return 0;
  *number = (SlNumber) { token->word, 0 };
  return 1;
}
