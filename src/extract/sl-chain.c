/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-chain.h"

#include <string.h>

/* A chain that is longer goes round in circles. */
#define MAX_LINKS 8

static const SlAttribution *
get (const SlChains *self,
     guint           index)
{
  return g_ptr_array_index (self->attributions, index);
}

static gboolean
is_known (const SlChains  *self,
          const GPtrArray *chain,
          const char      *speaker)
{
  if (self->outlet != NULL && g_ascii_strcasecmp (self->outlet, speaker) == 0)
    return TRUE;
  for (guint i = 0; i < chain->len; i++)
    if (strcmp (((const SlAttributionLink *) g_ptr_array_index (chain, i))->speaker, speaker) == 0)
      return TRUE;
  return chain->len >= MAX_LINKS;
}

/* Words that name nobody stand for the speaker where there is no other: "It was previously reported". */
static void
add_link (const SlChains      *self,
          GPtrArray           *chain,
          const SlAttribution *attribution)
{
  SlSpan words = sl_attribution_words (attribution);
  g_autofree char *exact = g_strndup (self->text + words.start, words.end - words.start);
  const char *speaker = attribution->speaker != NULL ? attribution->speaker : exact;

  if (is_known (self, chain, speaker))
    return;
  g_ptr_array_add (chain, sl_attribution_link_new (speaker, attribution->kind, exact, sl_offsets_to_cp (self->offsets, words.start), sl_offsets_to_cp (self->offsets, words.end)));
}

/* The ones whom attribution @index relays, farthest first; it itself; those who relay it. */
static void
add_with_relays (const SlChains *self,
                 GPtrArray      *chain,
                 guint           index,
                 guint           depth)
{
  const SlAttribution *attribution = get (self, index);

  if (depth >= MAX_LINKS)
    return;
  if (attribution->relay_of >= 0)
    add_with_relays (self, chain, (guint) attribution->relay_of, depth + 1);
  add_link (self, chain, attribution);
}

static void
add_relayers (const SlChains *self,
              GPtrArray      *chain,
              guint           index,
              guint           depth)
{
  for (guint i = index + 1; depth < MAX_LINKS && i < self->attributions->len && i <= index + MAX_LINKS; i++)
    if (get (self, i)->relay_of == (int) index)
      {
        add_link (self, chain, get (self, i));
        add_relayers (self, chain, i, depth + 1);
      }
}

/**
 * sl_chains_find_outlet:
 * @self: chains
 * @index: index of an attribution
 *
 * Finds where the outlet that speaks in an attribution was first introduced as a
 * reporter: there stands who relays it.
 *
 * Returns: index of that attribution, -1 when none has the same speaker
 */
int
sl_chains_find_outlet (const SlChains *self,
                       guint           index)
{
  const SlAttribution *attribution = get (self, index);
  int first = -1;

  if (attribution->kind != SL_SPEAKER_OUTLET || attribution->speaker == NULL)
    return -1;
  for (guint i = 0; i <= index; i++)
    {
      const SlAttribution *other = get (self, i);

      if (other->kind != SL_SPEAKER_OUTLET || other->speaker == NULL || strcmp (other->speaker, attribution->speaker) != 0)
        continue;
      if (first < 0)
        first = (int) i;
      for (guint k = i + 1; k < self->attributions->len && k <= i + MAX_LINKS; k++)
        if (get (self, k)->relay_of == (int) i)
          return (int) i;
    }
  return first;
}

/**
 * sl_chains_make:
 * @self: chains
 * @inner_first: (element-type guint): indices of the attributions whose content a passage is, innermost first
 * @focus: index of the attribution of the outlet whose report is being told, or -1
 *
 * Makes the chain of who says so, from the origin to the last one that the text names.
 * Nobody stands in it twice, so that a loop ends where it closes.
 *
 * Returns: (transfer full) (element-type SlAttributionLink): the chain; empty when the text says it itself
 */
GPtrArray *
sl_chains_make (const SlChains *self,
                const GArray   *inner_first,
                int             focus)
{
  GPtrArray *chain = sl_attribution_chain_new ();
  int outlet = -1;

  for (guint i = 0; i < inner_first->len; i++)
    {
      guint index = g_array_index (inner_first, guint, i);

      add_with_relays (self, chain, index, 0);
      add_relayers (self, chain, index, 0);
      if (get (self, index)->kind == SL_SPEAKER_OUTLET)
        outlet = sl_chains_find_outlet (self, index);
    }
  /* An unnamed voice amid a relayed report was heard by that outlet, not by this one. */
  if (outlet < 0 && focus >= 0 && inner_first->len > 0)
    {
      outlet = focus;
      add_link (self, chain, get (self, (guint) focus));
    }
  if (outlet >= 0)
    add_relayers (self, chain, (guint) outlet, 0);
  return chain;
}
