/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The same limit as for what comes over the network, before and after decompression. */
#define SL_LOAD_MAX_BYTES (32u * 1024u * 1024u)

GBytes *sl_load_file (GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error);
GBytes *sl_load_path (const char    *path,
                      GCancellable  *cancellable,
                      GError       **error);

G_END_DECLS
