/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-verify-passages.h"

static const char text[] = "The bridge was opened in spring. It was closed in autumn. The bridge was opened again.";

static SlPassage *
passage (const char *exact,
         gsize       start_cp)
{
  SlPassage *self = sl_passage_new (text, start_cp, start_cp + (gsize) g_utf8_strlen (exact, -1));

  self->id = 1;
  g_free (self->exact);
  self->exact = g_strdup (exact);
  return self;
}

static void
test_problems (void)
{
  const struct
  {
    const char *exact;
    gsize start_cp;
    const char *problem; /* NULL: all is well */
  } rows[] = {
    { "The bridge was opened", 0, NULL },
    { "The bridge was opened", 58, NULL },
    { " It was closed", 32, NULL },
    { "It was closed in autumn", 0, "position" },
    { "It was closed in winter", 33, "not-verbatim" },
    { "Something else altogether happened", 0, "not-verbatim" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_passage_free);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (passages, passage (rows[i].exact, rows[i].start_cp));
      g_autoptr (GPtrArray) findings = sl_verify_passages (text, strlen (text), passages, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, rows[i].problem != NULL);
      if (rows[i].problem != NULL)
        g_assert_cmpstr (((SlFinding *) g_ptr_array_index (findings, 0))->problem, ==, rows[i].problem);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_passage_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (passages, passage ("The bridge", 0));
  g_cancellable_cancel (cancellable);
  g_assert_null (sl_verify_passages (text, strlen (text), passages, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/verify-passages/problems", test_problems);
  g_test_add_func ("/verify-passages/cancel", test_cancel);
  return g_test_run ();
}
