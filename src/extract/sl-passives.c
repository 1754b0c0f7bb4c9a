/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-passives.h"

#include <string.h>

#include "extract/sl-nouns.h"
#include "extract/sl-verb-use.h"

static gboolean
has_subject (const SlCueCase *work)
{
  return work->source.first < work->source.end;
}

static gboolean
is_passive (const SlFinder  *finder,
            const SlCueCase *work)
{
  SlVerbForm form = sl_verb_use_get_form (work->meaning);
  guint i = work->next - 1;

  while (i > work->cue.first && !sl_finder_is (finder, i, SL_CLASS_CUE_VERB))
    i--;
  while (i > work->cue.first && !sl_finder_is (finder, i - 1, SL_CLASS_AUXILIARY))
    i--;
  return form == SL_VERB_PAST && i > work->cue.first && sl_finder_is (finder, i - 1, SL_CLASS_PASSIVE);
}

/* What is said is the subject, and what follows. */
static void
add_subject_as_content (const SlFinder *finder,
                        SlCueCase      *work,
                        SlRange         subject,
                        SlAttribution  *attribution)
{
  sl_finder_add_range (finder, attribution->content, subject);
  if (work->next < work->stop && (sl_finder_is (finder, work->next, SL_CLASS_INFINITIVE) || sl_finder_is (finder, work->next, SL_CLASS_PREPOSITION)))
    sl_finder_add_content_after (finder, work, attribution);
}

static gboolean
add_passive (SlFinder  *finder,
             SlCueCase *work)
{
  SlAttribution *attribution;
  SlRange agent, subject = work->source;
  gboolean by = work->cue.end < work->stop && sl_finder_is (finder, work->cue.end, SL_CLASS_AGENT) && !sl_nouns_is_agent (finder, work->cue.end);

  if (work->inverted || work->taken_over)
    return FALSE;
  if (!by)
    {
      if (!is_passive (finder, work) || !has_subject (work) || strstr (work->meaning, "quote") != NULL
          || !(sl_finder_is (finder, work->next, SL_CLASS_INFINITIVE) || sl_finder_is (finder, work->next, SL_CLASS_PREPOSITION)))
        return FALSE;
      attribution = sl_finder_add_attribution (finder, (SlRange) { 0, 0 }, work->cue);
      attribution->statement = FALSE;
      add_subject_as_content (finder, work, subject, attribution);
      return TRUE;
    }
  agent = sl_clauses_noun_after (&finder->clauses, work->cue.end + 1, work->stop, TRUE);
  if (agent.first >= agent.end || (work->cue.first == work->cue.end - 1 && sl_verb_use_get_form (work->meaning) != SL_VERB_PAST))
    return FALSE;
  attribution = sl_finder_add_attribution (finder, agent, work->cue);
  attribution->statement = sl_verb_use_is_statement (work->meaning);
  if (has_subject (work) && sl_finder_is_anaphor (finder, work->source.first, work->source.end))
    return sl_finder_add_content_of_anaphor (finder, work, attribution);
  sl_finder_add_range (finder, attribution->content, subject);
  if (!has_subject (work))
    g_ptr_array_set_size (finder->found, (int) finder->found->len - 1);
  return TRUE;
}

/* "The dam seems to leak": nobody is named to whom it seems so. */
static gboolean
add_seeming (SlFinder  *finder,
             SlCueCase *work)
{
  SlAttribution *attribution;

  if (!g_str_has_prefix (work->meaning, "seem"))
    return FALSE;
  if (has_subject (work) && !work->inverted && !work->taken_over && work->next < work->stop && finder->tokens->items[work->next].kind == SL_TOKEN_WORD)
    {
      attribution = sl_finder_add_attribution (finder, (SlRange) { 0, 0 }, work->cue);
      attribution->statement = FALSE;
      sl_finder_add_range (finder, attribution->content, work->source);
      sl_finder_add_content_after (finder, work, attribution);
    }
  return TRUE;
}

/**
 * sl_passives_handle:
 * @finder: a text
 * @work: a verb that can say that something is said, with its subject
 *
 * Finds what is said where it is the subject: "The plan was criticised by Prokop", "The dam seems to leak".
 *
 * Returns: whether there is nothing more to be found with this verb
 */
gboolean
sl_passives_handle (SlFinder  *finder,
                    SlCueCase *work)
{
  return add_seeming (finder, work) || add_passive (finder, work);
}

/**
 * sl_passives_handle_leading:
 * @finder: a text
 * @work: a verb that can say that something is said, with the part of the sentence it stands in
 *
 * "Asked what the dam costs, she left", "When pressed by Prokop about the dam, she left": nobody else is named.
 *
 * Returns: whether it is one of these
 */
gboolean
sl_passives_handle_leading (SlFinder  *finder,
                            SlCueCase *work)
{
  guint end, first;
  SlAttribution *attribution;
  SlRange agent = { 0, 0 };

  if (sl_verb_use_get_form (work->meaning) != SL_VERB_PAST || strstr (work->meaning, "object") == NULL)
    return FALSE;
  first = sl_finder_strip_start (finder, work->limit, work->stop);
  if (work->cue.first > work->limit && sl_finder_is (finder, work->cue.first - 1, SL_CLASS_SUBORDINATOR))
    first = work->cue.first;
  if (first != work->cue.first)
    return FALSE;
  if (sl_finder_is (finder, work->next, SL_CLASS_AGENT) && !sl_nouns_is_agent (finder, work->next))
    {
      agent = sl_clauses_noun_after (&finder->clauses, work->next + 1, work->stop, FALSE);
      /* "pressed by Prokop about the dam" */
      for (guint i = agent.first + 1; i < agent.end; i++)
        if (sl_finder_is (finder, i, SL_CLASS_PREPOSITION) && !sl_nouns_names_object (finder, i))
          agent.end = i;
      work->next = agent.end;
    }
  for (end = work->next; end < work->stop && !sl_finder_is_comma (finder, end); end++)
    ;
  end = end == work->stop ? sl_finder_trim_end (finder, work->next, end) : sl_finder_in_quote (finder, end) ? end + 1
                                                                                                            : end;
  if ((end + 1 >= work->stop && first == sl_finder_strip_start (finder, work->limit, work->stop)) || !(sl_finder_is (finder, work->next, SL_CLASS_CONJUNCTION) || sl_finder_is (finder, work->next, SL_CLASS_PREPOSITION)))
    return FALSE;
  attribution = sl_finder_add_attribution (finder, agent, work->cue);
  attribution->statement = FALSE;
  sl_finder_add_range (finder, attribution->content, (SlRange) { work->next, end });
  return TRUE;
}
