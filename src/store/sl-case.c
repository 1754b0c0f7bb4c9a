/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-case.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/sl-case-private.h"
#include "store/sl-functions-private.h"
#include "store/sl-guard-private.h"
#include "store/sl-schema-private.h"

G_DEFINE_FINAL_TYPE (SlCase, sl_case, G_TYPE_OBJECT)

static void
sl_case_finalize (GObject *object)
{
  SlCase *self = SL_CASE (object);

  /* Whoever cares whether closing went well has called it and seen its error. */
  sl_case_close (self, NULL);
  g_rec_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self->id);

  G_OBJECT_CLASS (sl_case_parent_class)->finalize (object);
}

static void
sl_case_class_init (SlCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_case_finalize;
}

static void
sl_case_init (SlCase *self)
{
  g_rec_mutex_init (&self->lock);
}

SlDb *
sl_case_get_db (SlCase  *self,
                GError **error)
{
  if (self->db == NULL)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                 _ ("“%s” is closed. Open it again."), self->path);
  return self->db;
}

SlDb *
sl_case_get_db_for_act (SlCase  *self,
                        GError **error)
{
  SlDb *db = sl_case_get_db (self, error);

  if (db != NULL && self->pending == NULL)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT,
                   _ ("“%s” can only be changed by a recorded act."), self->path);
      return NULL;
    }

  return db;
}

static SlCase *
wrap (SlDb            *db,
      const char      *path,
      SlCaseOpenMode   mode,
      GError         **error)
{
  SlCase *self;

  self = g_object_new (SL_TYPE_CASE, NULL);
  self->db = db;
  self->path = g_strdup (path);
  self->mode = mode;
  if (sl_functions_register (db, error))
    return self;

  g_object_unref (self);
  return NULL;
}

/* @sql yields the value of a key. */
static char *
dup_value (SlCase     *self,
           const char *sql,
           const char *key)
{
  SL_CASE_LOCK (self);

  if (self->db == NULL)
    return NULL;
  return sl_db_dup_text (self->db, NULL, sql, "t", key);
}

static char *
dup_meta (SlCase     *self,
          const char *key)
{
  return dup_value (self, "SELECT value FROM meta WHERE key = ?", key);
}

static gboolean
set_meta (SlCase      *self,
          const char  *key,
          const char  *value,
          GError     **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);

  return db != NULL && sl_db_run (db, error, "INSERT INTO meta (key, value) VALUES (?, ?)"
                                             " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                  "tt", key, value == NULL ? "" : value);
}

static gboolean
record_creation (SlCase      *self,
                 const char  *title,
                 gint64       now,
                 GError     **error)
{
  g_autofree char *id = g_uuid_string_random ();

  if (!sl_case_begin_act (self, SL_ACT_RECORD, "New case", g_get_user_name (), now, error))
    return FALSE;
  if (!set_meta (self, "id", id, error) || !set_meta (self, "title", title, error))
    {
      sl_case_abort_act (self);
      return FALSE;
    }

  self->id = g_steal_pointer (&id);
  return sl_case_commit_act (self, error);
}

/**
 * sl_case_create:
 * @now: UTC seconds
 *
 * Makes a new case file, which only its owner may read, and opens it. Its first act records that.
 *
 * Fails with %SL_STORE_ERROR_EXISTS or %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the case, open for reading and writing
 */
SlCase *
sl_case_create (const char  *path,
                const char  *title,
                gint64       now,
                GError     **error)
{
  g_autofree char *canonical = NULL;
  g_autoptr (SlCase) self = NULL;
  SlDb *db;

  g_return_val_if_fail (path != NULL && title != NULL, NULL);

  canonical = sl_guard_canonicalize (path, error);
  if (canonical == NULL)
    return NULL;
  db = sl_guard_create (canonical, error);
  if (db == NULL)
    return NULL;

  self = wrap (db, canonical, SL_CASE_OPEN_READ_WRITE, error);
  if (self != NULL && record_creation (self, title, now, error))
    return g_steal_pointer (&self);

  g_clear_object (&self);
  g_unlink (canonical);
  return NULL;
}

/**
 * sl_case_open:
 *
 * Opens a case file, trusting nothing in it. With %SL_CASE_OPEN_READ_ONLY nothing is written,
 * also not beside the file, unless another program has the case open at the moment.
 *
 * Fails with %SL_STORE_ERROR_NOT_A_CASE, %SL_STORE_ERROR_NEWER, %SL_STORE_ERROR_OLDER, %SL_STORE_ERROR_DAMAGED,
 * %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the case
 */
SlCase *
sl_case_open (const char      *path,
              SlCaseOpenMode   mode,
              GError         **error)
{
  g_autofree char *canonical = NULL;
  g_autoptr (SlCase) self = NULL;
  SlDb *db;

  g_return_val_if_fail (path != NULL, NULL);

  canonical = sl_guard_canonicalize (path, error);
  if (canonical == NULL)
    return NULL;
  db = sl_guard_open (canonical, mode, error);
  if (db == NULL)
    return NULL;

  self = wrap (db, canonical, mode, error);
  if (self == NULL)
    return NULL;
  self->id = dup_meta (self, "id");
  if (self->id != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_A_CASE,
               _ ("“%s” is a case that was never finished. Make a new one."), canonical);
  return NULL;
}

/* Makes it one file again; another program that has it open keeps it as it is and does so later. */
static gboolean
fold_journal (SlDb    *db,
              GError **error)
{
  g_autoptr (GError) problem = NULL;

  sl_db_forget (db);
  if (sl_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", &problem) && sl_db_exec (db, "PRAGMA journal_mode = DELETE", &problem))
    return TRUE;
  if (g_error_matches (problem, SL_STORE_ERROR, SL_STORE_ERROR_BUSY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * sl_case_close:
 *
 * Closes the file, which is a single one afterwards; an act that was not committed is taken back.
 * Every committed act is durable before, whatever the outcome. Closing twice does nothing.
 *
 * Returns: whether the file could be made a single one
 */
gboolean
sl_case_close (SlCase  *self,
               GError **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  if (self->pending != NULL)
    sl_case_abort_act (self);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return TRUE;

  if (self->mode == SL_CASE_OPEN_READ_WRITE)
    {
      sqlite3_busy_timeout (sl_db_get_handle (self->db), 0);
      ok = fold_journal (self->db, error);
    }
  return sl_db_close (g_steal_pointer (&self->db), ok ? error : NULL) && ok;
}

const char *
sl_case_get_path (SlCase *self)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  return self->path;
}

/**
 * sl_case_get_id:
 *
 * Returns: (transfer none): the UUID by which copies of one case are known
 */
const char *
sl_case_get_id (SlCase *self)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  return self->id;
}

/**
 * sl_case_dup_title:
 *
 * Returns: (transfer full): the title
 */
char *
sl_case_dup_title (SlCase *self)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  return dup_meta (self, "title");
}

/**
 * sl_case_dup_scope:
 *
 * Returns: (transfer full) (nullable): what the case is about; %NULL when nobody has said
 */
char *
sl_case_dup_scope (SlCase *self)
{
  g_autofree char *scope = NULL;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  scope = dup_meta (self, "scope");
  return scope == NULL || *scope == '\0' ? NULL : g_steal_pointer (&scope);
}

/**
 * sl_case_get_revision:
 *
 * Returns: the sequence number of the last act, which rises with each change
 */
gint64
sl_case_get_revision (SlCase *self)
{
  gint64 revision = 0;

  g_return_val_if_fail (SL_IS_CASE (self), 0);

  SL_CASE_LOCK (self);
  if (self->db != NULL)
    sl_db_get_int64 (self->db, &revision, NULL, "SELECT max (sequence) FROM act", "");
  return revision;
}

/**
 * sl_case_set_title:
 *
 * Renames the case. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_set_title (SlCase      *self,
                   const char  *title,
                   GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return set_meta (self, "title", title, error);
}

/**
 * sl_case_set_scope:
 * @scope: (nullable): what the case is about
 *
 * Says what the case is about. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_set_scope (SlCase      *self,
                   const char  *scope,
                   GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self), FALSE);

  return set_meta (self, "scope", scope, error);
}

/**
 * sl_case_dup_setting:
 *
 * Returns: (transfer full) (nullable): what a switch of this case is set to; %NULL when it was not touched
 */
char *
sl_case_dup_setting (SlCase     *self,
                     const char *key)
{
  g_return_val_if_fail (SL_IS_CASE (self) && key != NULL, NULL);

  return dup_value (self, "SELECT value FROM setting WHERE key = ?", key);
}

/**
 * sl_case_set_setting:
 * @key: name of the switch, 1 to 100 characters
 * @value: (nullable): its value; %NULL for what the program has
 *
 * Sets a switch of this case. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_set_setting (SlCase      *self,
                     const char  *key,
                     const char  *value,
                     GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && key != NULL, FALSE);

  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);

  if (db == NULL)
    return FALSE;
  if (value == NULL)
    return sl_db_run (db, error, "DELETE FROM setting WHERE key = ?", "t", key);
  return sl_db_run (db, error, "INSERT INTO setting (key, value) VALUES (?, ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    "tt", key, value);
}
