/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-patterns.h"

G_BEGIN_DECLS

/* More times than these are not told in one breath. */
#define SL_SPLIT_MAX 4

guint sl_split_match (const SlMatch *match,
                      SlMatch        parts[SL_SPLIT_MAX]);

G_END_DECLS
