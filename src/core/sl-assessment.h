/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-grade.h"
#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlAssessment:
 * @target_id: the outlet, source, claim or event it is about
 * @reason: (owned): why; never empty
 * @by: (owned): who judged
 * @at: when, UTC seconds
 * @override: credibility 1 was given although the chains lead to fewer than two origins
 *
 * A grade given by somebody at a time for a reason. Append-only; the one in force is the
 * last that was not undone.
 */
typedef struct
{
  SlId id;
  SlId target_id;
  SlGrade grade;
  char *reason;
  char *by;
  gint64 at;
  gboolean override;
} SlAssessment;

SlAssessment *sl_assessment_new (void);
void sl_assessment_free (SlAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAssessment, sl_assessment_free)

G_END_DECLS
