/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-claim.h"

#include <glib/gi18n-lib.h>

#include "core/sl-attribution.h"
#include "core/sl-word.h"

static const char *const modality_words[] = {
  "asserted",
  "denied",
  "alleged",
  "planned",
  "predicted",
  "conditional",
};

static const char *const stance_words[] = {
  "supports",
  "disputes",
  "mentions",
};

/**
 * sl_claim_new:
 *
 * Makes a claim without a key, all fields empty.
 *
 * Returns: (transfer full): the claim
 */
SlClaim *
sl_claim_new (void)
{
  return g_new0 (SlClaim, 1);
}

/**
 * sl_claim_copy:
 *
 * Returns: (transfer full): a copy, with the same key
 */
SlClaim *
sl_claim_copy (const SlClaim *self)
{
  SlClaim *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text = g_strdup (self->text);
  copy->note = g_strdup (self->note);
  return copy;
}

/**
 * sl_claim_free:
 * @self: (nullable) (transfer full): a claim
 *
 * Frees a claim and what it owns.
 */
void
sl_claim_free (SlClaim *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->note);
  g_free (self);
}

/**
 * sl_pin_new:
 *
 * Makes a pin without a key, with an empty chain.
 *
 * Returns: (transfer full): the pin
 */
SlPin *
sl_pin_new (void)
{
  SlPin *self = g_new0 (SlPin, 1);

  self->chain = sl_attribution_chain_new ();
  return self;
}

/**
 * sl_pin_free:
 * @self: (nullable) (transfer full): a pin
 *
 * Frees a pin and what it owns.
 */
void
sl_pin_free (SlPin *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self);
}

/**
 * sl_modality_to_string:
 *
 * Returns: (transfer none): the machine word for a modality
 */
const char *
sl_modality_to_string (SlModality modality)
{
  return sl_word_get (modality_words, G_N_ELEMENTS (modality_words), (int) modality);
}

/**
 * sl_modality_describe:
 *
 * Returns: (transfer none): the modality as the person reads it, translated
 */
const char *
sl_modality_describe (SlModality modality)
{
  static const char *const words[] = {
    N_ ("Asserted"),
    N_ ("Denied"),
    N_ ("Alleged"),
    N_ ("Planned"),
    N_ ("Predicted"),
    N_ ("Conditional"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) modality));
}

/**
 * sl_modality_parse:
 * @string: (nullable): a word of sl_modality_to_string()
 * @modality: (out): the value; untouched on failure
 *
 * Returns: whether @string is such a word
 */
gboolean
sl_modality_parse (const char *string,
                   SlModality *modality)
{
  int value;

  if (!sl_word_find (modality_words, G_N_ELEMENTS (modality_words), string, &value))
    return FALSE;

  *modality = (SlModality) value;
  return TRUE;
}

/**
 * sl_stance_to_string:
 *
 * Returns: (transfer none): the machine word for a stance
 */
const char *
sl_stance_to_string (SlStance stance)
{
  return sl_word_get (stance_words, G_N_ELEMENTS (stance_words), (int) stance);
}

/**
 * sl_stance_parse:
 * @string: (nullable): a word of sl_stance_to_string()
 * @stance: (out): the value; untouched on failure
 *
 * Returns: whether @string is such a word
 */
gboolean
sl_stance_parse (const char *string,
                 SlStance   *stance)
{
  int value;

  if (!sl_word_find (stance_words, G_N_ELEMENTS (stance_words), string, &value))
    return FALSE;

  *stance = (SlStance) value;
  return TRUE;
}
