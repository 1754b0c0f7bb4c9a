/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

char      *sl_origins_of_pin (SlCase       *a_case,
                              const SlPin  *pin,
                              GError      **error);
GPtrArray *sl_origins_list   (SlCase       *a_case,
                              SlId          target_id,
                              GError      **error);

G_END_DECLS
