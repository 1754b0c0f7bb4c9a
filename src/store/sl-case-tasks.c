/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"

/* Begins a transaction of its own unless an act is pending, in which case the tasks change with it. */
static SlDb *
begin_work (SlCase  *self,
            GError **error)
{
  SlDb *db = sl_case_get_db (self, error);

  if (db == NULL)
    return NULL;
  if (self->mode == SL_CASE_OPEN_READ_ONLY)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                   _ ("“%s” is open for reading only. Open it for writing, or save a copy and change that."), self->path);
      return NULL;
    }

  return self->pending != NULL || sl_db_begin (db, error) ? db : NULL;
}

static gboolean
end_work (SlCase    *self,
          gboolean   ok,
          GError   **error)
{
  if (self->pending != NULL)
    return ok;
  if (ok)
    return sl_db_commit (self->db, error);

  sl_db_rollback (self->db);
  return FALSE;
}

static gboolean
write_tasks (SlDb       *db,
             GPtrArray  *tasks,
             GError    **error)
{
  gint64 last = 0;

  if (!sl_db_get_int64 (db, &last, error, "SELECT max (place) FROM task", ""))
    return FALSE;

  for (guint i = 0; i < tasks->len; i++)
    {
      SlTask *task = g_ptr_array_index (tasks, i);

      if (task->place == 0)
        task->place = ++last;
      if (!sl_entity_write (&sl_entity_task, db, task, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_case_put_tasks:
 * @tasks: (element-type SlTask): their missing keys and places are filled
 *
 * Adds tasks to the capture queue, or changes those of their keys: all or none.
 *
 * Fails with %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_tasks (SlCase     *self,
                   GPtrArray  *tasks,
                   GError    **error)
{
  SlDb *db;

  g_return_val_if_fail (SL_IS_CASE (self) && tasks != NULL, FALSE);

  SL_CASE_LOCK (self);
  db = begin_work (self, error);
  return db != NULL && end_work (self, write_tasks (db, tasks, error), error);
}

/**
 * sl_case_put_task:
 *
 * Adds a task to the capture queue, or changes the one of this key.
 *
 * Fails with %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_task (SlCase  *self,
                  SlTask  *task,
                  GError **error)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();

  g_return_val_if_fail (SL_IS_CASE (self) && task != NULL, FALSE);

  g_ptr_array_add (tasks, task);
  return sl_case_put_tasks (self, tasks, error);
}

static gboolean
change_task (SlDb         *db,
             SlTask       *task,
             SlTaskState   from,
             GError      **error)
{
  gint64 state = -1;

  if (!sl_db_get_int64 (db, &state, error, "SELECT state FROM task WHERE id = ?", "i", task->id))
    return FALSE;
  if (state == (gint64) from)
    return sl_entity_write (&sl_entity_task, db, task, TRUE, error);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT,
               _ ("Somebody else has changed the task of “%s” meanwhile."), task->url);
  return FALSE;
}

/**
 * sl_case_change_task:
 * @from: the state that it must have in the case
 *
 * Changes a task that nobody has changed meanwhile.
 *
 * Fails with %SL_STORE_ERROR_CONFLICT when it is in another state, or not there any more, %SL_STORE_ERROR_BUSY or
 * %SL_STORE_ERROR_IO.
 *
 * Returns: whether it was changed
 */
gboolean
sl_case_change_task (SlCase       *self,
                     SlTask       *task,
                     SlTaskState   from,
                     GError      **error)
{
  SlDb *db;

  g_return_val_if_fail (SL_IS_CASE (self) && task != NULL && task->id != SL_ID_NONE, FALSE);

  SL_CASE_LOCK (self);
  db = begin_work (self, error);
  return db != NULL && end_work (self, change_task (db, task, from, error), error);
}

/**
 * sl_case_count_tasks:
 * @counts: (out): how many tasks are in each state
 *
 * Returns: whether it went well
 */
gboolean
sl_case_count_tasks (SlCase  *self,
                     gint64   counts[SL_N_TASK_STATES],
                     GError **error)
{
  g_autoptr (SlDbCursor) rows = NULL;
  SlDbStep step;

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  memset (counts, 0, SL_N_TASK_STATES * sizeof *counts);
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  rows = db != NULL ? sl_db_query (db, error, "SELECT state, count (*) FROM task GROUP BY state", "") : NULL;
  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (db, rows, error)) == SL_DB_ROW)
    counts[CLAMP (sqlite3_column_int (rows, 0), 0, SL_N_TASK_STATES - 1)] += sqlite3_column_int64 (rows, 1);
  return step == SL_DB_DONE;
}

/**
 * sl_case_find_task:
 *
 * Looks for the task that was added last for an address or one equal to it.
 *
 * Returns: (transfer full) (nullable): the task
 */
SlTask *
sl_case_find_task (SlCase     *self,
                   const char *url_key)
{
  g_return_val_if_fail (SL_IS_CASE (self) && url_key != NULL, NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_task, self->db, NULL, "WHERE url_key = ? ORDER BY place DESC", "t", url_key);
}

#define IS_AGAIN "?2 = 0 AND ?1 IN (3, 4)"

static gboolean
move_tasks (SlDb         *db,
            SlTaskState   from,
            SlTaskState   to,
            SlId          batch,
            gint64        now,
            GError      **error)
{
  return sl_db_run (db, error,
                    "UPDATE task SET state = ?2, changed_at = ?3, attempts = iif (" IS_AGAIN ", 0, attempts),"
                    " not_before_usec = iif (" IS_AGAIN ", 0, not_before_usec)"
                    " WHERE state = ?1 AND (?4 = 0 OR batch = ?4)",
                    "iiii", (gint64) from, (gint64) to, now, batch);
}

/**
 * sl_case_move_tasks:
 * @batch: only those of a batch, or %SL_ID_NONE for all
 * @now: UTC seconds
 *
 * Moves tasks from one state to another. What failed or was cancelled and waits again has not been tried yet.
 *
 * Fails with %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: how many were moved, -1 with @error set
 */
gint64
sl_case_move_tasks (SlCase       *self,
                    SlTaskState   from,
                    SlTaskState   to,
                    SlId          batch,
                    gint64        now,
                    GError      **error)
{
  SlDb *db;
  gint64 moved;
  gboolean ok;

  g_return_val_if_fail (SL_IS_CASE (self), -1);

  SL_CASE_LOCK (self);
  db = begin_work (self, error);
  if (db == NULL)
    return -1;

  ok = move_tasks (db, from, to, batch, now, error);
  moved = sqlite3_changes64 (sl_db_get_handle (db));
  return end_work (self, ok, error) ? moved : -1;
}

/* Failures stay until they are named: they are what tells why something is not there. */
static gboolean
drop_tasks (SlDb    *db,
            SlId     id,
            GError **error)
{
  if (id == SL_ID_NONE)
    return sl_db_run (db, error, "DELETE FROM task WHERE state IN (?, ?)", "ii", (gint64) SL_TASK_DONE, (gint64) SL_TASK_CANCELLED);

  return sl_db_run (db, error, "DELETE FROM task WHERE (id = ?1 OR batch = ?1) AND state NOT IN (?2, ?3)", "iii",
                    id, (gint64) SL_TASK_WAITING, (gint64) SL_TASK_RUNNING);
}

/**
 * sl_case_drop_tasks:
 * @id: a task or a batch, whose failures go too, or %SL_ID_NONE for all tasks that are done or cancelled
 *
 * Takes tasks that came to their end out of the queue. What they captured stays.
 *
 * Fails with %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: how many were taken out, -1 with @error set
 */
gint64
sl_case_drop_tasks (SlCase  *self,
                    SlId     id,
                    GError **error)
{
  SlDb *db;
  gint64 dropped;
  gboolean ok;

  g_return_val_if_fail (SL_IS_CASE (self), -1);

  SL_CASE_LOCK (self);
  db = begin_work (self, error);
  if (db == NULL)
    return -1;

  ok = drop_tasks (db, id, error);
  dropped = sqlite3_changes64 (sl_db_get_handle (db));
  return end_work (self, ok, error) ? dropped : -1;
}
