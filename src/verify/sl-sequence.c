/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-sequence.h"

/* What is small enough is solved by the whole table of longest common subsequences. */
#define MAX_CELLS (256 * 1024)

/* Items that are unique on both sides cut the rest into parts; deeper than this nobody's text goes. */
#define MAX_DEPTH 24

typedef struct
{
  const guint32 *a;      /* (unowned) */
  const guint32 *b;      /* (unowned) */
  GArray        *pairs;  /* (unowned) of SlSequencePair */
} Work;

typedef struct
{
  guint a_start;
  guint a_end;
  guint b_start;
  guint b_end;
} Part;

/* How often an item occurs in a part, and where it did last. */
typedef struct
{
  guint n_a;
  guint n_b;
  guint at_a;
} Count;

static void align_part (Work  *work,
                        Part   part,
                        guint  depth);

static void
add_pair (Work  *work,
          guint  a,
          guint  b)
{
  SlSequencePair pair = { a, b };

  g_array_append_val (work->pairs, pair);
}

/* Cell (i, j): length of the longest common subsequence of what follows item i and item j. */
static guint16 *
fill_table (const Work *work,
            const Part *part)
{
  guint rows = part->a_end - part->a_start;
  guint columns = part->b_end - part->b_start;
  gsize width = (gsize) columns + 1;
  guint16 *table = g_new0 (guint16, ((gsize) rows + 1) * width);

  for (guint i = rows; i-- > 0;)
    {
      for (guint j = columns; j-- > 0;)
        {
          guint16 skipped = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
          gboolean same = work->a[part->a_start + i] == work->b[part->b_start + j];

          table[i * width + j] = same ? table[(i + 1) * width + j + 1] + 1 : skipped;
        }
    }
  return table;
}

static void
align_by_table (Work       *work,
                const Part *part)
{
  g_autofree guint16 *table = fill_table (work, part);
  gsize width = (gsize) (part->b_end - part->b_start) + 1;
  guint i = 0;
  guint j = 0;

  while (part->a_start + i < part->a_end && part->b_start + j < part->b_end)
    {
      if (work->a[part->a_start + i] == work->b[part->b_start + j])
        {
          add_pair (work, part->a_start + i, part->b_start + j);
          i++;
          j++;
        }
      else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
        {
          i++;
        }
      else
        {
          j++;
        }
    }
}

static Count *
get_count (GHashTable *counts,
           guint32     item)
{
  Count *count = g_hash_table_lookup (counts, GUINT_TO_POINTER (item));

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, GUINT_TO_POINTER (item), count);
    }
  return count;
}

/* Items that occur once on either side, in the order of @b. */
static GArray *
find_unique (const Work *work,
             const Part *part)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (SlSequencePair));

  for (guint i = part->a_start; i < part->a_end; i++)
    {
      Count *count = get_count (counts, work->a[i]);

      count->n_a++;
      count->at_a = i;
    }
  for (guint j = part->b_start; j < part->b_end; j++)
    get_count (counts, work->b[j])->n_b++;

  for (guint j = part->b_start; j < part->b_end; j++)
    {
      const Count *count = get_count (counts, work->b[j]);
      SlSequencePair pair = { count->at_a, j };

      if (count->n_a == 1 && count->n_b == 1)
        g_array_append_val (unique, pair);
    }
  return unique;
}

/* The longest run of pairs that rises on both sides, by the piles of a game of patience. */
static GArray *
find_rising (GArray *unique)
{
  GArray *rising = g_array_new (FALSE, FALSE, sizeof (SlSequencePair));
  g_autofree guint *top = g_new (guint, unique->len + 1);
  g_autofree guint *before = g_new (guint, unique->len + 1);
  guint n_piles = 0;

  for (guint i = 0; i < unique->len; i++)
    {
      guint low = 0;
      guint high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (unique, SlSequencePair, top[middle]).a < g_array_index (unique, SlSequencePair, i).a)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? top[low - 1] : G_MAXUINT;
      top[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  g_array_set_size (rising, n_piles);
  for (guint i = n_piles, at = n_piles > 0 ? top[n_piles - 1] : 0; i-- > 0; at = before[at])
    g_array_index (rising, SlSequencePair, i) = g_array_index (unique, SlSequencePair, at);
  return rising;
}

static void
align_by_unique (Work       *work,
                 const Part *part,
                 guint       depth)
{
  g_autoptr (GArray) unique = find_unique (work, part);
  g_autoptr (GArray) rising = find_rising (unique);
  Part rest = *part;

  /* What never comes only once is not worth more time: it is shown as replaced. */
  for (guint i = 0; i < rising->len; i++)
    {
      SlSequencePair pair = g_array_index (rising, SlSequencePair, i);

      align_part (work, (Part) { rest.a_start, pair.a, rest.b_start, pair.b }, depth + 1);
      add_pair (work, pair.a, pair.b);
      rest.a_start = pair.a + 1;
      rest.b_start = pair.b + 1;
    }
  if (rising->len > 0)
    align_part (work, rest, depth + 1);
}

static void
align_part (Work  *work,
            Part   part,
            guint  depth)
{
  guint n_last = 0;

  while (part.a_start < part.a_end && part.b_start < part.b_end && work->a[part.a_start] == work->b[part.b_start])
    add_pair (work, part.a_start++, part.b_start++);
  while (part.a_start < part.a_end && part.b_start < part.b_end && work->a[part.a_end - 1] == work->b[part.b_end - 1])
    {
      part.a_end--;
      part.b_end--;
      n_last++;
    }

  if (part.a_start < part.a_end && part.b_start < part.b_end)
    {
      if ((guint64) (part.a_end - part.a_start) * (part.b_end - part.b_start) <= MAX_CELLS)
        align_by_table (work, &part);
      else if (depth < MAX_DEPTH)
        align_by_unique (work, &part, depth);
    }

  for (guint i = 0; i < n_last; i++)
    add_pair (work, part.a_end + i, part.b_end + i);
}

/**
 * sl_sequence_align:
 * @a: items by number
 * @b: items by number
 *
 * Finds which items of two sequences stand for each other: the same items, in the same order.
 *
 * Equal ends are taken off first; a small rest is solved exactly, as a longest common subsequence;
 * a large one is cut at the items that occur once on either side, in the longest run that keeps
 * their order (the patience difference of B. Cohen, 2006). Takes time in proportion to the length
 * where the sequences are alike, and never more than a fixed multiple of length · log length.
 *
 * Returns: (transfer full) (element-type SlSequencePair): in order
 */
GArray *
sl_sequence_align (const guint32 *a,
                   guint          a_length,
                   const guint32 *b,
                   guint          b_length)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SlSequencePair));
  Work work = { a, b, pairs };

  align_part (&work, (Part) { 0, a_length, 0, b_length }, 0);
  return pairs;
}
