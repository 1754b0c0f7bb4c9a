/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-when.h"

#include "core/sl-edtf.h"

static void
test_words (void)
{
  static const struct
  {
    const char *edtf;
    const char *words;
    gboolean dated;
  } cases[] = {
    { "2025", "2025", TRUE },
    { "2025-11", "November 2025", TRUE },
    { "2025-11-23", "23 November 2025", TRUE },
    { "2025-11-23~", "about 23 November 2025", TRUE },
    { "2025-11?", "possibly November 2025", TRUE },
    { "2025%", "possibly about 2025", TRUE },
    { "2025-11-01/2025-11-10~", "1 November 2025 – about 10 November 2025", TRUE },
    { "../2025-11-23", "until 23 November 2025", TRUE },
    { "2025-11-23/..", "from 23 November 2025", TRUE },
    { "/", "at an unknown time", FALSE },
    { "2025-23", "Autumn 2025", TRUE },
    { "2025-36", "Fourth quarter 2025", TRUE },
    { "199X", "1990s", TRUE },
    { "2025-11-23T14:30", "23 November 2025, 14:30", TRUE },
    { "XXXX-11-25", "XXXX-11-25", FALSE },
    { "[2025,2026]", "[2025,2026]", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlWhen) when = sl_when_new (cases[i].edtf, NULL, NULL);
      g_autofree char *words = sl_when_format (when);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (sl_when_is_dated (when), ==, cases[i].dated);
    }
}

static void
test_undated (void)
{
  g_autoptr (SlWhen) when = sl_when_new_undated ();
  g_autofree char *words = sl_when_format (when);

  g_assert_cmpstr (words, ==, "undated");
  g_assert_false (sl_when_is_dated (when));
  g_assert_null (sl_when_format_earliest (when));
  g_assert_null (sl_when_format_latest (when));
}

static void
test_copy (void)
{
  g_autoptr (SlWhen) when = sl_when_new ("2025-11-23", "stated in the text", NULL);
  g_autoptr (SlWhen) copy = sl_when_copy (when);

  g_assert_true (copy->edtf != when->edtf);
  g_assert_cmpstr (copy->edtf, ==, "2025-11-23");
  g_assert_cmpstr (copy->reason, ==, "stated in the text");
  g_assert_cmpint (copy->earliest, ==, when->earliest);
  g_assert_cmpint (copy->latest - copy->earliest, ==, 86400);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_when_new ("next week", NULL, &error));
  g_assert_error (error, SL_EDTF_ERROR, SL_EDTF_ERROR_SYNTAX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/when/words", test_words);
  g_test_add_func ("/when/undated", test_undated);
  g_test_add_func ("/when/copy", test_copy);
  g_test_add_func ("/when/refused", test_refused);
  return g_test_run ();
}
