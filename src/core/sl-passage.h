/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlPassage:
 * @exact: (owned): the words, as they stand in the document
 * @prefix: (owned): up to 32 code points before them
 * @suffix: (owned): up to 32 code points after them
 * @start_cp: first code point in the document's text
 * @end_cp: one past the last code point
 *
 * Exact words in one document: a W3C TextQuoteSelector and a TextPositionSelector in one.
 */
typedef struct
{
  SlId id;
  SlId document_id;
  char *exact;
  char *prefix;
  char *suffix;
  gsize start_cp;
  gsize end_cp;
} SlPassage;

SlPassage *sl_passage_new (const char *text,
                           gsize start_cp,
                           gsize end_cp);
SlPassage *sl_passage_copy (const SlPassage *self);
void sl_passage_free (SlPassage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPassage, sl_passage_free)

G_END_DECLS
