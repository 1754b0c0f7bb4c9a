/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations that do not stand there exactly: what have they become? */

#include "config.h"

#include "verify/sl-anchor-private.h"
#include "verify/sl-fuzzy.h"
#include "verify/sl-occurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The loose search does at most this much: bytes of the text times blocks of 64 of the quotation. */
#define MAX_FUZZY_WORK (G_GUINT64_CONSTANT (256) * 1024 * 1024)

#define MAX_CANDIDATES 32
#define MAX_WORD_REST 24

/* The context is looked for so many bytes from where a match begins or ends, by so many bytes of it. */
#define NEAR_BYTES 96
#define CONTEXT_BYTES 12

/* A short quotation without context has to stand so near to where it stood. */
#define SHORT_NEAR_BYTES 64

/*
 * How much may have changed, in edits of 100 code points, and what has to speak for the place then. Few
 * edits are the same sentence. With more, other sentences of the same text come into reach.
 */
#define PERCENT_ALONE 12
#define PERCENT_WORDS 25
#define PERCENT_CONTEXT 50
#define MIN_SAME_ALONE 0.5
#define MIN_SAME_CONTEXT 0.4

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
char_before (const SlAnchorQuery *query,
             gsize                at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (query->chars + at)) : ' ';
}

static gunichar
char_at (const SlAnchorQuery *query,
         gsize                at)
{
  return at < query->length ? g_utf8_get_char (query->chars + at) : ' ';
}

static gboolean
is_digit_at (const SlAnchorQuery *query,
             gsize                at)
{
  return at < query->length && g_ascii_isdigit (query->chars[at]);
}

static gboolean
is_point_at (const SlAnchorQuery *query,
             gsize                at)
{
  return at < query->length && (query->chars[at] == ',' || query->chars[at] == '.');
}

/* Whether a border at @at would cut a word or a figure ("14|,500"). */
static gboolean
cuts_word (const SlAnchorQuery *query,
           gsize                at)
{
  if (at == 0 || at >= query->length)
    return FALSE;
  if (is_word_char (char_before (query, at)) && is_word_char (char_at (query, at)))
    return TRUE;
  if (is_point_at (query, at) && is_digit_at (query, at - 1) && is_digit_at (query, at + 1))
    return TRUE;
  return at > 1 && is_point_at (query, at - 1) && is_digit_at (query, at - 2) && is_digit_at (query, at);
}

/* A match that ends within a word is extended to its border, so that the difference shows whole words and figures. */
static SlSpan
extend_to_words (const SlAnchorQuery *query,
                 SlSpan               place)
{
  gsize start = place.start;
  gsize end = place.end;

  while (place.start - start < MAX_WORD_REST && cuts_word (query, start))
    start = (gsize) (g_utf8_prev_char (query->chars + start) - query->chars);
  while (end - place.end < MAX_WORD_REST && cuts_word (query, end))
    end = (gsize) (g_utf8_next_char (query->chars + end) - query->chars);

  /* Scripts without spaces have no border so near. */
  return (SlSpan) { place.start - start >= MAX_WORD_REST ? place.start : start, end - place.end >= MAX_WORD_REST ? place.end : end };
}

/* Characters at the borders that are no words, where the quotation has a word there: they are not the quotation's. */
static SlSpan
trim_marks (const SlAnchorQuery *query,
            const char          *words,
            SlSpan               place)
{
  if (is_word_char (g_utf8_get_char (words)))
    {
      while (place.start < place.end && !is_word_char (char_at (query, place.start)))
        place.start = (gsize) (g_utf8_next_char (query->chars + place.start) - query->chars);
    }
  if (is_word_char (g_utf8_get_char (g_utf8_prev_char (words + strlen (words)))))
    {
      while (place.start < place.end && !is_word_char (char_before (query, place.end)))
        place.end = (gsize) (g_utf8_prev_char (query->chars + place.end) - query->chars);
    }
  while (place.start < place.end && query->chars[place.start] == ' ')
    place.start++;
  while (place.start < place.end && query->chars[place.end - 1] == ' ')
    place.end--;
  return place;
}

/* Words that were only put in before the first or behind the last word of the quotation are not part of it. */
static SlSpan
trim_additions (const SlAnchorQuery *query,
                const char          *words,
                SlSpan               place)
{
  g_autofree char *found = g_strndup (query->chars + place.start, sl_span_length (place));
  g_autoptr (SlDifference) difference = sl_difference_new (words, found, NULL);
  const SlChange *first, *last;
  SlSpan out = place;

  if (difference->changes->len == 0)
    return place;
  first = &g_array_index (difference->changes, SlChange, 0);
  last = &g_array_index (difference->changes, SlChange, difference->changes->len - 1);
  if (first->before_end_cp == 0 && first->after_start_cp == 0)
    out.start = place.start + (gsize) (g_utf8_offset_to_pointer (found, (long) first->after_end_cp) - found);
  if (last->before_start_cp == (gsize) g_utf8_strlen (words, -1) && last->after_end_cp == (gsize) g_utf8_strlen (found, -1))
    out.end = place.start + (gsize) (g_utf8_offset_to_pointer (found, (long) last->after_start_cp) - found);
  return out.start < out.end ? out : place;
}

/* Where the nearest of all @words ends (or begins) that stand around @at; @at when there are none. */
static gsize
find_near (const SlAnchorQuery *query,
           const char          *words,
           gsize                length,
           gsize                at,
           gsize                add)
{
  gsize from = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
  gsize to = MIN (query->length, at + NEAR_BYTES);
  const char *p = query->chars + from;
  gsize best = at;
  gsize best_off = G_MAXSIZE;

  while ((p = memmem (p, (gsize) (query->chars + to - p), words, length)) != NULL)
    {
      gsize border = (gsize) (p - query->chars) + add;
      gsize off = border > at ? border - at : at - border;

      if (off < best_off)
        {
          best = border;
          best_off = off;
        }
      p++;
    }
  return best;
}

static const char *
to_character_start (const char *p)
{
  while (((guchar) *p & 0xC0) == 0x80)
    p++;
  return p;
}

/* A match near to where its context ends begins there, whatever the fewest edits would be. */
static SlSpan
snap_to_context (const SlAnchorQuery *query,
                 SlSpan               place)
{
  gsize n_prefix = strlen (query->prefix);
  gsize n_suffix = strlen (query->suffix);
  SlSpan out = place;

  if (n_prefix >= CONTEXT_BYTES)
    {
      const char *end = to_character_start (query->prefix + n_prefix - CONTEXT_BYTES);
      gsize length = strlen (end);

      out.start = find_near (query, end, length, place.start, length);
    }
  if (n_suffix >= CONTEXT_BYTES)
    {
      gsize length = (gsize) (to_character_start (query->suffix + CONTEXT_BYTES) - query->suffix);

      out.end = find_near (query, query->suffix, length, place.end, 0);
    }
  return out.start < out.end && 2 * sl_span_length (out) > sl_span_length (place) ? out : place;
}

/* Of several places alike the one with the best context, then the one nearest to the hint. */
static SlFuzzyMatch
choose_match (const SlAnchorQuery *query,
              GArray              *matches)
{
  SlFuzzyMatch best = g_array_index (matches, SlFuzzyMatch, 0);
  gsize best_context = 0;
  gint64 best_off = G_MAXINT64;

  for (guint i = 0; i < matches->len; i++)
    {
      SlFuzzyMatch match = g_array_index (matches, SlFuzzyMatch, i);
      gsize context = sl_occurrence_likeness (query->chars, query->length, (SlSpan) { match.start, match.end }, query->prefix, query->suffix);
      gint64 off = query->hint >= 0 ? ABS ((gint64) match.start - query->hint) : (gint64) i;

      if (context > best_context || (context == best_context && off < best_off))
        {
          best = match;
          best_context = context;
          best_off = off;
        }
    }
  return best;
}

static guint
count_between (const SlAnchorQuery *query,
               gsize                a,
               gsize                b)
{
  return (guint) g_utf8_pointer_to_offset (query->chars + MIN (a, b), query->chars + MAX (a, b));
}

/* What the borders of a match were moved by counts as edits. */
guint
sl_anchor_count_edits (const SlAnchorQuery *query,
                       const SlFuzzyMatch  *match,
                       SlSpan               place)
{
  return match->edits + count_between (query, match->start, place.start) + count_between (query, match->end, place.end);
}

static SlSpan
refine (const SlAnchorQuery *query,
        const char          *words,
        SlSpan               place)
{
  place = extend_to_words (query, place);
  place = trim_marks (query, words, place);
  place = trim_additions (query, words, place);
  return trim_marks (query, words, place);
}

/*
 * Looks for @words with at most @max_edits within a part of the text; few edits are tried first, for
 * they are found sooner. Returns whether they are there, and sets @match to the
 * place with the fewest edits and @place to the words there.
 */
gboolean
sl_anchor_find_loosely (const SlAnchorQuery *query,
                        const char          *words,
                        SlSpan               within,
                        guint                max_edits,
                        SlSpan              *place,
                        SlFuzzyMatch        *match)
{
  guint few = (guint) g_utf8_strlen (words, -1) * PERCENT_ALONE / 100;
  const char *text = query->chars + within.start;
  g_autoptr (GArray) matches = sl_fuzzy_find (text, sl_span_length (within), words, MIN (few, max_edits), MAX_CANDIDATES);

  if (matches->len == 0 && max_edits > few)
    {
      g_array_unref (matches);
      matches = sl_fuzzy_find (text, sl_span_length (within), words, max_edits, MAX_CANDIDATES);
    }
  if (matches->len == 0)
    return FALSE;

  for (guint i = 0; i < matches->len; i++)
    {
      g_array_index (matches, SlFuzzyMatch, i).start += within.start;
      g_array_index (matches, SlFuzzyMatch, i).end += within.start;
    }
  *match = choose_match (query, matches);
  *place = refine (query, words, (SlSpan) { match->start, match->end });
  return sl_span_length (*place) > 0;
}

static SlAnchor *
make_altered (const SlAnchorQuery *query,
              SlSpan               place,
              const SlFuzzyMatch  *match)
{
  g_autofree char *found = g_strndup (query->chars + place.start, sl_span_length (place));
  SlAnchor *self = sl_anchor_new (SL_VERDICT_ALTERED, NULL);

  self->edits = sl_anchor_count_edits (query, match, place);
  self->difference = sl_difference_new (query->exact, found, query->kinds);
  sl_anchor_set_place (self, query, place);
  return self;
}

/* Whether enough speaks for it that these are the words, and not others alike. */
static gboolean
is_convincing (const SlAnchorQuery *query,
               SlSpan               place,
               guint                edits,
               gsize                length_cp,
               double               same)
{
  SlContextState context = sl_anchor_judge_context (query, place);
  gint64 off = query->hint >= 0 ? ABS ((gint64) place.start - query->hint) : G_MAXINT64;

  if (length_cp < SL_ANCHOR_SHORT_CP)
    return 100 * edits <= PERCENT_WORDS * length_cp && (context == SL_CONTEXT_AGREES || (context == SL_CONTEXT_NONE && off <= SHORT_NEAR_BYTES));
  if (100 * edits <= PERCENT_ALONE * length_cp)
    return TRUE;
  if (context == SL_CONTEXT_AGREES)
    return same >= MIN_SAME_CONTEXT || 100 * edits <= PERCENT_WORDS * length_cp;
  return 100 * edits <= PERCENT_WORDS * length_cp && same >= MIN_SAME_ALONE;
}

static guint
get_limit (const SlAnchorQuery *query,
           gsize                length_cp)
{
  gboolean has_context = *query->prefix != '\0' || *query->suffix != '\0';

  return (guint) (length_cp * (has_context && length_cp >= SL_ANCHOR_SHORT_CP ? PERCENT_CONTEXT : PERCENT_WORDS) / 100);
}

/* (transfer full): close words are never the words, so whatever is found here is altered. */
SlAnchor *
sl_anchor_locate_loosely (const SlAnchorQuery *query)
{
  gsize length_cp = (gsize) g_utf8_strlen (query->exact, -1);
  SlSpan place = { 0, query->length };
  SlFuzzyMatch match = { 0 };
  SlAnchor *self;

  if (length_cp > SL_ANCHOR_FUZZY_MAX_QUOTE_CP || query->length * (length_cp / 64 + 1) > MAX_FUZZY_WORK)
    return sl_anchor_new (SL_VERDICT_ABSENT, _ ("The words do not occur exactly; the text is too long to look for similar ones."));
  if (!sl_anchor_find_loosely (query, query->exact, place, get_limit (query, length_cp), &place, &match))
    return sl_anchor_new (SL_VERDICT_ABSENT, NULL);

  place = refine (query, query->exact, snap_to_context (query, place));
  self = make_altered (query, place, &match);
  if (is_convincing (query, place, match.edits, length_cp, self->difference->same))
    return self;
  sl_anchor_free (self);
  return sl_anchor_new (SL_VERDICT_ABSENT, NULL);
}
