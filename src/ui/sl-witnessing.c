/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-witnessing.h"

#include <glib/gi18n-lib.h>

#include "core/sl-witness.h"

/* Questions that are under way. */
typedef struct
{
  SlSession *session;  /* (owned) */
  SlJobs    *jobs;     /* (owned) */
  SlJob     *job;      /* (owned) */
} Witnessing;

static void
witnessing_free (Witnessing *witnessing)
{
  g_object_unref (witnessing->session);
  g_object_unref (witnessing->jobs);
  g_object_unref (witnessing->job);
  g_free (witnessing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Witnessing, witnessing_free)

/**
 * sl_witnessing_summarize:
 * @witnesses: (element-type SlWitness): what came of the questions
 *
 * Returns: (transfer full): how many answered, and how many of them confirmed, in words
 */
char *
sl_witnessing_summarize (GPtrArray *witnesses)
{
  guint confirmed = 0;

  for (guint i = 0; i < witnesses->len; i++)
    confirmed += ((const SlWitness *) g_ptr_array_index (witnesses, i))->outcome == SL_WITNESS_CONFIRMED;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question asked, %u confirmed", "%u questions asked, %u confirmed", witnesses->len),
                          witnesses->len, confirmed);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Witnessing) witnessing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) witnesses = sl_workbench_witness_finish (SL_WORKBENCH (object), result, &error);
  g_autofree char *summary = NULL;

  sl_jobs_settle (witnessing->jobs, witnessing->job, error);
  if (witnesses == NULL)
    return;
  summary = sl_witnessing_summarize (witnesses);
  sl_session_tell (witnessing->session, summary, FALSE);
}

/**
 * sl_witnessing_start:
 * @jobs: where it is shown
 * @request: whom to ask about what; it is copied
 *
 * Asks witnesses outside; what came of it is told.
 */
void
sl_witnessing_start (SlSession              *session,
                     SlJobs                 *jobs,
                     const SlWitnessRequest *request)
{
  SlWorkbench *workbench = sl_session_get_workbench (session);
  g_autoptr (SlJob) job = sl_job_new (_ ("Ask witnesses"));
  Witnessing *witnessing = NULL;

  if (workbench == NULL)
    return;
  witnessing = g_new0 (Witnessing, 1);
  witnessing->session = g_object_ref (session);
  witnessing->jobs = g_object_ref (jobs);
  witnessing->job = g_object_ref (job);
  sl_jobs_append (jobs, job);
  sl_workbench_witness_async (workbench, request, sl_job_progress, job, sl_job_get_cancellable (job), asked_cb, witnessing);
}
