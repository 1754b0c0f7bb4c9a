/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-task.h"

#include <glib/gi18n-lib.h>

#include "core/sl-word.h"

static const char *const state_words[SL_N_TASK_STATES] = {
  "waiting",
  "running",
  "done",
  "failed",
  "cancelled",
};

static const char *const origin_words[SL_N_TASK_ORIGINS] = {
  "typed",
  "list",
  "feed",
  "link",
  "bibliography",
  "re-check",
};

/**
 * sl_task_new:
 *
 * Makes a task without a key, waiting, all fields empty.
 *
 * Returns: (transfer full): the task
 */
SlTask *
sl_task_new (void)
{
  return g_new0 (SlTask, 1);
}

/**
 * sl_task_free:
 * @self: (nullable) (transfer full): a task
 *
 * Frees a task and what it owns.
 */
void
sl_task_free (SlTask *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->url_key);
  g_free (self->host);
  g_free (self->reason);
  g_free (self);
}

/**
 * sl_task_state_to_string:
 *
 * Returns: (transfer none): the machine word for a state
 */
const char *
sl_task_state_to_string (SlTaskState state)
{
  return sl_word_get (state_words, G_N_ELEMENTS (state_words), (int) state);
}

/**
 * sl_task_state_describe:
 *
 * Returns: (transfer none): the state as the person reads it, translated
 */
const char *
sl_task_state_describe (SlTaskState state)
{
  static const char *const words[SL_N_TASK_STATES] = {
    N_ ("Waiting"),
    N_ ("Being fetched"),
    N_ ("Captured"),
    N_ ("Failed"),
    N_ ("Cancelled"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) state));
}

/**
 * sl_task_origin_to_string:
 *
 * Returns: (transfer none): the machine word for how an address came into the queue
 */
const char *
sl_task_origin_to_string (SlTaskOrigin origin)
{
  return sl_word_get (origin_words, G_N_ELEMENTS (origin_words), (int) origin);
}
