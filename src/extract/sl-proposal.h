/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-claim.h"
#include "core/sl-span.h"

G_BEGIN_DECLS

/**
 * SlProposalPassage:
 * @span: the words, bytes
 * @chain: (owned) (element-type SlAttributionLink): who says so there, origin first, without the publishing outlet
 *
 * Where a text says what is proposed.
 */
typedef struct
{
  SlSpan     span;
  GPtrArray *chain;
} SlProposalPassage;

/**
 * SlProposal:
 * @title: (owned): the same in short, in the text's own words
 * @text: (owned): the claim proposed: the words of the passage, what attributes or hedges it included
 * @span: the passage, bytes
 * @timex: index into #SlExtraction.times of the time that dates it, or -1
 * @chain: (owned) (element-type SlAttributionLink): who says so, origin first, without the publishing outlet
 * @usefulness: how much an analyst is likely to want it, at least 1; see sl_usefulness_rate()
 * @also: (owned) (element-type SlProposalPassage): other places where the text says the same
 */
typedef struct
{
  char       *title;
  char       *text;
  SlSpan      span;
  int         timex;
  SlModality  modality;
  GPtrArray  *chain;
  int         usefulness;
  GPtrArray  *also;
} SlProposal;

SlProposalPassage *sl_proposal_passage_new  (SlSpan             span,
                                             GPtrArray         *chain);
void               sl_proposal_passage_free (SlProposalPassage *self);
void               sl_proposal_free         (SlProposal        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProposal, sl_proposal_free)

G_END_DECLS
