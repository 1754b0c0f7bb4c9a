/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-decision.h"

#include "core/sl-word.h"

static const char *const decision_words[SL_N_DECISIONS] = {
  "keep",
  "accept-new",
  "downgrade",
  "superseded",
};

/**
 * sl_decision_new:
 *
 * Makes a decision without a key, all fields empty.
 *
 * Returns: (transfer full): the decision
 */
SlDecision *
sl_decision_new (void)
{
  return g_new0 (SlDecision, 1);
}

/**
 * sl_decision_free:
 * @self: (nullable) (transfer full): a decision
 *
 * Frees a decision and what it owns.
 */
void
sl_decision_free (SlDecision *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->by);
  g_free (self);
}

/**
 * sl_decision_kind_to_string:
 *
 * Returns: (transfer none): the machine word for a decision
 */
const char *
sl_decision_kind_to_string (SlDecisionKind kind)
{
  return sl_word_get (decision_words, G_N_ELEMENTS (decision_words), (int) kind);
}

/**
 * sl_decision_kind_parse:
 * @string: (nullable): a word of sl_decision_kind_to_string()
 * @kind: (out): the value; untouched on failure
 *
 * Returns: whether @string is such a word
 */
gboolean
sl_decision_kind_parse (const char     *string,
                        SlDecisionKind *kind)
{
  int value;

  if (!sl_word_find (decision_words, G_N_ELEMENTS (decision_words), string, &value))
    return FALSE;

  *kind = (SlDecisionKind) value;
  return TRUE;
}
