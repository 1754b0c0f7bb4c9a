/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-job.h"
#include "ui/sl-session.h"

G_BEGIN_DECLS

/*
 * The jobs of a session: a #GListModel of those that run or have failed and were not dismissed.
 *
 * Signals: "added" (title, suggestions) when a source was added; "verified" (GPtrArray of SlFinding);
 * "exported" (path).
 */
#define SL_TYPE_JOBS (sl_jobs_get_type ())
G_DECLARE_FINAL_TYPE (SlJobs, sl_jobs, SL, JOBS, GObject)

SlJobs   *sl_jobs_new        (SlSession          *session);
void      sl_jobs_add        (SlJobs             *self,
                              const SlAddRequest *request);
void      sl_jobs_verify     (SlJobs             *self);
void      sl_jobs_export     (SlJobs             *self,
                              const SlExportRequest *request);
void      sl_jobs_dismiss    (SlJobs             *self,
                              SlJob              *job);
void      sl_jobs_retry      (SlJobs             *self,
                              SlJob              *job);
void      sl_jobs_cancel_all (SlJobs             *self);
gboolean  sl_jobs_get_busy   (SlJobs             *self);

G_END_DECLS
