/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-language.h"
#include "extract/sl-resolver.h"
#include "extract/sl-sentences.h"

G_BEGIN_DECLS

SlTense sl_tense_find (const SlTokens   *tokens,
                       const SlLanguage *language,
                       const SlMatch    *match,
                       const SlSentence *sentence);

G_END_DECLS
