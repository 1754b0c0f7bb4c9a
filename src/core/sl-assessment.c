/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-assessment.h"

/**
 * sl_assessment_new:
 *
 * Makes an assessment without a key, all fields empty.
 *
 * Returns: (transfer full): the assessment
 */
SlAssessment *
sl_assessment_new (void)
{
  return g_new0 (SlAssessment, 1);
}

/**
 * sl_assessment_free:
 * @self: (nullable) (transfer full): an assessment
 *
 * Frees an assessment and what it owns.
 */
void
sl_assessment_free (SlAssessment *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->by);
  g_free (self);
}
