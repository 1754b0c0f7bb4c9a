/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-sandbox.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "helper/sl-helper-error.h"
#include "helper/sl-landlock.h"
#include "helper/sl-seccomp.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ADDRESS_SANITIZER 1
#endif
#endif

#ifndef HAVE_ADDRESS_SANITIZER
#define HAVE_ADDRESS_SANITIZER 0
#endif

#define MIB (1024ULL * 1024ULL)

/* A response of 32 MiB exists up to six times for a moment: wire, payload, body, and all of them in a frame. */
static const SlSandboxLimits fetcher_limits = { .memory_bytes = 1024 * MIB, .cpu_seconds = 60, .files = 256 };

/* The tree of a page is many times its size. */
static const SlSandboxLimits reader_limits = { .memory_bytes = 1024 * MIB, .cpu_seconds = 30, .files = 64 };

/* What looking up a name, trusting a certificate, and loading the modules for both reads. */
static const char *const fetcher_files[] = {
  /* certificates and crypto policies */
  "/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/etc/crypto-policies", "/etc/gnutls", "/etc/pkcs11",
  "/usr/share/ca-certificates", "/usr/share/crypto-policies", "/usr/share/p11-kit", "/usr/share/pki",
  "/usr/local/share/ca-certificates", "/var/lib/ca-certificates", "/run/host/etc/ssl",
  /* name lookup */
  "/etc/gai.conf", "/etc/host.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/protocols", "/etc/resolv.conf",
  "/etc/services", "/run/NetworkManager/resolv.conf", "/run/resolvconf", "/run/systemd/resolve",
  /* libraries and their modules */
  "/app/lib", "/etc/ld.so.cache", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib",
  /* messages and times */
  "/etc/localtime", "/usr/share/locale", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom",
  NULL
};

static const char *const no_files[] = { NULL };

static gboolean
set_limit (int       resource,
           guint64   value,
           GError  **error)
{
  struct rlimit limit;

  if (value == 0)
    return TRUE;

  /* Never above what the process was started with. */
  if (getrlimit (resource, &limit) == 0)
    {
      limit.rlim_cur = limit.rlim_max = MIN ((rlim_t) value, limit.rlim_max);
      if (setrlimit (resource, &limit) == 0)
        return TRUE;
    }

  int saved = errno;

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_SANDBOX,
               _ ("The process could not be locked down: %s: %s"), "setrlimit", g_strerror (saved));
  return FALSE;
}

static gboolean
set_no_core (GError **error)
{
  const struct rlimit none = { .rlim_cur = 0, .rlim_max = 0 };
  int saved;

  if (setrlimit (RLIMIT_CORE, &none) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_SANDBOX,
               _ ("The process could not be locked down: %s: %s"), "setrlimit", g_strerror (saved));
  return FALSE;
}

/* JavaScriptCore reserves gigabytes that it never uses, so what counts is what comes on top. */
static guint64
get_mapped_bytes (void)
{
  g_autofree char *statm = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return 0;
  return g_ascii_strtoull (statm, NULL, 10) * (guint64) sysconf (_SC_PAGESIZE);
}

static gboolean
set_limits (const SlSandboxLimits  *limits,
            SlSandboxLevel         *level,
            GError                **error)
{
  guint64 mapped_bytes = get_mapped_bytes ();
  guint64 memory_bytes = 0;

  if (!HAVE_ADDRESS_SANITIZER && limits->memory_bytes != 0 && mapped_bytes != 0)
    memory_bytes = mapped_bytes + limits->memory_bytes;

  level->memory_limited = memory_bytes != 0;
  return set_no_core (error)
         && set_limit (RLIMIT_NOFILE, limits->files, error)
         && set_limit (RLIMIT_AS, memory_bytes, error);
}

static gboolean
set_no_new_privs (SlSandboxLevel  *level,
                  GError         **error)
{
  int saved;

  level->no_new_privs = prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (level->no_new_privs)
    return TRUE;

  saved = errno;
  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_SANDBOX,
               _ ("The process could not be locked down: %s: %s"), "PR_SET_NO_NEW_PRIVS", g_strerror (saved));
  return FALSE;
}

static gboolean
has_one_thread (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  int n = 0;

  if (tasks == NULL)
    return FALSE;
  while (g_dir_read_name (tasks) != NULL)
    n++;
  return n == 1;
}

static gboolean
restrict_files (SlSandboxProfile   profile,
                SlSandboxLevel    *level,
                GError           **error)
{
  gboolean fetcher = profile == SL_SANDBOX_FETCHER;

  level->landlock_abi = sl_landlock_get_abi ();
  if (level->landlock_abi == 0)
    return TRUE;

  level->landlock_whole = has_one_thread ();
  return sl_landlock_restrict (fetcher ? fetcher_files : no_files, fetcher, error);
}

/**
 * sl_sandbox_default_limits:
 * @profile: a profile
 *
 * Gets the limits that fit a profile.
 *
 * Returns: (transfer none): static limits
 */
const SlSandboxLimits *
sl_sandbox_default_limits (SlSandboxProfile profile)
{
  return profile == SL_SANDBOX_FETCHER ? &fetcher_limits : &reader_limits;
}

/**
 * sl_sandbox_enter:
 * @profile: what the process may still do
 * @limits: (nullable): resource limits, %NULL for sl_sandbox_default_limits()
 * @level: (out): what is in force now
 * @error: return location for a #GError
 *
 * Locks this process down, for good.
 *
 * A kernel or container that offers no Landlock or no system call filter is no error: the helper
 * still runs, and @level says what it lacks, so that its client can tell the person.
 *
 * The system call filter holds for all threads. Landlock holds for this thread and those that it starts later: call
 * this in the main thread before others exist. For the reader the filter refuses every open
 * as well, so threads that its libraries started before are held by that.
 *
 * In the reader nothing can be opened afterwards and no memory made executable. What a library loads when
 * it is first needed (character set converters of iconv, modules, fonts, JavaScriptCore's stack bounds
 * from /proc/self/maps, and the range that its compiler writes into) has to be used once before.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_SANDBOX when something that is on offer could not be put in
 *   force; the process should end then
 */
gboolean
sl_sandbox_enter (SlSandboxProfile        profile,
                  const SlSandboxLimits  *limits,
                  SlSandboxLevel         *level,
                  GError                **error)
{
  g_return_val_if_fail (level != NULL, FALSE);

  *level = (SlSandboxLevel) { .profile = profile };
  return set_no_new_privs (level, error)
         && set_limits (limits != NULL ? limits : sl_sandbox_default_limits (profile), level, error)
         && restrict_files (profile, level, error)
         && sl_seccomp_load (profile, &level->seccomp, error);
}

/**
 * sl_sandbox_grant_cpu:
 * @seconds: processor time from now on, 0 for no limit
 *
 * Lets the system end this process with SIGXCPU once it has used @seconds more of processor time.
 *
 * The limit of a process counts from its start; a helper that lives long is granted anew for each request.
 */
void
sl_sandbox_grant_cpu (guint seconds)
{
  struct rusage used;
  struct rlimit limit;

  if (seconds == 0 || getrusage (RUSAGE_SELF, &used) != 0 || getrlimit (RLIMIT_CPU, &limit) != 0)
    return;

  limit.rlim_cur = MIN ((rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec + 2 + seconds), limit.rlim_max);
  setrlimit (RLIMIT_CPU, &limit);
}

/**
 * sl_sandbox_level_to_variant:
 * @level: what sl_sandbox_enter() reached
 *
 * Puts a level into a hello frame.
 *
 * Returns: (transfer floating): a dictionary
 */
GVariant *
sl_sandbox_level_to_variant (const SlSandboxLevel *level)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "profile", "s", level->profile == SL_SANDBOX_FETCHER ? "fetcher" : "reader");
  g_variant_dict_insert (&dict, "no-new-privs", "b", level->no_new_privs);
  g_variant_dict_insert (&dict, "landlock-abi", "i", level->landlock_abi);
  g_variant_dict_insert (&dict, "landlock-whole", "b", level->landlock_whole);
  g_variant_dict_insert (&dict, "seccomp", "b", level->seccomp);
  g_variant_dict_insert (&dict, "memory-limited", "b", level->memory_limited);
  return g_variant_dict_end (&dict);
}

static void
add_part (GString    *text,
          const char *part)
{
  if (text->len > 0)
    g_string_append (text, _ (", "));
  g_string_append (text, part);
}

/**
 * sl_sandbox_level_describe:
 * @level: the entry "sandbox" of a hello frame
 *
 * Says in words how well a helper is locked down.
 *
 * Returns: (transfer full): a translated sentence fragment
 */
char *
sl_sandbox_level_describe (GVariant *level)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *landlock = NULL;
  gboolean no_new_privs = FALSE, whole = FALSE, seccomp = FALSE, memory_limited = FALSE;
  int abi = 0;

  g_return_val_if_fail (g_variant_is_of_type (level, G_VARIANT_TYPE_VARDICT), NULL);

  g_variant_lookup (level, "no-new-privs", "b", &no_new_privs);
  g_variant_lookup (level, "landlock-abi", "i", &abi);
  g_variant_lookup (level, "landlock-whole", "b", &whole);
  g_variant_lookup (level, "seccomp", "b", &seccomp);
  g_variant_lookup (level, "memory-limited", "b", &memory_limited);

  if (whole)
    landlock = g_strdup_printf (_ ("files restricted by Landlock %d"), abi);
  else
    landlock = g_strdup_printf (_ ("files restricted by Landlock %d in the main thread"), abi);
  add_part (text, no_new_privs ? _ ("no new privileges") : _ ("privileges not given up"));
  add_part (text, abi > 0 ? landlock : _ ("files not restricted, as this system has no Landlock"));
  add_part (text, seccomp ? _ ("system calls filtered") : _ ("system calls not filtered, as this system does not allow it"));
  add_part (text, memory_limited ? _ ("memory limited") : _ ("memory not limited"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}
