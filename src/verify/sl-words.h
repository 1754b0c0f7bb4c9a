/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"

G_BEGIN_DECLS

typedef enum
{
  SL_WORDS_SPACE,
  SL_WORDS_WORD,
  SL_WORDS_FIGURE,  /* begins with a digit */
  SL_WORDS_MARK,    /* one character of anything else */
} SlWordsType;

/**
 * SlWordsItem:
 * @span: bytes of the text
 * @start_cp: first code point
 * @end_cp: one past the last one
 */
typedef struct
{
  SlSpan      span;
  gsize       start_cp;
  gsize       end_cp;
  SlWordsType type;
} SlWordsItem;

GArray *sl_words_split (const char *text);

/* An item of sl_words_split() by its number. */
static inline const SlWordsItem *
sl_words_get (const GArray *words,
              guint         index)
{
  return &g_array_index (words, SlWordsItem, index);
}

G_END_DECLS
