/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

char *sl_short_title_make (const SlClauses *clauses,
                           SlRange          words,
                           guint            max_length);

G_END_DECLS
