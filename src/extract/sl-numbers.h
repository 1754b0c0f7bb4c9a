/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-tokens.h"

G_BEGIN_DECLS

/**
 * SlNumberStyle:
 * @month_first: 11/23/2025 rather than 23/11/2025
 * @ordinal_dot: "23." is an ordinal number
 * @decimal_comma: "1,5" rather than "1.5"
 * @clock_dot: "14.30" is a time of day where the pattern says so
 *
 * How a language writes numbers.
 */
typedef struct
{
  gboolean month_first;
  gboolean ordinal_dot;
  gboolean decimal_comma;
  gboolean clock_dot;
} SlNumberStyle;

/**
 * SlNumber:
 * @value: the number; dates are year * 10000 + month * 100 + day, times of day seconds
 * @tenths: first digit after the decimal sign
 *
 * A number found in a text.
 */
typedef struct
{
  gint64 value;
  int    tenths;
} SlNumber;

guint   sl_numbers_match     (const SlTokens      *tokens,
                              const SlLexicon     *lexicon,
                              const SlNumberStyle *style,
                              guint                i,
                              SlClass              class_,
                              SlNumber            *number);
SlClass sl_numbers_get_words (SlClass              class_);

G_END_DECLS
