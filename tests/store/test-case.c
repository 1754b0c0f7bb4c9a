/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "sample.h"

static gint64
count (SlCase *a_case,
       SlList  list)
{
  g_autoptr (GError) error = NULL;
  gint64 n = sl_case_count (a_case, list, NULL, &error);

  g_assert_no_error (error);
  return n;
}

/* Opening and closing */

static void
assert_alone (const char *path)
{
  static const char *const companions[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      g_assert_false (g_file_test (companion, G_FILE_TEST_EXISTS));
    }
}

static void
test_create (void)
{
  g_autoptr (SlCase) made = sample_make_case ("create.sourceline");
  g_autofree char *path = g_strdup (sl_case_get_path (made));
  g_autofree char *id = g_strdup (sl_case_get_id (made));
  g_autofree char *title = sl_case_dup_title (made);
  g_autofree char *scope = sl_case_dup_scope (made);
  g_autoptr (SlCase) again = NULL;
  g_autoptr (SlCase) clash = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpstr (title, ==, "Bridge");
  g_assert_null (scope);
  g_assert_cmpint (sl_case_get_revision (made), ==, 1);
  g_assert_true (sl_case_close (made, &error));
  g_assert_no_error (error);
  assert_alone (path);

  again = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sl_case_get_id (again), ==, id);
  assert_alone (path);
  g_assert_false (sl_case_begin_act (again, SL_ACT_DO, "x", "y", 0, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO);
  g_clear_error (&error);

  clash = sl_case_create (path, "Other", 0, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS);
  g_assert_null (clash);
}

static void
test_closed (void)
{
  g_autoptr (SlCase) made = sample_make_case ("closed.sourceline");
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Forgotten");
  g_assert_true (sl_case_close (made, NULL));
  g_assert_true (sl_case_close (made, NULL));
  events = sl_case_list_events (made, NULL, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO);
  g_assert_null (events);
  g_assert_null (sl_case_dup_title (made));
}

/* Acts */

static void
test_act_without_change (void)
{
  g_autoptr (SlCase) made = sample_make_case ("empty-act.sourceline");
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Nothing");
  sample_commit (made);
  g_assert_cmpint (count (made, SL_LIST_ACTS), ==, 1);

  sl_case_begin_act (made, SL_ACT_RECORD, "Export", "tester", SAMPLE_NOW, &error);
  g_assert_no_error (error);
  sample_commit (made);
  g_assert_cmpint (count (made, SL_LIST_ACTS), ==, 2);
}

static void
test_change_without_act (void)
{
  g_autoptr (SlCase) made = sample_make_case ("no-act.sourceline");
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_case_set_title (made, "New", &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
}

static void
test_abort (void)
{
  g_autoptr (SlCase) made = sample_make_case ("abort.sourceline");
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Rename");
  g_assert_true (sl_case_set_title (made, "New", &error));
  sl_case_abort_act (made);
  title = sl_case_dup_title (made);
  g_assert_cmpstr (title, ==, "Bridge");
  g_assert_cmpint (sl_case_get_revision (made), ==, 1);
}

static void
assert_filled (SlCase       *a_case,
               const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlClaim) claim = sl_case_get_claim (a_case, sample->claim, &error);
  g_autoptr (SlEvent) event = sl_case_get_event (a_case, sample->event, &error);
  g_autoptr (SlSource) source = sl_case_get_source (a_case, sample->source, &error);
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (a_case, sample->suggestion, &error);
  g_autofree char *text = sl_case_load_text (a_case, sample->document, &error);
  g_autofree char *chain = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (claim->grade.reliability, ==, SL_RELIABILITY_B);
  g_assert_cmpint (claim->grade.credibility, ==, SL_CREDIBILITY_PROBABLE);
  g_assert_cmpuint (claim->passages, ==, 1);
  g_assert_cmpuint (claim->origins, ==, 1);
  g_assert_false (claim->contested);
  g_assert_cmpint (event->confidence, ==, SL_CONFIDENCE_PROBABLE);
  g_assert_cmpint (event->grade.reliability, ==, SL_RELIABILITY_B);
  g_assert_cmpuint (event->claims, ==, 1);
  g_assert_cmpstr (event->outlets, ==, "The Example Times");
  g_assert_false (sl_when_is_dated (event->when));
  g_assert_cmpstr (source->outlet, ==, "The Example Times");
  g_assert_cmpstr (source->authors[1], ==, "Bo Lind");
  g_assert_cmpint (suggestion->state, ==, SL_SUGGESTION_ACCEPTED);
  g_assert_cmpint (suggestion->passage->document_id, ==, sample->document);
  chain = sl_attribution_chain_format (suggestion->chain);
  g_assert_cmpstr (chain, ==, "The mayor of Exampleville");
  g_assert_cmpstr (text, ==, SAMPLE_TEXT);
}

static void
test_round_trip (void)
{
  g_autoptr (SlCase) made = sample_make_case ("round-trip.sourceline");
  g_autofree char *path = g_strdup (sl_case_get_path (made));
  g_autoptr (SlCase) again = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  assert_filled (made, &sample);
  g_assert_true (sl_case_close (made, &error));

  again = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_filled (again, &sample);
}

static void
test_what_is (void)
{
  g_autoptr (SlCase) made = sample_make_case ("what-is.sourceline");
  g_autoptr (SlOutlet) by_domain = NULL;
  g_autoptr (SlOutlet) by_name = NULL;
  g_autoptr (SlSource) source = NULL;
  g_autoptr (SlClaim) none = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  g_assert_cmpstr (sl_case_what_is (made, sample.outlet), ==, "outlet");
  g_assert_cmpstr (sl_case_what_is (made, sample.capture), ==, "capture");
  g_assert_cmpstr (sl_case_what_is (made, sample.pin), ==, "pin");
  g_assert_cmpstr (sl_case_what_is (made, sample.event), ==, "event");
  g_assert_null (sl_case_what_is (made, 17));

  by_domain = sl_case_find_outlet (made, "Whoever", "times.example");
  by_name = sl_case_find_outlet (made, "example  TIMES", NULL);
  source = sl_case_find_source (made, "https://times.example/bridge");
  g_assert_cmpint (by_domain->id, ==, sample.outlet);
  g_assert_cmpint (by_name->id, ==, sample.outlet);
  g_assert_cmpint (source->id, ==, sample.source);
  g_assert_null (sl_case_find_outlet (made, "Nobody", NULL));

  none = sl_case_get_claim (made, sample.event, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND);
  g_assert_null (none);
}

/* Undo and redo */

typedef struct
{
  SlList list;
  gint64 empty;
  gint64 added;
  gint64 accepted;
} Stage;

static const Stage stages[] = {
  { SL_LIST_OUTLETS, 0, 1, 1 },
  { SL_LIST_SOURCES, 0, 1, 1 },
  { SL_LIST_CAPTURES, 0, 1, 1 },
  { SL_LIST_DOCUMENTS, 0, 1, 1 },
  { SL_LIST_SUGGESTIONS, 0, 1, 1 },
  { SL_LIST_PASSAGES, 0, 0, 1 },
  { SL_LIST_PINS, 0, 0, 1 },
  { SL_LIST_CLAIMS, 0, 0, 1 },
  { SL_LIST_EVENTS, 0, 0, 1 },
};

static void
assert_stage (SlCase *a_case,
              int     stage)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      const gint64 expected[] = { stages[i].empty, stages[i].added, stages[i].accepted };

      g_assert_cmpint (count (a_case, stages[i].list), ==, expected[stage]);
    }
}

static void
undo (SlCase     *a_case,
      const char *label)
{
  g_autoptr (SlAct) next = sl_case_peek_undo (a_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) act = sl_case_undo (a_case, "tester", SAMPLE_NOW + 9, &error);

  g_assert_no_error (error);
  g_assert_cmpint (act->kind, ==, SL_ACT_UNDO);
  g_assert_cmpint (act->about, ==, next->id);
  g_assert_cmpstr (act->label, ==, label);
}

static void
redo (SlCase     *a_case,
      const char *label)
{
  g_autoptr (SlAct) next = sl_case_peek_redo (a_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) act = sl_case_redo (a_case, "tester", SAMPLE_NOW + 9, &error);

  g_assert_no_error (error);
  g_assert_cmpint (act->kind, ==, SL_ACT_REDO);
  g_assert_cmpint (act->about, ==, next->id);
  g_assert_cmpstr (act->label, ==, label);
}

static void
assert_nothing_left (SlCase   *a_case,
                     gboolean  inverse)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) act = inverse ? sl_case_undo (a_case, "t", 0, &error) : sl_case_redo (a_case, "t", 0, &error);
  g_autoptr (SlAct) next = inverse ? sl_case_peek_undo (a_case) : sl_case_peek_redo (a_case);

  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOTHING);
  g_assert_null (act);
  g_assert_null (next);
}

static void
reopen (SlCase **a_case)
{
  g_autofree char *path = g_strdup (sl_case_get_path (*a_case));
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_case_close (*a_case, &error));
  g_clear_object (a_case);
  *a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (void)
{
  g_autoptr (SlCase) made = sample_make_case ("undo.sourceline");
  g_autoptr (SlCapture) capture = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  assert_nothing_left (made, TRUE);
  sample_fill (made, &sample);
  assert_stage (made, 2);

  for (int round = 0; round < 3; round++)
    {
      undo (made, "Grade");
      g_assert_null (sl_case_get_grade (made, sample.claim));
      undo (made, "Accept suggestion");
      assert_stage (made, 1);
      reopen (&made);
      undo (made, "Add source");
      assert_stage (made, 0);
      assert_nothing_left (made, TRUE);

      redo (made, "Add source");
      assert_stage (made, 1);
      reopen (&made);
      redo (made, "Accept suggestion");
      redo (made, "Grade");
      assert_stage (made, 2);
      assert_filled (made, &sample);
      assert_nothing_left (made, FALSE);
    }

  undo (made, "Grade");
  undo (made, "Accept suggestion");
  undo (made, "Add source");
  capture = sl_case_get_capture (made, sample.capture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (capture);
}

static void
test_new_act_clears_redo (void)
{
  g_autoptr (SlCase) made = sample_make_case ("clears.sourceline");
  Sample sample;

  sample_fill (made, &sample);
  undo (made, "Grade");
  sample_grade (made, sample.claim, "C3");
  assert_nothing_left (made, FALSE);
  undo (made, "Grade");
  undo (made, "Accept suggestion");
  redo (made, "Accept suggestion");
  redo (made, "Grade");
  g_assert_cmpint (count (made, SL_LIST_ASSESSMENTS), ==, 2);
  undo (made, "Grade");
  undo (made, "Accept suggestion");
  undo (made, "Add source");
  assert_nothing_left (made, TRUE);
}

static void
test_regrade (void)
{
  g_autoptr (SlCase) made = sample_make_case ("regrade.sourceline");
  g_autoptr (SlAssessment) second = NULL;
  g_autoptr (SlAssessment) first = NULL;
  Sample sample;

  sample_fill (made, &sample);
  sample_grade (made, sample.claim, "A1");
  second = sl_case_get_grade (made, sample.claim);
  g_assert_cmpint (second->grade.credibility, ==, SL_CREDIBILITY_CONFIRMED);
  undo (made, "Grade");
  first = sl_case_get_grade (made, sample.claim);
  g_assert_cmpint (first->grade.credibility, ==, SL_CREDIBILITY_PROBABLE);
}

/* A recorded fact in between is passed over, and stops an undo that it touched. */
static void
test_record_between (void)
{
  g_autoptr (SlCase) made = sample_make_case ("record.sourceline");
  g_autoptr (SlSource) source = NULL;
  g_autoptr (SlAct) act = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_add (made, &sample);
  sl_case_begin_act (made, SL_ACT_RECORD, "Re-check", "tester", SAMPLE_NOW, &error);
  source = sl_case_get_source (made, sample.source, &error);
  g_free (source->title);
  source->title = g_strdup ("Bridge to stay");
  sl_case_put_source (made, source, &error);
  sample_commit (made);
  g_assert_no_error (error);

  act = sl_case_undo (made, "tester", SAMPLE_NOW, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  g_assert_null (act);
  g_assert_cmpint (sl_case_get_revision (made), ==, 3);
  g_assert_cmpint (count (made, SL_LIST_SOURCES), ==, 1);
}

/* Guards */

static void
test_append_only (void)
{
  g_autoptr (SlCase) made = sample_make_case ("append-only.sourceline");
  g_autoptr (SlPassage) passage = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  passage = sl_case_get_passage (made, sample.passage, &error);
  g_assert_no_error (error);
  sample_begin (made, "Forge");
  g_assert_false (sl_case_add_passage (made, passage, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_APPEND_ONLY);
  sl_case_abort_act (made);
}

static void
test_reason_needed (void)
{
  g_autoptr (SlCase) made = sample_make_case ("reason.sourceline");
  g_autoptr (SlAssessment) assessment = sl_assessment_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Grade");
  assessment->reason = g_strdup ("");
  g_assert_false (sl_case_add_assessment (made, assessment, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  sl_case_abort_act (made);
}

static void
test_missing_parts (void)
{
  g_autoptr (SlCase) made = sample_make_case ("missing.sourceline");
  g_autoptr (SlPin) pin = sl_pin_new ();
  g_autoptr (SlSuggestion) suggestion = sl_suggestion_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (made, "Pin");
  pin->claim_id = 4;
  pin->passage_id = 5;
  g_assert_false (sl_case_add_pin (made, pin, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (pin->id, ==, SL_ID_NONE);
  g_clear_error (&error);
  g_assert_false (sl_case_put_suggestion (made, suggestion, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (sl_case_remove_claim (made, 4, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND);
  sl_case_abort_act (made);
}

/* Taking away */

static void
test_remove (void)
{
  g_autoptr (SlCase) made = sample_make_case ("remove.sourceline");
  g_autoptr (SlSuggestion) suggestion = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (made, &sample);
  sample_begin (made, "Remove claim");
  sl_case_remove_claim (made, sample.claim, &error);
  g_assert_no_error (error);
  sample_commit (made);
  suggestion = sl_case_get_suggestion (made, sample.suggestion, &error);
  g_assert_cmpint (suggestion->state, ==, SL_SUGGESTION_REJECTED);
  g_assert_cmpint (count (made, SL_LIST_PINS), ==, 0);
  undo (made, "Remove claim");
  assert_filled (made, &sample);

  sample_begin (made, "Remove source");
  sl_case_remove_source (made, sample.source, &error);
  g_assert_no_error (error);
  sample_commit (made);
  g_assert_cmpint (count (made, SL_LIST_CAPTURES), ==, 0);
  g_assert_cmpint (count (made, SL_LIST_PASSAGES), ==, 0);
  g_assert_cmpint (count (made, SL_LIST_CLAIMS), ==, 1);
  undo (made, "Remove source");
  assert_filled (made, &sample);

  sample_begin (made, "Remove event");
  sl_case_remove_event (made, sample.event, &error);
  g_assert_no_error (error);
  sample_commit (made);
  g_assert_cmpint (count (made, SL_LIST_EVENTS), ==, 0);
  g_assert_cmpint (count (made, SL_LIST_CLAIMS), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/case/create", test_create);
  g_test_add_func ("/case/closed", test_closed);
  g_test_add_func ("/case/act/without-change", test_act_without_change);
  g_test_add_func ("/case/act/change-without-act", test_change_without_act);
  g_test_add_func ("/case/act/abort", test_abort);
  g_test_add_func ("/case/round-trip", test_round_trip);
  g_test_add_func ("/case/what-is", test_what_is);
  g_test_add_func ("/case/undo/undo-redo", test_undo_redo);
  g_test_add_func ("/case/undo/new-act-clears-redo", test_new_act_clears_redo);
  g_test_add_func ("/case/undo/regrade", test_regrade);
  g_test_add_func ("/case/undo/record-between", test_record_between);
  g_test_add_func ("/case/guard/append-only", test_append_only);
  g_test_add_func ("/case/guard/reason-needed", test_reason_needed);
  g_test_add_func ("/case/guard/missing-parts", test_missing_parts);
  g_test_add_func ("/case/remove", test_remove);

  return g_test_run ();
}
