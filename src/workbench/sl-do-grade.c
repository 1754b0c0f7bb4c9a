/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-origins.h"

/* Credibility 1 needs this many origins that do not lean on each other. */
#define ORIGINS_FOR_CONFIRMED 2

static gboolean
is_gradable (SlWorkbench  *self,
             SlId          id,
             GError      **error)
{
  static const char *const gradable[] = { "outlet", "source", "claim", "event", NULL };
  const char *what = sl_case_what_is (sl_workbench_get_case (self), id);

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
  g_autoptr (GPtrArray) origins = sl_origins_list (sl_workbench_get_case (self), id, error);

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
  const char *what = sl_case_what_is (sl_workbench_get_case (self), command->id);
  gboolean by_origins;

  if (command->text == NULL || !sl_grade_parse (command->text, &assessment->grade))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not a grade. Write a letter A to F for the source, a digit 1 to 6 for the information, or both, like B2."),
                   command->text != NULL ? command->text : "");
      return SL_ID_NONE;
    }

  if (!is_gradable (self, command->id, error)
      || !sl_do_require_text (command->reason, _ ("A grade needs a reason: say what it rests on."), error))
    return SL_ID_NONE;

  by_origins = assessment->grade.credibility == SL_CREDIBILITY_CONFIRMED
               && (g_strcmp0 (what, "claim") == 0 || g_strcmp0 (what, "event") == 0);
  if (by_origins && !override && !has_origins (self, command->id, error))
    return SL_ID_NONE;

  assessment->target_id = command->id;
  assessment->override = override && by_origins;
  assessment->reason = g_strdup (command->reason);
  assessment->by = g_strdup (sl_workbench_get_by (self));
  assessment->at = sl_workbench_now ();

  return sl_case_add_assessment (sl_workbench_get_case (self), assessment, error) ? assessment->id : SL_ID_NONE;
}

SlId
sl_do_grade (SlWorkbench      *self,
             const SlCommand  *command,
             GError          **error)
{
  return grade (self, command, FALSE, error);
}

SlId
sl_do_override_grade (SlWorkbench      *self,
                      const SlCommand  *command,
                      GError          **error)
{
  return grade (self, command, TRUE, error);
}
