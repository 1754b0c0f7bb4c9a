/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "workbench/sl-workbench.h"

#define NOW 1764000000

/* Two documents of two outlets, the second of which only relays the first. */
typedef struct
{
  SlCase      *a_case;
  SlWorkbench *bench;
  SlId         sources[2];
  SlId         documents[2];
  SlId         suggestions[3];
} Fixture;

static const char *const texts[] = {
  "The ferry left the harbour on 3 May 2025. Nobody was hurt.",
  "The Harbour Post reported that the ferry left on 3 May 2025.",
};

static void
put_document (Fixture *f,
              guint    i)
{
  g_autoptr (SlOutlet) outlet = sl_outlet_new ();
  g_autoptr (SlSource) source = sl_source_new ();
  g_autoptr (SlCapture) capture = sl_capture_new ();
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  g_free (outlet->name);
  outlet->name = g_strdup (i == 0 ? "The Harbour Post" : "Relay Daily");
  g_assert_true (sl_case_put_outlet (f->a_case, outlet, &error));
  source->outlet_id = outlet->id;
  g_free (source->title);
  source->title = g_strdup ("Ferry");
  g_assert_true (sl_case_put_source (f->a_case, source, &error));

  capture->source_id = source->id;
  g_free (capture->url);
  capture->url = g_strdup_printf ("urn:test:%u", i);
  g_free (capture->payload_digest);
  capture->payload_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[i], -1);
  capture->payload_bytes = strlen (texts[i]);
  g_assert_true (sl_case_add_capture (f->a_case, capture, members, &error));

  document->capture_id = capture->id;
  document->source_id = source->id;
  g_free (document->extractor);
  document->extractor = g_strdup ("test");
  g_assert_true (sl_case_add_document (f->a_case, document, texts[i], NULL, &error));
  g_assert_no_error (error);
  f->sources[i] = source->id;
  f->documents[i] = document->id;
}

static void
put_suggestion (Fixture    *f,
                guint       i,
                guint       document,
                const char *words,
                const char *edtf)
{
  g_autoptr (SlSuggestion) suggestion = sl_suggestion_new ();
  g_autoptr (GError) error = NULL;
  const char *text = texts[document];
  gsize start = g_utf8_pointer_to_offset (text, strstr (text, words));

  suggestion->document_id = f->documents[document];
  suggestion->source_id = f->sources[document];
  g_free (suggestion->text);
  suggestion->text = g_strdup (words);
  g_clear_pointer (&suggestion->passage, sl_passage_free);
  suggestion->passage = sl_passage_new (text, start, start + g_utf8_strlen (words, -1));
  suggestion->passage->document_id = suggestion->document_id;
  g_clear_pointer (&suggestion->when, sl_when_free);
  suggestion->when = edtf != NULL ? sl_when_new (edtf, "a day", &error) : sl_when_new_undated ();
  sl_case_put_suggestion (f->a_case, suggestion, &error);
  g_assert_no_error (error);
  f->suggestions[i] = suggestion->id;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  (void) data;
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->a_case = sl_case_create (path, "Ferry", NOW, &error);
  g_assert_no_error (error);
  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_DO, "Prepare", "tester", NOW, &error));
  put_document (f, 0);
  put_document (f, 1);
  put_suggestion (f, 0, 0, "The ferry left the harbour on 3 May 2025.", "2025-05-03");
  put_suggestion (f, 1, 0, "Nobody was hurt.", NULL);
  put_suggestion (f, 2, 1, "the ferry left on 3 May 2025", "2025-05-03");
  g_assert_true (sl_case_commit_act (f->a_case, &error));
  g_assert_no_error (error);
  f->bench = sl_workbench_new (f->a_case, "tester");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (sl_case_close (f->a_case, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
}

static SlId
run (Fixture       *f,
     SlCommandKind  kind,
     SlId           id)
{
  g_autoptr (SlCommand) command = sl_command_new (kind, id);
  g_autoptr (GError) error = NULL;
  SlId made = sl_workbench_do (f->bench, command, &error);

  g_assert_no_error (error);
  g_assert_cmpint (made, !=, SL_ID_NONE);

  return made;
}

static gint64
count (Fixture *f,
       SlList   list)
{
  SlQuery query = SL_QUERY_ALL;

  return sl_case_count (f->a_case, list, &query, NULL);
}

static SlId
event_of (Fixture *f,
          SlId     claim_id)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) events = NULL;

  query.about = claim_id;
  events = sl_case_list_events (f->a_case, &query, NULL);
  g_assert_nonnull (events);
  g_assert_cmpuint (events->len, ==, 1);

  return ((SlEvent *) g_ptr_array_index (events, 0))->id;
}

static void
test_accept (Fixture       *f,
             gconstpointer  data)
{
  SlId claim_id = run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);
  g_autoptr (SlClaim) claim = sl_case_get_claim (f->a_case, claim_id, NULL);
  g_autoptr (SlEvent) event = sl_case_get_event (f->a_case, event_of (f, claim_id), NULL);
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (f->a_case, f->suggestions[0], NULL);

  (void) data;
  g_assert_cmpstr (claim->text, ==, "The ferry left the harbour on 3 May 2025.");
  g_assert_cmpuint (claim->passages, ==, 1);
  g_assert_cmpstr (event->when->edtf, ==, "2025-05-03");
  g_assert_cmpint (event->confidence, ==, SL_CONFIDENCE_NOT_JUDGED);
  g_assert_cmpint (suggestion->state, ==, SL_SUGGESTION_ACCEPTED);
  g_assert_cmpint (suggestion->claim_id, ==, claim_id);
}

static void
test_undated_stays_undated (Fixture       *f,
                            gconstpointer  data)
{
  g_autoptr (SlEvent) event = sl_case_get_event (f->a_case, event_of (f, run (f, SL_COMMAND_ACCEPT, f->suggestions[1])), NULL);

  (void) data;
  g_assert_false (sl_when_is_dated (event->when));
}

static void
test_undo_all_redo_all (Fixture       *f,
                        gconstpointer  data)
{
  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (f->suggestions); i++)
    run (f, SL_COMMAND_ACCEPT, f->suggestions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (f->suggestions); i++)
    run (f, SL_COMMAND_UNDO, SL_ID_NONE);
  g_assert_cmpint (count (f, SL_LIST_CLAIMS), ==, 0);
  g_assert_cmpint (count (f, SL_LIST_EVENTS), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (f->suggestions); i++)
    run (f, SL_COMMAND_REDO, SL_ID_NONE);
  g_assert_cmpint (count (f, SL_LIST_CLAIMS), ==, 3);
  g_assert_cmpint (count (f, SL_LIST_EVENTS), ==, 3);
}

static void
grade_claim (Fixture          *f,
             SlId              id,
             SlCommandKind     kind,
             const char       *grade,
             SlWorkbenchError  expected)
{
  g_autoptr (SlCommand) command = sl_command_new (kind, id);
  g_autoptr (GError) error = NULL;
  SlId made;

  command->text = g_strdup (grade);
  command->reason = g_strdup ("read both reports");
  made = sl_workbench_do (f->bench, command, &error);
  if (expected == (SlWorkbenchError) -1)
    {
      g_assert_no_error (error);
      g_assert_cmpint (made, !=, SL_ID_NONE);
    }
  else
    {
      g_assert_error (error, SL_WORKBENCH_ERROR, (int) expected);
      g_assert_cmpint (made, ==, SL_ID_NONE);
    }
}

/* Credibility 1 is earned by two independent origins, or overridden in the open. */
static void
test_confirmed_needs_origins (Fixture       *f,
                              gconstpointer  data)
{
  SlId claim_id = run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);
  g_autoptr (SlAssessment) assessment = NULL;

  (void) data;
  grade_claim (f, claim_id, SL_COMMAND_GRADE, "B1", SL_WORKBENCH_ERROR_NEEDS_ORIGINS);
  grade_claim (f, claim_id, SL_COMMAND_GRADE, "B2", (SlWorkbenchError) -1);
  grade_claim (f, claim_id, SL_COMMAND_OVERRIDE_GRADE, "B1", (SlWorkbenchError) -1);
  assessment = sl_case_get_grade (f->a_case, claim_id);
  g_assert_true (assessment->override);
}

static void
test_two_origins_confirm (Fixture       *f,
                          gconstpointer  data)
{
  SlId claim_id = run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);
  g_autoptr (SlCommand) pin = sl_command_new (SL_COMMAND_PIN, claim_id);
  g_autoptr (SlClaim) claim = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  pin->other = f->documents[1];
  pin->start_cp = 31;
  pin->end_cp = 59;
  g_assert_cmpint (sl_workbench_do (f->bench, pin, &error), ==, claim_id);
  g_assert_no_error (error);
  grade_claim (f, claim_id, SL_COMMAND_GRADE, "B1", (SlWorkbenchError) -1);
  claim = sl_case_get_claim (f->a_case, claim_id, NULL);
  g_assert_cmpuint (claim->origins, ==, 2);
}

static void
test_undo_grade (Fixture       *f,
                 gconstpointer  data)
{
  SlId claim_id = run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);

  (void) data;
  grade_claim (f, claim_id, SL_COMMAND_GRADE, "C3", (SlWorkbenchError) -1);
  run (f, SL_COMMAND_UNDO, SL_ID_NONE);
  g_assert_null (sl_case_get_grade (f->a_case, claim_id));
  g_assert_cmpint (count (f, SL_LIST_ASSESSMENTS), ==, 1);
}

static void
test_merge_events (Fixture       *f,
                   gconstpointer  data)
{
  SlId kept = event_of (f, run (f, SL_COMMAND_ACCEPT, f->suggestions[0]));
  SlId gone = event_of (f, run (f, SL_COMMAND_ACCEPT, f->suggestions[2]));
  g_autoptr (SlCommand) merge = sl_command_new (SL_COMMAND_MERGE_EVENTS, kept);
  g_autoptr (SlEvent) event = NULL;

  (void) data;
  merge->other = gone;
  g_assert_cmpint (sl_workbench_do (f->bench, merge, NULL), ==, kept);
  event = sl_case_get_event (f->a_case, kept, NULL);
  g_assert_cmpuint (event->claims, ==, 2);
  g_assert_cmpint (count (f, SL_LIST_EVENTS), ==, 1);
}

typedef struct
{
  const char    *name;
  SlCommandKind  kind;
  const char    *text;
  const char    *reason;
  const char    *when;
  gsize          start_cp;
  gsize          end_cp;
} Refused;

/* What makes no sense is refused with a reason, and leaves no act behind. */
static const Refused refused[] = {
  { "grade without a reason", SL_COMMAND_GRADE, "B2", "  ", NULL, 0, 0 },
  { "no grade", SL_COMMAND_GRADE, "G7", "because", NULL, 0, 0 },
  { "event without a title", SL_COMMAND_NEW_EVENT, " ", NULL, NULL, 0, 0 },
  { "event on no date", SL_COMMAND_NEW_EVENT, "Departure", NULL, "third of May", 0, 0 },
  { "case without a name", SL_COMMAND_RENAME_CASE, "", NULL, NULL, 0, 0 },
};

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  SlId claim_id = run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);
  gint64 acts = count (f, SL_LIST_ACTS);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (SlCommand) command = sl_command_new (refused[i].kind, claim_id);
      g_autoptr (GError) error = NULL;

      command->text = g_strdup (refused[i].text);
      command->reason = g_strdup (refused[i].reason);
      command->when = g_strdup (refused[i].when);
      g_test_message ("%s", refused[i].name);
      g_assert_cmpint (sl_workbench_do (f->bench, command, &error), ==, SL_ID_NONE);
      g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
      g_assert_cmpint (count (f, SL_LIST_ACTS), ==, acts);
    }
}

static void
test_decided_only_once (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr (SlCommand) accept = sl_command_new (SL_COMMAND_ACCEPT, f->suggestions[0]);
  g_autoptr (GError) error = NULL;

  (void) data;
  run (f, SL_COMMAND_REJECT, f->suggestions[0]);
  g_assert_cmpint (sl_workbench_do (f->bench, accept, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
  run (f, SL_COMMAND_REOPEN, f->suggestions[0]);
  run (f, SL_COMMAND_ACCEPT, f->suggestions[0]);
}

static void
changed_cb (SlWorkbench *bench,
            guint       *times)
{
  (void) bench;
  (*times)++;
}

static void
test_tells_what_can_be_undone (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *label = NULL;
  guint times = 0;

  (void) data;
  g_signal_connect (f->bench, "changed", G_CALLBACK (changed_cb), &times);
  run (f, SL_COMMAND_REJECT, f->suggestions[1]);
  g_assert_cmpuint (times, ==, 1);
  g_object_get (f->bench, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Reject suggestion “Nobody was hurt.”");
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
  (void) source;
}

static void
test_asynchronously (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_ACCEPT, f->suggestions[0]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint times = 0;

  (void) data;
  g_signal_connect (f->bench, "changed", G_CALLBACK (changed_cb), &times);
  sl_workbench_do_async (f->bench, command, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sl_workbench_do_finish (f->bench, result, &error), !=, SL_ID_NONE);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (times, ==, 1);
}

/* A document that is no article: nothing is pinned to it before somebody said why. */
static SlId
put_stub (Fixture *f)
{
  g_autoptr (SlDocument) whole = sl_case_get_document (f->a_case, f->documents[0], NULL);
  g_autoptr (SlDocument) stub = sl_document_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_DO, "Prepare", "tester", NOW, &error));
  stub->capture_id = whole->capture_id;
  stub->source_id = whole->source_id;
  stub->extractor = g_strdup ("test");
  stub->quality = g_strdup ("paywall");
  g_assert_true (sl_case_add_document (f->a_case, stub, texts[0], NULL, &error));
  g_assert_true (sl_case_commit_act (f->a_case, &error));
  g_assert_no_error (error);
  return stub->id;
}

static SlCommand *
make_new_claim (SlId document)
{
  SlCommand *command = sl_command_new (SL_COMMAND_NEW_CLAIM, document);

  command->start_cp = 0;
  command->end_cp = 40;
  return command;
}

static void
test_consent (Fixture       *f,
              gconstpointer  data)
{
  SlId stub = put_stub (f);
  g_autoptr (SlCommand) claim = make_new_claim (stub);
  g_autoptr (SlCommand) consent = sl_command_new (SL_COMMAND_CONSENT, stub);
  gint64 before = count (f, SL_LIST_SUGGESTIONS);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sl_workbench_do (f->bench, claim, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_CONSENT);
  g_assert_nonnull (strstr (error->message, "paywall stub"));
  g_clear_error (&error);
  g_assert_cmpint (sl_workbench_do (f->bench, consent, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
  g_clear_error (&error);

  consent->reason = g_strdup ("The lead is whole and says it.");
  g_assert_cmpint (sl_workbench_do (f->bench, consent, &error), ==, stub);
  g_assert_no_error (error);
  g_assert_cmpint (count (f, SL_LIST_SUGGESTIONS), >, before);
  g_assert_cmpint (sl_workbench_do (f->bench, consent, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (sl_workbench_do (f->bench, claim, &error), !=, SL_ID_NONE);
  g_assert_no_error (error);

  run (f, SL_COMMAND_UNDO, SL_ID_NONE);
  run (f, SL_COMMAND_UNDO, SL_ID_NONE);
  g_assert_cmpint (count (f, SL_LIST_SUGGESTIONS), ==, before);
  g_assert_cmpint (sl_workbench_do (f->bench, claim, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_CONSENT);
}

/* An article needs no word, so that none stands in the case which means nothing. */
static void
test_consent_to_article (Fixture       *f,
                         gconstpointer  data)
{
  g_autoptr (SlCommand) consent = sl_command_new (SL_COMMAND_CONSENT, f->documents[0]);
  g_autoptr (GError) error = NULL;

  consent->reason = g_strdup ("Why not?");
  g_assert_cmpint (sl_workbench_do (f->bench, consent, &error), ==, SL_ID_NONE);
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/commands/accept", test_accept },
    { "/commands/undated-stays-undated", test_undated_stays_undated },
    { "/commands/undo-all-redo-all", test_undo_all_redo_all },
    { "/commands/confirmed-needs-origins", test_confirmed_needs_origins },
    { "/commands/two-origins-confirm", test_two_origins_confirm },
    { "/commands/undo-grade", test_undo_grade },
    { "/commands/merge-events", test_merge_events },
    { "/commands/refused", test_refused },
    { "/commands/decided-only-once", test_decided_only_once },
    { "/commands/tells-what-can-be-undone", test_tells_what_can_be_undone },
    { "/commands/asynchronously", test_asynchronously },
    { "/commands/consent", test_consent },
    { "/commands/consent-to-article", test_consent_to_article },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
