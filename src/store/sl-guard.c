/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-guard-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/sl-schema-private.h"

/*
 * The order of defence follows SQLite's "Defense Against the Dark Arts": look at the header before
 * SQLite does; open with everything off; compare its schema with ours, byte for byte, so that all SQL in
 * the file is known to be our own (checking the file would otherwise evaluate rules that an enemy
 * wrote); check the file; only then switch on the triggers that guard the evidence and allow writing.
 */

#define HEADER_BYTES 100
/* Files up to here are checked whole when opened; of larger ones all but blobs and changesets. */
#define FULL_CHECK_BYTES (32 * 1024 * 1024)
/* What SQLite may hold altogether, over all connections of the process. */
#define HEAP_BYTES (256 * 1024 * 1024)

/* Keys are random, so rows that belong together lie apart: a large case needs more than SQLite's 2 MiB. */
#define CACHE_KIB 32768

static const struct
{
  int category;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, SL_DB_MAX_BYTES },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },  /* the session extension compares rows column by column, one level each */
  { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 128 },  /* the session extension binds several a column */
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static const char *const allowed_pragmas[] = {
  "application_id",
  "cache_size",
  "cell_size_check",
  "data_version",
  "defer_foreign_keys",
  "foreign_key_check",
  "foreign_keys",
  "integrity_check",
  "journal_mode",
  "mmap_size",
  "query_only",
  "quick_check",
  "recursive_triggers",
  "secure_delete",
  "synchronous",
  "table_info",
  "table_xinfo",
  "user_version",
  "wal_checkpoint",
  NULL,
};

static const char *const denied_functions[] = {
  "fts3_tokenizer",
  "load_extension",
  "readfile",
  "writefile",
  NULL,
};

static void
limit_heap (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_hard_heap_limit64 (HEAP_BYTES);
      g_once_init_leave (&done, 1);
    }
}

static int
authorize_cb (void       *data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  (void) data;
  (void) database;
  (void) trigger;

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_PRAGMA:
      return first != NULL && g_strv_contains (allowed_pragmas, first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return second != NULL && !g_strv_contains (denied_functions, second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

static void
harden (SlDb *db)
{
  static const struct
  {
    int option;
    int on;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };
  sqlite3 *handle = sl_db_get_handle (db);

  limit_heap ();
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].on, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].category, limits[i].value);
}

static void
set_not_a_case (const char  *path,
                GError     **error)
{
  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_A_CASE,
               _ ("“%s” is no case file. Choose a file made by Sourceline."), path);
}

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_header (const char    *path,
              const guint8  *header,
              GError       **error)
{
  guint32 version;

  if (memcmp (header, "SQLite format 3", 16) != 0 || read_be32 (header + 68) != SL_SCHEMA_APPLICATION_ID)
    {
      set_not_a_case (path, error);
      return FALSE;
    }

  version = read_be32 (header + 60);
  if (version > SL_SCHEMA_VERSION)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NEWER,
                   _ ("“%s” was made by a later version of Sourceline. Update Sourceline to open it."), path);
      return FALSE;
    }
  if (version == 0)
    set_not_a_case (path, error);
  return version > 0;
}

static void
set_io_error (const char  *path,
              int          number,
              GError     **error)
{
  if (number == ELOOP)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                 _ ("“%s” is a symbolic link. Open the file that it leads to."), path);
  else
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                 _ ("“%s” could not be opened: %s. Check its name and permissions."), path, g_strerror (number));
}

typedef struct
{
  gint64   size_bytes;
  gboolean is_wal;      /* its pages say that it wants a write-ahead log */
} FileFacts;

/* Looks at the file without SQLite: a regular file, the magic, our application id, a version we know. */
static gboolean
check_file (const char  *path,
            FileFacts   *facts,
            GError     **error)
{
  guint8 header[HEADER_BYTES];
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gssize got;

  if (fd < 0)
    {
      set_io_error (path, errno, error);
      return FALSE;
    }

  got = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) ? read (fd, header, sizeof header) : -1;
  close (fd);
  if (got != (gssize) sizeof header)
    {
      set_not_a_case (path, error);
      return FALSE;
    }

  facts->size_bytes = info.st_size;
  facts->is_wal = header[18] == 2;
  return check_header (path, header, error);
}

/**
 * sl_guard_canonicalize:
 *
 * Resolves the folder of a path, so that only the file itself must not be a symbolic link.
 *
 * Returns: (transfer full) (nullable): the absolute path
 */
char *
sl_guard_canonicalize (const char  *path,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *resolved = realpath (folder, NULL);
  char *whole;

  if (resolved == NULL)
    {
      set_io_error (path, errno, error);
      return NULL;
    }

  whole = g_build_filename (resolved, name, NULL);
  free (resolved);
  return whole;
}

static gboolean
is_ok (SlDb        *db,
       const char  *sql,
       GError     **error)
{
  g_autofree char *answer = NULL;
  g_autoptr (GError) problem = NULL;

  answer = sl_db_dup_text (db, &problem, sql, "");
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged (%s). Restore it from a copy."), sl_db_get_path (db), answer == NULL ? "" : answer);
  return FALSE;
}

/*
 * The structure of a large file is checked without blob and act, whose pages are most of it: what is read
 * from them is compared with digests, and reading a damaged page fails cleanly.
 */
static gboolean
check_structure (SlDb    *db,
                 gint64   size_bytes,
                 GError **error)
{
  gsize n_tables;
  const SlTable *tables = sl_schema_get_tables (&n_tables);

  if (size_bytes <= FULL_CHECK_BYTES)
    return is_ok (db, "PRAGMA quick_check(1)", error);

  for (gsize i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check('%s')", tables[i].name);

      if (tables[i].kind != SL_TABLE_GROUND && !is_ok (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_schema (SlDb    *db,
              gint64  *version,
              GError **error)
{
  gboolean known = FALSE;

  if (!sl_db_get_int64 (db, version, error, "PRAGMA user_version", "")
      || !sl_schema_is_known (db, (int) CLAMP (*version, 1, SL_SCHEMA_VERSION), &known, error))
    return FALSE;
  if (!known)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_A_CASE,
                 _ ("“%s” has tables or rules which no version of Sourceline makes, so it is not opened."), sl_db_get_path (db));
  return known;
}

static gboolean
bring_up_to_date (SlDb    *db,
                  gint64   version,
                  GError **error)
{
  gboolean done;

  if (version >= SL_SCHEMA_VERSION)
    return TRUE;
  if (!sl_db_begin (db, error))
    return FALSE;
  /* Changing a table makes SQLite write its own schema, which nothing else may do. */
  sqlite3_set_authorizer (sl_db_get_handle (db), NULL, NULL);
  done = sl_schema_install (db, (int) version, SL_SCHEMA_VERSION, error);
  sqlite3_set_authorizer (sl_db_get_handle (db), authorize_cb, NULL);
  if (done)
    return sl_db_commit (db, error);
  sl_db_rollback (db);
  return FALSE;
}

/* From here on all SQL in the file is our own. */
static gboolean
accept_file (SlDb            *db,
             SlCaseOpenMode   mode,
             gint64           version,
             GError         **error)
{
  sqlite3 *handle = sl_db_get_handle (db);

  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  if (!sl_db_exec (db, "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = OFF;"
                       " PRAGMA cache_size = -" G_STRINGIFY (CACHE_KIB),
                   error))
    return FALSE;
  if (mode == SL_CASE_OPEN_READ_ONLY && version < SL_SCHEMA_VERSION)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_OLDER,
                 _ ("“%s” was made by an earlier version of Sourceline. Open it once for writing, which brings it up to date."), sl_db_get_path (db));
  if (mode == SL_CASE_OPEN_READ_ONLY)
    return version >= SL_SCHEMA_VERSION;

  return sl_db_exec (db, "PRAGMA query_only = OFF", error) && sl_db_exec (db, "PRAGMA journal_mode = WAL", error)
         && sl_db_exec (db, "PRAGMA synchronous = FULL", error) && bring_up_to_date (db, version, error);
}

/*
 * A case at rest is read under SQLite's locks, which leaves no trace. A file in WAL mode is not at rest:
 * with a log beside it somebody has it open, and we read along; without one nobody has, and only a
 * promise that it does not change keeps SQLite from making a log.
 */
static char *
make_uri (const char      *path,
          const FileFacts *facts,
          SlCaseOpenMode   mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gboolean alone = !g_file_test (wal, G_FILE_TEST_EXISTS) && !g_file_test (journal, G_FILE_TEST_EXISTS);

  if (mode == SL_CASE_OPEN_READ_ONLY && facts->is_wal && alone)
    return g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
  return g_strdup_printf ("file:%s?mode=%s", escaped, mode == SL_CASE_OPEN_READ_ONLY ? "ro" : "rw");
}

/**
 * sl_guard_open:
 * @path: from sl_guard_canonicalize()
 *
 * Opens a case file, trusting nothing in it.
 *
 * Fails with %SL_STORE_ERROR_NOT_A_CASE, %SL_STORE_ERROR_NEWER, %SL_STORE_ERROR_OLDER, %SL_STORE_ERROR_DAMAGED,
 * %SL_STORE_ERROR_BUSY or %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SlDb *
sl_guard_open (const char      *path,
               SlCaseOpenMode   mode,
               GError         **error)
{
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW;
  g_autoptr (SlDb) db = NULL;
  g_autofree char *uri = NULL;
  FileFacts facts;
  gint64 version;

  if (!check_file (path, &facts, error))
    return NULL;

  uri = make_uri (path, &facts, mode);
  flags |= mode == SL_CASE_OPEN_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  db = sl_db_open (path, uri, flags, error);
  if (db == NULL)
    return NULL;

  harden (db);
  sqlite3_set_authorizer (sl_db_get_handle (db), authorize_cb, NULL);
  if (!sl_db_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON", error) || !check_schema (db, &version, error)
      || !check_structure (db, facts.size_bytes, error) || !accept_file (db, mode, version, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * sl_guard_peek:
 * @id: (out) (transfer full): UUID of the case
 * @title: (out) (transfer full): its title
 *
 * Looks into a case without checking it whole, for a list of cases. With everything off that could run
 * code of the file, only one plain table is read.
 *
 * Returns: whether it is a case
 */
gboolean
sl_guard_peek (const char  *path,
               char       **id,
               char       **title)
{
  g_autofree char *uri = NULL;
  g_autoptr (SlDb) db = NULL;
  FileFacts facts;

  if (!check_file (path, &facts, NULL))
    return FALSE;

  uri = make_uri (path, &facts, SL_CASE_OPEN_READ_ONLY);
  db = sl_db_open (path, uri, SQLITE_OPEN_URI | SQLITE_OPEN_READONLY, NULL);
  if (db == NULL)
    return FALSE;

  harden (db);
  sqlite3_set_authorizer (sl_db_get_handle (db), authorize_cb, NULL);
  *id = sl_db_dup_text (db, NULL, "SELECT value FROM meta WHERE key = 'id'", "");
  *title = sl_db_dup_text (db, NULL, "SELECT value FROM meta WHERE key = 'title'", "");
  return *id != NULL && *title != NULL;
}

static gboolean
reserve_name (const char  *path,
              GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }

  if (errno == EEXIST)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS,
                 _ ("“%s” is there already. Choose another name."), path);
  else
    set_io_error (path, errno, error);
  return FALSE;
}

static gboolean
fill_new_file (SlDb    *db,
               GError **error)
{
  g_autofree char *identify = g_strdup_printf ("PRAGMA application_id = %d", SL_SCHEMA_APPLICATION_ID);

  if (!sl_db_exec (db, identify, error) || !sl_db_begin (db, error))
    return FALSE;

  if (!sl_schema_install (db, 0, SL_SCHEMA_VERSION, error))
    {
      sl_db_rollback (db);
      return FALSE;
    }
  return sl_db_commit (db, error);
}

/**
 * sl_guard_create:
 * @path: from sl_guard_canonicalize()
 *
 * Makes an empty case file, readable by its owner only, and opens it. A file that
 * could not be finished is removed.
 *
 * Fails with %SL_STORE_ERROR_EXISTS or %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SlDb *
sl_guard_create (const char  *path,
                 GError     **error)
{
  g_autoptr (SlDb) db = NULL;
  gboolean filled;

  if (!reserve_name (path, error))
    return NULL;

  db = sl_db_open (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, error);
  filled = db != NULL && fill_new_file (db, error);
  g_clear_pointer (&db, sl_db_free);
  if (filled)
    db = sl_guard_open (path, SL_CASE_OPEN_READ_WRITE, error);
  if (db == NULL)
    g_unlink (path);
  return g_steal_pointer (&db);
}
