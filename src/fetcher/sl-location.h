/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GUri    *sl_location_parse    (const char  *url,
                               GError     **error);
GUri    *sl_location_follow   (GUri        *from,
                               const char  *location,
                               GError     **error);
gboolean sl_location_is_https (GUri        *location);
guint16  sl_location_get_port (GUri        *location);
char    *sl_location_get_host_header (GUri *location);

G_END_DECLS
