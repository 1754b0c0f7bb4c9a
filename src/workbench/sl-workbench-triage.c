/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-normal.h"
#include "verify/sl-anchor.h"
#include "workbench/sl-gate.h"

static const char *const labels[SL_N_DECISIONS] = {
  [SL_DECISION_KEEP] = NC_ ("act", "Keep archived wording"),
  [SL_DECISION_ACCEPT_NEW] = NC_ ("act", "Accept new wording"),
  [SL_DECISION_DOWNGRADE] = NC_ ("act", "Downgrade after re-check"),
  [SL_DECISION_SUPERSEDED] = NC_ ("act", "Mark as superseded"),
};

static void
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, message);
}

static SlPassage *
make_new_passage (SlCase          *a_case,
                  const SlCheck   *check,
                  const char      *text,
                  const SlNormal  *normal,
                  GError         **error)
{
  g_autoptr (SlPassage) before = sl_case_get_passage (a_case, check->passage_id, error);
  g_autoptr (SlAnchor) anchor = before != NULL ? sl_anchor_locate_passage (normal, before, NULL) : NULL;
  SlPassage *passage;

  if (anchor == NULL)
    return NULL;

  if (anchor->verdict == SL_VERDICT_ABSENT)
    {
      fail (error, _ ("The new wording is not found in the new document any more. Check the source again."));
      return NULL;
    }

  passage = sl_passage_new (text, anchor->start_cp, anchor->end_cp);
  passage->document_id = check->checked_against;

  return passage;
}

/* Words that establish who says so stand elsewhere now; where they are not the same, the link stays without them. */
static void
place_link (SlAttributionLink *link,
            const SlNormal    *normal)
{
  SlAnchorSelector selector = { .exact = link->words, .start_cp = (gint64) link->start_cp };
  g_autoptr (SlAnchor) anchor = NULL;
  gboolean found;

  if (*link->words == '\0')
    return;

  anchor = sl_anchor_locate (normal, &selector, NULL);
  found = anchor->verdict == SL_VERDICT_VERBATIM || anchor->verdict == SL_VERDICT_MOVED;
  link->start_cp = found ? anchor->start_cp : 0;
  link->end_cp = found ? anchor->end_cp : 0;
  if (!found)
    g_set_str (&link->words, "");
}

static gboolean
move_pins (SlWorkbench     *self,
           SlId             old_id,
           SlPassage       *passage,
           const SlNormal  *normal,
           GError         **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = old_id;
  pins = sl_case_list_pins (a_case, &query, error);
  if (pins == NULL || !sl_case_add_passage (a_case, passage, error))
    return FALSE;

  for (guint i = 0; i < pins->len; i++)
    {
      const SlPin *pin = g_ptr_array_index (pins, i);

      for (guint j = 0; j < pin->chain->len; j++)
        place_link (g_ptr_array_index (pin->chain, j), normal);
      if (!sl_case_remove_pin (a_case, pin->id, error)
          || !sl_do_pin_claim (self, pin->claim_id, passage, pin->stance, pin->chain, error))
        return FALSE;
    }

  return TRUE;
}

/* The new words become a passage of their own, and the claims rest on them; the old passage stays in the case. */
static gboolean
accept_new (SlWorkbench    *self,
            const SlCheck  *check,
            SlDecision     *decision,
            GError        **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *text = NULL;
  g_autoptr (SlNormal) normal = NULL;
  g_autoptr (SlPassage) passage = NULL;

  if ((check->verdict != SL_VERDICT_ALTERED && check->verdict != SL_VERDICT_MOVED) || check->checked_against == SL_ID_NONE)
    {
      fail (error, _ ("There is no new wording to accept: the check found no words that stand for the passage."));
      return FALSE;
    }

  if (!sl_gate_check (a_case, check->checked_against, error))
    return FALSE;
  text = sl_case_load_text (a_case, check->checked_against, error);
  if (text == NULL)
    return FALSE;

  normal = sl_normal_new (text, -1);
  passage = make_new_passage (a_case, check, text, normal, error);
  if (passage == NULL || !move_pins (self, check->passage_id, passage, normal, error))
    return FALSE;

  decision->passage_id = passage->id;

  return TRUE;
}

static gboolean
is_lower (const SlGrade *now,
          const SlGrade *before)
{
  return now->credibility >= before->credibility && now->reliability >= before->reliability
         && (now->credibility > before->credibility || now->reliability > before->reliability);
}

/* A part of the grade that is not given stays as it was. */
static SlGrade
complete (SlGrade        grade,
          const SlGrade *before)
{
  if (grade.reliability == SL_RELIABILITY_NONE)
    grade.reliability = before->reliability;
  if (grade.credibility == SL_CREDIBILITY_NONE)
    grade.credibility = before->credibility;

  return grade;
}

static gboolean
downgrade_claim (SlWorkbench            *self,
                 const SlClaim          *claim,
                 const SlTriageRequest  *request,
                 GError                **error)
{
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_GRADE, claim->id);
  SlGrade grade = { 0 };

  command->text = g_strdup (request->grade);
  command->reason = g_strdup (request->reason);
  if (sl_grade_parse (request->grade, &grade))
    {
      grade = complete (grade, &claim->grade);
      if (!is_lower (&grade, &claim->grade))
        {
          g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                       _ ("%s is not lower than the grade of “%s”. Give a lower one, or grade the claim by itself."), request->grade, claim->text);
          return FALSE;
        }
      g_free (command->text);
      command->text = sl_grade_format (grade);
    }

  return sl_do_grade (self, command, error) != SL_ID_NONE;
}

static gboolean
downgrade (SlWorkbench            *self,
           const SlCheck          *check,
           const SlTriageRequest  *request,
           GError                **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = NULL;

  query.about = check->passage_id;
  claims = sl_case_list_claims (sl_workbench_get_case (self), &query, error);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (!downgrade_claim (self, g_ptr_array_index (claims, i), request, error))
      return FALSE;

  return claims != NULL;
}

static gboolean
decide (SlWorkbench            *self,
        SlId                    check_id,
        const SlTriageRequest  *request,
        GError                **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autoptr (SlCheck) check = sl_case_get_check (a_case, check_id, error);
  g_autoptr (SlDecision) decision = sl_decision_new ();

  if (check == NULL)
    return FALSE;
  if (request->kind == SL_DECISION_ACCEPT_NEW && !accept_new (self, check, decision, error))
    return FALSE;
  if (request->kind == SL_DECISION_DOWNGRADE && !downgrade (self, check, request, error))
    return FALSE;

  decision->check_id = check_id;
  decision->kind = request->kind;
  decision->reason = g_strdup (request->reason != NULL ? request->reason : "");
  decision->by = g_strdup (sl_workbench_get_by (self));
  decision->at = sl_workbench_now ();

  return sl_case_put_decision (a_case, decision, error);
}

static gboolean
check_request (const SlTriageRequest  *request,
               GError                **error)
{
  if (request->n_checks == 0)
    {
      fail (error, _ ("There is nothing to decide. Name at least one check."));
      return FALSE;
    }

  if (request->kind == SL_DECISION_SUPERSEDED)
    return sl_do_require_text (request->reason, _ ("Say by what it is superseded."), error);
  if (request->kind == SL_DECISION_DOWNGRADE)
    return sl_do_require_text (request->grade, _ ("A downgrade needs the lower grade."), error)
           && sl_do_require_text (request->reason, _ ("A grade needs a reason: say what it rests on."), error);

  return TRUE;
}

static char *
make_label (const SlTriageRequest *request)
{
  const char *what = g_dpgettext2 (GETTEXT_PACKAGE, "act", labels[request->kind]);

  if (request->n_checks == 1)
    return g_strdup (what);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u check)", "%s (%u checks)", request->n_checks), what, request->n_checks);
}

static gboolean
run_act (SlWorkbench            *self,
         const SlTriageRequest  *request,
         GError                **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *label = make_label (request);

  if (!sl_case_begin_act (a_case, SL_ACT_DO, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;

  for (guint i = 0; i < request->n_checks; i++)
    if (!decide (self, request->checks[i], request, error))
      {
        sl_case_abort_act (a_case);
        return FALSE;
      }

  return sl_case_commit_act (a_case, error);
}

/**
 * sl_workbench_triage:
 *
 * Decides what is to be made of checks: all of them in one act, which can be undone.
 *
 * Accepting the new wording makes a passage of it in the new document, and the claims rest on that; the old one and
 * its capture are kept. A downgrade grades each claim that is pinned to the passage.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID when a reason, a lower grade or a new wording is missing, with
 * SL_WORKBENCH_ERROR_NEEDS_CONSENT when the new document is no article, with SL_STORE_ERROR_CONFLICT for what was
 * decided already, and with SL_STORE_ERROR; nothing is changed then.
 *
 * Returns: whether it was done
 */
gboolean
sl_workbench_triage (SlWorkbench            *self,
                     const SlTriageRequest  *request,
                     GError                **error)
{
  g_return_val_if_fail (SL_IS_WORKBENCH (self), FALSE);
  g_return_val_if_fail (request != NULL && request->kind < SL_N_DECISIONS, FALSE);

  if (!check_request (request, error) || !run_act (self, request, error))
    return FALSE;

  sl_workbench_notify_changed (self);

  return TRUE;
}

static void
free_request (gpointer data)
{
  SlTriageRequest *request = data;

  g_free ((SlId *) request->checks);
  g_free ((char *) request->reason);
  g_free ((char *) request->grade);
  g_free (request);
}

static gpointer
run_triage (SlWorkbench   *self,
            gpointer       request,
            SlProgress    *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  (void) progress;
  (void) cancellable;

  return sl_workbench_triage (self, request, error) ? request : NULL;
}

/**
 * sl_workbench_triage_async:
 *
 * As sl_workbench_triage(), on a thread of the workbench. @request is copied.
 */
void
sl_workbench_triage_async (SlWorkbench           *self,
                           const SlTriageRequest *request,
                           GAsyncReadyCallback    callback,
                           gpointer               data)
{
  SlTriageRequest *copy;

  g_return_if_fail (SL_IS_WORKBENCH (self));
  g_return_if_fail (request != NULL);

  copy = g_memdup2 (request, sizeof *request);
  copy->checks = g_memdup2 (request->checks, request->n_checks * sizeof *request->checks);
  copy->reason = g_strdup (request->reason);
  copy->grade = g_strdup (request->grade);
  sl_workbench_run_async (self, run_triage, copy, free_request, NULL, NULL, NULL, NULL, callback, data);
}

/**
 * sl_workbench_triage_finish:
 *
 * Returns: as sl_workbench_triage()
 */
gboolean
sl_workbench_triage_finish (SlWorkbench   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
