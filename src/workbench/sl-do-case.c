/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

/* The case itself has no key; any other number than none says that it was done. */
#define THE_CASE ((SlId) 1)

SlId
sl_do_remove_source (SlWorkbench      *self,
                     const SlCommand  *command,
                     GError          **error)
{
  return sl_case_remove_source (sl_workbench_get_case (self), command->id, error) ? command->id : SL_ID_NONE;
}

SlId
sl_do_rename_case (SlWorkbench      *self,
                   const SlCommand  *command,
                   GError          **error)
{
  if (!sl_do_require_text (command->text, _ ("A case needs a name."), error)
      || !sl_case_set_title (sl_workbench_get_case (self), command->text, error))
    return SL_ID_NONE;

  return THE_CASE;
}

SlId
sl_do_set_scope (SlWorkbench      *self,
                 const SlCommand  *command,
                 GError          **error)
{
  return sl_case_set_scope (sl_workbench_get_case (self), command->text != NULL ? command->text : "", error) ? THE_CASE : SL_ID_NONE;
}

SlId
sl_do_set_setting (SlWorkbench      *self,
                   const SlCommand  *command,
                   GError          **error)
{
  if (!sl_do_require_text (command->text, _ ("A setting needs a name."), error)
      || !sl_case_set_setting (sl_workbench_get_case (self), command->text, command->note, error))
    return SL_ID_NONE;

  return THE_CASE;
}
