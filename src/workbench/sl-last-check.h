/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

SlCheck *sl_last_check_find (SlCase         *a_case,
                             SlId            about,
                             const SlCheck  *before);

G_END_DECLS
