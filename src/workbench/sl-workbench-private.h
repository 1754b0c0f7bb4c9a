/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-helpers.h"
#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/**
 * SlProgress:
 *
 * Where a use case reports how far it is. %NULL reports nowhere.
 */
typedef struct
{
  SlProgressFunc  func;    /* (nullable) */
  gpointer        data;
  GMainContext   *context; /* (unowned) (nullable): %NULL reports in the calling thread */
} SlProgress;

void         sl_progress_report            (SlProgress         *self,
                                            double              fraction,
                                            const char         *what);

/* The synchronous body of a use case; %NULL with an error when it failed. */
typedef gpointer (*SlWorkbenchRun) (SlWorkbench   *self,
                                    gpointer       request,
                                    SlProgress    *progress,
                                    GCancellable  *cancellable,
                                    GError       **error);

void         sl_workbench_run_async        (SlWorkbench         *self,
                                            SlWorkbenchRun       run,
                                            gpointer             request,
                                            GDestroyNotify       free_request,
                                            GDestroyNotify       free_result,
                                            SlProgressFunc       progress,
                                            gpointer             progress_data,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);

SlHelpers   *sl_workbench_get_helpers      (SlWorkbench        *self);
const char  *sl_workbench_get_by           (SlWorkbench        *self);
gint64       sl_workbench_now              (void);
void         sl_workbench_notify_changed   (SlWorkbench        *self);
void         sl_workbench_notify_queue_changed (SlWorkbench    *self);

/* The synchronous bodies of the use cases. */
SlAddReport *sl_workbench_run_add          (SlWorkbench        *self,
                                            const SlAddRequest *request,
                                            SlProgress         *progress,
                                            GCancellable       *cancellable,
                                            GError            **error);
GPtrArray   *sl_workbench_run_verify       (SlWorkbench        *self,
                                            SlProgress         *progress,
                                            GCancellable       *cancellable,
                                            GError            **error);
GPtrArray   *sl_workbench_run_recheck      (SlWorkbench        *self,
                                            GArray             *sources,
                                            SlProgress         *progress,
                                            GCancellable       *cancellable,
                                            GError            **error);
gboolean     sl_workbench_run_export       (SlWorkbench        *self,
                                            const SlExportRequest *request,
                                            SlProgress         *progress,
                                            GCancellable       *cancellable,
                                            GError            **error);

G_END_DECLS
