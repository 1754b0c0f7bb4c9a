/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-paragraphs.h"

#include "core/sl-normal.h"
#include "verify/sl-words.h"

#include <string.h>

/**
 * sl_paragraphs_split:
 * @text: valid UTF-8
 * @chunk: keeps the normalised texts
 *
 * Cuts a text into its lines. Lines without words are left out.
 *
 * Returns: (transfer full) (element-type SlParagraph): in order
 */
GArray *
sl_paragraphs_split (const char   *text,
                     GStringChunk *chunk)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (SlParagraph));
  gsize at_cp = 0;

  for (const char *p = text; *p != '\0';)
    {
      SlParagraph paragraph = { .raw = p, .raw_length = strcspn (p, "\n"), .start_cp = at_cp };
      g_autofree char *normal = sl_normal_dup (p, (gssize) paragraph.raw_length);

      paragraph.end_cp = at_cp + (gsize) g_utf8_strlen (p, (gssize) paragraph.raw_length);
      p += paragraph.raw_length;
      at_cp = paragraph.end_cp;
      if (*p == '\n')
        {
          p++;
          at_cp++;
        }
      if (*normal == '\0')
        continue;
      paragraph.text = g_string_chunk_insert (chunk, normal);
      g_array_append_val (paragraphs, paragraph);
    }
  return paragraphs;
}

static guint32
number_of (GHashTable *numbers,
           const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, (gpointer) text, GUINT_TO_POINTER (number));
    }
  return number;
}

/**
 * sl_paragraphs_number:
 * @numbers: of the paragraphs seen so far, by their text
 *
 * Gives the same paragraphs the same number.
 *
 * Returns: (transfer full): a number for each paragraph
 */
guint32 *
sl_paragraphs_number (const GArray *paragraphs,
                      GHashTable   *numbers)
{
  guint32 *out = g_new (guint32, MAX (paragraphs->len, 1));

  for (guint i = 0; i < paragraphs->len; i++)
    out[i] = number_of (numbers, sl_paragraphs_get (paragraphs, i)->text);
  return out;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * sl_paragraphs_number_words:
 * @text: normalised
 * @numbers: of the words seen so far
 * @chunk: keeps the words
 *
 * Lists the words and figures of a paragraph without their order.
 *
 * Returns: (transfer full) (element-type guint32): a number for each different word, sorted
 */
GArray *
sl_paragraphs_number_words (const char   *text,
                            GHashTable   *numbers,
                            GStringChunk *chunk)
{
  g_autoptr (GArray) items = sl_words_split (text);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SlWordsItem *item = sl_words_get (items, i);

      if (item->type != SL_WORDS_WORD && item->type != SL_WORDS_FIGURE)
        continue;
      guint32 number = number_of (numbers, g_string_chunk_insert_len (chunk, text + item->span.start, (gssize) sl_span_length (item->span)));
      g_array_append_val (words, number);
    }

  g_array_sort (words, compare_numbers);
  for (guint i = 0; i < words->len; i++)
    {
      if (n == 0 || g_array_index (words, guint32, n - 1) != g_array_index (words, guint32, i))
        g_array_index (words, guint32, n++) = g_array_index (words, guint32, i);
    }
  g_array_set_size (words, n);
  return words;
}

/**
 * sl_paragraphs_compare:
 * @a_words: of sl_paragraphs_number_words()
 * @b_words: of sl_paragraphs_number_words()
 *
 * Returns: how many different words two paragraphs share, of the mean of how many they have (Dice), 0 to 1
 */
double
sl_paragraphs_compare (const GArray *a_words,
                       const GArray *b_words)
{
  guint i = 0, j = 0, shared = 0;

  while (i < a_words->len && j < b_words->len)
    {
      guint32 x = g_array_index (a_words, guint32, i);
      guint32 y = g_array_index (b_words, guint32, j);

      shared += x == y;
      i += x <= y;
      j += y <= x;
    }
  return a_words->len + b_words->len > 0 ? 2.0 * shared / (a_words->len + b_words->len) : 0;
}
