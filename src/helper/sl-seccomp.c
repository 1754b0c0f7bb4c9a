/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-seccomp.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "helper/sl-helper-error.h"

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

/* An allow list: whatever is not named fails with EPERM. What stands here is what GLib's threads and
 * main loops, malloc, and each helper's libraries use; nothing that reaches another process, starts a
 * program, or changes a file.
 */

static const char *const common_calls[] = {
  /* descriptors that are open already */
  "read", "readv", "pread64", "preadv", "preadv2", "write", "writev", "close", "close_range", "lseek", "_llseek",
  "fstat", "fstat64", "fstatfs", "fstatfs64", "newfstatat", "fstatat64", "stat", "stat64", "lstat", "lstat64",
  "statx", "dup", "dup2", "dup3", "fcntl", "fcntl64", "pipe", "pipe2",
  /* memory */
  "munmap", "mremap", "madvise", "brk", "mincore", "membarrier",
  /* threads of this process */
  "futex", "futex_time64", "futex_wait", "futex_wake", "futex_requeue", "futex_waitv", "set_robust_list", "get_robust_list",
  "rseq", "sched_yield", "sched_getaffinity", "sched_getattr", "sched_getparam", "sched_getscheduler",
  "sched_get_priority_max", "sched_get_priority_min", "getpriority", "getcpu", "exit", "exit_group", "gettid", "getpid",
  "getppid", "getuid", "geteuid", "getgid", "getegid", "getuid32", "geteuid32", "getgid32", "getegid32", "set_tid_address",
  "arch_prctl",
  /* signals to itself */
  "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn", "rt_sigsuspend", "rt_sigtimedwait", "rt_sigpending",
  "sigaltstack", "restart_syscall",
  /* waiting */
  "poll", "ppoll", "ppoll_time64", "select", "_newselect", "pselect6", "pselect6_time64", "epoll_create", "epoll_create1",
  "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd", "eventfd2", "nanosleep", "clock_nanosleep", "clock_nanosleep_time64",
  /* time, chance, numbers */
  "clock_gettime", "clock_gettime64", "clock_getres", "clock_getres_time64", "gettimeofday", "time", "times", "getrandom",
  "getrusage", "getrlimit", "ugetrlimit", "sysinfo", "uname"
};

static const char *const fetcher_calls[] = {
  /* reading files; Landlock says which */
  "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "statfs", "statfs64",
  /* sockets of the families below; no listen, no accept */
  "connect", "bind", "shutdown", "getsockname", "getpeername", "getsockopt", "setsockopt", "send", "sendto", "sendmsg",
  "sendmmsg", "recv", "recvfrom", "recvmsg", "recvmmsg", "recvmmsg_time64",
  /* loading modules of GIO, TLS and name lookup */
  "mmap", "mmap2", "mprotect"
};

/* The C library tries these first and has another way, but only takes it when they do not exist. */
static const char *const missing_calls[] = {
  "clone3", "openat2", "epoll_pwait2", "fchmodat2", "memfd_secret"
};

/* libseccomp knows names of calls that this machine's architecture or the library's age lacks: they are skipped. */
static int
add_rule (scmp_filter_ctx            filter,
          uint32_t                   action,
          const char                *name,
          guint                      n_conditions,
          const struct scmp_arg_cmp *conditions)
{
  int number = seccomp_syscall_resolve_name (name);

  if (number == __NR_SCMP_ERROR)
    return 0;
  return seccomp_rule_add_array (filter, action, number, n_conditions, conditions);
}

static int
add_all (scmp_filter_ctx         filter,
         uint32_t                action,
         const char      *const *names,
         gsize                   n_names)
{
  int result = 0;

  for (gsize i = 0; i < n_names && result == 0; i++)
    result = add_rule (filter, action, names[i], 0, NULL);
  return result;
}

static int
allow_if (scmp_filter_ctx      filter,
          const char          *name,
          struct scmp_arg_cmp  condition)
{
  return add_rule (filter, SCMP_ACT_ALLOW, name, 1, &condition);
}

static int
allow_values (scmp_filter_ctx  filter,
              const char      *name,
              guint            argument,
              const guint32   *values,
              gsize            n_values)
{
  int result = 0;

  for (gsize i = 0; i < n_values && result == 0; i++)
    result = allow_if (filter, name, SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, 0xffffffffu, values[i]));
  return result;
}

/* Threads yes, processes no; signals, limits and names of this process only. */
static int
allow_own_process (scmp_filter_ctx filter)
{
  static const guint32 prctls[] = { PR_SET_NAME, PR_GET_NAME, PR_SET_VMA, PR_GET_DUMPABLE };
  static const guint32 ioctls[] = { FIONREAD, FIONBIO, TCGETS };
  const guint32 own[] = { 0, (guint32) getpid () };
  int result;

  if ((result = allow_if (filter, "clone", SCMP_CMP (0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD))) != 0
      || (result = allow_values (filter, "tgkill", 0, own + 1, 1)) != 0
      || (result = allow_values (filter, "prlimit64", 0, own, G_N_ELEMENTS (own))) != 0
      || (result = allow_values (filter, "prctl", 0, prctls, G_N_ELEMENTS (prctls))) != 0)
    return result;
  return allow_values (filter, "ioctl", 1, ioctls, G_N_ELEMENTS (ioctls));
}

static int
allow_fetcher (scmp_filter_ctx filter)
{
  static const guint32 families[] = { AF_INET, AF_INET6, AF_NETLINK };
  const guint64 writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  int result;

  if ((result = add_all (filter, SCMP_ACT_ALLOW, fetcher_calls, G_N_ELEMENTS (fetcher_calls))) != 0
      || (result = allow_if (filter, "open", SCMP_CMP (1, SCMP_CMP_MASKED_EQ, writing, O_RDONLY))) != 0
      || (result = allow_if (filter, "openat", SCMP_CMP (2, SCMP_CMP_MASKED_EQ, writing, O_RDONLY))) != 0)
    return result;

  /* No AF_UNIX: behind it lie the session bus, the display and other doors out of the sandbox. */
  return allow_values (filter, "socket", 0, families, G_N_ELEMENTS (families));
}

/* Nothing is opened and no memory becomes executable: everything was loaded before. The one range that JavaScriptCore
 * compiles into is both writable and executable from the start; the filter keeps it the only one. */
static int
allow_reader (scmp_filter_ctx filter)
{
  static const char *const calls[] = { "mmap", "mmap2", "mprotect" };
  int result = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (calls) && result == 0; i++)
    result = allow_if (filter, calls[i], SCMP_CMP (2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  return result;
}

static int
build_and_load (scmp_filter_ctx   filter,
                SlSandboxProfile  profile,
                gboolean         *offered)
{
  int result;

  if ((result = seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1)) != 0
      || (result = seccomp_attr_set (filter, SCMP_FLTATR_API_SYSRAWRC, 1)) != 0
      || (result = add_all (filter, SCMP_ACT_ALLOW, common_calls, G_N_ELEMENTS (common_calls))) != 0
      || (result = add_all (filter, SCMP_ACT_ERRNO (ENOSYS), missing_calls, G_N_ELEMENTS (missing_calls))) != 0
      || (result = allow_own_process (filter)) != 0
      || (result = profile == SL_SANDBOX_FETCHER ? allow_fetcher (filter) : allow_reader (filter)) != 0)
    return result;

  result = seccomp_load (filter);
  *offered = result != -EINVAL && result != -ENOSYS && result != -EPERM && result != -EACCES;
  return result;
}

/**
 * sl_seccomp_load:
 * @profile: what the process needs
 * @loaded: (out): whether the filter is in force; %FALSE when the kernel or the container offers none
 * @error: return location for a #GError
 *
 * Installs the system call filter for all threads.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_SANDBOX when the filter could not be made
 */
gboolean
sl_seccomp_load (SlSandboxProfile   profile,
                 gboolean          *loaded,
                 GError           **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean offered = TRUE;
  int result = -ENOMEM;

  if (filter != NULL)
    {
      result = build_and_load (filter, profile, &offered);
      seccomp_release (filter);
    }

  *loaded = result == 0;
  if (result == 0 || !offered)
    return TRUE;

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_SANDBOX,
               _ ("The process could not be locked down: %s: %s"), "seccomp", g_strerror (-result));
  return FALSE;
}
