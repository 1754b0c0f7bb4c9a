/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/* The running and failed jobs at the foot of the window; hides itself without any. */
#define SL_TYPE_JOBS_BAR (sl_jobs_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlJobsBar, sl_jobs_bar, SL, JOBS_BAR, AdwBin)

void sl_jobs_bar_set_jobs (SlJobsBar *self,
                           SlJobs    *jobs);

G_END_DECLS
