/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-event.h"

/**
 * sl_event_new:
 *
 * Makes an undated event without a key.
 *
 * Returns: (transfer full): the event
 */
SlEvent *
sl_event_new (void)
{
  SlEvent *self = g_new0 (SlEvent, 1);

  self->when = sl_when_new_undated ();
  return self;
}

/**
 * sl_event_copy:
 *
 * Returns: (transfer full): a copy, with the same key
 */
SlEvent *
sl_event_copy (const SlEvent *self)
{
  SlEvent *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->title = g_strdup (self->title);
  copy->when = self->when == NULL ? NULL : sl_when_copy (self->when);
  copy->place = g_strdup (self->place);
  copy->note = g_strdup (self->note);
  copy->outlets = g_strdup (self->outlets);
  return copy;
}

/**
 * sl_event_free:
 * @self: (nullable) (transfer full): an event
 *
 * Frees an event and what it owns.
 */
void
sl_event_free (SlEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_clear_pointer (&self->when, sl_when_free);
  g_free (self->place);
  g_free (self->note);
  g_free (self->outlets);
  g_free (self);
}
