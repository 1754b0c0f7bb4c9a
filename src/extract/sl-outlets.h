/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

GArray  *sl_outlets_take_quoted (SlClauses       *clauses,
                                 const GArray    *quotes);
guint    sl_outlets_at          (const SlClauses *clauses,
                                 guint            first,
                                 guint            limit);
gboolean sl_outlets_is          (const SlClauses *clauses,
                                 SlRange          words);
char    *sl_outlets_name        (const SlClauses *clauses,
                                 SlRange          words);

G_END_DECLS
