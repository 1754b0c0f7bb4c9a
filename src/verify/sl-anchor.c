/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-anchor.h"

#include "verify/sl-difference.h"
#include "verify/sl-fuzzy.h"
#include "verify/sl-occurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Something with more edits than this part of the quotation is not the same statement any more. */
#define MAX_EDITS_PART 4

/* Between the parts of a quotation that leaves words out. */
#define MAX_LEFT_OUT_BYTES 4000
#define MAX_SEGMENTS 16

/* A loose search does at most this much: code points of the text times blocks of 64 of the quotation. */
#define MAX_FUZZY_WORK (64 * 1024 * 1024)

#define MAX_CANDIDATES 32
#define MAX_WORD_REST 24

/* A selector under the same normalisation as the text. */
typedef struct
{
  const SlNormal *text;
  const char     *chars;         /* (unowned) of @text */
  gsize           length_bytes;
  char           *exact;         /* (owned) */
  char           *prefix;        /* (owned) */
  char           *suffix;        /* (owned) */
  gint64          hint;          /* bytes of @chars, or -1 */
} Query;

static void
query_init (Query                  *query,
            const SlNormal         *text,
            const SlAnchorSelector *selector)
{
  query->text = text;
  query->chars = sl_normal_get_text (text, &query->length_bytes);
  query->exact = sl_normal_dup (selector->exact, -1);
  query->prefix = selector->prefix != NULL ? sl_normal_dup (selector->prefix, -1) : g_strdup ("");
  query->suffix = selector->suffix != NULL ? sl_normal_dup (selector->suffix, -1) : g_strdup ("");
  query->hint = -1;
  if (selector->start_cp >= 0)
    query->hint = g_utf8_offset_to_pointer (query->chars, (long) sl_normal_from_original (text, (gsize) selector->start_cp)) - query->chars;
}

static void
query_clear (Query *query)
{
  g_free (query->exact);
  g_free (query->prefix);
  g_free (query->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static SlAnchor *
anchor_new (SlVerdict   verdict,
            const char *detail)
{
  SlAnchor *self = g_new0 (SlAnchor, 1);

  self->verdict = verdict;
  self->detail = g_strdup (detail);
  return self;
}

/* @start and @end are bytes of the normalised text. */
static void
set_place (SlAnchor    *self,
           const Query *query,
           gsize        start,
           gsize        end)
{
  gsize start_cp = (gsize) g_utf8_pointer_to_offset (query->chars, query->chars + start);
  gsize end_cp = start_cp + (gsize) g_utf8_pointer_to_offset (query->chars + start, query->chars + end);

  sl_normal_to_original (query->text, start_cp, end_cp, &self->start_cp, &self->end_cp);
}

static SlAnchor *
locate_exact (const Query *query)
{
  SlOccurrences found = sl_occurrence_find (query->chars, query->length_bytes, query->exact, query->prefix, query->suffix, query->hint);
  SlAnchor *self;

  if (found.count == 0)
    return NULL;

  if (found.count > 1 && !found.unique && !found.at_hint && g_utf8_strlen (query->exact, -1) < SL_ANCHOR_SHORT_CP)
    {
      self = anchor_new (SL_VERDICT_ABSENT, NULL);
      self->occurrences = found.count;
      self->detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "The words are too short to tell which of %u place is meant.",
                                                   "The words are too short to tell which of %u places is meant.", found.count),
                                      found.count);
      return self;
    }

  self = anchor_new (SL_VERDICT_VERBATIM, NULL);
  self->occurrences = found.count;
  set_place (self, query, found.start, found.start + strlen (query->exact));
  return self;
}

/* Splits at "…" and "...", with or without brackets; %NULL when there is nothing to split. */
static char **
split_at_ellipsis (const char *quote)
{
  g_autoptr (GRegex) ellipsis = g_regex_new ("\\s*[\\[(]?\\s*(?:\\.\\.\\.+|\\.\\s\\.\\s\\.|…)\\s*[\\])]?\\s*", G_REGEX_OPTIMIZE, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (ellipsis, quote, 0);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        {
          g_strv_builder_add (kept, parts[i]);
          n++;
        }
    }
  return n > 0 && n <= MAX_SEGMENTS && parts[1] != NULL ? g_strv_builder_end (kept) : NULL;
}

/* From the place of the first part: each further part, exactly, in order and not too far off. Returns the end, or 0. */
static gsize
follow_segments (const Query        *query,
                 const char  *const *segments,
                 gsize               from)
{
  gsize at = from;

  for (guint i = 0; segments[i] != NULL; i++)
    {
      gsize window = MIN (query->length_bytes - at, i == 0 ? strlen (segments[i]) : MAX_LEFT_OUT_BYTES + strlen (segments[i]));
      SlOccurrences found = sl_occurrence_find (query->chars + at, window, segments[i], "", "", 0);

      if (found.count == 0)
        return 0;
      at += found.start + strlen (segments[i]);
    }
  return at;
}

static gboolean
are_long_enough (char **segments)
{
  long total = 0;

  for (guint i = 0; segments[i] != NULL; i++)
    total += g_utf8_strlen (segments[i], -1);
  return total >= SL_ANCHOR_SHORT_CP;
}

static SlAnchor *
locate_segments (const Query *query)
{
  g_auto (GStrv) segments = split_at_ellipsis (query->exact);
  gsize n;
  const char *at = query->chars;

  if (segments == NULL || !are_long_enough (segments))
    return NULL;

  n = strlen (segments[0]);
  while ((at = g_strstr_len (at, (gssize) (query->length_bytes - (gsize) (at - query->chars)), segments[0])) != NULL)
    {
      gsize start = (gsize) (at - query->chars);
      gsize end = follow_segments (query, (const char *const *) segments, start);

      if (end > 0)
        {
          SlAnchor *self = anchor_new (SL_VERDICT_VERBATIM, _ ("Each part stands there exactly; words are left out where the quotation marks it."));

          self->occurrences = 1;
          set_place (self, query, start, MAX (end, start + n));
          return self;
        }
      at++;
    }
  return NULL;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether a border at @at would cut a word or a figure ("14|,500"). */
static gboolean
cuts_word (const gunichar *text,
           gsize           length,
           gsize           at)
{
  if (at == 0 || at >= length)
    return FALSE;
  if (is_word_char (text[at - 1]) && is_word_char (text[at]))
    return TRUE;
  if ((text[at] == ',' || text[at] == '.') && at + 1 < length && g_unichar_isdigit (text[at - 1]) && g_unichar_isdigit (text[at + 1]))
    return TRUE;
  return (text[at - 1] == ',' || text[at - 1] == '.') && at > 1 && g_unichar_isdigit (text[at - 2]) && g_unichar_isdigit (text[at]);
}

/* A match that ends within a word is extended to its border, so that the difference shows whole words and figures. */
static void
extend_to_words (SlFuzzyMatch   *match,
                 const gunichar *text,
                 gsize           length)
{
  gsize start = match->start;
  gsize end = match->end;

  while (match->start - start < MAX_WORD_REST && cuts_word (text, length, start))
    start--;
  while (end - match->end < MAX_WORD_REST && cuts_word (text, length, end))
    end++;

  /* Scripts without spaces have no border so near. */
  if (match->start - start == MAX_WORD_REST)
    start = match->start;
  if (end - match->end == MAX_WORD_REST)
    end = match->end;
  match->edits += (guint) (match->start - start + end - match->end);
  match->start = start;
  match->end = end;
}

static gsize
to_byte (const Query *query,
         gsize        cp)
{
  return (gsize) (g_utf8_offset_to_pointer (query->chars, (long) cp) - query->chars);
}

/* Of several places alike the one with the best context, then the one nearest to the hint. */
static SlFuzzyMatch
choose_match (const Query *query,
              GArray      *matches)
{
  SlFuzzyMatch best = g_array_index (matches, SlFuzzyMatch, 0);
  gsize best_context = 0;
  gint64 best_off = G_MAXINT64;

  for (guint i = 0; i < matches->len; i++)
    {
      SlFuzzyMatch match = g_array_index (matches, SlFuzzyMatch, i);
      gsize start = to_byte (query, match.start);
      gsize context = sl_occurrence_context (query->chars, query->length_bytes, start, to_byte (query, match.end), query->prefix, query->suffix);
      gint64 off = query->hint >= 0 ? ABS ((gint64) start - query->hint) : (gint64) i;

      if (context > best_context || (context == best_context && off < best_off))
        {
          best = match;
          best_context = context;
          best_off = off;
        }
    }
  return best;
}

static SlAnchor *
make_altered (const Query        *query,
              const SlFuzzyMatch *match)
{
  gsize start = to_byte (query, match->start);
  gsize end = to_byte (query, match->end);
  g_autofree char *found = g_strndup (query->chars + start, end - start);
  SlAnchor *self = anchor_new (SL_VERDICT_ALTERED, NULL);

  self->edits = match->edits;
  self->difference = sl_difference_format (query->exact, found);
  set_place (self, query, start, end);
  return self;
}

/* Close words are never the words: whatever is found here is altered. */
static SlAnchor *
locate_loosely (const Query *query)
{
  gsize length = sl_normal_get_length_cp (query->text);
  long pattern_length;
  g_autofree gunichar *pattern = g_utf8_to_ucs4_fast (query->exact, -1, &pattern_length);

  if (pattern_length < SL_ANCHOR_SHORT_CP)
    return anchor_new (SL_VERDICT_ABSENT, NULL);
  if (pattern_length > SL_ANCHOR_FUZZY_MAX_QUOTE_CP || length > SL_ANCHOR_FUZZY_MAX_TEXT_CP || length * ((gsize) pattern_length / 64 + 1) > MAX_FUZZY_WORK)
    return anchor_new (SL_VERDICT_ABSENT, _ ("The words do not occur exactly; the text is too long to look for similar ones."));

  g_autofree gunichar *text = g_utf8_to_ucs4_fast (query->chars, (long) query->length_bytes, NULL);
  g_autoptr (GArray) matches = sl_fuzzy_find (text, length, pattern, (gsize) pattern_length, (guint) pattern_length / MAX_EDITS_PART, MAX_CANDIDATES);
  if (matches->len == 0)
    return anchor_new (SL_VERDICT_ABSENT, NULL);

  SlFuzzyMatch match = choose_match (query, matches);
  extend_to_words (&match, text, length);
  return make_altered (query, &match);
}

/**
 * sl_anchor_locate:
 * @text: the text to look in
 * @selector: what to look for
 *
 * Finds quoted words in a text.
 *
 * Only words that are the same under the normalisation of #SlNormal are verbatim. Where they occur
 * several times, context and position choose. A quotation that marks words left out is verbatim if
 * each of its parts is, in order. Otherwise a loose search looks for what the words may have become:
 * that is altered, whatever its likeness, with the difference.
 *
 * Returns: (transfer full): the place and the verdict
 */
SlAnchor *
sl_anchor_locate (const SlNormal         *text,
                  const SlAnchorSelector *selector)
{
  g_auto (Query) query = { 0 };
  SlAnchor *self;

  g_return_val_if_fail (text != NULL && selector->exact != NULL, NULL);

  query_init (&query, text, selector);
  if (*query.exact == '\0')
    return anchor_new (SL_VERDICT_ABSENT, _ ("There are no words to look for."));

  self = locate_exact (&query);
  if (self == NULL)
    self = locate_segments (&query);
  return self != NULL ? self : locate_loosely (&query);
}

/**
 * sl_anchor_locate_passage:
 * @text: the text to look in: of the passage's own document, or of a later capture
 *
 * Finds a passage in a text, with its context and position.
 *
 * Returns: (transfer full): the place and the verdict
 */
SlAnchor *
sl_anchor_locate_passage (const SlNormal  *text,
                          const SlPassage *passage)
{
  SlAnchorSelector selector = { passage->exact, passage->prefix, passage->suffix, (gint64) passage->start_cp };

  return sl_anchor_locate (text, &selector);
}

void
sl_anchor_free (SlAnchor *self)
{
  if (self == NULL)
    return;
  g_free (self->difference);
  g_free (self->detail);
  g_free (self);
}
