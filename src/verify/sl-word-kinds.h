/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word of a language does to a statement. A word can have several. */
typedef enum
{
  SL_WORD_NUMBER = 1 << 0,       /* "twelve", "dozens" */
  SL_WORD_NEGATION = 1 << 1,     /* "not", "never", "denied" */
  SL_WORD_HEDGE = 1 << 2,        /* "allegedly", "might" */
  SL_WORD_SAYING = 1 << 3,       /* "said", "claims", "according to" */
  SL_WORD_SMALL = 1 << 4,        /* no name, even with a capital at the start of a sentence */
  SL_WORD_INTRODUCES = 1 << 5,   /* a noun follows rather than a name: articles and the like */
} SlWordKind;

/**
 * SlWordKinds:
 *
 * The words of one language that change what a statement says, for telling what kind of change a
 * difference is. Whoever knows languages fills it; this layer knows none. Immutable once filled, so
 * that several threads may use one.
 */
typedef struct _SlWordKinds SlWordKinds;

/* A phrase is looked up with so many words at most. */
#define SL_WORD_KINDS_MAX_PHRASE 4

SlWordKinds *sl_word_kinds_new               (gboolean            capital_nouns);
void         sl_word_kinds_free              (SlWordKinds        *self);
void         sl_word_kinds_add               (SlWordKinds        *self,
                                              const char         *phrase,
                                              SlWordKind          kind);
void         sl_word_kinds_add_number        (SlWordKinds        *self,
                                              const char         *word,
                                              gint64              value);
guint        sl_word_kinds_look_up           (const SlWordKinds  *self,
                                              const char         *phrase,
                                              gint64             *value);
gboolean     sl_word_kinds_has_capital_nouns (const SlWordKinds  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWordKinds, sl_word_kinds_free)

G_END_DECLS
