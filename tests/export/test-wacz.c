/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "export/sl-export.h"
#include "export/sl-wacz.h"

typedef struct
{
  const char *url;
  const char *key;
} Key;

static void
test_keys (void)
{
  const Key table[] = {
    { "http://example.org/", "org,example)/" },
    { "https://www.Example.org", "org,example)/" },
    { "https://www2.example.org/Path/Index.html", "org,example)/path/index.html" },
    { "https://wwwx.example.org/", "org,example,wwwx)/" },
    { "https://www.example/", "example)/" },
    { "http://example.org:8080/a?b=2&a=1", "org,example:8080)/a?a=1&b=2" },
    { "https://example.org:443/a", "org,example)/a" },
    { "http://example.org:443/a", "org,example:443)/a" },
    { "http://user:secret@example.org/a?", "org,example)/a" },
    { "http://127.0.0.1:1/a", "1,0,0,127:1)/a" },
    { "http://[::1]/a", "::1)/a" },
    { "http://example.org/a b", "org,example)/a%20b" },
    { "urn:sha256:00ff", "urn:sha256:00ff" },
    { "minutes of the meeting.txt", "minutes%20of%20the%20meeting.txt" },
    { "file:///home/x", "file:///home/x" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *key = sl_cdxj_make_key (table[i].url);

      g_test_message ("%s", table[i].url);
      g_assert_cmpstr (key, ==, table[i].key);
    }
}

static void
test_line (void)
{
  g_autofree char *line = sl_cdxj_format_line (&(SlCdxjLine) {
      .url = "http://example.org/\"q\"",
      .date_usec = 1764000000999999,
      .mime = "text/html",
      .status = 200,
      .digest = "sha256:ab",
      .filename = "data.warc.gz",
      .offset = 5000000000,
      .length = 7,
  });

  g_assert_true (g_str_has_prefix (line, "org,example)/\"q\" 20251124160000 {"));
  g_assert_nonnull (strstr (line, "\"url\": \"http://example.org/\\\"q\\\"\""));
  g_assert_nonnull (strstr (line, "\"offset\": 5000000000"));
  g_assert_true (strchr (line, '\n') == line + strlen (line) - 1);
}

static GBytes *
write_zip (const char *zone)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlZipWriter) zip = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_setenv ("TZ", zone, TRUE);
  zip = sl_zip_writer_new (output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sl_zip_writer_add (zip, "a/b.txt", content, &error));
  g_assert_true (sl_zip_writer_add (zip, "Übersicht.txt", nothing, &error));
  g_assert_true (sl_zip_writer_finish (zip, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (((SlZipEntry *) g_ptr_array_index (sl_zip_writer_get_entries (zip), 0))->digest, ==,
                   "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
  g_output_stream_close (output, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* Neither the hour nor the place where it is made stands in an archive. */
static void
test_zip_is_always_the_same (void)
{
  g_autoptr (GBytes) here = write_zip ("UTC");
  g_autoptr (GBytes) there = write_zip ("Asia/Tokyo");

  g_setenv ("TZ", "UTC", TRUE);
  g_assert_true (g_bytes_equal (here, there));
}

static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlZipWriter) zip = sl_zip_writer_new (output, cancellable, &error);
  g_autoptr (GBytes) much = g_bytes_new_take (g_malloc0 (1 << 20), 1 << 20);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (sl_zip_writer_add (zip, "a", much, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wacz/keys", test_keys);
  g_test_add_func ("/wacz/line", test_line);
  g_test_add_func ("/wacz/zip-is-always-the-same", test_zip_is_always_the_same);
  g_test_add_func ("/wacz/cancelled", test_cancelled);
  return g_test_run ();
}
