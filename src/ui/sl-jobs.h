/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-job.h"
#include "ui/sl-session.h"
#include "workbench/sl-import.h"

G_BEGIN_DECLS

/*
 * The jobs of a session: a #GListModel of those that run or have failed and were not dismissed.
 *
 * Signals: "imported" (SlImportReport); "verified" (GPtrArray of SlFinding);
 * "exported" (path).
 */
#define SL_TYPE_JOBS (sl_jobs_get_type ())
G_DECLARE_FINAL_TYPE (SlJobs, sl_jobs, SL, JOBS, GObject)

SlJobs   *sl_jobs_new        (SlSession          *session);
void      sl_jobs_append     (SlJobs             *self,
                              SlJob              *job);
void      sl_jobs_settle     (SlJobs             *self,
                              SlJob              *job,
                              const GError       *error);
void      sl_jobs_import     (SlJobs             *self,
                              const SlImportRequest *request);
void      sl_jobs_verify     (SlJobs             *self);
void      sl_jobs_export     (SlJobs             *self,
                              const SlExportRequest *request);
void      sl_jobs_dismiss    (SlJobs             *self,
                              SlJob              *job);
void      sl_jobs_cancel_all (SlJobs             *self);
gboolean  sl_jobs_get_busy   (SlJobs             *self);

G_END_DECLS
