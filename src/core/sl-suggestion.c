/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-suggestion.h"

#include "core/sl-attribution.h"
#include "core/sl-word.h"

static const char *const state_words[] = {
  "open",
  "accepted",
  "rejected",
  "repeated",
};

/**
 * sl_suggestion_new:
 *
 * Makes an open, undated suggestion without a key, a passage or a chain link.
 *
 * Returns: (transfer full): the suggestion
 */
SlSuggestion *
sl_suggestion_new (void)
{
  SlSuggestion *self = g_new0 (SlSuggestion, 1);

  self->when = sl_when_new_undated ();
  self->chain = sl_attribution_chain_new ();
  return self;
}

/**
 * sl_suggestion_free:
 * @self: (nullable) (transfer full): a suggestion
 *
 * Frees a suggestion and what it owns.
 */
void
sl_suggestion_free (SlSuggestion *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->text);
  g_clear_pointer (&self->passage, sl_passage_free);
  g_clear_pointer (&self->when, sl_when_free);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self);
}

/**
 * sl_suggestion_state_to_string:
 *
 * Returns: (transfer none): the machine word for a state
 */
const char *
sl_suggestion_state_to_string (SlSuggestionState state)
{
  return sl_word_get (state_words, G_N_ELEMENTS (state_words), (int) state);
}
