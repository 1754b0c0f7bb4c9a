/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

static const SlDoFunc handlers[] = {
  [SL_COMMAND_ACCEPT] = sl_do_accept,
  [SL_COMMAND_REJECT] = sl_do_reject,
  [SL_COMMAND_REOPEN] = sl_do_reopen,
  [SL_COMMAND_GRADE] = sl_do_grade,
  [SL_COMMAND_OVERRIDE_GRADE] = sl_do_override_grade,
  [SL_COMMAND_NEW_CLAIM] = sl_do_new_claim,
  [SL_COMMAND_EDIT_CLAIM] = sl_do_edit_claim,
  [SL_COMMAND_REMOVE_CLAIM] = sl_do_remove_claim,
  [SL_COMMAND_PIN] = sl_do_pin,
  [SL_COMMAND_SET_STANCE] = sl_do_set_stance,
  [SL_COMMAND_UNPIN] = sl_do_unpin,
  [SL_COMMAND_NEW_EVENT] = sl_do_new_event,
  [SL_COMMAND_EDIT_EVENT] = sl_do_edit_event,
  [SL_COMMAND_REMOVE_EVENT] = sl_do_remove_event,
  [SL_COMMAND_JOIN] = sl_do_join,
  [SL_COMMAND_SEPARATE] = sl_do_separate,
  [SL_COMMAND_MERGE_EVENTS] = sl_do_merge_events,
  [SL_COMMAND_REMOVE_SOURCE] = sl_do_remove_source,
  [SL_COMMAND_RENAME_CASE] = sl_do_rename_case,
  [SL_COMMAND_SET_SCOPE] = sl_do_set_scope,
  [SL_COMMAND_CONSENT] = sl_do_consent,
  [SL_COMMAND_SET_SETTING] = sl_do_set_setting,
};

static SlId
step_history (SlWorkbench    *self,
              SlCommandKind   kind,
              GError        **error)
{
  g_autoptr (SlAct) act = NULL;

  if (kind == SL_COMMAND_UNDO)
    act = sl_case_undo (sl_workbench_get_case (self), sl_workbench_get_by (self), sl_workbench_now (), error);
  else
    act = sl_case_redo (sl_workbench_get_case (self), sl_workbench_get_by (self), sl_workbench_now (), error);

  return act != NULL ? act->id : SL_ID_NONE;
}

/* What an act is about in the case's own words, so that the history tells one from the other. */
static char *
dup_subject (SlCase *a_case,
             SlId    id)
{
  const char *what = sl_case_what_is (a_case, id);
  g_autoptr (SlSuggestion) suggestion = g_strcmp0 (what, "suggestion") == 0 ? sl_case_get_suggestion (a_case, id, NULL) : NULL;
  g_autoptr (SlClaim) claim = g_strcmp0 (what, "claim") == 0 ? sl_case_get_claim (a_case, id, NULL) : NULL;
  g_autoptr (SlEvent) event = g_strcmp0 (what, "event") == 0 ? sl_case_get_event (a_case, id, NULL) : NULL;
  g_autoptr (SlDocument) document = g_strcmp0 (what, "document") == 0 ? sl_case_get_document (a_case, id, NULL) : NULL;
  SlId source_id = document != NULL ? document->source_id : id;
  g_autoptr (SlSource) source = document != NULL || g_strcmp0 (what, "source") == 0 ? sl_case_get_source (a_case, source_id, NULL) : NULL;
  g_autoptr (SlOutlet) outlet = g_strcmp0 (what, "outlet") == 0 ? sl_case_get_outlet (a_case, id, NULL) : NULL;

  if (suggestion != NULL)
    return sl_do_make_title (*suggestion->title != '\0' ? suggestion->title : suggestion->text);
  if (claim != NULL)
    return sl_do_make_title (claim->text);
  if (event != NULL)
    return sl_do_make_title (event->title);
  if (source != NULL)
    return sl_do_make_title (source->title);

  return outlet != NULL ? g_strdup (outlet->name) : NULL;
}

static char *
make_label (SlWorkbench     *self,
            const SlCommand *command)
{
  const char *what = sl_command_describe (command->kind);
  g_autofree char *subject = dup_subject (sl_workbench_get_case (self), command->id);

  if (subject != NULL)
    return g_strdup_printf (C_ ("act", "%s “%s”"), what, subject);

  return g_strdup (what);
}

static SlId
run_act (SlWorkbench      *self,
         const SlCommand  *command,
         GError          **error)
{
  g_autofree char *label = make_label (self, command);
  SlId id;

  if (!sl_case_begin_act (sl_workbench_get_case (self), SL_ACT_DO, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return SL_ID_NONE;

  id = handlers[command->kind](self, command, error);
  if (id == SL_ID_NONE)
    sl_case_abort_act (sl_workbench_get_case (self));
  else if (!sl_case_commit_act (sl_workbench_get_case (self), error))
    id = SL_ID_NONE;

  return id;
}

/**
 * sl_workbench_do:
 *
 * Carries out one edit as one act, durable when this returns.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID for arguments that make no sense,
 * SL_WORKBENCH_ERROR_NEEDS_ORIGINS for an unearned credibility 1, SL_WORKBENCH_ERROR_NEEDS_CONSENT for a pin to
 * a document that is no article, and SL_STORE_ERROR; nothing is changed then.
 *
 * Returns: the key of what was made or changed (for undo and redo: of the act it was about),
 *   or %SL_ID_NONE on failure
 */
SlId
sl_workbench_do (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  SlId id;

  g_return_val_if_fail (SL_IS_WORKBENCH (self), SL_ID_NONE);
  g_return_val_if_fail (command != NULL && command->kind < G_N_ELEMENTS (handlers), SL_ID_NONE);

  if (command->kind == SL_COMMAND_UNDO || command->kind == SL_COMMAND_REDO)
    id = step_history (self, command->kind, error);
  else
    id = run_act (self, command, error);

  if (id != SL_ID_NONE)
    sl_workbench_notify_changed (self);

  return id;
}
