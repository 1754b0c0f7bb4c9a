/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-document.h"

/**
 * sl_document_new:
 *
 * Makes a document without a key, all fields empty.
 *
 * Returns: (transfer full): the document
 */
SlDocument *
sl_document_new (void)
{
  return g_new0 (SlDocument, 1);
}

/**
 * sl_document_free:
 * @self: (nullable) (transfer full): a document
 *
 * Frees a document and what it owns.
 */
void
sl_document_free (SlDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->extractor);
  g_free (self->text_digest);
  g_free (self->map_digest);
  g_free (self->quality);
  g_free (self->facts_digest);
  g_free (self);
}
