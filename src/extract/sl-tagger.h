/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-resolver.h"
#include "extract/sl-sentences.h"

G_BEGIN_DECLS

GPtrArray *sl_tagger_find (const SlTokens    *tokens,
                           const GArray      *sentences,
                           const SlLanguage  *language,
                           const SlResolver  *known);

G_END_DECLS
