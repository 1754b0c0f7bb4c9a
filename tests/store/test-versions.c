/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>

#include "core/sl-digest.h"
#include "sample.h"
#include "store/sl-case-private.h"
#include "store/sl-schema-private.h"
#include "store/sl-warc-writer.h"

/*
 * Cases as earlier versions wrote them: their tables, their rows, and changesets that know only their columns.
 * Keys are small numbers here: 2 source, 3 capture, 4 document, 5 suggestion, 6 claim, 7 passage, 8 pin, 9 check.
 */

typedef struct
{
  int         version;
  const char *suggestion;  /* columns and values that the version has beside the first one's */
  const char *values;
} Version;

static const Version versions[] = {
  { 1, "", "" },
  { 2, ", title, usefulness, same_as", ", 'Bridge', 7, NULL" },
};

typedef struct
{
  SlDb   *db;
  gint64  sequence;
  char   *hash;
} Writer;

static void
run (SlDb       *db,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  sl_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
write_act (Writer    *writer,
           SlActKind  kind,
           GBytes    *changeset)
{
  g_autoptr (SlAct) act = sl_act_new ();
  g_autoptr (GError) error = NULL;

  act->id = 1000 + writer->sequence;
  act->sequence = ++writer->sequence;
  act->kind = kind;
  act->at = SAMPLE_NOW;
  act->by = g_strdup ("tester");
  act->label = g_strdup_printf ("Act %d", (int) writer->sequence);
  act->hash = sl_act_hash (act, writer->hash == NULL ? SL_ACT_HASH_NONE : writer->hash, changeset);
  sl_db_run (writer->db, &error,
             "INSERT INTO act (id, sequence, kind, about, at, by, label, changeset, hash) VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?)",
             "iiiittbt", act->id, act->sequence, (gint64) act->kind, act->at, act->by, act->label, changeset, act->hash);
  g_assert_no_error (error);
  g_free (writer->hash);
  writer->hash = g_strdup (act->hash);
}

/* One act of what the SQL does. */
static void
act (Writer     *writer,
     SlActKind   kind,
     const char *sql)
{
  sqlite3_session *session = NULL;
  void *data = NULL;
  int length_bytes = 0;
  g_autoptr (GBytes) changeset = NULL;

  g_assert_cmpint (sqlite3session_create (sl_db_get_handle (writer->db), "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  run (writer->db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &length_bytes, &data), ==, SQLITE_OK);
  changeset = g_bytes_new (data, (gsize) length_bytes);
  sqlite3_free (data);
  sqlite3session_delete (session);
  write_act (writer, kind, changeset);
}

/* Stores a content, and returns its digest. */
static char *
store (SlDb   *db,
       GBytes *bytes)
{
  char *digest = sl_digest_bytes (bytes);
  g_autoptr (GError) error = NULL;

  sl_db_run (db, &error, "INSERT OR IGNORE INTO blob (digest, bytes) VALUES (?, ?)", "tb", digest, bytes);
  g_assert_no_error (error);
  return digest;
}

static char *
make_evidence (SlDb *db)
{
  g_autoptr (GBytes) text = g_bytes_new_static (SAMPLE_TEXT, strlen (SAMPLE_TEXT));
  g_autofree char *text_digest = store (db, text);
  g_autofree char *url = g_strconcat ("urn:sha256:", text_digest, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) member = sl_warc_write_resource (url, "text/plain", text, SAMPLE_NOW * G_USEC_PER_SEC, &error);
  g_autofree char *member_digest = store (db, member);

  g_assert_no_error (error);
  return g_strdup_printf ("INSERT INTO source (id, title, added_at) VALUES (2, 'Bridge to close', 1);"
                          "INSERT INTO capture (id, source_id, captured_at_usec, method, url, status, payload_digest, payload_bytes, members)"
                          " VALUES (3, 2, 5, 2, '%s', 0, '%s', %d, '%s');"
                          "INSERT INTO document (id, capture_id, source_id, extractor, text_digest, length_cp, quality)"
                          " VALUES (4, 3, 2, 'test', '%s', %ld, 'article');"
                          "INSERT INTO in_case (id) VALUES (3), (4);",
                          url, text_digest, (int) strlen (SAMPLE_TEXT), member_digest, text_digest, g_utf8_strlen (SAMPLE_TEXT, -1));
}

static void
fill (Writer        *writer,
      const Version *version)
{
  g_autofree char *evidence = make_evidence (writer->db);
  g_autofree char *suggestion
      = g_strdup_printf ("INSERT INTO suggestion (id, document_id, source_id, text, exact, prefix, suffix, start_cp, end_cp, earliest, latest,"
                         " when_start_cp, when_end_cp, modality, chain, state%s)"
                         " VALUES (5, 4, 2, 'closes', 'The mayor', '', '', 0, 9, 0, 1, 0, 0, 0, '[]', 0%s)",
                         version->suggestion, version->values);
  g_autofree char *both = g_strconcat (evidence, suggestion, NULL);

  act (writer, SL_ACT_RECORD, "INSERT INTO meta (key, value) VALUES ('id', '2c1b0f4e-95a2-4d7e-8a3f-0c4b7a11d9e5'), ('title', 'Old')");
  act (writer, SL_ACT_DO, both);
  act (writer, SL_ACT_DO,
       "INSERT INTO claim (id, text, modality, created_at) VALUES (6, 'closes', 0, 1);"
       "INSERT INTO passage (id, document_id, exact, prefix, suffix, start_cp, end_cp) VALUES (7, 4, 'The mayor', '', '', 0, 9);"
       "INSERT INTO in_case (id) VALUES (7);"
       "INSERT INTO pin (id, claim_id, passage_id, stance, chain) VALUES (8, 6, 7, 0, '[]');"
       "UPDATE suggestion SET state = 1, claim_id = 6, passage_id = 7 WHERE id = 5");
  act (writer, SL_ACT_RECORD, "INSERT INTO passage_check (id, passage_id, verdict, at) VALUES (9, 7, 0, 3)");
}

static char *
make_old (const Version *version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sourceline", version->version);
  g_autofree char *path = sample_make_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDb) db = sl_db_open (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_autofree char *identify = g_strdup_printf ("PRAGMA application_id = %d", SL_SCHEMA_APPLICATION_ID);
  Writer writer = { db, 0, NULL };

  g_assert_no_error (error);
  run (db, identify);
  sl_schema_install (db, 0, version->version, &error);
  g_assert_no_error (error);
  fill (&writer, version);
  g_free (writer.hash);
  sl_db_close (g_steal_pointer (&db), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
assert_verified (SlCase *opened)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "store", "verify-case", NULL);
  g_autofree char *path = sample_make_path ("version-copy.sourceline");
  const char *arguments[] = { program, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_case_verify (opened, NULL, &error);
  int status;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((SlFinding *) g_ptr_array_index (findings, i))->detail);
  g_assert_cmpuint (findings->len, ==, 0);

  sl_case_save_copy (opened, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("outside: %s", output);
  g_assert_cmpint (status, ==, 0);
}

static void
assert_defaults (SlCase        *opened,
                 const Version *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (opened, 5, &error);
  g_autoptr (SlDocument) document = sl_case_get_document (opened, 4, &error);
  g_autoptr (SlCapture) capture = sl_case_get_capture (opened, 3, &error);
  g_autoptr (SlCheck) check = sl_case_get_check (opened, 9, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (suggestion->title, ==, version->version < 2 ? "" : "Bridge");
  g_assert_cmpint (suggestion->usefulness, ==, version->version < 2 ? 0 : 7);
  g_assert_null (document->facts_digest);
  g_assert_null (capture->came_as);
  g_assert_cmpint (check->fetch_state, ==, SL_FETCH_STATE_UNKNOWN);
  g_assert_cmpint (check->text_state, ==, SL_TEXT_STATE_UNKNOWN);
  g_assert_null (check->found);
  g_assert_cmpint (check->checked_against, ==, SL_ID_NONE);
}

static void
move (SlCase   *opened,
      gboolean  inverse)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) moved = inverse ? sl_case_undo (opened, "tester", SAMPLE_NOW + 9, &error) : sl_case_redo (opened, "tester", SAMPLE_NOW + 9, &error);

  g_assert_no_error (error);
  g_assert_nonnull (moved);
}

/* What the earlier version recorded is taken back and done again by this one, and the history still says what is there. */
static void
test_old_case (gconstpointer data)
{
  const Version *version = data;
  g_autofree char *path = make_old (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) opened = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);

  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_OLDER);
  g_clear_error (&error);
  opened = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  assert_defaults (opened, version);
  assert_verified (opened);

  move (opened, TRUE);
  move (opened, TRUE);
  g_assert_cmpint (sl_case_count (opened, SL_LIST_DOCUMENTS, NULL, NULL), ==, 0);
  assert_verified (opened);
  move (opened, FALSE);
  move (opened, FALSE);
  g_assert_cmpint (sl_case_count (opened, SL_LIST_DOCUMENTS, NULL, NULL), ==, 1);
  assert_defaults (opened, version);
  assert_verified (opened);
}

/* What only this version can say of rows that an earlier one wrote. */
static void
test_new_columns (gconstpointer data)
{
  const Version *version = data;
  g_autofree char *path = make_old (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) opened = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (opened, 5, &error);

  g_assert_no_error (error);
  g_free (suggestion->title);
  suggestion->title = g_strdup ("New title");
  sample_begin (opened, "Retitle");
  sl_case_put_suggestion (opened, suggestion, &error);
  g_assert_no_error (error);
  sample_commit (opened);
  assert_verified (opened);
  move (opened, TRUE);
  assert_defaults (opened, version);
  assert_verified (opened);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *old_case = g_strdup_printf ("/versions/%d/old-case", versions[i].version);
      g_autofree char *new_columns = g_strdup_printf ("/versions/%d/new-columns", versions[i].version);

      g_test_add_data_func (old_case, &versions[i], test_old_case);
      g_test_add_data_func (new_columns, &versions[i], test_new_columns);
    }

  return g_test_run ();
}
