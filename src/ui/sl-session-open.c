/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-session-private.h"
#include "workbench/sl-workbench.h"

/* What opening needs in its thread. */
typedef struct
{
  SlOpen  what;
  char   *path_or_title;  /* (owned) */
  char   *by;             /* (owned) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path_or_title);
  g_free (opening->by);
  g_free (opening);
}

/**
 * sl_session_dup_library_folder:
 *
 * Returns: (transfer full): where the live cases of this person are kept
 */
char *
sl_session_dup_library_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "sourceline", "cases", NULL);
}

static SlCase *
open_case (const Opening  *opening,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autofree char *folder = sl_session_dup_library_folder ();
  g_autoptr (SlLibrary) library = NULL;
  g_autofree char *path = NULL;

  if (opening->what == SL_OPEN_PATH)
    return sl_case_open (opening->path_or_title, SL_CASE_OPEN_READ_WRITE, error);
  library = sl_library_new (folder);
  if (opening->what == SL_OPEN_NEW)
    return sl_library_create (library, opening->path_or_title, g_get_real_time () / G_USEC_PER_SEC, error);
  path = sl_library_import (library, opening->path_or_title, cancellable, error);
  return path != NULL ? sl_case_open (path, SL_CASE_OPEN_READ_WRITE, error) : NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SlCase *opened = open_case (data, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sl_session_open_async:
 * @path_or_title: the case file, or the title of a new case
 * @by: who works on it, for the history
 *
 * Opens a case in a thread, for it is checked on opening. The case that is open stays until then.
 */
void
sl_session_open_async (SlSession           *self,
                       SlOpen               what,
                       const char          *path_or_title,
                       const char          *by,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening = NULL;

  g_return_if_fail (SL_IS_SESSION (self));
  g_return_if_fail (path_or_title != NULL);

  opening = g_new0 (Opening, 1);
  opening->what = what;
  opening->path_or_title = g_strdup (path_or_title);
  opening->by = g_strdup (by);
  task = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * sl_session_open_finish:
 *
 * Takes the opened case over and closes the one before.
 *
 * Returns: whether it could be opened; fails with SL_STORE_ERROR
 */
gboolean
sl_session_open_finish (SlSession     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (SlCase) opened = NULL;
  g_autoptr (SlWorkbench) workbench = NULL;
  const Opening *opening = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return FALSE;
  if (!sl_session_close (self, error))
    return FALSE;
  opening = g_task_get_task_data (G_TASK (result));
  workbench = sl_workbench_new (opened, opening->by);
  sl_session_set_workbench (self, workbench);
  return TRUE;
}

/**
 * sl_session_close:
 *
 * Closes the case, so that it is one file again.
 *
 * Returns: whether it went well; the session has no case afterwards either way
 */
gboolean
sl_session_close (SlSession  *self,
                  GError    **error)
{
  g_autoptr (SlCase) closing = NULL;

  g_return_val_if_fail (SL_IS_SESSION (self), FALSE);

  if (self->workbench == NULL)
    return TRUE;
  closing = g_object_ref (sl_workbench_get_case (self->workbench));
  sl_session_set_workbench (self, NULL);
  return sl_case_close (closing, error);
}
