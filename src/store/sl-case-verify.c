/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/sl-guard-private.h"
#include "store/sl-schema-private.h"
#include "store/sl-verify-private.h"

/* Operations of SQLite's machine between two looks at the cancellable. */
#define PROGRESS_STEPS 10000

/**
 * sl_verifier_add:
 * @format: for the sentence
 *
 * Notes a problem.
 */
void
sl_verifier_add (SlVerifier *self,
                 const char *what,
                 SlId id,
                 const char *problem,
                 const char *format,
                 ...)
{
  g_autofree char *detail = NULL;
  va_list arguments;

  va_start (arguments, format);
  detail = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings, sl_finding_new (what, id, problem, detail));
}

/**
 * sl_verifier_note:
 * @trouble: (transfer full) (nullable): why something could not be read
 *
 * Turns damage into a finding, and leaves everything else (cancelled, disk trouble) an error.
 *
 * Returns: whether verification can go on
 */
gboolean
sl_verifier_note (SlVerifier  *self,
                  const char  *what,
                  SlId         id,
                  const char  *problem,
                  GError      *trouble,
                  GError     **error)
{
  g_autoptr (GError) owned = trouble;

  if (owned == NULL)
    return TRUE;
  if (!g_error_matches (owned, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED) && !g_error_matches (owned, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND) && !g_error_matches (owned, SL_STORE_ERROR, SL_STORE_ERROR_NOT_A_CASE))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }

  sl_verifier_add (self, what, id, problem, "%s", owned->message);
  return TRUE;
}

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static void
watch (SlVerifier *self,
       SlDb       *db)
{
  if (self->cancellable != NULL)
    sqlite3_progress_handler (sl_db_get_handle (db), PROGRESS_STEPS, progress_cb, self->cancellable);
}

/* Only the rows are compared: what serves the lists would only cost time. */
static gboolean
drop_indexes (SlDb    *replay,
              GError **error)
{
  g_autofree char *drops = sl_db_dup_text (replay, error,
                                           "SELECT group_concat ('DROP INDEX ' || name, ';') FROM sqlite_schema"
                                           " WHERE type = 'index' AND sql IS NOT NULL",
                                           "");

  return drops != NULL && sl_db_exec (replay, drops, error);
}

/* A temporary database that goes to the disk when it grows, so that a large case can be verified in little memory. */
static SlDb *
open_replay (GError **error)
{
  g_autoptr (SlDb) replay = sl_db_open (_ ("temporary file"), "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (replay == NULL || !sl_schema_install (replay, 0, SL_SCHEMA_VERSION, error))
    return NULL;

  if (!drop_indexes (replay, error))
    return NULL;
  sqlite3_db_config (sl_db_get_handle (replay), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (sl_db_get_handle (replay), SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!sl_db_exec (replay, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN", error))
    return NULL;
  return g_steal_pointer (&replay);
}

static gboolean
check_foreign_keys (SlVerifier  *self,
                    GError     **error)
{
  g_autoptr (SlDbCursor) rows = sl_db_query (self->db, error, "PRAGMA foreign_key_check", "");
  SlDbStep step;

  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    sl_verifier_add (self, "case", sqlite3_column_int64 (rows, 1), "missing",
                     _ ("A row of %s refers to a row of %s that is not there."),
                     (const char *) sqlite3_column_text (rows, 0), (const char *) sqlite3_column_text (rows, 2));
  return step == SL_DB_DONE;
}

/**
 * sl_verifier_check_structure:
 *
 * Lets SQLite check its file, indexes included, and the references between rows.
 *
 * Returns: whether verification can go on
 */
gboolean
sl_verifier_check_structure (SlVerifier  *self,
                             GError     **error)
{
  g_autoptr (SlDbCursor) rows = sl_db_query (self->db, error, "PRAGMA integrity_check(20)", "");
  SlDbStep step;

  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    {
      const char *answer = (const char *) sqlite3_column_text (rows, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        sl_verifier_add (self, "case", SL_ID_NONE, "structure", _ ("The file is damaged inside: %s."), answer);
    }

  return step == SL_DB_DONE && check_foreign_keys (self, error);
}

static gboolean
run_checks (SlVerifier  *self,
            GError     **error)
{
  static gboolean (*const checks[]) (SlVerifier *, GError **) = {
    sl_verifier_check_structure,
    sl_verifier_check_chain,
    sl_verifier_check_rows,
    sl_verifier_check_evidence,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!checks[i](self, &trouble) && !sl_verifier_note (self, "case", SL_ID_NONE, "structure", g_steal_pointer (&trouble), error))
        return FALSE;
    }

  return TRUE;
}

/* A connection of its own: the window can go on working with the case meanwhile. */
static gboolean
open_snapshot (SlVerifier  *self,
               const char  *path,
               GError     **error)
{
  self->db = sl_guard_open (path, SL_CASE_OPEN_READ_ONLY, error);
  if (self->db == NULL || !sl_db_exec (self->db, "BEGIN", error))
    return FALSE;

  self->replay = open_replay (error);
  if (self->replay == NULL)
    return FALSE;

  watch (self, self->db);
  watch (self, self->replay);
  return TRUE;
}

/**
 * sl_case_verify:
 *
 * Looks, offline, whether the file still says what was put into it: the structure of the file, the
 * hash chain of the acts, every row against the replayed history, every content against its
 * digest, every capture's records against its payload digest, every document against its text.
 * Acts that are committed meanwhile are not looked at.
 *
 * Damage is a finding, not an error. Fails with %G_IO_ERROR_CANCELLED, %SL_STORE_ERROR_IO or
 * %SL_STORE_ERROR_BUSY when looking is impossible.
 *
 * Returns: (transfer full) (nullable) (element-type SlFinding): the problems, empty when all is well
 */
GPtrArray *
sl_case_verify (SlCase        *self,
                GCancellable  *cancellable,
                GError       **error)
{
  SlVerifier verifier = { .cancellable = cancellable };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_finding_free);
  g_autoptr (GError) trouble = NULL;
  gboolean ok;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  verifier.findings = findings;
  if (open_snapshot (&verifier, self->path, &trouble))
    ok = run_checks (&verifier, error);
  else
    ok = sl_verifier_note (&verifier, "case", SL_ID_NONE, "structure", g_steal_pointer (&trouble), error);

  sl_db_free (verifier.replay);
  sl_db_free (verifier.db);
  return ok ? g_steal_pointer (&findings) : NULL;
}
