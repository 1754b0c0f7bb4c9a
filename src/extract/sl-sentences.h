/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"
#include "extract/sl-language.h"

G_BEGIN_DECLS

/**
 * SlSentence:
 * @span: the sentence, without white space around it
 * @first: its first token
 * @end: one past its last token
 * @line: number of the line it stands in; lines end at line ends of the text
 * @starts_line: it is the first of its line
 * @ends_line: it is the last of its line
 *
 * One sentence of a text.
 */
typedef struct
{
  SlSpan   span;
  guint    first;
  guint    end;
  guint    line;
  gboolean starts_line;
  gboolean ends_line;
} SlSentence;

GArray *sl_sentences_find (const SlTokens   *tokens,
                           const SlLanguage *language);

G_END_DECLS
