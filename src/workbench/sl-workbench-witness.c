/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-witness-ask.h"

static gboolean
is_typed (const SlWitnessRequest *request,
          const char             *authority)
{
  return request->typed != NULL && g_strv_contains (request->typed, authority);
}

/* Each answer is an act of its own, so that none is lost. */
static gboolean
store (SlWorkbench  *self,
       SlWitness    *witness,
       GBytes       *kept,
       GError      **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *label = g_strdup_printf (C_ ("act", "Ask %s"), witness->authority);

  if (!sl_case_begin_act (a_case, SL_ACT_RECORD, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;

  if (kept != NULL)
    witness->digest = sl_case_add_blob (a_case, kept, error);
  if ((kept != NULL && witness->digest == NULL) || !sl_case_add_witness (a_case, witness, error))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }

  return sl_case_commit_act (a_case, error);
}

static GPtrArray *
run_steps (SlWorkbench             *self,
           const SlWitnessRequest  *request,
           SlProgress              *progress,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr (GPtrArray) steps = sl_witness_plan (sl_workbench_get_case (self), request, error);
  g_autoptr (GPtrArray) witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_witness_free);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const SlWitnessStep *step = g_ptr_array_index (steps, i);
      g_autofree char *line = g_strdup_printf (_ ("Asking %s…"), step->authority);
      g_autoptr (GBytes) kept = NULL;
      SlWitness *witness;

      sl_progress_report (progress, (double) i / steps->len, line);
      witness = sl_witness_ask (self, step, is_typed (request, step->authority), &kept, cancellable, error);
      if (witness == NULL)
        return NULL;
      g_ptr_array_add (witnesses, witness);
      if (!store (self, witness, kept, error))
        return NULL;
    }

  return steps != NULL ? g_steal_pointer (&witnesses) : NULL;
}

/**
 * sl_workbench_witness:
 *
 * Asks those outside whom the case names, and keeps what they answer. What is sent is what sl_witness_plan() says.
 *
 * Fails with %SL_WORKBENCH_ERROR_INVALID when nobody is named, with SL_STORE_ERROR and %G_IO_ERROR_CANCELLED; what was answered
 * before is kept. An authority that refuses or fails is no error but the outcome of its witness.
 *
 * Returns: (transfer full) (nullable) (element-type SlWitness): what came of each question
 */
GPtrArray *
sl_workbench_witness (SlWorkbench             *self,
                      const SlWitnessRequest  *request,
                      SlProgressFunc           progress,
                      gpointer                 data,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  SlProgress sink = { progress, data, NULL };
  GPtrArray *witnesses;

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  witnesses = run_steps (self, request, &sink, cancellable, error);
  sl_workbench_notify_changed (self);
  return witnesses;
}

static void
request_free (gpointer data)
{
  SlWitnessRequest *request = data;

  g_free ((SlId *) request->captures);
  g_strfreev ((char **) request->typed);
  g_free (request);
}

static gpointer
run (SlWorkbench   *self,
     gpointer       request,
     SlProgress    *progress,
     GCancellable  *cancellable,
     GError       **error)
{
  GPtrArray *witnesses = run_steps (self, request, progress, cancellable, error);

  sl_workbench_notify_changed (self);
  return witnesses;
}

/**
 * sl_workbench_witness_async:
 *
 * As sl_workbench_witness(), on a thread of the workbench. @request is copied.
 */
void
sl_workbench_witness_async (SlWorkbench            *self,
                            const SlWitnessRequest *request,
                            SlProgressFunc          progress,
                            gpointer                progress_data,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                data)
{
  SlWitnessRequest *copy;

  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (request != NULL);

  copy = g_memdup2 (request, sizeof *request);
  copy->captures = g_memdup2 (request->captures, request->n_captures * sizeof *request->captures);
  copy->typed = (const char *const *) g_strdupv ((char **) request->typed);
  sl_workbench_run_async (self, run, copy, request_free, (GDestroyNotify) g_ptr_array_unref, progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_witness_finish:
 *
 * Returns: (transfer full): as sl_workbench_witness()
 */
GPtrArray *
sl_workbench_witness_finish (SlWorkbench   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
set_setting (SlWorkbench  *self,
             const char   *key,
             const char   *value,
             GError      **error)
{
  SlCase *a_case = sl_workbench_get_case (self);

  if (!sl_case_begin_act (a_case, SL_ACT_DO, C_ ("act", "Say who is asked"), sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;
  if (!sl_case_set_setting (a_case, key, value, error))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }
  if (!sl_case_commit_act (a_case, error))
    return FALSE;

  sl_workbench_notify_changed (self);
  return TRUE;
}

static gboolean
check_addresses (const char  *addresses,
                 GError     **error)
{
  g_auto (GStrv) list = g_strsplit (addresses, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (!sl_witness_check_address (list[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sl_workbench_set_witnesses:
 * @addresses: (nullable): who is asked, apart by blanks; %NULL switches it off
 *
 * Names those who are asked for one kind of witness, in this case; an act.
 *
 * Fails with %SL_WORKBENCH_ERROR_INVALID and SL_STORE_ERROR.
 */
gboolean
sl_workbench_set_witnesses (SlWorkbench    *self,
                            SlWitnessKind   kind,
                            const char     *addresses,
                            GError        **error)
{
  if (addresses != NULL && !check_addresses (addresses, error))
    return FALSE;

  return set_setting (self, sl_witness_setting_of (kind), addresses, error);
}

/**
 * sl_workbench_set_witness_trust:
 * @pem: (nullable): certificates in PEM; %NULL for those that the system trusts
 *
 * Says who is trusted to vouch for time-stamping authorities, in this case; an act. Fails with SL_STORE_ERROR.
 */
gboolean
sl_workbench_set_witness_trust (SlWorkbench  *self,
                                const char   *pem,
                                GError      **error)
{
  return set_setting (self, SL_WITNESS_TRUST_SETTING, pem, error);
}
