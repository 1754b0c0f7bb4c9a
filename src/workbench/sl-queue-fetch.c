/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue-fetch.h"

/**
 * SlQueueFetcher:
 *
 * Several fetches at the same time, each in a thread with a fetcher process of its own: a process does one thing at a
 * time, and a fetch that is cancelled ends its process without disturbing the others. All functions are for the thread
 * that made it.
 */
struct _SlQueueFetcher
{
  SlQueuePolicy  policy;
  GThreadPool   *pool;     /* (owned) */
  GAsyncQueue   *helpers;  /* (owned) (element-type SlHelpers): those that nobody uses */
  GAsyncQueue   *ended;    /* (owned) (element-type SlQueueFetch) */
  GPtrArray     *running;  /* (owned) (element-type SlQueueFetch): (unowned) elements */
};

/**
 * sl_queue_fetch_free:
 *
 * Frees a fetch that has ended; %NULL is fine.
 */
void
sl_queue_fetch_free (SlQueueFetch *self)
{
  if (self == NULL)
    return;

  sl_task_free (self->task);
  g_object_unref (self->cancellable);
  sl_arrival_free (self->arrival);
  g_clear_error (&self->error);
  g_free (self);
}

static void
fetch_in_thread (gpointer data,
                 gpointer user_data)
{
  SlQueueFetch *fetch = data;
  SlQueueFetcher *self = user_data;
  SlHelpers *helpers = g_async_queue_pop (self->helpers);
  SlAddRequest request = {
    .what = fetch->task->url,
    .typed = fetch->task->origin == SL_TASK_TYPED,
    .max_bytes = self->policy.max_bytes,
    .io_timeout_seconds = self->policy.io_timeout_seconds,
    .total_timeout_seconds = self->policy.total_timeout_seconds,
  };

  if (!g_cancellable_set_error_if_cancelled (fetch->cancellable, &fetch->error))
    fetch->arrival = sl_arrival_try (helpers, &request, NULL, NULL, fetch->cancellable, &fetch->error);
  if (fetch->arrival != NULL && sl_arrival_get_failure (fetch->arrival) != NULL)
    fetch->error = g_error_copy (sl_arrival_get_failure (fetch->arrival));
  /* Digests and compression are most of what keeping costs, and nothing of it needs the case. */
  if (fetch->arrival != NULL)
    sl_arrival_prepare (fetch->arrival);
  g_async_queue_push (self->helpers, helpers);
  g_async_queue_push (self->ended, fetch);
}

/**
 * sl_queue_fetcher_new:
 * @helpers: the workbench's; their reader is shared
 * @policy: how many fetches may be under way, and their limits; it is copied
 *
 * Makes a fetcher. Processes start with the first fetches.
 *
 * Returns: (transfer full)
 */
SlQueueFetcher *
sl_queue_fetcher_new (SlHelpers           *helpers,
                      const SlQueuePolicy *policy)
{
  SlQueueFetcher *self = g_new0 (SlQueueFetcher, 1);
  const guint at_once = MAX (policy->at_once, 1);

  self->policy = *policy;
  self->helpers = g_async_queue_new_full ((GDestroyNotify) sl_helpers_unref);
  self->ended = g_async_queue_new_full ((GDestroyNotify) sl_queue_fetch_free);
  self->running = g_ptr_array_new ();
  self->pool = g_thread_pool_new (fetch_in_thread, self, (int) at_once, FALSE, NULL);
  for (guint i = 0; i < at_once; i++)
    g_async_queue_push (self->helpers, sl_helpers_new_beside (helpers));

  return self;
}

/**
 * sl_queue_fetcher_free:
 *
 * Ends what is under way, waits for its end, and frees the fetcher; %NULL is fine.
 */
void
sl_queue_fetcher_free (SlQueueFetcher *self)
{
  if (self == NULL)
    return;

  sl_queue_fetcher_cancel_all (self);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_ptr_array_unref (self->running);
  g_async_queue_unref (self->ended);
  g_async_queue_unref (self->helpers);
  g_free (self);
}

/**
 * sl_queue_fetcher_start:
 * @task: (transfer full): what to fetch
 *
 * Starts a fetch.
 */
void
sl_queue_fetcher_start (SlQueueFetcher *self,
                        SlTask         *task)
{
  SlQueueFetch *fetch = g_new0 (SlQueueFetch, 1);

  fetch->task = task;
  fetch->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->running, fetch);
  g_thread_pool_push (self->pool, fetch, NULL);
}

/**
 * sl_queue_fetcher_pop:
 * @wait_usec: how long to wait for one
 *
 * Returns: (transfer full) (nullable): a fetch that has ended
 */
SlQueueFetch *
sl_queue_fetcher_pop (SlQueueFetcher *self,
                      gint64          wait_usec)
{
  SlQueueFetch *fetch = g_async_queue_timeout_pop (self->ended, (guint64) MAX (wait_usec, 0));

  if (fetch != NULL)
    g_ptr_array_remove_fast (self->running, fetch);

  return fetch;
}

/**
 * sl_queue_fetcher_get_running:
 *
 * Returns: how many fetches have not been popped
 */
guint
sl_queue_fetcher_get_running (SlQueueFetcher *self)
{
  return self->running->len;
}

/**
 * sl_queue_fetcher_cancel_lost:
 *
 * Ends the fetches whose task is not being fetched any more by what the case says: somebody cancelled it, perhaps in
 * another program.
 */
void
sl_queue_fetcher_cancel_lost (SlQueueFetcher *self,
                              SlCase         *a_case)
{
  for (guint i = 0; i < self->running->len; i++)
    {
      SlQueueFetch *fetch = g_ptr_array_index (self->running, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlTask) task = sl_case_get_task (a_case, fetch->task->id, &error);

      if (task != NULL ? task->state != SL_TASK_RUNNING : g_error_matches (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND))
        g_cancellable_cancel (fetch->cancellable);
    }
}

/**
 * sl_queue_fetcher_cancel_all:
 *
 * Ends all fetches; they still have to be popped.
 */
void
sl_queue_fetcher_cancel_all (SlQueueFetcher *self)
{
  for (guint i = 0; i < self->running->len; i++)
    g_cancellable_cancel (((SlQueueFetch *) g_ptr_array_index (self->running, i))->cancellable);
}
