/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-arrival.h"
#include "workbench/sl-queue-policy.h"

G_BEGIN_DECLS

/**
 * SlQueueFetch:
 * @task: (owned): what is fetched
 * @cancellable: (owned): ends this fetch alone
 * @arrival: (owned) (nullable): what came
 * @error: (owned) (nullable): why nothing came, or why @arrival holds what a failed fetch brought
 *
 * One fetch of the capture queue; belongs to its thread until sl_queue_fetcher_pop() gives it back, but for @cancellable.
 */
typedef struct
{
  SlTask       *task;
  GCancellable *cancellable;
  SlArrival    *arrival;
  GError       *error;
} SlQueueFetch;

void sl_queue_fetch_free (SlQueueFetch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlQueueFetch, sl_queue_fetch_free)

typedef struct _SlQueueFetcher SlQueueFetcher;

SlQueueFetcher *sl_queue_fetcher_new         (SlHelpers           *helpers,
                                              const SlQueuePolicy *policy);
void            sl_queue_fetcher_free        (SlQueueFetcher  *self);
void            sl_queue_fetcher_start       (SlQueueFetcher  *self,
                                              SlTask          *task);
SlQueueFetch   *sl_queue_fetcher_pop         (SlQueueFetcher  *self,
                                              gint64           wait_usec);
guint           sl_queue_fetcher_get_running (SlQueueFetcher  *self);
void            sl_queue_fetcher_cancel_lost (SlQueueFetcher  *self,
                                              SlCase          *a_case);
void            sl_queue_fetcher_cancel_all  (SlQueueFetcher  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlQueueFetcher, sl_queue_fetcher_free)

G_END_DECLS
