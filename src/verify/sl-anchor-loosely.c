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

/* Words are aligned with those up to so many bytes, and a quarter of the quotation, before and behind a match. */
#define MARGIN_BYTES 48

/* The context is looked for so many bytes from where a match begins or ends, by so many bytes of it. */
#define NEAR_BYTES 96
#define CONTEXT_BYTES 12

/* A short quotation without context has to stand so near to where it stood. */
#define SHORT_NEAR_BYTES 64

/*
 * How much may have changed, in edits of 100 code points or in words, and what has to speak for the place
 * then. Few edits are the same sentence. With more, other sentences of the same text come into reach;
 * and where the context stands without the words, next to nothing may have changed.
 */
#define PERCENT_SEARCHED 50
#define PERCENT_SHORT 25
#define PERCENT_ALONE 12
#define PERCENT_ELSEWHERE 5
#define PERCENT_LETTERS 25
#define MIN_LIKENESS_ALONE 0.70
#define MIN_LETTERS_ALONE 0.50
#define MIN_LIKENESS_CONTEXT 0.40

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

/* The plain table of edit distances: places are hardly longer than a few sentences. */
static guint
count_edits (const SlAnchorQuery *query,
             const char          *words,
             SlSpan               place)
{
  long n, m;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (words, -1, &n);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (query->chars + place.start, (long) sl_span_length (place), &m);
  g_autofree guint *row = g_new (guint, m + 1);

  for (long j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (long i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (long j = 1; j <= m; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1] ? 1 : 0));
          diagonal = above;
        }
    }
  return row[m];
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

/* Where a quotation has no words to align, its borders are those of the match, and likeness is in code points. */
static void
fit_letters (const SlAnchorQuery *query,
             const char          *words,
             SlSpan               place,
             SlAnchorFit         *fit)
{
  *fit = (SlAnchorFit) { .place = refine (query, words, place) };
  fit->edits = count_edits (query, words, fit->place);
  fit->likeness = 1 - (double) fit->edits / (double) g_utf8_strlen (words, -1);
  fit->letters = fit->likeness;
  fit->first = fit->last = SL_ANCHOR_WORD_NONE;
}

/* Takes another place for the words when it has fewer edits. */
static void
try_place (const SlAnchorQuery *query,
           const char          *words,
           SlSpan               place,
           SlAnchorFit         *fit)
{
  guint edits = count_edits (query, words, place);

  if (edits >= fit->edits)
    return;
  fit->place = place;
  fit->edits = edits;
}

static gboolean
is_other_word (guint word)
{
  return word > SL_ANCHOR_WORD_SAME && word != SL_ANCHOR_WORD_NONE;
}

/* Two words that ran into each other stand for one word only; the letters tell better then how far the place reaches. */
static void
mend_borders (const SlAnchorQuery *query,
              const char          *words,
              SlSpan               match,
              SlAnchorFit         *fit)
{
  SlSpan letters = refine (query, words, match);

  fit->edits = count_edits (query, words, fit->place);
  if (is_other_word (fit->first) && letters.start < fit->place.start)
    try_place (query, words, (SlSpan) { letters.start, fit->place.end }, fit);
  if (is_other_word (fit->last) && letters.end > fit->place.end)
    try_place (query, words, (SlSpan) { fit->place.start, letters.end }, fit);
}

static SlSpan
get_window (const SlAnchorQuery *query,
            SlSpan               match,
            SlSpan               within)
{
  gsize margin = MARGIN_BYTES + sl_span_length (match) / 4;
  SlSpan window = { match.start > within.start + margin ? match.start - margin : within.start, MIN (within.end, match.end + margin) };

  while (window.start > within.start && cuts_word (query, window.start) && match.start - window.start < 2 * margin)
    window.start--;
  while (window.end < within.end && cuts_word (query, window.end) && window.end - match.end < 2 * margin)
    window.end++;
  while (window.start > within.start && ((guchar) query->chars[window.start] & 0xC0) == 0x80)
    window.start--;
  while (window.end < within.end && ((guchar) query->chars[window.end] & 0xC0) == 0x80)
    window.end++;
  return window;
}

/* Few edits are tried first, for they are found sooner. */
static GArray *
search (const SlAnchorQuery *query,
        const char          *words,
        SlSpan               within)
{
  const char *text = query->chars + within.start;
  guint length_cp = (guint) g_utf8_strlen (words, -1);
  guint percent = length_cp < SL_ANCHOR_SHORT_CP ? PERCENT_SHORT : PERCENT_SEARCHED;
  GArray *matches = sl_fuzzy_find (text, sl_span_length (within), words, length_cp * PERCENT_ALONE / 100, MAX_CANDIDATES);

  if (matches->len == 0)
    {
      g_array_unref (matches);
      matches = sl_fuzzy_find (text, sl_span_length (within), words, length_cp * percent / 100, MAX_CANDIDATES);
    }
  for (guint i = 0; i < matches->len; i++)
    {
      g_array_index (matches, SlFuzzyMatch, i).start += within.start;
      g_array_index (matches, SlFuzzyMatch, i).end += within.start;
    }
  return matches;
}

/* Whether words are alike enough to be the words, with nothing else that speaks for it. */
gboolean
sl_anchor_is_alike (const SlAnchorFit *fit,
                    const char        *words)
{
  gsize length_cp = (gsize) g_utf8_strlen (words, -1);

  if (100 * fit->edits <= PERCENT_ALONE * length_cp)
    return TRUE;
  return fit->letters >= MIN_LETTERS_ALONE && (fit->likeness >= MIN_LIKENESS_ALONE || 100 * fit->edits <= PERCENT_LETTERS * length_cp);
}

/*
 * Looks within a part of the text for the place with the fewest edits of @words. Returns whether
 * there is any, and sets @fit; how alike it has to be is for the caller to say.
 */
gboolean
sl_anchor_find_loosely (const SlAnchorQuery *query,
                        const char          *words,
                        SlSpan               within,
                        SlAnchorFit         *fit)
{
  g_autoptr (GArray) matches = search (query, words, within);
  SlFuzzyMatch match;
  SlSpan place;

  if (matches->len == 0)
    return FALSE;

  match = choose_match (query, matches);
  place = (SlSpan) { match.start, match.end };
  if (sl_anchor_align_words (query, words, get_window (query, place, within), fit))
    mend_borders (query, words, place, fit);
  else
    fit_letters (query, words, place, fit);

  /* Words that all have their slip are not the same words any more, but few letters differ. */
  if (!sl_anchor_is_alike (fit, words) && 100 * match.edits <= PERCENT_ALONE * (gsize) g_utf8_strlen (words, -1))
    fit_letters (query, words, place, fit);
  return sl_span_length (fit->place) > 0;
}

/* Whether enough speaks for it that these are the words, and not others alike. */
static gboolean
is_convincing (const SlAnchorQuery *query,
               const SlAnchorFit   *fit)
{
  gsize length_cp = (gsize) g_utf8_strlen (query->exact, -1);
  SlContextState context = sl_anchor_judge_context (query, fit->place);
  gint64 off = query->hint >= 0 ? ABS ((gint64) fit->place.start - query->hint) : G_MAXINT64;

  if (length_cp < SL_ANCHOR_SHORT_CP)
    return 100 * fit->edits <= PERCENT_SHORT * length_cp && (context == SL_CONTEXT_AGREES || (context == SL_CONTEXT_NONE && off <= SHORT_NEAR_BYTES));
  if (sl_anchor_leaves_out (query, fit->place))
    return FALSE;
  if (context == SL_CONTEXT_AGREES && fit->likeness >= MIN_LIKENESS_CONTEXT)
    return TRUE;
  if (context == SL_CONTEXT_DISAGREES && sl_anchor_stands_elsewhere (query))
    return 100 * fit->edits <= PERCENT_ELSEWHERE * length_cp;
  return sl_anchor_is_alike (fit, query->exact);
}

static SlAnchor *
make_altered (const SlAnchorQuery *query,
              const SlAnchorFit   *fit)
{
  g_autofree char *found = g_strndup (query->chars + fit->place.start, sl_span_length (fit->place));
  SlAnchor *self = sl_anchor_new (SL_VERDICT_ALTERED, NULL);

  self->edits = fit->edits;
  self->difference = sl_difference_new (query->exact, found, query->kinds);
  sl_anchor_set_place (self, query, fit->place);
  return self;
}

/* Where the first or last word was replaced, the context tells where the place begins or ends. */
static void
take_borders (const SlAnchorQuery *query,
              SlSpan               borders,
              SlAnchorFit         *fit)
{
  SlSpan place = { fit->first <= SL_ANCHOR_WORD_SAME ? fit->place.start : borders.start, fit->last <= SL_ANCHOR_WORD_SAME ? fit->place.end : borders.end };

  if (place.start < place.end)
    fit->place = trim_marks (query, query->exact, place);
  fit->edits = count_edits (query, query->exact, fit->place);
}

/* (transfer full) (nullable): what stands between the context on either side, when it is alike. */
static SlAnchor *
locate_between (const SlAnchorQuery *query,
                SlSpan               between)
{
  SlAnchorFit fit;

  if (!sl_anchor_align_words (query, query->exact, between, &fit) || fit.likeness < MIN_LIKENESS_CONTEXT || sl_anchor_leaves_out (query, fit.place))
    return NULL;
  take_borders (query, between, &fit);
  return make_altered (query, &fit);
}

/* (transfer full): close words are never the words, so whatever is found here is altered. */
SlAnchor *
sl_anchor_locate_loosely (const SlAnchorQuery *query)
{
  gsize length_cp = (gsize) g_utf8_strlen (query->exact, -1);
  SlSpan between = { 0, 0 };
  SlAnchorFit fit;
  SlAnchor *self;

  if (sl_anchor_look_between (query, &between))
    {
      if (sl_span_length (between) == 0)
        return sl_anchor_new (SL_VERDICT_ABSENT, _ ("What stood before the words and what stood behind them stand there, without the words."));
      self = locate_between (query, between);
      if (self != NULL)
        return self;
    }
  if (length_cp > SL_ANCHOR_FUZZY_MAX_QUOTE_CP || query->length * (length_cp / 64 + 1) > MAX_FUZZY_WORK)
    return sl_anchor_new (SL_VERDICT_ABSENT, _ ("The words do not occur exactly; the text is too long to look for similar ones."));
  if (!sl_anchor_find_loosely (query, query->exact, (SlSpan) { 0, query->length }, &fit))
    return sl_anchor_new (SL_VERDICT_ABSENT, NULL);
  if (!is_convincing (query, &fit))
    return sl_anchor_new (SL_VERDICT_ABSENT, NULL);
  take_borders (query, snap_to_context (query, fit.place), &fit);
  return make_altered (query, &fit);
}
