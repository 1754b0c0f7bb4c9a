/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/*
 * Asks in which form what leaves the case, and where to. The export itself is a job.
 */
#define SL_TYPE_EXPORT_DIALOG (sl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlExportDialog, sl_export_dialog, SL, EXPORT_DIALOG, AdwDialog)

AdwDialog *sl_export_dialog_new          (SlSession      *session,
                                          SlJobs         *jobs,
                                          SlId            source);
void       sl_export_dialog_set_format   (SlExportDialog *self,
                                          const char     *format);
void       sl_export_dialog_make_request (SlExportDialog  *self,
                                          const char      *path,
                                          GArray         **keys,
                                          SlExportRequest *request);

G_END_DECLS
