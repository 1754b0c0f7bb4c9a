/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text is marked in cells of so many bytes. */
#define SL_FILTER_CELL_BYTES 64

/**
 * SlFilter:
 *
 * Finds where in a text a pattern can stand with few edits, without comparing it everywhere.
 *
 * A pattern cut into k + 1 pieces keeps one of them whole under k edits (G. Navarro, A guided tour to
 * approximate string matching, ACM Computing Surveys 33, 2001, section 8). A piece of p bytes that
 * stands in the text covers p - 3 starts of four bytes side by side, so that it is enough to look at
 * every (p - 3)rd place of the text (q-samples: E. Sutinen, J. Tarhio, Filtration with q-samples in
 * approximate string matching, 1996) and to compare the whole piece only where the four bytes there
 * are some of a piece. Cut into k + 2 pieces, two of them stay whole, at nearly the distance they had: that
 * spares the places where the text only has a common word of the pattern. That needs no vector instructions: with 14 pieces of 7 bytes it is one
 * look into a small table for four bytes of text, with one piece of 100 one for 97.
 */
typedef struct _SlFilter SlFilter;

SlFilter *sl_filter_new        (const char      *pattern,
                                gsize            length_bytes,
                                guint            max_edits);
void      sl_filter_free       (SlFilter        *self);
guint64  *sl_filter_mark       (const SlFilter  *self,
                                const char      *text,
                                gsize            length_bytes);
gsize     sl_filter_find_exact (const SlFilter  *self,
                                const char      *text,
                                gsize            length_bytes,
                                gsize            from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFilter, sl_filter_free)

G_END_DECLS
