/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlMyers:
 *
 * The distances of a pattern to the parts of a text, 64 cells of the table at once: G. Myers, A fast
 * bit-vector algorithm for approximate string matching based on dynamic programming, JACM 46, 1999,
 * with blocks for patterns of any length as H. Hyyrö gives them (A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances, Nordic Journal of Computing 10, 2003). One column is
 * kept as the differences between neighbouring cells. Of a long pattern only the blocks
 * are worked out that can still come below the limit (E. Ukkonen's cut-off).
 */
typedef struct _SlMyers SlMyers;

/**
 * SlMyersEnds:
 * @least: the least number of edits so far; before, the limit
 * @found: whether there is any match
 * @ends: (owned) (element-type gsize): bytes of the text where matches with so many edits end
 * @max_ends: more are not kept
 */
typedef struct
{
  guint    least;
  gboolean found;
  GArray  *ends;
  guint    max_ends;
} SlMyersEnds;

SlMyers *sl_myers_new        (const gunichar *pattern,
                              gsize           length,
                              gboolean        reversed);
void     sl_myers_free       (SlMyers        *self);
void     sl_myers_find_ends  (SlMyers        *self,
                              const char     *text,
                              gsize           start,
                              gsize           end,
                              SlMyersEnds    *ends);
gsize    sl_myers_find_start (SlMyers        *self,
                              const char     *text,
                              gsize           end,
                              guint           edits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMyers, sl_myers_free)

G_END_DECLS
