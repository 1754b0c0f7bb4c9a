/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlMemento:
 * @at: when it was captured, UTC seconds
 * @url: (owned): address of the copy, or of the original where the answer names no other
 *
 * A capture that an archive says it has.
 */
typedef struct
{
  gint64 at;
  char *url;
} SlMemento;

GPtrArray *sl_memento_parse      (const char *text,
                                  gsize       length_bytes);
gboolean   sl_memento_parse_date (const char *text,
                                  gint64     *at);
void       sl_memento_free       (SlMemento  *self);

G_END_DECLS
