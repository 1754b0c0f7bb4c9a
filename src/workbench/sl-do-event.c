/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

static SlId
store_event (SlWorkbench      *self,
             SlEvent          *event,
             const SlCommand  *command,
             GError          **error)
{
  const char *known = event->when != NULL ? event->when->edtf : NULL;

  if (!sl_do_require_text (command->text, _ ("An event needs a title: say what happened."), error))
    return SL_ID_NONE;

  /* An untouched date keeps the reason it was resolved by. */
  if (g_strcmp0 (known != NULL ? known : "", command->when != NULL ? command->when : "") != 0)
    {
      SlWhen *when = sl_do_parse_when (command->when, error);

      if (when == NULL)
        return SL_ID_NONE;
      g_clear_pointer (&event->when, sl_when_free);
      event->when = when;
    }

  sl_do_replace (&event->title, command->text);
  sl_do_replace (&event->place, command->place);
  sl_do_replace (&event->note, command->note);

  return sl_case_put_event (sl_workbench_get_case (self), event, error) ? event->id : SL_ID_NONE;
}

SlId
sl_do_new_event (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  g_autoptr (SlEvent) event = sl_event_new ();

  return store_event (self, event, command, error);
}

SlId
sl_do_edit_event (SlWorkbench      *self,
                  const SlCommand  *command,
                  GError          **error)
{
  g_autoptr (SlEvent) event = sl_case_get_event (sl_workbench_get_case (self), command->id, error);

  return event != NULL ? store_event (self, event, command, error) : SL_ID_NONE;
}

SlId
sl_do_remove_event (SlWorkbench      *self,
                    const SlCommand  *command,
                    GError          **error)
{
  return sl_case_remove_event (sl_workbench_get_case (self), command->id, error) ? command->id : SL_ID_NONE;
}

SlId
sl_do_join (SlWorkbench      *self,
            const SlCommand  *command,
            GError          **error)
{
  return sl_case_link_claim (sl_workbench_get_case (self), command->id, command->other, error) ? command->id : SL_ID_NONE;
}

SlId
sl_do_separate (SlWorkbench      *self,
                const SlCommand  *command,
                GError          **error)
{
  return sl_case_unlink_claim (sl_workbench_get_case (self), command->id, command->other, error) ? command->id : SL_ID_NONE;
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

      if (!sl_case_unlink_claim (a_case, from, claim->id, error)
          || (!shared && !sl_case_link_claim (a_case, to, claim->id, error)))
        return FALSE;
    }

  return TRUE;
}

SlId
sl_do_merge_events (SlWorkbench      *self,
                    const SlCommand  *command,
                    GError          **error)
{
  if (command->id == command->other)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("An event cannot be merged with itself. Choose another one."));
      return SL_ID_NONE;
    }

  if (!move_claims (sl_workbench_get_case (self), command->id, command->other, error)
      || !sl_case_remove_event (sl_workbench_get_case (self), command->other, error))
    return SL_ID_NONE;

  return command->id;
}
