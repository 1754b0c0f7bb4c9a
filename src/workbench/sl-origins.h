/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

GPtrArray *sl_origins_list (SlCase  *a_case,
                            SlId     target_id,
                            GError **error);

G_END_DECLS
