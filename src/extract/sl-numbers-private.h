/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "extract/sl-numbers.h"

G_BEGIN_DECLS

/* A text, and how its language writes numbers. */
typedef struct
{
  const SlTokens      *tokens;
  const SlLexicon     *lexicon;
  const SlNumberStyle *style;
} SlNumberReader;

static inline const SlToken *
sl_number_token_at (const SlNumberReader *reader,
                    guint                 i)
{
  /* What stands past either end of the text, so that looking there needs no care. */
  static const SlToken nothing = { .kind = SL_TOKEN_NEWLINE, .spaced = TRUE };

  return i < reader->tokens->count ? &reader->tokens->items[i] : &nothing;
}

static inline gboolean
sl_number_is_glued_number (const SlNumberReader *reader,
                           guint                 i)
{
  const SlToken *token = sl_number_token_at (reader, i);

  return token->kind == SL_TOKEN_NUMBER && !token->spaced;
}

static inline gboolean
sl_number_is_glued_mark (const SlNumberReader *reader,
                         guint                 i,
                         const char           *marks)
{
  const SlToken *token = sl_number_token_at (reader, i);

  return token->kind == SL_TOKEN_MARK && !token->spaced
         && token->end - token->start == 1
         && strchr (marks, reader->tokens->text[token->start]) != NULL;
}

static inline gboolean
sl_number_is_glued_word (const SlNumberReader *reader,
                         guint                 i)
{
  const SlToken *token = sl_number_token_at (reader, i);

  return token->kind == SL_TOKEN_WORD && !token->spaced;
}

/* The number goes on to the left: "$19", "1.5", "A19", "3:19", "2/19". */
static inline gboolean
sl_number_continues_left (const SlNumberReader *reader,
                          guint                 i)
{
  const SlToken *token = sl_number_token_at (reader, i);
  const SlToken *before = sl_number_token_at (reader, i - 1);
  gunichar c;

  if (token->spaced || before->kind == SL_TOKEN_NEWLINE)
    return FALSE;
  if (before->kind != SL_TOKEN_MARK)
    return TRUE;
  c = g_utf8_get_char (reader->tokens->text + before->start);
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || c == '#' || c == 0x2116 || c == '@' || c == '_')
    return TRUE;
  return c < 0x80 && strchr (".,:/", (int) c) != NULL && !before->spaced
         && sl_number_token_at (reader, i - 2)->kind == SL_TOKEN_NUMBER;
}

/* The number goes on to the right: "19%", "19.5", "19:30", "19A". */
static inline gboolean
sl_number_continues_right (const SlNumberReader *reader,
                           guint                 i)
{
  if (sl_number_is_glued_word (reader, i + 1) || sl_number_is_glued_mark (reader, i + 1, "%"))
    return TRUE;
  return sl_number_is_glued_mark (reader, i + 1, ".,:/") && sl_number_is_glued_number (reader, i + 2);
}

static inline gboolean
sl_number_is_between (const SlNumberReader *reader,
                      guint                 i,
                      guint                 low,
                      guint                 high,
                      guint                 max_digits)
{
  const SlToken *token = sl_number_token_at (reader, i);

  return token->kind == SL_TOKEN_NUMBER && token->digits <= max_digits
         && token->word >= low && token->word <= high && !sl_number_continues_left (reader, i);
}

/* The year that two digits are short for. */
static inline gint64
sl_number_widen_year (gint64 year)
{
  return year < 50 ? 2000 + year : 1900 + year;
}

/* Dates and times in digits: how many tokens of @number begin at token @i, 0 for none. */
guint sl_number_match_iso_date     (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_numeric_date (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_military_clock (const SlNumberReader *reader,
                                      guint                 i,
                                      SlNumber             *number);
guint sl_number_match_index (const SlNumberReader *reader,
                             guint                 i,
                             SlNumber             *number);
guint sl_number_match_clock        (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_dot_clock    (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_month_number (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_day_month    (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);
guint sl_number_match_short_date     (const SlNumberReader *reader,
                                    guint                 i,
                                    SlNumber             *number);

G_END_DECLS
