/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-source.h"

/**
 * sl_source_new:
 *
 * Makes a source without a key, all fields empty.
 *
 * Returns: (transfer full): the source
 */
SlSource *
sl_source_new (void)
{
  return g_new0 (SlSource, 1);
}

/**
 * sl_source_free:
 * @self: (nullable) (transfer full): a source
 *
 * Frees a source and what it owns.
 */
void
sl_source_free (SlSource *self)
{
  if (self == NULL)
    return;

  g_free (self->outlet);
  g_free (self->url);
  g_free (self->title);
  g_free (self->byline);
  g_strfreev (self->authors);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_free (self);
}
