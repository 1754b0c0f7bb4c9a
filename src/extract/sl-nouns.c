/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-nouns.h"

#include <string.h>

#include "extract/sl-verb-use.h"

/* So many words may stand between whose it is and the noun: "his strong opposition". */
#define MAX_ADJECTIVES 4

/* Whose it is, right before the noun and its adjectives; gives the token behind it. */
static guint
find_possessor (const SlFinder  *finder,
                const SlCueCase *work)
{
  guint i = work->cue.first;

  for (guint k = 0; k <= MAX_ADJECTIVES && i > work->limit; k++, i--)
    {
      const SlToken *before = &finder->tokens->items[i - 1];

      if (sl_clauses_match_back (&finder->clauses, i, work->limit, SL_CLASS_POSSESSIVE) > 0)
        return i;
      if (before->kind != SL_TOKEN_WORD || before->capital || sl_finder_is (finder, i - 1, SL_CLASS_PREPOSITION)
          || sl_finder_is (finder, i - 1, SL_CLASS_DETERMINER) || sl_finder_is (finder, i - 1, SL_CLASS_JOINER) || sl_finder_is (finder, i - 1, SL_CLASS_AUXILIARY))
        return 0;
    }
  return 0;
}

static SlRange
find_owner (const SlFinder  *finder,
            const SlCueCase *work,
            guint            end)
{
  if (end == 0)
    return (SlRange) { 0, 0 };
  if (sl_finder_is (finder, end - 1, SL_CLASS_POSSESSIVE))
    return (SlRange) { end - 1, end };
  return sl_clauses_noun_before (&finder->clauses, end, work->limit);
}

/**
 * sl_nouns_is_agent:
 *
 * Whether token @i is a word that tells whose something is only behind a noun: "criticism from".
 */
gboolean
sl_nouns_is_agent (const SlFinder *finder,
                   guint           i)
{
  const SlLexEntry *entry = NULL;

  return sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, SL_CLASS_AGENT, &entry) > 0 && strcmp (entry->text, "noun") == 0;
}

/* "criticism from rivals": whose it is, behind the noun. */
static SlRange
find_agent (const SlFinder *finder,
            SlCueCase      *work)
{
  SlRange agent;

  if (!sl_finder_is (finder, work->next, SL_CLASS_AGENT))
    return (SlRange) { 0, 0 };
  agent = sl_clauses_noun_after (&finder->clauses, work->next + 1, work->stop, FALSE);
  if (agent.first < agent.end)
    work->next = agent.end;
  return agent;
}

/**
 * sl_nouns_names_object:
 *
 * Whether token @i is a preposition as in "criticism of", but not "criticism in": those of time and place name nothing that is said.
 */
gboolean
sl_nouns_names_object (const SlFinder *finder,
                       guint           i)
{
  const SlLexEntry *entry = NULL;

  return sl_tokens_match (finder->tokens, finder->clauses.lexicon, i, SL_CLASS_PREPOSITION, &entry) > 0 && strcmp (entry->text, "when") != 0;
}

/* "opposition to the war" has the preposition in its cue, "the decision to leave" and "the claim that" have not. */
static gboolean
is_followed (const SlFinder *finder,
             SlCueCase      *work)
{
  if (work->next >= work->stop || sl_finder_in_quote (finder, work->next))
    return FALSE;
  if (sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION))
    return TRUE;
  if (sl_finder_is (finder, work->next, SL_CLASS_INFINITIVE) && strstr (work->meaning, ";to") != NULL)
    return TRUE;
  /* "questions about": the preposition is told with the noun. */
  if (strstr (work->meaning, ";object") != NULL)
    return finder->tokens->items[work->next].kind != SL_TOKEN_MARK;
  if (!sl_nouns_names_object (finder, work->next) || work->next != work->cue.end || strstr (work->meaning, "that") != NULL)
    return FALSE;
  work->cue.end = ++work->next;
  return TRUE;
}

/* A clause goes on to the end, a phrase ends before the verb that the noun is the subject of. */
static void
add_content (const SlFinder *finder,
             SlCueCase      *work,
             SlAttribution  *attribution)
{
  SlRange content;

  if (sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, work->next, SL_CLASS_INFINITIVE))
    {
      sl_finder_add_content_after (finder, work, attribution);
      return;
    }
  content = sl_clauses_noun_after (&finder->clauses, work->next, work->stop, TRUE);
  sl_finder_add_range (finder, attribution->content, content);
}

/**
 * sl_nouns_handle:
 * @finder: a text
 * @work: a noun for something said or thought, with the part of the sentence it stands in
 *
 * Finds what is said where a noun tells it and whose it is stands beside it: "her claim that the dam
 * leaks", "the mayor's opposition to the dam", "criticism by residents of the plan".
 */
void
sl_nouns_handle (SlFinder  *finder,
                 SlCueCase *work)
{
  guint owner_end = find_possessor (finder, work);
  SlAttribution *attribution;

  work->source = find_owner (finder, work, owner_end);
  if (owner_end > 0)
    work->cue.first = owner_end;
  else
    work->source = find_agent (finder, work);
  if (!is_followed (finder, work))
    return;
  if (work->source.first >= work->source.end)
    {
      if (finder->verb_second || finder->comma_clauses)
        return;
      work->source = (SlRange) { 0, 0 };
    }
  attribution = sl_finder_add_attribution (finder, work->source, work->cue);
  attribution->statement = attribution->source->len > 0 && sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION)
                           && !g_str_has_prefix (work->meaning, "attitude");
  add_content (finder, work, attribution);
  if (attribution->content->len == 0)
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
}
