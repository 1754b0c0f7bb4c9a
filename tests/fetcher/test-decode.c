/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-decode.h"

#include <string.h>

#include "helper/sl-fetch-error.h"

#define LIMIT (1024u * 1024u)

static GBytes *
compress (const void            *bytes,
          gsize                  length,
          GZlibCompressorFormat  format)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (format, -1);
  g_autoptr (GBytes) plain = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  GBytes *compressed = g_converter_convert_bytes (G_CONVERTER (compressor), plain, &error);

  g_assert_no_error (error);
  return compressed;
}

static void
assert_decodes (GBytes     *payload,
                const char *coding,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = sl_decode (payload, coding, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), expected, strlen (expected));
}

static void
assert_refused (GBytes       *payload,
                const char   *coding,
                SlFetchError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_decode (payload, coding, LIMIT, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SL_FETCH_ERROR, (int) code);
}

static void
test_codings (void)
{
  const char *text = "The talks ended without a result.";
  g_autoptr (GBytes) plain = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) gzip = compress (text, strlen (text), G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) zlib = compress (text, strlen (text), G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) raw = compress (text, strlen (text), G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GBytes) twice = compress (g_bytes_get_data (gzip, NULL), g_bytes_get_size (gzip), G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  assert_decodes (plain, NULL, text);
  assert_decodes (plain, "", text);
  assert_decodes (plain, "Identity", text);
  assert_decodes (gzip, "gzip", text);
  assert_decodes (gzip, " X-GZIP ", text);
  assert_decodes (zlib, "deflate", text);
  assert_decodes (raw, "deflate", text);
  assert_decodes (twice, "gzip, gzip", text);
  assert_decodes (nothing, "gzip", "");
}

static void
test_members (void)
{
  g_autoptr (GBytes) first = compress ("one ", 4, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) second = compress ("two", 3, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) both = NULL;

  g_byte_array_append (array, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  g_byte_array_append (array, g_bytes_get_data (second, NULL), (guint) g_bytes_get_size (second));
  g_byte_array_append (array, (const guint8 *) "\0\0\0", 3);
  both = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  assert_decodes (both, "gzip", "one two");
}

static void
test_refused (void)
{
  g_autofree char *zeros = g_malloc0 (4 * LIMIT);
  g_autoptr (GBytes) bomb = compress (zeros, 4 * LIMIT, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) nested = compress (g_bytes_get_data (bomb, NULL), g_bytes_get_size (bomb), G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bomb, 0, 100);
  g_autoptr (GBytes) text = g_bytes_new_static ("no compression here", 19);

  assert_refused (bomb, "gzip", SL_FETCH_ERROR_TOO_LARGE_DECODED);
  assert_refused (nested, "gzip, gzip", SL_FETCH_ERROR_TOO_LARGE_DECODED);
  assert_refused (nested, "gzip, gzip, gzip", SL_FETCH_ERROR_BAD_ENCODING);
  assert_refused (cut, "gzip", SL_FETCH_ERROR_BAD_ENCODING);
  assert_refused (text, "gzip", SL_FETCH_ERROR_BAD_ENCODING);
  assert_refused (text, "deflate", SL_FETCH_ERROR_BAD_ENCODING);
  assert_refused (text, "br", SL_FETCH_ERROR_BAD_ENCODING);
  assert_refused (text, "zstd\n\x01", SL_FETCH_ERROR_BAD_ENCODING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/decode/codings", test_codings);
  g_test_add_func ("/decode/members", test_members);
  g_test_add_func ("/decode/refused", test_refused);
  return g_test_run ();
}
