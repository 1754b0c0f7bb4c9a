/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *sl_decode (GBytes      *payload,
                   const char  *content_encoding,
                   gsize        max_bytes,
                   GError     **error);

G_END_DECLS
