/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-patterns.h"
#include "extract/sl-signals.h"

G_BEGIN_DECLS

/**
 * SlLanguage:
 *
 * What the extractor knows of one language: its words, its patterns of times and how
 * it writes numbers. Read from a data file, see data/languages/README.md; names of
 * months and weekdays come from ICU. Immutable, so that several threads may use one.
 */
typedef struct _SlLanguage SlLanguage;

SlLanguage          *sl_language_new          (const char        *tag,
                                               GBytes            *data,
                                               GError           **error);
SlLanguage          *sl_language_new_from_file (const char       *path,
                                               GError           **error);
void sl_language_free (SlLanguage *self);
const SlLanguage    *sl_language_get          (const char        *tag,
                                               GError           **error);
const SlLanguage    *sl_language_guess        (const char        *text,
                                               gsize              length,
                                               GError           **error);
char               **sl_language_list         (void);
const char          *sl_language_get_tag      (const SlLanguage  *self);
const SlLexicon     *sl_language_get_lexicon  (const SlLanguage  *self);
gboolean sl_language_has_comma_clauses (const SlLanguage *self);
gboolean sl_language_has_capital_nouns (const SlLanguage *self);
gboolean sl_language_has_verb_second (const SlLanguage *self);
const char          *sl_language_get_adverb_ending (const SlLanguage *self);
const char *const   *sl_language_get_future_endings (const SlLanguage *self);
const char *const   *sl_language_get_genitive_endings (const SlLanguage *self);
const char *const   *sl_language_get_negative_words (const SlLanguage *self);
const char *const   *sl_language_get_cautious_words (const SlLanguage *self);
const char *const   *sl_language_get_past_endings (const SlLanguage *self);
const char          *sl_language_get_plural_ending (const SlLanguage *self);
char                *sl_language_name_unnamed (const SlLanguage  *self,
                                               const char        *who);
const SlNumberStyle *sl_language_get_style (const SlLanguage *self);
const SlPatterns    *sl_language_get_patterns (const SlLanguage  *self);
const SlSignals     *sl_language_get_signals  (const SlLanguage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLanguage, sl_language_free)

G_END_DECLS
