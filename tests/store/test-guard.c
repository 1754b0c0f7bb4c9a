/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "sample.h"

static char *
make_closed (const char *name)
{
  g_autoptr (SlCase) made = sample_make_case (name);
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  g_assert_true (sl_case_close (made, &error));
  return g_strdup (sl_case_get_path (made));
}

static void
edit (const char *path,
      const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Bytes put over the file at an offset, -1 for nothing. */
typedef struct
{
  const char *name;
  const char *sql;     /* (nullable) */
  goffset     offset;
  const char *bytes;
  gssize      length;  /* cut to so many bytes, -1 for as it is */
  int         code;
} Hostile;

static const Hostile hostiles[] = {
  { "empty", NULL, -1, NULL, 0, SL_STORE_ERROR_NOT_A_CASE },
  { "short", NULL, -1, NULL, 99, SL_STORE_ERROR_NOT_A_CASE },
  { "header-only", NULL, -1, NULL, 100, SL_STORE_ERROR_DAMAGED },
  { "cut-off", NULL, -1, NULL, 5 * 4096, SL_STORE_ERROR_DAMAGED },
  { "magic", NULL, 0, "SQLite format 4", -1, SL_STORE_ERROR_NOT_A_CASE },
  { "application-id", "PRAGMA application_id = 17", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "newer", "PRAGMA user_version = 99", -1, NULL, -1, SL_STORE_ERROR_NEWER },
  { "version-0", "PRAGMA user_version = 0", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "garbage-page", NULL, 4096 + 5, "\xff\xff\xff\xff\xff\xff", -1, SL_STORE_ERROR_DAMAGED },
  { "trigger", "CREATE TRIGGER evil AFTER UPDATE ON event BEGIN DELETE FROM claim; END", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "no-guard", "DROP TRIGGER capture_never_goes", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "view", "DROP TABLE in_case; CREATE VIEW in_case AS SELECT 1 AS id", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "more-tables", "CREATE TABLE more (x)", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "virtual", "CREATE VIRTUAL TABLE words USING fts5 (text)", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "column", "ALTER TABLE claim ADD COLUMN more TEXT", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "expression-index", "CREATE INDEX evil ON claim (printf ('%1000000d', id))", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
  { "no-id", "DELETE FROM meta", -1, NULL, -1, SL_STORE_ERROR_NOT_A_CASE },
};

static void
spoil (const char    *path,
       const Hostile *hostile)
{
  g_autofree char *data = NULL;
  gsize length;

  if (hostile->sql != NULL)
    edit (path, hostile->sql);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  if (hostile->offset >= 0)
    memcpy (data + hostile->offset, hostile->bytes, strlen (hostile->bytes));
  if (hostile->length >= 0)
    length = (gsize) hostile->length;
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *name = g_strconcat ("hostile-", hostiles[i].name, ".sourceline", NULL);
      g_autofree char *path = make_closed (name);
      const SlCaseOpenMode modes[] = { SL_CASE_OPEN_READ_ONLY, SL_CASE_OPEN_READ_WRITE };

      spoil (path, &hostiles[i]);
      for (gsize mode = 0; mode < G_N_ELEMENTS (modes); mode++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (SlCase) a_case = sl_case_open (path, modes[mode], &error);

          g_test_message ("%s: %s", hostiles[i].name, error == NULL ? "opened" : error->message);
          g_assert_error (error, SL_STORE_ERROR, hostiles[i].code);
          g_assert_nonnull (strstr (error->message, name));
          g_assert_null (a_case);
        }
    }
}

/* Values that no table refuses, read one by one: an error, never a crash or a wrong value. */
static const struct
{
  const char *name;
  const char *sql;
} rows[] = {
  { "utf8", "UPDATE claim SET text = CAST (x'80ff' AS TEXT)" },
  { "nul", "UPDATE claim SET text = CAST (x'610062' AS TEXT)" },
  { "modality", "UPDATE claim SET modality = 4711" },
};

static void
test_hostile_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("row-", rows[i].name, ".sourceline", NULL);
      g_autofree char *path = make_closed (name);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlCase) a_case = NULL;
      g_autoptr (GPtrArray) claims = NULL;

      edit (path, rows[i].sql);
      a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      claims = sl_case_list_claims (a_case, NULL, &error);
      g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
      g_assert_null (claims);
    }
}

/* A changeset out of a foreign file touches the present, never what guards it. */
static void
test_hostile_changeset (void)
{
  g_autofree char *path = make_closed ("changeset.sourceline");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (SlAct) act = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE act SET changeset = x'54010100' WHERE sequence = 4", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  act = sl_case_undo (a_case, "tester", SAMPLE_NOW, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
  g_assert_null (act);
}

static void
assert_not_opened (const char     *path,
                   SlCaseOpenMode  mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, mode, &error);

  g_test_message ("%s", error == NULL ? "opened" : error->message);
  g_assert_nonnull (error);
  g_assert_true (error->domain == SL_STORE_ERROR);
  g_assert_null (a_case);
}

static void
test_no_files (void)
{
  g_autofree char *path = make_closed ("linked.sourceline");
  g_autofree char *link = sample_make_path ("link.sourceline");
  g_autofree char *folder = sample_make_path ("folder.sourceline");
  g_autofree char *missing = sample_make_path ("missing.sourceline");
  g_autofree char *far = sample_make_path ("no/such/folder.sourceline");

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_not_opened (link, SL_CASE_OPEN_READ_ONLY);
  assert_not_opened (folder, SL_CASE_OPEN_READ_ONLY);
  assert_not_opened (missing, SL_CASE_OPEN_READ_WRITE);
  assert_not_opened (far, SL_CASE_OPEN_READ_WRITE);
  assert_not_opened ("/dev/zero", SL_CASE_OPEN_READ_ONLY);
}

/* Names that mean something in a URI are names. */
static void
test_odd_names (void)
{
  static const char *const names[] = { "a?b=c.sourceline", "a#b.sourceline", "100%25.sourceline", "mode=rw&x.sourceline", "Міст ☂.sourceline" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = make_closed (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);

      g_assert_no_error (error);
      g_assert_cmpint (sl_case_get_revision (a_case), ==, 4);
    }
}

/* Reading leaves no trace: not in the file, not beside it, not even where nothing could be written. */
static void
assert_no_trace (const char *path)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
  g_assert_true (sl_case_close (a_case, &error));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_read_only (void)
{
  g_autofree char *path = make_closed ("read-only.sourceline");
  const Hostile wal_mode = { "wal-mode", NULL, 18, "\2\2", -1, 0 };

  assert_no_trace (path);
  spoil (path, &wal_mode);
  assert_no_trace (path);
}

/* Two programs on one case: the second reads what the first has done, and the chain stays one. */
static void
test_two_at_once (void)
{
  g_autofree char *path = make_closed ("two.sourceline");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) first = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autoptr (SlCase) second = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *new_title = g_strdup_printf ("Title %d", i);

      sample_begin (i % 2 == 0 ? first : second, "Rename");
      sl_case_set_title (i % 2 == 0 ? first : second, new_title, &error);
      sample_commit (i % 2 == 0 ? first : second);
    }
  title = sl_case_dup_title (second);
  g_assert_cmpstr (title, ==, "Title 2");
  g_assert_true (sl_case_close (first, &error));
  g_assert_no_error (error);
  findings = sl_case_verify (second, NULL, &error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (sl_case_close (second, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/guard/hostile", test_hostile);
  g_test_add_func ("/guard/hostile-rows", test_hostile_rows);
  g_test_add_func ("/guard/hostile-changeset", test_hostile_changeset);
  g_test_add_func ("/guard/no-files", test_no_files);
  g_test_add_func ("/guard/odd-names", test_odd_names);
  g_test_add_func ("/guard/read-only", test_read_only);
  g_test_add_func ("/guard/two-at-once", test_two_at_once);

  return g_test_run ();
}
