/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-occurrence.h"

#include "verify/sl-filter.h"

#include <string.h>

/* More bytes of context on one side are not compared loosely, nor are more places. */
#define MAX_CONTEXT 128
#define MAX_LIKENESSES 64

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_figure (char c)
{
  return is_digit (c) || c == '.' || c == ',';
}

static gsize
common_suffix (const char *text,
               gsize       end,
               const char *prefix)
{
  gsize length = strlen (prefix);
  gsize n = 0;

  while (n < length && n < end && text[end - 1 - n] == prefix[length - 1 - n])
    n++;
  return n;
}

static gsize
common_prefix (const char *text,
               gsize       length,
               gsize       start,
               const char *suffix)
{
  gsize n = 0;

  while (suffix[n] != '\0' && start + n < length && text[start + n] == suffix[n])
    n++;
  return n;
}

/* How much of a figure stands directly before a place that is within it; 0 when the place is not. */
static gsize
figure_before (const char *text,
               gsize       start)
{
  gsize n = 0;

  if (!is_digit (text[start]))
    return 0;
  while (n < start && is_figure (text[start - 1 - n]))
    n++;
  while (n > 0 && !is_digit (text[start - n]))
    n--;
  return n;
}

static gsize
figure_after (const char *text,
              gsize       length,
              gsize       end)
{
  gsize n = 0;

  if (!is_digit (text[end - 1]))
    return 0;
  while (end + n < length && is_figure (text[end + n]))
    n++;
  while (n > 0 && !is_digit (text[end + n - 1]))
    n--;
  return n;
}

/*
 * A quoted figure is not found within a longer one: "14" stands neither in "140" nor in "14,000"
 * nor in "2.14", unless the context of the quotation has the rest of that figure.
 */
static gboolean
cuts_figure (const char *text,
             gsize       length,
             gsize       start,
             gsize       end,
             const char *prefix,
             const char *suffix)
{
  gsize before = figure_before (text, start);
  gsize after = figure_after (text, length, end);

  return common_suffix (text, start, prefix) < before || common_prefix (text, length, end, suffix) < after;
}

/* Counts how much of the context stands directly before and after a place, bytes. White space between is left out. */
static gsize
count_context (const char *text,
               gsize       length_bytes,
               SlSpan      place,
               const char *prefix,
               const char *suffix)
{
  gsize before = place.start > 0 && text[place.start - 1] == ' ' ? place.start - 1 : place.start;
  gsize after = place.end < length_bytes && text[place.end] == ' ' ? place.end + 1 : place.end;

  return common_suffix (text, before, prefix) + common_prefix (text, length_bytes, after, suffix);
}

/* How many bytes of some words another text has, read from where both touch the place, in the one or the other direction. */
static gsize
count_alike (const char *words,
             gsize       n_words,
             const char *text,
             gsize       n_text,
             gboolean    backwards)
{
  guint row[MAX_CONTEXT + 1];
  guint least;

  n_words = MIN (n_words, MAX_CONTEXT);
  n_text = MIN (n_text, n_words);
  for (guint j = 0; j <= n_text; j++)
    row[j] = j;
  least = (guint) n_words;

  for (gsize i = 1; i <= n_words; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n_text; j++)
        {
          char x = backwards ? words[-(gssize) i] : words[i - 1];
          char y = backwards ? text[-(gssize) j] : text[j - 1];
          guint above = row[j];

          row[j] = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (x != y));
          diagonal = above;
        }
    }
  for (gsize j = 0; j <= n_text; j++)
    least = MIN (least, row[j]);
  return n_words - least;
}

/**
 * sl_occurrence_likeness:
 * @text: normalised
 * @place: of the words, bytes
 * @prefix: normalised; "" for none
 * @suffix: normalised; "" for none
 *
 * Measures how much of the context stands before and after a place, be it with changes: its length
 * less the edits. White space between words and context is left out of both.
 *
 * Returns: bytes, at most the length of both
 */
gsize
sl_occurrence_likeness (const char *text,
                        gsize       length_bytes,
                        SlSpan      place,
                        const char *prefix,
                        const char *suffix)
{
  gsize before = place.start > 0 && text[place.start - 1] == ' ' ? place.start - 1 : place.start;
  gsize after = place.end < length_bytes && text[place.end] == ' ' ? place.end + 1 : place.end;
  gsize n_prefix = strlen (prefix);

  return count_alike (prefix + n_prefix, n_prefix, text + before, before, TRUE)
         + count_alike (suffix, strlen (suffix), text + after, length_bytes - after, FALSE);
}

static void
consider (SlOccurrences *found,
          gsize          start,
          gsize          context,
          gint64         hint)
{
  gint64 off = hint >= 0 ? ABS ((gint64) start - hint) : 0;
  gint64 best_off = hint >= 0 ? ABS ((gint64) found->start - hint) : 0;
  gboolean better = context > found->context || (context == found->context && off < best_off);

  found->count++;
  if (found->count > 1)
    found->unique = context == found->context ? FALSE : (context > found->context || found->unique);
  if (found->count > 1 && !better)
    return;
  found->start = start;
  found->context = context;
  found->at_hint = hint >= 0 && off == 0;
}

/* All places of the words; @loosely: the context is measured with changes, which takes time, so for the first ones only. */
static SlOccurrences
find_places (const SlFilter *filter,
             const char     *text,
             gsize           length_bytes,
             gsize           n,
             const char     *prefix,
             const char     *suffix,
             gint64          hint,
             gboolean        loosely)
{
  SlOccurrences found = { .unique = TRUE };
  gsize at = 0;

  while ((at = sl_filter_find_exact (filter, text, length_bytes, at)) != G_MAXSIZE && (!loosely || found.count < MAX_LIKENESSES))
    {
      SlSpan place = { at, at + n };

      if (!cuts_figure (text, length_bytes, place.start, place.end, prefix, suffix))
        consider (&found, at,
                  loosely ? sl_occurrence_likeness (text, length_bytes, place, prefix, suffix)
                          : count_context (text, length_bytes, place, prefix, suffix),
                  hint);
      at++;
    }
  return found;
}

/**
 * sl_occurrence_find:
 * @text: normalised
 * @words: normalised, not empty
 * @prefix: normalised; "" for none
 * @suffix: normalised; "" for none
 * @hint: where they stood, bytes of @text; -1 when unknown
 *
 * Finds all places of exact words and chooses the one whose context agrees best: that has most of
 * it directly beside it, or, when none has all of it, most of it with the fewest changes. Of those
 * that agree alike, the nearest to the hint is chosen; else the first.
 */
SlOccurrences
sl_occurrence_find (const char *text,
                    gsize       length_bytes,
                    const char *words,
                    const char *prefix,
                    const char *suffix,
                    gint64      hint)
{
  gsize n = strlen (words);
  gsize n_context = strlen (prefix) + strlen (suffix);
  g_autoptr (SlFilter) filter = sl_filter_new (words, n, 0);
  SlOccurrences found = find_places (filter, text, length_bytes, n, prefix, suffix, hint, FALSE);
  SlOccurrences loose;

  if (found.count < 2 || found.context == n_context)
    return found;

  loose = find_places (filter, text, length_bytes, n, prefix, suffix, hint, TRUE);
  if (2 * loose.context <= n_context)
    return found;
  loose.count = found.count;
  return loose;
}
