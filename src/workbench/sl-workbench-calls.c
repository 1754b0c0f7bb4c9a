/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

/* The public face of the long use cases: each one here and now, and the same on a thread of the workbench. */

/**
 * sl_add_report_free:
 *
 * Frees a report; %NULL is fine.
 */
void
sl_add_report_free (SlAddReport *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->quality);
  g_free (self->reason);
  g_clear_error (&self->trouble);
  g_free (self);
}

/**
 * sl_workbench_add:
 *
 * Gets an article, keeps its capture, reads it and stores what the extractor suggests; one act.
 *
 * When the capture was kept but no article could be read from it, the report says why in its
 * field trouble. Fails with SL_FETCH_ERROR when nothing was got, with G_IO_ERROR for a file that
 * cannot be read or when cancelled, with SL_WORKBENCH_ERROR_INVALID for a wrong request and with
 * SL_STORE_ERROR when the case could not take it; then nothing was added.
 *
 * Returns: (transfer full)
 */
SlAddReport *
sl_workbench_add (SlWorkbench         *self,
                  const SlAddRequest  *request,
                  SlProgressFunc       progress,
                  gpointer             data,
                  GCancellable        *cancellable,
                  GError             **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return sl_workbench_run_add (self, request, &sink, cancellable, error);
}

static gpointer
copy_request (const SlAddRequest *request)
{
  SlAddRequest *copy = g_memdup2 (request, sizeof *request);

  copy->what = g_strdup (request->what);
  copy->published = g_strdup (request->published);
  copy->language = g_strdup (request->language);
  copy->bytes = request->bytes != NULL ? g_bytes_ref (request->bytes) : NULL;

  return copy;
}

static void
free_request (gpointer data)
{
  SlAddRequest *request = data;

  g_free ((char *) request->what);
  g_free ((char *) request->published);
  g_free ((char *) request->language);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

static gpointer
run_add (SlWorkbench   *self,
         gpointer       request,
         SlProgress    *progress,
         GCancellable  *cancellable,
         GError       **error)
{
  return sl_workbench_run_add (self, request, progress, cancellable, error);
}

/**
 * sl_workbench_add_async:
 *
 * As sl_workbench_add(), on a thread of the workbench. @request is copied.
 */
void
sl_workbench_add_async (SlWorkbench         *self,
                        const SlAddRequest  *request,
                        SlProgressFunc       progress,
                        gpointer             progress_data,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (request != NULL);

  sl_workbench_run_async (self, run_add, copy_request (request), free_request, (GDestroyNotify) sl_add_report_free,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_add_finish:
 *
 * Returns: (transfer full): as sl_workbench_add()
 */
SlAddReport *
sl_workbench_add_finish (SlWorkbench   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sl_workbench_verify:
 *
 * Checks, offline, the history, every digest and every passage against its capture.
 *
 * Returns: (transfer full) (element-type SlFinding): the problems, empty when all is well;
 *   %NULL with an error of the store, or G_IO_ERROR_CANCELLED
 */
GPtrArray *
sl_workbench_verify (SlWorkbench     *self,
                     SlProgressFunc   progress,
                     gpointer         data,
                     GCancellable    *cancellable,
                     GError         **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);

  return sl_workbench_run_verify (self, &sink, cancellable, error);
}

static gpointer
run_verify (SlWorkbench   *self,
            gpointer       request,
            SlProgress    *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  (void) request;

  return sl_workbench_run_verify (self, progress, cancellable, error);
}

/**
 * sl_workbench_verify_async:
 *
 * As sl_workbench_verify(), on a thread of the workbench.
 */
void
sl_workbench_verify_async (SlWorkbench         *self,
                           SlProgressFunc       progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_return_if_fail (SL_IS_WORKBENCH (self));

  sl_workbench_run_async (self, run_verify, NULL, g_free, (GDestroyNotify) g_ptr_array_unref,
                          progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_verify_finish:
 *
 * Returns: (transfer full): as sl_workbench_verify()
 */
GPtrArray *
sl_workbench_verify_finish (SlWorkbench   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sl_workbench_export:
 *
 * Writes the case in another format.
 *
 * Fails with SL_WORKBENCH_ERROR_NOT_YET for a format of a later version, SL_WORKBENCH_ERROR_INVALID
 * for an unknown one and for keys that are of nothing that can be selected, and with errors of the store, the export and
 * of files.
 *
 * Returns: whether it was written
 */
gboolean
sl_workbench_export (SlWorkbench            *self,
                     const SlExportRequest  *request,
                     SlProgressFunc          progress,
                     gpointer                data,
                     GCancellable           *cancellable,
                     GError                **error)
{
  SlProgress sink = { progress, data, NULL };

  g_return_val_if_fail (SL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (request != NULL && request->format != NULL && request->path != NULL, FALSE);

  return sl_workbench_run_export (self, request, &sink, cancellable, error);
}

static void
export_request_free (gpointer data)
{
  SlExportRequest *request = data;

  g_free ((char *) request->format);
  g_free ((char *) request->path);
  g_free ((SlId *) request->keys);
  g_free (request);
}

static gpointer
run_export (SlWorkbench   *self,
            gpointer       request,
            SlProgress    *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  return sl_workbench_run_export (self, request, progress, cancellable, error) ? request : NULL;
}

/**
 * sl_workbench_export_async:
 *
 * As sl_workbench_export(), on a thread of the workbench. @request is copied.
 */
void
sl_workbench_export_async (SlWorkbench           *self,
                           const SlExportRequest *request,
                           SlProgressFunc         progress,
                           gpointer               progress_data,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               data)
{
  SlExportRequest *copy;

  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (request != NULL && request->format != NULL && request->path != NULL);

  copy = g_new (SlExportRequest, 1);
  *copy = (SlExportRequest) {
    .format = g_strdup (request->format),
    .path = g_strdup (request->path),
    .keys = g_memdup2 (request->keys, request->n_keys * sizeof *request->keys),
    .n_keys = request->n_keys,
  };
  sl_workbench_run_async (self, run_export, copy, export_request_free, NULL, progress, progress_data, cancellable, callback, data);
}

/**
 * sl_workbench_export_finish:
 *
 * Returns: as sl_workbench_export()
 */
gboolean
sl_workbench_export_finish (SlWorkbench   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
