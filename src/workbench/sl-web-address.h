/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *sl_web_address_dup_key  (const char *url);
char      *sl_web_address_dup_host (const char *url);
GPtrArray *sl_web_address_find_all (const char *text);

G_END_DECLS
