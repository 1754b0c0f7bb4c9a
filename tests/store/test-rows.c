/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "sample.h"

/* What hangs on evidence: re-verifications and what was made of them, witnesses, consents, facts; and settings. */

typedef struct
{
  SlCase *a_case;
  Sample  sample;
  SlId    check;
  SlId    document;
} Fixture;

static void
add_document (Fixture *f)
{
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GBytes) facts = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;

  document->capture_id = f->sample.capture;
  document->extractor = g_strdup ("test 2");
  document->quality = g_strdup ("paywall");
  document->facts_digest = sl_case_add_blob (f->a_case, facts, &error);
  g_assert_no_error (error);
  sl_case_add_document (f->a_case, document, "The mayor has said nothing.", NULL, &error);
  g_assert_no_error (error);
  f->document = document->id;
}

static void
add_check (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDocument) old = sl_case_get_document (f->a_case, f->sample.document, &error);
  g_autoptr (SlDocument) new = sl_case_get_document (f->a_case, f->document, &error);
  g_autoptr (SlCheck) check = sl_check_new ();

  g_assert_no_error (error);
  check->passage_id = f->sample.passage;
  check->verdict = SL_VERDICT_MOVED;
  check->fetch_state = SL_FETCH_STATE_FETCHED;
  check->text_state = SL_TEXT_STATE_MOVED;
  check->http_status = 200;
  check->found = g_strdup ("The mayor");
  check->old_text_digest = g_strdup (old->text_digest);
  check->new_text_digest = g_strdup (new->text_digest);
  check->checked_against = new->id;
  sl_case_add_check (f->a_case, check, &error);
  g_assert_no_error (error);
  f->check = check->id;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *name = g_strdup_printf ("%s.sourceline", (const char *) data);
  g_autoptr (GError) error = NULL;

  f->a_case = sample_make_case (name);
  sample_fill (f->a_case, &f->sample);
  sl_case_begin_act (f->a_case, SL_ACT_RECORD, "Re-check", "tester", SAMPLE_NOW, &error);
  g_assert_no_error (error);
  add_document (f);
  add_check (f);
  sample_commit (f->a_case);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_case_verify (f->a_case, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_finalize_object (f->a_case);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) act = sl_case_undo (f->a_case, "tester", SAMPLE_NOW, &error);

  g_assert_no_error (error);
}

static void
test_check (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCheck) check = sl_case_get_check (f->a_case, f->check, &error);
  g_autoptr (SlDocument) document = sl_case_get_document (f->a_case, f->document, &error);
  g_autoptr (GBytes) facts = sl_case_load_blob (f->a_case, document->facts_digest, &error);

  g_assert_no_error (error);
  g_assert_cmpint (check->verdict, ==, SL_VERDICT_MOVED);
  g_assert_cmpint (check->fetch_state, ==, SL_FETCH_STATE_FETCHED);
  g_assert_cmpint (check->text_state, ==, SL_TEXT_STATE_MOVED);
  g_assert_cmpint (check->http_status, ==, 200);
  g_assert_cmpstr (check->found, ==, "The mayor");
  g_assert_cmpstr (check->new_text_digest, ==, document->text_digest);
  g_assert_cmpint (check->checked_against, ==, f->document);
  g_assert_cmpmem (g_bytes_get_data (facts, NULL), g_bytes_get_size (facts), "{}", 2);
  g_assert_cmpstr (sl_case_what_is (f->a_case, f->check), ==, "check");
}

static SlDecision *
make_decision (Fixture        *f,
               SlDecisionKind  kind)
{
  SlDecision *decision = sl_decision_new ();

  decision->check_id = f->check;
  decision->kind = kind;
  decision->passage_id = f->sample.passage;
  decision->reason = g_strdup ("only a heading moved");
  decision->by = g_strdup ("tester");
  decision->at = SAMPLE_NOW;
  return decision;
}

static void
test_decision (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr (SlDecision) first = make_decision (f, SL_DECISION_KEEP);
  g_autoptr (SlDecision) second = make_decision (f, SL_DECISION_SUPERSEDED);
  g_autoptr (SlDecision) found = NULL;
  g_autoptr (SlDecision) gone = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  SlQuery about_passage = SL_QUERY_ALL;
  g_autoptr (GError) error = NULL;

  sample_begin (f->a_case, "Decide");
  g_assert_true (sl_case_put_decision (f->a_case, first, &error));
  g_assert_no_error (error);
  g_assert_false (sl_case_put_decision (f->a_case, second, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  sample_commit (f->a_case);

  found = sl_case_find_decision (f->a_case, f->check);
  g_assert_cmpint (found->id, ==, first->id);
  g_assert_cmpint (found->kind, ==, SL_DECISION_KEEP);
  g_assert_cmpstr (found->reason, ==, "only a heading moved");
  g_assert_cmpstr (sl_case_what_is (f->a_case, found->id), ==, "decision");
  about_passage.about = f->sample.passage;
  listed = sl_case_list_decisions (f->a_case, &about_passage, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);

  undo (f);
  gone = sl_case_find_decision (f->a_case, f->check);
  g_assert_null (gone);
}

static void
test_consent (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (SlConsent) consent = sl_consent_new ();
  g_autoptr (SlConsent) found = NULL;
  g_autoptr (SlConsent) gone = NULL;
  g_autoptr (GError) error = NULL;

  consent->document_id = f->document;
  consent->by = g_strdup ("tester");
  sample_begin (f->a_case, "Consent");
  g_assert_false (sl_case_put_consent (f->a_case, consent, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  consent->reason = g_strdup ("the lead is whole");
  g_assert_true (sl_case_put_consent (f->a_case, consent, &error));
  g_assert_no_error (error);
  sample_commit (f->a_case);

  found = sl_case_find_consent (f->a_case, f->document);
  g_assert_cmpstr (found->reason, ==, "the lead is whole");
  g_assert_cmpint (sl_case_count (f->a_case, SL_LIST_CONSENTS, NULL, NULL), ==, 1);
  g_assert_cmpstr (sl_case_what_is (f->a_case, found->id), ==, "consent");

  undo (f);
  gone = sl_case_find_consent (f->a_case, f->document);
  g_assert_null (gone);
}

static void
test_witness (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (SlWitness) witness = sl_witness_new ();
  g_autoptr (GBytes) token = g_bytes_new_static ("token", 5);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  SlQuery about_source = SL_QUERY_ALL;

  witness->capture_id = f->sample.capture;
  witness->kind = SL_WITNESS_TIMESTAMP;
  witness->authority = g_strdup ("https://time.example/tsr");
  witness->at = SAMPLE_NOW;
  witness->outcome = SL_WITNESS_CONFIRMED;
  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_RECORD, "Timestamp", "tester", SAMPLE_NOW, &error));
  witness->digest = sl_case_add_blob (f->a_case, token, &error);
  g_assert_true (sl_case_add_witness (f->a_case, witness, &error));
  g_assert_false (sl_case_add_witness (f->a_case, witness, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_APPEND_ONLY);
  g_clear_error (&error);
  sample_commit (f->a_case);

  about_source.about = f->sample.source;
  listed = sl_case_list_witnesses (f->a_case, &about_source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpstr (((SlWitness *) listed->pdata[0])->authority, ==, "https://time.example/tsr");
}

static void
set (Fixture    *f,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  sample_begin (f->a_case, "Set");
  g_assert_true (sl_case_set_setting (f->a_case, "witness.timestamp", value, &error));
  g_assert_no_error (error);
  sample_commit (f->a_case);
}

static void
assert_setting (Fixture    *f,
                const char *expected)
{
  g_autofree char *value = sl_case_dup_setting (f->a_case, "witness.timestamp");

  g_assert_cmpstr (value, ==, expected);
}

static void
test_setting (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_setting (f, NULL);
  set (f, "on");
  assert_setting (f, "on");
  set (f, "off");
  assert_setting (f, "off");
  undo (f);
  assert_setting (f, "on");
  set (f, NULL);
  assert_setting (f, NULL);
  undo (f);
  assert_setting (f, "on");

  g_assert_false (sl_case_set_setting (f->a_case, "witness.timestamp", "on", &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/rows/check", Fixture, "check", set_up, test_check, tear_down);
  g_test_add ("/rows/decision", Fixture, "decision", set_up, test_decision, tear_down);
  g_test_add ("/rows/consent", Fixture, "consent", set_up, test_consent, tear_down);
  g_test_add ("/rows/witness", Fixture, "witness", set_up, test_witness, tear_down);
  g_test_add ("/rows/setting", Fixture, "setting", set_up, test_setting, tear_down);

  return g_test_run ();
}
