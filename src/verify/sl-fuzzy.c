/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-fuzzy.h"

#include "verify/sl-filter.h"
#include "verify/sl-myers.h"

#include <string.h>

static gboolean
is_marked (const guint64 *cells,
           gsize          cell)
{
  return (cells[cell / 64] >> (cell % 64) & 1) != 0;
}

static gsize
to_character (const char *text,
              gsize       length_bytes,
              gsize       at)
{
  at = MIN (at, length_bytes);
  while (at < length_bytes && ((guchar) text[at] & 0xC0) == 0x80)
    at++;
  return at;
}

/* The first marked cell from @cell on; @n_cells when there is none. */
static gsize
find_marked (const guint64 *cells,
             gsize          cell,
             gsize          n_cells)
{
  while (cell < n_cells && !is_marked (cells, cell))
    cell = cells[cell / 64] >> (cell % 64) == 0 ? (cell / 64 + 1) * 64 : cell + 1;
  return MIN (cell, n_cells);
}

static void
search_marked (SlMyers       *forward,
               const guint64 *cells,
               const char    *text,
               gsize          length_bytes,
               SlMyersEnds   *ends)
{
  gsize n_cells = (length_bytes + SL_FILTER_CELL_BYTES - 1) / SL_FILTER_CELL_BYTES;

  for (gsize cell = find_marked (cells, 0, n_cells); cell < n_cells; cell = find_marked (cells, cell, n_cells))
    {
      gsize first = cell;

      while (cell < n_cells && is_marked (cells, cell))
        cell++;
      sl_myers_find_ends (forward, text,
                          to_character (text, length_bytes, first * SL_FILTER_CELL_BYTES),
                          to_character (text, length_bytes, cell * SL_FILTER_CELL_BYTES), ends);
    }
}

/**
 * sl_fuzzy_find:
 * @text: valid UTF-8
 * @pattern: valid UTF-8
 * @max_edits: matches with more edits are not looked at
 * @max_matches: return so many at most, the first ones
 *
 * Finds where a pattern stands in a text with the fewest edits: #SlFilter says where it can be, and
 * #SlMyers looks there. Each end with the least number of edits is a match; it begins
 * as sl_myers_find_start() says.
 *
 * Takes time in proportion to @length_bytes, and in the worst case (a text that repeats the pattern's
 * pieces everywhere) to @length_bytes · length of the pattern / 64.
 *
 * Returns: (transfer full) (element-type SlFuzzyMatch): the matches, in text order
 */
GArray *
sl_fuzzy_find (const char *text,
               gsize       length_bytes,
               const char *pattern,
               guint       max_edits,
               guint       max_matches)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SlFuzzyMatch));
  long n_chars;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (pattern, -1, &n_chars);

  if (n_chars == 0)
    return matches;

  g_autoptr (SlFilter) filter = sl_filter_new (pattern, strlen (pattern), max_edits);
  g_autoptr (SlMyers) forward = sl_myers_new (chars, (gsize) n_chars, FALSE);
  g_autoptr (SlMyers) reversed = sl_myers_new (chars, (gsize) n_chars, TRUE);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree guint64 *cells = sl_filter_mark (filter, text, length_bytes);
  SlMyersEnds ends = { .least = max_edits, .ends = places, .max_ends = max_matches };

  if (cells != NULL)
    search_marked (forward, cells, text, length_bytes, &ends);
  else
    sl_myers_find_ends (forward, text, 0, length_bytes, &ends);

  for (guint i = 0; i < places->len; i++)
    {
      gsize end = g_array_index (places, gsize, i);
      SlFuzzyMatch match = { sl_myers_find_start (reversed, text, end, ends.least), end, ends.least };

      g_array_append_val (matches, match);
    }
  return matches;
}
