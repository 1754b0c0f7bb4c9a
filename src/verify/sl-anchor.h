/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-check.h"
#include "core/sl-normal.h"
#include "core/sl-passage.h"
#include "verify/sl-difference.h"

G_BEGIN_DECLS

/* A quotation shorter than this is located only where its context makes it unique, and loosely only beside its context or place. */
#define SL_ANCHOR_SHORT_CP 12

/* Longer quotations are not searched loosely. */
#define SL_ANCHOR_FUZZY_MAX_QUOTE_CP 4096

/**
 * SlAnchorSelector:
 * @exact: the words looked for, as they were quoted
 * @prefix: (nullable): what stood before them
 * @suffix: (nullable): what stood after them
 * @start_cp: where they stood, code points; -1 when unknown
 *
 * A W3C TextQuoteSelector with an optional TextPositionSelector.
 */
typedef struct
{
  const char *exact;
  const char *prefix;
  const char *suffix;
  gint64      start_cp;
} SlAnchorSelector;

/**
 * SlAnchor:
 * @verdict: #SL_VERDICT_VERBATIM, #SL_VERDICT_MOVED, #SL_VERDICT_ALTERED or #SL_VERDICT_ABSENT
 * @start_cp: first code point in the original text; 0 when absent
 * @end_cp: one past the last one; 0 when absent
 * @occurrences: how often the exact words occur
 * @edits: so many code points, at most, were inserted, deleted or replaced; 0 unless altered
 * @difference: (owned) (nullable): when altered, from the words as quoted to those found
 * @detail: (owned) (nullable): what is to be said about it, translated
 *
 * Where quoted words stand in a text, and whether they stand there as they were quoted.
 */
typedef struct
{
  SlVerdict  verdict;
  gsize      start_cp;
  gsize      end_cp;
  guint      occurrences;
  guint      edits;
  SlDifference *difference;
  char      *detail;
} SlAnchor;

SlAnchor *sl_anchor_locate         (const SlNormal         *text,
                                    const SlAnchorSelector *selector,
                                    const SlWordKinds      *kinds);
SlAnchor *sl_anchor_locate_passage (const SlNormal         *text,
                                    const SlPassage        *passage,
                                    const SlWordKinds      *kinds);
void      sl_anchor_free           (SlAnchor               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAnchor, sl_anchor_free)

G_END_DECLS
