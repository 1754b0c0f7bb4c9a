/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-checks-queue.h"

struct _SlChecksQueue
{
  GObject parent_instance;

  SlCase    *from;     /* (owned) (nullable) */
  GPtrArray *items;    /* (owned) (element-type SlTriageItem) */
  gboolean   loading;
  gboolean   again;    /* the case has changed since loading began */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SlChecksQueue, sl_checks_queue, G_TYPE_OBJECT)

static void
sl_checks_queue_finalize (GObject *object)
{
  SlChecksQueue *self = SL_CHECKS_QUEUE (object);

  g_clear_object (&self->from);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (sl_checks_queue_parent_class)->finalize (object);
}

static void
sl_checks_queue_class_init (SlChecksQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_checks_queue_finalize;
  changed_signal = g_signal_new ("changed", SL_TYPE_CHECKS_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_checks_queue_init (SlChecksQueue *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_triage_item_free);
}

/**
 * sl_checks_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
SlChecksQueue *
sl_checks_queue_new (void)
{
  return g_object_new (SL_TYPE_CHECKS_QUEUE, NULL);
}

static void
load_on_thread (GTask        *task,
                gpointer      object,
                gpointer      from,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = sl_triage_list (from, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
take_items (SlChecksQueue *self,
            GPtrArray     *items)
{
  g_ptr_array_unref (self->items);
  self->items = items;
  g_signal_emit (self, changed_signal, 0);
}

/* A case that cannot be read, because it is being closed, leaves the queue as it is; verification tells of others. */
static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  SlChecksQueue *self = SL_CHECKS_QUEUE (object);
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loading = FALSE;
  if (self->again)
    sl_checks_queue_load (self, self->from);
  else if (items != NULL && self->from != NULL)
    take_items (self, g_steal_pointer (&items));
}

/**
 * sl_checks_queue_load:
 * @from: (nullable): the case, which has changed; %NULL empties the queue
 *
 * Gathers anew what is to be decided.
 */
void
sl_checks_queue_load (SlChecksQueue *self,
                      SlCase        *from)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SL_IS_CHECKS_QUEUE (self));

  if (g_set_object (&self->from, from) && self->items->len > 0)
    take_items (self, g_ptr_array_new_with_free_func ((GDestroyNotify) sl_triage_item_free));
  self->again = self->loading && from != NULL;
  if (self->loading || from == NULL)
    return;
  self->loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, sl_checks_queue_load);
  g_task_set_task_data (task, g_object_ref (from), g_object_unref);
  g_task_run_in_thread (task, load_on_thread);
}

/**
 * sl_checks_queue_get_n_items:
 *
 * Returns: how many wait
 */
guint
sl_checks_queue_get_n_items (SlChecksQueue *self)
{
  g_return_val_if_fail (SL_IS_CHECKS_QUEUE (self), 0);
  return self->items->len;
}

/**
 * sl_checks_queue_get:
 *
 * Returns: (transfer none) (nullable): what waits there, until the queue changes
 */
const SlTriageItem *
sl_checks_queue_get (SlChecksQueue *self,
                     guint          position)
{
  g_return_val_if_fail (SL_IS_CHECKS_QUEUE (self), NULL);
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * sl_checks_queue_find:
 * @otherwise: what to return when it is not there
 *
 * Returns: where the check is
 */
guint
sl_checks_queue_find (SlChecksQueue *self,
                      SlId           check,
                      guint          otherwise)
{
  g_return_val_if_fail (SL_IS_CHECKS_QUEUE (self), otherwise);
  for (guint i = 0; i < self->items->len; i++)
    if (sl_checks_queue_get (self, i)->check->id == check)
      return i;
  return otherwise;
}

/**
 * sl_checks_queue_drop:
 * @checks: (element-type SlId): keys of checks
 *
 * Takes out what is being decided, before the case has it; loading brings back what could not be.
 */
void
sl_checks_queue_drop (SlChecksQueue *self,
                      GArray        *checks)
{
  g_return_if_fail (SL_IS_CHECKS_QUEUE (self));
  for (guint i = 0; i < checks->len; i++)
    {
      const guint at = sl_checks_queue_find (self, g_array_index (checks, SlId, i), G_MAXUINT);

      if (at < self->items->len)
        g_ptr_array_remove_index (self->items, at);
    }
  g_signal_emit (self, changed_signal, 0);
}
