/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-language.h"
#include "extract/sl-tokens.h"

G_BEGIN_DECLS

/**
 * SlLikeness:
 * @words: (owned) (element-type guint32): a key for each different word that carries meaning, sorted
 * @numbers: (owned) (element-type guint32): each different number, sorted
 * @sketch: one bit for each word, of 64, so that what shares no word is told apart at once
 * @negated: it says that something is not so
 *
 * What an assertion is about, for comparing it with others.
 */
typedef struct
{
  GArray   *words;
  GArray   *numbers;
  guint64   sketch;
  gboolean  negated;
} SlLikeness;

SlLikeness *sl_likeness_new      (const SlTokens   *tokens,
                                  guint             first,
                                  guint             end,
                                  const SlLexicon  *lexicon);
SlLikeness *sl_likeness_new_text (const char       *text,
                                  const SlLanguage *language);
void        sl_likeness_free     (SlLikeness       *self);
gboolean    sl_likeness_is_same  (const SlLikeness *a,
                                  const SlLikeness *b);
guint       sl_likeness_count    (const SlLikeness *a,
                                  const SlLikeness *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLikeness, sl_likeness_free)

G_END_DECLS
