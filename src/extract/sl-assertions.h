/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

GArray *sl_assertions_cut (const SlClauses  *clauses,
                           const SlSentence *sentence);

gboolean sl_assertions_has_subject (const SlClauses *clauses,
                                    SlRange          words);

G_END_DECLS
