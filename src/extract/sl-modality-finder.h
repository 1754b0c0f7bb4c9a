/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-claim.h"
#include "extract/sl-attribution.h"
#include "extract/sl-clause.h"

G_BEGIN_DECLS

SlModality sl_modality_finder_find (const SlClauses     *clauses,
                                    SlRange              words,
                                    const SlAttribution *inner);
void       sl_modality_finder_mark (const SlTokens      *tokens,
                                    const SlLexicon     *lexicon,
                                    GPtrArray           *attributions);

G_END_DECLS
