/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-witness.h"

#include "core/sl-word.h"

static const char *const kind_words[SL_N_WITNESS_KINDS] = {
  "timestamp",
  "memento",
  "saved",
};

static const char *const outcome_words[SL_N_WITNESS_OUTCOMES] = {
  "confirmed",
  "none",
  "refused",
  "failed",
};

/**
 * sl_witness_new:
 *
 * Makes a witness without a key, all fields empty.
 *
 * Returns: (transfer full): the witness
 */
SlWitness *
sl_witness_new (void)
{
  return g_new0 (SlWitness, 1);
}

/**
 * sl_witness_free:
 * @self: (nullable) (transfer full): a witness
 *
 * Frees a witness and what it owns.
 */
void
sl_witness_free (SlWitness *self)
{
  if (self == NULL)
    return;

  g_free (self->head_hash);
  g_free (self->authority);
  g_free (self->detail);
  g_free (self->digest);
  g_free (self);
}

/**
 * sl_witness_kind_to_string:
 *
 * Returns: (transfer none): the machine word for a kind of witness
 */
const char *
sl_witness_kind_to_string (SlWitnessKind kind)
{
  return sl_word_get (kind_words, G_N_ELEMENTS (kind_words), (int) kind);
}

/**
 * sl_witness_outcome_to_string:
 *
 * Returns: (transfer none): the machine word for what a witness said
 */
const char *
sl_witness_outcome_to_string (SlWitnessOutcome outcome)
{
  return sl_word_get (outcome_words, G_N_ELEMENTS (outcome_words), (int) outcome);
}
