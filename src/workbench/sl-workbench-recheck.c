/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-recheck.h"

/* Fetching and reading may take long; nothing of the case is held meanwhile. */
static gboolean
look (SlWorkbench   *self,
      SlRecheck     *recheck,
      SlArrival    **arrival,
      SlProgress    *progress,
      GCancellable  *cancellable)
{
  SlAddRequest request = { .what = recheck->source->url, .typed = sl_recheck_is_typed (recheck) };
  g_autoptr (SlEarlier) earlier = sl_recheck_load_earlier (recheck);
  g_autoptr (GError) failure = NULL;

  *arrival = sl_arrival_try (sl_workbench_get_helpers (self), &request, earlier, progress, cancellable, &failure);
  if (!g_cancellable_is_cancelled (cancellable))
    sl_recheck_look (recheck, sl_workbench_get_helpers (self), *arrival, failure, cancellable);

  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
store (SlWorkbench  *self,
       SlRecheck    *recheck,
       GPtrArray    *checks,
       GError      **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *label = g_strdup_printf (C_ ("act", "Re-check “%s”"), recheck->source->title);

  if (!sl_case_begin_act (a_case, SL_ACT_RECORD, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;

  if (!sl_recheck_store (recheck, sl_workbench_now (), checks, error))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }

  return sl_case_commit_act (a_case, error);
}

static gboolean
recheck_source (SlWorkbench   *self,
                SlId           source_id,
                GPtrArray     *checks,
                SlProgress    *progress,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (SlRecheck) recheck = sl_recheck_new (sl_workbench_get_case (self), source_id, error);
  g_autoptr (SlArrival) arrival = NULL;

  if (recheck == NULL)
    return FALSE;
  if (!sl_recheck_is_needed (recheck))
    return TRUE;

  if (!sl_arrival_is_address (recheck->source->url))
    sl_recheck_miss (recheck, _ ("the source has no address on the web"));
  else if (!look (self, recheck, &arrival, progress, cancellable))
    sl_recheck_miss (recheck, _ ("the check was stopped"));

  return store (self, recheck, checks, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static GArray *
list_sources (SlWorkbench  *self,
              GError      **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) sources = sl_case_list_sources (sl_workbench_get_case (self), &query, error);
  GArray *ids;

  if (sources == NULL)
    return NULL;

  ids = g_array_sized_new (FALSE, FALSE, sizeof (SlId), sources->len);
  for (guint i = 0; i < sources->len; i++)
    g_array_append_val (ids, ((SlSource *) g_ptr_array_index (sources, i))->id);

  return ids;
}

static void
report (SlProgress *progress,
        guint       done,
        guint       all)
{
  g_autofree char *line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checking source %u of %u…", "Checking source %u of %u…", all), done + 1, all);

  sl_progress_report (progress, (double) done / all, line);
}

GPtrArray *
sl_workbench_run_recheck (SlWorkbench   *self,
                          GArray        *sources,
                          SlProgress    *progress,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GArray) ids = sources != NULL ? g_array_ref (sources) : list_sources (self, error);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_check_free);
  gboolean done = ids != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);

  for (guint i = 0; done && i < ids->len; i++)
    {
      report (progress, i, ids->len);
      /* How much of one page has come says nothing about how far the whole is. */
      done = recheck_source (self, g_array_index (ids, SlId, i), checks, NULL, cancellable, error);
    }

  sl_workbench_notify_changed (self);

  return done ? g_steal_pointer (&checks) : NULL;
}

/**
 * sl_workbench_recheck:
 * @source_id: one source, or %SL_ID_NONE for all of the case
 *
 * Fetches sources again and looks for the passages in what they say now.
 *
 * Each source's checks are one act, kept with the new capture. What was seen is stated, and
 * nothing more: only an answer 404 or 410 makes a source gone. Passages that nothing is pinned to are left out; those of
 * a source without an address, and of the one at which it was stopped, are kept as not checked.
 *
 * Fails with SL_STORE_ERROR, and with G_IO_ERROR_CANCELLED; checks made before stay.
 *
 * Returns: (transfer full) (element-type SlCheck): one for each passage
 */
GPtrArray *
sl_workbench_recheck (SlWorkbench     *self,
                      SlId             source_id,
                      SlProgressFunc   progress,
                      gpointer         data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr (GArray) sources = NULL;
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);

  if (source_id != SL_ID_NONE)
    {
      sources = g_array_new (FALSE, FALSE, sizeof (SlId));
      g_array_append_val (sources, source_id);
    }

  return sl_workbench_run_recheck (self, sources, &sink, cancellable, error);
}

static gpointer
run_recheck (SlWorkbench   *self,
             gpointer       request,
             SlProgress    *progress,
             GCancellable  *cancellable,
             GError       **error)
{
  return sl_workbench_run_recheck (self, request, progress, cancellable, error);
}

static void
free_sources (gpointer sources)
{
  g_clear_pointer ((GArray **) &sources, g_array_unref);
}

/**
 * sl_workbench_recheck_async:
 * @sources: (nullable) (element-type SlId): which sources, %NULL for all of the case
 *
 * As sl_workbench_recheck(), on a thread of the workbench. @sources is not changed meanwhile.
 */
void
sl_workbench_recheck_async (SlWorkbench         *self,
                            GArray              *sources,
                            SlProgressFunc       progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (SL_IS_WORKBENCH (self));

  sl_workbench_run_async (self, run_recheck, sources != NULL ? g_array_ref (sources) : NULL, free_sources, (GDestroyNotify) g_ptr_array_unref,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_recheck_finish:
 *
 * Returns: (transfer full) (element-type SlCheck): as sl_workbench_recheck()
 */
GPtrArray *
sl_workbench_recheck_finish (SlWorkbench   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
