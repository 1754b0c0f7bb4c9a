/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-quotes.h"
#include "extract/sl-sentences.h"

G_BEGIN_DECLS

/**
 * SlRange:
 * @first: first token
 * @end: one past the last token; equal to @first when empty
 *
 * A half-open range of tokens.
 */
typedef struct
{
  guint first;
  guint end;
} SlRange;

enum
{
  SL_PLACE_QUOTE = 1 << 0, /* the token stands inside a quotation */
  SL_PLACE_TIME = 1 << 1,  /* the token belongs to a time */
  SL_PLACE_TITLE = 1 << 2, /* the token stands in a title whose words all have capitals */
  SL_PLACE_NAME = 1 << 3,  /* the token belongs to a name between quotation marks, or is one of these */
};

/**
 * SlClauses:
 * @capital_nouns: all nouns begin with a capital letter
 * @adverb_ending: (unowned) (nullable): how words that can stand before a verb end
 * @past_endings: (unowned) (nullable): how verbs of the past end
 * @plural_ending: (unowned) (nullable): how nouns in the plural end
 * @places: (owned) (array): for each token, where it stands
 *
 * A text with what is needed to find the phrases around a verb.
 */
typedef struct
{
  const SlTokens  *tokens;
  const SlLexicon *lexicon;
  gboolean         capital_nouns;
  const char      *adverb_ending;
  const char *const *past_endings;
  const char      *plural_ending;
  guint8          *places;
} SlClauses;

void     sl_clauses_init         (SlClauses        *self,
                                  const SlTokens   *tokens,
                                  const SlLanguage *language,
                                  const GArray     *quotes,
                                  const GPtrArray  *times);
void     sl_clauses_clear        (SlClauses        *self);
gboolean sl_clauses_is           (const SlClauses  *self,
                                  guint             i,
                                  SlClass           class_);
gboolean sl_clauses_is_mark      (const SlClauses  *self,
                                  guint             i,
                                  const char       *mark);
gboolean sl_clauses_is_verb      (const SlClauses  *self,
                                  guint             i);
gboolean sl_clauses_is_adverb    (const SlClauses  *self,
                                  guint             i);
gboolean sl_clauses_begins_apposition (const SlClauses *self,
                                       guint            i);
guint    sl_clauses_match_back   (const SlClauses  *self,
                                  guint             end,
                                  guint             limit,
                                  SlClass           class_);
SlRange  sl_clauses_noun_before  (const SlClauses  *self,
                                  guint             end,
                                  guint             limit);
SlRange  sl_clauses_noun_after   (const SlClauses  *self,
                                  guint             first,
                                  guint             limit,
                                  gboolean          at_end);
SlSpan   sl_clauses_get_span     (const SlClauses  *self,
                                  SlRange           range);

G_END_DECLS
