/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words before and after a quotation tell about its place. */

#include "config.h"

#include "verify/sl-anchor-private.h"
#include "verify/sl-occurrence.h"

#include <string.h>

/* Context shorter than this tells nothing about where words were, and of a longer one so much is looked for. */
#define MIN_CONTEXT_BYTES 12
#define MAX_CONTEXT_BYTES 20

/* Less of it than this, be it the full stop before a sentence, agrees anywhere. */
#define MIN_JUDGED_BYTES 6

/* So many places of what stood before are followed. */
#define MAX_PLACES 256

/* What stands between may be so many times as long as the quotation, and some bytes; shorter than the share, it is gone. */
#define MAX_TIMES_LONGER 3
#define MAX_BYTES_LONGER 64
#define MIN_SHARE 5

/* Whether the context that was kept stands, or nearly stands, before or after a place. */
SlContextState
sl_anchor_judge_context (const SlAnchorQuery *query,
                         SlSpan               place)
{
  gsize prefix = strlen (query->prefix);
  gsize suffix = strlen (query->suffix);

  if (prefix < MIN_JUDGED_BYTES && suffix < MIN_JUDGED_BYTES)
    return SL_CONTEXT_NONE;
  if (prefix >= MIN_JUDGED_BYTES && 2 * sl_occurrence_likeness (query->chars, query->length, place, query->prefix, "") > prefix)
    return SL_CONTEXT_AGREES;
  if (suffix >= MIN_JUDGED_BYTES && 2 * sl_occurrence_likeness (query->chars, query->length, place, "", query->suffix) > suffix)
    return SL_CONTEXT_AGREES;
  return SL_CONTEXT_DISAGREES;
}

static gboolean
stands_somewhere (const SlAnchorQuery *query,
                  const char          *context)
{
  gsize length = strlen (context);

  return length >= MIN_CONTEXT_BYTES && memmem (query->chars, query->length, context, length) != NULL;
}

/* Of either context, wherever that is: whether it is there at all. */
gboolean
sl_anchor_stands_elsewhere (const SlAnchorQuery *query)
{
  return stands_somewhere (query, query->prefix) || stands_somewhere (query, query->suffix);
}

/* Whether the words are gone from between two places of the context. */
static gboolean
is_closed (gsize gap,
           gsize length)
{
  return MIN_SHARE * gap < length;
}

static const char *
get_prefix_end (const char *prefix)
{
  gsize length = strlen (prefix);
  const char *p = prefix + (length > MAX_CONTEXT_BYTES ? length - MAX_CONTEXT_BYTES : 0);

  while (((guchar) *p & 0xC0) == 0x80)
    p++;
  return p;
}

static gsize
get_suffix_length (const char *suffix)
{
  gsize length = MIN (strlen (suffix), MAX_CONTEXT_BYTES);

  while (((guchar) suffix[length] & 0xC0) == 0x80)
    length--;
  return length;
}

/* From where the words before end to where the words behind begin, without blanks; whether that is near enough. */
static gboolean
find_suffix (const SlAnchorQuery *query,
             gsize                n_suffix,
             gsize                start,
             SlSpan              *between)
{
  gsize longest = MAX_TIMES_LONGER * strlen (query->exact) + MAX_BYTES_LONGER + n_suffix;
  const char *from = query->chars + start;
  const char *found = memmem (from, MIN (query->length - start, longest), query->suffix, n_suffix);

  if (found == NULL)
    return FALSE;
  *between = (SlSpan) { start, (gsize) (found - query->chars) };
  while (between->start < between->end && query->chars[between->start] == ' ')
    between->start++;
  while (between->start < between->end && query->chars[between->end - 1] == ' ')
    between->end--;
  return TRUE;
}

/*
 * Looks for the context on both sides. Returns whether it stands there with no more between than the
 * quotation can have become, and sets @between to that of several places whose length is
 * nearest to the quotation's; to an empty one where the words are gone.
 */
gboolean
sl_anchor_look_between (const SlAnchorQuery *query,
                        SlSpan              *between)
{
  gsize length = strlen (query->exact);
  const char *prefix = get_prefix_end (query->prefix);
  gsize n_prefix = strlen (prefix);
  gsize n_suffix = get_suffix_length (query->suffix);
  const char *at = query->chars;
  gsize best_off = G_MAXSIZE;

  if (n_prefix < MIN_CONTEXT_BYTES || n_suffix < MIN_CONTEXT_BYTES)
    return FALSE;
  for (guint i = 0; i < MAX_PLACES && (at = memmem (at, query->length - (gsize) (at - query->chars), prefix, n_prefix)) != NULL; i++, at++)
    {
      SlSpan gap;
      gsize off;

      if (!find_suffix (query, n_suffix, (gsize) (at - query->chars) + n_prefix, &gap))
        continue;
      off = sl_span_length (gap) > length ? sl_span_length (gap) - length : length - sl_span_length (gap);
      if (off >= best_off)
        continue;
      best_off = off;
      *between = gap;
    }
  if (best_off != G_MAXSIZE && is_closed (sl_span_length (*between), length))
    between->end = between->start;
  return best_off != G_MAXSIZE;
}
