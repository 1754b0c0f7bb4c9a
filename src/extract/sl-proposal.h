/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-claim.h"
#include "core/sl-span.h"

G_BEGIN_DECLS

/**
 * SlProposal:
 * @text: (owned): the claim proposed: the words of the passage, what attributes or hedges it included
 * @span: the passage, bytes
 * @timex: index into #SlExtraction.times of the time that dates it, or -1
 * @chain: (owned) (element-type SlAttributionLink): who says so, origin first, without the publishing outlet
 */
typedef struct
{
  char       *text;
  SlSpan      span;
  int         timex;
  SlModality  modality;
  GPtrArray  *chain;
} SlProposal;

void sl_proposal_free (SlProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProposal, sl_proposal_free)

G_END_DECLS
