/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 as 64 lower-case hexadecimal digits; the name of a content everywhere in a case. */
#define SL_DIGEST_STRING_SIZE 65

char *sl_digest_bytes (GBytes *bytes);
char *sl_digest_data (const void *data,
                      gsize length_bytes);
gboolean sl_digest_is_valid (const char *digest);

G_END_DECLS
