/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-captures.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-application.h"
#include "ui/sl-format.h"

struct _SlCaptures
{
  GObject parent_instance;

  SlSession *session;                   /* (owned) */
  SlJobs    *jobs;                      /* (owned) */
  SlJob     *job;                       /* (owned) (nullable): the run under way */
  SlJob     *shown;                     /* (owned) (nullable): the latest run, which may have failed */
  gint64     counts[SL_N_TASK_STATES];
  gint64     done_before;               /* what was done when the run began */
  gint64     failed_before;
  gint64     since_usec;                /* monotonic time at which it began */
  gboolean   stopped;                   /* nothing is fetched until the person wants it again */
};

enum
{
  CHANGED,
  WENT_ON,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlCaptures, sl_captures, G_TYPE_OBJECT)

/* A call that is under way, and the job that shows it. */
typedef struct
{
  SlCaptures *captures;  /* (owned) */
  SlJob      *job;       /* (owned) */
} UnderWay;

static UnderWay *
under_way_new (SlCaptures *captures,
               SlJob      *job)
{
  UnderWay *under_way = g_new0 (UnderWay, 1);

  under_way->captures = g_object_ref (captures);
  under_way->job = g_object_ref (job);
  return under_way;
}

static void
under_way_free (UnderWay *under_way)
{
  g_object_unref (under_way->captures);
  g_object_unref (under_way->job);
  g_free (under_way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnderWay, under_way_free)

/* ---- telling ------------------------------------------------------------------------------------ */

static void
count (SlCaptures *self)
{
  SlCase *from = sl_session_get_case (self->session);

  if (from == NULL || !sl_case_count_tasks (from, self->counts, NULL))
    memset (self->counts, 0, sizeof self->counts);
  /* What failed before and is tried again counts for this run. */
  self->done_before = MIN (self->done_before, self->counts[SL_TASK_DONE]);
  self->failed_before = MIN (self->failed_before, self->counts[SL_TASK_FAILED]);
}

static guint
get_captured (SlCaptures *self)
{
  return (guint) (self->counts[SL_TASK_DONE] - self->done_before);
}

static guint
get_failed (SlCaptures *self)
{
  return (guint) (self->counts[SL_TASK_FAILED] - self->failed_before);
}

static guint
get_ahead (SlCaptures *self)
{
  return (guint) (self->counts[SL_TASK_WAITING] + self->counts[SL_TASK_RUNNING]);
}

static char *
dup_progress (SlCaptures *self)
{
  const guint captured = get_captured (self);
  const guint failed = get_failed (self);
  const double seconds = (g_get_monotonic_time () - self->since_usec) / (double) G_USEC_PER_SEC;
  GString *line = g_string_new (NULL);

  /* Translators: how many addresses were captured, and how many there are in all. */
  g_string_append_printf (line, _ ("%u of %u captured"), captured, captured + failed + get_ahead (self));
  if (failed > 0)
    sl_format_append_part (line, g_strdup_printf (ngettext ("%u failed", "%u failed", failed), failed));
  /* Translators: so many captures in a second. */
  if (captured + failed > 1)
    sl_format_append_part (line, g_strdup_printf (_ ("%.1f/s"), (captured + failed) / MAX (seconds, 0.1)));
  return g_string_free_and_steal (line);
}

/* What one task waits for: the only one that is ahead says more than its number. */
static char *
dup_reason_to_wait (SlCaptures *self)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) tasks = NULL;
  const SlTask *task = NULL;

  if (get_ahead (self) != 1 || self->counts[SL_TASK_WAITING] != 1)
    return NULL;
  query.state = SL_TASK_WAITING;
  query.limit = 1;
  tasks = sl_case_list_tasks (sl_session_get_case (self->session), &query, NULL);
  task = tasks != NULL && tasks->len > 0 ? g_ptr_array_index (tasks, 0) : NULL;
  if (task == NULL || task->attempts == 0 || task->reason == NULL)
    return NULL;
  /* Translators: %s is why it failed. */
  return g_strdup_printf (_ ("It will be tried again. %s"), task->reason);
}

static void
tell_progress (SlCaptures *self)
{
  const guint ended = get_captured (self) + get_failed (self);
  g_autofree char *progress = dup_progress (self);
  g_autofree char *reason = dup_reason_to_wait (self);
  g_autofree char *line = reason != NULL ? g_strconcat (progress, "\n", reason, NULL) : g_strdup (progress);

  sl_job_progress (ended / (double) MAX (ended + get_ahead (self), 1), line, self->job);
}

/* ---- the run ------------------------------------------------------------------------------------ */

static void start_if_needed (SlCaptures *self);

static GError *
make_failure (SlCaptures *self)
{
  const guint failed = get_failed (self);

  if (failed == 0)
    return NULL;
  return g_error_new (SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_HTTP,
                      ngettext ("%u address could not be captured.", "%u addresses could not be captured.", failed), failed);
}

static void
end_run (SlCaptures   *self,
         const GError *error)
{
  g_autoptr (SlJob) job = g_steal_pointer (&self->job);
  g_autoptr (GError) failure = NULL;

  self->stopped = error != NULL;
  count (self);
  failure = error != NULL ? g_error_copy (error) : make_failure (self);
  sl_jobs_settle (self->jobs, job, failure);
  if (error == NULL)
    g_signal_emit (self, signals[ENDED], 0, get_captured (self), get_failed (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (UnderWay) under_way = data;
  g_autoptr (GError) error = NULL;
  g_autofree SlQueueCounts *counts = sl_queue_run_finish (SL_WORKBENCH (object), result, &error);
  SlCaptures *self = under_way->captures;

  /* Another case may be open by now. */
  if (self->job != under_way->job)
    return;
  end_run (self, error);
  start_if_needed (self);
}

/* As polite as the program is, with the limits that the person has set. */
static SlQueuePolicy
get_policy (void)
{
  SlQueuePolicy policy = SL_QUEUE_POLICY_DEFAULT;
  GSettings *settings = sl_application_get_settings ();

  policy.max_bytes = g_settings_get_uint (settings, "fetch-max-mebibytes") * 1024 * 1024;
  policy.io_timeout_seconds = g_settings_get_uint (settings, "fetch-io-timeout");
  policy.total_timeout_seconds = g_settings_get_uint (settings, "fetch-total-timeout");
  return policy;
}

static void
run (SlCaptures *self)
{
  const SlQueuePolicy policy = get_policy ();

  self->job = sl_job_new (C_ ("job", "Captures"));
  sl_job_set_action (self->job, _ ("S_how"), "win.captures");
  self->done_before = self->counts[SL_TASK_DONE];
  self->failed_before = self->counts[SL_TASK_FAILED];
  self->since_usec = g_get_monotonic_time ();
  tell_progress (self);
  if (self->shown != NULL)
    sl_jobs_dismiss (self->jobs, self->shown);
  g_set_object (&self->shown, self->job);
  sl_jobs_append (self->jobs, self->job);
  sl_queue_run_async (sl_session_get_workbench (self->session), &policy, NULL, NULL, sl_job_get_cancellable (self->job),
                      ran_cb, under_way_new (self, self->job));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_if_needed (SlCaptures *self)
{
  if (self->job == NULL && !self->stopped && get_ahead (self) > 0 && sl_session_get_workbench (self->session) != NULL)
    run (self);
}

static void
queue_changed_cb (SlCaptures *self)
{
  count (self);
  if (self->job != NULL)
    tell_progress (self);
  start_if_needed (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
workbench_changed_cb (SlCaptures *self)
{
  g_clear_object (&self->job);
  self->stopped = FALSE;
  count (self);
  start_if_needed (self);
  if (self->job != NULL)
    g_signal_emit (self, signals[WENT_ON], 0, get_ahead (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sl_captures_dispose (GObject *object)
{
  SlCaptures *self = SL_CAPTURES (object);

  g_clear_object (&self->job);
  g_clear_object (&self->shown);
  g_clear_object (&self->jobs);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_captures_parent_class)->dispose (object);
}

static void
sl_captures_class_init (SlCapturesClass *klass)
{
  GType type = SL_TYPE_CAPTURES;

  G_OBJECT_CLASS (klass)->dispose = sl_captures_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WENT_ON] = g_signal_new ("went-on", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
sl_captures_init (SlCaptures *self)
{
}

/**
 * sl_captures_new:
 * @jobs: where the run is shown
 *
 * Returns: (transfer full): the queue of the case that the session has open, and of those after it
 */
SlCaptures *
sl_captures_new (SlSession *session,
                 SlJobs    *jobs)
{
  SlCaptures *self = g_object_new (SL_TYPE_CAPTURES, NULL);

  self->session = g_object_ref (session);
  self->jobs = g_object_ref (jobs);
  g_signal_connect_object (session, "notify::workbench", G_CALLBACK (workbench_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "queue-changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * sl_captures_get_session:
 *
 * Returns: (transfer none): the session
 */
SlSession *
sl_captures_get_session (SlCaptures *self)
{
  g_return_val_if_fail (SL_IS_CAPTURES (self), NULL);
  return self->session;
}

/**
 * sl_captures_get_jobs:
 *
 * Returns: (transfer none): where the run is shown
 */
SlJobs *
sl_captures_get_jobs (SlCaptures *self)
{
  g_return_val_if_fail (SL_IS_CAPTURES (self), NULL);
  return self->jobs;
}

/**
 * sl_captures_count:
 *
 * Returns: how many tasks are in a state
 */
gint64
sl_captures_count (SlCaptures  *self,
                   SlTaskState  state)
{
  g_return_val_if_fail (SL_IS_CAPTURES (self), 0);
  return self->counts[state];
}

/**
 * sl_captures_get_running:
 *
 * Returns: whether the queue is worked through
 */
gboolean
sl_captures_get_running (SlCaptures *self)
{
  g_return_val_if_fail (SL_IS_CAPTURES (self), FALSE);
  return self->job != NULL;
}

/* ---- what the person does ------------------------------------------------------------------------ */

/* What is new shows in the jobs; what was passed over has to be said. */
static void
tell_added (SlCaptures         *self,
            const SlQueueAdded *added)
{
  g_autoptr (GString) line = g_string_new (NULL);

  sl_format_append_part (line, added->added > 0 ? g_strdup_printf (ngettext ("%u address queued", "%u addresses queued", added->added), added->added) : NULL);
  sl_format_append_part (line, added->known > 0 ? g_strdup_printf (ngettext ("%u in the case or the queue already", "%u in the case or the queue already", added->known), added->known) : NULL);
  sl_format_append_part (line, added->invalid > 0 ? g_strdup_printf (ngettext ("%u is no address", "%u are no addresses", added->invalid), added->invalid) : NULL);
  if (added->known + added->invalid > 0 || added->added > 1)
    sl_session_tell (self->session, line->str, FALSE);
}

/* The person has asked for something: what was stopped before goes on with it. */
static void
resume (SlCaptures *self)
{
  self->stopped = FALSE;
  queue_changed_cb (self);
}

static void
settle_added (SlCaptures         *self,
              gboolean            ok,
              const SlQueueAdded *added,
              const GError       *error)
{
  if (ok)
    {
      tell_added (self, added);
      resume (self);
    }
  else
    sl_session_fail (self->session, _ ("The addresses could not be queued"), error);
}

/**
 * sl_captures_add:
 * @urls: (array zero-terminated=1): addresses
 * @found_in: the document whose links they are, or %SL_ID_NONE
 *
 * Queues addresses, tells what became of them, and has them fetched.
 */
void
sl_captures_add (SlCaptures          *self,
                 const char   *const *urls,
                 SlTaskOrigin         origin,
                 SlId                 found_in)
{
  SlWorkbench *workbench = NULL;
  SlQueueAdded added = { 0 };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_CAPTURES (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench != NULL)
    settle_added (self, sl_queue_add (workbench, urls, origin, found_in, &added, &error), &added, error);
}

/**
 * sl_captures_add_again:
 * @source: a source with an address
 *
 * Captures a source once more.
 */
void
sl_captures_add_again (SlCaptures *self,
                       SlId        source)
{
  SlWorkbench *workbench = NULL;
  SlQueueAdded added = { 0 };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_CAPTURES (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench != NULL)
    settle_added (self, sl_queue_add_again (workbench, source, &added, &error), &added, error);
}

static void
feed_added_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (UnderWay) under_way = data;
  SlCaptures *self = under_way->captures;
  SlQueueAdded added = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean ok = sl_queue_add_feed_finish (SL_WORKBENCH (object), result, &added, &error);

  sl_jobs_settle (self->jobs, under_way->job, error);
  if (ok && sl_session_get_workbench (self->session) == SL_WORKBENCH (object))
    settle_added (self, TRUE, &added, NULL);
}

/**
 * sl_captures_add_feed:
 * @url: of an RSS or Atom feed
 *
 * Fetches a feed and queues its items.
 */
void
sl_captures_add_feed (SlCaptures *self,
                      const char *url)
{
  SlWorkbench *workbench = NULL;
  g_autoptr (SlJob) job = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (SL_IS_CAPTURES (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL)
    return;
  /* Translators: %s is an address. */
  title = g_strdup_printf (_ ("Feed %s"), url);
  job = sl_job_new (title);
  sl_jobs_append (self->jobs, job);
  sl_queue_add_feed_async (workbench, url, sl_job_progress, job, sl_job_get_cancellable (job), feed_added_cb, under_way_new (self, job));
}

/**
 * sl_captures_retry:
 * @id: a task, or %SL_ID_NONE for all
 *
 * Lets what failed or was cancelled wait again.
 */
void
sl_captures_retry (SlCaptures *self,
                   SlId        id)
{
  SlWorkbench *workbench = NULL;
  guint changed = 0;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_CAPTURES (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL)
    return;
  if (sl_queue_retry (workbench, id, &changed, &error))
    resume (self);
  else
    sl_session_fail (self->session, _ ("The captures could not be tried again"), error);
}

/**
 * sl_captures_cancel:
 * @id: a task, or %SL_ID_NONE for all
 *
 * Takes what waits or is being fetched out of the run. What ends at the same moment stays as it ended.
 */
void
sl_captures_cancel (SlCaptures *self,
                    SlId        id)
{
  SlWorkbench *workbench = NULL;
  guint changed = 0;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_CAPTURES (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL || sl_queue_cancel (workbench, id, &changed, &error))
    return;
  if (!g_error_matches (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT))
    sl_session_fail (self->session, _ ("The captures could not be cancelled"), error);
}

/**
 * sl_captures_go_on:
 *
 * Works through what waits after it was stopped.
 */
void
sl_captures_go_on (SlCaptures *self)
{
  g_return_if_fail (SL_IS_CAPTURES (self));
  resume (self);
}

/**
 * sl_captures_stop:
 *
 * Fetches no more until the person wants it; what waits goes on waiting.
 */
void
sl_captures_stop (SlCaptures *self)
{
  g_return_if_fail (SL_IS_CAPTURES (self));
  if (self->job != NULL)
    g_cancellable_cancel (sl_job_get_cancellable (self->job));
}
