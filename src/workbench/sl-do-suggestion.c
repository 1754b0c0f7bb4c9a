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

/* Those which say the same and wait with @id. */
static GPtrArray *
list_repeated (SlWorkbench  *self,
               SlId          id,
               GError      **error)
{
  SlQuery query = SL_QUERY_ALL;

  query.about = id;
  query.state = SL_SUGGESTION_REPEATED;
  return sl_case_list_suggestions (sl_workbench_get_case (self), &query, error);
}

static gboolean
pin_suggestion (SlWorkbench   *self,
                SlSuggestion  *suggestion,
                SlId           claim_id,
                GError       **error)
{
  suggestion->passage->document_id = suggestion->document_id;
  suggestion->state = SL_SUGGESTION_ACCEPTED;
  suggestion->claim_id = claim_id;

  return sl_do_pin_claim (self, claim_id, suggestion->passage, SL_STANCE_SUPPORTS, suggestion->chain, error)
         && sl_case_put_suggestion (sl_workbench_get_case (self), suggestion, error);
}

static gboolean
pin_with_repeated (SlWorkbench   *self,
                   SlSuggestion  *suggestion,
                   SlId           claim_id,
                   GError       **error)
{
  g_autoptr (GPtrArray) repeated = list_repeated (self, suggestion->id, error);

  if (repeated == NULL || !pin_suggestion (self, suggestion, claim_id, error))
    return FALSE;
  for (guint i = 0; i < repeated->len; i++)
    if (!pin_suggestion (self, g_ptr_array_index (repeated, i), claim_id, error))
      return FALSE;
  return TRUE;
}

/* What was accepted before and says the same gets one more passage; %SL_ID_NONE where there is no such claim. */
static SlId
find_claim (SlWorkbench        *self,
            const SlSuggestion *suggestion,
            const SlCommand    *command)
{
  g_autoptr (SlSuggestion) before = NULL;

  if (suggestion->same_as == SL_ID_NONE || command->text != NULL || command->other != SL_ID_NONE)
    return SL_ID_NONE;
  before = sl_case_get_suggestion (sl_workbench_get_case (self), suggestion->same_as, NULL);
  return before != NULL && before->state == SL_SUGGESTION_ACCEPTED ? before->claim_id : SL_ID_NONE;
}

static SlId
make_claim (SlWorkbench         *self,
            const SlSuggestion  *suggestion,
            const SlCommand     *command,
            GError             **error)
{
  g_autoptr (SlWhen) when = choose_when (suggestion, command, error);
  g_autoptr (SlClaim) claim = sl_claim_new ();

  if (when == NULL)
    return SL_ID_NONE;
  g_set_str (&claim->text, command->text != NULL ? command->text : suggestion->text);
  claim->modality = command->text != NULL ? command->modality : suggestion->modality;
  claim->created_at = sl_workbench_now ();

  return sl_case_put_claim (sl_workbench_get_case (self), claim, error)
                 && sl_do_place_claim (self, command->other, claim, command->text == NULL ? suggestion->title : NULL, when, error)
             ? claim->id
             : SL_ID_NONE;
}

/* The open suggestion that stands for the one named: itself, or the one that it waits with. */
static SlSuggestion *
get_standing (SlWorkbench  *self,
              SlId          id,
              GError      **error)
{
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (sl_workbench_get_case (self), id, error);

  if (suggestion == NULL)
    return NULL;
  return get_suggestion (self, suggestion->state == SL_SUGGESTION_REPEATED ? suggestion->same_as : id, SL_SUGGESTION_OPEN, error);
}

SlId
sl_do_accept (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  g_autoptr (SlSuggestion) suggestion = get_standing (self, command->id, error);
  SlId claim_id;

  if (suggestion == NULL)
    return SL_ID_NONE;
  claim_id = find_claim (self, suggestion, command);
  if (claim_id == SL_ID_NONE)
    claim_id = make_claim (self, suggestion, command, error);
  if (claim_id == SL_ID_NONE || !pin_with_repeated (self, suggestion, claim_id, error))
    return SL_ID_NONE;

  return claim_id;
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
