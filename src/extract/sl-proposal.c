/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-proposal.h"

/**
 * sl_proposal_passage_new:
 * @span: bytes
 * @chain: (transfer full) (element-type SlAttributionLink): who says so
 *
 * Returns: (transfer full): a passage
 */
SlProposalPassage *
sl_proposal_passage_new (SlSpan     span,
                         GPtrArray *chain)
{
  SlProposalPassage *self = g_new0 (SlProposalPassage, 1);

  self->span = span;
  self->chain = chain;
  return self;
}

void
sl_proposal_passage_free (SlProposalPassage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self);
}

void
sl_proposal_free (SlProposal *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->text);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_clear_pointer (&self->also, g_ptr_array_unref);
  g_free (self);
}
