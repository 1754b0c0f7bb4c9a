/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case-private.h"

/* Runs a change that must hit a row; %SL_STORE_ERROR_NOT_FOUND when it hits none. */
static gboolean
change (SlCase      *self,
        const char  *sql,
        SlId         first,
        gint64       second,
        GError     **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);

  if (db == NULL || !sl_db_run (db, error, sql, "ii", first, second))
    return FALSE;
  if (sqlite3_changes (sl_db_get_handle (db)) > 0)
    return TRUE;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND,
               _ ("“%s” was not changed: what was to be changed is not in the case."), self->path);
  return FALSE;
}

/* Runs each statement with the same key, in order; whether rows are hit does not matter. */
static gboolean
run_for (SlCase            *self,
         const char *const *statements,
         SlId               id,
         GError           **error)
{
  for (gsize i = 0; statements[i] != NULL; i++)
    {
      if (!sl_db_run (self->db, error, statements[i], "i", id))
        return FALSE;
    }

  return TRUE;
}

/* Takes a row away with what hangs on it. */
static gboolean
remove_row (SlCase            *self,
            const char *const *before,
            const char        *sql,
            SlId               id,
            GError           **error)
{
  SL_CASE_LOCK (self);

  return sl_case_get_db_for_act (self, error) != NULL && run_for (self, before, id, error) && change (self, sql, id, 0, error);
}

/**
 * sl_case_link_claim:
 *
 * Lets an event rest on a claim, too. Only within an act. Doing it twice changes nothing.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND when either is not in the case.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_link_claim (SlCase  *self,
                    SlId     event_id,
                    SlId     claim_id,
                    GError **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);

  return db != NULL && sl_db_run (db, error, "INSERT INTO event_claim (event_id, claim_id) VALUES (?, ?) ON CONFLICT DO NOTHING", "ii", event_id, claim_id);
}

/**
 * sl_case_unlink_claim:
 *
 * Takes a claim off an event. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND when the event does not rest on it.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_unlink_claim (SlCase  *self,
                      SlId     event_id,
                      SlId     claim_id,
                      GError **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return change (self, "DELETE FROM event_claim WHERE event_id = ? AND claim_id = ?", event_id, claim_id, error);
}

/**
 * sl_case_set_stance:
 *
 * Says what a passage does to its claim. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_set_stance (SlCase    *self,
                    SlId       pin_id,
                    SlStance   stance,
                    GError   **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return change (self, "UPDATE pin SET stance = ?2 WHERE id = ?1", pin_id, (gint64) stance, error);
}

/**
 * sl_case_remove_pin:
 *
 * Takes a claim off a passage. Only within an act. The passage stays.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_remove_pin (SlCase  *self,
                    SlId     pin_id,
                    GError **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return change (self, "DELETE FROM pin WHERE id = ?1 AND ?2 = 0", pin_id, 0, error);
}

/**
 * sl_case_remove_claim:
 *
 * Takes a claim away with its pins, its place in events and its grade; a suggestion that
 * became it counts as rejected, so that it can be reopened. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_remove_claim (SlCase  *self,
                      SlId     claim_id,
                      GError **error)
{
  static const char *const before[] = {
    "UPDATE suggestion SET state = iif (same_as IS NULL, 2, 3), claim_id = NULL WHERE claim_id = ?",
    "DELETE FROM event_claim WHERE claim_id = ?",
    "DELETE FROM pin WHERE claim_id = ?",
    "DELETE FROM grade_in_force WHERE target_id = ?",
    NULL,
  };

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return remove_row (self, before, "DELETE FROM claim WHERE id = ?1 AND ?2 = 0", claim_id, error);
}

/**
 * sl_case_remove_event:
 *
 * Takes an event away with its grade; its claims stay. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_remove_event (SlCase  *self,
                      SlId     event_id,
                      GError **error)
{
  static const char *const before[] = {
    "DELETE FROM event_claim WHERE event_id = ?",
    "DELETE FROM grade_in_force WHERE target_id = ?",
    NULL,
  };

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return remove_row (self, before, "DELETE FROM event WHERE id = ?1 AND ?2 = 0", event_id, error);
}

/**
 * sl_case_remove_source:
 *
 * Takes a source out of the case with its suggestions, the pins on its passages and its grade. Its
 * captures, documents and passages leave the lists and stay in the file. Claims stay, also
 * those that are left without a passage. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_remove_source (SlCase  *self,
                       SlId     source_id,
                       GError **error)
{
  static const char *const before[] = {
    "UPDATE suggestion SET same_as = NULL, state = iif (state = 3, 0, state) WHERE same_as IN"
    " (SELECT id FROM suggestion WHERE source_id = ?)",
    "DELETE FROM suggestion WHERE source_id = ?",
    "DELETE FROM pin WHERE passage_id IN (SELECT passage.id FROM document"
    " JOIN passage ON passage.document_id = document.id WHERE document.source_id = ?)",
    "DELETE FROM in_case WHERE id IN (SELECT passage.id FROM document"
    " JOIN passage ON passage.document_id = document.id WHERE document.source_id = ?)",
    "DELETE FROM quality_consent WHERE document_id IN (SELECT id FROM document WHERE source_id = ?)",
    "DELETE FROM in_case WHERE id IN (SELECT id FROM document WHERE source_id = ?)",
    "DELETE FROM in_case WHERE id IN (SELECT id FROM capture WHERE source_id = ?)",
    "DELETE FROM grade_in_force WHERE target_id = ?",
    NULL,
  };

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return remove_row (self, before, "DELETE FROM source WHERE id = ?1 AND ?2 = 0", source_id, error);
}
