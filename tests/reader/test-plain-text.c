/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

static void
test_lines (void)
{
  static const char bytes[] = "\xef\xbb\xbf"
                              "Ferry talks resume\r\n\r\n\r\nFirst line, a “quote”.  \r\n- one\n- two\r\n \r\nLast\n\n";
  g_autoptr (SlReading) reading = fixture_read (bytes, -1, "text/plain", NULL);
  g_autofree char *source = NULL;

  g_assert_cmpstr (reading->text, ==, "Ferry talks resume\n\nFirst line, a “quote”.\n- one\n- two\n\nLast");
  g_assert_cmpstr (reading->title, ==, "Ferry talks resume");
  g_assert_cmpint (reading->type, ==, SL_CONTENT_TYPE_TEXT);
  source = fixture_dup_source (reading, bytes, "“quote”.\n- one");
  g_assert_cmpstr (source, ==, "“quote”.  \r\n- one");
}

static void
test_titles (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "Short headline\n\nText.", "Short headline" },
    { "A sentence that ends.\n\nText.", NULL },
    { "Two lines\nin one paragraph\n\nText.", NULL },
    { "Alone", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlReading) reading = fixture_read (cases[i].text, -1, "text/plain", NULL);

      g_assert_cmpstr (reading->title, ==, cases[i].title);
      g_assert_cmpstr (reading->text, ==, cases[i].text);
    }
}

static void
test_charset (void)
{
  static const char bytes[] = "F\xe4hre\r\ran Land";
  g_autoptr (SlReading) reading = fixture_read (bytes, -1, "text/plain; charset=latin1", NULL);
  g_autofree char *source = fixture_dup_source (reading, bytes, "ähre");

  g_assert_cmpstr (reading->text, ==, "Fähre\n\nan Land");
  g_assert_cmpstr (source, ==, "\xe4hre");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/plain-text/lines", test_lines);
  g_test_add_func ("/plain-text/titles", test_titles);
  g_test_add_func ("/plain-text/charset", test_charset);
  return g_test_run ();
}
