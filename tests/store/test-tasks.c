/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample.h"

static SlTask *
make_task (const char *url,
           SlId        batch)
{
  SlTask *task = sl_task_new ();

  task->url = g_strdup (url);
  task->url_key = g_strdup (url);
  task->host = g_strdup ("times.example");
  task->batch = batch;
  task->origin = SL_TASK_LISTED;
  task->added_at = SAMPLE_NOW;
  task->changed_at = SAMPLE_NOW;
  return task;
}

/* Tasks of two batches: a and b of 7, c of 8. */
static void
fill (SlCase *a_case)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_task_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tasks, make_task ("https://times.example/a", 7));
  g_ptr_array_add (tasks, make_task ("https://times.example/b", 7));
  g_ptr_array_add (tasks, make_task ("https://times.example/c", 8));
  g_assert_true (sl_case_put_tasks (a_case, tasks, &error));
  g_assert_no_error (error);
}

static gint64
count (SlCase *a_case,
       int     state,
       SlId    about)
{
  SlQuery query = SL_QUERY_ALL;

  query.state = state;
  query.about = about;
  return sl_case_count (a_case, SL_LIST_TASKS, &query, NULL);
}

static gint64
move (SlCase      *a_case,
      SlTaskState  from,
      SlTaskState  to,
      SlId         batch)
{
  g_autoptr (GError) error = NULL;
  gint64 moved = sl_case_move_tasks (a_case, from, to, batch, SAMPLE_NOW + 5, &error);

  g_assert_no_error (error);
  return moved;
}

static void
test_order (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("order.sourceline");
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (SlTask) found = NULL;
  g_autoptr (SlTask) again = make_task ("https://times.example/a", 9);
  g_autoptr (GError) error = NULL;

  fill (a_case);
  g_assert_true (sl_case_put_task (a_case, again, &error));
  listed = sl_case_list_tasks (a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 4);
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpint (((SlTask *) listed->pdata[i])->place, ==, i + 1);

  found = sl_case_find_task (a_case, "https://times.example/a");
  g_assert_cmpint (found->id, ==, again->id);
  g_assert_cmpstr (sl_case_what_is (a_case, found->id), ==, "task");
  g_assert_null (sl_case_find_task (a_case, "https://times.example/"));
}

static void
test_change (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("change.sourceline");
  g_autoptr (SlTask) task = make_task ("https://times.example/a", 7);
  g_autoptr (SlTask) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_case_put_task (a_case, task, &error));
  task->state = SL_TASK_FAILED;
  task->attempts = 3;
  task->failure = SL_FAILURE_BUSY;
  task->status = 429;
  task->reason = g_strdup ("The server asks for a pause.");
  task->not_before = 17;
  g_assert_true (sl_case_put_task (a_case, task, &error));
  read = sl_case_get_task (a_case, task->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->state, ==, SL_TASK_FAILED);
  g_assert_cmpuint (read->attempts, ==, 3);
  g_assert_cmpint (read->failure, ==, SL_FAILURE_BUSY);
  g_assert_cmpint (read->status, ==, 429);
  g_assert_cmpstr (read->reason, ==, "The server asks for a pause.");
  g_assert_cmpint (read->not_before, ==, 17);
  g_assert_cmpint (read->place, ==, 1);
}

static void
test_move (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("move.sourceline");
  g_autoptr (SlTask) task = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  fill (a_case);
  g_assert_cmpint (move (a_case, SL_TASK_WAITING, SL_TASK_CANCELLED, 7), ==, 2);
  g_assert_cmpint (count (a_case, SL_TASK_CANCELLED, SL_ID_NONE), ==, 2);
  g_assert_cmpint (count (a_case, SL_TASK_WAITING, SL_ID_NONE), ==, 1);
  g_assert_cmpint (count (a_case, SL_TASK_CANCELLED, 8), ==, 0);
  g_assert_cmpint (move (a_case, SL_TASK_RUNNING, SL_TASK_WAITING, SL_ID_NONE), ==, 0);

  listed = sl_case_list_tasks (a_case, NULL, &error);
  task = g_ptr_array_steal_index (listed, 0);
  task->attempts = 2;
  task->not_before = 99;
  g_assert_true (sl_case_put_task (a_case, task, &error));
  g_assert_cmpint (move (a_case, SL_TASK_CANCELLED, SL_TASK_WAITING, SL_ID_NONE), ==, 2);
  sl_task_free (g_steal_pointer (&task));
  task = sl_case_find_task (a_case, "https://times.example/a");
  g_assert_cmpuint (task->attempts, ==, 0);
  g_assert_cmpint (task->not_before, ==, 0);
  g_assert_cmpint (task->changed_at, ==, SAMPLE_NOW + 5);
}

/* Whoever changes a task from what it no longer is comes too late. */
static void
test_change_from (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("change-from.sourceline");
  g_autoptr (SlTask) task = make_task ("https://times.example/a", 7);
  gint64 counts[SL_N_TASK_STATES];
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_case_put_task (a_case, task, &error));
  task->state = SL_TASK_RUNNING;
  g_assert_true (sl_case_change_task (a_case, task, SL_TASK_WAITING, &error));
  g_assert_cmpint (move (a_case, SL_TASK_RUNNING, SL_TASK_CANCELLED, 7), ==, 1);
  task->state = SL_TASK_DONE;
  g_assert_false (sl_case_change_task (a_case, task, SL_TASK_RUNNING, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (sl_case_count_tasks (a_case, counts, &error));
  g_assert_no_error (error);
  for (int state = 0; state < SL_N_TASK_STATES; state++)
    g_assert_cmpint (counts[state], ==, state == SL_TASK_CANCELLED ? 1 : 0);
}

/* A task changes with the act in which it is changed, or not at all; and leaves no trace in the history. */
static void
test_within_act (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("act.sourceline");
  g_autoptr (SlTask) lost = make_task ("https://times.example/lost", 7);
  g_autoptr (SlTask) kept = make_task ("https://times.example/kept", 7);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  sample_begin (a_case, "Forgotten");
  g_assert_true (sl_case_put_task (a_case, lost, &error));
  sl_case_abort_act (a_case);
  g_assert_cmpint (count (a_case, -1, SL_ID_NONE), ==, 0);

  sample_begin (a_case, "Rename");
  g_assert_true (sl_case_set_title (a_case, "New", &error));
  g_assert_true (sl_case_put_task (a_case, kept, &error));
  sample_commit (a_case);
  g_assert_cmpint (count (a_case, -1, SL_ID_NONE), ==, 1);
  g_assert_cmpint (sl_case_get_revision (a_case), ==, 2);

  g_assert_true (sl_case_put_task (a_case, kept, &error));
  g_assert_cmpint (sl_case_get_revision (a_case), ==, 2);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_read_only (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("read-only-tasks.sourceline");
  g_autofree char *path = g_strdup (sl_case_get_path (a_case));
  g_autoptr (SlTask) task = make_task ("https://times.example/a", 7);
  g_autoptr (SlCase) again = NULL;
  g_autoptr (GError) error = NULL;

  fill (a_case);
  g_assert_true (sl_case_close (a_case, &error));
  again = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (again, SL_TASK_WAITING, SL_ID_NONE), ==, 3);
  g_assert_false (sl_case_put_task (again, task, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (sl_case_move_tasks (again, SL_TASK_WAITING, SL_TASK_CANCELLED, SL_ID_NONE, 0, &error), ==, -1);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tasks/order", test_order);
  g_test_add_func ("/tasks/change", test_change);
  g_test_add_func ("/tasks/move", test_move);
  g_test_add_func ("/tasks/change-from", test_change_from);
  g_test_add_func ("/tasks/within-act", test_within_act);
  g_test_add_func ("/tasks/read-only", test_read_only);

  return g_test_run ();
}
