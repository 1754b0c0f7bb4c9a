/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that can become of a page, and what a re-check says about it. */

#include "config.h"

#include <string.h>

#include "test-site.h"
#include "workbench/sl-impact.h"
#include "workbench/sl-recheck-plan.h"
#include "workbench/sl-seen.h"
#include "workbench/sl-triage.h"
#include "workbench/sl-workbench.h"

#define NOW (G_GINT64_CONSTANT (1764000000) * G_USEC_PER_SEC)

typedef struct
{
  SlCase      *a_case;
  SlWorkbench *bench;
  TestServer  *server;
} Fixture;

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
  f->bench = sl_workbench_new (f->a_case, "tester");
  f->server = test_server_new (test_site_handle, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  (void) data;
  g_assert_true (sl_case_close (f->a_case, NULL));
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
  test_server_free (f->server);
}

static char *
make_url (Fixture    *f,
          const char *page)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", test_server_get_port (f->server), page);
}

static SlAddReport *
add_page (Fixture    *f,
          const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = make_url (f, page);
  SlAddRequest request = { .what = url, .typed = TRUE };
  SlAddReport *report = sl_workbench_add (f->bench, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_no_error (report->trouble);
  return report;
}

/* Pins a claim to TEST_SITE_QUOTE; returns the claim. */
static SlId
pin_quote (Fixture *f,
           SlId     document_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sl_case_load_text (f->a_case, document_id, &error);
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_NEW_CLAIM, document_id);
  const char *at = strstr (text, TEST_SITE_QUOTE);
  SlId claim;

  g_assert_nonnull (at);
  command->start_cp = (gsize) g_utf8_pointer_to_offset (text, at);
  command->end_cp = command->start_cp + (gsize) g_utf8_strlen (TEST_SITE_QUOTE, -1);
  claim = sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
  return claim;
}

static SlCheck *
check_source (Fixture *f,
              SlId     source_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = sl_workbench_recheck (f->bench, source_id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, ==, 1);
  return g_ptr_array_steal_index (checks, 0);
}

static void
assert_sound (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_workbench_verify (f->bench, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", ((const SlFinding *) g_ptr_array_index (findings, i))->problem, ((const SlFinding *) g_ptr_array_index (findings, i))->detail);
  g_assert_cmpuint (findings->len, ==, 0);
}

typedef struct
{
  const char   *before;   /* the page when it was captured */
  const char   *after;    /* the page when it is checked */
  SlVerdict     verdict;
  SlFetchState  fetch;
  SlTextState   text;
  int           status;
  const char   *words;    /* that the detail must hold */
} Outcome;

#define FETCHED SL_FETCH_STATE_FETCHED
#define UNREADABLE SL_VERDICT_UNREADABLE, SL_FETCH_STATE_FETCHED, SL_TEXT_STATE_UNREADABLE
#define UNREACHABLE SL_VERDICT_UNREACHABLE, SL_FETCH_STATE_UNREACHABLE, SL_TEXT_STATE_NOT_READ
#define BLOCKED SL_VERDICT_BLOCKED, SL_FETCH_STATE_BLOCKED, SL_TEXT_STATE_NOT_READ
#define GONE SL_VERDICT_GONE, SL_FETCH_STATE_GONE, SL_TEXT_STATE_NOT_READ

static const Outcome outcomes[] = {
  { "same", "same", SL_VERDICT_VERBATIM, SL_FETCH_STATE_UNCHANGED, SL_TEXT_STATE_VERBATIM, 200, ", which is the same." },
  { "same", "noise", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "noise", "noise", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "validators", "validators", SL_VERDICT_VERBATIM, SL_FETCH_STATE_UNCHANGED, SL_TEXT_STATE_VERBATIM, 304, ", which is the same." },
  { "same", "digit", SL_VERDICT_ALTERED, FETCHED, SL_TEXT_STATE_ALTERED, 200, "; not found so in the capture of " },
  { "same", "moved", SL_VERDICT_MOVED, FETCHED, SL_TEXT_STATE_MOVED, 200, "; present at another place in the capture of " },
  { "same", "removed", SL_VERDICT_ABSENT, FETCHED, SL_TEXT_STATE_ABSENT, 200, "; not found in the capture of " },
  { "same", "moved-page", SL_VERDICT_ABSENT, SL_FETCH_STATE_REDIRECTED, SL_TEXT_STATE_ABSENT, 200, "/elsewhere." },
  { "same", "moved-same", SL_VERDICT_VERBATIM, SL_FETCH_STATE_REDIRECTED, SL_TEXT_STATE_VERBATIM, 200, "/as/same." },
  { "same", "not-modified", UNREADABLE, 304, "no article could be read" },
  { "same", "forbidden", BLOCKED, 403, "status 403 (access refused)" },
  { "same", "missing", GONE, 404, "status 404 (page not found)" },
  { "same", "gone", GONE, 410, "status 410 (page gone)" },
  { "same", "slow-down", BLOCKED, 429, "asks not to be asked again before " },
  { "same", "legal", BLOCKED, 451, "status 451 (not available for legal reasons)" },
  { "same", "error", UNREACHABLE, 500, "status 500 (error of the server)" },
  { "same", "unavailable", UNREACHABLE, 503, "status 503 (not available at the moment) and asks not to be asked again before " },
  { "same", "soft-404", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "consent", UNREADABLE, 200, "consent" },
  { "same", "paywall", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "bot", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "script-only", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "empty", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "truncated", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "chunks-cut", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "bomb", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "brotli", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "charset", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "same", "endless", UNREADABLE, 200, "no article could be read in what came" },
  { "same", "redirect-loop", UNREACHABLE, 302, "could not be reached" },
  { "same", "redirect-private", UNREACHABLE, 302, "could not be reached" },
  { "same", "http2", UNREACHABLE, 0, "HTTP/2" },
};

/* The program was not there when a page changed: it says what it saw, never that somebody took something away. */
static void
assert_modest (const char *detail)
{
  static const char *const claims[] = { "delete", "remove", "erase", "censor", "withdr", NULL };
  g_autofree char *folded = g_utf8_strdown (detail, -1);

  for (gsize i = 0; claims[i] != NULL; i++)
    g_assert_null (strstr (folded, claims[i]));
  g_assert_true (g_str_has_prefix (detail, "Present in the capture of 20"));
}

static void
assert_outcome (const Outcome *outcome,
                const SlCheck *check)
{
  g_test_message ("%s → %s: %s", outcome->before, outcome->after, check->detail);
  g_assert_cmpstr (sl_fetch_state_to_string (check->fetch_state), ==, sl_fetch_state_to_string (outcome->fetch));
  g_assert_cmpstr (sl_text_state_to_string (check->text_state), ==, sl_text_state_to_string (outcome->text));
  g_assert_cmpstr (sl_verdict_to_string (check->verdict), ==, sl_verdict_to_string (outcome->verdict));
  g_assert_cmpint (check->http_status, ==, outcome->status);
  g_assert_nonnull (strstr (check->detail, outcome->words));
  assert_modest (check->detail);
  g_assert_nonnull (check->old_text_digest);
  g_assert_true ((check->new_text_digest != NULL) == (check->checked_against != SL_ID_NONE));
}

static void
test_outcomes (Fixture       *f,
               gconstpointer  data)
{
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *page = g_strdup_printf ("/article/%" G_GSIZE_FORMAT, i);
      g_autoptr (SlAddReport) report = NULL;
      g_autoptr (SlCheck) check = NULL;

      test_site_set (f->server, page, outcomes[i].before);
      report = add_page (f, page);
      pin_quote (f, report->document_id);
      test_site_set (f->server, page, outcomes[i].after);
      check = check_source (f, report->source_id);
      assert_outcome (&outcomes[i], check);
    }

  assert_sound (f);
}

/* Sources that nobody serves: their address is put in the place of one that answered. */
static void
test_unreachable (Fixture       *f,
                  gconstpointer  data)
{
  static const struct
  {
    const char *url;
    const char *words;
  } rows[] = {
    { "http://127.0.0.1:1/article", "refused" },
    { "http://nowhere.invalid/article", "nowhere.invalid" },
    { "https://127.0.0.1:%u/article", "could not be reached" },
  };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *port = g_strdup_printf ("%u", test_server_get_port (f->server));
      g_auto (GStrv) parts = g_strsplit (rows[i].url, "%u", 2);
      g_autofree char *url = g_strjoinv (port, parts);
      g_autofree char *page = g_strdup_printf ("/article/%" G_GSIZE_FORMAT, i);
      g_autoptr (SlAddReport) report = add_page (f, page);
      g_autoptr (SlSource) source = sl_case_get_source (f->a_case, report->source_id, NULL);
      g_autoptr (SlCheck) check = NULL;

      pin_quote (f, report->document_id);
      g_set_str (&source->url, url);
      g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_DO, "Other address", "tester", NOW / G_USEC_PER_SEC, NULL));
      g_assert_true (sl_case_put_source (f->a_case, source, NULL));
      g_assert_true (sl_case_commit_act (f->a_case, NULL));
      check = check_source (f, report->source_id);
      g_test_message ("%s: %s", url, check->detail);
      g_assert_cmpint (check->verdict, ==, SL_VERDICT_UNREACHABLE);
      g_assert_cmpint (check->capture_id, ==, SL_ID_NONE);
      g_assert_nonnull (strstr (check->detail, rows[i].words));
      assert_modest (check->detail);
    }
}

static void
test_status (void)
{
  for (int status = 200; status < 600; status++)
    {
      SlFetchState state = sl_seen_judge_status (status);

      g_assert_true ((state == SL_FETCH_STATE_GONE) == (status == 404 || status == 410));
      g_assert_true ((state == SL_FETCH_STATE_BLOCKED) == (status == 401 || status == 403 || status == 429 || status == 451));
      g_assert_true (status < 500 || state == SL_FETCH_STATE_UNREACHABLE);
    }
}

/* Captures the page, pins a claim to it, and checks it when it is @variant. */
static SlCheck *
change_page (Fixture    *f,
             const char *variant,
             SlId       *claim)
{
  g_autoptr (SlAddReport) report = add_page (f, "/article");

  *claim = pin_quote (f, report->document_id);
  test_site_set (f->server, "/article", variant);
  return check_source (f, report->source_id);
}

static guint
count_triage (Fixture *f)
{
  g_autoptr (GPtrArray) items = sl_triage_list (f->a_case, NULL);

  return items->len;
}

static void
undo (Fixture *f)
{
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_UNDO, SL_ID_NONE);
  g_autoptr (GError) error = NULL;

  sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
}

static char *
dup_pinned (Fixture *f,
            SlId     claim)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) passages = NULL;

  query.about = claim;
  passages = sl_case_list_passages (f->a_case, &query, NULL);
  g_assert_cmpuint (passages->len, ==, 1);
  return g_strdup (((const SlPassage *) g_ptr_array_index (passages, 0))->exact);
}

static void
test_keep (Fixture       *f,
           gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "digit", &claim);
  g_autoptr (SlCheck) again = NULL;
  SlTriageRequest request = { &check->id, 1, SL_DECISION_KEEP, NULL, NULL };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpuint (count_triage (f), ==, 1);
  g_assert_true (sl_workbench_triage (f->bench, &request, &error));
  g_assert_cmpuint (count_triage (f), ==, 0);
  undo (f);
  g_assert_cmpuint (count_triage (f), ==, 1);
  g_assert_true (sl_workbench_triage (f->bench, &request, &error));
  g_assert_false (sl_workbench_triage (f->bench, &request, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);

  /* The same is not asked twice. */
  again = check_source (f, SL_ID_NONE);
  g_assert_cmpint (again->verdict, ==, SL_VERDICT_ALTERED);
  g_assert_cmpuint (count_triage (f), ==, 0);
}

static void
test_accept (Fixture       *f,
             gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "digit", &claim);
  g_autoptr (SlCheck) again = NULL;
  g_autoptr (SlPassage) old = NULL;
  SlTriageRequest request = { &check->id, 1, SL_DECISION_ACCEPT_NEW, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;

  (void) data;
  g_assert_cmpstr (check->found, ==, TEST_SITE_QUOTE_DIGIT);
  sl_workbench_triage (f->bench, &request, &error);
  g_assert_no_error (error);
  after = dup_pinned (f, claim);
  g_assert_cmpstr (after, ==, TEST_SITE_QUOTE_DIGIT);
  old = sl_case_get_passage (f->a_case, check->passage_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (old->exact, ==, TEST_SITE_QUOTE);
  again = check_source (f, SL_ID_NONE);
  g_assert_cmpint (again->verdict, ==, SL_VERDICT_VERBATIM);
  assert_sound (f);

  undo (f);
  before = dup_pinned (f, claim);
  g_assert_cmpstr (before, ==, TEST_SITE_QUOTE);
}

static void
test_downgrade (Fixture       *f,
                gconstpointer  data)
{
  SlId claim_id;
  g_autoptr (SlCheck) check = change_page (f, "removed", &claim_id);
  g_autoptr (SlClaim) claim = NULL;
  SlTriageRequest request = { &check->id, 1, SL_DECISION_DOWNGRADE, "no longer on the page", NULL };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (sl_workbench_triage (f->bench, &request, NULL));
  request.grade = "C4";
  g_assert_true (sl_workbench_triage (f->bench, &request, &error));
  g_assert_no_error (error);
  claim = sl_case_get_claim (f->a_case, claim_id, NULL);
  g_assert_cmpint (claim->grade.credibility, ==, SL_CREDIBILITY_DOUBTFUL);
  g_assert_cmpuint (count_triage (f), ==, 0);
}

static void
test_accept_needs_words (Fixture       *f,
                         gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "removed", &claim);
  SlTriageRequest accept = { &check->id, 1, SL_DECISION_ACCEPT_NEW, NULL, NULL };
  SlTriageRequest supersede = { &check->id, 1, SL_DECISION_SUPERSEDED, NULL, NULL };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (sl_workbench_triage (f->bench, &accept, &error));
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
  g_assert_false (sl_workbench_triage (f->bench, &supersede, NULL));
  supersede.reason = "the harbour published its log";
  g_assert_true (sl_workbench_triage (f->bench, &supersede, NULL));
}

static void
test_impact (Fixture       *f,
             gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "digit", &claim);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImpact) impact = sl_impact_new (f->a_case, check->id, &error);
  const SlImpactClaim *item;

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (impact->passages->len, ==, 1);
  g_assert_cmpuint (impact->claims->len, ==, 1);
  g_assert_cmpuint (impact->events->len, ==, 1);
  item = g_ptr_array_index (impact->claims, 0);
  g_assert_cmpint (item->claim->id, ==, claim);
  g_assert_true (item->only);
  g_assert_true (((const SlImpactEvent *) g_ptr_array_index (impact->events, 0))->only);
  g_assert_null (sl_impact_new (f->a_case, 1, &error));
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
}

static void
set_every (Fixture    *f,
           const char *hours)
{
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_SET_SETTING, SL_ID_NONE);
  g_autoptr (GError) error = NULL;

  command->text = g_strdup (SL_RECHECK_EVERY_SETTING);
  command->note = g_strdup (hours);
  sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
}

static void
test_plan (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (SlAddReport) first = add_page (f, "/article/1");
  g_autoptr (SlAddReport) second = add_page (f, "/article/2");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (SlRecheckPlan) off = sl_recheck_plan_new (f->a_case, now, NULL);
  g_autoptr (SlRecheckPlan) early = NULL;
  g_autoptr (SlRecheckPlan) late = NULL;

  (void) data;
  pin_quote (f, first->document_id);
  pin_quote (f, second->document_id);
  g_assert_cmpint (off->every_seconds, ==, 0);
  g_assert_cmpuint (off->due->len, ==, 0);

  set_every (f, "24");
  early = sl_recheck_plan_new (f->a_case, now, NULL);
  g_assert_cmpuint (early->due->len, ==, 0);
  g_assert_cmpint (early->next, >, now + 20 * 3600);
  g_assert_cmpint (early->next, <=, now + 24 * 3600);

  /* Both are due, but of one host. */
  late = sl_recheck_plan_new (f->a_case, now + 25 * 3600, NULL);
  g_assert_cmpuint (late->due->len, ==, 1);

  set_every (f, "often");
  g_clear_pointer (&late, sl_recheck_plan_free);
  late = sl_recheck_plan_new (f->a_case, now + 25 * 3600, NULL);
  g_assert_cmpuint (late->due->len, ==, 0);
}

static char *
check_and_summarize (Fixture *f)
{
  g_autoptr (GPtrArray) checks = sl_workbench_recheck (f->bench, SL_ID_NONE, NULL, NULL, NULL, NULL);

  return sl_recheck_summarize (f->a_case, checks);
}

static void
test_summary (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (SlAddReport) first = add_page (f, "/article/1");
  g_autoptr (SlAddReport) second = add_page (f, "/article/2");
  g_autofree char *news = NULL;

  (void) data;
  pin_quote (f, first->document_id);
  pin_quote (f, second->document_id);
  g_assert_null (check_and_summarize (f));
  test_site_set (f->server, "/article/1", "digit");
  test_site_set (f->server, "/article/2", "gone");
  news = check_and_summarize (f);
  g_assert_cmpstr (news, ==, "1 passage altered, 1 source gone");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* A table tells more when each row that is wrong is told. */
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/recheck/status", test_status);
  g_test_add ("/recheck/outcomes", Fixture, NULL, set_up, test_outcomes, tear_down);
  g_test_add ("/recheck/unreachable", Fixture, NULL, set_up, test_unreachable, tear_down);
  g_test_add ("/triage/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/triage/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/triage/downgrade", Fixture, NULL, set_up, test_downgrade, tear_down);
  g_test_add ("/triage/needs", Fixture, NULL, set_up, test_accept_needs_words, tear_down);
  g_test_add ("/impact", Fixture, NULL, set_up, test_impact, tear_down);
  g_test_add ("/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/summary", Fixture, NULL, set_up, test_summary, tear_down);

  return g_test_run ();
}
