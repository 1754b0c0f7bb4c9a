/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-word-kinds.h"

G_BEGIN_DECLS

/* What kind of change it is; a change can be of several kinds, and is always of one at least. */
typedef enum
{
  SL_CHANGE_NEGATION = 1 << 0,   /* a word that says that something is not so has come or gone */
  SL_CHANGE_NUMBER = 1 << 1,     /* another figure or number word */
  SL_CHANGE_NAME = 1 << 2,       /* another name */
  SL_CHANGE_QUOTATION = 1 << 3,  /* words were put between quotation marks or taken out */
  SL_CHANGE_SAYING = 1 << 4,     /* another verb of attribution */
  SL_CHANGE_HEDGE = 1 << 5,      /* a word of caution has come or gone */
  SL_CHANGE_WORDING = 1 << 6,    /* none of these */
} SlChangeKind;

#define SL_CHANGE_N_KINDS 7

/**
 * SlChange:
 * @before_start_cp: first code point of what was taken away, in the text before
 * @before_end_cp: one past its last one; the same as the start when only something was put in
 * @after_start_cp: first code point of what was put in, in the text after
 * @after_end_cp: one past its last one
 * @kinds: of #SlChangeKind
 */
typedef struct
{
  gsize before_start_cp;
  gsize before_end_cp;
  gsize after_start_cp;
  gsize after_end_cp;
  guint kinds;
} SlChange;

/**
 * SlDifference:
 * @changes: (owned) (element-type SlChange): in text order; empty when the words are the same
 * @kinds: of #SlChangeKind, of all changes
 * @same: part of the words that both texts have, 0 to 1; 1 when both are empty
 * @marked: (owned): the normalised words with `[-taken away-]` and `{+put in+}`
 *
 * How the words of two texts differ under the normalisation of #SlNormal.
 */
typedef struct
{
  GArray *changes;
  guint   kinds;
  double  same;
  char   *marked;
} SlDifference;

SlDifference *sl_difference_new           (const char         *before,
                                           const char         *after,
                                           const SlWordKinds  *kinds);
void          sl_difference_free          (SlDifference       *self);
const char   *sl_change_kind_to_string    (SlChangeKind        kind);
const char   *sl_change_kind_describe     (SlChangeKind        kind);
char         *sl_change_kinds_to_string   (guint               kinds);
char         *sl_change_kinds_describe    (guint               kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDifference, sl_difference_free)

G_END_DECLS
