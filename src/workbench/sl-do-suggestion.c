/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

static SlSuggestion *
get_suggestion (SlWorkbench        *self,
                SlId                id,
                SlSuggestionState   state,
                GError            **error)
{
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (sl_workbench_get_case (self), id, error);

  if (suggestion == NULL)
    return NULL;

  if (suggestion->state != state)
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   state == SL_SUGGESTION_OPEN ? _ ("This suggestion was decided on already (%s). Undo that decision first.")
                                               : _ ("This suggestion was not rejected (it is %s), so it cannot be reopened."),
                   sl_suggestion_state_to_string (suggestion->state));
      return NULL;
    }

  return g_steal_pointer (&suggestion);
}

/* What is accepted in other words brings its own time, too; the suggestion stays as it was found. */
static SlWhen *
choose_when (const SlSuggestion  *suggestion,
             const SlCommand     *command,
             GError             **error)
{
  if (command->text == NULL || g_strcmp0 (command->when, suggestion->when->edtf) == 0)
    return sl_when_copy (suggestion->when);
  return sl_do_parse_when (command->when, error);
}

SlId
sl_do_accept (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  g_autoptr (SlSuggestion) suggestion = get_suggestion (self, command->id, SL_SUGGESTION_OPEN, error);
  g_autoptr (SlClaim) claim = sl_claim_new ();
  g_autoptr (SlWhen) when = NULL;

  if (suggestion == NULL)
    return SL_ID_NONE;
  when = choose_when (suggestion, command, error);
  if (when == NULL)
    return SL_ID_NONE;

  g_set_str (&claim->text, command->text != NULL ? command->text : suggestion->text);
  claim->modality = command->text != NULL ? command->modality : suggestion->modality;
  claim->created_at = sl_workbench_now ();
  suggestion->passage->document_id = suggestion->document_id;

  if (!sl_case_put_claim (sl_workbench_get_case (self), claim, error)
      || !sl_do_pin_claim (self, claim->id, suggestion->passage, SL_STANCE_SUPPORTS, suggestion->chain, error)
      || !sl_do_place_claim (self, command->other, claim, when, error))
    return SL_ID_NONE;

  suggestion->state = SL_SUGGESTION_ACCEPTED;
  suggestion->claim_id = claim->id;

  return sl_case_put_suggestion (sl_workbench_get_case (self), suggestion, error) ? claim->id : SL_ID_NONE;
}

static SlId
set_state (SlWorkbench        *self,
           SlId                id,
           SlSuggestionState   from,
           SlSuggestionState   to,
           GError            **error)
{
  g_autoptr (SlSuggestion) suggestion = get_suggestion (self, id, from, error);

  if (suggestion == NULL)
    return SL_ID_NONE;

  suggestion->state = to;

  return sl_case_put_suggestion (sl_workbench_get_case (self), suggestion, error) ? id : SL_ID_NONE;
}

SlId
sl_do_reject (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  return set_state (self, command->id, SL_SUGGESTION_OPEN, SL_SUGGESTION_REJECTED, error);
}

SlId
sl_do_reopen (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  return set_state (self, command->id, SL_SUGGESTION_REJECTED, SL_SUGGESTION_OPEN, error);
}
