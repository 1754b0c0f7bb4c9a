/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-anchor.h"

#include "verify/sl-anchor-private.h"
#include "verify/sl-occurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
query_init (SlAnchorQuery          *query,
            const SlNormal         *text,
            const SlAnchorSelector *selector,
            const SlWordKinds      *kinds)
{
  query->text = text;
  query->kinds = kinds;
  query->chars = sl_normal_get_text (text, &query->length);
  query->exact = sl_normal_dup (selector->exact, -1);
  query->prefix = selector->prefix != NULL ? sl_normal_dup (selector->prefix, -1) : g_strdup ("");
  query->suffix = selector->suffix != NULL ? sl_normal_dup (selector->suffix, -1) : g_strdup ("");
  query->hint = -1;
  if (selector->start_cp >= 0)
    query->hint = g_utf8_offset_to_pointer (query->chars, (long) sl_normal_from_original (text, (gsize) selector->start_cp)) - query->chars;
}

static void
query_clear (SlAnchorQuery *query)
{
  g_free (query->exact);
  g_free (query->prefix);
  g_free (query->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlAnchorQuery, query_clear)

/* (transfer full): an anchor without a place. */
SlAnchor *
sl_anchor_new (SlVerdict   verdict,
               const char *detail)
{
  SlAnchor *self = g_new0 (SlAnchor, 1);

  self->verdict = verdict;
  self->detail = g_strdup (detail);
  return self;
}

/* @place: bytes of the normalised text. */
void
sl_anchor_set_place (SlAnchor            *self,
                     const SlAnchorQuery *query,
                     SlSpan               place)
{
  gsize start_cp = (gsize) g_utf8_pointer_to_offset (query->chars, query->chars + place.start);
  gsize end_cp = start_cp + (gsize) g_utf8_pointer_to_offset (query->chars + place.start, query->chars + place.end);

  sl_normal_to_original (query->text, start_cp, end_cp, &self->start_cp, &self->end_cp);
}

/* Words are called moved only when what stood around them was seen where they are not. */
static gboolean
is_moved (const SlAnchorQuery *query,
          SlSpan               place)
{
  if (!sl_anchor_stands_elsewhere (query))
    return FALSE;
  return sl_anchor_judge_context (query, place) == SL_CONTEXT_DISAGREES;
}

static SlAnchor *
refuse_short (guint n_places)
{
  SlAnchor *self = sl_anchor_new (SL_VERDICT_ABSENT, NULL);

  self->occurrences = n_places;
  self->detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "The words are too short to tell which of %u place is meant.",
                                               "The words are too short to tell which of %u places is meant.", n_places),
                                  n_places);
  return self;
}

static SlAnchor *
locate_exact (const SlAnchorQuery *query)
{
  SlOccurrences found = sl_occurrence_find (query->chars, query->length, query->exact, query->prefix, query->suffix, query->hint);
  SlSpan place = { found.start, found.start + strlen (query->exact) };
  SlAnchor *self;

  if (found.count == 0)
    return NULL;
  if (found.count > 1 && !found.unique && !found.at_hint && g_utf8_strlen (query->exact, -1) < SL_ANCHOR_SHORT_CP)
    return refuse_short (found.count);

  if (is_moved (query, place))
    self = sl_anchor_new (SL_VERDICT_MOVED, _ ("The words stand there exactly, but away from what stood around them."));
  else
    self = sl_anchor_new (SL_VERDICT_VERBATIM, NULL);
  self->occurrences = found.count;
  sl_anchor_set_place (self, query, place);
  return self;
}

/**
 * sl_anchor_locate:
 * @text: the text to look in
 * @selector: what to look for
 * @kinds: (nullable): the words of the language, to tell what kind of change each is
 *
 * Finds quoted words in a text.
 *
 * Only words that are the same under the normalisation of #SlNormal are verbatim, or moved: then
 * what stood around them was found elsewhere. Where they occur several times, context and
 * position choose. A quotation that marks words left out is looked for piece by piece, in order.
 * Otherwise a loose search looks for what the words may have become: that is altered, whatever its
 * likeness, with the difference. What is less alike, or short, needs the context that was
 * kept beside it; without it the words are absent rather than in a wrong place.
 *
 * Returns: (transfer full): the place and the verdict
 */
SlAnchor *
sl_anchor_locate (const SlNormal         *text,
                  const SlAnchorSelector *selector,
                  const SlWordKinds      *kinds)
{
  g_auto (SlAnchorQuery) query = { 0 };
  SlAnchor *self;

  g_return_val_if_fail (text != NULL && selector->exact != NULL, NULL);

  query_init (&query, text, selector, kinds);
  if (*query.exact == '\0')
    return sl_anchor_new (SL_VERDICT_ABSENT, _ ("There are no words to look for."));

  self = locate_exact (&query);
  if (self == NULL)
    self = sl_anchor_locate_pieces (&query);
  return self != NULL ? self : sl_anchor_locate_loosely (&query);
}

/**
 * sl_anchor_locate_passage:
 * @text: the text to look in: of the passage's own document, or of a later capture
 * @kinds: (nullable): the words of the language, to tell what kind of change each is
 *
 * Finds a passage in a text, with its context and position.
 *
 * Returns: (transfer full): the place and the verdict
 */
SlAnchor *
sl_anchor_locate_passage (const SlNormal    *text,
                          const SlPassage   *passage,
                          const SlWordKinds *kinds)
{
  SlAnchorSelector selector = { passage->exact, passage->prefix, passage->suffix, (gint64) passage->start_cp };

  return sl_anchor_locate (text, &selector, kinds);
}

void
sl_anchor_free (SlAnchor *self)
{
  if (self == NULL)
    return;
  sl_difference_free (self->difference);
  g_free (self->detail);
  g_free (self);
}
