/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys are random 63-bit integers, so that cases made apart can be merged; 0 is never a key. */
typedef gint64 SlId;

#define SL_ID_NONE ((SlId) 0)

/* Sixteen lower-case hexadecimal digits and a NUL: how a key is shown and typed. */
#define SL_ID_STRING_SIZE 17

SlId sl_id_new (void);
const char *sl_id_format (SlId id,
                          char buffer[SL_ID_STRING_SIZE]);
gboolean sl_id_parse (const char *string,
                      SlId *id);

G_END_DECLS
