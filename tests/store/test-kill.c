/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"

#define ROUNDS 12

/*
 * The child adds outlets, an act each, and reports each one through the pipe once it is durable.
 * The parent kills it after a while, and then every outlet that was reported must be there.
 */
static void
work (const char *path,
      int         report)
{
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, NULL);

  while (a_case != NULL)
    {
      g_autoptr (SlOutlet) outlet = sl_outlet_new ();

      outlet->name = g_strdup ("An outlet");
      if (!sl_case_begin_act (a_case, SL_ACT_DO, "Add outlet", "child", SAMPLE_NOW, NULL) || !sl_case_put_outlet (a_case, outlet, NULL) || !sl_case_commit_act (a_case, NULL) || write (report, &outlet->id, sizeof outlet->id) != (gssize) sizeof outlet->id)
        break;
    }

  _exit (1);
}

static void
kill_after (int   reports,
            pid_t child,
            int   n)
{
  SlId id;
  int status;

  for (int i = 0; i < n; i++)
    g_assert_cmpint (read (reports, &id, sizeof id), ==, sizeof id);

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
assert_all_there (const char *path,
                  int         reports,
                  gint64     *reported)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  SlId id;

  g_assert_no_error (error);
  while (read (reports, &id, sizeof id) == (gssize) sizeof id)
    {
      g_autoptr (SlOutlet) outlet = sl_case_get_outlet (a_case, id, &error);

      g_assert_no_error (error);
      (*reported)++;
    }

  g_assert_cmpint (sl_case_count (a_case, SL_LIST_OUTLETS, NULL, NULL), >=, *reported);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (sl_case_close (a_case, &error));
}

static void
test_kill (void)
{
  g_autoptr (SlCase) made = sample_make_case ("killed.sourceline");
  g_autofree char *path = g_strdup (sl_case_get_path (made));
  gint64 reported = 0;

  g_assert_true (sl_case_close (made, NULL));
  for (int round = 0; round < ROUNDS; round++)
    {
      int ends[2];
      pid_t child;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      if (child == 0)
        work (path, ends[1]);
      close (ends[1]);
      kill_after (ends[0], child, 1 + round * 3);
      reported += 1 + round * 3;
      assert_all_there (path, ends[0], &reported);
      close (ends[0]);
    }

  g_test_message ("%" G_GINT64_FORMAT " reported, none lost", reported);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/kill/kill", test_kill);

  return g_test_run ();
}
