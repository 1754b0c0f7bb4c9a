/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "workbench/sl-import.h"

#define TEXT "Pier cracked\n\nThe north pier cracked on 3 November 2025, the port said.\n"

typedef struct
{
  SlImportReport *report;
  guint           lines;   /* of progress */
  gboolean        over;
} Outcome;

static void
progress_cb (double      fraction,
             const char *what,
             gpointer    data)
{
  Outcome *outcome = data;

  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  outcome->lines++;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Outcome *outcome = data;
  g_autoptr (GError) error = NULL;

  outcome->report = sl_workbench_import_finish (SL_WORKBENCH (source), result, &error);
  g_assert_true ((outcome->report == NULL) == (error != NULL));
  outcome->over = TRUE;
}

static SlWorkbench *
make_workbench (void)
{
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  a_case = sl_case_create (path, "Quay", 1764000000, &error);
  g_assert_no_error (error);
  return sl_workbench_new (a_case, "tester");
}

static Outcome
import (SlWorkbench           *bench,
        const SlImportRequest *request,
        GCancellable          *cancellable)
{
  Outcome outcome = { NULL, 0, FALSE };

  sl_workbench_import_async (bench, request, progress_cb, &outcome, cancellable, done_cb, &outcome);
  while (!outcome.over)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return outcome;
}

/* Pasted text, a file that is not there, and progress that tells of it, beside the main loop. */
static void
test_async (void)
{
  g_autoptr (SlWorkbench) bench = make_workbench ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  const char *const files[] = { "/nowhere/at/all.warc", NULL };
  const SlImportRequest request = { .files = files, .bytes = bytes, .published = "2025-11-03" };
  Outcome outcome = import (bench, &request, NULL);

  g_assert_nonnull (outcome.report);
  g_assert_cmpuint (outcome.report->counts[SL_IMPORT_KEPT], ==, 1);
  g_assert_cmpuint (outcome.report->counts[SL_IMPORT_BROKEN], ==, 1);
  g_assert_cmpuint (outcome.lines, >=, 1);
  g_assert_false (outcome.report->cancelled);
  sl_import_report_free (outcome.report);
}

/* Cancelled before it began, it did nothing. */
static void
test_cancelled (void)
{
  g_autoptr (SlWorkbench) bench = make_workbench ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SlImportRequest request = { .bytes = bytes };
  SlQuery query = SL_QUERY_ALL;
  Outcome outcome;

  g_cancellable_cancel (cancellable);
  outcome = import (bench, &request, cancellable);
  g_assert_null (outcome.report);
  g_assert_cmpint (sl_case_count (sl_workbench_get_case (bench), SL_LIST_CAPTURES, &query, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import/async", test_async);
  g_test_add_func ("/import/cancelled", test_cancelled);
  return g_test_run ();
}
