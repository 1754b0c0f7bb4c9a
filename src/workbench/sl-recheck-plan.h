/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/* The case's setting: hours between two checks of a source; nothing, or 0, checks only when somebody asks. */
#define SL_RECHECK_EVERY_SETTING "recheck-every"
#define SL_RECHECK_EVERY_MAX_HOURS 8760

/**
 * SlRecheckPlan:
 * @every_seconds: how long a check of a source holds; 0 when none is planned
 * @next: when the next source is due, UTC seconds; %SL_TIME_MAX when none will be
 * @due: (owned) (element-type SlId): sources to be checked now, the longest due first, one of each host at most
 *
 * Which sources are to be checked again, and when.
 */
typedef struct
{
  gint64  every_seconds;
  gint64  next;
  GArray *due;
} SlRecheckPlan;

SlRecheckPlan *sl_recheck_plan_new  (SlCase         *a_case,
                                     gint64          now,
                                     GError        **error);
void           sl_recheck_plan_free (SlRecheckPlan  *self);
char          *sl_recheck_summarize (SlCase         *a_case,
                                     GPtrArray      *checks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRecheckPlan, sl_recheck_plan_free)

G_END_DECLS
