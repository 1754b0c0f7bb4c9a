/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
probe (const char *profile,
       const char *deed,
       const char *argument)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "helper", "sandbox-probe", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, path, profile, deed, argument, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_strchomp (output);
  g_test_message ("%s %s %s: %s", profile, deed, argument != NULL ? argument : "", output);
  return output;
}

static gboolean
can (const char *profile,
     const char *deed,
     const char *argument)
{
  g_autofree char *output = probe (profile, deed, argument);

  return g_str_equal (output, "done");
}

static gboolean
has (const char *profile,
     const char *part)
{
  g_autofree char *level = probe (profile, "level", NULL);

  return strstr (level, part) != NULL;
}

/* What holds with either of the two mechanisms, so on every system that has one of them. */
static void
test_deeds (void)
{
  static const struct
  {
    const char *deed;
    const char *argument;
    gboolean fetcher;
    gboolean reader;
  } cases[] = {
    { "listen", NULL, FALSE, FALSE },
    { "unix", NULL, FALSE, FALSE },
    { "fork", NULL, FALSE, FALSE },
    { "exec", NULL, FALSE, FALSE },
    { "signal", NULL, FALSE, FALSE },
    { "thread", NULL, TRUE, TRUE },
    { "map", NULL, TRUE, TRUE },
    { "map-code", NULL, TRUE, FALSE },
    { "write", "/dev/null", FALSE, FALSE },
    { "read", "/etc/hosts", TRUE, FALSE },
    { "read", "/usr/lib/os-release", TRUE, FALSE },
  };

  if (has ("fetcher", "seccomp=0"))
    {
      g_test_skip ("no system call filter here");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (can ("fetcher", cases[i].deed, cases[i].argument), ==, cases[i].fetcher);
      g_assert_cmpint (can ("reader", cases[i].deed, cases[i].argument), ==, cases[i].reader);
    }
}

/* A container may offer neither mechanism; then there is nothing to test but that the level says so. */
static gboolean
skip_without_mechanism (void)
{
  if (!has ("reader", "landlock=0") || !has ("reader", "seccomp=0"))
    return FALSE;

  g_test_skip ("neither Landlock nor a system call filter here");
  return TRUE;
}

static void
test_files (void)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "secret", NULL);
  g_autofree char *created = g_build_filename (g_get_user_data_dir (), "created", NULL);

  if (skip_without_mechanism ())
    return;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (own, "secret", -1, NULL));
  g_assert_false (can ("reader", "read", own));
  g_assert_false (can ("fetcher", "write", created));
  g_assert_false (g_file_test (created, G_FILE_TEST_EXISTS));

  if (has ("fetcher", "landlock=0"))
    {
      g_test_skip ("no Landlock here");
      return;
    }

  g_assert_true (has ("fetcher", "whole=1"));
  g_assert_false (can ("fetcher", "read", own));
  g_assert_false (can ("fetcher", "read", "/etc/passwd"));
  g_assert_false (can ("fetcher", "read", "/proc/self/environ"));
}

static void
test_network (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autofree char *port = g_strdup_printf ("%u", g_socket_listener_add_any_inet_port (listener, NULL, NULL));

  g_assert_true (can ("fetcher", "connect", port));
  if (skip_without_mechanism ())
    return;
  g_assert_false (can ("reader", "connect", port));
}

static void
test_memory (void)
{
  if (has ("fetcher", "memory=0"))
    {
      g_test_skip ("memory is not limited in builds with AddressSanitizer");
      return;
    }

  g_assert_true (can ("fetcher", "allocate", "512"));
  g_assert_false (can ("fetcher", "allocate", "1100"));
  g_assert_true (can ("reader", "allocate", "512"));
  g_assert_false (can ("reader", "allocate", "1100"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sandbox/deeds", test_deeds);
  g_test_add_func ("/sandbox/files", test_files);
  g_test_add_func ("/sandbox/network", test_network);
  g_test_add_func ("/sandbox/memory", test_memory);
  return g_test_run ();
}
