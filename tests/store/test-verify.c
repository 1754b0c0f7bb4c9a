/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"

/* Whoever edits the file by hand has all of SQLite at hand, and no use for our triggers. */
static void
edit (const char *path,
      const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
record_check (SlCase       *made,
              const Sample *sample)
{
  g_autoptr (SlCheck) check = sl_check_new ();
  g_autoptr (SlWitness) witness = sl_witness_new ();
  g_autoptr (SlDecision) decision = sl_decision_new ();
  g_autoptr (GBytes) answer = g_bytes_new_static ("token", 5);
  g_autoptr (GError) error = NULL;

  sl_case_begin_act (made, SL_ACT_RECORD, "Re-check", "tester", SAMPLE_NOW + 6, &error);
  check->passage_id = sample->passage;
  check->verdict = SL_VERDICT_VERBATIM;
  check->new_text_digest = sl_case_add_blob (made, answer, &error);
  check->checked_against = sample->document;
  sl_case_add_check (made, check, &error);
  witness->capture_id = sample->capture;
  witness->authority = g_strdup ("https://time.example/");
  witness->digest = g_strdup (check->new_text_digest);
  sl_case_add_witness (made, witness, &error);
  decision->check_id = check->id;
  decision->reason = g_strdup ("nothing changed");
  decision->by = g_strdup ("tester");
  sl_case_put_decision (made, decision, &error);
  g_assert_no_error (error);
  sample_commit (made);
}

static void
set_up_case (SlCase       *made,
             const Sample *sample)
{
  g_autoptr (SlConsent) consent = sl_consent_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Consent");
  consent->document_id = sample->document;
  consent->reason = g_strdup ("the lead is whole");
  consent->by = g_strdup ("tester");
  sl_case_put_consent (made, consent, &error);
  sl_case_set_setting (made, "recheck", "daily", &error);
  g_assert_no_error (error);
  sample_commit (made);
}

/* A filled case, closed: added, accepted, graded, undone once; a check recorded, a consent given. */
static char *
make_closed (const char *name)
{
  g_autoptr (SlCase) made = sample_make_case (name);
  g_autoptr (SlAct) undone = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  sample_grade (made, sample.claim, "C3");
  undone = sl_case_undo (made, "tester", SAMPLE_NOW + 5, &error);
  g_assert_no_error (error);

  set_up_case (made, &sample);
  record_check (made, &sample);
  g_assert_true (sl_case_close (made, &error));
  return g_strdup (sl_case_get_path (made));
}

static GPtrArray *
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  GPtrArray *findings;

  g_assert_no_error (error);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  return findings;
}

static gboolean
has_finding (GPtrArray  *findings,
             const char *what,
             const char *problem)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (strlen (finding->detail), >, 10);
      if (g_str_equal (finding->what, what) && g_str_equal (finding->problem, problem))
        return TRUE;
    }

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s %s: %s", finding->what, finding->problem, finding->detail);
    }
  return FALSE;
}

/* The verdict of the verifier that shares nothing with the program: its exit status. */
static int
verify_outside (const char *path)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "store", "verify-case", NULL);
  const char *arguments[] = { program, path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, &status, &error);
  g_assert_no_error (error);
  g_test_message ("outside: %s%s", output, trouble);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_whole (void)
{
  g_autofree char *path = make_closed ("whole.sourceline");
  g_autoptr (GPtrArray) findings = verify (path);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (verify_outside (path), ==, 0);
}

/* While the case is open and changed by an act that has not ended, what is durable is verified. */
static void
test_while_open (void)
{
  g_autofree char *path = make_closed ("while-open.sourceline");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  sample_begin (a_case, "Rename");
  sl_case_set_title (a_case, "Other", &error);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  sample_commit (a_case);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_closed ("cancelled.sourceline");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (sl_case_verify (a_case, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *what;
  const char *problem;
} Forgery;

static const Forgery forgeries[] = {
  { "title", "UPDATE meta SET value = 'Other' WHERE key = 'title'", "case", "altered-row" },
  { "outlet", "UPDATE outlet SET name = 'The Other Times'", "outlet", "altered-row" },
  { "source", "UPDATE source SET url = 'https://other.example/'", "source", "altered-row" },
  { "source-null", "UPDATE source SET language = 'de'", "source", "altered-row" },
  { "capture", "UPDATE capture SET captured_at_usec = captured_at_usec + 1", "capture", "altered-row" },
  { "capture-method", "UPDATE capture SET method = 77", "capture", "digest" },
  { "payload-bytes", "UPDATE capture SET payload_bytes = 1", "capture", "digest" },
  { "document", "UPDATE document SET length_cp = 1", "document", "digest" },
  { "passage", "UPDATE passage SET exact = 'The bridge would stay'", "passage", "altered-row" },
  { "claim", "UPDATE claim SET text = 'The bridge would stay'", "claim", "altered-row" },
  { "claim-extra", "INSERT INTO claim (id, text, modality, created_at) VALUES (5, 'x', 0, 0)", "claim", "extra-row" },
  { "pin-stance", "UPDATE pin SET stance = 1", "pin", "altered-row" },
  { "pin-missing", "DELETE FROM pin", "pin", "missing-row" },
  { "event", "UPDATE event SET edtf = '2025-11-23'", "event", "altered-row" },
  { "event-claim", "DELETE FROM event_claim", "event", "missing-row" },
  { "suggestion", "UPDATE suggestion SET state = 0", "suggestion", "altered-row" },
  { "assessment", "UPDATE assessment SET credibility = 1", "assessment", "altered-row" },
  { "grade-swapped", "UPDATE grade_in_force SET assessment_id = (SELECT id FROM assessment WHERE credibility = 3)", "assessment", "altered-row" },
  { "check", "UPDATE passage_check SET verdict = 2", "check", "altered-row" },
  { "check-missing", "DELETE FROM passage_check", "check", "missing-row" },
  { "check-found", "UPDATE passage_check SET found = 'The bridge'", "check", "altered-row" },
  { "check-text", "UPDATE passage_check SET old_text_digest = '0123'", "check", "digest" },
  { "check-state", "UPDATE passage_check SET fetch_state = 4", "check", "altered-row" },
  { "capture-came-as", "UPDATE capture SET came_as = 'wacz other.wacz'", "capture", "altered-row" },
  { "facts", "UPDATE document SET facts_digest = text_digest", "document", "altered-row" },
  { "facts-missing", "UPDATE document SET facts_digest = '0123'", "document", "digest" },
  { "witness", "UPDATE witness SET authority = 'https://other.example/'", "witness", "altered-row" },
  { "witness-answer", "DELETE FROM blob WHERE digest IN (SELECT digest FROM witness)", "witness", "digest" },
  { "consent", "DELETE FROM quality_consent", "document", "missing-row" },
  { "decision", "UPDATE check_decision SET decision = 2", "check", "altered-row" },
  { "setting", "UPDATE setting SET value = 'never'", "case", "altered-row" },
  { "act-label", "UPDATE act SET label = 'Other' WHERE sequence = 2", "act", "hash-chain" },
  { "act-by", "UPDATE act SET by = 'somebody' WHERE sequence = 3", "act", "hash-chain" },
  { "act-at", "UPDATE act SET at = at - 1 WHERE sequence = 4", "act", "hash-chain" },
  { "act-hash", "UPDATE act SET hash = '"
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                "' WHERE sequence = 4",
    "act", "hash-chain" },
  { "act-changeset", "UPDATE act SET changeset = x'' WHERE sequence = 3", "act", "hash-chain" },
  { "act-garbage", "UPDATE act SET changeset = x'5401ff00ff' WHERE sequence = 3", "act", "does-not-apply" },
  { "act-missing", "DELETE FROM act WHERE sequence = 3", "act", "missing" },
  { "acts-missing", "DELETE FROM act", "case", "missing" },
  { "last-act", "DELETE FROM act WHERE sequence = (SELECT max (sequence) FROM act)", "check", "extra-row" },
  { "blob", "UPDATE blob SET bytes = x'00' WHERE digest IN (SELECT text_digest FROM document)", "blob", "digest" },
  { "blob-text", "UPDATE blob SET bytes = x'00' WHERE digest IN (SELECT text_digest FROM document)", "document", "digest" },
  { "blob-missing", "DELETE FROM blob WHERE digest IN (SELECT members FROM capture)", "capture", "digest" },
  { "reference", "UPDATE pin SET claim_id = 12345", "case", "missing" },
};

static void
test_forged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      const Forgery *forgery = &forgeries[i];
      g_autofree char *name = g_strconcat ("forged-", forgery->name, ".sourceline", NULL);
      g_autofree char *path = make_closed (name);
      g_autoptr (GPtrArray) findings = NULL;

      edit (path, forgery->sql);
      findings = verify (path);
      g_test_message ("%s: %u findings", forgery->name, findings->len);
      g_assert_true (has_finding (findings, forgery->what, forgery->problem));
      g_assert_cmpint (verify_outside (path), ==, 3);
    }
}

/* Single bits */

static char *
dump (const char *path)
{
  static const char *const tables[] = {
    "meta",
    "outlet",
    "source",
    "capture",
    "document",
    "passage",
    "in_case",
    "claim",
    "pin",
    "event",
    "event_claim",
    "suggestion",
    "assessment",
    "grade_in_force",
    "passage_check",
    "check_decision",
    "quality_consent",
    "witness",
    "setting",
    "blob",
    "act",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);
      sqlite3_stmt *rows = NULL;

      sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);
      while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
        {
          for (int column = 0; column < sqlite3_column_count (rows); column++)
            {
              const void *cell = sqlite3_column_blob (rows, column);

              g_string_append_len (text, cell == NULL ? "" : cell, sqlite3_column_bytes (rows, column));
              g_string_append_c (text, '\n');
            }
        }
      sqlite3_finalize (rows);
    }
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* Whether opening or verification noticed something. */
static gboolean
is_noticed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (a_case == NULL)
    return TRUE;
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  return findings->len > 0;
}

/* Most of a small file is room for more; bits that say something are those to flip. */
static gsize
pick_byte (GRand      *random,
           const char *data,
           gsize       length)
{
  gsize byte;

  do
    byte = (gsize) g_rand_int_range (random, 0, (gint32) length);
  while (data[byte] == 0);
  return byte;
}

/* A flipped bit is noticed, or it lies where nothing is stored and every row reads as before. */
static void
test_flipped_bits (void)
{
  g_autofree char *path = make_closed ("bits.sourceline");
  g_autofree char *flipped = sample_make_path ("flipped.sourceline");
  g_autofree char *expected = dump (path);
  g_autofree char *data = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20251124);
  g_autoptr (GError) error = NULL;
  int noticed = 0;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 200; i++)
    {
      gsize byte = pick_byte (random, data, length);
      char bit = (char) (1 << g_rand_int_range (random, 0, 8));
      g_autofree char *actual = NULL;

      data[byte] ^= bit;
      g_file_set_contents (flipped, data, (gssize) length, &error);
      g_assert_no_error (error);
      data[byte] ^= bit;
      if (is_noticed (flipped))
        {
          noticed++;
          continue;
        }
      actual = dump (flipped);
      g_assert_cmpstr (actual, ==, expected);
    }

  g_test_message ("%d of 200 noticed, the others changed nothing", noticed);
  g_assert_cmpint (noticed, >, 100);
}

/* Copies */

static void
test_copy (void)
{
  g_autofree char *path = make_closed ("original.sourceline");
  g_autofree char *copy = sample_make_path ("copy.sourceline");
  g_autofree char *link = sample_make_path ("link.sourceline");
  g_autofree char *wal = g_strconcat (copy, "-wal", NULL);
  g_autofree char *before = dump (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (sl_case_save_copy (a_case, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_case_save_copy (a_case, copy, NULL, &error));
  g_assert_no_error (error);
  after = dump (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  findings = verify (copy);
  g_assert_cmpuint (findings->len, ==, 0);

  g_assert_false (sl_case_save_copy (a_case, path, NULL, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_false (sl_case_save_copy (a_case, link, NULL, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS);
}

static void
test_copy_cancelled (void)
{
  g_autofree char *path = make_closed ("original-2.sourceline");
  g_autofree char *copy = sample_make_path ("copy-2.sourceline");
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) left = NULL;
  const char *name;

  g_cancellable_cancel (cancellable);
  g_assert_false (sl_case_save_copy (a_case, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (left)) != NULL)
    g_assert_false (g_str_has_prefix (name, "copy-2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/verify/whole", test_whole);
  g_test_add_func ("/verify/while-open", test_while_open);
  g_test_add_func ("/verify/cancelled", test_cancelled);
  g_test_add_func ("/verify/forged", test_forged);
  g_test_add_func ("/verify/flipped-bits", test_flipped_bits);
  g_test_add_func ("/copy/copy", test_copy);
  g_test_add_func ("/copy/cancelled", test_copy_cancelled);

  return g_test_run ();
}
