/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fetcher/sl-public-resolver.h"
#include "helper/sl-fetch.h"

G_BEGIN_DECLS

#define SL_TYPE_FETCHER (sl_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SlFetcher, sl_fetcher, SL, FETCHER, GObject)

SlFetcher *sl_fetcher_new (SlPublicResolver     *resolver,
                           GTlsDatabase         *database);
SlFetch   *sl_fetcher_run (SlFetcher            *self,
                           const SlFetchRequest *request,
                           SlFetchProgressFunc   progress,
                           gpointer              user_data,
                           GCancellable         *cancellable);

G_END_DECLS
