/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-unpack.h"
#include "workbench/sl-arrival.h"

/* The feed as it stands there now; its own processes, so that nobody who fetches something else has to wait. */
static GBytes *
fetch (SlHelpers     *helpers,
       const char    *url,
       SlProgress    *progress,
       GCancellable  *cancellable,
       GError       **error)
{
  SlAddRequest request = { .what = url, .typed = TRUE };
  g_autoptr (SlArrival) arrival = NULL;

  if (!sl_arrival_is_address (url))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, _ ("“%s” is not an address of the web."), url);
      return NULL;
    }

  arrival = sl_arrival_get (helpers, &request, progress, cancellable, error);
  if (arrival == NULL)
    return NULL;
  if (sl_failure_from_status (arrival->capture->status) == SL_FAILURE_NONE)
    return g_bytes_ref (arrival->payload);

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_HTTP,
               _ ("%s answered with status %d instead of the feed."), url, arrival->capture->status);
  return NULL;
}

static gboolean
add_items (SlWorkbench       *self,
           const SlUnpacked  *feed,
           SlQueueAdded      *added,
           GError           **error)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();

  if (feed->kind != SL_UNPACKED_FEED)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("This is neither RSS nor Atom. Look on the page for the address of its feed."));
      return FALSE;
    }

  for (guint i = 0; i < feed->references->len; i++)
    {
      const SlReference *item = g_ptr_array_index (feed->references, i);

      if (item->url != NULL)
        g_ptr_array_add (urls, item->url);
    }
  g_ptr_array_add (urls, NULL);

  return sl_queue_add (self, (const char *const *) urls->pdata, SL_TASK_FROM_FEED, SL_ID_NONE, added, error);
}

static gpointer
run_add_feed (SlWorkbench   *self,
              gpointer       request,
              SlProgress    *progress,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (SlHelpers) helpers = sl_helpers_new_beside (sl_workbench_get_helpers (self));
  SlUnpackRequest unpack = { fetch (helpers, request, progress, cancellable, error), NULL };
  g_autoptr (GBytes) bytes = unpack.bytes;
  g_autoptr (SlUnpacked) feed = bytes != NULL ? sl_unpack_run (helpers->reader, &unpack, cancellable, error) : NULL;
  SlQueueAdded added = { 0 };

  return feed != NULL && add_items (self, feed, &added, error) ? g_memdup2 (&added, sizeof added) : NULL;
}

/**
 * sl_queue_add_feed:
 * @url: address of an RSS or Atom feed, typed by the person
 * @added: (out): what became of its items
 *
 * Fetches a feed and queues the addresses of its items, as sl_queue_add() does.
 *
 * Fails also with SL_FETCH_ERROR, SL_READ_ERROR, SL_HELPER_ERROR, G_IO_ERROR_CANCELLED, SL_WORKBENCH_ERROR_HTTP for a status that brings
 * no feed, and SL_WORKBENCH_ERROR_INVALID for what is none.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_add_feed (SlWorkbench   *self,
                   const char    *url,
                   SlQueueAdded  *added,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree SlQueueAdded *made = NULL;

  g_return_val_if_fail (SL_IS_WORKBENCH (self) && url != NULL, FALSE);

  made = run_add_feed (self, (gpointer) url, NULL, cancellable, error);
  if (made != NULL)
    *added = *made;

  return made != NULL;
}

/**
 * sl_queue_add_feed_async:
 *
 * As sl_queue_add_feed(), on a thread of the workbench.
 */
void
sl_queue_add_feed_async (SlWorkbench         *self,
                         const char          *url,
                         SlProgressFunc       progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_return_if_fail (SL_IS_WORKBENCH (self) && url != NULL);

  sl_workbench_run_async (self, run_add_feed, g_strdup (url), g_free, g_free,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_queue_add_feed_finish:
 * @added: (out): what became of its items
 *
 * Returns: as sl_queue_add_feed()
 */
gboolean
sl_queue_add_feed_finish (SlWorkbench   *self,
                          GAsyncResult  *result,
                          SlQueueAdded  *added,
                          GError       **error)
{
  g_autofree SlQueueAdded *made = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  made = g_task_propagate_pointer (G_TASK (result), error);
  if (made != NULL)
    *added = *made;

  return made != NULL;
}
