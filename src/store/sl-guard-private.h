/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"
#include "store/sl-db-private.h"

G_BEGIN_DECLS

/* Opening and harden SQLite files that may come from an enemy. */

SlDb *sl_guard_open (const char *path,
                     SlCaseOpenMode mode,
                     GError **error);
SlDb *sl_guard_create (const char *path,
                       GError **error);
gboolean sl_guard_peek (const char *path,
                        char **id,
                        char **title);
char *sl_guard_canonicalize (const char *path,
                             GError **error);

G_END_DECLS
