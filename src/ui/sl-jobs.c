/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-jobs.h"

#include <glib/gi18n-lib.h>

struct _SlJobs
{
  GObject parent_instance;

  SlSession *session;  /* (owned) */
  GPtrArray *jobs;     /* (owned) (element-type SlJob) */
};

enum
{
  IMPORTED,
  VERIFIED,
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void sl_jobs_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlJobs, sl_jobs, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_jobs_model_init))

/* A job that is under way. */
typedef struct
{
  SlJobs *jobs;  /* (owned) */
  SlJob  *job;   /* (owned) */
  char   *path;  /* (owned) (nullable): where an export goes */
} UnderWay;

static UnderWay *
under_way_new (SlJobs     *jobs,
               SlJob      *job,
               const char *path)
{
  UnderWay *under_way = g_new0 (UnderWay, 1);

  under_way->jobs = g_object_ref (jobs);
  under_way->job = g_object_ref (job);
  under_way->path = g_strdup (path);
  return under_way;
}

static void
under_way_free (UnderWay *under_way)
{
  g_object_unref (under_way->jobs);
  g_object_unref (under_way->job);
  g_free (under_way->path);
  g_free (under_way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnderWay, under_way_free)

static GType
sl_jobs_get_item_type (GListModel *model)
{
  return SL_TYPE_JOB;
}

static guint
sl_jobs_get_n_items (GListModel *model)
{
  return SL_JOBS (model)->jobs->len;
}

static gpointer
sl_jobs_get_item (GListModel *model,
                  guint       position)
{
  SlJobs *self = SL_JOBS (model);

  return position < self->jobs->len ? g_object_ref (g_ptr_array_index (self->jobs, position)) : NULL;
}

static void
sl_jobs_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sl_jobs_get_item_type;
  interface->get_n_items = sl_jobs_get_n_items;
  interface->get_item = sl_jobs_get_item;
}

static void
sl_jobs_finalize (GObject *object)
{
  SlJobs *self = SL_JOBS (object);

  g_object_unref (self->session);
  g_ptr_array_unref (self->jobs);
  G_OBJECT_CLASS (sl_jobs_parent_class)->finalize (object);
}

static void
sl_jobs_class_init (SlJobsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_jobs_finalize;
  signals[IMPORTED] = g_signal_new ("imported", SL_TYPE_JOBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[VERIFIED] = g_signal_new ("verified", SL_TYPE_JOBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[EXPORTED] = g_signal_new ("exported", SL_TYPE_JOBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_jobs_init (SlJobs *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sl_jobs_new:
 *
 * Returns: (transfer full): an empty list of jobs
 */
SlJobs *
sl_jobs_new (SlSession *session)
{
  SlJobs *self = g_object_new (SL_TYPE_JOBS, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * sl_jobs_append:
 *
 * Shows a job that has begun.
 */
void
sl_jobs_append (SlJobs *self,
                SlJob  *job)
{
  g_return_if_fail (SL_IS_JOBS (self));
  g_ptr_array_add (self->jobs, g_object_ref (job));
  g_list_model_items_changed (G_LIST_MODEL (self), self->jobs->len - 1, 0, 1);
}

/**
 * sl_jobs_dismiss:
 *
 * Stops the job if it runs and takes it off the list.
 */
void
sl_jobs_dismiss (SlJobs *self,
                 SlJob  *job)
{
  guint at = 0;

  g_return_if_fail (SL_IS_JOBS (self));
  g_cancellable_cancel (sl_job_get_cancellable (job));
  if (!g_ptr_array_find (self->jobs, job, &at))
    return;
  g_ptr_array_remove_index (self->jobs, at);
  g_list_model_items_changed (G_LIST_MODEL (self), at, 1, 0);
}

/**
 * sl_jobs_settle:
 * @error: (nullable): what went wrong
 *
 * Notes that a job has ended. What failed stays on the list; what went well or was stopped by the person leaves it.
 */
void
sl_jobs_settle (SlJobs       *self,
                SlJob        *job,
                const GError *error)
{
  const gboolean failed = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_return_if_fail (SL_IS_JOBS (self));
  sl_job_finish (job, failed ? error : NULL);
  if (!failed)
    sl_jobs_dismiss (self, job);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (UnderWay) under_way = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportReport) report = sl_workbench_import_finish (SL_WORKBENCH (object), result, &error);

  sl_jobs_settle (under_way->jobs, under_way->job, error);
  if (report != NULL)
    g_signal_emit (under_way->jobs, signals[IMPORTED], 0, report);
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

static char *
title_of_files (const char *const *files)
{
  const guint n_files = g_strv_length ((char **) files);
  g_autofree char *name = g_path_get_basename (files[0]);
  g_autofree char *shown = g_filename_display_name (name);

  if (n_files > 1)
    return g_strdup_printf (ngettext ("Import %u file", "Import %u files", n_files), n_files);
  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("Import %s"), shown);
}

/**
 * sl_jobs_import:
 * @request: what to take in; it is copied
 *
 * Imports files or a pasted text.
 */
void
sl_jobs_import (SlJobs                *self,
                const SlImportRequest *request)
{
  SlWorkbench *workbench = NULL;
  g_autoptr (SlJob) job = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (SL_IS_JOBS (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL)
    return;
  title = request->bytes != NULL ? title_of_bytes (request->bytes) : title_of_files (request->files);
  job = sl_job_new (title);
  sl_jobs_append (self, job);
  sl_workbench_import_async (workbench, request, sl_job_progress, job, sl_job_get_cancellable (job),
                             imported_cb, under_way_new (self, job, NULL));
}

static void
verified_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (UnderWay) under_way = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_workbench_verify_finish (SL_WORKBENCH (object), result, &error);

  sl_jobs_settle (under_way->jobs, under_way->job, error);
  if (findings != NULL)
    g_signal_emit (under_way->jobs, signals[VERIFIED], 0, findings);
}

/**
 * sl_jobs_verify:
 *
 * Verifies the case.
 */
void
sl_jobs_verify (SlJobs *self)
{
  SlWorkbench *workbench = NULL;
  g_autoptr (SlJob) job = NULL;

  g_return_if_fail (SL_IS_JOBS (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL)
    return;
  job = sl_job_new (_ ("Verify the case"));
  sl_jobs_append (self, job);
  sl_workbench_verify_async (workbench, sl_job_progress, job, sl_job_get_cancellable (job),
                             verified_cb, under_way_new (self, job, NULL));
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (UnderWay) under_way = data;
  g_autoptr (GError) error = NULL;
  const gboolean done = sl_workbench_export_finish (SL_WORKBENCH (object), result, &error);

  sl_jobs_settle (under_way->jobs, under_way->job, error);
  if (done)
    g_signal_emit (under_way->jobs, signals[EXPORTED], 0, under_way->path);
}

/**
 * sl_jobs_export:
 * @request: what goes where; it is copied
 *
 * Exports the case or parts of it.
 */
void
sl_jobs_export (SlJobs                *self,
                const SlExportRequest *request)
{
  SlWorkbench *workbench = NULL;
  g_autoptr (SlJob) job = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (SL_IS_JOBS (self));
  workbench = sl_session_get_workbench (self->session);
  if (workbench == NULL)
    return;
  name = g_filename_display_basename (request->path);
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("Export %s"), name);
  job = sl_job_new (title);
  sl_jobs_append (self, job);
  sl_workbench_export_async (workbench, request, sl_job_progress, job, sl_job_get_cancellable (job),
                             exported_cb, under_way_new (self, job, request->path));
}

/**
 * sl_jobs_cancel_all:
 *
 * Stops everything that runs and forgets what failed.
 */
void
sl_jobs_cancel_all (SlJobs *self)
{
  g_return_if_fail (SL_IS_JOBS (self));
  while (self->jobs->len > 0)
    sl_jobs_dismiss (self, g_ptr_array_index (self->jobs, self->jobs->len - 1));
}

/**
 * sl_jobs_get_busy:
 *
 * Returns: whether something runs
 */
gboolean
sl_jobs_get_busy (SlJobs *self)
{
  g_return_val_if_fail (SL_IS_JOBS (self), FALSE);
  for (guint i = 0; i < self->jobs->len; i++)
    if (sl_job_get_state (g_ptr_array_index (self->jobs, i)) == SL_JOB_RUNNING)
      return TRUE;
  return FALSE;
}
