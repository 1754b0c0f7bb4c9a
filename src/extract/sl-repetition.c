/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-repetition.h"

#include "extract/sl-likeness.h"
#include "extract/sl-proposal.h"
#include "extract/sl-timex.h"

/* A text repeats itself within so many proposals: title, lead and body. It keeps the work linear. */
#define REACH 256

static const SlTimex *
get_time (const SlProposal *proposal,
          const GPtrArray  *times)
{
  return proposal->timex >= 0 ? g_ptr_array_index (times, (guint) proposal->timex) : NULL;
}

/* Two that are dated must be able to be at the same time. */
static gboolean
agree_on_time (const SlTimex *a,
               const SlTimex *b)
{
  return a == NULL || b == NULL
         || (a->when->earliest <= b->when->latest && b->when->earliest <= a->when->latest);
}

static gboolean
are_same (const SlProposal *a,
          const SlProposal *b,
          const GPtrArray  *times)
{
  return a->modality == b->modality && agree_on_time (get_time (a, times), get_time (b, times));
}

/* The passages of @from become further passages of @to. */
static void
unite (SlProposal *to,
       SlProposal *from)
{
  g_ptr_array_add (to->also, sl_proposal_passage_new (from->span, g_steal_pointer (&from->chain)));
  g_ptr_array_extend_and_steal (to->also, g_steal_pointer (&from->also));
  to->usefulness++;
}

/* The earlier of the same, or -1. */
static int
find_earlier (const GPtrArray *proposals,
              const GPtrArray *likenesses,
              const GPtrArray *times,
              guint            i)
{
  for (guint k = i > REACH ? i - REACH : 0; k < i; k++)
    {
      const SlProposal *earlier = g_ptr_array_index (proposals, k);

      if (earlier != NULL && are_same (earlier, g_ptr_array_index (proposals, i), times)
          && sl_likeness_is_same (g_ptr_array_index (likenesses, k), g_ptr_array_index (likenesses, i)))
        return (int) k;
    }
  return -1;
}

/**
 * sl_repetition_unite:
 * @proposals: (element-type SlProposal): those of one text, in text order
 * @likenesses: (element-type SlLikeness): what each is about
 * @times: (element-type SlTimex): the times of the text
 *
 * Unites what a text says more than once: the more useful proposal stays, and keeps the passages of the other
 * beside its own. What differs in time, modality, number or negation is never united.
 */
void
sl_repetition_unite (GPtrArray       *proposals,
                     const GPtrArray *likenesses,
                     const GPtrArray *times)
{
  guint kept = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const int earlier = find_earlier (proposals, likenesses, times, i);
      SlProposal *first, *second = g_ptr_array_index (proposals, i);

      if (earlier < 0)
        continue;
      first = g_ptr_array_index (proposals, (guint) earlier);
      if (first->usefulness < second->usefulness || (first->timex < 0 && second->timex >= 0))
        {
          unite (second, first);
          proposals->pdata[earlier] = NULL;
          sl_proposal_free (first);
          continue;
        }
      unite (first, second);
      proposals->pdata[i] = NULL;
      sl_proposal_free (second);
    }
  for (guint i = 0; i < proposals->len; i++)
    if (proposals->pdata[i] != NULL)
      proposals->pdata[kept++] = proposals->pdata[i];
  for (guint i = kept; i < proposals->len; i++)
    proposals->pdata[i] = NULL;
  g_ptr_array_set_size (proposals, (int) kept);
}
