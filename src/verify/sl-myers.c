/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-myers.h"

#define WORD_BITS 64
#define TOP_BIT (G_GUINT64_CONSTANT (1) << (WORD_BITS - 1))

/* Code points below have their masks in a plain table. */
#define DIRECT 0x600

typedef struct
{
  guint64 plus;
  guint64 minus;
} Block;

struct _SlMyers
{
  gsize       length;
  guint       n_blocks;
  guint64     last_bit;        /* of the last block: where the distance of the whole pattern is read */
  guint64    *masks;           /* (owned) for each different character n_blocks words, the first ones all zero */
  guint       direct[DIRECT];  /* character to its place in masks; 0: not in the pattern */
  GHashTable *others;          /* (owned) the same for all other characters */
  Block      *blocks;          /* (owned) */
  gint64     *scores;          /* (owned) distance at the bottom of each block */
};

static guint
find_masks (const SlMyers *self,
            gunichar       c)
{
  return c < DIRECT ? self->direct[c] : GPOINTER_TO_UINT (g_hash_table_lookup (self->others, GUINT_TO_POINTER (c)));
}

static guint
add_character (SlMyers  *self,
               gunichar  c,
               guint     place)
{
  if (c < DIRECT)
    self->direct[c] = place;
  else
    g_hash_table_insert (self->others, GUINT_TO_POINTER (c), GUINT_TO_POINTER (place));
  return place;
}

/**
 * sl_myers_new:
 * @pattern: code points
 * @length: of @pattern, not 0
 * @reversed: whether it is read from its end, for sl_myers_find_start()
 *
 * Prepares a pattern.
 *
 * Returns: (transfer full): the prepared pattern
 */
SlMyers *
sl_myers_new (const gunichar *pattern,
              gsize           length,
              gboolean        reversed)
{
  SlMyers *self = g_new0 (SlMyers, 1);
  guint n_different = 1;

  self->length = length;
  self->n_blocks = (guint) ((length + WORD_BITS - 1) / WORD_BITS);
  self->last_bit = G_GUINT64_CONSTANT (1) << ((length - 1) % WORD_BITS);
  self->masks = g_new0 (guint64, (length + 1) * self->n_blocks);
  self->others = g_hash_table_new (NULL, NULL);
  self->blocks = g_new (Block, self->n_blocks);
  self->scores = g_new (gint64, self->n_blocks);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = pattern[reversed ? length - 1 - i : i];
      guint place = find_masks (self, c);

      if (place == 0)
        place = add_character (self, c, n_different++);
      self->masks[(gsize) place * self->n_blocks + i / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (i % WORD_BITS);
    }
  return self;
}

/**
 * sl_myers_free:
 * @self: (nullable) (transfer full): a prepared pattern
 */
void
sl_myers_free (SlMyers *self)
{
  if (self == NULL)
    return;
  g_free (self->masks);
  g_hash_table_unref (self->others);
  g_free (self->blocks);
  g_free (self->scores);
  g_free (self);
}

static gint64
block_rows (const SlMyers *self,
            guint          block)
{
  return block + 1 < self->n_blocks ? WORD_BITS : (gint64) self->length - (gint64) block * WORD_BITS;
}

static void
start_block (SlMyers *self,
             guint    block,
             gint64   above)
{
  self->blocks[block] = (Block) { ~G_GUINT64_CONSTANT (0), 0 };
  self->scores[block] = above + block_rows (self, block);
}

/* One block, one column further; @carry is the difference that comes in from above, the result what goes out below. */
static inline int
advance_block (Block   *block,
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

static inline guint64
get_bottom (const SlMyers *self,
            guint          block)
{
  return block + 1 < self->n_blocks ? TOP_BIT : self->last_bit;
}

static inline const guint64 *
get_masks (const SlMyers *self,
           gunichar       c)
{
  return self->masks + (gsize) find_masks (self, c) * self->n_blocks;
}

/* One column further over the blocks up to @last; returns the last one that counts in the next column. */
static inline guint
advance_column (SlMyers       *self,
                const guint64 *masks,
                guint          last,
                gint64         limit)
{
  int carry = 0;

  for (guint b = 0; b <= last; b++)
    {
      carry = advance_block (&self->blocks[b], masks[b], carry, get_bottom (self, b));
      self->scores[b] += carry;
    }

  if (last + 1 < self->n_blocks && self->scores[last] - carry <= limit && ((masks[last + 1] & 1) != 0 || carry < 0))
    {
      last++;
      start_block (self, last, self->scores[last - 1] - carry);
      self->scores[last] += advance_block (&self->blocks[last], masks[last], carry, get_bottom (self, last));
      return last;
    }
  while (last > 0 && self->scores[last] >= limit + WORD_BITS)
    last--;
  return last;
}

static void
add_end (SlMyersEnds *ends,
         gsize        end,
         guint        edits)
{
  if (edits < ends->least || !ends->found)
    g_array_set_size (ends->ends, 0);
  ends->least = edits;
  ends->found = TRUE;
  if (ends->ends->len < ends->max_ends)
    g_array_append_val (ends->ends, end);
}

/**
 * sl_myers_find_ends:
 * @text: valid UTF-8
 * @start: byte to begin at, at a character
 * @end: byte to end at, at a character
 * @ends: (inout): what was found so far, and the limit
 *
 * Finds where in a part of a text the pattern ends with the fewest edits, no more than the limit.
 */
void
sl_myers_find_ends (SlMyers     *self,
                    const char  *text,
                    gsize        start,
                    gsize        end,
                    SlMyersEnds *ends)
{
  guint last = MIN (self->n_blocks - 1, ends->least / WORD_BITS);

  for (guint b = 0; b <= last; b++)
    start_block (self, b, (gint64) b * WORD_BITS);

  for (gsize at = start; at < end;)
    {
      gunichar c = (guchar) text[at];

      if (c < 0x80)
        at++;
      else
        {
          c = g_utf8_get_char (text + at);
          at = (gsize) (g_utf8_next_char (text + at) - text);
        }
      last = advance_column (self, get_masks (self, c), last, ends->least);
      if (last + 1 == self->n_blocks && self->scores[last] <= (gint64) ends->least)
        add_end (ends, at, (guint) self->scores[last]);
    }
}

/**
 * sl_myers_find_start:
 * @self: a reversed pattern
 * @text: valid UTF-8
 * @end: byte where a match ends
 * @edits: of the match
 *
 * Goes back from where a match ends. Of all beginnings with so many edits that one is taken whose
 * length is nearest to the pattern's, of two as near the shorter one.
 *
 * Returns: the byte where it begins
 */
gsize
sl_myers_find_start (SlMyers    *self,
                     const char *text,
                     gsize       end,
                     guint       edits)
{
  gint64 distance = (gint64) self->length;
  gsize best = end;
  gsize best_off = distance == (gint64) edits ? self->length : G_MAXSIZE;
  const char *p = text + end;

  for (guint b = 0; b < self->n_blocks; b++)
    start_block (self, b, 0);
  for (gsize taken = 1; taken <= self->length + edits && p > text; taken++)
    {
      gsize off = taken > self->length ? taken - self->length : self->length - taken;
      const guint64 *masks;
      int carry = 1;

      p = g_utf8_prev_char (p);
      masks = get_masks (self, g_utf8_get_char (p));
      for (guint b = 0; b < self->n_blocks; b++)
        carry = advance_block (&self->blocks[b], masks[b], carry, get_bottom (self, b));
      distance += carry;
      if (distance == (gint64) edits && off < best_off)
        {
          best = (gsize) (p - text);
          best_off = off;
        }
    }
  return best;
}
