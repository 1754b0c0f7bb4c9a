/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotations that mark words left out: "the bridge … was closed". */

#include "config.h"

#include "verify/sl-anchor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between the pieces. */
#define MAX_LEFT_OUT_BYTES 4000
#define MAX_PIECES 16

/* So many places of the first piece are followed. */
#define MAX_STARTS 256

/* Where the pieces stand from one place of the first one on. */
typedef struct
{
  SlSpan places[MAX_PIECES];
  guint  edits;
} Chain;

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
      if (*parts[i] == '\0')
        continue;
      g_strv_builder_add (kept, parts[i]);
      n++;
    }
  return n > 0 && n <= MAX_PIECES && parts[1] != NULL ? g_strv_builder_end (kept) : NULL;
}

static gboolean
are_long_enough (char **pieces)
{
  long total = 0;

  for (guint i = 0; pieces[i] != NULL; i++)
    total += g_utf8_strlen (pieces[i], -1);
  return total >= SL_ANCHOR_SHORT_CP;
}

static gboolean
is_word_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* Whether a border would part two letters: a piece is never found within a word. */
static gboolean
cuts_word (const SlAnchorQuery *query,
           gsize                at)
{
  if (at == 0 || at >= query->length)
    return FALSE;
  return is_word_at (query->chars + at) && is_word_at (g_utf8_find_prev_char (query->chars, query->chars + at));
}

static gboolean
find_exactly (const SlAnchorQuery *query,
              const char          *piece,
              SlSpan               within,
              SlSpan              *place)
{
  gsize length = strlen (piece);
  const char *at = query->chars + within.start;
  const char *end = query->chars + within.end;

  while ((at = memmem (at, (gsize) (end - at), piece, length)) != NULL)
    {
      *place = (SlSpan) { (gsize) (at - query->chars), (gsize) (at - query->chars) + length };
      if (!cuts_word (query, place->start) && !cuts_word (query, place->end))
        return TRUE;
      at++;
    }
  return FALSE;
}

static gboolean
find_piece (const SlAnchorQuery *query,
            const char          *piece,
            SlSpan               within,
            Chain               *chain,
            guint                index)
{
  SlAnchorFit fit;

  if (find_exactly (query, piece, within, &chain->places[index]))
    return TRUE;
  if (g_utf8_strlen (piece, -1) < SL_ANCHOR_SHORT_CP || !sl_anchor_find_loosely (query, piece, within, &fit) || !sl_anchor_is_alike (&fit, piece))
    return FALSE;
  chain->places[index] = fit.place;
  chain->edits += fit.edits;
  return TRUE;
}

static SlSpan
get_window (const SlAnchorQuery *query,
            gsize                start,
            const char          *piece)
{
  gsize end = MIN (query->length, start + MAX_LEFT_OUT_BYTES + strlen (piece));

  while (end < query->length && ((guchar) query->chars[end] & 0xC0) == 0x80)
    end++;
  return (SlSpan) { start, end };
}

/* From the place of the first piece: each further one, in order and not too far off. */
static gboolean
follow_pieces (const SlAnchorQuery  *query,
               char                **pieces,
               Chain                *chain)
{
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      if (!find_piece (query, pieces[i], get_window (query, chain->places[i - 1].end, pieces[i]), chain, i))
        return FALSE;
    }
  return TRUE;
}

static SlSpan
get_whole (const Chain *chain,
           guint        n_pieces)
{
  return (SlSpan) { chain->places[0].start, chain->places[n_pieces - 1].end };
}

/* Fewer edits first, then the context, then the one that leaves out least. */
static gboolean
is_better (const SlAnchorQuery *query,
           const Chain         *a,
           const Chain         *b,
           guint                n_pieces)
{
  SlSpan x = get_whole (a, n_pieces);
  SlSpan y = get_whole (b, n_pieces);
  gboolean x_agrees, y_agrees;

  if (a->edits != b->edits)
    return a->edits < b->edits;
  x_agrees = sl_anchor_judge_context (query, x) == SL_CONTEXT_AGREES;
  y_agrees = sl_anchor_judge_context (query, y) == SL_CONTEXT_AGREES;
  if (x_agrees != y_agrees)
    return x_agrees;
  return sl_span_length (x) < sl_span_length (y);
}

/* All places of the first piece, or where it stands with few edits. */
static gboolean
find_chain (const SlAnchorQuery  *query,
            char                **pieces,
            guint                 n_pieces,
            Chain                *best)
{
  SlSpan within = { 0, query->length };
  gboolean found = FALSE;
  Chain chain = { 0 };

  for (guint i = 0; i < MAX_STARTS && find_exactly (query, pieces[0], within, &chain.places[0]); i++)
    {
      within.start = chain.places[0].start + 1;
      chain.edits = 0;
      if (follow_pieces (query, pieces, &chain) && (!found || is_better (query, &chain, best, n_pieces)))
        {
          *best = chain;
          found = TRUE;
        }
    }
  if (found)
    return TRUE;
  *best = (Chain) { 0 };
  within.start = 0;
  return find_piece (query, pieces[0], within, best, 0) && follow_pieces (query, pieces, best);
}

/* What was found, with a mark where words are left out as the quotation has them. */
static char *
join_places (const SlAnchorQuery *query,
             const Chain         *chain,
             guint                n_pieces)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    {
      if (i > 0)
        g_string_append (out, " … ");
      g_string_append_len (out, query->chars + chain->places[i].start, (gssize) sl_span_length (chain->places[i]));
    }
  return g_string_free (out, FALSE);
}

static SlAnchor *
make_anchor (const SlAnchorQuery  *query,
             char                **pieces,
             const Chain          *chain,
             guint                 n_pieces)
{
  SlAnchor *self;

  if (chain->edits == 0)
    {
      self = sl_anchor_new (SL_VERDICT_VERBATIM, _ ("Each part stands there exactly; words are left out where the quotation marks it."));
    }
  else
    {
      g_autofree char *quoted = g_strjoinv (" … ", pieces);
      g_autofree char *found = join_places (query, chain, n_pieces);

      self = sl_anchor_new (SL_VERDICT_ALTERED, NULL);
      self->edits = chain->edits;
      self->difference = sl_difference_new (quoted, found, query->kinds);
    }
  self->occurrences = chain->edits == 0;
  sl_anchor_set_place (self, query, get_whole (chain, n_pieces));
  return self;
}

/* Whether a quotation marks words left out where the text at a place has no such mark itself. */
gboolean
sl_anchor_leaves_out (const SlAnchorQuery *query,
                      SlSpan               place)
{
  g_autofree char *found = g_strndup (query->chars + place.start, sl_span_length (place));
  g_auto (GStrv) quoted = split_at_ellipsis (query->exact);
  g_auto (GStrv) standing = split_at_ellipsis (found);

  return quoted != NULL && g_strv_length (quoted) > (standing != NULL ? g_strv_length (standing) : 1);
}

/* (transfer full) (nullable): the place of a quotation that marks words left out; %NULL when it marks none, or is not there. */
SlAnchor *
sl_anchor_locate_pieces (const SlAnchorQuery *query)
{
  g_auto (GStrv) pieces = split_at_ellipsis (query->exact);
  Chain chain = { 0 };
  guint n_pieces;

  if (pieces == NULL || !are_long_enough (pieces))
    return NULL;
  n_pieces = g_strv_length (pieces);
  return find_chain (query, pieces, n_pieces, &chain) ? make_anchor (query, pieces, &chain, n_pieces) : NULL;
}
