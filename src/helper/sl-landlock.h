/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int      sl_landlock_get_abi  (void);
gboolean sl_landlock_restrict (const char *const  *readable,
                               gboolean            may_connect,
                               GError            **error);

G_END_DECLS
