/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-text-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* First byte of the serialised form; the second is the version. */
#define MAGIC 0x54
#define FORMAT_VERSION 1

struct _SlTextMap
{
  gatomicrefcount  ref_count;
  SlTextRun       *runs;       /* (owned) (array length=n_runs) */
  gsize            n_runs;
};

/* Reads numbers from serialised bytes; @failed sticks once set. */
typedef struct
{
  const guint8 *data;    /* (unowned) */
  gsize         size;
  gsize         at;
  gboolean      failed;
} Cursor;

G_DEFINE_QUARK (sl-text-map-error-quark, sl_text_map_error)

static gint64
run_text_end (const SlTextRun *run)
{
  return (gint64) run->text_start + run->text_length;
}

static gint64
run_byte_end (const SlTextRun *run)
{
  return (gint64) run->byte_start + run->byte_length;
}

static guint32
run_width (const SlTextRun *run)
{
  return run->byte_length / run->text_length;
}

static gboolean
run_is_valid (const SlTextRun *run,
              gint64           earliest)
{
  return run->text_length > 0
         && run->byte_length > 0
         && run->byte_length % run->text_length == 0
         && run->text_start >= earliest
         && run_text_end (run) <= G_MAXUINT32
         && run_byte_end (run) <= G_MAXUINT32;
}

static gboolean
runs_are_valid (const SlTextRun *runs,
                gsize            n_runs)
{
  gint64 earliest = 0;

  for (gsize i = 0; i < n_runs; i++)
    {
      if (!run_is_valid (&runs[i], earliest))
        return FALSE;
      earliest = run_text_end (&runs[i]);
    }
  return TRUE;
}

/* Unsigned LEB128. */
static void
put_number (GByteArray *out,
            guint64     value)
{
  do
    {
      guint8 byte = value & 0x7f;

      value >>= 7;
      if (value != 0)
        byte |= 0x80;
      g_byte_array_append (out, &byte, 1);
    }
  while (value != 0);
}

/* Numbers above 2^35 - 1 cannot occur and count as damage. */
static guint64
take_number (Cursor *cursor)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte;

      if (cursor->at >= cursor->size)
        break;
      byte = cursor->data[cursor->at++];
      value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return value;
    }
  cursor->failed = TRUE;
  return 0;
}

/* Signed steps are stored so that small ones of either sign stay short. */
static guint64
zigzag (gint64 value)
{
  return value < 0 ? ((guint64) - (value + 1) << 1) + 1 : (guint64) value << 1;
}

static gint64
unzigzag (guint64 value)
{
  return (value & 1) != 0 ? -(gint64) (value >> 1) - 1 : (gint64) (value >> 1);
}

static gboolean
take_run (Cursor    *cursor,
          gint64     text_at,
          gint64     byte_at,
          SlTextRun *run)
{
  gint64 text_start = text_at + (gint64) take_number (cursor);
  guint64 length = take_number (cursor);
  gint64 byte_start = byte_at + unzigzag (take_number (cursor));
  guint64 width = take_number (cursor);

  if (cursor->failed || text_start > G_MAXUINT32 || length > G_MAXUINT32
      || byte_start < 0 || byte_start > G_MAXUINT32
      || width > G_MAXUINT32 || (length != 0 && width > G_MAXUINT32 / length))
    return FALSE;
  *run = (SlTextRun) {
    .text_start = (guint32) text_start,
    .text_length = (guint32) length,
    .byte_start = (guint32) byte_start,
    .byte_length = (guint32) (length * width),
  };
  return run_is_valid (run, text_at);
}

static gboolean
take_runs (Cursor *cursor,
           GArray *runs)
{
  guint64 n_runs = take_number (cursor);
  gint64 text_at = 0;
  gint64 byte_at = 0;

  /* Each run takes four bytes at least, so a lying count is refused before anything is reserved for it. */
  if (cursor->failed || n_runs > (cursor->size - cursor->at) / 4)
    return FALSE;
  for (guint64 i = 0; i < n_runs; i++)
    {
      SlTextRun run;

      if (!take_run (cursor, text_at, byte_at, &run))
        return FALSE;
      g_array_append_val (runs, run);
      text_at = run_text_end (&run);
      byte_at = run_byte_end (&run);
    }
  return cursor->at == cursor->size;
}

static SlTextMap *
text_map_new_take (SlTextRun *runs,
                   gsize      n_runs)
{
  SlTextMap *self = g_new0 (SlTextMap, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = runs;
  self->n_runs = n_runs;
  return self;
}

/* Index of the first run that ends after @position; n_runs when there is none. */
static gsize
find_run (const SlTextMap *self,
          guint32          position)
{
  gsize low = 0;
  gsize high = self->n_runs;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (run_text_end (&self->runs[middle]) <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The bytes of that part of @run which lies in the text range. */
static void
clip_to_bytes (const SlTextRun *run,
               guint32          text_start,
               guint32          text_end,
               guint32         *byte_start,
               guint32         *byte_end)
{
  guint32 first = MAX (text_start, run->text_start) - run->text_start;
  guint32 last = (guint32) MIN ((gint64) text_end, run_text_end (run)) - run->text_start;

  *byte_start = run->byte_start + first * run_width (run);
  *byte_end = run->byte_start + last * run_width (run);
}

/* The code points of @run that have a byte in the byte range. */
static void
clip_to_text (const SlTextRun *run,
              guint32          byte_start,
              guint32          byte_end,
              guint32         *text_start,
              guint32         *text_end)
{
  guint32 width = run_width (run);
  guint32 first = MAX (byte_start, run->byte_start) - run->byte_start;
  guint32 last = (guint32) MIN ((gint64) byte_end, run_byte_end (run)) - run->byte_start;

  *text_start = run->text_start + first / width;
  *text_end = run->text_start + (last + width - 1) / width;
}

/**
 * sl_text_map_new:
 * @runs: (array length=n_runs): runs sorted by text position, not overlapping
 *   there, each following the rules of #SlTextRun
 * @n_runs: number of runs
 *
 * Creates a map from runs that the caller knows to be well formed.
 *
 * Returns: (transfer full): the map
 */
SlTextMap *
sl_text_map_new (const SlTextRun *runs,
                 gsize            n_runs)
{
  g_return_val_if_fail (runs != NULL || n_runs == 0, NULL);
  g_return_val_if_fail (runs_are_valid (runs, n_runs), NULL);

  return text_map_new_take (g_memdup2 (runs, n_runs * sizeof (SlTextRun)), n_runs);
}

/**
 * sl_text_map_new_from_bytes:
 * @bytes: what sl_text_map_to_bytes() wrote, or foreign bytes
 * @error: return location for an error
 *
 * Reads a serialised map. Any bytes may be given.
 *
 * Memory use is linear in the size of @bytes.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with
 *   %SL_TEXT_MAP_ERROR_INVALID
 */
SlTextMap *
sl_text_map_new_from_bytes (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  Cursor cursor = { 0 };
  gsize n_runs;

  g_return_val_if_fail (bytes != NULL, NULL);

  cursor.data = g_bytes_get_data (bytes, &cursor.size);
  if (take_number (&cursor) != MAGIC || take_number (&cursor) != FORMAT_VERSION || !take_runs (&cursor, runs))
    {
      g_set_error_literal (error, SL_TEXT_MAP_ERROR, SL_TEXT_MAP_ERROR_INVALID,
                           _ ("The map from a document's text to its capture is damaged"));
      return NULL;
    }
  n_runs = runs->len;
  return text_map_new_take ((SlTextRun *) (void *) g_array_free (g_steal_pointer (&runs), FALSE), n_runs);
}

/**
 * sl_text_map_ref:
 * @self: a map
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
SlTextMap *
sl_text_map_ref (SlTextMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sl_text_map_unref:
 * @self: (transfer full): a map
 *
 * Drops a reference and frees the map with the last one. Safe from any thread.
 */
void
sl_text_map_unref (SlTextMap *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->runs);
  g_free (self);
}

/**
 * sl_text_map_to_bytes:
 * @self: a map
 *
 * Serialises the map compactly: two header numbers, the number of runs, then
 * for each run the gap in the text, its length, the step in the capture from
 * the end of the last run, and the bytes a code point takes, all as LEB128
 * (the step in zigzag form). The same map always gives the same bytes.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
sl_text_map_to_bytes (const SlTextMap *self)
{
  GByteArray *out;
  gint64 text_at = 0;
  gint64 byte_at = 0;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_byte_array_new ();
  put_number (out, MAGIC);
  put_number (out, FORMAT_VERSION);
  put_number (out, self->n_runs);
  for (gsize i = 0; i < self->n_runs; i++)
    {
      const SlTextRun *run = &self->runs[i];

      put_number (out, (guint64) (run->text_start - text_at));
      put_number (out, run->text_length);
      put_number (out, zigzag (run->byte_start - byte_at));
      put_number (out, run_width (run));
      text_at = run_text_end (run);
      byte_at = run_byte_end (run);
    }
  return g_byte_array_free_to_bytes (out);
}

/**
 * sl_text_map_get_runs:
 * @self: a map
 * @n_runs: (out): number of runs
 *
 * Gives the runs in text order.
 *
 * Returns: (transfer none) (array length=n_runs) (nullable): the runs; %NULL
 *   when there are none
 */
const SlTextRun *
sl_text_map_get_runs (const SlTextMap *self,
                      gsize           *n_runs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_runs != NULL, NULL);

  *n_runs = self->n_runs;
  return self->runs;
}

/**
 * sl_text_map_to_capture:
 * @self: a map
 * @text_start: first code point
 * @text_end: one past the last code point
 * @byte_start: (out): first byte in the capture
 * @byte_end: (out): one past the last byte in the capture
 *
 * Finds the smallest range of the capture that holds all code points of a text
 * range. Code points which the reader put in have no bytes and widen nothing.
 *
 * Returns: %FALSE, with nothing set, when no code point of the range has bytes
 */
gboolean
sl_text_map_to_capture (const SlTextMap *self,
                        guint32          text_start,
                        guint32          text_end,
                        guint32         *byte_start,
                        guint32         *byte_end)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (byte_start != NULL && byte_end != NULL, FALSE);

  for (gsize i = find_run (self, text_start); i < self->n_runs && self->runs[i].text_start < text_end; i++)
    {
      guint32 first;
      guint32 last;

      clip_to_bytes (&self->runs[i], text_start, text_end, &first, &last);
      *byte_start = found ? MIN (*byte_start, first) : first;
      *byte_end = found ? MAX (*byte_end, last) : last;
      found = TRUE;
    }
  return found;
}

/**
 * sl_text_map_to_text:
 * @self: a map
 * @byte_start: first byte in the capture
 * @byte_end: one past the last byte in the capture
 * @text_start: (out): first code point
 * @text_end: (out): one past the last code point
 *
 * Finds the smallest text range that holds every code point which has a byte
 * in a range of the capture. Linear in the number of runs, for these need not
 * be in the capture's order.
 *
 * Returns: %FALSE, with nothing set, when no code point comes from that range
 */
gboolean
sl_text_map_to_text (const SlTextMap *self,
                     guint32          byte_start,
                     guint32          byte_end,
                     guint32         *text_start,
                     guint32         *text_end)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text_start != NULL && text_end != NULL, FALSE);

  for (gsize i = 0; i < self->n_runs; i++)
    {
      const SlTextRun *run = &self->runs[i];
      guint32 first;
      guint32 last;

      if (byte_start >= byte_end || run->byte_start >= byte_end || run_byte_end (run) <= byte_start)
        continue;
      clip_to_text (run, byte_start, byte_end, &first, &last);
      *text_start = found ? *text_start : first;
      *text_end = last;
      found = TRUE;
    }
  return found;
}

/**
 * sl_text_map_get_text_end:
 * @self: a map
 *
 * Tells where the last run ends in the text.
 *
 * Returns: a position in code points; 0 for a map without runs
 */
guint32
sl_text_map_get_text_end (const SlTextMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_runs == 0 ? 0 : (guint32) run_text_end (&self->runs[self->n_runs - 1]);
}

/**
 * sl_text_map_get_byte_end:
 * @self: a map
 *
 * Tells the size a capture must have at least for this map to be of it.
 *
 * Returns: one past the largest byte position of any run; 0 without runs
 */
guint32
sl_text_map_get_byte_end (const SlTextMap *self)
{
  gint64 end = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (gsize i = 0; i < self->n_runs; i++)
    end = MAX (end, run_byte_end (&self->runs[i]));
  return (guint32) end;
}

/**
 * sl_text_map_count_mapped:
 * @self: a map
 *
 * Counts the code points that lead back to bytes.
 *
 * Returns: a number of code points
 */
gsize
sl_text_map_count_mapped (const SlTextMap *self)
{
  gsize count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (gsize i = 0; i < self->n_runs; i++)
    count += self->runs[i].text_length;
  return count;
}

/**
 * sl_text_run_append:
 * @runs: (element-type SlTextRun): runs collected so far, in text order
 * @run: the next run; nothing is appended when it has no code points or no bytes
 *
 * Appends a run, joining it to the last one where both are one stretch with the
 * same number of bytes a code point.
 */
void
sl_text_run_append (GArray          *runs,
                    const SlTextRun *run)
{
  SlTextRun *last;

  g_return_if_fail (runs != NULL);
  g_return_if_fail (run != NULL);

  if (run->text_length == 0 || run->byte_length == 0)
    return;
  last = runs->len > 0 ? &g_array_index (runs, SlTextRun, runs->len - 1) : NULL;
  if (last != NULL
      && run_text_end (last) == run->text_start
      && run_byte_end (last) == run->byte_start
      && run_width (last) == run_width (run))
    {
      last->text_length += run->text_length;
      last->byte_length += run->byte_length;
      return;
    }
  g_array_append_vals (runs, run, 1);
}
