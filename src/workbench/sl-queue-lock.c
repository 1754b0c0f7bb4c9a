/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/sl-case.h"

struct _SlQueueLock
{
  int fd;  /* (owned) */
};

/* Not the case file itself: closing a second descriptor of it would end SQLite's own locks. */
static int
open_lock (const char *case_id)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "sourceline", NULL);
  g_autofree char *name = g_strdup_printf ("queue-%s.lock", case_id);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  return open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/**
 * sl_queue_lock_new:
 * @case_id: the case's UUID
 *
 * Claims the queue of a case for this process and this user.
 *
 * Fails with %SL_STORE_ERROR_BUSY when somebody has it, %SL_STORE_ERROR_IO when there is no place for the claim.
 *
 * Returns: (transfer full) (nullable)
 */
SlQueueLock *
sl_queue_lock_new (const char  *case_id,
                   GError     **error)
{
  SlQueueLock *self;
  int fd = g_uuid_string_is_valid (case_id) ? open_lock (case_id) : -1;

  if (fd < 0)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                   _ ("The queue cannot be claimed in “%s”: %s."), g_get_user_runtime_dir (), g_strerror (errno));
      return NULL;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY,
                           _ ("Another program works through the queue of this case. What you added is in it."));
      return NULL;
    }

  self = g_new0 (SlQueueLock, 1);
  self->fd = fd;
  return self;
}

/**
 * sl_queue_lock_free:
 *
 * Lets go of the queue; %NULL is fine.
 */
void
sl_queue_lock_free (SlQueueLock *self)
{
  if (self == NULL)
    return;

  close (self->fd);
  g_free (self);
}
