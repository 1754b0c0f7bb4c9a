/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-event-time.h"

#include <string.h>

#include "extract/sl-timex.h"

static gboolean
lies_in_content (const SlAttribution *attribution,
                 SlSpan               span)
{
  for (guint i = 0; i < attribution->content->len; i++)
    if (sl_span_contains (g_array_index (attribution->content, SlSpan, i), span))
      return TRUE;
  return FALSE;
}

static guint
first_time (const GPtrArray *times,
            gsize            start)
{
  guint low = 0, high = times->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const SlTimex *) g_ptr_array_index (times, middle))->span.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* "the night of", "the early hours of": what comes behind still tells when. */
static gboolean
belongs_to_time (const SlClauses *clauses,
                 guint            i)
{
  return (clauses->places[i] & SL_PLACE_TIME) != 0 || sl_clauses_is (clauses, i, SL_CLASS_UNIT)
         || sl_clauses_is (clauses, i, SL_CLASS_UNITS) || sl_clauses_is (clauses, i, SL_CLASS_PART);
}

/* "the sprint to Election Day", "data of 2019": what such words introduce says what kind of thing it is, not when it happens. */
static gboolean
tells_when (const SlClauses *clauses,
            SlSpan           span,
            SlSpan           passage)
{
  guint i = sl_tokens_find (clauses->tokens, span.start);
  const SlLexEntry *entry = NULL;

  while (i > 0 && sl_clauses_is (clauses, i - 1, SL_CLASS_DETERMINER))
    i--;
  if (i == 0 || clauses->tokens->items[i - 1].start < passage.start
      || (i > 1 && belongs_to_time (clauses, i - 2))
      || sl_tokens_match (clauses->tokens, clauses->lexicon, i - 1, SL_CLASS_PREPOSITION, &entry) != 1)
    return TRUE;
  return g_str_equal (entry->text, "when");
}

static gboolean
names_time (const SlTimex *timex)
{
  return sl_when_is_dated (timex->when)
         && (timex->type == SL_TIMEX_DATE || timex->type == SL_TIMEX_TIME || timex->is_distance);
}

/* Behind a day its time of day may stand as a time of its own, which tells more: "am 3. März um 20.30 Uhr". */
static guint
prefer_clock (const GPtrArray *times,
              SlSpan           passage,
              guint            i)
{
  const SlTimex *day = g_ptr_array_index (times, i), *next;

  if (i + 1 >= times->len || strlen (day->value) != strlen ("2025-11-23"))
    return i;
  next = g_ptr_array_index (times, i + 1);
  return next->span.start < passage.end && next->type == SL_TIMEX_TIME && sl_when_is_dated (next->when)
                 && g_str_has_prefix (next->value, day->value)
             ? i + 1
             : i;
}

/* "the night of 6 to 7 November": the day that follows says which night it was. */
static gboolean
is_told_by_next (const SlClauses *clauses,
                 const GPtrArray *times,
                 guint            i)
{
  const SlTimex *timex = g_ptr_array_index (times, i), *next;
  guint between;

  if (timex->type != SL_TIMEX_TIME || i + 1 >= times->len)
    return FALSE;
  next = g_ptr_array_index (times, i + 1);
  between = sl_tokens_find (clauses->tokens, timex->span.end);
  return next->type == SL_TIMEX_DATE && sl_clauses_is (clauses, between, SL_CLASS_PREPOSITION)
         && sl_tokens_find (clauses->tokens, next->span.start) == between + 1;
}

/**
 * sl_event_time_find:
 * @clauses: a text
 * @times: (element-type SlTimex): its times
 * @passage: an assertion in it, bytes
 * @inner: (nullable): who says it
 *
 * Chooses the time that tells when what is asserted happens. The day on which somebody says something is not the day on
 * which it happened, so a time outside of what is said does not count.
 *
 * Returns: index into @times, or -1 when nothing dates it
 */
int
sl_event_time_find (const SlClauses     *clauses,
                    const GPtrArray     *times,
                    SlSpan               passage,
                    const SlAttribution *inner)
{
  for (guint i = first_time (times, passage.start); i < times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (times, i);

      if (timex->span.start >= passage.end)
        break;
      if (names_time (timex) && !is_told_by_next (clauses, times, i) && (inner == NULL || lies_in_content (inner, timex->span))
          && tells_when (clauses, timex->span, passage))
        return (int) prefer_clock (times, passage, i);
    }
  return -1;
}
