/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-rechecker.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-recheck-plan.h"

/* Acts come in bursts; the plan is looked at once they are over. */
#define SETTLE_SECONDS 5
/* Sources of one host are due one after the other. */
#define GAP_SECONDS 60
/* Whoever stops a planned run, or has no network, is left alone for a while. */
#define PAUSE_SECONDS 3600
/* A clock that is set, or a machine that slept, is noticed after so long. */
#define LONGEST_SECONDS 900

struct _SlRechecker
{
  GObject parent_instance;

  SlSession *session;     /* (owned) */
  SlJobs    *jobs;        /* (owned) */
  gboolean   running;
  gint64     not_before;  /* monotonic microseconds: no planned run earlier */
  guint      look;        /* source that looks at the plan, or 0 */
};

static guint rechecked_signal;

G_DEFINE_FINAL_TYPE (SlRechecker, sl_rechecker, G_TYPE_OBJECT)

/* A run that is under way. */
typedef struct
{
  SlRechecker *rechecker;  /* (owned) */
  SlJob       *job;        /* (owned) */
  gboolean     planned;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->rechecker);
  g_object_unref (run->job);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void schedule_look (SlRechecker *self,
                           gint64       seconds);

static void
hold (SlRechecker *self,
      gint64       seconds)
{
  self->not_before = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Run) run = data;
  SlRechecker *self = run->rechecker;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = sl_workbench_recheck_finish (SL_WORKBENCH (object), result, &error);

  self->running = FALSE;
  sl_jobs_settle (self->jobs, run->job, error);
  hold (self, checks != NULL ? GAP_SECONDS : PAUSE_SECONDS);
  if (checks != NULL && sl_session_get_workbench (self->session) == SL_WORKBENCH (object))
    g_signal_emit (self, rechecked_signal, 0, checks, run->planned);
  schedule_look (self, SETTLE_SECONDS);
}

static void
start (SlRechecker *self,
       GArray      *sources,
       gboolean     planned)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);
  g_autoptr (SlJob) job = NULL;
  Run *run = NULL;

  if (workbench == NULL || self->running)
    return;
  job = sl_job_new (planned ? _ ("Planned re-check") : _ ("Re-check"));
  run = g_new0 (Run, 1);
  run->rechecker = g_object_ref (self);
  run->job = g_object_ref (job);
  run->planned = planned;
  self->running = TRUE;
  sl_jobs_append (self->jobs, job);
  sl_workbench_recheck_async (workbench, sources, sl_job_progress, job, sl_job_get_cancellable (job), done_cb, run);
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
look_cb (gpointer data)
{
  SlRechecker *self = data;

  self->look = 0;
  sl_rechecker_run_planned (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_look (SlRechecker *self,
               gint64       seconds)
{
  const gint64 held = (self->not_before - g_get_monotonic_time ()) / G_USEC_PER_SEC + 1;

  g_clear_handle_id (&self->look, g_source_remove);
  if (sl_session_get_case (self->session) != NULL)
    self->look = g_timeout_add_seconds ((guint) CLAMP (MAX (seconds, held), SETTLE_SECONDS, LONGEST_SECONDS), look_cb, self);
}

static void
case_changed_cb (SlRechecker *self)
{
  schedule_look (self, SETTLE_SECONDS);
}

static void
sl_rechecker_dispose (GObject *object)
{
  SlRechecker *self = SL_RECHECKER (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->jobs);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_rechecker_parent_class)->dispose (object);
}

static void
sl_rechecker_class_init (SlRecheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_rechecker_dispose;
  rechecked_signal = g_signal_new ("rechecked", SL_TYPE_RECHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
}

static void
sl_rechecker_init (SlRechecker *self)
{
}

/**
 * sl_rechecker_new:
 * @session: whose case is checked
 * @jobs: where runs are shown
 *
 * Returns: (transfer full): it follows the session from now on
 */
SlRechecker *
sl_rechecker_new (SlSession *session,
                  SlJobs    *jobs)
{
  SlRechecker *self = g_object_new (SL_TYPE_RECHECKER, NULL);

  self->session = g_object_ref (session);
  self->jobs = g_object_ref (jobs);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * sl_rechecker_run_all:
 *
 * Checks every source of the case that a claim leans on.
 */
void
sl_rechecker_run_all (SlRechecker *self)
{
  g_return_if_fail (SL_IS_RECHECKER (self));
  start (self, NULL, FALSE);
}

/**
 * sl_rechecker_run_source:
 *
 * Checks one source.
 */
void
sl_rechecker_run_source (SlRechecker *self,
                         SlId         source)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (SlId));

  g_return_if_fail (SL_IS_RECHECKER (self));
  g_array_append_val (sources, source);
  start (self, sources, FALSE);
}

/**
 * sl_rechecker_run_planned:
 *
 * Checks what the plan of the case says is due, and waits for what is due next. A case that cannot be read now is
 * looked at again later.
 */
void
sl_rechecker_run_planned (SlRechecker *self)
{
  SlCase *from = NULL;
  g_autoptr (SlRecheckPlan) plan = NULL;

  g_return_if_fail (SL_IS_RECHECKER (self));
  from = sl_session_get_case (self->session);
  plan = from != NULL && !self->running ? sl_recheck_plan_new (from, now (), NULL) : NULL;
  if (plan == NULL || plan->every_seconds == 0)
    return;
  if (plan->due->len > 0 && !sl_jobs_get_busy (self->jobs))
    start (self, plan->due, TRUE);
  else
    schedule_look (self, plan->due->len > 0 ? GAP_SECONDS : MIN (plan->next - now (), LONGEST_SECONDS));
}
