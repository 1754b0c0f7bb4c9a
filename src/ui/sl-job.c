/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-job.h"

struct _SlJob
{
  GObject parent_instance;

  char         *title;         /* (owned) */
  char         *what;          /* (owned) (nullable): what happens now, or what went wrong */
  double        fraction;
  SlJobState    state;
  GCancellable *cancellable;   /* (owned) */
  char         *action_label;  /* (owned) (nullable) */
  char         *action_name;   /* (owned) (nullable) */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SlJob, sl_job, G_TYPE_OBJECT)

static void
sl_job_finalize (GObject *object)
{
  SlJob *self = SL_JOB (object);

  g_free (self->title);
  g_free (self->what);
  g_object_unref (self->cancellable);
  g_free (self->action_label);
  g_free (self->action_name);
  G_OBJECT_CLASS (sl_job_parent_class)->finalize (object);
}

static void
sl_job_class_init (SlJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_job_finalize;
  changed_signal = g_signal_new ("changed", SL_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_job_init (SlJob *self)
{
  self->fraction = -1;
  self->cancellable = g_cancellable_new ();
}

/**
 * sl_job_new:
 * @title: what it is about
 *
 * Returns: (transfer full): a job that runs
 */
SlJob *
sl_job_new (const char *title)
{
  SlJob *self = g_object_new (SL_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * sl_job_get_title:
 *
 * Returns: what it is about
 */
const char *
sl_job_get_title (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), NULL);
  return self->title;
}

/**
 * sl_job_get_what:
 *
 * Returns: (nullable): what happens now, or what went wrong
 */
const char *
sl_job_get_what (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), NULL);
  return self->what;
}

/**
 * sl_job_get_fraction:
 *
 * Returns: 0 to 1, or negative when it is not known
 */
double
sl_job_get_fraction (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), -1);
  return self->fraction;
}

/**
 * sl_job_get_state:
 *
 * Returns: whether it runs, is done or has failed
 */
SlJobState
sl_job_get_state (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), SL_JOB_DONE);
  return self->state;
}

/**
 * sl_job_get_cancellable:
 *
 * Returns: (transfer none): stops it
 */
GCancellable *
sl_job_get_cancellable (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), NULL);
  return self->cancellable;
}

/**
 * sl_job_set_action:
 * @label: with a mnemonic
 * @name: of an action
 *
 * Offers something to do beside the job, while it runs and when it has failed.
 */
void
sl_job_set_action (SlJob      *self,
                   const char *label,
                   const char *name)
{
  g_return_if_fail (SL_IS_JOB (self));
  g_set_str (&self->action_label, label);
  g_set_str (&self->action_name, name);
}

/**
 * sl_job_get_action_label:
 *
 * Returns: (nullable): what can be done beside it, with a mnemonic
 */
const char *
sl_job_get_action_label (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), NULL);
  return self->action_label;
}

/**
 * sl_job_get_action_name:
 *
 * Returns: (nullable): the action that does it
 */
const char *
sl_job_get_action_name (SlJob *self)
{
  g_return_val_if_fail (SL_IS_JOB (self), NULL);
  return self->action_name;
}

/**
 * sl_job_progress:
 * @job: the job
 *
 * An #SlProgressFunc.
 */
void
sl_job_progress (double      fraction,
                 const char *what,
                 gpointer    job)
{
  SlJob *self = SL_JOB (job);

  self->fraction = fraction;
  g_set_str (&self->what, what);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * sl_job_finish:
 * @error: (nullable): what went wrong
 */
void
sl_job_finish (SlJob        *self,
               const GError *error)
{
  g_return_if_fail (SL_IS_JOB (self));
  self->state = error != NULL ? SL_JOB_FAILED : SL_JOB_DONE;
  g_set_str (&self->what, error != NULL ? error->message : NULL);
  g_signal_emit (self, changed_signal, 0);
}
