/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-queue-fetch.h"
#include "workbench/sl-queue-lock.h"
#include "workbench/sl-queue-plan.h"

/* How long nothing is looked at: somebody who cancels or adds a task waits no longer. */
#define TICK_USEC (G_USEC_PER_SEC / 4)

/* Tasks that are read at a time. */
#define PAGE_TASKS 1000

/* So many ends tell how fast it goes. */
#define N_ENDS 16

typedef struct
{
  SlWorkbench    *bench;              /* (unowned) */
  SlCase         *a_case;             /* (unowned) */
  SlQueuePolicy   policy;
  SlQueuePlan    *plan;               /* (owned) */
  SlQueueFetcher *fetcher;            /* (owned) */
  GRand          *chance;             /* (owned) */
  SlProgress     *progress;           /* (unowned) (nullable) */
  GCancellable   *cancellable;        /* (unowned) (nullable) */
  SlQueueCounts   counts;
  gint64          ends_usec[N_ENDS];
  guint           n_ends;
} Run;

/* ---- what waits --------------------------------------------------------------------------------- */

static gboolean
fill_plan (Run     *self,
           GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  guint count;

  query.state = SL_TASK_WAITING;
  query.limit = PAGE_TASKS;
  sl_queue_plan_clear (self->plan);
  do
    {
      g_autoptr (GPtrArray) tasks = sl_case_list_tasks (self->a_case, &query, error);

      if (tasks == NULL)
        return FALSE;
      for (guint i = 0; i < tasks->len; i++)
        {
          const SlTask *task = g_ptr_array_index (tasks, i);

          sl_queue_plan_put (self->plan, task->id, task->host, task->place, task->not_before);
        }
      count = tasks->len;
      query.offset += count;
    }
  while (count == PAGE_TASKS);

  return TRUE;
}

/* Others add, cancel and repeat tasks meanwhile, perhaps from another program: the case is what counts. */
static gboolean
refresh (Run     *self,
         GError **error)
{
  if (!sl_case_count_tasks (self->a_case, self->counts.tasks, error))
    return FALSE;

  return self->counts.tasks[SL_TASK_WAITING] == sl_queue_plan_get_size (self->plan) || fill_plan (self, error);
}

/* ---- telling ------------------------------------------------------------------------------------ */

static void
note_end (Run       *self,
          SlFailure  failure)
{
  guint kept;

  self->ends_usec[self->n_ends++ % N_ENDS] = g_get_monotonic_time ();
  kept = MIN (self->n_ends, N_ENDS);
  if (kept > 1)
    {
      gint64 last_usec = self->ends_usec[(self->n_ends - 1) % N_ENDS];
      gint64 first_usec = self->ends_usec[(self->n_ends - kept) % N_ENDS];

      self->counts.per_second = (kept - 1) * (double) G_USEC_PER_SEC / (double) MAX (last_usec - first_usec, 1);
    }
  if (failure == SL_FAILURE_NONE)
    self->counts.captured++;
  else
    self->counts.failed++;
}

static void
tell (Run *self)
{
  guint ended = self->counts.captured + self->counts.failed;
  guint running = sl_queue_fetcher_get_running (self->fetcher);
  guint waiting = sl_queue_plan_get_size (self->plan);
  g_autofree char *line = g_strdup_printf (_ ("%u captured, %u failed, %u under way, %u waiting, %.1f a second"),
                                           self->counts.captured, self->counts.failed, running, waiting, self->counts.per_second);

  sl_workbench_notify_queue_changed (self->bench);
  sl_progress_report (self->progress, ended + running + waiting > 0 ? (double) ended / (ended + running + waiting) : 1.0, line);
}

/* ---- what came of a fetch ------------------------------------------------------------------------- */

/* Whoever cancelled the task meanwhile was faster: his word stands. */
static gboolean
change (Run     *self,
        SlTask  *task,
        GError **error)
{
  g_autoptr (GError) problem = NULL;

  task->changed_at = sl_workbench_now ();
  if (sl_case_change_task (self->a_case, task, SL_TASK_RUNNING, &problem))
    return TRUE;
  if (g_error_matches (problem, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* As if it had not been started. */
static gboolean
give_back (Run     *self,
           SlTask  *task,
           GError **error)
{
  task->state = SL_TASK_WAITING;
  task->attempts--;

  return change (self, task, error);
}

static gint64
get_retry_time (const SlArrival *arrival)
{
  return arrival != NULL && arrival->fetch != NULL ? sl_fetch_get_last_hop (arrival->fetch)->retry_at_usec : 0;
}

static void
describe (SlTask             *task,
          SlFailure           failure,
          const SlQueueFetch *fetch)
{
  task->failure = failure;
  task->status = fetch->arrival != NULL ? fetch->arrival->capture->status : 0;
  g_free (task->reason);
  if (fetch->error != NULL)
    task->reason = g_strdup (fetch->error->message);
  else
    task->reason = g_strdup_printf (_ ("%s (status %d)"), sl_failure_describe (failure), task->status);
}

static gboolean
postpone (Run                 *self,
          const SlQueueFetch  *fetch,
          SlFailure            failure,
          gint64               wait_usec,
          GError             **error)
{
  SlTask *task = fetch->task;

  describe (task, failure, fetch);
  task->state = SL_TASK_WAITING;
  task->not_before = g_get_real_time () + wait_usec;
  if (get_retry_time (fetch->arrival) > 0)
    sl_queue_plan_hold (self->plan, task->host, task->not_before);
  sl_queue_plan_put (self->plan, task->id, task->host, task->place, task->not_before);

  return change (self, task, error);
}

typedef struct
{
  Run       *run;
  SlTask    *task;
  SlFailure  failure;
} Keeping;

/* Within the act: the capture and the end of its task are durable together. */
static gboolean
kept_cb (const SlAddReport  *report,
         gpointer            data,
         GError            **error)
{
  Keeping *keeping = data;
  SlTask *task = keeping->task;

  if (keeping->failure == SL_FAILURE_NONE && report->trouble != NULL)
    keeping->failure = sl_queue_policy_classify (report->trouble);
  task->state = keeping->failure == SL_FAILURE_NONE ? SL_TASK_DONE : SL_TASK_FAILED;
  task->failure = keeping->failure;
  task->source_id = report->source_id;
  task->capture_id = report->capture_id;
  task->changed_at = sl_workbench_now ();
  g_free (task->reason);
  task->reason = g_strdup (report->trouble != NULL ? report->trouble->message : report->reason);

  return sl_case_change_task (keeping->run->a_case, task, SL_TASK_RUNNING, error);
}

/* What came is kept, also when it is not the page: then it is a capture and no article. */
static gboolean
keep (Run           *self,
      SlQueueFetch  *fetch,
      SlFailure      failure,
      GError       **error)
{
  SlAddRequest request = { .what = fetch->task->url };
  Keeping keeping = { self, fetch->task, failure };
  g_autoptr (GError) problem = NULL;
  g_autoptr (SlAddReport) report = NULL;

  fetch->task->status = fetch->arrival->capture->status;
  fetch->arrival->kept = kept_cb;
  fetch->arrival->kept_data = &keeping;
  report = sl_workbench_keep (self->bench, &request, fetch->arrival, NULL, self->cancellable, &problem);
  if (report != NULL)
    {
      note_end (self, keeping.failure);
      return TRUE;
    }
  if (g_error_matches (problem, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT))
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return give_back (self, fetch->task, error);

  give_back (self, fetch->task, NULL);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
fail (Run                 *self,
      const SlQueueFetch  *fetch,
      SlFailure            failure,
      GError             **error)
{
  describe (fetch->task, failure, fetch);
  fetch->task->state = SL_TASK_FAILED;
  note_end (self, failure);

  return change (self, fetch->task, error);
}

static gboolean
settle (Run           *self,
        SlQueueFetch  *fetch,
        GError       **error)
{
  gint64 now_usec = g_get_real_time ();
  SlFailure failure;
  gint64 wait_usec;

  sl_queue_plan_finish (self->plan, fetch->task->host, now_usec);
  if (g_error_matches (fetch->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (fetch->error, SL_FETCH_ERROR, SL_FETCH_ERROR_CANCELLED))
    return give_back (self, fetch->task, error);

  failure = fetch->error != NULL ? sl_queue_policy_classify (fetch->error) : sl_failure_from_status (fetch->arrival->capture->status);
  wait_usec = sl_queue_policy_wait (&self->policy, self->chance, failure, fetch->task->attempts, get_retry_time (fetch->arrival), now_usec);
  if (wait_usec != SL_QUEUE_STOP)
    return postpone (self, fetch, failure, wait_usec, error);

  return fetch->arrival != NULL ? keep (self, fetch, failure, error) : fail (self, fetch, failure, error);
}

/* ---- the loop ----------------------------------------------------------------------------------- */

static gboolean
start (Run     *self,
       SlId     id,
       GError **error)
{
  g_autoptr (SlTask) task = sl_case_get_task (self->a_case, id, error);
  g_autoptr (GError) problem = NULL;

  if (task == NULL)
    return FALSE;

  task->state = SL_TASK_RUNNING;
  task->attempts++;
  task->changed_at = sl_workbench_now ();
  if (sl_case_change_task (self->a_case, task, SL_TASK_WAITING, &problem))
    {
      sl_queue_fetcher_start (self->fetcher, g_steal_pointer (&task));
      return TRUE;
    }

  sl_queue_plan_finish (self->plan, task->host, 0);
  if (g_error_matches (problem, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
start_due (Run     *self,
           gint64  *next_usec,
           GError **error)
{
  SlId id;

  while ((id = sl_queue_plan_take (self->plan, g_get_real_time (), next_usec)) != SL_ID_NONE)
    {
      if (!start (self, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_next (Run     *self,
             gint64   next_usec,
             GError **error)
{
  gint64 wait_usec = CLAMP (next_usec - g_get_real_time (), 0, TICK_USEC);
  g_autoptr (SlQueueFetch) fetch = sl_queue_fetcher_pop (self->fetcher, wait_usec);

  sl_queue_fetcher_cancel_lost (self->fetcher, self->a_case);

  return fetch == NULL || settle (self, fetch, error);
}

static gboolean
work (Run     *self,
      GError **error)
{
  gint64 next_usec;

  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      if (!refresh (self, error) || !start_due (self, &next_usec, error))
        return FALSE;
      tell (self);
      if (sl_queue_fetcher_get_running (self->fetcher) == 0 && sl_queue_plan_get_size (self->plan) == 0)
        return TRUE;
      if (!settle_next (self, next_usec, error))
        return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Nothing is left under way, so that nothing seems to be. */
static void
wind_up (Run *self)
{
  sl_queue_fetcher_cancel_all (self->fetcher);
  while (sl_queue_fetcher_get_running (self->fetcher) > 0)
    {
      g_autoptr (SlQueueFetch) fetch = sl_queue_fetcher_pop (self->fetcher, G_USEC_PER_SEC);

      if (fetch != NULL)
        give_back (self, fetch->task, NULL);
    }
  sl_case_count_tasks (self->a_case, self->counts.tasks, NULL);
  sl_workbench_notify_queue_changed (self->bench);
}

static gpointer
run_queue (SlWorkbench   *bench,
           gpointer       request,
           SlProgress    *progress,
           GCancellable  *cancellable,
           GError       **error)
{
  const SlQueuePolicy *policy = request;
  SlCase *a_case = sl_workbench_get_case (bench);
  g_autoptr (SlQueueLock) lock = sl_queue_lock_new (sl_case_get_id (a_case), error);
  Run run = { bench, a_case, *policy, NULL, NULL, NULL, progress, cancellable, { { 0 }, 0, 0, 0 }, { 0 }, 0 };
  gboolean ok;

  /* What was under way when a program was killed waits again. */
  if (lock == NULL || sl_case_move_tasks (a_case, SL_TASK_RUNNING, SL_TASK_WAITING, SL_ID_NONE, sl_workbench_now (), error) < 0)
    return NULL;

  run.plan = sl_queue_plan_new (policy->at_once, policy->per_host, (gint64) policy->pause_msec * 1000);
  run.fetcher = sl_queue_fetcher_new (sl_workbench_get_helpers (bench), policy);
  run.chance = policy->seed != 0 ? g_rand_new_with_seed (policy->seed) : g_rand_new ();
  ok = work (&run, error);
  wind_up (&run);
  g_rand_free (run.chance);
  sl_queue_fetcher_free (run.fetcher);
  sl_queue_plan_free (run.plan);

  return ok ? g_memdup2 (&run.counts, sizeof run.counts) : NULL;
}

/**
 * sl_queue_run:
 * @progress: (nullable): called whenever something has changed; the share of the tasks that came to an end, and a line
 *
 * Works through the capture queue until nothing waits: fetches several addresses at the same time, keeps what came, each in
 * an act of its own, and tries again later what may work later. A failure for good stays in the queue as a task that tells
 * why; the page that came with it, if one did, is kept as a capture.
 *
 * What is added meanwhile is done, too; what is cancelled meanwhile stops within a moment. When the run is cancelled or the
 * program is killed, what was not finished waits for the next run.
 *
 * Fails with %SL_STORE_ERROR_BUSY when somebody else works through the queue, with G_IO_ERROR_CANCELLED, and with
 * SL_STORE_ERROR when the case cannot take any more; what was captured until then is kept.
 *
 * Returns: (transfer full) (nullable): what was done; freed with g_free()
 */
SlQueueCounts *
sl_queue_run (SlWorkbench          *self,
              const SlQueuePolicy  *policy,
              SlProgressFunc        progress,
              gpointer              data,
              GCancellable         *cancellable,
              GError              **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self) && policy != NULL, NULL);

  return run_queue (self, (gpointer) policy, &sink, cancellable, error);
}

/**
 * sl_queue_run_async:
 *
 * As sl_queue_run(), on a thread of the workbench. @policy is copied.
 */
void
sl_queue_run_async (SlWorkbench         *self,
                    const SlQueuePolicy *policy,
                    SlProgressFunc       progress,
                    gpointer             progress_data,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_return_if_fail (SL_IS_WORKBENCH (self) && policy != NULL);

  sl_workbench_run_async (self, run_queue, g_memdup2 (policy, sizeof *policy), g_free, g_free,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_queue_run_finish:
 *
 * Returns: (transfer full) (nullable): as sl_queue_run()
 */
SlQueueCounts *
sl_queue_run_finish (SlWorkbench   *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
