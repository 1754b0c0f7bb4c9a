/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-proposal.h"

void
sl_proposal_free (SlProposal *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self);
}
