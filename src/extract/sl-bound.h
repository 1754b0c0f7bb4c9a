/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-timex.h"

G_BEGIN_DECLS

void sl_bound_join (SlTimex *first,
                     SlTimex *last);
void sl_bound_list (GPtrArray *times,
                    guint      first,
                    gboolean   either);
void sl_bound_apply (SlTimex *timex,
                     int      side);

G_END_DECLS
