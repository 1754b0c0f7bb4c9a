/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sl-ui-fixture.h"
#include "ui/sl-export-choice.h"
#include "ui/sl-export-dialog.h"
#include "ui/sl-source-chooser.h"

static gboolean
is_idle (gpointer jobs)
{
  return !sl_jobs_get_busy (jobs);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

/* Whatever is offered can be written, as a job that leaves a file and nothing in the list. */
static void
test_choices (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  SlJobs *jobs = sl_jobs_new (fixture->session);
  guint n_choices;
  const SlExportChoice *choices = sl_export_choices (&n_choices);
  guint exported = 0;

  g_signal_connect_swapped (jobs, "exported", G_CALLBACK (count_cb), &exported);
  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, ".", choices[i].suffix, NULL);

      g_assert_true (sl_export_choice_find (choices[i].format) == &choices[i]);
      sl_jobs_export (jobs, &(SlExportRequest) { choices[i].format, path, &fixture->source, choices[i].of_sources ? 1 : 0 });
      sl_ui_fixture_wait (is_idle, jobs);
      sl_ui_fixture_settle ();
      g_assert_cmpuint (exported, ==, i + 1);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (jobs)), ==, 0);
  g_assert_null (sl_export_choice_find ("doc"));
  g_assert_finalize_object (jobs);
}

/* The sources that are chosen count only for formats that can leave others out. */
static void
test_dialog (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  SlJobs *jobs = sl_jobs_new (fixture->session);
  AdwDialog *dialog = sl_export_dialog_new (fixture->session, jobs, fixture->source);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) none = NULL;
  SlExportRequest request;

  g_object_ref_sink (dialog);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  sl_export_dialog_make_request (SL_EXPORT_DIALOG (dialog), "a", &keys, &request);
  g_assert_cmpstr (request.format, ==, "wacz");
  g_assert_cmpstr (request.path, ==, "a");
  g_assert_cmpuint (request.n_keys, ==, 1);
  g_assert_cmpint (request.keys[0], ==, fixture->source);

  sl_export_dialog_set_format (SL_EXPORT_DIALOG (dialog), "pdf");
  sl_export_dialog_make_request (SL_EXPORT_DIALOG (dialog), "b", &none, &request);
  g_assert_cmpstr (request.format, ==, "pdf");
  g_assert_cmpuint (request.n_keys, ==, 0);
  g_assert_finalize_object (dialog);
  g_assert_finalize_object (jobs);
}

static void
test_chooser (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  SlSourceChooser *chooser = g_object_ref_sink (g_object_new (SL_TYPE_SOURCE_CHOOSER, NULL));
  g_autoptr (GArray) chosen = NULL;
  guint notified = 0;

  sl_source_chooser_set_case (chooser, sl_session_get_case (fixture->session));
  g_signal_connect_swapped (chooser, "notify::n-chosen", G_CALLBACK (count_cb), &notified);
  sl_source_chooser_choose (chooser, fixture->source, TRUE);
  sl_source_chooser_choose (chooser, fixture->source, TRUE);
  g_assert_cmpuint (notified, ==, 1);
  chosen = sl_source_chooser_dup_chosen (chooser);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (chosen, SlId, 0), ==, fixture->source);
  sl_source_chooser_choose (chooser, fixture->source, FALSE);
  g_assert_cmpuint (sl_source_chooser_get_n_chosen (chooser), ==, 0);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_finalize_object (chooser);
}

int
main (int   argc,
      char *argv[])
{
  sl_ui_fixture_isolate ("export");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/export/choices", test_choices);
  g_test_add_func ("/ui/export/dialog", test_dialog);
  g_test_add_func ("/ui/export/chooser", test_chooser);
  return g_test_run ();
}
