/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "helper/sl-helper-error.h"

/* The kernel's documentation (userspace-api/landlock) describes the versions of the interface. The
 * attributes and the newer rights are spelled out here, so that a build against the headers
 * of an older kernel still protects on a newer one.
 */

typedef struct
{
  guint64 handled_access_fs;
  guint64 handled_access_net;
  guint64 scoped;
} RulesetAttr;

#define RIGHTS_FS_ABI_1 ((1ULL << 13) - 1)
#define RIGHT_FS_REFER (1ULL << 13)
#define RIGHT_FS_TRUNCATE (1ULL << 14)
#define RIGHT_FS_IOCTL_DEV (1ULL << 15)
#define RIGHT_NET_BIND_TCP (1ULL << 0)
#define RIGHT_NET_CONNECT_TCP (1ULL << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define SCOPE_SIGNAL (1ULL << 1)

static gboolean
set_error_from_errno (GError     **error,
                      const char  *what)
{
  int saved = errno;

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_SANDBOX,
               _ ("The process could not be locked down: %s: %s"), what, g_strerror (saved));
  return FALSE;
}

/**
 * sl_landlock_get_abi:
 *
 * Asks the kernel which version of Landlock it offers.
 *
 * Returns: the version, 0 when Landlock is missing, switched off or forbidden here
 */
int
sl_landlock_get_abi (void)
{
  long abi = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

  return abi > 0 ? (int) abi : 0;
}

static RulesetAttr
make_attr (int      abi,
           gboolean may_connect)
{
  RulesetAttr attr = { .handled_access_fs = RIGHTS_FS_ABI_1 };

  if (abi >= 2)
    attr.handled_access_fs |= RIGHT_FS_REFER;
  if (abi >= 3)
    attr.handled_access_fs |= RIGHT_FS_TRUNCATE;
  if (abi >= 4)
    attr.handled_access_net = RIGHT_NET_BIND_TCP | (may_connect ? 0 : RIGHT_NET_CONNECT_TCP);
  if (abi >= 5)
    attr.handled_access_fs |= RIGHT_FS_IOCTL_DEV;
  if (abi >= 6)
    attr.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL;
  return attr;
}

static gboolean
allow_reading (int          ruleset,
               const char  *path,
               GError     **error)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE };
  struct stat info;
  gboolean done;
  int fd = open (path, O_PATH | O_CLOEXEC);

  /* Systems keep these files in different places; what is not there needs no rule. */
  if (fd < 0)
    return TRUE;

  if (fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = fd;
  done = syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  if (!done)
    set_error_from_errno (error, path);
  close (fd);
  return done;
}

static gboolean
fill_and_enforce (int                ruleset,
                  const char *const *readable,
                  GError           **error)
{
  for (gsize i = 0; readable[i] != NULL; i++)
    {
      if (!allow_reading (ruleset, readable[i], error))
        return FALSE;
    }

  if (syscall (SYS_landlock_restrict_self, ruleset, 0) != 0)
    return set_error_from_errno (error, "landlock_restrict_self");
  return TRUE;
}

/**
 * sl_landlock_restrict:
 * @readable: (array zero-terminated=1): files and folders that may still be read; missing ones are skipped
 * @may_connect: whether TCP connections may be opened (never accepted)
 * @error: return location for a #GError
 *
 * Takes all other access to files away from this thread and those that it starts from now on, and,
 * as far as the kernel's version knows them, accepting or opening TCP connections, abstract sockets of
 * others and signals to others.
 *
 * The caller has set no_new_privs.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_SANDBOX when the kernel offers Landlock but refused
 */
gboolean
sl_landlock_restrict (const char *const *readable,
                      gboolean           may_connect,
                      GError           **error)
{
  RulesetAttr attr = make_attr (sl_landlock_get_abi (), may_connect);
  gboolean done;
  int ruleset;

  g_return_val_if_fail (readable != NULL, FALSE);

  ruleset = (int) syscall (SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
  if (ruleset < 0)
    return set_error_from_errno (error, "landlock_create_ruleset");

  done = fill_and_enforce (ruleset, readable, error);
  close (ruleset);
  return done;
}
