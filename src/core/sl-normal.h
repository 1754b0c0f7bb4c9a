/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Goes up whenever the rules below change; kept with each verdict that was reached under them. */
#define SL_NORMAL_VERSION 1

/**
 * SlNormal:
 *
 * A text under the one normalisation in which words are compared, with the way back.
 *
 * These are the rules, version 1, in the order in which they apply. Two texts are the same words
 * if, and only if, they are equal code point by code point afterwards.
 *
 * 1. Removed: the soft hyphen U+00AD; the invisible characters U+180E, U+200B to U+200F, U+202A to
 *    U+202E, U+2060 to U+2064, U+2066 to U+206F and U+FEFF.
 * 2. Quotation marks: U+00AB, U+00BB, U+201C to U+201F, U+2033, U+301D to U+301F and U+FF02 become U+0022.
 *    U+02BC, U+2018 to U+201B, U+2032, U+2039, U+203A and U+FF07 become U+0027.
 * 3. Dashes: U+2010 to U+2015, U+2212, U+FE58, U+FE63 and U+FF0D become U+002D.
 * 4. Ligatures: U+FB00 to U+FB06 and U+FB13 to U+FB17 become the letters they are made of.
 * 5. The result is brought into Unicode normalisation form C.
 * 6. White space (the Unicode property, with U+0009 to U+000D and U+0085): each run becomes one
 *    U+0020; none remains at the begin and the end.
 *
 * Nothing else is touched: not case, not digits, not punctuation, not the ellipsis, not accents.
 */
typedef struct _SlNormal SlNormal;

SlNormal   *sl_normal_new           (const char     *text,
                                     gssize          length_bytes);
void        sl_normal_free          (SlNormal       *self);
const char *sl_normal_get_text      (const SlNormal *self,
                                     gsize          *length_bytes);
gsize       sl_normal_get_length_cp (const SlNormal *self);
void        sl_normal_to_original   (const SlNormal *self,
                                     gsize           start_cp,
                                     gsize           end_cp,
                                     gsize          *original_start_cp,
                                     gsize          *original_end_cp);
gsize       sl_normal_from_original (const SlNormal *self,
                                     gsize           original_cp);
char       *sl_normal_dup           (const char     *text,
                                     gssize          length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlNormal, sl_normal_free)

G_END_DECLS
