/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-outlet.h"

/**
 * sl_outlet_new:
 *
 * Makes an outlet without a key, all fields empty.
 *
 * Returns: (transfer full): the outlet
 */
SlOutlet *
sl_outlet_new (void)
{
  return g_new0 (SlOutlet, 1);
}

/**
 * sl_outlet_free:
 * @self: (nullable) (transfer full): an outlet
 *
 * Frees an outlet and what it owns.
 */
void
sl_outlet_free (SlOutlet *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->domain);
  g_free (self);
}
