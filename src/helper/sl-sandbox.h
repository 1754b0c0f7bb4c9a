/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlSandboxProfile:
 * @SL_SANDBOX_FETCHER: the network; of files only what TLS trust and name lookup read
 * @SL_SANDBOX_READER: neither network nor files; whatever is needed was loaded before
 *
 * What a helper process may still do after it has been locked down.
 */
typedef enum
{
  SL_SANDBOX_FETCHER,
  SL_SANDBOX_READER,
} SlSandboxProfile;

/**
 * SlSandboxLimits:
 * @memory_bytes: address space beyond what the process has mapped when it is locked down, 0 for no limit
 * @cpu_seconds: processor time for one request, 0 for no limit
 * @files: descriptors open at the same time, 0 for no limit
 *
 * Resource limits of a helper process.
 *
 * @memory_bytes is not applied in builds with AddressSanitizer, whose shadow
 * memory alone is larger than any sensible limit.
 */
typedef struct
{
  guint64 memory_bytes;
  guint cpu_seconds;
  guint files;
} SlSandboxLimits;

/**
 * SlSandboxLevel:
 * @profile: the profile that was asked for
 * @no_new_privs: set-user-id programs and file capabilities have no effect any more
 * @landlock_abi: version of Landlock that is in force, 0 when the kernel offers none
 * @landlock_whole: whether it holds for every thread (see sl_sandbox_enter())
 * @seccomp: whether the system call filter is in force, for every thread
 * @memory_limited: whether the address space is limited
 *
 * The level of protection reached, as the hello frame states it.
 */
typedef struct
{
  SlSandboxProfile profile;
  gboolean no_new_privs;
  int landlock_abi;
  gboolean landlock_whole;
  gboolean seccomp;
  gboolean memory_limited;
} SlSandboxLevel;

const SlSandboxLimits *sl_sandbox_default_limits   (SlSandboxProfile        profile);
gboolean               sl_sandbox_enter            (SlSandboxProfile        profile,
                                                    const SlSandboxLimits  *limits,
                                                    SlSandboxLevel         *level,
                                                    GError                **error);
void                   sl_sandbox_grant_cpu        (guint                   seconds);
GVariant              *sl_sandbox_level_to_variant (const SlSandboxLevel   *level);
char                  *sl_sandbox_level_describe   (GVariant               *level);

G_END_DECLS
