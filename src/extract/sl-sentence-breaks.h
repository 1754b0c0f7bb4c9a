/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-character.h"

G_BEGIN_DECLS

/**
 * SlSentenceBreaks:
 * @text: (unowned): valid UTF-8
 * @length: its length in bytes
 * @at: where the next sentence begins
 * @table: (unowned): of characters
 *
 * Walks over the ends of sentences of a text.
 */
typedef struct
{
  const char        *text;
  gsize              length;
  gsize              at;
  const SlCharacter *table;
} SlSentenceBreaks;

void     sl_sentence_breaks_init (SlSentenceBreaks *self,
                                  const char       *text,
                                  gsize             length);
gboolean sl_sentence_breaks_next (SlSentenceBreaks *self,
                                  gsize            *border);

G_END_DECLS
