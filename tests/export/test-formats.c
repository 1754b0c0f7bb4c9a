/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export.h"
#include "sample-report.h"

#include <glib/gstdio.h>

static char *
write_text (const SlReport *report,
            const char     *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_export_to_bytes (report, format, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_utf8_validate (data, (gssize) size, NULL));
  return g_strndup (data, size);
}

static void
test_table (void)
{
  guint n;
  const SlExportFormat *formats = sl_export_get_formats (&n);
  g_autoptr (SlReport) empty = sample_report_empty ();
  g_autoptr (SlReport) typical = sample_report_typical ();

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = sl_export_to_bytes (typical, formats[i].name, NULL, &error);
      g_autoptr (GBytes) second = sl_export_to_bytes (typical, formats[i].name, NULL, &error);
      g_autoptr (GBytes) nothing = sl_export_to_bytes (empty, formats[i].name, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (sl_export_find_format (formats[i].name) == &formats[i]);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (g_bytes_get_size (nothing), >, 0);
    }
}

static void
test_errors (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (GError) error = NULL;
  const SlReportEvent *event = g_ptr_array_index (report->events, 0);
  const SlReportClaim *claim = g_ptr_array_index (event->claims, 0);

  g_assert_null (sl_export_to_bytes (report, "papyrus", NULL, &error));
  g_assert_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);

  ((SlReportQuote *) g_ptr_array_index (claim->quotes, 0))->document = 99;
  g_assert_null (sl_export_to_bytes (report, "csv", NULL, &error));
  g_assert_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_INVALID);
}

static void
test_write (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "report.csv", NULL);
  g_autofree char *nowhere = g_build_filename (g_get_user_data_dir (), "no", "such", "folder", "report.csv", NULL);
  g_autofree char *expected = write_text (report, "csv");
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (sl_export_write (report, "csv", path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
  g_unlink (path);

  g_assert_false (sl_export_write (report, "csv", nowhere, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_csv (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  SlReportEvent *event = g_ptr_array_index (report->events, 0);

  g_free (event->title);
  event->title = g_strdup ("=cmd|'/c calc'!A1 says \"hi\",\nand more");

  g_autofree char *csv = write_text (report, "csv");
  g_auto (GStrv) header = g_strsplit (csv, ",", -1);

  g_assert_true (g_str_has_prefix (csv, "event_id,event,edtf,"));
  g_assert_cmpuint (g_strv_length (header), >, 26);
  /* Quoted, with quotes doubled, and no formula for a spreadsheet. */
  g_assert_nonnull (strstr (csv, "\"'=cmd|'/c calc'!A1 says \"\"hi\"\",\nand more\""));
  g_assert_nonnull (strstr (csv, "\"There is no document and there was no offer\""));
  g_assert_nonnull (strstr (csv, "\"disputes\""));
}

/* Text of others is no markup in any of the formats. */
static void
test_escapes (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  SlReportEvent *event = g_ptr_array_index (report->events, 0);

  g_free (event->title);
  event->title = g_strdup ("<script>alert(\"1\")</script>\n# [x](javascript:1) \\ \x01");

  g_autofree char *timelinejs = write_text (report, "timelinejs");
  g_autofree char *markdown = write_text (report, "markdown");
  g_autofree char *jsonld = write_text (report, "jsonld");
  g_autofree char *html = write_text (report, "html");

  g_assert_null (strstr (timelinejs, "<script>"));
  g_assert_nonnull (strstr (timelinejs, "&lt;script&gt;alert(&quot;1&quot;)"));
  g_assert_null (strstr (markdown, "<script>"));
  g_assert_null (strstr (markdown, "[x]("));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_null (strchr (jsonld, '\x01'));
}

static void
test_timelinejs (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autofree char *json = write_text (report, "timelinejs");

  /* Only as precise as the evidence: a month has no day. */
  g_assert_nonnull (strstr (json, "\"start_date\": {\n        \"year\": 2025,\n        \"month\": 11\n      },\n      \"display_date\": \"November 2025\""));
  g_assert_nonnull (strstr (json, "\"end_date\": {\n        \"year\": 2025,\n        \"month\": 11,\n        \"day\": 27\n      }"));
  /* What has no date is named on the title slide and no event. */
  g_assert_nonnull (strstr (json, "<p>– Spokeswoman calls the offer an insult</p>"));
  g_assert_null (strstr (json, "\"headline\": \"Spokeswoman calls the offer an insult\""));
}

static void
test_jsonld (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autofree char *json = write_text (report, "jsonld");

  g_assert_nonnull (strstr (json, "\"exact\": \"тривали дев’ять годин і завершилися нічим\""));
  g_assert_nonnull (strstr (json, "\"suffix\": \", повідомляє Fjordposten. За сло\""));
  g_assert_nonnull (strstr (json, "\"sourceDate\": \"2025-11-26T12:00:00Z\""));
  g_assert_nonnull (strstr (json, "\"urn:sha256:0000000000000000000000000000000000000000000000000000000000000002\""));
}

static void
test_markdown (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autofree char *markdown = write_text (report, "markdown");

  g_assert_true (g_str_has_prefix (markdown, "# Ferry talks on the northern islands\n"));
  g_assert_nonnull (strstr (markdown, "> “There is no document and there was no offer”\n"));
  g_assert_nonnull (strstr (markdown, "- Suggestions nobody has judged: 7"));
  g_assert_nonnull (strstr (markdown, "- Undated events: 1 · 6  Spokeswoman calls the offer an insult"));
}

/* All elements are closed in their order, also where values are missing. The page is nearly XML: only <br> and <meta> are not. */
static void
assert_balanced (const char *html)
{
  g_autoptr (GRegex) loose = g_regex_new ("<!DOCTYPE html>|<(br|meta)[^>]*>", 0, 0, NULL);
  g_autofree char *xml = g_regex_replace_literal (loose, html, -1, 0, "", 0, NULL);
  const GMarkupParser parser = { NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
test_html_without_values (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  SlReportSource *source = g_ptr_array_index (report->sources, 0);
  SlReportDocument *document = g_ptr_array_index (report->documents, 0);

  g_clear_pointer (&source->outlet, g_free);
  g_clear_pointer (&source->url, g_free);
  g_clear_pointer (&source->published, g_free);
  g_clear_pointer (&document->payload_digest, g_free);
  g_clear_pointer (&report->head_hash, g_free);
  g_free (source->title);
  source->title = g_strdup ("");
  g_autofree char *html = write_text (report, "html");
  assert_balanced (html);
}

/* Marks stay within paragraphs, and links lead both ways. */
static void
test_html (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autofree char *html = write_text (report, "html");

  assert_balanced (html);
  g_assert_nonnull (strstr (html, "<mark class=\"disputes\">There is no document and there was no offer</mark>"));
  g_assert_nonnull (strstr (html, "id=\"passage-2-1-2\" href=\"#quote-2-1-2\""));
  g_assert_nonnull (strstr (html, "<blockquote id=\"quote-2-1-2\">"));
  g_assert_nonnull (strstr (html, "<a href=\"#passage-2-1-2\">"));
  g_assert_nonnull (strstr (html, "default-src 'none'"));
  g_assert_nonnull (strstr (html, "Suggestions nobody has judged: 7"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/table", test_table);
  g_test_add_func ("/formats/errors", test_errors);
  g_test_add_func ("/formats/write", test_write);
  g_test_add_func ("/formats/csv", test_csv);
  g_test_add_func ("/formats/escapes", test_escapes);
  g_test_add_func ("/formats/timelinejs", test_timelinejs);
  g_test_add_func ("/formats/jsonld", test_jsonld);
  g_test_add_func ("/formats/html", test_html);
  g_test_add_func ("/formats/html-without-values", test_html_without_values);
  g_test_add_func ("/formats/markdown", test_markdown);
  return g_test_run ();
}
