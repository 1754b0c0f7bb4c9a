/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/* One job: what runs and how far, or what failed and why until it is dismissed. */
#define SL_TYPE_JOB_ROW (sl_job_row_get_type ())
G_DECLARE_FINAL_TYPE (SlJobRow, sl_job_row, SL, JOB_ROW, AdwBin)

GtkWidget *sl_job_row_new (SlJobs *jobs,
                           SlJob  *job);

G_END_DECLS
