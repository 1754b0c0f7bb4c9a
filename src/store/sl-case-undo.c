/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"
#include "store/sl-schema-private.h"

/*
 * The undo stack is not kept anywhere: it follows from the acts. An act of kind do (0) stands unless the
 * last act about it is an undo (1). Undo takes back the last that stands; redo does again
 * the one that was taken back last, as long as nothing new was done since.
 */
#define LAST_ABOUT(act_id) "(SELECT kind FROM act AS later WHERE later.about = " act_id " ORDER BY later.sequence DESC LIMIT 1)"

#define UNDO_TARGET \
  "WHERE kind = 0 AND coalesce (" LAST_ABOUT ("act.id") ", 2) <> 1 ORDER BY sequence DESC LIMIT 1"

#define REDO_TARGET                                                                                   \
  "WHERE id = (SELECT undone.about FROM act AS undone WHERE undone.kind = 1"                          \
  " AND undone.sequence > (SELECT max (sequence) FROM act WHERE kind = 0)"                            \
  " AND undone.sequence = (SELECT max (sequence) FROM act AS later WHERE later.about = undone.about)" \
  " ORDER BY undone.sequence DESC LIMIT 1)"

static SlAct *
peek (SlCase      *self,
      const char  *where,
      GError     **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);

  return db == NULL ? NULL : sl_entity_find (&sl_entity_act, db, error, where, "");
}

/**
 * sl_case_peek_undo:
 *
 * Returns: (transfer full) (nullable): the act that sl_case_undo() would take back; %NULL when there is none
 */
SlAct *
sl_case_peek_undo (SlCase *self)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  return peek (self, UNDO_TARGET, NULL);
}

/**
 * sl_case_peek_redo:
 *
 * Returns: (transfer full) (nullable): the act that sl_case_redo() would do again; %NULL when there is none
 */
SlAct *
sl_case_peek_redo (SlCase *self)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  return peek (self, REDO_TARGET, NULL);
}

/* The changeset of an act, after looking whether the chain still vouches for it. */
static GBytes *
load_changeset (SlCase       *self,
                const SlAct  *act,
                GError      **error)
{
  g_autoptr (SlDbCursor) row = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;

  row = sl_db_query (self->db, error, "SELECT changeset FROM act WHERE id = ?", "i", act->id);
  if (row == NULL || sl_db_step (self->db, row, error) != SL_DB_ROW)
    return NULL;

  changeset = sl_db_get_bytes (row, 0);
  previous = sl_db_dup_text (self->db, NULL, "SELECT hash FROM act WHERE sequence = ?", "i", act->sequence - 1);
  hash = sl_act_hash (act, previous == NULL ? SL_ACT_HASH_NONE : previous, changeset);
  if (g_str_equal (hash, act->hash))
    return g_steal_pointer (&changeset);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: the record of “%s” was altered. Verify the case, or restore it from a copy."),
               self->path, act->label);
  return NULL;
}

/**
 * sl_case_load_changeset:
 *
 * Loads what an act changed, as SQLite's session extension writes it; the hash of the act is computed from it.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED when the chain does not vouch for it, and with %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the changeset, which may be empty
 */
GBytes *
sl_case_load_changeset (SlCase       *self,
                        const SlAct  *act,
                        GError      **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && act != NULL, NULL);

  SL_CASE_LOCK (self);
  return sl_case_get_db (self, error) != NULL ? load_changeset (self, act, error) : NULL;
}

/* Undo and redo work on the present only; evidence stays, and other tables are none of a changeset's business. */
static int
filter_cb (void       *data,
           const char *name)
{
  const SlTable *table = sl_schema_find_table (name);

  (void) data;
  return table != NULL && table->kind == SL_TABLE_PRESENT;
}

static int
conflict_cb (void                   *data,
             int                     reason,
             sqlite3_changeset_iter *iter)
{
  (void) data;
  (void) reason;
  (void) iter;
  return SQLITE_CHANGESET_ABORT;
}

static int
apply (SlCase   *self,
       GBytes   *changeset,
       gboolean  inverse)
{
  gsize length;
  void *data = (void *) g_bytes_get_data (changeset, &length);
  void *inverted = NULL;
  int inverted_length = 0;
  int code = SQLITE_OK;

  if (length == 0)
    return SQLITE_OK;
  if (inverse)
    code = sqlite3changeset_invert ((int) length, data, &inverted_length, &inverted);
  if (code == SQLITE_OK)
    code = sqlite3changeset_apply (sl_db_get_handle (self->db),
                                   inverse ? inverted_length : (int) length, inverse ? inverted : data,
                                   filter_cb, conflict_cb, NULL);
  sqlite3_free (inverted);
  return code;
}

static gboolean
apply_act (SlCase       *self,
           const SlAct  *act,
           gboolean      inverse,
           GError      **error)
{
  g_autoptr (GBytes) changeset = load_changeset (self, act, error);
  int code;

  if (changeset == NULL)
    return FALSE;

  code = apply (self, changeset, inverse);
  if (code == SQLITE_ABORT)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT,
                 inverse ? _ ("“%s” cannot be undone: what it changed was changed again since. Change it by hand.")
                         : _ ("“%s” cannot be done again: what it changed was changed since. Change it by hand."),
                 act->label);
  else if (code != SQLITE_OK)
    sl_db_set_error (self->db, code, error);
  return code == SQLITE_OK;
}

static SlAct *
find_target (SlCase    *self,
             gboolean   inverse,
             GError   **error)
{
  g_autoptr (GError) problem = NULL;
  SlAct *target = peek (self, inverse ? UNDO_TARGET : REDO_TARGET, &problem);

  if (target != NULL)
    return target;

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_NOTHING,
                         inverse ? _ ("There is nothing to undo.") : _ ("There is nothing to do again."));
  return NULL;
}

/* Returns the act that records the undo or redo. */
static SlAct *
move (SlCase      *self,
      gboolean     inverse,
      const char  *by,
      gint64       now,
      GError     **error)
{
  g_autoptr (SlAct) target = NULL;
  SlId made;

  SL_CASE_LOCK (self);
  target = find_target (self, inverse, error);
  if (target == NULL || !sl_case_start_act (self, inverse ? SL_ACT_UNDO : SL_ACT_REDO, target->id, target->label, by, now, error))
    return NULL;

  if (!apply_act (self, target, inverse, error))
    {
      sl_case_abort_act (self);
      return NULL;
    }

  made = self->pending->id;
  if (!sl_case_commit_act (self, error))
    return NULL;
  return sl_entity_find (&sl_entity_act, self->db, error, "WHERE id = ?", "i", made);
}

/**
 * sl_case_undo:
 * @by: who takes it back
 * @now: UTC seconds
 *
 * Takes back the last act of kind %SL_ACT_DO that stands; works across restarts. Evidence leaves the
 * lists and stays in the file. That it was taken back is an act itself.
 *
 * Fails with %SL_STORE_ERROR_NOTHING when there is nothing to undo, %SL_STORE_ERROR_CONFLICT when a
 * recorded fact changed the same rows since, or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the new act, of kind %SL_ACT_UNDO, with the label of the one taken back
 */
SlAct *
sl_case_undo (SlCase      *self,
              const char  *by,
              gint64       now,
              GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && by != NULL, NULL);

  return move (self, TRUE, by, now, error);
}

/**
 * sl_case_redo:
 * @by: who does it again
 * @now: UTC seconds
 *
 * Does again what was taken back last, unless something new was done since; works across restarts.
 *
 * Fails with %SL_STORE_ERROR_NOTHING when there is nothing to redo, %SL_STORE_ERROR_CONFLICT when a
 * recorded fact changed the same rows since, or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the new act, of kind %SL_ACT_REDO, with the label of the one done again
 */
SlAct *
sl_case_redo (SlCase      *self,
              const char  *by,
              gint64       now,
              GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && by != NULL, NULL);

  return move (self, FALSE, by, now, error);
}
