/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/* What was typed, pasted or dropped becomes jobs here. */
guint sl_intake_count_addresses (const char  *text);
void  sl_intake_text            (SlJobs      *jobs,
                                 const char  *text);
void  sl_intake_file            (SlJobs      *jobs,
                                 GFile       *file);
void  sl_intake_files           (SlJobs      *jobs,
                                 GListModel  *files);

G_END_DECLS
