/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-act.h"

G_BEGIN_DECLS

/* What stands before the first act. */
#define SL_ACT_HASH_NONE "0000000000000000000000000000000000000000000000000000000000000000"

char *sl_act_hash (const SlAct *act,
                   const char *previous_hash,
                   GBytes *changeset);

G_END_DECLS
