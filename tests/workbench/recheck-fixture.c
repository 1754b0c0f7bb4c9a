/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "recheck-fixture.h"

#include <string.h>

#include "test-site.h"

#define NOW (G_GINT64_CONSTANT (1764000000) * G_USEC_PER_SEC)

void
fixture_set_up (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  (void) data;
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->a_case = sl_case_create (path, "Ferry", NOW, &error);
  g_assert_no_error (error);
  f->bench = sl_workbench_new (f->a_case, "tester");
  f->server = test_server_new (test_site_handle, NULL);
}

void
fixture_tear_down (Fixture       *f,
                   gconstpointer  data)
{
  (void) data;
  g_assert_true (sl_case_close (f->a_case, NULL));
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
  test_server_free (f->server);
}

char *
fixture_make_url (Fixture    *f,
                  const char *page)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", test_server_get_port (f->server), page);
}

SlAddReport *
fixture_add_page (Fixture    *f,
                  const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = fixture_make_url (f, page);
  SlAddRequest request = { .what = url, .typed = TRUE };
  SlAddReport *report = sl_workbench_add (f->bench, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_no_error (report->trouble);
  return report;
}

/* Pins a claim to words of a document; returns the claim. */
SlId
fixture_pin (Fixture    *f,
             SlId        document_id,
             const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sl_case_load_text (f->a_case, document_id, &error);
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_NEW_CLAIM, document_id);
  const char *at = strstr (text, words);
  SlId claim;

  g_assert_nonnull (at);
  command->start_cp = (gsize) g_utf8_pointer_to_offset (text, at);
  command->end_cp = command->start_cp + (gsize) g_utf8_strlen (words, -1);
  claim = sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
  return claim;
}

SlId
fixture_pin_quote (Fixture *f,
                   SlId     document_id)
{
  return fixture_pin (f, document_id, TEST_SITE_QUOTE);
}

SlCheck *
fixture_check_source (Fixture *f,
                      SlId     source_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = sl_workbench_recheck (f->bench, source_id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, ==, 1);
  return g_ptr_array_steal_index (checks, 0);
}

void
fixture_assert_sound (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_workbench_verify (f->bench, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", ((const SlFinding *) g_ptr_array_index (findings, i))->problem, ((const SlFinding *) g_ptr_array_index (findings, i))->detail);
  g_assert_cmpuint (findings->len, ==, 0);
}
