/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlParagraph:
 * @text: (unowned): its words, normalised, as #SlParagraphs keeps them
 * @raw: (unowned): its first byte in the text it was cut from
 * @raw_length: bytes
 * @start_cp: first code point in the text
 * @end_cp: one past its last one
 */
typedef struct
{
  const char *text;
  const char *raw;
  gsize       raw_length;
  gsize       start_cp;
  gsize       end_cp;
} SlParagraph;

GArray  *sl_paragraphs_split       (const char   *text,
                                    GStringChunk *chunk);
guint32 *sl_paragraphs_number      (const GArray *paragraphs,
                                    GHashTable   *numbers);
GArray  *sl_paragraphs_number_words (const char   *text,
                                    GHashTable   *numbers,
                                    GStringChunk *chunk);
double   sl_paragraphs_compare     (const GArray *a_words,
                                    const GArray *b_words);

/* A paragraph of sl_paragraphs_split() by its number. */
static inline const SlParagraph *
sl_paragraphs_get (const GArray *paragraphs,
                   guint         index)
{
  return &g_array_index (paragraphs, SlParagraph, index);
}

G_END_DECLS
