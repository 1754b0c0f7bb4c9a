/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-jobs.h"
#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* An open case: sources, views, inspector, jobs, in three layouts for wide, medium and narrow windows. */
#define SL_TYPE_CASE_VIEW (sl_case_view_get_type ())
G_DECLARE_FINAL_TYPE (SlCaseView, sl_case_view, SL, CASE_VIEW, SlPane)

void     sl_case_view_set_jobs       (SlCaseView *self,
                                      SlJobs     *jobs);
void     sl_case_view_show_failure   (SlCaseView *self,
                                      const char *heading,
                                      const char *message);
void     sl_case_view_save_state     (SlCaseView *self,
                                      GSettings  *settings);
void     sl_case_view_toggle_search  (SlCaseView *self);
void     sl_case_view_toggle_sources (SlCaseView *self);
void     sl_case_view_toggle_inspector
                                     (SlCaseView *self);

G_END_DECLS
