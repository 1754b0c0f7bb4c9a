/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-helpers.h"

#include "helper/sl-fetch.h"
#include "helper/sl-read.h"

/**
 * sl_helpers_new:
 *
 * Makes the pair without starting a process.
 *
 * Returns: (transfer full): released with sl_helpers_unref(), which ends the processes
 */
SlHelpers *
sl_helpers_new (void)
{
  SlHelpers *self = g_atomic_rc_box_new0 (SlHelpers);

  self->fetcher = sl_fetch_client_new ();
  self->reader = sl_read_client_new ();

  return self;
}

/**
 * sl_helpers_new_beside:
 *
 * Makes a pair with a fetcher of its own, so that it need not wait for the other one, and the same reader.
 *
 * Returns: (transfer full): released with sl_helpers_unref()
 */
SlHelpers *
sl_helpers_new_beside (SlHelpers *self)
{
  SlHelpers *beside = g_atomic_rc_box_new0 (SlHelpers);

  beside->fetcher = sl_fetch_client_new ();
  beside->reader = g_object_ref (self->reader);

  return beside;
}

/**
 * sl_helpers_ref:
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
SlHelpers *
sl_helpers_ref (SlHelpers *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SlHelpers *self = data;

  g_clear_object (&self->fetcher);
  g_clear_object (&self->reader);
}

/**
 * sl_helpers_unref:
 *
 * Drops a reference; the last one ends the processes.
 */
void
sl_helpers_unref (SlHelpers *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
