/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-fetch.h"
#include "store/sl-warc-writer.h"
#include "workbench/sl-earlier.h"
#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

/* What makes captures, as it stands in their records. */
#define SL_ARRIVAL_SOFTWARE "Sourceline/" VERSION

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
 * @prepared: (owned) (nullable) (element-type GBytes): its records, for a case that does not have its payload
 * @unchanged: (owned) (nullable): the record that holds the payload, when the host only said that it still holds
 * @kept: (nullable): called within the act that keeps it, so that what it writes is kept with it or not at all
 * @kept_data: for @kept
 * @unread: it is kept, but no text is to be read from it
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
  GPtrArray *prepared;
  SlWarcReference *unchanged;
  gboolean (*kept) (const SlAddReport *report,
                    gpointer           data,
                    GError           **error);
  gpointer   kept_data;
  gboolean   unread;
} SlArrival;

gboolean   sl_arrival_is_address   (const char          *what);
SlArrival *sl_arrival_new          (SlCaptureMethod      method);
void       sl_arrival_set_payload  (SlArrival           *self,
                                    GBytes              *payload);
void       sl_arrival_name_by_content (SlArrival        *self);
char      *sl_arrival_dup_beginning (GBytes             *bytes);
SlArrival *sl_arrival_get          (SlHelpers           *helpers,
                                    const SlAddRequest  *request,
                                    SlProgress          *progress,
                                    GCancellable        *cancellable,
                                    GError             **error);
SlArrival *sl_arrival_get_again    (SlHelpers           *helpers,
                                    const SlAddRequest  *request,
                                    const SlEarlier     *earlier,
                                    SlProgress          *progress,
                                    GCancellable        *cancellable,
                                    GError             **error);
SlArrival *sl_arrival_try          (SlHelpers           *helpers,
                                    const SlAddRequest  *request,
                                    const SlEarlier     *earlier,
                                    SlProgress          *progress,
                                    GCancellable        *cancellable,
                                    GError             **error);
const GError *sl_arrival_get_failure (const SlArrival   *self);
GPtrArray *sl_arrival_describe_hop (const SlFetch       *fetch,
                                    guint                number);
const char *sl_arrival_describe_cut (const SlFetch      *fetch,
                                     guint               number);
void       sl_arrival_prepare      (SlArrival           *self);
GPtrArray *sl_arrival_make_members (const SlArrival     *self,
                                    SlCase              *a_case,
                                    GError             **error);
void       sl_arrival_free         (SlArrival           *self);

char      *sl_arrival_dup_domain   (const char          *url);
gboolean   sl_arrival_put_outlet   (SlCase              *a_case,
                                    SlSource            *source,
                                    const char          *name,
                                    const char          *domain,
                                    GError             **error);

SlAddReport *sl_workbench_keep (SlWorkbench         *self,
                                const SlAddRequest  *request,
                                SlArrival           *arrival,
                                SlProgress          *progress,
                                GCancellable        *cancellable,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArrival, sl_arrival_free)

G_END_DECLS
