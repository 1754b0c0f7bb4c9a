/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-db-private.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case.h"

struct _SlDb
{
  sqlite3    *handle;      /* (owned) */
  char       *path;        /* (owned): as people know it, for messages */
  GHashTable *statements;  /* (owned): SQL → sqlite3_stmt, both owned */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* What went wrong and what to do about it, by the primary result code. */
static const char *
explain (int           code,
         SlStoreError *kind)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *kind = SL_STORE_ERROR_BUSY;
      return _ ("another program is using it. Close it there and try again.");
    case SQLITE_FULL:
      *kind = SL_STORE_ERROR_IO;
      return _ ("the disk is full. Free some space and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      *kind = SL_STORE_ERROR_IO;
      return _ ("it may not be written to. Check its permissions and those of its folder, or save a copy elsewhere.");
    case SQLITE_CANTOPEN:
      *kind = SL_STORE_ERROR_IO;
      return _ ("it could not be opened. Check that it exists, that you may read it and that it is no symbolic link.");
    case SQLITE_IOERR:
      *kind = SL_STORE_ERROR_IO;
      return _ ("reading or writing it failed. Check the disk and try again.");
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      *kind = SL_STORE_ERROR_IO;
      return _ ("something in it is too large to be handled.");
    case SQLITE_NOTADB:
      *kind = SL_STORE_ERROR_NOT_A_CASE;
      return _ ("it is no case file. Choose a file made by Sourceline.");
    default:
      *kind = SL_STORE_ERROR_DAMAGED;
      return _ ("it is damaged. Restore it from a copy.");
    }
}

static void
set_constraint_error (SlDb    *self,
                      int      code,
                      GError **error)
{
  const char *detail = sqlite3_errmsg (self->handle);

  if (code == SQLITE_CONSTRAINT_TRIGGER || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_APPEND_ONLY,
                 _ ("“%s” was not changed: evidence is only ever added, never replaced (%s)."), self->path, detail);
  else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” was not changed: what this refers to is not in the case, or something still refers to it."), self->path);
  else
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT,
                 _ ("“%s” was not changed: a value is missing or not allowed (%s)."), self->path, detail);
}

/**
 * sl_db_set_error:
 * @code: an extended result code of SQLite
 *
 * Turns a result code into an error that names the file and a remedy.
 */
void
sl_db_set_error (SlDb    *self,
                 int      code,
                 GError **error)
{
  SlStoreError kind;
  const char *remedy;

  if (code == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    set_constraint_error (self, code, error);
  else
    {
      remedy = explain (code, &kind);
      g_set_error (error, SL_STORE_ERROR, (int) kind, _ ("“%s”: %s"), self->path, remedy);
    }
}

/**
 * sl_db_open:
 * @path: the file as people know it, for messages
 * @uri_or_path: what SQLite opens
 * @flags: of sqlite3_open_v2()
 *
 * Opens a connection without a mutex of its own, that waits up to five seconds for other writers.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SlDb *
sl_db_open (const char  *path,
            const char  *uri_or_path,
            int          flags,
            GError     **error)
{
  g_autoptr (SlDb) self = g_new0 (SlDb, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  code = sqlite3_open_v2 (uri_or_path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      sl_db_set_error (self, code, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, 5000);
  return g_steal_pointer (&self);
}

/**
 * sl_db_close:
 * @self: (transfer full): a connection
 *
 * Closes the connection and frees @self, also when it fails.
 *
 * Returns: whether everything was let go of
 */
gboolean
sl_db_close (SlDb    *self,
             GError **error)
{
  int code;
  gboolean ok;

  g_hash_table_remove_all (self->statements);
  code = sqlite3_close (self->handle);
  ok = code == SQLITE_OK;
  if (ok)
    self->handle = NULL;
  else
    sl_db_set_error (self, code, error);
  sl_db_free (self);
  return ok;
}

/**
 * sl_db_free:
 * @self: (nullable) (transfer full): a connection
 *
 * Frees a connection, closing it.
 */
void
sl_db_free (SlDb *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
sl_db_get_handle (SlDb *self)
{
  return self->handle;
}

const char *
sl_db_get_path (SlDb *self)
{
  return self->path;
}

/**
 * sl_db_exec:
 *
 * Runs SQL of ours that returns nothing of interest, statement by statement.
 *
 * Returns: whether all went well
 */
gboolean
sl_db_exec (SlDb        *self,
            const char  *sql,
            GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    sl_db_set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * sl_db_prepare:
 *
 * Gets a statement ready to be bound: prepared once, then reused. A statement must not be
 * asked for again before reading from it has ended.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
sl_db_prepare (SlDb        *self,
               const char  *sql,
               GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      sl_db_set_error (self, code, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * sl_db_bind_text:
 * @text: (nullable): %NULL binds NULL
 *
 * Binds a copy of @text.
 */
void
sl_db_bind_text (sqlite3_stmt *statement,
                 int           parameter,
                 const char   *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);
}

/**
 * sl_db_bind_bytes:
 *
 * Binds a copy of @bytes.
 */
void
sl_db_bind_bytes (sqlite3_stmt *statement,
                  int           parameter,
                  GBytes       *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  /* SQLite takes a NULL pointer for NULL, not for an empty blob. */
  if (length == 0)
    sqlite3_bind_zeroblob (statement, parameter, 0);
  else
    sqlite3_bind_blob64 (statement, parameter, data, length, SQLITE_TRANSIENT);
}

static void
bind_all (sqlite3_stmt *statement,
          const char   *format,
          va_list      *arguments)
{
  for (int i = 0; format[i] != '\0'; i++)
    {
      switch (format[i])
        {
        case 'i':
          sqlite3_bind_int64 (statement, i + 1, va_arg (*arguments, gint64));
          break;
        case 't':
          sl_db_bind_text (statement, i + 1, va_arg (*arguments, const char *));
          break;
        case 'b':
          sl_db_bind_bytes (statement, i + 1, va_arg (*arguments, GBytes *));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * sl_db_query_valist:
 *
 * Does what sl_db_query() does.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
sl_db_query_valist (SlDb        *self,
                    GError     **error,
                    const char  *sql,
                    const char  *format,
                    va_list     *arguments)
{
  sqlite3_stmt *statement = sl_db_prepare (self, sql, error);

  if (statement != NULL)
    bind_all (statement, format, arguments);
  return statement;
}

/**
 * sl_db_query:
 * @format: one letter for each parameter: i (gint64), t (const char *, nullable), b (GBytes *)
 *
 * Gets a statement ready to be stepped.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
sl_db_query (SlDb *self,
             GError **error,
             const char *sql,
             const char *format,
             ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, format);
  statement = sl_db_query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  return statement;
}

/**
 * sl_db_step:
 *
 * Goes to the next row.
 *
 * Returns: %SL_DB_ROW, %SL_DB_DONE, or %SL_DB_FAILED with @error set
 */
SlDbStep
sl_db_step (SlDb          *self,
            sqlite3_stmt  *statement,
            GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return SL_DB_ROW;
  if (code == SQLITE_DONE)
    return SL_DB_DONE;

  sl_db_set_error (self, code, error);
  return SL_DB_FAILED;
}

/**
 * sl_db_run:
 * @format: as for sl_db_query()
 *
 * Runs a statement to its end.
 *
 * Returns: whether it went well
 */
gboolean
sl_db_run (SlDb *self,
           GError **error,
           const char *sql,
           const char *format,
           ...)
{
  g_autoptr (SlDbCursor) statement = NULL;
  va_list arguments;
  SlDbStep step;

  va_start (arguments, format);
  statement = sl_db_query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  do
    step = sl_db_step (self, statement, error);
  while (step == SL_DB_ROW);
  return step == SL_DB_DONE;
}

/**
 * sl_db_get_int64:
 * @value: (out): first column of the first row; untouched when there is none or it is NULL
 * @format: as for sl_db_query()
 *
 * Returns: whether it went well, also without a row
 */
gboolean
sl_db_get_int64 (SlDb *self,
                 gint64 *value,
                 GError **error,
                 const char *sql,
                 const char *format,
                 ...)
{
  g_autoptr (SlDbCursor) statement = NULL;
  va_list arguments;
  SlDbStep step;

  va_start (arguments, format);
  statement = sl_db_query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  step = sl_db_step (self, statement, error);
  if (step == SL_DB_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (statement, 0);
  return step != SL_DB_FAILED;
}

/**
 * sl_db_dup_text:
 * @format: as for sl_db_query()
 *
 * Returns: (transfer full) (nullable): first column of the first row, invalid UTF-8 replaced; %NULL when there
 *   is none, or with @error set
 */
char *
sl_db_dup_text (SlDb *self,
                GError **error,
                const char *sql,
                const char *format,
                ...)
{
  g_autoptr (SlDbCursor) statement = NULL;
  const char *text;
  va_list arguments;

  va_start (arguments, format);
  statement = sl_db_query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  if (statement == NULL || sl_db_step (self, statement, error) != SL_DB_ROW)
    return NULL;

  text = (const char *) sqlite3_column_text (statement, 0);
  return text == NULL ? NULL : g_utf8_make_valid (text, -1);
}

/**
 * sl_db_get_bytes:
 *
 * Returns: (transfer full): a copy of a blob column; empty when it is NULL
 */
GBytes *
sl_db_get_bytes (sqlite3_stmt *statement,
                 int           column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * sl_db_forget:
 *
 * Lets go of all prepared statements, as some pragmas demand.
 */
void
sl_db_forget (SlDb *self)
{
  g_hash_table_remove_all (self->statements);
}

/**
 * sl_db_begin:
 *
 * Begins a transaction that may write; waits for other writers.
 *
 * Returns: whether it has begun
 */
gboolean
sl_db_begin (SlDb    *self,
             GError **error)
{
  return sl_db_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * sl_db_commit:
 *
 * Makes the transaction durable; rolls it back when that fails.
 *
 * Returns: whether it is durable
 */
gboolean
sl_db_commit (SlDb    *self,
              GError **error)
{
  if (sl_db_exec (self, "COMMIT", error))
    return TRUE;

  sl_db_rollback (self);
  return FALSE;
}

/**
 * sl_db_rollback:
 *
 * Takes back what the transaction has done. After some failures (disk full) SQLite has done so
 * already, and a second ROLLBACK would be an error.
 */
void
sl_db_rollback (SlDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
