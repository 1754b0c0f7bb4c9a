/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-job.h"

#include <glib/gi18n-lib.h>

struct _SlJob
{
  GObject parent_instance;

  char         *title;        /* (owned) */
  char         *what;         /* (owned) (nullable): what happens now, or what went wrong */
  double        fraction;
  SlJobState    state;
  GCancellable *cancellable;  /* (owned) */

  /* What was to be added; NULL and NULL for other jobs. */
  char     *address;  /* (owned) (nullable) */
  GBytes   *bytes;    /* (owned) (nullable) */
  gboolean  typed;
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
  g_free (self->address);
  g_clear_pointer (&self->bytes, g_bytes_unref);
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

/* The first words of a pasted text. */
static char *
title_of_bytes (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data, MIN (length, 400));
  g_autofree char *start = NULL;

  g_strstrip (text);
  start = g_utf8_substring (text, 0, MIN (60, g_utf8_strlen (text, -1)));
  g_strdelimit (start, "\n\r\t", ' ');
  /* Translators: the first words of a text that was pasted. */
  return g_strdup_printf (C_ ("pasted text", "“%s…”"), start);
}

/**
 * sl_job_new_add:
 * @request: what to add; it is copied
 *
 * Returns: (transfer full): the job of adding it
 */
SlJob *
sl_job_new_add (const SlAddRequest *request)
{
  SlJob *self = g_object_new (SL_TYPE_JOB, NULL);

  self->address = g_strdup (request->what);
  self->bytes = request->bytes != NULL ? g_bytes_ref (request->bytes) : NULL;
  self->typed = request->typed;
  self->title = request->what != NULL ? g_strdup (request->what) : title_of_bytes (request->bytes);
  g_set_str (&self->what, _ ("Waiting…"));
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
 * sl_job_get_request:
 * @request: (out): what was to be added; lives as long as the job
 *
 * Returns: whether the job adds something
 */
gboolean
sl_job_get_request (SlJob        *self,
                    SlAddRequest *request)
{
  g_return_val_if_fail (SL_IS_JOB (self), FALSE);
  *request = (SlAddRequest) { .what = self->address, .bytes = self->bytes, .typed = self->typed };
  return self->address != NULL || self->bytes != NULL;
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
