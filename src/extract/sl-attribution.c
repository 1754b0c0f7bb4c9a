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
  g_free (self->speaker);
  g_free (self);
}

/**
 * sl_attribution_words:
 * @self: an attribution
 *
 * The words which establish it: from source to cue, both included.
 *
 * Returns: bytes
 */
SlSpan
sl_attribution_words (const SlAttribution *self)
{
  SlSpan words = g_array_index (self->cue, SlSpan, 0);

  for (guint i = 0; i < self->source->len; i++)
    {
      SlSpan source = g_array_index (self->source, SlSpan, i);

      words.start = MIN (words.start, source.start);
      words.end = MAX (words.end, source.end);
    }
  return words;
}
