/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper/sl-read.h"

#include <string.h>

static SlReading *
read_page (SlHelperClient  *client,
           const char      *page,
           const char      *content_type,
           GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  const SlReadRequest request = { .bytes = bytes, .content_type = content_type, .url = "https://post.example/2025/11/23/a" };

  return sl_read_run (client, &request, NULL, error);
}

static void
test_pages (void)
{
  g_autoptr (SlHelperClient) client = sl_read_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReading) page = read_page (client, "<title>Ferry talks</title><p>F\xe4hren, viele F\xe4hren, und noch mehr davon im Hafen.</p>", "text/html; charset=latin1", &error);
  g_autoptr (SlReading) text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "Ferry talks");
  g_assert_cmpstr (page->text, ==, "Fähren, viele Fähren, und noch mehr davon im Hafen.");
  g_assert_cmpstr (page->published, ==, "2025-11-23");
  g_assert_cmpuint (sl_text_map_count_mapped (page->map), ==, g_utf8_strlen (page->text, -1));
  text = read_page (client, "Some text", "text/plain", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "Some text");
}

/* What loads late in a library must not need the files that are out of reach. */
static void
test_charsets (void)
{
  static const char *const charsets[] = {
    "windows-1250", "windows-1251", "windows-1255", "iso-8859-2", "koi8-u", "ibm866", "macintosh", "big5", "euc-jp", "euc-kr", "iso-2022-jp", "gbk", "utf-16le"
  };
  g_autoptr (SlHelperClient) client = sl_read_client_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *type = g_strconcat ("text/plain; charset=", charsets[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlReading) reading = read_page (client, "plain words", type, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (reading->charset, !=, "");
    }
}

static void
test_months (void)
{
  static const char uk_page[] = "<html lang=uk><p class=date>23 листопада 2025</p><p>Переговори тривають, сказав речник.</p>";
  g_autoptr (SlHelperClient) client = sl_read_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (uk_page, sizeof uk_page - 1);
  const SlReadRequest request = { .bytes = bytes, .type = "html" };
  g_autoptr (SlReading) reading = sl_read_run (client, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (reading->published, ==, "2025-11-23");
}

static void
test_errors (void)
{
  g_autoptr (SlHelperClient) client = sl_read_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReading) reading = NULL;

  g_assert_null (read_page (client, "%PDF-1.7", NULL, &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (read_page (client, "<p>", "text/html", &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE);
  g_clear_error (&error);
  reading = read_page (client, "Still there", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reading->text, ==, "Still there");
}

static void
test_foreign_answers (void)
{
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_string ("no"));
  g_autoptr (SlReading) reading = sl_reading_new ();
  const SlTextRun run = { 0, 4, 0, 4 };
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_reading_new_from_variant (none, 10, &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_INVALID);
  g_clear_error (&error);
  g_set_str (&reading->text, "four");
  sl_text_map_unref (reading->map);
  reading->map = sl_text_map_new (&run, 1);
  answer = g_variant_ref_sink (sl_reading_to_variant (reading));
  g_assert_null (sl_reading_new_from_variant (answer, 3, &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/read-process/pages", test_pages);
  g_test_add_func ("/read-process/charsets", test_charsets);
  g_test_add_func ("/read-process/months", test_months);
  g_test_add_func ("/read-process/errors", test_errors);
  g_test_add_func ("/read-process/foreign-answers", test_foreign_answers);
  return g_test_run ();
}
