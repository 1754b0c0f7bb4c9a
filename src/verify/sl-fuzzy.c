/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-fuzzy.h"

/*
 * Approximate search with the bit-parallel algorithm of G. Myers (A fast bit-vector algorithm for
 * approximate string matching based on dynamic programming, JACM 46, 1999) in the block form of
 * H. Hyyrö (2003). One column of the table of edit distances is kept as differences between
 * neighbouring cells, 64 of them in a pair of words.
 */

#define WORD_BITS 64

/* Code points below have their masks in a plain table. */
#define DIRECT 0x600

typedef struct
{
  guint64 plus;
  guint64 minus;
} Block;

typedef struct
{
  gsize       length;
  guint       n_blocks;
  guint64     last_bit;        /* of the last block: where the distance of the whole pattern is read */
  guint64    *masks;           /* (owned) for each different character n_blocks words, the first ones all zero */
  guint       direct[DIRECT];  /* character to its place in masks; 0: not in the pattern */
  GHashTable *others;          /* (owned) the same for all other characters */
  Block      *blocks;          /* (owned) */
} Pattern;

static guint
find_masks (const Pattern *pattern,
            gunichar       c)
{
  return c < DIRECT ? pattern->direct[c] : GPOINTER_TO_UINT (g_hash_table_lookup (pattern->others, GUINT_TO_POINTER (c)));
}

static Pattern *
pattern_new (const gunichar *chars,
             gsize           length,
             gboolean        reversed)
{
  Pattern *self = g_new0 (Pattern, 1);
  guint n_different = 1;

  self->length = length;
  self->n_blocks = (guint) ((length + WORD_BITS - 1) / WORD_BITS);
  self->last_bit = G_GUINT64_CONSTANT (1) << ((length - 1) % WORD_BITS);
  self->masks = g_new0 (guint64, (length + 1) * self->n_blocks);
  self->others = g_hash_table_new (NULL, NULL);
  self->blocks = g_new (Block, self->n_blocks);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = chars[reversed ? length - 1 - i : i];
      guint place = find_masks (self, c);

      if (place == 0)
        {
          place = n_different++;
          if (c < DIRECT)
            self->direct[c] = place;
          else
            g_hash_table_insert (self->others, GUINT_TO_POINTER (c), GUINT_TO_POINTER (place));
        }
      self->masks[(gsize) place * self->n_blocks + i / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (i % WORD_BITS);
    }
  return self;
}

static void
pattern_free (Pattern *self)
{
  g_free (self->masks);
  g_hash_table_unref (self->others);
  g_free (self->blocks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pattern, pattern_free)

static void
pattern_reset (Pattern *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    self->blocks[i] = (Block) { ~G_GUINT64_CONSTANT (0), 0 };
}

/* One block, one column further; @carry is the difference that comes in from above, the result what goes out below. */
static int
block_advance (Block   *block,
               guint64  equal,
               int      carry,
               guint64  bottom)
{
  guint64 carry_minus = carry < 0;
  guint64 vertical = equal | block->minus;
  guint64 horizontal, plus, minus;
  int out;

  equal |= carry_minus;
  horizontal = (((equal & block->plus) + block->plus) ^ block->plus) | equal;
  plus = block->minus | ~(horizontal | block->plus);
  minus = block->plus & horizontal;
  out = ((plus & bottom) != 0) - ((minus & bottom) != 0);

  plus = (plus << 1) | (carry > 0);
  minus = (minus << 1) | carry_minus;
  block->plus = minus | ~(vertical | plus);
  block->minus = plus & vertical;
  return out;
}

/* The whole column; returns how the distance of the whole pattern changes. */
static int
pattern_advance (Pattern  *self,
                 gunichar  c,
                 int       carry)
{
  const guint64 *masks = self->masks + (gsize) find_masks (self, c) * self->n_blocks;

  for (guint i = 0; i < self->n_blocks; i++)
    carry = block_advance (&self->blocks[i], masks[i], carry, i + 1 == self->n_blocks ? self->last_bit : G_GUINT64_CONSTANT (1) << (WORD_BITS - 1));
  return carry;
}

/* Going back from where a match ends: of all begins with that distance the one whose length is nearest to the pattern's. */
static gsize
find_start (Pattern        *reversed,
            const gunichar *text,
            gsize           end,
            guint           edits)
{
  gint64 distance = (gint64) reversed->length;
  gsize reach = MIN (end, reversed->length + edits);
  gsize best = end;
  gsize best_off = G_MAXSIZE;

  pattern_reset (reversed);
  for (gsize taken = 1; taken <= reach; taken++)
    {
      gsize off = taken > reversed->length ? taken - reversed->length : reversed->length - taken;

      distance += pattern_advance (reversed, text[end - taken], 1);
      if (distance == (gint64) edits && off < best_off)
        {
          best = end - taken;
          best_off = off;
        }
    }
  return best;
}

/* Ends of the best matches; runs of neighbouring ends count once, with their last. */
static GArray *
find_ends (Pattern        *pattern,
           const gunichar *text,
           gsize           text_length,
           guint           max_edits,
           guint           max_matches,
           guint          *edits)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  gint64 distance = (gint64) pattern->length;
  gint64 best = (gint64) max_edits + 1;

  pattern_reset (pattern);
  for (gsize i = 0; i < text_length; i++)
    {
      gsize end = i + 1;

      distance += pattern_advance (pattern, text[i], 0);
      if (distance > best || distance > max_edits)
        continue;
      if (distance < best)
        g_array_set_size (ends, 0);
      best = distance;
      if (ends->len < max_matches)
        g_array_append_val (ends, end);
    }
  *edits = (guint) best;
  return ends;
}

/**
 * sl_fuzzy_find:
 * @max_edits: matches with more edits are not looked at
 * @max_matches: return so many at most
 *
 * Finds where a pattern stands in a text with the fewest edits.
 *
 * Takes time in proportion to @text_length · @pattern_length / 64.
 *
 * Returns: (transfer full) (element-type SlFuzzyMatch): all places with the least number of edits, in text order
 */
GArray *
sl_fuzzy_find (const gunichar *text,
               gsize           text_length,
               const gunichar *pattern,
               gsize           pattern_length,
               guint           max_edits,
               guint           max_matches)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SlFuzzyMatch));
  guint edits = 0;

  if (pattern_length == 0)
    return matches;

  g_autoptr (Pattern) forward = pattern_new (pattern, pattern_length, FALSE);
  g_autoptr (Pattern) reversed = pattern_new (pattern, pattern_length, TRUE);
  g_autoptr (GArray) ends = find_ends (forward, text, text_length, max_edits, max_matches, &edits);

  for (guint i = 0; i < ends->len; i++)
    {
      gsize end = g_array_index (ends, gsize, i);
      SlFuzzyMatch match = { find_start (reversed, text, end, edits), end, edits };

      g_array_append_val (matches, match);
    }
  return matches;
}
