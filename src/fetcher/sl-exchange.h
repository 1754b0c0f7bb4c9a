/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fetcher/sl-watch.h"
#include "helper/sl-fetch.h"

G_BEGIN_DECLS

/**
 * SlExchange:
 * @context: main context of this thread
 * @watch: the clock
 * @location: what to ask for
 * @request: what the person asked for
 * @max_bytes: limit of a response
 * @database: (nullable): whom to trust, %NULL for the system's list
 * @progress: (nullable): called while bytes arrive
 * @user_data: passed to @progress
 *
 * What one exchange needs. Everything is borrowed.
 */
typedef struct
{
  GMainContext *context;
  SlWatch *watch;
  GUri *location;
  const SlFetchRequest *request;
  gsize max_bytes;
  GTlsDatabase *database;
  SlFetchProgressFunc progress;
  gpointer user_data;
} SlExchange;

gboolean sl_exchange_is_redirect (const SlFetchHop *hop);
gboolean sl_exchange_run         (const SlExchange  *self,
                                  SlFetchHop        *hop,
                                  GError           **error);

G_END_DECLS
