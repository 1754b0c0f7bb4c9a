/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-watch.h"

/* Two clocks: one starts anew whenever bytes arrive, the other does not. libsoup has only the first, so that a
 * host which sends a byte a second could hold it for ever.
 */
struct _SlWatch
{
  GCancellable  *stop;           /* (owned): what the fetch listens to */
  GCancellable  *outer;          /* (owned) (nullable): what the person can cancel */
  gulong         outer_handler;
  GSource       *io_source;      /* (owned) */
  GSource       *total_source;   /* (owned) */
  gint64         io_usec;
  SlWatchReason  reason;         /* the first one; atomic, as the person may be in another thread */
};

static void
stop_for (SlWatch       *self,
          SlWatchReason  reason)
{
  if (g_atomic_int_compare_and_exchange ((int *) &self->reason, SL_WATCH_NONE, (int) reason))
    g_cancellable_cancel (self->stop);
}

static gboolean
io_cb (gpointer user_data)
{
  stop_for (user_data, SL_WATCH_IO);
  return G_SOURCE_REMOVE;
}

static gboolean
total_cb (gpointer user_data)
{
  stop_for (user_data, SL_WATCH_TOTAL);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  stop_for (user_data, SL_WATCH_CANCELLED);
}

static GSource *
add_timeout (SlWatch      *self,
             GMainContext *context,
             guint         seconds,
             GSourceFunc   function)
{
  GSource *source = g_timeout_source_new (seconds * 1000);

  g_source_set_callback (source, function, self, NULL);
  g_source_attach (source, context);
  return source;
}

/**
 * sl_watch_new:
 * @context: main context that the fetch runs in
 * @io_seconds: longest wait for the next bytes
 * @total_seconds: longest duration
 * @cancellable: (nullable): what the person can cancel
 *
 * Starts both clocks.
 *
 * Returns: (transfer full): a new watch
 */
SlWatch *
sl_watch_new (GMainContext *context,
              guint         io_seconds,
              guint         total_seconds,
              GCancellable *cancellable)
{
  SlWatch *self = g_new0 (SlWatch, 1);

  self->stop = g_cancellable_new ();
  self->io_usec = io_seconds * G_USEC_PER_SEC;
  self->io_source = add_timeout (self, context, io_seconds, io_cb);
  self->total_source = add_timeout (self, context, total_seconds, total_cb);
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL);
    }
  return self;
}

/**
 * sl_watch_free:
 * @self: a watch
 *
 * Stops both clocks.
 */
void
sl_watch_free (SlWatch *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_handler);
  g_source_destroy (self->io_source);
  g_source_destroy (self->total_source);
  g_source_unref (self->io_source);
  g_source_unref (self->total_source);
  g_clear_object (&self->outer);
  g_clear_object (&self->stop);
  g_free (self);
}

/**
 * sl_watch_get_cancellable:
 * @self: a watch
 *
 * Gets what is cancelled when either clock has run down or the person has stopped.
 *
 * Returns: (transfer none): a cancellable
 */
GCancellable *
sl_watch_get_cancellable (SlWatch *self)
{
  return self->stop;
}

/**
 * sl_watch_get_reason:
 * @self: a watch
 *
 * Says why it was cancelled.
 */
SlWatchReason
sl_watch_get_reason (SlWatch *self)
{
  return (SlWatchReason) g_atomic_int_get ((int *) &self->reason);
}

/**
 * sl_watch_touch:
 * @self: a watch
 *
 * Starts the wait for the next bytes anew.
 */
void
sl_watch_touch (SlWatch *self)
{
  g_source_set_ready_time (self->io_source, g_get_monotonic_time () + self->io_usec);
}
