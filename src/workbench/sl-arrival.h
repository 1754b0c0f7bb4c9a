/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-fetch.h"
#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

/* How addresses are taken apart: as a browser would, without changing what the person typed. */
#define SL_ARRIVAL_URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/**
 * SlArrival:
 * @url: (owned) (nullable): the source's address; %NULL for pasted text
 * @name: (owned): what to call it until a title is known
 * @payload: (owned): the bytes, without transfer and content codings
 * @capture: (owned): the capture to store, without keys
 * @fetch: (owned) (nullable): the exchange, when it came over the network
 * @members: (owned) (nullable) (element-type GBytes): its records as they stand in the archive that it came in
 *
 * Something that arrived and is not in a case yet.
 */
typedef struct
{
  char      *url;
  char      *name;
  GBytes    *payload;
  SlCapture *capture;
  SlFetch   *fetch;
  GPtrArray *members;
} SlArrival;

gboolean   sl_arrival_is_address   (const char          *what);
SlArrival *sl_arrival_new          (SlCaptureMethod      method);
void       sl_arrival_set_payload  (SlArrival           *self,
                                    GBytes              *payload);
SlArrival *sl_arrival_get          (SlHelpers           *helpers,
                                    const SlAddRequest  *request,
                                    SlProgress          *progress,
                                    GCancellable        *cancellable,
                                    GError             **error);
GPtrArray *sl_arrival_make_members (const SlArrival     *self,
                                    SlCase              *a_case,
                                    GError             **error);
void       sl_arrival_free         (SlArrival           *self);

SlAddReport *sl_workbench_keep (SlWorkbench         *self,
                                const SlAddRequest  *request,
                                SlArrival           *arrival,
                                SlProgress          *progress,
                                GCancellable        *cancellable,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArrival, sl_arrival_free)

G_END_DECLS
