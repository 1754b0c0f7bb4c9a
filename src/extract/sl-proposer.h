/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attributor.h"
#include "extract/sl-proposal.h"

G_BEGIN_DECLS

GPtrArray *sl_proposer_find (const SlTokens   *tokens,
                             const GArray     *sentences,
                             const GArray     *quotes,
                             const GPtrArray  *times,
                             const GPtrArray  *attributions,
                             const SlLanguage *language,
                             const char       *outlet);

G_END_DECLS
