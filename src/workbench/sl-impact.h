/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlImpactClaim:
 * @claim: (owned)
 * @grade: (owned) (nullable): the assessment in force
 * @only: no passage beyond these supports it
 */
typedef struct
{
  SlClaim      *claim;
  SlAssessment *grade;
  gboolean      only;
} SlImpactClaim;

/**
 * SlImpactEvent:
 * @event: (owned)
 * @grade: (owned) (nullable): the assessment of its own that is in force
 * @only: every claim that it rests on has no other support
 */
typedef struct
{
  SlEvent      *event;
  SlAssessment *grade;
  gboolean      only;
} SlImpactEvent;

/**
 * SlImpact:
 * @passages: (owned) (element-type SlPassage): what it is about
 * @claims: (owned) (element-type SlImpactClaim): those pinned to it
 * @events: (owned) (element-type SlImpactEvent): those that rest on these claims
 *
 * What leans on a source or a passage, and would have to be looked at again when that changes.
 */
typedef struct
{
  GPtrArray *passages;
  GPtrArray *claims;
  GPtrArray *events;
} SlImpact;

SlImpact *sl_impact_new  (SlCase     *a_case,
                          SlId        id,
                          GError    **error);
void      sl_impact_free (SlImpact   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImpact, sl_impact_free)

G_END_DECLS
