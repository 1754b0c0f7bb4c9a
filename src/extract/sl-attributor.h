/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attribution.h"
#include "extract/sl-clause.h"

G_BEGIN_DECLS

GPtrArray *sl_attributor_find (const SlTokens   *tokens,
                               const GArray     *sentences,
                               const GArray     *quotes,
                               const GPtrArray  *times,
                               const SlLanguage *language);

G_END_DECLS
