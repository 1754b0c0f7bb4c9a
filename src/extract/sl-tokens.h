/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  SL_TOKEN_WORD,
  SL_TOKEN_NUMBER,
  SL_TOKEN_MARK,    /* one character that is neither letter nor digit */
  SL_TOKEN_NEWLINE, /* one or more line ends */
} SlTokenKind;

/**
 * SlToken:
 * @start: first byte
 * @end: one past the last byte
 * @word: id in the lexicon, 0 when unknown; of numbers the value, at most %SL_TOKEN_MAX_NUMBER
 * @digits: how many digits a number has
 * @spaced: white space or the beginning of the text stands before it
 * @capital: its first letter is a capital
 * @upper: all its letters are capitals, two at least
 */
typedef struct
{
  guint32     start;
  guint32     end;
  guint32     word;
  SlTokenKind kind : 8;
  guint       digits : 8;
  guint       spaced : 1;
  guint       capital : 1;
  guint       upper : 1;
} SlToken;

#define SL_TOKEN_MAX_NUMBER 999999999u

/**
 * SlTokens:
 * @text: (unowned): outlives this
 * @items: (owned) (array length=count)
 *
 * A text cut into words, numbers and marks. Apostrophes, dashes and quotation marks
 * are unified before they are looked up, the text itself stays as it is.
 */
typedef struct
{
  const char *text;
  gsize       length;
  SlToken    *items;
  guint       count;
} SlTokens;

SlTokens *sl_tokens_new        (const char       *text,
                                gsize             length,
                                const SlLexicon  *lexicon);
void      sl_tokens_free       (SlTokens         *self);
guint     sl_tokens_find       (const SlTokens   *self,
                                gsize             byte);
gboolean  sl_tokens_is         (const SlTokens   *self,
                                guint             i,
                                const char       *word);
gboolean  sl_tokens_have       (const SlTokens   *self,
                                const SlLexicon  *lexicon,
                                guint             i,
                                SlClass           class_);
guint     sl_tokens_match      (const SlTokens   *self,
                                const SlLexicon  *lexicon,
                                guint             i,
                                SlClass           class_,
                                const SlLexEntry **entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTokens, sl_tokens_free)

G_END_DECLS
