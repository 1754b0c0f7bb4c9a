/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fetcher/sl-fetcher.h"
#include "test-server.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @names: a #TestResolver, the only source of names
 *
 * A fetcher, and a server with the pages of test-site.h.
 */
typedef struct
{
  TestServer *server;    /* (owned) */
  SlFetcher  *fetcher;   /* (owned) */
  GResolver  *names;     /* (owned) */
  GResolver  *previous;  /* (owned) */
} Fixture;

/* @data: (nullable): name of the server's certificate, %NULL for a server without TLS */
void     fixture_set_up      (Fixture       *fixture,
                              gconstpointer  data);
void     fixture_tear_down   (Fixture       *fixture,
                              gconstpointer  data);
char    *fixture_make_url    (Fixture       *fixture,
                              const char    *scheme,
                              const char    *host,
                              const char    *path);
SlFetch *fixture_fetch_url   (Fixture       *fixture,
                              const char    *url,
                              gboolean       typed);
SlFetch *fixture_fetch_path  (Fixture       *fixture,
                              const char    *path);
void     test_assert_bytes   (GBytes        *bytes,
                              const char    *expected);

G_END_DECLS
