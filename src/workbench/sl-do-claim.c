/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

static SlPassage *
select_passage (SlWorkbench  *self,
                SlId          document_id,
                gsize         start_cp,
                gsize         end_cp,
                GError      **error)
{
  g_autofree char *text = sl_case_load_text (sl_workbench_get_case (self), document_id, error);
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

SlId
sl_do_new_claim (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  g_autoptr (SlPassage) passage = select_passage (self, command->id, command->start_cp, command->end_cp, error);
  g_autoptr (SlWhen) when = sl_do_parse_when (command->when, passage != NULL ? error : NULL);
  g_autoptr (SlClaim) claim = sl_claim_new ();

  if (passage == NULL || when == NULL)
    return SL_ID_NONE;

  g_free (claim->text);
  claim->text = g_strdup (command->text != NULL && *command->text != '\0' ? command->text : passage->exact);
  claim->modality = command->modality;
  claim->note = g_strdup (command->note);
  claim->created_at = sl_workbench_now ();

  if (!sl_case_put_claim (sl_workbench_get_case (self), claim, error)
      || !sl_do_pin_claim (self, claim->id, passage, SL_STANCE_SUPPORTS, NULL, error)
      || !sl_do_place_claim (self, command->other, claim, NULL, when, error))
    return SL_ID_NONE;

  return claim->id;
}

SlId
sl_do_edit_claim (SlWorkbench      *self,
                  const SlCommand  *command,
                  GError          **error)
{
  g_autoptr (SlClaim) claim = sl_case_get_claim (sl_workbench_get_case (self), command->id, error);

  if (claim == NULL || !sl_do_require_text (command->text, _ ("A claim needs words: say what is claimed."), error))
    return SL_ID_NONE;

  sl_do_replace (&claim->text, command->text);
  sl_do_replace (&claim->note, command->note);
  claim->modality = command->modality;

  return sl_case_put_claim (sl_workbench_get_case (self), claim, error) ? claim->id : SL_ID_NONE;
}

SlId
sl_do_remove_claim (SlWorkbench      *self,
                    const SlCommand  *command,
                    GError          **error)
{
  return sl_case_remove_claim (sl_workbench_get_case (self), command->id, error) ? command->id : SL_ID_NONE;
}

SlId
sl_do_pin (SlWorkbench      *self,
           const SlCommand  *command,
           GError          **error)
{
  g_autoptr (SlPassage) passage = select_passage (self, command->other, command->start_cp, command->end_cp, error);

  if (passage == NULL || !sl_do_pin_claim (self, command->id, passage, command->stance, NULL, error))
    return SL_ID_NONE;

  return command->id;
}

SlId
sl_do_set_stance (SlWorkbench      *self,
                  const SlCommand  *command,
                  GError          **error)
{
  return sl_case_set_stance (sl_workbench_get_case (self), command->id, command->stance, error) ? command->id : SL_ID_NONE;
}

SlId
sl_do_unpin (SlWorkbench      *self,
             const SlCommand  *command,
             GError          **error)
{
  return sl_case_remove_pin (sl_workbench_get_case (self), command->id, error) ? command->id : SL_ID_NONE;
}
