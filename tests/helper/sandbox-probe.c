/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locks itself down and tries one thing: test-sandbox.c starts it. Prints "done", or why it could not be done. */

#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "helper/sl-sandbox.h"

static gboolean
try_open (const char *path,
          int         flags)
{
  return open (path, flags, 0600) >= 0;
}

static gboolean
try_connect (const char *port)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons ((guint16) atoi (port)) };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return fd >= 0 && connect (fd, (struct sockaddr *) &address, sizeof address) == 0;
}

static gboolean
try_listen (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return fd >= 0 && bind (fd, (struct sockaddr *) &address, sizeof address) == 0 && listen (fd, 1) == 0;
}

static gboolean
try_fork (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  return child > 0;
}

static void *
nothing_thread (void *data)
{
  return data;
}

static gboolean
try_thread (void)
{
  pthread_t thread;
  int failure = pthread_create (&thread, NULL, nothing_thread, NULL);

  errno = failure;
  return failure == 0 && pthread_join (thread, NULL) == 0;
}

static gboolean
try_map (int protection)
{
  return mmap (NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
try_allocate (const char *mebibytes)
{
  size_t size = (size_t) atoi (mebibytes) << 20;
  void *memory = malloc (size);
  gboolean got = memory != NULL;

  free (memory);
  if (!got)
    errno = ENOMEM;
  return got;
}

static gboolean
try_deed (const char *deed,
          const char *argument)
{
  if (strcmp (deed, "read") == 0)
    return try_open (argument, O_RDONLY);
  if (strcmp (deed, "write") == 0)
    return try_open (argument, O_WRONLY | O_CREAT);
  if (strcmp (deed, "connect") == 0)
    return try_connect (argument);
  if (strcmp (deed, "listen") == 0)
    return try_listen ();
  if (strcmp (deed, "unix") == 0)
    return socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
  if (strcmp (deed, "fork") == 0)
    return try_fork ();
  if (strcmp (deed, "exec") == 0)
    return execl ("/bin/true", "/bin/true", NULL) == 0;
  if (strcmp (deed, "thread") == 0)
    return try_thread ();
  if (strcmp (deed, "signal") == 0)
    return kill (getppid (), 0) == 0;
  if (strcmp (deed, "map") == 0)
    return try_map (PROT_READ | PROT_WRITE);
  if (strcmp (deed, "map-code") == 0)
    return try_map (PROT_READ | PROT_EXEC);
  if (strcmp (deed, "allocate") == 0)
    return try_allocate (argument);
  g_assert_not_reached ();
}

static int
print_level (const SlSandboxLevel *level)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (sl_sandbox_level_to_variant (level));
  g_autofree char *words = sl_sandbox_level_describe (variant);

  printf ("landlock=%d whole=%d seccomp=%d nnp=%d memory=%d: %s\n",
          level->landlock_abi, level->landlock_whole, level->seccomp, level->no_new_privs, level->memory_limited, words);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  SlSandboxProfile profile = strcmp (argv[1], "reader") == 0 ? SL_SANDBOX_READER : SL_SANDBOX_FETCHER;
  SlSandboxLevel level;
  const char *result = "done";

  if (!sl_sandbox_enter (profile, NULL, &level, &error))
    {
      printf ("%s\n", error->message);
      return 1;
    }

  if (strcmp (argv[2], "level") == 0)
    return print_level (&level);
  if (!try_deed (argv[2], argc > 3 ? argv[3] : NULL))
    result = g_strerror (errno);
  printf ("%s\n", result);
  return 0;
}
