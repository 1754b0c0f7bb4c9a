/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-check.h"

#include <glib/gi18n-lib.h>

#include "core/sl-word.h"

static const char *const verdict_words[SL_N_VERDICTS] = {
  "verbatim",
  "altered",
  "absent",
  "gone",
  "blocked",
  "unreachable",
  "unreadable",
  "moved",
  "not-checked",
};

static const char *const fetch_state_words[SL_N_FETCH_STATES] = {
  "unknown",
  "not-fetched",
  "fetched",
  "unchanged",
  "gone",
  "blocked",
  "unreachable",
  "redirected",
};

static const char *const text_state_words[SL_N_TEXT_STATES] = {
  "unknown",
  "not-read",
  "unreadable",
  "verbatim",
  "moved",
  "altered",
  "absent",
};

/**
 * sl_check_new:
 *
 * Makes a check without a key, all fields empty.
 *
 * Returns: (transfer full): the check
 */
SlCheck *
sl_check_new (void)
{
  return g_new0 (SlCheck, 1);
}

/**
 * sl_check_free:
 * @self: (nullable) (transfer full): a check
 *
 * Frees a check and what it owns.
 */
void
sl_check_free (SlCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->difference);
  g_free (self->detail);
  g_free (self->found);
  g_free (self->old_text_digest);
  g_free (self->new_text_digest);
  g_free (self);
}

/**
 * sl_verdict_to_string:
 *
 * Returns: (transfer none): the machine word for a verdict
 */
const char *
sl_verdict_to_string (SlVerdict verdict)
{
  return sl_word_get (verdict_words, G_N_ELEMENTS (verdict_words), (int) verdict);
}

/**
 * sl_verdict_describe:
 *
 * Returns: (transfer none): what was seen, as the person reads it, translated
 */
const char *
sl_verdict_describe (SlVerdict verdict)
{
  static const char *const words[SL_N_VERDICTS] = {
    N_ ("Still there, word for word"),
    N_ ("There in other words"),
    N_ ("Not found in the text"),
    N_ ("Page not there (404 or 410)"),
    N_ ("Access refused"),
    N_ ("Not reachable"),
    N_ ("No article to be read"),
    N_ ("There word for word, elsewhere in the text"),
    N_ ("Not checked"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) verdict));
}

/**
 * sl_fetch_state_to_string:
 *
 * Returns: (transfer none): the machine word for what the network did
 */
const char *
sl_fetch_state_to_string (SlFetchState state)
{
  return sl_word_get (fetch_state_words, G_N_ELEMENTS (fetch_state_words), (int) state);
}

/**
 * sl_text_state_to_string:
 *
 * Returns: (transfer none): the machine word for what the text says
 */
const char *
sl_text_state_to_string (SlTextState state)
{
  return sl_word_get (text_state_words, G_N_ELEMENTS (text_state_words), (int) state);
}

static SlVerdict
judge_text (SlTextState text_state)
{
  switch (text_state)
    {
    case SL_TEXT_STATE_UNREADABLE:
      return SL_VERDICT_UNREADABLE;
    case SL_TEXT_STATE_VERBATIM:
      return SL_VERDICT_VERBATIM;
    case SL_TEXT_STATE_MOVED:
      return SL_VERDICT_MOVED;
    case SL_TEXT_STATE_ALTERED:
      return SL_VERDICT_ALTERED;
    case SL_TEXT_STATE_ABSENT:
      return SL_VERDICT_ABSENT;
    case SL_TEXT_STATE_UNKNOWN:
    case SL_TEXT_STATE_NOT_READ:
    default:
      return SL_VERDICT_NOT_CHECKED;
    }
}

/**
 * sl_verdict_derive:
 * @fetch_state: what the network did
 * @text_state: what the text says
 *
 * Puts the two together. Where no page came, nothing that a text says counts; where one came, the text alone does.
 *
 * Returns: the verdict
 */
SlVerdict
sl_verdict_derive (SlFetchState fetch_state,
                   SlTextState  text_state)
{
  switch (fetch_state)
    {
    case SL_FETCH_STATE_GONE:
      return SL_VERDICT_GONE;
    case SL_FETCH_STATE_BLOCKED:
      return SL_VERDICT_BLOCKED;
    case SL_FETCH_STATE_UNREACHABLE:
      return SL_VERDICT_UNREACHABLE;
    case SL_FETCH_STATE_UNKNOWN:
    case SL_FETCH_STATE_NOT_FETCHED:
    case SL_FETCH_STATE_FETCHED:
    case SL_FETCH_STATE_UNCHANGED:
    case SL_FETCH_STATE_REDIRECTED:
    default:
      return judge_text (text_state);
    }
}

/**
 * sl_verdict_parse:
 * @string: (nullable): a word of sl_verdict_to_string()
 * @verdict: (out): the value; untouched on failure
 *
 * Returns: whether @string is such a word
 */
gboolean
sl_verdict_parse (const char *string,
                  SlVerdict  *verdict)
{
  int value;

  if (!sl_word_find (verdict_words, G_N_ELEMENTS (verdict_words), string, &value))
    return FALSE;

  *verdict = (SlVerdict) value;
  return TRUE;
}
