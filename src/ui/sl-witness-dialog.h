/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/*
 * Shows what would be sent to whom before anybody is asked, and asks when the person says so.
 */
#define SL_TYPE_WITNESS_DIALOG (sl_witness_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlWitnessDialog, sl_witness_dialog, SL, WITNESS_DIALOG, AdwDialog)

AdwDialog *sl_witness_dialog_new     (SlSession       *session,
                                      SlJobs          *jobs,
                                      SlId             capture);
guint      sl_witness_dialog_n_steps (SlWitnessDialog *self);

G_END_DECLS
