/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-command.h"

#include <glib/gi18n-lib.h>

static const char *const descriptions[] = {
  [SL_COMMAND_UNDO] = NC_ ("act", "Undo"),
  [SL_COMMAND_REDO] = NC_ ("act", "Redo"),
  [SL_COMMAND_ACCEPT] = NC_ ("act", "Accept suggestion"),
  [SL_COMMAND_REJECT] = NC_ ("act", "Reject suggestion"),
  [SL_COMMAND_REOPEN] = NC_ ("act", "Reopen suggestion"),
  [SL_COMMAND_GRADE] = NC_ ("act", "Grade"),
  [SL_COMMAND_OVERRIDE_GRADE] = NC_ ("act", "Grade against the rule"),
  [SL_COMMAND_NEW_CLAIM] = NC_ ("act", "New claim"),
  [SL_COMMAND_EDIT_CLAIM] = NC_ ("act", "Edit claim"),
  [SL_COMMAND_REMOVE_CLAIM] = NC_ ("act", "Remove claim"),
  [SL_COMMAND_PIN] = NC_ ("act", "Pin claim to passage"),
  [SL_COMMAND_SET_STANCE] = NC_ ("act", "Change what a passage does to a claim"),
  [SL_COMMAND_UNPIN] = NC_ ("act", "Take claim off passage"),
  [SL_COMMAND_NEW_EVENT] = NC_ ("act", "New event"),
  [SL_COMMAND_EDIT_EVENT] = NC_ ("act", "Edit event"),
  [SL_COMMAND_REMOVE_EVENT] = NC_ ("act", "Remove event"),
  [SL_COMMAND_JOIN] = NC_ ("act", "Add claim to event"),
  [SL_COMMAND_SEPARATE] = NC_ ("act", "Take claim off event"),
  [SL_COMMAND_MERGE_EVENTS] = NC_ ("act", "Merge events"),
  [SL_COMMAND_REMOVE_SOURCE] = NC_ ("act", "Remove source"),
  [SL_COMMAND_RENAME_CASE] = NC_ ("act", "Rename case"),
  [SL_COMMAND_SET_SCOPE] = NC_ ("act", "Describe case"),
  [SL_COMMAND_CONSENT] = NC_ ("act", "Allow quoting"),
  [SL_COMMAND_SET_SETTING] = NC_ ("act", "Change setting"),
};

/**
 * sl_command_new:
 *
 * Makes a command about the row @id, or %SL_ID_NONE where the kind needs none.
 *
 * Returns: (transfer full)
 */
SlCommand *
sl_command_new (SlCommandKind kind,
                SlId          id)
{
  SlCommand *self = g_new0 (SlCommand, 1);

  self->kind = kind;
  self->id = id;

  return self;
}

/**
 * sl_command_copy:
 *
 * Returns: (transfer full): a deep copy
 */
SlCommand *
sl_command_copy (const SlCommand *self)
{
  SlCommand *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->reason = g_strdup (self->reason);
  copy->when = g_strdup (self->when);
  copy->place = g_strdup (self->place);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * sl_command_free:
 *
 * Frees a command and its strings; %NULL is fine.
 */
void
sl_command_free (SlCommand *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->reason);
  g_free (self->when);
  g_free (self->place);
  g_free (self->note);
  g_free (self);
}

/**
 * sl_command_describe:
 *
 * Names a kind in one line for menus and the history.
 *
 * Returns: translated, static
 */
const char *
sl_command_describe (SlCommandKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (descriptions), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "act", descriptions[kind]);
}
