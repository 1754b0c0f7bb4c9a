/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-attribution.h"

/**
 * sl_attribution_free:
 *
 * Frees an attribution.
 */
void
sl_attribution_free (SlAttribution *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->source);
  g_array_unref (self->cue);
  g_array_unref (self->content);
  g_clear_pointer (&self->hedges, g_array_unref);
  g_free (self->speaker);
  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_free (self);
}

static SlSpan
cover (const GArray *spans,
       SlSpan        words)
{
  for (guint i = 0; i < spans->len; i++)
    {
      SlSpan span = g_array_index (spans, SlSpan, i);

      words.start = MIN (words.start, span.start);
      words.end = MAX (words.end, span.end);
    }
  return words;
}

/**
 * sl_attribution_words:
 * @self: an attribution with a source or a cue
 *
 * The words which establish it: from source to cue, both included.
 *
 * Returns: bytes
 */
SlSpan
sl_attribution_words (const SlAttribution *self)
{
  SlSpan words = g_array_index (self->cue->len > 0 ? self->cue : self->source, SlSpan, 0);

  return cover (self->source, cover (self->cue, words));
}

/**
 * sl_attribution_only_relays:
 * @self: an attribution
 *
 * Whether it only passes on what is said: it relays another one, or nobody is named who says it ("it was reported").
 */
gboolean
sl_attribution_only_relays (const SlAttribution *self)
{
  return self->statement && (self->relay_of >= 0 || self->source->len == 0);
}
