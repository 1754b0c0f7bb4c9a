/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attribution.h"
#include "extract/sl-clause.h"

G_BEGIN_DECLS

gboolean sl_speaker_check_is_plausible (const SlClauses     *clauses,
                                        const SlAttribution *attribution);

G_END_DECLS
