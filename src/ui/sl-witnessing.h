/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

void  sl_witnessing_start     (SlSession              *session,
                               SlJobs                 *jobs,
                               const SlWitnessRequest *request);
char *sl_witnessing_summarize (GPtrArray              *witnesses);

G_END_DECLS
