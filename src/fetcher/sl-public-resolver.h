/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_TYPE_PUBLIC_RESOLVER (sl_public_resolver_get_type ())
G_DECLARE_FINAL_TYPE (SlPublicResolver, sl_public_resolver, SL, PUBLIC_RESOLVER, GResolver)

SlPublicResolver *sl_public_resolver_new         (GResolver         *base);
void              sl_public_resolver_allow_host  (SlPublicResolver  *self,
                                                  const char        *host);
gboolean          sl_public_resolver_may_contact (SlPublicResolver  *self,
                                                  const char        *host,
                                                  GError           **error);

G_END_DECLS
