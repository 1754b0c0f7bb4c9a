/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "verify/sl-difference.h"

G_BEGIN_DECLS

typedef enum
{
  SL_ALIGNED_SAME,     /* the same words under the normalisation, in the same order of paragraphs */
  SL_ALIGNED_CHANGED,  /* alike, with a difference */
  SL_ALIGNED_ADDED,    /* only in the text after */
  SL_ALIGNED_REMOVED,  /* only in the text before */
  SL_ALIGNED_MOVED,    /* in both, but in another order; with a difference when it changed, too */
} SlAlignedState;

/**
 * SlAlignedPair:
 * @before_start_cp: first code point of the paragraph in the text before; 0 when it was added
 * @before_end_cp: one past its last one; 0 when it was added
 * @after_start_cp: first code point of the paragraph in the text after; 0 when it was removed
 * @after_end_cp: one past its last one; 0 when it was removed
 * @difference: (owned) (nullable): when changed, or moved and changed; its positions count from the
 *   start of each paragraph
 *
 * A paragraph of one text and what stands for it in the other.
 */
typedef struct
{
  SlAlignedState state;
  gsize          before_start_cp;
  gsize          before_end_cp;
  gsize          after_start_cp;
  gsize          after_end_cp;
  SlDifference  *difference;
} SlAlignedPair;

GPtrArray  *sl_alignment_compare         (const char         *before,
                                          const char         *after,
                                          const SlWordKinds  *kinds,
                                          GCancellable       *cancellable,
                                          GError            **error);
void        sl_aligned_pair_free         (SlAlignedPair      *self);
const char *sl_aligned_state_to_string   (SlAlignedState      state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAlignedPair, sl_aligned_pair_free)

G_END_DECLS
