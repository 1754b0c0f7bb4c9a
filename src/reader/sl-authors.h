/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sl_authors_add (GPtrArray  *authors,
                     const char *byline,
                     gboolean    declared);

gboolean sl_authors_is_name (const char *text);

G_END_DECLS
