/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-day.h"

G_BEGIN_DECLS

gboolean sl_holiday_find (const char *rule,
                          gint64      year,
                          SlDay      *day);

G_END_DECLS
