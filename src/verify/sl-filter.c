/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-filter.h"

#include <string.h>

/* So many bytes are looked up at once. */
#define GRAM 4

#define TABLE_BITS 13
#define TABLE_SIZE (1 << TABLE_BITS)

/* With more places in the pattern than this, four bytes are not compared further: that bounds repetitive patterns. */
#define MAX_PLACES 8

/* An edit puts in a character of so many bytes at most. */
#define MAX_EDIT_BYTES 4

/* Pieces as long as this may be one more than the edits ask for, so that two of them have to be whole. */
#define MIN_PAIRED_PIECE 6

/* So many whole pieces wait for a second one. */
#define MAX_WAITING 16

/* Four bytes of the pattern, and where. */
typedef struct
{
  guint32 gram;
  guint32 offset;       /* in the pattern */
  guint32 piece_start;
  guint32 piece_end;
  guint32 next;         /* entry with the same place in the table, plus one; 0: none */
} Entry;

struct _SlFilter
{
  char     *pattern;            /* (owned) */
  gsize     length;
  gsize     slack;              /* bytes that edits can add on either side */
  gsize     step;               /* of the text; 0: the pieces are too short to filter by */
  gboolean  paired;             /* two pieces have to be whole */
  gboolean  repetitive;         /* some four bytes have more than MAX_PLACES */
  GArray   *entries;            /* (owned) Entry */
  guint16   table[TABLE_SIZE];  /* first entry plus one; 0: none */
};

/* A whole piece that stands in the text. */
typedef struct
{
  gsize   at;
  guint32 offset;
  guint32 piece_start;
} Hit;

/* What was marked last, so that overlapping windows cost nothing. */
typedef struct
{
  guint64 *cells;
  gsize    start;
  gsize    end;
  Hit      waiting[MAX_WAITING];
  guint    n_hits;
} Marks;

static guint32
read_gram (const char *p)
{
  guint32 gram;

  memcpy (&gram, p, GRAM);
  return gram;
}

static guint
hash_gram (guint32 gram)
{
  return (gram * 0x9E3779B1u) >> (32 - TABLE_BITS);
}

static gboolean
is_continuation (char c)
{
  return ((guchar) c & 0xC0) == 0x80;
}

static guint
count_places (const SlFilter *self,
              guint32         gram)
{
  guint n = 0;

  for (guint i = self->table[hash_gram (gram)]; i != 0; i = g_array_index (self->entries, Entry, i - 1).next)
    n += g_array_index (self->entries, Entry, i - 1).gram == gram;
  return n;
}

static void
add_piece (SlFilter *self,
           gsize     start,
           gsize     end)
{
  for (gsize at = start; at + GRAM <= end; at++)
    {
      guint32 gram = read_gram (self->pattern + at);
      guint16 *head = &self->table[hash_gram (gram)];
      Entry entry = { gram, (guint32) at, (guint32) start, (guint32) end, *head };

      if (count_places (self, gram) >= MAX_PLACES)
        {
          self->repetitive = TRUE;
          continue;
        }
      g_array_append_val (self->entries, entry);
      *head = (guint16) self->entries->len;
    }
}

static gsize
piece_border (const SlFilter *self,
              guint           index,
              guint           n_pieces)
{
  gsize border = self->length * index / n_pieces;

  while (border < self->length && is_continuation (self->pattern[border]))
    border++;
  return border;
}

static gsize
find_shortest (const SlFilter *self,
               guint           n_pieces)
{
  gsize shortest = self->length;

  for (guint i = 0; i < n_pieces; i++)
    shortest = MIN (shortest, piece_border (self, i + 1, n_pieces) - piece_border (self, i, n_pieces));
  return shortest;
}

/**
 * sl_filter_new:
 * @pattern: valid UTF-8
 * @max_edits: code points inserted, deleted or replaced
 *
 * Prepares the search for a pattern.
 *
 * Returns: (transfer full): the filter
 */
SlFilter *
sl_filter_new (const char *pattern,
               gsize       length_bytes,
               guint       max_edits)
{
  SlFilter *self = g_new0 (SlFilter, 1);
  guint n_pieces = max_edits + 1;
  gsize shortest;

  self->pattern = g_strndup (pattern, length_bytes);
  self->length = length_bytes;
  self->slack = (gsize) max_edits * MAX_EDIT_BYTES;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  self->paired = max_edits > 0 && find_shortest (self, n_pieces + 1) >= MIN_PAIRED_PIECE;
  n_pieces += self->paired ? 1 : 0;
  shortest = find_shortest (self, n_pieces);
  if (shortest < GRAM || length_bytes >= G_MAXUINT16)
    return self;

  self->step = shortest - GRAM + 1;
  for (guint i = 0; i < n_pieces; i++)
    add_piece (self, piece_border (self, i, n_pieces), piece_border (self, i + 1, n_pieces));
  return self;
}

/**
 * sl_filter_free:
 * @self: (nullable) (transfer full): a filter
 */
void
sl_filter_free (SlFilter *self)
{
  if (self == NULL)
    return;
  g_free (self->pattern);
  g_array_unref (self->entries);
  g_free (self);
}

static void
set_cells (guint64 *cells,
           gsize    start,
           gsize    end)
{
  for (gsize cell = start; cell < end; cell++)
    cells[cell / 64] |= G_GUINT64_CONSTANT (1) << (cell % 64);
}

static void
mark_window (Marks *marks,
             gsize  start,
             gsize  end)
{
  if (start > marks->end || end < marks->start)
    {
      set_cells (marks->cells, start, end);
      marks->start = start;
      marks->end = end;
      return;
    }
  if (start < marks->start)
    {
      set_cells (marks->cells, start, marks->start);
      marks->start = start;
    }
  if (end > marks->end)
    {
      set_cells (marks->cells, marks->end, end);
      marks->end = end;
    }
}

/* Where all of the pattern can stand when its byte at @offset stands at @at. */
static void
mark_around (const SlFilter *self,
             Marks          *marks,
             gsize           at,
             gsize           offset,
             gsize           text_length)
{
  gsize before = offset + self->slack;
  gsize start = at > before ? at - before : 0;
  gsize end = MIN (text_length, at + self->length - offset + self->slack);

  mark_window (marks, start / SL_FILTER_CELL_BYTES, (end + SL_FILTER_CELL_BYTES - 1) / SL_FILTER_CELL_BYTES);
}

/* Whether two pieces can belong to one match: edits between them move them by no more than that. */
static gboolean
are_one_match (const SlFilter *self,
               const Hit      *a,
               const Hit      *b)
{
  gsize x = a->at + b->offset;
  gsize y = b->at + a->offset;

  return a->piece_start != b->piece_start && (x > y ? x - y : y - x) <= self->slack;
}

/* A piece that has to give way to newer ones could still find its second one, so it is marked as if it had. */
static void
note_hit (const SlFilter *self,
          Marks          *marks,
          const Hit      *hit,
          gsize           text_length)
{
  guint n = MIN (marks->n_hits, MAX_WAITING);
  Hit *oldest = &marks->waiting[marks->n_hits % MAX_WAITING];

  for (guint i = 0; i < n; i++)
    {
      if (!are_one_match (self, &marks->waiting[i], hit))
        continue;
      mark_around (self, marks, hit->at, hit->offset, text_length);
      break;
    }
  if (n == MAX_WAITING && hit->at <= oldest->at + self->length + self->slack)
    mark_around (self, marks, oldest->at, oldest->offset, text_length);
  *oldest = *hit;
  marks->n_hits++;
}

/* Whether the piece of an entry stands whole in the text, with its four bytes at @at. */
static gboolean
is_piece_at (const SlFilter *self,
             const Entry    *entry,
             const char     *text,
             gsize           text_length,
             gsize           at)
{
  gsize before = entry->offset - entry->piece_start;
  gsize length = entry->piece_end - entry->piece_start;

  return at >= before && at - before + length <= text_length && memcmp (text + at - before, self->pattern + entry->piece_start, length) == 0;
}

static void
look_closer (const SlFilter *self,
             const char     *text,
             gsize           text_length,
             gsize           at,
             Marks          *marks)
{
  guint32 gram = read_gram (text + at);
  guint n = 0;

  for (guint i = self->table[hash_gram (gram)]; i != 0;)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i - 1);

      i = entry->next;
      if (entry->gram != gram)
        continue;
      n++;
      if (!is_piece_at (self, entry, text, text_length, at))
        continue;
      if (self->paired)
        note_hit (self, marks, &(Hit) { at, entry->offset, entry->piece_start }, text_length);
      else
        mark_around (self, marks, at, entry->offset, text_length);
    }

  /* Other places of these bytes were not kept. */
  if (n == MAX_PLACES && self->repetitive)
    {
      mark_around (self, marks, at, 0, text_length);
      mark_around (self, marks, at, self->length, text_length);
    }
}

/* From @at on the first place whose four bytes have an entry, in steps; or one where no four bytes are left. */
static inline gsize
skip (const SlFilter *self,
      const char     *text,
      gsize           text_length,
      gsize           at)
{
  gsize step = self->step;

  for (; at + 3 * step + GRAM <= text_length; at += 4 * step)
    {
      const char *p = text + at;

      if ((self->table[hash_gram (read_gram (p))] | self->table[hash_gram (read_gram (p + step))]
           | self->table[hash_gram (read_gram (p + 2 * step))] | self->table[hash_gram (read_gram (p + 3 * step))])
          != 0)
        break;
    }
  while (at + GRAM <= text_length && self->table[hash_gram (read_gram (text + at))] == 0)
    at += step;
  return at;
}

/**
 * sl_filter_mark:
 * @text: valid UTF-8
 *
 * Marks all of a text that can hold the pattern with its edits, and little else.
 *
 * Returns: (transfer full): a bit for each cell of %SL_FILTER_CELL_BYTES, the first in the lowest bit;
 *   %NULL when the pattern is too short for its edits, so that all of the text has to be searched
 */
guint64 *
sl_filter_mark (const SlFilter *self,
                const char     *text,
                gsize           length_bytes)
{
  Marks marks = { 0 };

  if (self->step == 0)
    return NULL;

  marks.cells = g_new0 (guint64, length_bytes / SL_FILTER_CELL_BYTES / 64 + 2);
  for (gsize at = skip (self, text, length_bytes, 0); at + GRAM <= length_bytes; at = skip (self, text, length_bytes, at + self->step))
    look_closer (self, text, length_bytes, at, &marks);
  return marks.cells;
}

/* The earliest whole pattern with its four bytes at @at that begins at @from or later. */
static gsize
find_whole (const SlFilter *self,
            const char     *text,
            gsize           text_length,
            gsize           at,
            gsize           from)
{
  gsize found = G_MAXSIZE;
  guint32 gram = read_gram (text + at);

  for (guint i = self->table[hash_gram (gram)]; i != 0;)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i - 1);

      i = entry->next;
      if (entry->gram == gram && at >= from + entry->offset && is_piece_at (self, entry, text, text_length, at))
        found = MIN (found, at - entry->offset);
    }
  return found;
}

/**
 * sl_filter_find_exact:
 * @self: a filter without edits
 * @from: where to begin
 *
 * Finds the pattern itself, with no look at most of the text. Patterns that are short or repeat
 * themselves are left to memmem(), which is linear for them.
 *
 * Returns: where it begins, the first place from @from on; %G_MAXSIZE when there is none
 */
gsize
sl_filter_find_exact (const SlFilter *self,
                      const char     *text,
                      gsize           length_bytes,
                      gsize           from)
{
  if (from > length_bytes)
    return G_MAXSIZE;
  if (self->step < GRAM || self->repetitive)
    {
      const char *found = memmem (text + from, length_bytes - from, self->pattern, self->length);

      return found != NULL ? (gsize) (found - text) : G_MAXSIZE;
    }

  /* Four bytes further on always belong to a later place, so the first that is found is the first there is. */
  for (gsize at = skip (self, text, length_bytes, from); at + GRAM <= length_bytes; at = skip (self, text, length_bytes, at + self->step))
    {
      gsize found = find_whole (self, text, length_bytes, at, from);

      if (found != G_MAXSIZE)
        return found;
    }
  return G_MAXSIZE;
}
