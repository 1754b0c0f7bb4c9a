/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sl_title_clean (const char        *title,
                      const char *const *sites,
                      const char *const *others);

char *sl_title_fold (const char *title);

G_END_DECLS
