/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

void sl_persons_resolve (const SlClauses  *clauses,
                         const SlLanguage *language,
                         GPtrArray        *attributions);

G_END_DECLS
