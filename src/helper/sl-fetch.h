/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sl-sniff.h"
#include "helper/sl-fetch-error.h"
#include "helper/sl-fetch-hop.h"
#include "helper/sl-fetch-request.h"
#include "helper/sl-helper-client.h"

G_BEGIN_DECLS

/**
 * SlFetch:
 * @hops: (element-type SlFetchHop): every exchange in its order; the last one is the answer or the failure
 * @final_url: address of the last hop, with the fragment that holds for it
 * @body: (nullable): body of the last hop with all codings removed; %NULL when the fetch failed
 * @content_type: (nullable): Content-Type of the last hop as it stands in the header
 * @type: what the body is, from its header and its first bytes
 * @charset: (nullable): character set of the body, from byte order mark, header or content
 * @duration_usec: how long everything took
 * @failure: (nullable): why the fetch failed, in %SL_FETCH_ERROR; %NULL when it did not
 *
 * What a fetch brought.
 */
typedef struct
{
  GPtrArray *hops;
  char *final_url;
  GBytes *body;
  char *content_type;
  SlContentType type;
  char *charset;
  gint64 duration_usec;
  GError *failure;
} SlFetch;

/**
 * SlFetchProgressFunc:
 * @received_bytes: bytes of the current response so far
 * @expected_bytes: its length as announced, 0 when unknown
 * @user_data: what was given with the function
 *
 * Called in the thread of sl_fetch_run() while a response arrives.
 */
typedef void (*SlFetchProgressFunc) (guint64  received_bytes,
                                     guint64  expected_bytes,
                                     gpointer user_data);

SlHelperClient   *sl_fetch_client_new       (void);
gboolean          sl_fetch_run              (SlHelperClient        *client,
                                             const SlFetchRequest  *request,
                                             SlFetchProgressFunc    progress,
                                             gpointer               user_data,
                                             SlFetch              **fetch,
                                             GCancellable          *cancellable,
                                             GError               **error);
SlFetch          *sl_fetch_new              (void);
void              sl_fetch_free             (SlFetch               *self);
const SlFetchHop *sl_fetch_get_last_hop     (const SlFetch         *self);
gboolean          sl_fetch_is_not_modified  (const SlFetch         *self);
GVariant         *sl_fetch_to_variant       (const SlFetch         *self);
SlFetch          *sl_fetch_new_from_variant (GVariant              *variant,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFetch, sl_fetch_free)

G_END_DECLS
