/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-patterns.h"

G_BEGIN_DECLS

/**
 * SlSignals:
 *
 * The words without one of which a sentence holds no time: the first pass of the tagger. They are worked out from the
 * patterns of a language, so that there is no second list to be kept.
 */
typedef struct _SlSignals SlSignals;

SlSignals *sl_signals_new  (const SlPatterns *patterns);
void       sl_signals_free (SlSignals        *self);
guint      sl_signals_find (const SlSignals  *self,
                            const SlTokens   *tokens,
                            guint             first,
                            guint             end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSignals, sl_signals_free)

G_END_DECLS
