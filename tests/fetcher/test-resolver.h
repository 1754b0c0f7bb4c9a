/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** TestResolver: knows a few invented names, and none of the network's. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

GResolver *test_resolver_new (void);
void       test_resolver_add (GResolver  *self,
                              const char *name,
                              const char *answers);

G_END_DECLS
