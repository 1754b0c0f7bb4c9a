/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "workbench/sl-comparison.h"

G_BEGIN_DECLS

/*
 * A part of two texts beside each other: a paragraph with what stands for it, or a run of paragraphs that are the
 * same and folded away. Signal "changed" () when it was folded or unfolded.
 */
#define SL_TYPE_COMPARE_PART (sl_compare_part_get_type ())
G_DECLARE_FINAL_TYPE (SlComparePart, sl_compare_part, SL, COMPARE_PART, GObject)

/* More of one paragraph than this is not shown; no article has such paragraphs. */
#define SL_COMPARE_PART_MAX_CP 20000

GListStore          *sl_compare_part_list          (SlComparison  *comparison);
gboolean             sl_compare_part_is_fold       (SlComparePart *self);
gboolean             sl_compare_part_is_open       (SlComparePart *self);
gboolean             sl_compare_part_is_change     (SlComparePart *self);
guint                sl_compare_part_get_n_pairs   (SlComparePart *self);
void                 sl_compare_part_toggle        (SlComparePart *self,
                                                    GListStore    *list,
                                                    guint          position);
const SlAlignedPair *sl_compare_part_get_pair      (SlComparePart *self);
char                *sl_compare_part_dup_text      (SlComparePart *self,
                                                    gboolean       after);
gboolean             sl_compare_part_is_cut        (SlComparePart *self);
GPtrArray           *sl_compare_part_list_passages (SlComparePart *self);

G_END_DECLS
