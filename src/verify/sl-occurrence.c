/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-occurrence.h"

#include <string.h>

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

/**
 * sl_occurrence_context:
 * @text: normalised
 * @start: of the words, bytes
 * @end: of the words, bytes
 * @prefix: normalised; "" for none
 * @suffix: normalised; "" for none
 *
 * Counts how much of the context stands directly before and after a place. White space between
 * words and context is left out of both.
 *
 * Returns: bytes
 */
gsize
sl_occurrence_context (const char *text,
                       gsize       length_bytes,
                       gsize       start,
                       gsize       end,
                       const char *prefix,
                       const char *suffix)
{
  gsize before = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
  gsize after = end < length_bytes && text[end] == ' ' ? end + 1 : end;

  return common_suffix (text, before, prefix) + common_prefix (text, length_bytes, after, suffix);
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

/**
 * sl_occurrence_find:
 * @text: normalised
 * @words: normalised, not empty
 * @prefix: normalised; "" for none
 * @suffix: normalised; "" for none
 * @hint: where they stood, bytes of @text; -1 when unknown
 *
 * Finds all places of exact words and chooses the one whose context agrees best; of those that
 * agree alike, the nearest to the hint; else the first.
 */
SlOccurrences
sl_occurrence_find (const char *text,
                    gsize       length_bytes,
                    const char *words,
                    const char *prefix,
                    const char *suffix,
                    gint64      hint)
{
  SlOccurrences found = { .unique = TRUE };
  gsize n = strlen (words);
  const char *at = text;

  while ((at = memmem (at, length_bytes - (gsize) (at - text), words, n)) != NULL)
    {
      gsize start = (gsize) (at - text);

      if (!cuts_figure (text, length_bytes, start, start + n, prefix, suffix))
        consider (&found, start, sl_occurrence_context (text, length_bytes, start, start + n, prefix, suffix), hint);
      at++;
    }
  return found;
}
