/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-helper-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "helper/sl-helper-error.h"

struct _SlHelperProcess
{
  char        *program;     /* (owned): for messages */
  GSubprocess *subprocess;  /* (owned) */
  GSocket     *socket;      /* (owned) */
};

/* Of the environment the helper gets what its libraries need, and none of the secrets that people keep there. */
static const char *const kept_variables[] = {
  "ASAN_OPTIONS", "G_DEBUG", "G_MESSAGES_DEBUG", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR", "LANG", "LANGUAGE",
  "LC_ALL", "LC_MESSAGES", "LD_LIBRARY_PATH", "MALLOC_CHECK_", "MALLOC_PERTURB_", "P11_KIT_SERVER_ADDRESS", "PATH", "UBSAN_OPTIONS"
};

static char **
make_environment (void)
{
  char **environment = g_new0 (char *, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (kept_variables); i++)
    {
      const char *value = g_getenv (kept_variables[i]);

      if (value != NULL)
        environment = g_environ_setenv (environment, kept_variables[i], value, TRUE);
    }

  /* JavaScriptCore takes its memory from the system, where the limits of the sandbox apply, instead of from a
   * reservation of 64 GB that it makes beforehand. */
  environment = g_environ_setenv (environment, "Malloc", "1", TRUE);

  /* Neither a session bus nor the settings or mounts behind it are any of the helper's business. */
  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "memory", TRUE);
  environment = g_environ_setenv (environment, "GIO_USE_VFS", "local", TRUE);
  environment = g_environ_setenv (environment, "GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  environment = g_environ_setenv (environment, "GIO_USE_NETWORK_MONITOR", "base", TRUE);
  return environment;
}

static gboolean
set_error_from_errno (GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), g_strerror (saved));
  return FALSE;
}

static GSubprocess *
spawn (const char *const *argv,
       int child_fd, /* (transfer full) */
       GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_auto (GStrv) environment = make_environment ();
  int child_output = fcntl (child_fd, F_DUPFD_CLOEXEC, 3);

  if (child_output < 0)
    {
      set_error_from_errno (error);
      close (child_fd);
      return NULL;
    }

  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_set_cwd (launcher, "/");
  g_subprocess_launcher_take_stdin_fd (launcher, child_fd);
  g_subprocess_launcher_take_stdout_fd (launcher, child_output);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

static GSocket *
make_socket (int     *child_fd,
             GError **error)
{
  GSocket *socket;
  int fds[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
    {
      set_error_from_errno (error);
      return NULL;
    }

  socket = g_socket_new_from_fd (fds[0], error);
  if (socket == NULL)
    {
      close (fds[0]);
      close (fds[1]);
      return NULL;
    }

  g_socket_set_blocking (socket, FALSE);
  *child_fd = fds[1];
  return socket;
}

static void
describe_signal (const char  *program,
                 int          number,
                 GError     **error)
{
  if (number == SIGXCPU)
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_LIMIT,
                 _ ("%s was stopped: it needed more processor time than one request may use"), program);
  else if (number == SIGKILL)
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_LIMIT,
                 _ ("%s was stopped by the system, most likely because memory ran out"), program);
  else if (number == SIGTRAP || number == SIGABRT)
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CRASHED,
                 _ ("%s gave up (%s); it may have run out of the memory that it may use"), program, g_strsignal (number));
  else
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CRASHED,
                 _ ("%s crashed (%s)"), program, g_strsignal (number));
}

static void
describe_end (SlHelperProcess  *self,
              GError          **error)
{
  if (g_subprocess_get_if_signaled (self->subprocess))
    describe_signal (self->program, g_subprocess_get_term_sig (self->subprocess), error);
  else if (g_subprocess_get_exit_status (self->subprocess) == 0)
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED, _ ("%s left without an answer"), self->program);
  else
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CRASHED, _ ("%s failed (exit status %d)"),
                 self->program, g_subprocess_get_exit_status (self->subprocess));
}

/**
 * sl_helper_process_spawn:
 * @argv: (array zero-terminated=1): path of the executable and its arguments
 * @error: return location for a #GError
 *
 * Starts a helper whose standard input and output are one socket to us.
 *
 * Returns: (transfer full): the process; %NULL with %SL_HELPER_ERROR_START
 */
SlHelperProcess *
sl_helper_process_spawn (const char *const *argv,
                         GError           **error)
{
  g_autoptr (SlHelperProcess) self = g_new0 (SlHelperProcess, 1);
  g_autoptr (GError) failure = NULL;
  int child_fd = -1;

  self->program = g_strdup (argv[0]);
  self->socket = make_socket (&child_fd, &failure);
  if (self->socket != NULL)
    self->subprocess = spawn (argv, child_fd, &failure);
  if (self->subprocess != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_START,
               _ ("%s could not be started: %s. Reinstalling Sourceline may help."), argv[0], failure->message);
  return NULL;
}

/**
 * sl_helper_process_get_socket:
 * @self: a process
 *
 * Gets the connection to the process.
 *
 * Returns: (transfer none): a non-blocking socket
 */
GSocket *
sl_helper_process_get_socket (SlHelperProcess *self)
{
  return self->socket;
}

/**
 * sl_helper_process_kill:
 * @self: a process
 * @error: (optional): return location for a #GError
 *
 * Ends the process at once, unless it ended already, and says in @error how it came to its end:
 * %SL_HELPER_ERROR_CRASHED, %SL_HELPER_ERROR_LIMIT, or %SL_HELPER_ERROR_CLOSED when it left in good order.
 */
void
sl_helper_process_kill (SlHelperProcess  *self,
                        GError          **error)
{
  g_socket_close (self->socket, NULL);
  g_subprocess_force_exit (self->subprocess);
  g_subprocess_wait (self->subprocess, NULL, NULL);
  describe_end (self, error);
}

/**
 * sl_helper_process_free:
 * @self: a process
 *
 * Closes the connection, whereupon an idle helper leaves by itself. Does not wait for that.
 */
void
sl_helper_process_free (SlHelperProcess *self)
{
  g_clear_object (&self->socket);
  g_clear_object (&self->subprocess);
  g_free (self->program);
  g_free (self);
}
