/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_TYPE_TAP_PROXY (sl_tap_proxy_get_type ())
G_DECLARE_FINAL_TYPE (SlTapProxy, sl_tap_proxy, SL, TAP_PROXY, GObject)

void            sl_tap_proxy_register     (void);
GProxyResolver *sl_tap_proxy_new_resolver (const char *host,
                                           guint16     port);

G_END_DECLS
