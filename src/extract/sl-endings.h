/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **sl_endings_expand (const char  *phrase,
                          GKeyFile    *file,
                          GError     **error);

G_END_DECLS
