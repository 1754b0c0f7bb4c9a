/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-word-kinds.h"

G_BEGIN_DECLS

/**
 * SlWordsPart:
 * @text: (unowned): normalised
 * @words: (unowned): its words, of sl_words_split()
 * @first: first word of the part
 * @end: one past the last one
 *
 * Some words of a text with all that stands around them.
 */
typedef struct
{
  const char   *text;
  const GArray *words;
  guint         first;
  guint         end;
} SlWordsPart;

guint sl_change_kinds_tell (const SlWordsPart *before,
                            const SlWordsPart *after,
                            const SlWordKinds *kinds);

G_END_DECLS
