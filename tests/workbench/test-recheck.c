/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is made of a re-check: what is decided, what leans on it, when the next one is due. */

#include "config.h"

#include <string.h>

#include "recheck-fixture.h"
#include "test-site.h"
#include "workbench/sl-comparison.h"
#include "workbench/sl-facts.h"
#include "workbench/sl-impact.h"
#include "workbench/sl-last-check.h"
#include "workbench/sl-queue.h"
#include "workbench/sl-recheck-plan.h"
#include "workbench/sl-triage.h"
#include "workbench/sl-workbench.h"

/* Captures the page, pins a claim to it, and checks it when it is @variant. */
static SlCheck *
change_page (Fixture    *f,
             const char *variant,
             SlId       *claim)
{
  g_autoptr (SlAddReport) report = fixture_add_page (f, "/article");

  *claim = fixture_pin_quote (f, report->document_id);
  test_site_set (f->server, "/article", variant);
  return fixture_check_source (f, report->source_id);
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
  again = fixture_check_source (f, SL_ID_NONE);
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
  again = fixture_check_source (f, SL_ID_NONE);
  g_assert_cmpint (again->verdict, ==, SL_VERDICT_VERBATIM);
  fixture_assert_sound (f);

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
  g_autoptr (SlAddReport) first = fixture_add_page (f, "/article/1");
  g_autoptr (SlAddReport) second = fixture_add_page (f, "/article/2");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (SlRecheckPlan) off = sl_recheck_plan_new (f->a_case, now, NULL);
  g_autoptr (SlRecheckPlan) early = NULL;
  g_autoptr (SlRecheckPlan) late = NULL;

  (void) data;
  fixture_pin_quote (f, first->document_id);
  fixture_pin_quote (f, second->document_id);
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
  g_autoptr (SlAddReport) first = fixture_add_page (f, "/article/1");
  g_autoptr (SlAddReport) second = fixture_add_page (f, "/article/2");
  g_autofree char *news = NULL;

  (void) data;
  fixture_pin_quote (f, first->document_id);
  fixture_pin_quote (f, second->document_id);
  g_assert_null (check_and_summarize (f));
  test_site_set (f->server, "/article/1", "digit");
  test_site_set (f->server, "/article/2", "gone");
  news = check_and_summarize (f);
  g_assert_cmpstr (news, ==, "1 passage altered, 1 source gone");
}

/* A host that says how long it wants to be left alone is, with all of its pages. */
static void
test_retry_after (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr (SlAddReport) first = fixture_add_page (f, "/article/1");
  g_autoptr (SlAddReport) second = fixture_add_page (f, "/article/2");
  g_autoptr (SlCheck) refused = NULL;
  g_autoptr (SlRecheckPlan) early = NULL;
  g_autoptr (SlRecheckPlan) late = NULL;
  gint64 now;

  (void) data;
  set_every (f, "1");
  fixture_pin_quote (f, first->document_id);
  fixture_pin_quote (f, second->document_id);
  test_site_set (f->server, "/article/1", "unavailable");
  refused = fixture_check_source (f, first->source_id);
  now = refused->at;
  early = sl_recheck_plan_new (f->a_case, now + 3590, NULL);
  g_assert_cmpuint (early->due->len, ==, 0);
  g_assert_cmpint (early->next, >=, now + 3595);
  late = sl_recheck_plan_new (f->a_case, now + 3700, NULL);
  g_assert_cmpuint (late->due->len, ==, 1);
}

/* Within one second, too, the last one is the last. */
static void
test_order (Fixture       *f,
            gconstpointer  data)
{
  static const char *const variants[] = { "digit", "same", "removed", "same", "digit", "same", "removed", "digit" };
  g_autoptr (SlAddReport) report = fixture_add_page (f, "/article");
  g_autoptr (GPtrArray) checks = NULL;

  (void) data;
  fixture_pin_quote (f, report->document_id);
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autoptr (SlCheck) check = NULL;
      g_autoptr (SlCheck) last = NULL;

      test_site_set (f->server, "/article", variants[i]);
      check = fixture_check_source (f, report->source_id);
      last = sl_last_check_find (f->a_case, report->source_id, NULL);
      g_assert_cmpint (last->id, ==, check->id);
      g_assert_cmpuint (count_triage (f), ==, g_str_equal (variants[i], "same") ? 0 : 1);
    }
  checks = sl_case_list_checks (f->a_case, NULL, NULL);
  g_assert_cmpuint (checks->len, ==, G_N_ELEMENTS (variants));
}

/* What a re-check brings is a document like any other. */
static void
test_facts (Fixture       *f,
            gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "digit", &claim);
  g_autoptr (SlDocument) document = sl_case_get_document (f->a_case, check->checked_against, NULL);
  g_autoptr (SlFacts) facts = sl_facts_load (f->a_case, document, NULL);

  (void) data;
  g_assert_nonnull (document->facts_digest);
  g_assert_nonnull (facts->method);
}

static void
test_no_address (Fixture       *f,
                 gconstpointer  data)
{
  static const char text[] = "On Tuesday " TEST_SITE_QUOTE ", the harbour master’s log says.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  SlAddRequest request = { .bytes = bytes };
  g_autoptr (SlAddReport) report = sl_workbench_add (f->bench, &request, NULL, NULL, NULL, NULL);
  g_autoptr (SlCheck) check = NULL;

  (void) data;
  fixture_pin_quote (f, report->document_id);
  check = fixture_check_source (f, report->source_id);
  g_assert_cmpstr (sl_verdict_to_string (check->verdict), ==, "not-checked");
  g_assert_cmpint (check->fetch_state, ==, SL_FETCH_STATE_NOT_FETCHED);
  g_assert_cmpint (check->text_state, ==, SL_TEXT_STATE_NOT_READ);
  g_assert_true (g_str_has_suffix (check->detail, " nothing was compared: the source has no address on the web."));
  g_assert_cmpuint (count_triage (f), ==, 0);
}

static void
cancel_cb (double      fraction,
           const char *what,
           gpointer    data)
{
  (void) fraction;
  (void) what;
  g_cancellable_cancel (data);
}

/* What was seen before a check that came to nothing still counts. */
static void
test_stopped (Fixture       *f,
              gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) altered = change_page (f, "digit", &claim);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCheck) last = NULL;
  g_autoptr (GPtrArray) checks = NULL;

  (void) data;
  test_site_set (f->server, "/article", "slow-body");
  g_assert_null (sl_workbench_recheck (f->bench, SL_ID_NONE, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  checks = sl_case_list_checks (f->a_case, NULL, NULL);
  g_assert_cmpuint (checks->len, ==, 2);
  g_assert_cmpint (((const SlCheck *) g_ptr_array_index (checks, 0))->verdict, ==, SL_VERDICT_NOT_CHECKED);
  g_assert_true (g_str_has_suffix (((const SlCheck *) g_ptr_array_index (checks, 0))->detail, " nothing was compared: the check was stopped."));
  last = sl_last_check_find (f->a_case, altered->passage_id, NULL);
  g_assert_cmpint (last->id, ==, altered->id);
  g_assert_cmpuint (count_triage (f), ==, 1);
  fixture_assert_sound (f);
}

/* A source of @origin at the server's page, with a claim. */
static SlId
queue_page (Fixture      *f,
            const char   *page,
            SlTaskOrigin  origin)
{
  g_autofree char *url = fixture_make_url (f, page);
  const char *const urls[] = { url, NULL };
  SlQueueAdded added = { 0 };
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (SlAddReport) report = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  SlTask *task;

  g_assert_true (sl_queue_add (f->bench, urls, origin, SL_ID_NONE, &added, NULL));
  report = fixture_add_page (f, page);
  fixture_pin_quote (f, report->document_id);
  query.about = added.batch;
  tasks = sl_case_list_tasks (f->a_case, &query, NULL);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = g_ptr_array_index (tasks, 0);
  task->source_id = report->source_id;
  g_assert_true (sl_case_put_task (f->a_case, task, NULL));
  return report->source_id;
}

/* An address of this machine that came with a list or a link is not asked. */
static void
test_typed (Fixture       *f,
            gconstpointer  data)
{
  SlId listed = queue_page (f, "/article/listed", SL_TASK_LISTED);
  SlId linked = queue_page (f, "/article/linked", SL_TASK_FROM_LINKS);
  SlId typed = queue_page (f, "/article/typed", SL_TASK_TYPED);
  const SlId ids[] = { listed, linked, typed };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (SlCheck) check = fixture_check_source (f, ids[i]);

      g_test_message ("%s", check->detail);
      g_assert_cmpint (check->verdict, ==, ids[i] == typed ? SL_VERDICT_VERBATIM : SL_VERDICT_UNREACHABLE);
      g_assert_true (ids[i] == typed || strstr (check->detail, "lies in a private network") != NULL);
    }

  /* The queue has told of its change. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
compared_cb (GObject      *bench,
             GAsyncResult *result,
             gpointer      data)
{
  SlComparison **comparison = data;
  g_autoptr (GError) error = NULL;

  *comparison = sl_comparison_new_finish (SL_WORKBENCH (bench), result, &error);
  g_assert_no_error (error);
}

static void
test_comparison (Fixture       *f,
                 gconstpointer  data)
{
  SlId claim;
  g_autoptr (SlCheck) check = change_page (f, "digit", &claim);
  g_autoptr (GPtrArray) captures = sl_case_list_captures (f->a_case, NULL, NULL);
  SlId first = ((const SlCapture *) g_ptr_array_index (captures, 0))->id;
  SlId second = ((const SlCapture *) g_ptr_array_index (captures, 1))->id;
  g_autoptr (SlComparison) comparison = NULL;
  const SlComparedPassage *mark;
  const SlAlignedPair *pair;

  (void) data;
  sl_comparison_new_async (f->bench, first, second, NULL, compared_cb, &comparison);
  while (comparison == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (comparison->before_usec, <, comparison->after_usec);
  g_assert_cmpuint (comparison->passages->len, ==, 1);
  mark = g_ptr_array_index (comparison->passages, 0);
  pair = g_ptr_array_index (comparison->pairs, mark->pair);
  g_assert_cmpint (pair->state, ==, SL_ALIGNED_CHANGED);
  g_assert_cmpuint (pair->difference->kinds, ==, SL_CHANGE_NUMBER);
  g_assert_cmpint (((const SlClaim *) g_ptr_array_index (mark->claims, 0))->id, ==, claim);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* A table tells more when each row that is wrong is told. */
  g_test_set_nonfatal_assertions ();

  g_test_add ("/triage/keep", Fixture, NULL, fixture_set_up, test_keep, fixture_tear_down);
  g_test_add ("/triage/accept", Fixture, NULL, fixture_set_up, test_accept, fixture_tear_down);
  g_test_add ("/triage/downgrade", Fixture, NULL, fixture_set_up, test_downgrade, fixture_tear_down);
  g_test_add ("/triage/needs", Fixture, NULL, fixture_set_up, test_accept_needs_words, fixture_tear_down);
  g_test_add ("/impact", Fixture, NULL, fixture_set_up, test_impact, fixture_tear_down);
  g_test_add ("/plan", Fixture, NULL, fixture_set_up, test_plan, fixture_tear_down);
  g_test_add ("/summary", Fixture, NULL, fixture_set_up, test_summary, fixture_tear_down);
  g_test_add ("/recheck/retry-after", Fixture, NULL, fixture_set_up, test_retry_after, fixture_tear_down);
  g_test_add ("/recheck/order", Fixture, NULL, fixture_set_up, test_order, fixture_tear_down);
  g_test_add ("/recheck/facts", Fixture, NULL, fixture_set_up, test_facts, fixture_tear_down);
  g_test_add ("/recheck/no-address", Fixture, NULL, fixture_set_up, test_no_address, fixture_tear_down);
  g_test_add ("/recheck/stopped", Fixture, NULL, fixture_set_up, test_stopped, fixture_tear_down);
  g_test_add ("/recheck/typed", Fixture, NULL, fixture_set_up, test_typed, fixture_tear_down);
  g_test_add ("/recheck/comparison", Fixture, NULL, fixture_set_up, test_comparison, fixture_tear_down);

  return g_test_run ();
}
