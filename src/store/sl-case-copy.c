/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/sl-case-private.h"
#include "store/sl-guard-private.h"

/* Between two looks at the cancellable. */
#define STEP_PAGES 1000

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
may_copy (SlCase      *self,
          const char  *path,
          GError     **error)
{
  if (sl_case_get_db (self, error) == NULL)
    return FALSE;
  if (self->pending != NULL)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY,
                 _ ("“%s” is being changed. Save the copy when that has ended."), self->path);
  else if (is_same_file (self->path, path))
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS,
                 _ ("“%s” is the open case itself. Choose another name for the copy."), path);
  else
    return TRUE;

  return FALSE;
}

static int
run_backup (sqlite3_backup *backup,
            GCancellable   *cancellable)
{
  int code = SQLITE_OK;

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, STEP_PAGES);
  return code == SQLITE_OK ? SQLITE_INTERRUPT : code;
}

/* A copy of a file in WAL mode would want a journal beside it: at rest a case is one file. */
static gboolean
copy_into (SlDb          *from,
           SlDb          *to,
           GCancellable  *cancellable,
           GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (sl_db_get_handle (to), "main", sl_db_get_handle (from), "main");
  int code, finish;

  if (backup == NULL)
    {
      sl_db_set_error (to, sqlite3_extended_errcode (sl_db_get_handle (to)), error);
      return FALSE;
    }

  code = run_backup (backup, cancellable);
  finish = sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE && finish == SQLITE_OK)
    return sl_db_exec (to, "PRAGMA journal_mode = DELETE", error);

  sl_db_set_error (to, code == SQLITE_DONE ? finish : code, error);
  return FALSE;
}

static gboolean
set_file_error (const char  *path,
                GError     **error)
{
  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
               _ ("The copy “%s” could not be written: %s. Choose another place, or free some space."),
               path, g_strerror (errno));
  return FALSE;
}

static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* The name changes only once every byte is on the disk. */
static gboolean
put_in_place (const char  *temporary,
              const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (temporary) || g_rename (temporary, path) != 0)
    return set_file_error (path, error);

  /* Not every file system can sync a folder; the copy is whole either way. */
  sync_path (folder);
  return TRUE;
}

static gboolean
write_copy (SlCase        *self,
            const char    *temporary,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  SlDb *to = sl_db_open (path, temporary, SQLITE_OPEN_READWRITE, error);
  gboolean ok;

  if (to == NULL)
    return FALSE;

  ok = copy_into (self->db, to, cancellable, error);
  return sl_db_close (to, ok ? error : NULL) && ok && put_in_place (temporary, path, error);
}

/**
 * sl_case_save_copy:
 * @path: where to; a file of that name is replaced, but never the open case itself
 *
 * Saves the case as one file, atomically: under @path stands what stood there before or the whole
 * copy.
 *
 * Fails with %SL_STORE_ERROR_EXISTS for the open case, %SL_STORE_ERROR_BUSY within an act,
 * %SL_STORE_ERROR_IO, or %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether the copy is there
 */
gboolean
sl_case_save_copy (SlCase        *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *target = NULL;
  g_autofree char *temporary = NULL;
  int fd;

  g_return_val_if_fail (SL_IS_CASE (self) && path != NULL, FALSE);

  SL_CASE_LOCK (self);
  target = sl_guard_canonicalize (path, error);
  if (target == NULL || !may_copy (self, target, error))
    return FALSE;

  temporary = g_strconcat (target, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_file_error (target, error);
  close (fd);

  if (write_copy (self, temporary, target, cancellable, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}
