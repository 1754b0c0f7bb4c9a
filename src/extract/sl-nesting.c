/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-nesting.h"

/* More attributions than these do not stand in each other. */
#define MAX_TOGETHER 24

static SlAttribution *
get (const SlFinder *finder,
     guint           i)
{
  return g_ptr_array_index (finder->found, i);
}

static SlSpan
get_cue (const SlAttribution *attribution)
{
  return g_array_index (attribution->cue, SlSpan, 0);
}

/* The part of the content of @outer in which @span stands; %NULL when it stands outside. */
static SlSpan *
find_content (const SlAttribution *outer,
              SlSpan               span)
{
  for (guint i = 0; i < outer->content->len; i++)
    {
      SlSpan *content = &g_array_index (outer->content, SlSpan, i);

      if (sl_span_overlaps (*content, span))
        return content;
    }
  return NULL;
}

static gboolean
has_same_source (const SlAttribution *a,
                 const SlAttribution *b)
{
  return a->source->len > 0 && b->source->len > 0
         && g_array_index (a->source, SlSpan, 0).start == g_array_index (b->source, SlSpan, 0).start;
}

static gboolean
is_pronoun (const SlFinder      *finder,
            const SlAttribution *attribution)
{
  guint i;

  if (attribution->source->len == 0)
    return TRUE;
  i = sl_tokens_find (finder->tokens, g_array_index (attribution->source, SlSpan, 0).start);
  return sl_finder_is (finder, i, SL_CLASS_PRONOUN) || sl_finder_is (finder, i, SL_CLASS_RELATIVE);
}

/*
 * "He said the dam leaks, but the mayor denied it", "He praised the mayor and said": what begins behind the joiner
 * is no part of what was said before. Gives the token that the content before ends with.
 */
static guint
find_joint (const SlFinder      *finder,
            const SlAttribution *outer,
            const SlAttribution *inner)
{
  gboolean same = has_same_source (outer, inner);
  gsize start = same || inner->source->len == 0 ? get_cue (inner).start : sl_attribution_words (inner).start;
  guint i = sl_tokens_find (finder->tokens, start);

  if (i < 2 || sl_finder_in_quote (finder, i) || sl_finder_is_text (finder, sl_tokens_find (finder->tokens, get_cue (outer).start), ":"))
    return 0;
  if (same && (sl_finder_is_text (finder, i - 1, ",") || sl_finder_is (finder, i - 1, SL_CLASS_JOINER)))
    return sl_finder_is_text (finder, i - 2, ",") ? i - 2 : i - 1;
  if (!same && sl_finder_is (finder, i - 1, SL_CLASS_JOINER) && sl_finder_is_text (finder, i - 2, ","))
    return i - 2;
  return 0;
}

/* "He wants to go, the mayor said": who closes the sentence said all of it, and ends what was said in it. */
static gboolean
closes_sentence (const SlFinder      *finder,
                 const SlAttribution *outer,
                 const SlAttribution *inner,
                 SlSpan              *content)
{
  SlSpan words = sl_attribution_words (inner);
  guint i = sl_tokens_find (finder->tokens, words.start);

  if (i < 2 || !inner->statement || inner->content->len == 0 || words.start <= content->start || !sl_finder_is_text (finder, i - 1, ",")
      || !sl_span_contains (g_array_index (inner->content, SlSpan, 0), get_cue (outer)))
    return FALSE;
  content->end = finder->tokens->items[i - 2].end;
  return TRUE;
}

/*
 * "He released a report saying that", "He praised the mayor, who said": what somebody likes, wants or gives out ends
 * where somebody begins to speak in it; FALSE when nothing is left.
 */
static gboolean
end_attitude (const SlFinder      *finder,
              const SlAttribution *inner,
              SlSpan              *content)
{
  gsize start = sl_attribution_words (inner).start;
  guint i, first = sl_tokens_find (finder->tokens, content->start);

  if (start < content->start)
    start = get_cue (inner).start;
  i = sl_tokens_find (finder->tokens, start);
  while (i > first && (finder->tokens->items[i - 1].kind == SL_TOKEN_MARK || sl_finder_is (finder, i - 1, SL_CLASS_JOINER) || sl_finder_is (finder, i - 1, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, i - 1, SL_CLASS_PREPOSITION) || sl_finder_is (finder, i - 1, SL_CLASS_DETERMINER)))
    i--;
  if (i <= first)
    return FALSE;
  content->end = finder->tokens->items[i - 1].end;
  return TRUE;
}

static gboolean
stays (const SlFinder *finder,
       guint           first,
       guint           i)
{
  const SlAttribution *inner = get (finder, i);

  if (finder->nested && (!inner->statement || !inner->told || is_pronoun (finder, inner)))
    return FALSE;

  for (guint k = first; k < finder->found->len && k < first + MAX_TOGETHER; k++)
    {
      SlAttribution *outer = get (finder, k);
      SlSpan *content = k != i && outer->kind != SL_SPEAKER_OUTLET ? find_content (outer, get_cue (inner)) : NULL;
      guint joint;

      if (content == NULL)
        continue;
      if (closes_sentence (finder, outer, inner, content))
        continue;
      joint = find_joint (finder, outer, inner);
      if (joint > 0 && !finder->nested && finder->tokens->items[joint].start > content->start)
        content->end = finder->tokens->items[joint - 1].end;
      else if (!inner->statement || !inner->told)
        return FALSE;
      else if (!outer->statement && !finder->nested)
        {
          if (!end_attitude (finder, inner, content))
            g_array_set_size (outer->content, 0);
        }
      else if (is_pronoun (finder, inner))
        return FALSE;
    }
  return TRUE;
}

static void
drop (SlFinder *finder,
      guint     i)
{
  g_ptr_array_remove_index (finder->found, i);
  for (guint k = finder->found->len > MAX_TOGETHER ? finder->found->len - MAX_TOGETHER : 0; k < finder->found->len; k++)
    {
      SlAttribution *attribution = get (finder, k);

      if (attribution->relay_of == (int) i)
        attribution->relay_of = -1;
      else if (attribution->relay_of > (int) i)
        attribution->relay_of--;
    }
}

/**
 * sl_nesting_settle:
 * @finder: a text
 * @first: index of the first attribution of a sentence
 *
 * Settles what becomes of attributions that stand in what others say: what joins a clause of its
 * own ends the content before; what people who are cited want and think is left to them.
 */
void
sl_nesting_settle (SlFinder *finder,
                   guint     first)
{
  for (guint i = first; i < finder->found->len && i < first + MAX_TOGETHER;)
    if (stays (finder, first, i))
      i++;
    else
      drop (finder, i);
  for (guint i = finder->found->len; i-- > first && i + MAX_TOGETHER > finder->found->len;)
    if (!get (finder, i)->statement && get (finder, i)->content->len == 0)
      drop (finder, i);
}
