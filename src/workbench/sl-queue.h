/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-queue-policy.h"
#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/*
 * The capture queue of a case: addresses that are to be fetched, kept in the case until they are, whatever happens to the
 * program. Tasks are listed with sl_case_list_tasks(); the workbench's signal "queue-changed" tells that they changed.
 */

/**
 * SlQueueAdded:
 * @batch: the key that the new tasks share
 * @added: new tasks, or old ones that had failed or were cancelled and wait again
 * @known: addresses whose equals wait, are being fetched or were captured already
 * @invalid: what is no address of the web
 *
 * What became of addresses that were to be queued.
 */
typedef struct
{
  SlId  batch;
  guint added;
  guint known;
  guint invalid;
} SlQueueAdded;

/**
 * SlQueueCounts:
 * @tasks: how many tasks there are in each #SlTaskState
 * @captured: captured since the run began
 * @failed: failed for good since the run began
 * @per_second: how many came to an end in a second, over the last ones
 */
typedef struct
{
  gint64 tasks[SL_N_TASK_STATES];
  guint  captured;
  guint  failed;
  double per_second;
} SlQueueCounts;

gboolean       sl_queue_add         (SlWorkbench          *self,
                                     const char *const    *urls,
                                     SlTaskOrigin          origin,
                                     SlId                  found_in,
                                     SlQueueAdded         *added,
                                     GError              **error);
gboolean       sl_queue_add_again   (SlWorkbench          *self,
                                     SlId                  source_id,
                                     SlQueueAdded         *added,
                                     GError              **error);
gboolean       sl_queue_add_text    (SlWorkbench          *self,
                                     const char           *text,
                                     SlQueueAdded         *added,
                                     GError              **error);
gboolean       sl_queue_add_links   (SlWorkbench          *self,
                                     SlId                  source_id,
                                     SlQueueAdded         *added,
                                     GError              **error);
gboolean       sl_queue_add_feed    (SlWorkbench          *self,
                                     const char           *url,
                                     SlQueueAdded         *added,
                                     GCancellable         *cancellable,
                                     GError              **error);
void           sl_queue_add_feed_async  (SlWorkbench          *self,
                                         const char           *url,
                                         SlProgressFunc        progress,
                                         gpointer              progress_data,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
gboolean       sl_queue_add_feed_finish (SlWorkbench          *self,
                                         GAsyncResult         *result,
                                         SlQueueAdded         *added,
                                         GError              **error);
gboolean       sl_queue_cancel      (SlWorkbench          *self,
                                     SlId                  id,
                                     guint                *changed,
                                     GError              **error);
gboolean       sl_queue_retry       (SlWorkbench          *self,
                                     SlId                  id,
                                     guint                *changed,
                                     GError              **error);
gboolean       sl_queue_clear       (SlWorkbench          *self,
                                     SlId                  id,
                                     guint                *changed,
                                     GError              **error);
SlQueueCounts *sl_queue_run         (SlWorkbench          *self,
                                     const SlQueuePolicy  *policy,
                                     SlProgressFunc        progress,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);
void           sl_queue_run_async   (SlWorkbench          *self,
                                     const SlQueuePolicy  *policy,
                                     SlProgressFunc        progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              data);
SlQueueCounts *sl_queue_run_finish  (SlWorkbench          *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
