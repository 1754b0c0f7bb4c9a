/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-origins.h"

/* An event's title is one line on the timeline; the claim keeps every word. */
#define TITLE_MAX_CP 140

/* Credibility 1 needs this many origins that do not lean on each other. */
#define ORIGINS_FOR_CONFIRMED 2

/* Carries out one command inside its act. Returns the key it made or changed, or %SL_ID_NONE with an error. */
typedef SlId (*Handler) (SlWorkbench      *self,
                         const SlCommand  *command,
                         GError          **error);

static SlCase *
case_of (SlWorkbench *self)
{
  return sl_workbench_get_case (self);
}

static gboolean
require_text (const char  *text,
              const char  *message,
              GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped != '\0')
    return TRUE;

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, message);
  return FALSE;
}

static void
replace (char       **field,
         const char  *value)
{
  g_free (*field);
  *field = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static SlWhen *
parse_when (const char  *edtf,
            GError     **error)
{
  g_autoptr (GError) cause = NULL;
  SlWhen *when;

  if (edtf == NULL || *edtf == '\0')
    return sl_when_new_undated ();

  when = sl_when_new (edtf, _ ("entered by hand"), &cause);
  if (when == NULL)
    g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                 _ ("“%s” is not a date that Sourceline understands: %s. Write it as EDTF, for example 2025-11-23, 2025-11 or 2025-11-20/2025-11-25; leave it empty when the date is not known."),
                 edtf, cause->message);

  return when;
}

/* The first line of @text, cut at a word border when it is too long for a title. */
static char *
make_title (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  const char *cut;

  if (g_utf8_strlen (line, -1) <= TITLE_MAX_CP)
    return g_steal_pointer (&line);

  cut = g_utf8_offset_to_pointer (line, TITLE_MAX_CP - 1);
  while (cut > line && *cut != ' ')
    cut = g_utf8_prev_char (cut);
  if (cut == line)
    cut = g_utf8_offset_to_pointer (line, TITLE_MAX_CP - 1);

  return g_strdup_printf ("%.*s…", (int) (cut - line), line);
}

/* Joins the claim to @event_id, or to a new event at @when. */
static gboolean
place_claim (SlWorkbench   *self,
             SlId           event_id,
             const SlClaim *claim,
             const SlWhen  *when,
             GError       **error)
{
  g_autoptr (SlEvent) event = NULL;

  if (event_id != SL_ID_NONE)
    return sl_case_link_claim (case_of (self), event_id, claim->id, error);

  event = sl_event_new ();
  g_free (event->title);
  event->title = make_title (claim->text);
  g_clear_pointer (&event->when, sl_when_free);
  event->when = sl_when_copy (when);

  return sl_case_put_event (case_of (self), event, error) &&
         sl_case_link_claim (case_of (self), event->id, claim->id, error);
}

static gboolean
pin_claim (SlWorkbench  *self,
           SlId          claim_id,
           SlPassage    *passage,
           SlStance      stance,
           GPtrArray    *chain,
           GError      **error)
{
  g_autoptr (SlPin) pin = sl_pin_new ();

  if (passage->id == SL_ID_NONE && !sl_case_add_passage (case_of (self), passage, error))
    return FALSE;

  pin->claim_id = claim_id;
  pin->passage_id = passage->id;
  pin->stance = stance;
  if (chain != NULL)
    {
      g_clear_pointer (&pin->chain, g_ptr_array_unref);
      pin->chain = sl_attribution_chain_copy (chain);
    }

  return sl_case_add_pin (case_of (self), pin, error);
}

static SlSuggestion *
get_suggestion (SlWorkbench        *self,
                SlId                id,
                SlSuggestionState   state,
                GError            **error)
{
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (case_of (self), id, error);

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

static SlId
do_accept (SlWorkbench      *self,
           const SlCommand  *command,
           GError          **error)
{
  g_autoptr (SlSuggestion) suggestion = get_suggestion (self, command->id, SL_SUGGESTION_OPEN, error);
  g_autoptr (SlClaim) claim = sl_claim_new ();

  if (suggestion == NULL)
    return SL_ID_NONE;

  g_free (claim->text);
  claim->text = g_strdup (command->text != NULL ? command->text : suggestion->text);
  claim->modality = suggestion->modality;
  claim->created_at = sl_workbench_now ();
  suggestion->passage->document_id = suggestion->document_id;

  if (!sl_case_put_claim (case_of (self), claim, error) ||
      !pin_claim (self, claim->id, suggestion->passage, SL_STANCE_SUPPORTS, suggestion->chain, error) ||
      !place_claim (self, command->other, claim, suggestion->when, error))
    return SL_ID_NONE;

  suggestion->state = SL_SUGGESTION_ACCEPTED;
  suggestion->claim_id = claim->id;

  return sl_case_put_suggestion (case_of (self), suggestion, error) ? claim->id : SL_ID_NONE;
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

  return sl_case_put_suggestion (case_of (self), suggestion, error) ? id : SL_ID_NONE;
}

static SlId
do_reject (SlWorkbench      *self,
           const SlCommand  *command,
           GError          **error)
{
  return set_state (self, command->id, SL_SUGGESTION_OPEN, SL_SUGGESTION_REJECTED, error);
}

static SlId
do_reopen (SlWorkbench      *self,
           const SlCommand  *command,
           GError          **error)
{
  return set_state (self, command->id, SL_SUGGESTION_REJECTED, SL_SUGGESTION_OPEN, error);
}

static gboolean
is_gradable (SlWorkbench  *self,
             SlId          id,
             GError      **error)
{
  static const char *const gradable[] = { "outlet", "source", "claim", "event", NULL };
  const char *what = sl_case_what_is (case_of (self), id);

  if (what != NULL && g_strv_contains (gradable, what))
    return TRUE;

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                       _ ("Only outlets, sources, claims and events are graded, and this key belongs to none of them. List them to find the key."));
  return FALSE;
}

/* Whether chains lead to enough origins for "confirmed by other sources" (FM 2-22.3: independent ones). */
static gboolean
has_origins (SlWorkbench  *self,
             SlId          id,
             GError      **error)
{
  g_autoptr (GPtrArray) origins = sl_origins_list (case_of (self), id, error);

  if (origins == NULL)
    return FALSE;

  if (origins->len >= ORIGINS_FOR_CONFIRMED)
    return TRUE;

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_ORIGINS,
               g_dngettext (GETTEXT_PACKAGE,
                            "Credibility 1 (confirmed) needs two independent origins; the passages lead to %u. Pin a passage with another origin, or override the rule with a reason, which is printed in the report.",
                            "Credibility 1 (confirmed) needs two independent origins; the passages lead to %u. Pin a passage with another origin, or override the rule with a reason, which is printed in the report.",
                            origins->len),
               origins->len);
  return FALSE;
}

static SlId
grade (SlWorkbench      *self,
       const SlCommand  *command,
       gboolean          override,
       GError          **error)
{
  g_autoptr (SlAssessment) assessment = sl_assessment_new ();
  const char *what = sl_case_what_is (case_of (self), command->id);
  gboolean by_origins;

  if (command->text == NULL || !sl_grade_parse (command->text, &assessment->grade))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not a grade. Write a letter A to F for the source, a digit 1 to 6 for the information, or both, like B2."),
                   command->text != NULL ? command->text : "");
      return SL_ID_NONE;
    }

  if (!is_gradable (self, command->id, error) ||
      !require_text (command->reason, _ ("A grade needs a reason: say what it rests on."), error))
    return SL_ID_NONE;

  by_origins = assessment->grade.credibility == SL_CREDIBILITY_CONFIRMED &&
               (g_strcmp0 (what, "claim") == 0 || g_strcmp0 (what, "event") == 0);
  if (by_origins && !override && !has_origins (self, command->id, error))
    return SL_ID_NONE;

  assessment->target_id = command->id;
  assessment->override = override && by_origins;
  assessment->reason = g_strdup (command->reason);
  assessment->by = g_strdup (sl_workbench_get_by (self));
  assessment->at = sl_workbench_now ();

  return sl_case_add_assessment (case_of (self), assessment, error) ? assessment->id : SL_ID_NONE;
}

static SlId
do_grade (SlWorkbench      *self,
          const SlCommand  *command,
          GError          **error)
{
  return grade (self, command, FALSE, error);
}

static SlId
do_override_grade (SlWorkbench      *self,
                   const SlCommand  *command,
                   GError          **error)
{
  return grade (self, command, TRUE, error);
}

static SlPassage *
select_passage (SlWorkbench  *self,
                SlId          document_id,
                gsize         start_cp,
                gsize         end_cp,
                GError      **error)
{
  g_autofree char *text = sl_case_load_text (case_of (self), document_id, error);
  SlPassage *passage;

  if (text == NULL)
    return NULL;

  if (start_cp >= end_cp || end_cp > (gsize) g_utf8_strlen (text, -1))
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("The selection lies outside the document. Select the words again."));
      return NULL;
    }

  passage = sl_passage_new (text, start_cp, end_cp);
  passage->document_id = document_id;

  return passage;
}

static SlId
do_new_claim (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  g_autoptr (SlPassage) passage = select_passage (self, command->id, command->start_cp, command->end_cp, error);
  g_autoptr (SlWhen) when = parse_when (command->when, passage != NULL ? error : NULL);
  g_autoptr (SlClaim) claim = sl_claim_new ();

  if (passage == NULL || when == NULL)
    return SL_ID_NONE;

  g_free (claim->text);
  claim->text = g_strdup (command->text != NULL && *command->text != '\0' ? command->text : passage->exact);
  claim->modality = command->modality;
  claim->note = g_strdup (command->note);
  claim->created_at = sl_workbench_now ();

  if (!sl_case_put_claim (case_of (self), claim, error) ||
      !pin_claim (self, claim->id, passage, SL_STANCE_SUPPORTS, NULL, error) ||
      !place_claim (self, command->other, claim, when, error))
    return SL_ID_NONE;

  return claim->id;
}

static SlId
do_edit_claim (SlWorkbench      *self,
               const SlCommand  *command,
               GError          **error)
{
  g_autoptr (SlClaim) claim = sl_case_get_claim (case_of (self), command->id, error);

  if (claim == NULL || !require_text (command->text, _ ("A claim needs words: say what is claimed."), error))
    return SL_ID_NONE;

  replace (&claim->text, command->text);
  replace (&claim->note, command->note);
  claim->modality = command->modality;

  return sl_case_put_claim (case_of (self), claim, error) ? claim->id : SL_ID_NONE;
}

static SlId
do_remove_claim (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  return sl_case_remove_claim (case_of (self), command->id, error) ? command->id : SL_ID_NONE;
}

static SlId
do_pin (SlWorkbench      *self,
        const SlCommand  *command,
        GError          **error)
{
  g_autoptr (SlPassage) passage = select_passage (self, command->other, command->start_cp, command->end_cp, error);

  if (passage == NULL || !pin_claim (self, command->id, passage, command->stance, NULL, error))
    return SL_ID_NONE;

  return command->id;
}

static SlId
do_set_stance (SlWorkbench      *self,
               const SlCommand  *command,
               GError          **error)
{
  return sl_case_set_stance (case_of (self), command->id, command->stance, error) ? command->id : SL_ID_NONE;
}

static SlId
do_unpin (SlWorkbench      *self,
          const SlCommand  *command,
          GError          **error)
{
  return sl_case_remove_pin (case_of (self), command->id, error) ? command->id : SL_ID_NONE;
}

static SlId
store_event (SlWorkbench      *self,
             SlEvent          *event,
             const SlCommand  *command,
             GError          **error)
{
  const char *known = event->when != NULL ? event->when->edtf : NULL;

  if (!require_text (command->text, _ ("An event needs a title: say what happened."), error))
    return SL_ID_NONE;

  /* An untouched date keeps the reason it was resolved by. */
  if (g_strcmp0 (known != NULL ? known : "", command->when != NULL ? command->when : "") != 0)
    {
      SlWhen *when = parse_when (command->when, error);

      if (when == NULL)
        return SL_ID_NONE;
      g_clear_pointer (&event->when, sl_when_free);
      event->when = when;
    }

  replace (&event->title, command->text);
  replace (&event->place, command->place);
  replace (&event->note, command->note);

  return sl_case_put_event (case_of (self), event, error) ? event->id : SL_ID_NONE;
}

static SlId
do_new_event (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  g_autoptr (SlEvent) event = sl_event_new ();

  return store_event (self, event, command, error);
}

static SlId
do_edit_event (SlWorkbench      *self,
               const SlCommand  *command,
               GError          **error)
{
  g_autoptr (SlEvent) event = sl_case_get_event (case_of (self), command->id, error);

  return event != NULL ? store_event (self, event, command, error) : SL_ID_NONE;
}

static SlId
do_remove_event (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  return sl_case_remove_event (case_of (self), command->id, error) ? command->id : SL_ID_NONE;
}

static SlId
do_join (SlWorkbench      *self,
         const SlCommand  *command,
         GError          **error)
{
  return sl_case_link_claim (case_of (self), command->id, command->other, error) ? command->id : SL_ID_NONE;
}

static SlId
do_separate (SlWorkbench      *self,
             const SlCommand  *command,
             GError          **error)
{
  return sl_case_unlink_claim (case_of (self), command->id, command->other, error) ? command->id : SL_ID_NONE;
}

static gboolean
move_claims (SlCase  *a_case,
             SlId     to,
             SlId     from,
             GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) present = NULL;

  query.about = from;
  claims = sl_case_list_claims (a_case, &query, error);
  query.about = to;
  present = claims != NULL ? sl_case_list_claims (a_case, &query, error) : NULL;
  if (present == NULL)
    return FALSE;

  for (guint i = 0; i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);
      gboolean shared = FALSE;

      for (guint j = 0; j < present->len; j++)
        shared |= ((const SlClaim *) g_ptr_array_index (present, j))->id == claim->id;

      if (!sl_case_unlink_claim (a_case, from, claim->id, error) ||
          (!shared && !sl_case_link_claim (a_case, to, claim->id, error)))
        return FALSE;
    }

  return TRUE;
}

static SlId
do_merge_events (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  if (command->id == command->other)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("An event cannot be merged with itself. Choose another one."));
      return SL_ID_NONE;
    }

  if (!move_claims (case_of (self), command->id, command->other, error) ||
      !sl_case_remove_event (case_of (self), command->other, error))
    return SL_ID_NONE;

  return command->id;
}

static SlId
do_remove_source (SlWorkbench      *self,
                  const SlCommand  *command,
                  GError          **error)
{
  return sl_case_remove_source (case_of (self), command->id, error) ? command->id : SL_ID_NONE;
}

/* The case itself has no key; any other number than none says that it was done. */
#define THE_CASE ((SlId) 1)

static SlId
do_rename_case (SlWorkbench      *self,
                const SlCommand  *command,
                GError          **error)
{
  if (!require_text (command->text, _ ("A case needs a name."), error) ||
      !sl_case_set_title (case_of (self), command->text, error))
    return SL_ID_NONE;

  return THE_CASE;
}

static SlId
do_set_scope (SlWorkbench      *self,
              const SlCommand  *command,
              GError          **error)
{
  return sl_case_set_scope (case_of (self), command->text != NULL ? command->text : "", error) ? THE_CASE : SL_ID_NONE;
}

static const Handler handlers[] = {
  [SL_COMMAND_ACCEPT] = do_accept,
  [SL_COMMAND_REJECT] = do_reject,
  [SL_COMMAND_REOPEN] = do_reopen,
  [SL_COMMAND_GRADE] = do_grade,
  [SL_COMMAND_OVERRIDE_GRADE] = do_override_grade,
  [SL_COMMAND_NEW_CLAIM] = do_new_claim,
  [SL_COMMAND_EDIT_CLAIM] = do_edit_claim,
  [SL_COMMAND_REMOVE_CLAIM] = do_remove_claim,
  [SL_COMMAND_PIN] = do_pin,
  [SL_COMMAND_SET_STANCE] = do_set_stance,
  [SL_COMMAND_UNPIN] = do_unpin,
  [SL_COMMAND_NEW_EVENT] = do_new_event,
  [SL_COMMAND_EDIT_EVENT] = do_edit_event,
  [SL_COMMAND_REMOVE_EVENT] = do_remove_event,
  [SL_COMMAND_JOIN] = do_join,
  [SL_COMMAND_SEPARATE] = do_separate,
  [SL_COMMAND_MERGE_EVENTS] = do_merge_events,
  [SL_COMMAND_REMOVE_SOURCE] = do_remove_source,
  [SL_COMMAND_RENAME_CASE] = do_rename_case,
  [SL_COMMAND_SET_SCOPE] = do_set_scope,
};

static SlId
step_history (SlWorkbench      *self,
              SlCommandKind     kind,
              GError          **error)
{
  g_autoptr (SlAct) act = NULL;

  if (kind == SL_COMMAND_UNDO)
    act = sl_case_undo (case_of (self), sl_workbench_get_by (self), sl_workbench_now (), error);
  else
    act = sl_case_redo (case_of (self), sl_workbench_get_by (self), sl_workbench_now (), error);

  return act != NULL ? act->id : SL_ID_NONE;
}

static SlId
run_act (SlWorkbench      *self,
         const SlCommand  *command,
         GError          **error)
{
  SlId id;

  if (!sl_case_begin_act (case_of (self), SL_ACT_DO, sl_command_describe (command->kind), sl_workbench_get_by (self), sl_workbench_now (), error))
    return SL_ID_NONE;

  id = handlers[command->kind](self, command, error);
  if (id == SL_ID_NONE)
    sl_case_abort_act (case_of (self));
  else if (!sl_case_commit_act (case_of (self), error))
    id = SL_ID_NONE;

  return id;
}

/**
 * sl_workbench_do:
 *
 * Carries out one edit as one act, durable when this returns.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID for arguments that make no sense,
 * SL_WORKBENCH_ERROR_NEEDS_ORIGINS for an unearned credibility 1, and SL_STORE_ERROR; nothing is
 * changed then.
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
