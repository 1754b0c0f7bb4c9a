/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-facts.h"
#include "workbench/sl-web-address.h"
#include "workbench/sl-workbench-private.h"

/* ---- adding ------------------------------------------------------------------------------------- */

typedef struct
{
  SlCase       *a_case;    /* (unowned) */
  GHashTable   *keys;      /* (owned): those of this call */
  GPtrArray    *tasks;     /* (owned) (element-type SlTask) */
  SlTaskOrigin  origin;
  SlId          found_in;
  gboolean      again;     /* also what was captured already */
  SlQueueAdded  added;
} Adding;

static gboolean
is_captured (SlCase     *a_case,
             const char *url)
{
  g_autoptr (SlSource) source = sl_case_find_source (a_case, url);
  SlQuery query = SL_QUERY_ALL;

  if (source == NULL)
    return FALSE;

  query.about = source->id;
  return sl_case_count (a_case, SL_LIST_DOCUMENTS, &query, NULL) > 0;
}

/* Whether the task stands for a capture that is to come. What was captured and removed may be captured anew. */
static gboolean
is_ahead (const SlTask *task)
{
  return task->state == SL_TASK_WAITING || task->state == SL_TASK_RUNNING;
}

static SlTask *
make_task (const Adding *adding,
           const char   *url,
           const char   *key)
{
  SlTask *task = sl_task_new ();

  task->url = g_strdup (url);
  task->url_key = g_strdup (key);
  task->host = sl_web_address_dup_host (url);
  task->origin = adding->origin;
  task->found_in = adding->found_in;
  task->added_at = sl_workbench_now ();

  return task;
}

/* The same task again rather than a second row for the address. */
static void
reset_task (SlTask *task,
            SlId    batch)
{
  task->state = SL_TASK_WAITING;
  task->batch = batch;
  task->attempts = 0;
  task->not_before = 0;
  task->changed_at = sl_workbench_now ();
}

static void
add_url (Adding     *adding,
         const char *url)
{
  g_autofree char *key = g_utf8_validate (url, -1, NULL) ? sl_web_address_dup_key (url) : NULL;
  g_autoptr (SlTask) task = NULL;

  if (key == NULL)
    {
      adding->added.invalid++;
      return;
    }

  task = sl_case_find_task (adding->a_case, key);
  if (g_hash_table_contains (adding->keys, key) || (task != NULL && is_ahead (task)) || (!adding->again && is_captured (adding->a_case, url)))
    {
      adding->added.known++;
      return;
    }

  if (task == NULL)
    task = make_task (adding, url, key);
  reset_task (task, adding->added.batch);
  g_hash_table_add (adding->keys, g_steal_pointer (&key));
  g_ptr_array_add (adding->tasks, g_steal_pointer (&task));
  adding->added.added++;
}

static gboolean
add_all (SlWorkbench         *self,
         const char   *const *urls,
         Adding               adding,
         SlQueueAdded        *added,
         GError             **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_task_free);

  adding.a_case = sl_workbench_get_case (self);
  adding.keys = keys;
  adding.tasks = tasks;
  adding.added.batch = sl_id_new ();
  for (gsize i = 0; urls[i] != NULL; i++)
    add_url (&adding, urls[i]);
  *added = adding.added;
  if (tasks->len == 0)
    return TRUE;
  if (!sl_case_put_tasks (adding.a_case, tasks, error))
    return FALSE;

  sl_workbench_notify_queue_changed (self);
  return TRUE;
}

/**
 * sl_queue_add:
 * @urls: (array zero-terminated=1): addresses
 * @origin: how they came: only those that were typed may lead to this machine or a private network
 * @found_in: the document whose links they are, or %SL_ID_NONE
 * @added: (out): what became of them
 *
 * Queues addresses: all or none of them. One that is in the queue or the case already, under this address or an equal
 * one, is passed over; one that failed or was cancelled waits again.
 *
 * Fails with %SL_STORE_ERROR_IO or %SL_STORE_ERROR_BUSY.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_add (SlWorkbench         *self,
              const char   *const *urls,
              SlTaskOrigin         origin,
              SlId                 found_in,
              SlQueueAdded        *added,
              GError             **error)
{
  return add_all (self, urls, (Adding) { .origin = origin, .found_in = found_in }, added, error);
}

/**
 * sl_queue_add_again:
 * @source_id: a source with an address
 * @added: (out): what became of it
 *
 * Queues the address of a source that was captured already, as sl_queue_add() does with a new one: the next capture stands
 * beside those before.
 *
 * Fails as sl_queue_add(), with %SL_STORE_ERROR_NOT_FOUND, and with SL_WORKBENCH_ERROR_INVALID when the source has no address.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_add_again (SlWorkbench   *self,
                    SlId           source_id,
                    SlQueueAdded  *added,
                    GError       **error)
{
  g_autoptr (SlSource) source = sl_case_get_source (sl_workbench_get_case (self), source_id, error);

  if (source == NULL)
    return FALSE;
  if (source->url == NULL)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("This source has no address at which it could be captured again."));
      return FALSE;
    }

  return add_all (self, (const char *const[]) { source->url, NULL }, (Adding) { .origin = SL_TASK_FROM_RECHECK, .again = TRUE }, added, error);
}

/**
 * sl_queue_add_text:
 * @text: any text, valid UTF-8
 *
 * Queues the addresses that stand in a text, as sl_queue_add() does.
 *
 * Fails also with SL_WORKBENCH_ERROR_INVALID when there are none.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_add_text (SlWorkbench   *self,
                   const char    *text,
                   SlQueueAdded  *added,
                   GError       **error)
{
  g_autoptr (GPtrArray) urls = sl_web_address_find_all (text);

  if (urls->len == 0)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("There is no address in this text. Addresses begin with https:// or http://."));
      return FALSE;
    }

  g_ptr_array_add (urls, NULL);
  return sl_queue_add (self, (const char *const *) urls->pdata, SL_TASK_LISTED, SL_ID_NONE, added, error);
}

static SlDocument *
get_newest (SlCase  *a_case,
            SlId     source_id,
            GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;

  query.about = source_id;
  query.limit = 1;
  documents = sl_case_list_documents (a_case, &query, error);
  if (documents != NULL && documents->len == 0)
    g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                         _ ("Nothing was read from this source, so it has no links."));

  return documents != NULL && documents->len > 0 ? g_ptr_array_steal_index (documents, 0) : NULL;
}

/**
 * sl_queue_add_links:
 * @source_id: a source
 *
 * Queues the links that lead out of the text of a source, as sl_queue_add() does.
 *
 * Fails also with SL_WORKBENCH_ERROR_INVALID when nothing was read from the source, and the errors of sl_facts_load().
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_add_links (SlWorkbench   *self,
                    SlId           source_id,
                    SlQueueAdded  *added,
                    GError       **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autoptr (SlDocument) document = get_newest (a_case, source_id, error);
  g_autoptr (SlFacts) facts = document != NULL ? sl_facts_load (a_case, document, error) : NULL;
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();

  if (facts == NULL)
    return FALSE;

  for (guint i = 0; i < facts->links->len; i++)
    g_ptr_array_add (urls, ((SlReadingLink *) g_ptr_array_index (facts->links, i))->url);
  g_ptr_array_add (urls, NULL);

  return sl_queue_add (self, (const char *const *) urls->pdata, SL_TASK_FROM_LINKS, document->id, added, error);
}

/* ---- changing one's mind -------------------------------------------------------------------------- */

static gboolean
move_all (SlCase       *a_case,
          SlTaskState   from,
          SlTaskState   to,
          SlId          batch,
          guint        *changed,
          GError      **error)
{
  gint64 moved = sl_case_move_tasks (a_case, from, to, batch, sl_workbench_now (), error);

  *changed += (guint) MAX (moved, 0);
  return moved >= 0;
}

static gboolean
move_one (SlCase       *a_case,
          SlTask       *task,
          SlTaskState   to,
          guint        *changed,
          GError      **error)
{
  SlTaskState from = task->state;

  if (to == SL_TASK_WAITING)
    reset_task (task, task->batch);
  task->state = to;
  task->changed_at = sl_workbench_now ();
  *changed = 1;

  return sl_case_change_task (a_case, task, from, error);
}

/* One task, those of a batch, or all: from either of two states to another one. */
static gboolean
move (SlWorkbench  *self,
      SlId          id,
      SlTaskState   first,
      SlTaskState   second,
      SlTaskState   to,
      guint        *changed,
      GError      **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autoptr (SlTask) task = id != SL_ID_NONE ? sl_case_get_task (a_case, id, NULL) : NULL;
  gboolean ok = TRUE;

  *changed = 0;
  if (task != NULL && (task->state == first || task->state == second))
    ok = move_one (a_case, task, to, changed, error);
  else if (task == NULL)
    ok = move_all (a_case, first, to, id, changed, error) && move_all (a_case, second, to, id, changed, error);
  if (ok && *changed > 0)
    sl_workbench_notify_queue_changed (self);

  return ok;
}

/**
 * sl_queue_cancel:
 * @id: a task, a batch, or %SL_ID_NONE for all
 * @changed: (out): how many tasks were cancelled
 *
 * Cancels what waits and what is being fetched. What was captured stays.
 *
 * Fails with %SL_STORE_ERROR_IO, %SL_STORE_ERROR_BUSY or, when the task ends at the same moment, %SL_STORE_ERROR_CONFLICT.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_cancel (SlWorkbench  *self,
                 SlId          id,
                 guint        *changed,
                 GError      **error)
{
  return move (self, id, SL_TASK_WAITING, SL_TASK_RUNNING, SL_TASK_CANCELLED, changed, error);
}

/**
 * sl_queue_retry:
 * @id: a task, a batch, or %SL_ID_NONE for all
 * @changed: (out): how many tasks wait again
 *
 * Lets what failed or was cancelled wait again, as if it had not been tried.
 *
 * Fails as sl_queue_cancel() does.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_retry (SlWorkbench  *self,
                SlId          id,
                guint        *changed,
                GError      **error)
{
  return move (self, id, SL_TASK_FAILED, SL_TASK_CANCELLED, SL_TASK_WAITING, changed, error);
}

/**
 * sl_queue_clear:
 * @id: a task or a batch, or %SL_ID_NONE for all
 * @changed: (out): how many tasks left the queue
 *
 * Takes what is done or was cancelled out of the queue, and failures where @id names them. What was captured stays, and
 * is known as captured.
 *
 * Fails with %SL_STORE_ERROR_IO or %SL_STORE_ERROR_BUSY.
 *
 * Returns: whether it went well
 */
gboolean
sl_queue_clear (SlWorkbench  *self,
                SlId          id,
                guint        *changed,
                GError      **error)
{
  gint64 dropped = sl_case_drop_tasks (sl_workbench_get_case (self), id, error);

  *changed = (guint) MAX (dropped, 0);
  if (dropped > 0)
    sl_workbench_notify_queue_changed (self);

  return dropped >= 0;
}
