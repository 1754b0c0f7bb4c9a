/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-check.h"
#include "workbench/sl-seen.h"

G_BEGIN_DECLS

char *sl_recheck_words (const SlCheck *check,
                        const SlSeen  *seen,
                        gint64         before_usec,
                        const char    *more);

G_END_DECLS
