/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"
#include "verify/sl-difference.h"

G_BEGIN_DECLS

/**
 * SlTriageItem:
 * @check: (owned): a check whose verdict wants a decision
 * @passage: (owned): what was checked
 * @source: (owned): where it is from
 * @claims: how many claims are pinned to the passage
 *
 * One thing to decide after a re-check.
 */
typedef struct
{
  SlCheck   *check;
  SlPassage *passage;
  SlSource  *source;
  guint      claims;
} SlTriageItem;

GPtrArray *sl_triage_list      (SlCase           *a_case,
                                GError          **error);
SlDifference *sl_triage_item_compare (const SlTriageItem *self);
void       sl_triage_item_free (SlTriageItem     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTriageItem, sl_triage_item_free)

G_END_DECLS
