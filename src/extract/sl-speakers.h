/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attributor.h"

G_BEGIN_DECLS

gboolean sl_speakers_can_speak (const SlClauses *clauses,
 SlRange words);
void sl_speakers_resolve (const SlClauses  *clauses,
                                const SlLanguage *language,
                                const GArray     *sentences,
                                GPtrArray        *attributions);

G_END_DECLS
