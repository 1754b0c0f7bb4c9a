/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-timex.h"

void
sl_timex_free (SlTimex *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  sl_when_free (self->when);
  g_free (self);
}

/**
 * sl_timex_type_to_string:
 * @type: a type
 *
 * Returns: (transfer none): the name that TIMEX3 has for it
 */
const char *
sl_timex_type_to_string (SlTimexType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail (type <= SL_TIMEX_SET, NULL);

  return names[type];
}
