/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *sl_gzip_deflate (const void *data,
                         gsize length_bytes,
                         GError **error);
GBytes *sl_gzip_inflate (GBytes *compressed,
                         GZlibCompressorFormat format,
                         gsize limit_bytes,
                         GError **error);
GBytes *sl_gzip_inflate_one (const void *data,
                             gsize length_bytes,
                             GZlibCompressorFormat format,
                             gsize limit_bytes,
                             gsize *used_bytes,
                             GError **error);
GBytes *sl_gzip_inflate_large (const void *data,
                               gsize length_bytes,
                               gsize memory_bytes,
                               gsize *used_bytes,
                               GError **error);

G_END_DECLS
