/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-chain.h"

#include <string.h>

/* A chain that is longer goes round in circles. */
#define MAX_LINKS 8

/* So many bytes before or behind a passage its speaker can be named. */
#define REACH 8000

static const SlAttribution *
get (const SlChains *self,
     guint           index)
{
  return g_ptr_array_index (self->attributions, index);
}

static gboolean
is_known (const GPtrArray *chain,
          const char      *speaker)
{
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
  /* Whoever cites somebody who cites him stands at both ends, so that the loop is seen. */
  gboolean closes = attribution->relay_of >= 0 && chain->len > 1 && chain->len < MAX_LINKS
                    && strcmp (((const SlAttributionLink *) g_ptr_array_index (chain, chain->len - 1))->speaker, speaker) != 0;

  if (is_known (chain, speaker) && !closes)
    return;
  g_ptr_array_add (chain, sl_attribution_link_new (speaker, attribution->kind, exact, sl_offsets_to_cp (self->offsets, words.start), sl_offsets_to_cp (self->offsets, words.end)));
}

/* The ones whom attribution @index relays, farthest first; it itself. */
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

/* ---- credits -------------------------------------------------------------------------------------- */

/* Whether nothing but white space and closing marks follows byte @from. */
static gboolean
is_last (const SlChains *self,
         gsize           from)
{
  return self->text[from + strspn (self->text + from, ").!?\" \t\r\n")] == '\0';
}

static void
find_credits (SlChains *self)
{
  for (guint i = 0; i < self->attributions->len; i++)
    {
      SlCredit credit = get (self, i)->credit;

      if (credit == SL_CREDIT_BEHIND)
        g_array_append_val (self->datelines, i);
      else if (credit == SL_CREDIT_WHOLE || (credit == SL_CREDIT_LINE && is_last (self, sl_attribution_words (get (self, i)).end)))
        g_array_append_val (self->whole, i);
      else if (credit == SL_CREDIT_LINE)
        g_array_append_val (self->credits, i);
    }
}

/* How many of the attributions in @indices begin before byte @end. */
static guint
count_before (const SlChains *self,
              const GArray   *indices,
              gsize           end)
{
  guint low = 0, high = indices->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sl_attribution_words (get (self, g_array_index (indices, guint, middle))).start < end)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a credit stands in the line of a passage, behind it. */
static gboolean
ends_line_of (const SlChains *self,
              SlSpan          credit,
              SlSpan          passage)
{
  return credit.start <= passage.end
         || (credit.start - passage.end < REACH && memchr (self->text + passage.end, '\n', credit.start - passage.end) == NULL);
}

/* Whom the text as a whole is from: the dateline before the passage, the credits behind it and of the whole. */
static void
add_credits (const SlChains *self,
             GPtrArray      *chain,
             SlSpan          passage)
{
  guint before = count_before (self, self->datelines, passage.end);

  if (before > 0)
    add_link (self, chain, get (self, g_array_index (self->datelines, guint, before - 1)));
  for (guint i = count_before (self, self->credits, passage.start), end = i + MAX_LINKS; i < self->credits->len && i < end; i++)
    if (ends_line_of (self, sl_attribution_words (get (self, g_array_index (self->credits, guint, i))), passage))
      add_link (self, chain, get (self, g_array_index (self->credits, guint, i)));
  for (guint i = 0; i < self->whole->len && i < MAX_LINKS; i++)
    add_link (self, chain, get (self, g_array_index (self->whole, guint, i)));
}

/* ---- outlets ----------------------------------------------------------------------------------------- */

static gboolean
is_relayed (const SlChains *self,
            guint           index)
{
  for (guint i = index + 1; i < self->attributions->len && i <= index + MAX_LINKS; i++)
    if (get (self, i)->relay_of == (int) index)
      return TRUE;
  return FALSE;
}

/* Where an outlet was first introduced as a reporter: there stands who relays it. */
static void
find_outlets (SlChains *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->attributions->len; i++)
    {
      const SlAttribution *attribution = get (self, i);
      gboolean speaks = attribution->kind == SL_SPEAKER_OUTLET && attribution->speaker != NULL;
      int known = speaks ? GPOINTER_TO_INT (g_hash_table_lookup (first, attribution->speaker)) - 1 : -1;

      if (speaks && (known < 0 || (!is_relayed (self, (guint) known) && is_relayed (self, i))))
        {
          known = (int) i;
          g_hash_table_insert (first, attribution->speaker, GINT_TO_POINTER (known + 1));
        }
      g_array_append_val (self->outlets, known);
    }
}

/**
 * sl_chains_init:
 * @self: (out): chains; clear with sl_chains_clear()
 * @text: the text
 * @attributions: (element-type SlAttribution): who says what in it
 * @offsets: its positions
 * @outlet: (nullable): who publishes it
 *
 * Prepares making chains.
 */
void
sl_chains_init (SlChains        *self,
                const char      *text,
                const GPtrArray *attributions,
                const SlOffsets *offsets,
                const char      *outlet)
{
  *self = (SlChains) {
    .text = text,
    .attributions = attributions,
    .offsets = offsets,
    .outlet = outlet,
    .outlets = g_array_new (FALSE, FALSE, sizeof (int)),
    .datelines = g_array_new (FALSE, FALSE, sizeof (guint)),
    .whole = g_array_new (FALSE, FALSE, sizeof (guint)),
    .credits = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  find_outlets (self);
  find_credits (self);
}

/**
 * sl_chains_clear:
 *
 * Frees what the chains own, not the struct itself.
 */
void
sl_chains_clear (SlChains *self)
{
  g_clear_pointer (&self->outlets, g_array_unref);
  g_clear_pointer (&self->datelines, g_array_unref);
  g_clear_pointer (&self->credits, g_array_unref);
  g_clear_pointer (&self->whole, g_array_unref);
}

/**
 * sl_chains_find_outlet:
 * @self: chains
 * @index: index of an attribution
 *
 * Returns: index of the attribution that introduces the outlet speaking in it as a
 *   reporter, -1 when no outlet speaks
 */
int
sl_chains_find_outlet (const SlChains *self,
                       guint           index)
{
  return g_array_index (self->outlets, int, index);
}

static gsize
content_length (const SlAttribution *attribution)
{
  gsize length = 0;

  for (guint i = 0; i < attribution->content->len; i++)
    length += sl_span_length (g_array_index (attribution->content, SlSpan, i));
  return length;
}

/* Whether most of @passage is what the attribution says was said. */
static gboolean
covers (const SlAttribution *attribution,
        SlSpan               passage)
{
  gsize common = 0, rest = sl_span_length (passage);

  for (guint i = 0; i < attribution->content->len; i++)
    {
      SlSpan content = g_array_index (attribution->content, SlSpan, i);

      if (sl_span_overlaps (content, passage))
        common += MIN (content.end, passage.end) - MAX (content.start, passage.start);
    }
  if (common == 0)
    return FALSE;
  return sl_span_contains (passage, sl_attribution_words (attribution)) || common * 2 > rest;
}

static int
compare_content (const void *a,
                 const void *b,
                 void       *data)
{
  const SlChains *self = data;
  gsize x = content_length (get (self, *(const guint *) a));
  gsize y = content_length (get (self, *(const guint *) b));

  return x < y ? -1 : x > y ? 1
                            : 0;
}

/**
 * sl_chains_is_relay:
 * @self: chains
 * @index: index of an attribution
 *
 * Returns: whether it comes into a chain by its link with another attribution, because it
 *   passes on, or is passed on, what others say
 */
gboolean
sl_chains_is_relay (const SlChains *self,
                    guint           index)
{
  const SlAttribution *attribution = get (self, index);

  if (attribution->relay_of >= 0 && attribution->relay_of < (int) index)
    return TRUE;
  for (guint i = index; i-- > 0 && i + 8 > index;)
    if (get (self, i)->relay_of == (int) index)
      return TRUE;
  return FALSE;
}

/**
 * sl_chains_find_first:
 * @self: chains
 * @start: byte where a sentence begins
 *
 * Returns: index of the first attribution of the sentences from @start on; those of a sentence stand together
 */
guint
sl_chains_find_first (const SlChains *self,
                      gsize           start)
{
  guint low = 0, high = self->attributions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sl_attribution_words (get (self, middle)).start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * sl_chains_find_speakers:
 * @self: chains
 * @passage: bytes
 *
 * Finds who says what stands in a passage.
 *
 * Returns: (transfer full) (element-type guint): indices of attributions, innermost first,
 *   without those that sl_chains_make() adds
 */
GArray *
sl_chains_find_speakers (const SlChains *self,
                         SlSpan          passage)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = sl_chains_find_first (self, passage.start > REACH ? passage.start - REACH : 0); i < self->attributions->len; i++)
    {
      const SlAttribution *attribution = get (self, i);

      if (sl_attribution_words (attribution).start > passage.end + REACH)
        break;
      if (attribution->statement && !attribution->piece && !sl_chains_is_relay (self, i) && covers (attribution, passage))
        g_array_append_val (found, i);
    }
  g_array_sort_with_data (found, compare_content, (void *) self);
  return found;
}

/**
 * sl_chains_make:
 * @self: chains
 * @inner_first: (element-type guint): indices of the attributions whose content a passage is, innermost first
 * @focus: index of the attribution of the outlet whose report is being told, or -1
 * @passage: its bytes
 *
 * Makes the chain of who says so, from the origin to the last one that the text names.
 * Nobody stands in it twice but who closes a loop, where the chain ends. The outlet that
 * publishes the text is no last link; as the origin of what it publishes it is kept.
 *
 * Returns: (transfer full) (element-type SlAttributionLink): the chain; empty when the text says it itself
 */
GPtrArray *
sl_chains_make (const SlChains *self,
                const GArray   *inner_first,
                int             focus,
                SlSpan          passage)
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
  add_credits (self, chain, passage);
  while (self->outlet != NULL && chain->len > 0
         && sl_attribution_same_speaker (((const SlAttributionLink *) g_ptr_array_index (chain, chain->len - 1))->speaker, self->outlet))
    g_ptr_array_set_size (chain, (int) chain->len - 1);
  return chain;
}
