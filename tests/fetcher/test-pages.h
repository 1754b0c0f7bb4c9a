/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "test-server.h"

G_BEGIN_DECLS

/** Size of the body of "/large". */
#define TEST_PAGES_LARGE_BYTES (20u * 1024u * 1024u)

void test_pages_handle (TestServer   *server,
                        const char   *target,
                        GIOStream    *stream,
                        GCancellable *cancellable);

G_END_DECLS
