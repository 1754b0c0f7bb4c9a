/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

/* Edits keep their order on one thread; long jobs share three, so that one can wait for the network while the other reads,
 * and the capture queue can work for hours beside them. */
#define JOB_THREADS 3

struct _SlWorkbench
{
  GObject       parent;
  SlCase       *a_case;           /* (owned) */
  char         *by;               /* (owned) */
  SlHelpers    *helpers;          /* (owned) */
  GThreadPool  *edits;            /* (owned) */
  GThreadPool  *jobs;             /* (owned) */
  GMainContext *context;          /* (owned): where signals are emitted */
  GThread      *thread;           /* (unowned): the thread which made the workbench */
  int           announced;        /* (atomic): a "changed" is under way */
  int           queue_announced;  /* (atomic): a "queue-changed" is under way */
  char         *title;            /* (owned) (nullable) */
  char         *undo;             /* (owned) (nullable): label of what undo would take back */
  char         *redo;             /* (owned) (nullable) */
};

enum
{
  PROP_TITLE = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  QUEUE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlWorkbench, sl_workbench, G_TYPE_OBJECT)
G_DEFINE_QUARK (sl-workbench-error-quark, sl_workbench_error)

static void
take_label (SlWorkbench  *self,
            char        **field,
            char         *label,
            int           label_prop,
            int           can_prop)
{
  gboolean was = *field != NULL;

  if (g_strcmp0 (*field, label) == 0)
    {
      g_free (label);
      return;
    }

  g_free (*field);
  *field = label;
  g_object_notify_by_pspec (G_OBJECT (self), props[label_prop]);
  if (can_prop != 0 && was != (label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[can_prop]);
}

static char *
dup_label (SlAct *act)
{
  char *label = act != NULL ? g_strdup (act->label) : NULL;

  sl_act_free (act);

  return label;
}

static void
refresh (SlWorkbench *self)
{
  take_label (self, &self->title, sl_case_dup_title (self->a_case), PROP_TITLE, 0);
  take_label (self, &self->undo, dup_label (sl_case_peek_undo (self->a_case)), PROP_UNDO_LABEL, PROP_CAN_UNDO);
  take_label (self, &self->redo, dup_label (sl_case_peek_redo (self->a_case)), PROP_REDO_LABEL, PROP_CAN_REDO);
}

static gboolean
changed_cb (gpointer data)
{
  SlWorkbench *self = data;

  /* Cleared first: an act committed while listeners reload announces itself again. */
  g_atomic_int_set (&self->announced, FALSE);
  refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
invoke_later (GMainContext   *context,
              GSourceFunc     func,
              gpointer        data,
              GDestroyNotify  notify)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, notify);
  g_source_attach (source, context);
}

/* Tells the listeners in their own thread that an act was committed. */
void
sl_workbench_notify_changed (SlWorkbench *self)
{
  if (g_thread_self () == self->thread)
    changed_cb (self);
  else if (g_atomic_int_compare_and_exchange (&self->announced, FALSE, TRUE))
    invoke_later (self->context, changed_cb, g_object_ref (self), g_object_unref);
}

static gboolean
queue_changed_cb (gpointer data)
{
  SlWorkbench *self = data;

  g_atomic_int_set (&self->queue_announced, FALSE);
  g_signal_emit (self, signals[QUEUE_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Tells the listeners in their own thread that tasks of the capture queue have changed. */
void
sl_workbench_notify_queue_changed (SlWorkbench *self)
{
  if (g_atomic_int_compare_and_exchange (&self->queue_announced, FALSE, TRUE))
    invoke_later (self->context, queue_changed_cb, g_object_ref (self), g_object_unref);
}

SlHelpers *
sl_workbench_get_helpers (SlWorkbench *self)
{
  return self->helpers;
}

const char *
sl_workbench_get_by (SlWorkbench *self)
{
  return self->by;
}

gint64
sl_workbench_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

typedef struct
{
  SlProgressFunc  func;
  gpointer        data;
  double          fraction;
  char           *what;      /* (owned) */
} Report;

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  report->func (report->fraction, report->what, report->data);

  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_free (report->what);
  g_free (report);
}

void
sl_progress_report (SlProgress *self,
                    double      fraction,
                    const char *what)
{
  Report *report;

  if (self == NULL || self->func == NULL)
    return;

  if (self->context == NULL)
    {
      self->func (fraction, what, self->data);
      return;
    }

  report = g_new0 (Report, 1);
  *report = (Report) { self->func, self->data, fraction, g_strdup (what) };
  invoke_later (self->context, report_cb, report, report_free);
}

/* One asynchronous call on its way through a thread pool. */
typedef struct
{
  SlWorkbenchRun run;
  gpointer       request;       /* (owned) */
  GDestroyNotify free_request;
  GDestroyNotify free_result;
  SlProgress     progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  job->free_request (job->request);
  g_free (job);
}

static void
run_task (gpointer data,
          gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;

  result = job->run (g_task_get_source_object (task), job->request, &job->progress, g_task_get_cancellable (task), &error);
  if (result != NULL)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

static void
push (SlWorkbench         *self,
      GThreadPool         *pool,
      Job                 *job,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  /* What was done is reported as done, even when the person cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (pool, task, NULL);
}

/**
 * sl_workbench_run_async:
 * @run: the synchronous body of a use case
 * @request: (transfer full): what @run gets
 * @free_result: frees what @run returned, when nobody takes it
 * @progress: (nullable): called in the main context that made the workbench
 *
 * Runs a use case on a thread of the workbench; its result is got with g_task_propagate_pointer().
 */
void
sl_workbench_run_async (SlWorkbench         *self,
                        SlWorkbenchRun       run,
                        gpointer             request,
                        GDestroyNotify       free_request,
                        GDestroyNotify       free_result,
                        SlProgressFunc       progress,
                        gpointer             progress_data,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { run, request, free_request, free_result, { progress, progress_data, self->context } };
  push (self, self->jobs, job, cancellable, callback, data);
}

static gpointer
run_command (SlWorkbench   *self,
             gpointer       request,
             SlProgress    *progress,
             GCancellable  *cancellable,
             GError       **error)
{
  SlId id = sl_workbench_do (self, request, error);

  (void) progress;
  (void) cancellable;

  return id != SL_ID_NONE ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
sl_workbench_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SlWorkbench *self = SL_WORKBENCH (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sl_workbench_finalize (GObject *object)
{
  SlWorkbench *self = SL_WORKBENCH (object);

  /* Each task holds a reference, so nothing is queued any more. The last reference may be
   * dropped by a pool's own thread: do not wait for it. */
  g_thread_pool_free (self->edits, FALSE, FALSE);
  g_thread_pool_free (self->jobs, FALSE, FALSE);
  g_clear_object (&self->a_case);
  g_clear_pointer (&self->helpers, sl_helpers_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->by);
  g_free (self->title);
  g_free (self->undo);
  g_free (self->redo);

  G_OBJECT_CLASS (sl_workbench_parent_class)->finalize (object);
}

static void
sl_workbench_class_init (SlWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sl_workbench_get_property;
  object_class->finalize = sl_workbench_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", SL_TYPE_WORKBENCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUEUE_CHANGED] = g_signal_new ("queue-changed", SL_TYPE_WORKBENCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_workbench_init (SlWorkbench *self)
{
  self->helpers = sl_helpers_new ();
  self->edits = g_thread_pool_new (run_task, NULL, 1, FALSE, NULL);
  self->jobs = g_thread_pool_new (run_task, NULL, JOB_THREADS, FALSE, NULL);
  self->context = g_main_context_ref_thread_default ();
  self->thread = g_thread_self ();
}

/**
 * sl_workbench_new:
 * @by: who works: the name under which each act is recorded
 *
 * Makes a workbench on an open case. Signals are emitted in the calling thread's main context.
 *
 * Returns: (transfer full)
 */
SlWorkbench *
sl_workbench_new (SlCase     *a_case,
                  const char *by)
{
  SlWorkbench *self;

  g_return_val_if_fail (SL_IS_CASE (a_case), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  self = g_object_new (SL_TYPE_WORKBENCH, NULL);
  self->a_case = g_object_ref (a_case);
  self->by = g_strdup (by);
  refresh (self);

  return self;
}

/**
 * sl_workbench_get_case:
 *
 * The case, for reading. Changes go through sl_workbench_do() and the other use cases.
 *
 * Returns: (transfer none)
 */
SlCase *
sl_workbench_get_case (SlWorkbench *self)
{
  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);

  return self->a_case;
}

/**
 * sl_workbench_do_async:
 *
 * As sl_workbench_do(), on the workbench's thread for edits, in the order of the calls.
 * @command is copied.
 */
void
sl_workbench_do_async (SlWorkbench         *self,
                       const SlCommand     *command,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  Job *job;

  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (command != NULL);

  job = g_new (Job, 1);
  *job = (Job) { run_command, sl_command_copy (command), (GDestroyNotify) sl_command_free, g_free, { NULL, NULL, NULL } };
  push (self, self->edits, job, NULL, callback, data);
}

/**
 * sl_workbench_do_finish:
 *
 * Returns: as sl_workbench_do()
 */
SlId
sl_workbench_do_finish (SlWorkbench   *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autofree SlId *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), SL_ID_NONE);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : SL_ID_NONE;
}
