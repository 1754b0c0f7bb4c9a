/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case-private.h"
#include "store/sl-schema-private.h"

/* Ends the pending act; the caller has committed or rolled back. */
static void
end_act (SlCase *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->pending, sl_act_free);
  g_rec_mutex_unlock (&self->lock);
}

static gboolean
start_session (SlCase  *self,
               GError **error)
{
  gsize n_tables;
  const SlTable *tables = sl_schema_get_tables (&n_tables);
  int code = sqlite3session_create (sl_db_get_handle (self->db), "main", &self->session);

  for (gsize i = 0; i < n_tables && code == SQLITE_OK; i++)
    {
      if (sl_schema_is_recorded (&tables[i]))
        code = sqlite3session_attach (self->session, tables[i].name);
    }

  if (code != SQLITE_OK)
    sl_db_set_error (self->db, code, error);
  return code == SQLITE_OK;
}

static gboolean
may_begin (SlCase  *self,
           GError **error)
{
  if (sl_case_get_db (self, error) == NULL)
    return FALSE;
  if (self->mode == SL_CASE_OPEN_READ_ONLY)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                   _ ("“%s” is open for reading only. Open it for writing, or save a copy and change that."), self->path);
      return FALSE;
    }
  if (self->pending != NULL)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY,
                   _ ("“%s” is being changed. Try again when that has ended."), self->path);
      return FALSE;
    }

  return TRUE;
}

/**
 * sl_case_start_act:
 *
 * Does what sl_case_begin_act() says, for acts of every kind.
 *
 * Returns: whether the act has begun; the lock is held only then
 */
gboolean
sl_case_start_act (SlCase      *self,
                   SlActKind    kind,
                   SlId         about,
                   const char  *label,
                   const char  *by,
                   gint64       now,
                   GError     **error)
{
  g_rec_mutex_lock (&self->lock);

  if (!may_begin (self, error) || !sl_db_begin (self->db, error))
    {
      g_rec_mutex_unlock (&self->lock);
      return FALSE;
    }
  self->pending = sl_act_new ();
  self->pending->id = sl_id_new ();
  self->pending->kind = kind;
  self->pending->about = about;
  self->pending->at = now;
  self->pending->by = g_strdup (by);
  self->pending->label = g_strdup (label);

  if (start_session (self, error))
    return TRUE;

  sl_case_abort_act (self);
  return FALSE;
}

/**
 * sl_case_begin_act:
 * @kind: %SL_ACT_DO or %SL_ACT_RECORD
 * @label: what is done, one line
 * @by: who does it
 * @now: UTC seconds
 *
 * Begins an act: one transaction, one entry of the audit log and, for %SL_ACT_DO, one step of undo.
 * The case is locked for other threads until sl_case_commit_act() or sl_case_abort_act() is
 * called, from the same thread. When a change in between fails, the act must be aborted.
 *
 * Fails with %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: whether the act has begun
 */
gboolean
sl_case_begin_act (SlCase      *self,
                   SlActKind    kind,
                   const char  *label,
                   const char  *by,
                   gint64       now,
                   GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);
  g_return_val_if_fail (kind == SL_ACT_DO || kind == SL_ACT_RECORD, FALSE);
  g_return_val_if_fail (label != NULL && g_utf8_validate (label, -1, NULL), FALSE);
  g_return_val_if_fail (by != NULL && g_utf8_validate (by, -1, NULL), FALSE);

  return sl_case_start_act (self, kind, SL_ID_NONE, label, by, now, error);
}

static GBytes *
take_changeset (SlCase  *self,
                GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  void *data = NULL;
  int length_bytes = 0;
  int code = sqlite3session_changeset (self->session, &length_bytes, &data);

  if (code == SQLITE_OK)
    changeset = g_bytes_new (data, (gsize) length_bytes);
  else
    sl_db_set_error (self->db, code, error);
  sqlite3_free (data);
  return g_steal_pointer (&changeset);
}

static gboolean
chain_act (SlCase  *self,
           GBytes  *changeset,
           GError **error)
{
  SlAct *act = self->pending;
  g_autofree char *previous = NULL;
  g_autoptr (GError) problem = NULL;
  gint64 sequence = 0;

  previous = sl_db_dup_text (self->db, &problem, "SELECT hash FROM act ORDER BY sequence DESC LIMIT 1", "");
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!sl_db_get_int64 (self->db, &sequence, error, "SELECT max (sequence) FROM act", ""))
    return FALSE;

  act->sequence = sequence + 1;
  act->hash = sl_act_hash (act, previous == NULL ? SL_ACT_HASH_NONE : previous, changeset);
  return TRUE;
}

static gboolean
write_act (SlCase  *self,
           GBytes  *changeset,
           GError **error)
{
  const SlAct *act = self->pending;

  return chain_act (self, changeset, error) && sl_db_run (self->db, error, "INSERT INTO act (id, sequence, kind, about, at, by, label, changeset, hash)"
                                                                           " VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?, ?, ?)",
                                                          "iiiiittbt", act->id, act->sequence, (gint64) act->kind, act->about, act->at, act->by, act->label, changeset, act->hash);
}

/**
 * sl_case_commit_act:
 *
 * Ends the act and makes it durable: when this returns, not even a power cut loses it. An act of
 * kind %SL_ACT_DO that has changed nothing leaves no trace.
 *
 * On failure everything done in the act is taken back. Fails with %SL_STORE_ERROR_IO or
 * %SL_STORE_ERROR_BUSY.
 *
 * Returns: whether the act is durable
 */
gboolean
sl_case_commit_act (SlCase  *self,
                    GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gboolean ok;

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);
  g_return_val_if_fail (self->pending != NULL, FALSE);

  changeset = take_changeset (self, error);
  if (changeset != NULL && self->pending->kind == SL_ACT_DO && g_bytes_get_size (changeset) == 0)
    {
      sl_case_abort_act (self);
      return TRUE;
    }

  ok = changeset != NULL && write_act (self, changeset, error) && sl_db_commit (self->db, error);
  if (!ok)
    sl_db_rollback (self->db);
  end_act (self);
  return ok;
}

/**
 * sl_case_abort_act:
 *
 * Ends the act and takes back what was done in it.
 */
void
sl_case_abort_act (SlCase *self)
{
  g_return_if_fail (SL_IS_CASE (self));
  g_return_if_fail (self->pending != NULL);

  /* The session goes first: it would otherwise watch a connection that is rolling back. */
  g_clear_pointer (&self->session, sqlite3session_delete);
  sl_db_rollback (self->db);
  end_act (self);
}
