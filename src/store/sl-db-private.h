/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Largest blob, text or changeset: a whole capture at its limit and room for its WARC headers. */
#define SL_DB_MAX_BYTES (64 * 1024 * 1024)

/*
 * One SQLite connection with its prepared statements. Not thread-safe: whoever owns it locks.
 * Errors are SL_STORE_ERROR, or G_IO_ERROR_CANCELLED when a progress handler stopped a statement.
 */
typedef struct _SlDb SlDb;

typedef enum
{
  SL_DB_FAILED = -1,
  SL_DB_DONE,
  SL_DB_ROW,
} SlDbStep;

SlDb *sl_db_open (const char *path,
                  const char *uri_or_path,
                  int flags,
                  GError **error);
gboolean sl_db_close (SlDb *self,
                      GError **error);
void sl_db_free (SlDb *self);
sqlite3 *sl_db_get_handle (SlDb *self);
const char *sl_db_get_path (SlDb *self);
gboolean sl_db_exec (SlDb *self,
                     const char *sql,
                     GError **error);
sqlite3_stmt *sl_db_query (SlDb *self,
                           GError **error,
                           const char *sql,
                           const char *format,
                           ...);
sqlite3_stmt *sl_db_query_valist (SlDb *self,
                                  GError **error,
                                  const char *sql,
                                  const char *format,
                                  va_list *arguments);
gboolean sl_db_run (SlDb *self,
                    GError **error,
                    const char *sql,
                    const char *format,
                    ...);
SlDbStep sl_db_step (SlDb *self,
                     sqlite3_stmt *statement,
                     GError **error);
gboolean sl_db_get_int64 (SlDb *self,
                          gint64 *value,
                          GError **error,
                          const char *sql,
                          const char *format,
                          ...);
char *sl_db_dup_text (SlDb *self,
                      GError **error,
                      const char *sql,
                      const char *format,
                      ...);
sqlite3_stmt *sl_db_prepare (SlDb *self,
                             const char *sql,
                             GError **error);
void sl_db_bind_text (sqlite3_stmt *statement,
                      int parameter,
                      const char *text);
void sl_db_bind_bytes (sqlite3_stmt *statement,
                       int parameter,
                       GBytes *bytes);
GBytes *sl_db_get_bytes (sqlite3_stmt *statement,
                         int column);
void sl_db_set_error (SlDb *self,
                      int code,
                      GError **error);
void sl_db_forget (SlDb *self);
gboolean sl_db_begin (SlDb *self,
                      GError **error);
gboolean sl_db_commit (SlDb *self,
                       GError **error);
void sl_db_rollback (SlDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDb, sl_db_free)

/* The end of reading from a statement: lets go of the snapshot it holds. */
static inline void
sl_db_reset (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
}

typedef sqlite3_stmt SlDbCursor;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDbCursor, sl_db_reset)

G_END_DECLS
