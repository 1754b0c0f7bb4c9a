/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-consent.h"

/**
 * sl_consent_new:
 *
 * Makes a consent without a key, all fields empty.
 *
 * Returns: (transfer full): the consent
 */
SlConsent *
sl_consent_new (void)
{
  return g_new0 (SlConsent, 1);
}

/**
 * sl_consent_free:
 * @self: (nullable) (transfer full): a consent
 *
 * Frees a consent and what it owns.
 */
void
sl_consent_free (SlConsent *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->by);
  g_free (self);
}
