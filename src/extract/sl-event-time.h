/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attribution.h"
#include "extract/sl-clause.h"

G_BEGIN_DECLS

int sl_event_time_find (const SlClauses     *clauses,
                        const GPtrArray     *times,
                        SlSpan               passage,
                        const SlAttribution *inner);

G_END_DECLS
