/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include <string.h>

/* Hostile pages end with a reading or a stated error; which of the two is not the point. */
static void
expect_end (GString *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (NULL);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (page);
  const SlReadRequest request = { .bytes = bytes, .type = "html" };
  g_autoptr (SlReading) reading = sl_reader_read (reader, &request, &error);

  g_assert_true ((reading != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == SL_READ_ERROR);
}

static void
test_nesting (gconstpointer data)
{
  const char *piece = data;
  GString *page = g_string_new ("<p>Some words before it all begins.");

  while (page->len < 6 * 1000)
    g_string_append (page, piece);
  expect_end (page);
}

/* The script ends or is stopped, and reads the next page as if nothing had been. */
static void
test_time (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (NULL);
  GString *page = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) good = g_bytes_new_static (fixture_prose, strlen (fixture_prose));
  g_autoptr (SlReading) reading = NULL;

  while (page->len < 300 * 1000)
    g_string_append (page, "<p><b>");
  bytes = g_string_free_to_bytes (page);
  const SlReadRequest slow = { .bytes = bytes, .type = "html" };
  const SlReadRequest next = { .bytes = good, .type = "html" };
  g_assert_null (sl_reader_read (reader, &slow, &error));
  /* A fast machine may come to the end of it, where there is no article. */
  g_assert_true (g_error_matches (error, SL_READ_ERROR, SL_READ_ERROR_LIMIT) || g_error_matches (error, SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE));
  g_clear_error (&error);
  reading = sl_reader_read (reader, &next, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (reading->text, "the clause on fog"));
}

static void
expect_error (const char *bytes,
              gsize       size,
              const char *content_type,
              int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (NULL);
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  const SlReadRequest request = { .bytes = data, .content_type = content_type };

  g_assert_null (sl_reader_read (reader, &request, &error));
  g_assert_error (error, SL_READ_ERROR, code);
}

static void
test_errors (void)
{
  g_autofree char *large = g_strnfill (SL_READER_MAX_BYTES + 1, 'x');

  expect_error (large, strlen (large), "text/html", SL_READ_ERROR_TOO_LARGE);
  expect_error ("%PDF-1.7", 8, "application/pdf", SL_READ_ERROR_UNSUPPORTED);
  expect_error ("{\"a\": 1}", 8, "application/json", SL_READ_ERROR_UNSUPPORTED);
  expect_error ("\0\1\2\3", 4, NULL, SL_READ_ERROR_UNSUPPORTED);
  expect_error ("", 0, "text/html", SL_READ_ERROR_NO_ARTICLE);
  expect_error (" \n\n ", 4, "text/plain", SL_READ_ERROR_NO_ARTICLE);
  expect_error ("<div id=app></div><script>go ()</script>", 40, "text/html", SL_READ_ERROR_NO_ARTICLE);
}

static void
test_deep_text_is_kept (void)
{
  GString *page = g_string_new ("<html><body><article>");
  g_autofree char *bytes = NULL;
  g_autoptr (SlReading) reading = NULL;

  for (int i = 0; i < 700; i++)
    g_string_append (page, "<section>");
  g_string_append (page, fixture_prose);
  bytes = g_string_free_and_steal (page);
  reading = fixture_read (bytes, -1, "text/html", NULL);
  g_assert_nonnull (strstr (reading->text, "the clause on fog"));
}

int
main (int    argc,
      char **argv)
{
  static const char *const pieces[] = {
    "<div>", "<b>", "<b><i></b>", "<p><b>", "<a href=x>", "<table>", "<table><tr><td>", "<ul><li>", "<font color=red><p>",
    "<svg><g>", "<select><option>", "<!-- x -->", "&amp;", "<x y=z>", "<math><mi>", "<template>", "</p>", "<p>a"
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/limits/nesting/%02d", (int) i);

      g_test_add_data_func (path, pieces[i], test_nesting);
    }
  g_test_add_func ("/reader/limits/time", test_time);
  g_test_add_func ("/reader/limits/errors", test_errors);
  g_test_add_func ("/reader/limits/deep-text-is-kept", test_deep_text_is_kept);
  return g_test_run ();
}
