/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The capture queue against the pages of tests/fetcher/test-site.h. */

#include "config.h"

#include <string.h>

#include "test-site.h"
#include "workbench/sl-queue.h"
#include "workbench/sl-queue-lock.h"

#define NOW 1764000000

/* In no hurry, and soon at the end of its patience. */
static const SlQueuePolicy quick = { 4, 2, 0, 2, 20, 40, 30, 7 };

typedef struct
{
  SlCase      *a_case;
  SlWorkbench *bench;
  TestServer  *server;
  char        *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());

  f->path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->a_case = sl_case_create (f->path, "Ferry", NOW, &error);
  g_assert_no_error (error);
  f->bench = sl_workbench_new (f->a_case, "tester");
  f->server = test_server_new (test_site_handle, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_case_verify (f->a_case, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (sl_case_close (f->a_case, NULL));
  /* What was reported to the main loop holds the workbench. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
  test_server_free (f->server);
  g_free (f->path);
}

static char *
make_url (Fixture    *f,
          const char *target)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", test_server_get_port (f->server), target);
}

static SlQueueAdded
add (Fixture *f,
     SlTaskOrigin origin,
     ...)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SlQueueAdded added;
  const char *target;
  va_list targets;

  va_start (targets, origin);
  while ((target = va_arg (targets, const char *)) != NULL)
    g_ptr_array_add (urls, *target == '/' ? make_url (f, target) : g_strdup (target));
  va_end (targets);
  g_ptr_array_add (urls, NULL);
  g_assert_true (sl_queue_add (f->bench, (const char *const *) urls->pdata, origin, SL_ID_NONE, &added, &error));
  g_assert_no_error (error);
  return added;
}

static SlQueueCounts *
run (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  SlQueueCounts *counts = sl_queue_run (f->bench, &quick, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return counts;
}

static SlTask *
get_task (Fixture *f,
          guint    number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = sl_case_list_tasks (f->a_case, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (number, <, tasks->len);
  return g_ptr_array_steal_index (tasks, number);
}

/* What becomes of each page. */
typedef struct
{
  const char  *variant;
  SlTaskState  state;
  SlFailure    failure;
  int          status;
  guint        attempts;
  gboolean     captured;
  const char  *quality;   /* NULL without a document */
} Outcome;

static const Outcome outcomes[] = {
  { "same", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "article" },
  { "moved-same", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "article" },
  { "soft-404", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "not-found" },
  { "consent", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "consent" },
  { "paywall", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "paywall" },
  { "bot", SL_TASK_DONE, SL_FAILURE_NONE, 200, 1, TRUE, "blocked" },
  { "script-only", SL_TASK_FAILED, SL_FAILURE_UNREADABLE, 200, 1, TRUE, NULL },
  { "empty", SL_TASK_FAILED, SL_FAILURE_UNREADABLE, 200, 1, TRUE, NULL },
  { "missing", SL_TASK_FAILED, SL_FAILURE_GONE, 404, 1, TRUE, NULL },
  { "gone", SL_TASK_FAILED, SL_FAILURE_GONE, 410, 1, TRUE, NULL },
  { "forbidden", SL_TASK_FAILED, SL_FAILURE_REFUSED, 403, 1, TRUE, NULL },
  { "legal", SL_TASK_FAILED, SL_FAILURE_REFUSED, 451, 1, TRUE, NULL },
  { "slow-down", SL_TASK_FAILED, SL_FAILURE_BUSY, 429, 2, TRUE, NULL },
  { "error", SL_TASK_FAILED, SL_FAILURE_SERVER, 500, 2, TRUE, NULL },
  { "unavailable", SL_TASK_FAILED, SL_FAILURE_SERVER, 503, 2, TRUE, NULL },
  { "truncated", SL_TASK_FAILED, SL_FAILURE_CONNECTION, 200, 2, TRUE, NULL },
  { "chunks-cut", SL_TASK_FAILED, SL_FAILURE_CONNECTION, 200, 2, TRUE, NULL },
  { "bomb", SL_TASK_FAILED, SL_FAILURE_TOO_LARGE, 200, 1, TRUE, NULL },
  { "redirect-loop", SL_TASK_FAILED, SL_FAILURE_REDIRECT, 302, 1, TRUE, NULL },
  { "redirect-private", SL_TASK_FAILED, SL_FAILURE_ADDRESS, 302, 1, TRUE, NULL },
};

static void
assert_quality (Fixture      *f,
                const SlTask *task,
                const char   *quality)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;

  query.about = task->capture_id;
  documents = sl_case_list_documents (f->a_case, &query, NULL);
  g_assert_cmpuint (documents->len, ==, quality != NULL ? 1 : 0);
  if (quality != NULL)
    g_assert_cmpstr (((SlDocument *) documents->pdata[0])->quality, ==, quality);
}

static void
assert_outcome (Fixture       *f,
                const Outcome *outcome,
                const SlTask  *task)
{
  g_test_message ("%s: %s, %s (%s)", outcome->variant, sl_task_state_to_string (task->state), sl_failure_to_string (task->failure), task->reason);
  g_assert_cmpint (task->state, ==, outcome->state);
  g_assert_cmpint (task->failure, ==, outcome->failure);
  g_assert_cmpint (task->status, ==, outcome->status);
  g_assert_cmpuint (task->attempts, ==, outcome->attempts);
  g_assert_cmpint (task->capture_id != SL_ID_NONE, ==, outcome->captured);
  g_assert_cmpint (task->source_id != SL_ID_NONE, ==, outcome->captured);
  if (outcome->state == SL_TASK_FAILED || g_strcmp0 (outcome->quality, "article") != 0)
    g_assert_cmpuint (strlen (task->reason), >, 10);
  if (outcome->captured)
    assert_quality (f, task, outcome->quality);
}

static void
test_outcomes (Fixture       *f,
               gconstpointer  data)
{
  g_autofree SlQueueCounts *counts = NULL;
  guint captured = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *target = g_strdup_printf ("/as/%s", outcomes[i].variant);

      g_assert_cmpuint (add (f, SL_TASK_TYPED, target, NULL).added, ==, 1);
    }
  counts = run (f);
  g_assert_cmpint (counts->tasks[SL_TASK_WAITING] + counts->tasks[SL_TASK_RUNNING], ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (SlTask) task = get_task (f, i);

      assert_outcome (f, &outcomes[i], task);
      captured += task->state == SL_TASK_DONE;
    }
  g_assert_cmpuint (counts->captured, ==, captured);
  g_assert_cmpuint (counts->failed, ==, G_N_ELEMENTS (outcomes) - captured);
}

/* Nothing is suggested from a page that is no article. */
static void
test_gate (Fixture       *f,
           gconstpointer  data)
{
  g_autofree SlQueueCounts *first = NULL;
  g_autofree SlQueueCounts *second = NULL;

  add (f, SL_TASK_TYPED, "/as/paywall", "/as/consent", "/as/bot", "/as/soft-404", NULL);
  first = run (f);
  g_assert_cmpuint (first->captured, ==, 4);
  g_assert_cmpint (sl_case_count (f->a_case, SL_LIST_SUGGESTIONS, NULL, NULL), ==, 0);
  add (f, SL_TASK_TYPED, "/as/same", NULL);
  second = run (f);
  g_assert_cmpuint (second->captured, ==, 1);
  g_assert_cmpint (sl_case_count (f->a_case, SL_LIST_SUGGESTIONS, NULL, NULL), >, 0);
}

static void
test_add (Fixture       *f,
          gconstpointer  data)
{
  g_autofree char *text = g_strdup_printf ("One: http://127.0.0.1:%u/bulk/1, two: <http://127.0.0.1:%u/bulk/2?utm_source=x>.",
                                           test_server_get_port (f->server), test_server_get_port (f->server));
  g_autofree SlQueueCounts *counts = NULL;
  g_autoptr (GError) error = NULL;
  SlQueueAdded added;

  added = add (f, SL_TASK_TYPED, "/bulk/1", "/bulk/1#top", "nonsense", "ftp://a.example/", NULL);
  g_assert_cmpuint (added.added, ==, 1);
  g_assert_cmpuint (added.known, ==, 1);
  g_assert_cmpuint (added.invalid, ==, 2);

  g_assert_true (sl_queue_add_text (f->bench, text, &added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added.added, ==, 1);
  g_assert_cmpuint (added.known, ==, 1);
  g_assert_false (sl_queue_add_text (f->bench, "no address at all", &added, &error));
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);

  /* What a text led to is not what a person typed: this machine is none of its business. */
  counts = run (f);
  g_assert_cmpuint (counts->captured, ==, 1);
  g_assert_cmpuint (counts->failed, ==, 1);
  {
    g_autoptr (SlTask) task = get_task (f, 1);

    g_assert_cmpint (task->failure, ==, SL_FAILURE_ADDRESS);
  }
  g_assert_cmpuint (add (f, SL_TASK_TYPED, "/bulk/1", NULL).known, ==, 1);
}

static void
test_links (Fixture       *f,
            gconstpointer  data)
{
  static const char page[] = "<!doctype html><html lang='en'><title>Ferry</title><body><article><h1>Ferry</h1>"
                             "<p>The ferry left the harbour on 3 May 2025, as the <a href='https://port.example/log'>port's log</a> says; "
                             "the <a href='https://mail.example/ferry?utm_source=feed'>Evening Mail</a> printed the list of those on board, and the "
                             "company promised on Monday to publish what its engineers have found out about the fire in the engine room.</p>"
                             "<p>Nobody was hurt, said the company's spokeswoman, who had been on the quay herself when the ship came in.</p></article></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  SlAddRequest request = { .bytes = bytes };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAddReport) report = sl_workbench_add (f->bench, &request, NULL, NULL, NULL, &error);
  g_autoptr (SlTask) task = NULL;
  SlQueueAdded added;

  g_assert_no_error (error);
  g_assert_true (sl_queue_add_links (f->bench, report->source_id, &added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added.added, ==, 2);
  task = get_task (f, 0);
  g_assert_cmpstr (task->url, ==, "https://port.example/log");
  g_assert_cmpint (task->origin, ==, SL_TASK_FROM_LINKS);
  g_assert_cmpint (task->found_in, ==, report->document_id);
  g_assert_false (sl_queue_add_links (f->bench, 17, &added, &error));
  g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
}

static void
test_cancel_and_retry (Fixture       *f,
                       gconstpointer  data)
{
  SlQueueAdded first = add (f, SL_TASK_TYPED, "/bulk/1", "/bulk/2", NULL);
  SlQueueAdded second = add (f, SL_TASK_TYPED, "/bulk/3", "/as/missing", NULL);
  g_autofree SlQueueCounts *counts = NULL;
  g_autofree SlQueueCounts *again = NULL;
  g_autoptr (SlTask) task = get_task (f, 2);
  g_autoptr (GError) error = NULL;
  guint changed;

  g_assert_true (sl_queue_cancel (f->bench, first.batch, &changed, &error));
  g_assert_cmpuint (changed, ==, 2);
  g_assert_true (sl_queue_cancel (f->bench, task->id, &changed, &error));
  g_assert_cmpuint (changed, ==, 1);
  counts = run (f);
  g_assert_cmpuint (counts->captured, ==, 0);
  g_assert_cmpuint (counts->failed, ==, 1);
  g_assert_cmpint (counts->tasks[SL_TASK_CANCELLED], ==, 3);

  g_assert_true (sl_queue_retry (f->bench, task->id, &changed, &error));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (sl_queue_retry (f->bench, SL_ID_NONE, &changed, &error));
  g_assert_cmpuint (changed, ==, 3);
  g_assert_true (sl_queue_cancel (f->bench, second.batch, &changed, &error));
  g_assert_cmpuint (changed, ==, 2);
  again = run (f);
  g_assert_no_error (error);
  g_assert_cmpuint (again->captured, ==, 2);
  g_assert_cmpint (again->tasks[SL_TASK_CANCELLED], ==, 2);
}

/* While the queue works, in a thread of the workbench: the main loop runs on, and what is cancelled stops. */

typedef struct
{
  Fixture       *f;
  GMainLoop     *loop;
  GCancellable  *cancellable;
  guint          signals;
  guint          reports;
  gboolean       cancel_all;
  SlQueueCounts *counts;
  GError        *error;
} Watch;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Watch *watch = data;

  watch->counts = sl_queue_run_finish (SL_WORKBENCH (source), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

static void
progress_cb (double      fraction,
             const char *what,
             gpointer    data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (strstr (what, "waiting"));
  watch->reports++;
}

/* The second page never ends; when the first one is there it is given up, or everything is. */
static void
queue_changed_cb (SlWorkbench *bench,
                  gpointer     data)
{
  Watch *watch = data;
  g_autoptr (SlTask) first = get_task (watch->f, 0);
  g_autoptr (SlTask) second = get_task (watch->f, 1);
  g_autoptr (GError) error = NULL;
  guint changed;

  watch->signals++;
  if (first->state != SL_TASK_DONE || second->state != SL_TASK_RUNNING)
    return;
  if (watch->cancel_all)
    g_cancellable_cancel (watch->cancellable);
  else
    g_assert_true (sl_queue_cancel (bench, second->id, &changed, &error));
  g_assert_no_error (error);
}

static void
watch_run (Watch *watch)
{
  watch->loop = g_main_loop_new (NULL, FALSE);
  watch->cancellable = g_cancellable_new ();
  g_signal_connect (watch->f->bench, "queue-changed", G_CALLBACK (queue_changed_cb), watch);
  add (watch->f, SL_TASK_TYPED, "/as/same", "/as/slow-body", NULL);
  sl_queue_run_async (watch->f->bench, &quick, progress_cb, watch, watch->cancellable, ended_cb, watch);
  g_main_loop_run (watch->loop);
  g_signal_handlers_disconnect_by_data (watch->f->bench, watch);
  g_assert_cmpuint (watch->signals, >, 1);
  g_assert_cmpuint (watch->reports, >, 1);
  g_main_loop_unref (watch->loop);
  g_object_unref (watch->cancellable);
}

static void
test_cancel_running (Fixture       *f,
                     gconstpointer  data)
{
  Watch watch = { .f = f };

  watch_run (&watch);
  g_assert_no_error (watch.error);
  g_assert_cmpuint (watch.counts->captured, ==, 1);
  g_assert_cmpint (watch.counts->tasks[SL_TASK_CANCELLED], ==, 1);
  g_free (watch.counts);
}

/* Afterwards nothing seems to be under way, and what was not finished waits. */
static void
test_cancel_run (Fixture       *f,
                 gconstpointer  data)
{
  Watch watch = { .f = f, .cancel_all = TRUE };
  g_autoptr (SlTask) task = NULL;

  watch_run (&watch);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  task = get_task (f, 1);
  g_assert_cmpint (task->state, ==, SL_TASK_WAITING);
  g_assert_cmpuint (task->attempts, ==, 0);
  g_clear_error (&watch.error);
}

/* Two programs on one case: one works, the other is told. */
static void
test_one_at_a_time (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlQueueLock) lock = sl_queue_lock_new (sl_case_get_id (f->a_case), &error);
  g_autofree SlQueueCounts *counts = NULL;
  g_autofree SlQueueCounts *refused = NULL;

  g_assert_no_error (error);
  add (f, SL_TASK_TYPED, "/bulk/1", NULL);
  refused = sl_queue_run (f->bench, &quick, NULL, NULL, NULL, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY);
  g_assert_null (refused);
  g_clear_pointer (&lock, sl_queue_lock_free);
  counts = run (f);
  g_assert_cmpuint (counts->captured, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/queue/outcomes", test_outcomes },
    { "/queue/gate", test_gate },
    { "/queue/add", test_add },
    { "/queue/links", test_links },
    { "/queue/cancel-and-retry", test_cancel_and_retry },
    { "/queue/cancel-running", test_cancel_running },
    { "/queue/cancel-run", test_cancel_run },
    { "/queue/one-at-a-time", test_one_at_a_time },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
