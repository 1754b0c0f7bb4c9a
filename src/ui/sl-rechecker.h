/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-jobs.h"

G_BEGIN_DECLS

/*
 * Checks the sources of a session's case again: when the person asks, and as the case's plan says while it is open.
 *
 * Signal "rechecked" (checks: GPtrArray of SlCheck, planned: gboolean) when a run has ended well.
 */
#define SL_TYPE_RECHECKER (sl_rechecker_get_type ())
G_DECLARE_FINAL_TYPE (SlRechecker, sl_rechecker, SL, RECHECKER, GObject)

SlRechecker *sl_rechecker_new         (SlSession   *session,
                                       SlJobs      *jobs);
void         sl_rechecker_run_all     (SlRechecker *self);
void         sl_rechecker_run_source  (SlRechecker *self,
                                       SlId         source);
void         sl_rechecker_run_planned (SlRechecker *self);

G_END_DECLS
