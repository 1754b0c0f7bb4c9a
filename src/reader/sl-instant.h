/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sl_instant_parse (const char *text,
                        const char *language);

char *sl_instant_find (const char *text,
                       const char *language);

char *sl_instant_find_in_url (const char *url);

G_END_DECLS
