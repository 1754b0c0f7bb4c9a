/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-sniff.h"

#include "core/sl-charset.h"

#include <string.h>

static void
test_types (void)
{
  static const struct
  {
    const char *bytes;
    const char *content_type;
    SlContentType type;
  } cases[] = {
    { "<!DOCTYPE html><p>x", NULL, SL_CONTENT_TYPE_HTML },
    { "  \n<HTML>", NULL, SL_CONTENT_TYPE_HTML },
    { "\xef\xbb\xbf<p>x", NULL, SL_CONTENT_TYPE_HTML },
    { "<pre-historic findings", NULL, SL_CONTENT_TYPE_TEXT },
    { "x < y", "text/html; charset=utf-8", SL_CONTENT_TYPE_HTML },
    { "<html>", "text/plain", SL_CONTENT_TYPE_TEXT },
    { "<html>", "TEXT/HTML", SL_CONTENT_TYPE_HTML },
    { "<?xml version='1.0'?><html xmlns='x'>", "application/xhtml+xml", SL_CONTENT_TYPE_XHTML },
    { "<?xml version='1.0'?>\n<!-- x --><html xmlns='x'>", "text/xml", SL_CONTENT_TYPE_XHTML },
    { "<?xml version='1.0'?><rss version='2.0'>", "text/xml", SL_CONTENT_TYPE_FEED },
    { "<?xml version='1.0'?><rss version='2.0'>", "text/html", SL_CONTENT_TYPE_FEED },
    { "<?xml version='1.0'?><feed xmlns='x'>", NULL, SL_CONTENT_TYPE_FEED },
    { "<feed xmlns='x'>", NULL, SL_CONTENT_TYPE_FEED },
    { "<?xml version='1.0'?><book>", NULL, SL_CONTENT_TYPE_XML },
    { "%PDF-1.7", "text/html", SL_CONTENT_TYPE_PDF },
    { "\x1f\x8b\x08", NULL, SL_CONTENT_TYPE_GZIP },
    { "PK\x03\x04", "application/octet-stream", SL_CONTENT_TYPE_ZIP },
    { "WARC/1.1\r\n", NULL, SL_CONTENT_TYPE_WARC },
    { " {\"a\": 1}", NULL, SL_CONTENT_TYPE_JSON },
    { "[1, 2]", NULL, SL_CONTENT_TYPE_JSON },
    { "[Update] The talks", NULL, SL_CONTENT_TYPE_TEXT },
    { "{}", "application/json", SL_CONTENT_TYPE_JSON },
    { "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", NULL, SL_CONTENT_TYPE_MHTML },
    { "Plain words.", NULL, SL_CONTENT_TYPE_TEXT },
    { "\x01\x02\x03", NULL, SL_CONTENT_TYPE_UNKNOWN },
    { "\x01\x02\x03", "text/plain", SL_CONTENT_TYPE_UNKNOWN },
    { "", NULL, SL_CONTENT_TYPE_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlContentType type = sl_sniff_type ((const guint8 *) cases[i].bytes, strlen (cases[i].bytes), cases[i].content_type);

      g_test_message ("%d", (int) i);
      g_assert_cmpstr (sl_content_type_to_string (type), ==, sl_content_type_to_string (cases[i].type));
    }
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *bytes;
    const char *content_type;
    const char *language;
    const char *charset;
    SlCharsetReason reason;
  } cases[] = {
    { "\xef\xbb\xbfx", "text/html; charset=latin1", NULL, "UTF-8", SL_CHARSET_REASON_BOM },
    { "\xff\xfex", NULL, NULL, "UTF-16LE", SL_CHARSET_REASON_BOM },
    { "\xfe\xffx", NULL, NULL, "UTF-16BE", SL_CHARSET_REASON_BOM },
    { "caf\xe9", "text/html; charset=ISO-8859-1", NULL, "windows-1252", SL_CHARSET_REASON_HEADER },
    { "caf\xe9", "text/html;charset=\"windows-1250\"; x=y", NULL, "windows-1250", SL_CHARSET_REASON_HEADER },
    { "plain", "text/html; charset=utf8", NULL, "UTF-8", SL_CHARSET_REASON_HEADER },
    { "<meta charset=windows-1251><p>\xcf", NULL, NULL, "windows-1251", SL_CHARSET_REASON_META },
    { "<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>\xcf", NULL, NULL, "KOI8-R", SL_CHARSET_REASON_META },
    { "<meta content='text/html; charset=koi8-r' name=x>caf\xe9", NULL, NULL, "windows-1252", SL_CHARSET_REASON_DEFAULT },
    { "<!-- <meta charset=koi8-r> -->caf\xe9", NULL, NULL, "windows-1252", SL_CHARSET_REASON_DEFAULT },
    { "<p title='<meta charset=koi8-r>'>caf\xe9", NULL, NULL, "windows-1252", SL_CHARSET_REASON_DEFAULT },
    { "<meta charset=utf-16><p>x", NULL, NULL, "UTF-8", SL_CHARSET_REASON_META },
    { "<?xml version='1.0' encoding='ISO-8859-2'?><html>\xe8", NULL, NULL, "ISO-8859-2", SL_CHARSET_REASON_META },
    { "caf\xc3\xa9", NULL, NULL, "UTF-8", SL_CHARSET_REASON_UTF8 },
    { "plain", NULL, NULL, "UTF-8", SL_CHARSET_REASON_UTF8 },
    { "\xcf\xf0\xe8", NULL, "uk", "windows-1251", SL_CHARSET_REASON_LANGUAGE },
    { "<html lang=pl>\xb9", NULL, NULL, "windows-1250", SL_CHARSET_REASON_LANGUAGE },
    { "\x82\xa0", NULL, "ja-JP", "Shift_JIS", SL_CHARSET_REASON_LANGUAGE },
    { "\xe5\xe5", NULL, "zh-Hant", "Big5", SL_CHARSET_REASON_LANGUAGE },
    { "caf\xe9", NULL, "fr", "windows-1252", SL_CHARSET_REASON_DEFAULT },
    /* declarations that the bytes belie */
    { "éèàùçâêîôû", "text/html; charset=iso-8859-1", NULL, "UTF-8", SL_CHARSET_REASON_UTF8 },
    { "caf\xe9 na\xefve", "text/html; charset=utf-8", NULL, "windows-1252", SL_CHARSET_REASON_DEFAULT },
    /* letters */
    { "\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xe8 \xf2\xf0\xe8\xe2\xe0\xfe\xf2\xfc", NULL, NULL, "windows-1251", SL_CHARSET_REASON_LETTERS },
    { "\xf0\xc5\xd2\xc5\xc7\xcf\xd7\xcf\xd2\xd9 \xd0\xd2\xcf\xc4\xcf\xcc\xd6\xc1\xc0\xd4\xd3\xd1", NULL, "ru", "KOI8-R", SL_CHARSET_REASON_LETTERS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlCharsetReason reason;
      const char *charset = sl_sniff_charset ((const guint8 *) cases[i].bytes, strlen (cases[i].bytes), cases[i].content_type, cases[i].language, &reason);

      g_test_message ("%d", (int) i);
      g_assert_cmpstr (charset, ==, cases[i].charset);
      g_assert_cmpint (reason, ==, cases[i].reason);
    }
}

static void
test_labels (void)
{
  g_assert_cmpstr (sl_charset_from_label (" Latin1 ", 8), ==, "windows-1252");
  g_assert_cmpstr (sl_charset_from_label ("UTF8", 4), ==, "UTF-8");
  g_assert_cmpstr (sl_charset_from_label ("gb2312", 6), ==, "GBK");
  g_assert_null (sl_charset_from_label ("utf", 3));
  g_assert_null (sl_charset_from_label ("", 0));
  g_assert_null (sl_charset_from_label ("utf-8 utf8", 10));
}

static void
test_names (void)
{
  for (int type = SL_CONTENT_TYPE_UNKNOWN; type <= SL_CONTENT_TYPE_MHTML; type++)
    g_assert_cmpint (sl_content_type_from_string (sl_content_type_to_string ((SlContentType) type)), ==, type);
  g_assert_cmpint (sl_content_type_from_string ("nonsense"), ==, SL_CONTENT_TYPE_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sniff/types", test_types);
  g_test_add_func ("/sniff/charsets", test_charsets);
  g_test_add_func ("/sniff/labels", test_labels);
  g_test_add_func ("/sniff/names", test_names);
  return g_test_run ();
}
