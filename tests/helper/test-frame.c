/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-frame.h"

#include <string.h>

#include "helper/sl-helper-error.h"

#define HEADER "SLF1\2\0\0\0"

static GVariant *
make_body (void)
{
  static const guint8 bytes[] = { 0, 1, 0xff, '\n' };
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "url", "s", "https://example.org/ä");
  g_variant_dict_insert_value (&dict, "bytes", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, sizeof bytes, 1));
  g_variant_dict_insert (&dict, "number", "x", G_MININT64);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
test_round_trip (void)
{
  g_autoptr (GVariant) body = make_body ();
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SlFrameKind kind = SL_FRAME_HELLO;

  for (int i = SL_FRAME_HELLO; i <= SL_FRAME_ERROR; i++)
    g_assert_true (sl_frame_write (output, (SlFrameKind) i, body, NULL, &error));
  g_output_stream_close (output, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  input = g_memory_input_stream_new_from_bytes (bytes);

  for (int i = SL_FRAME_HELLO; i <= SL_FRAME_ERROR; i++)
    {
      g_autoptr (GVariant) read = sl_frame_read (input, &kind, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpvariant (read, body);
    }

  g_assert_null (sl_frame_read (input, &kind, NULL, &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize length;
    SlHelperError code;
  } cases[] = {
    { "nothing", "", 0, SL_HELPER_ERROR_CLOSED },
    { "half a header", HEADER, 8, SL_HELPER_ERROR_PROTOCOL },
    { "other magic", "SLF2\2\0\0\0\0\0\0\0\0\0\0\0", 16, SL_HELPER_ERROR_PROTOCOL },
    { "kind 0", "SLF1\0\0\0\0\0\0\0\0\0\0\0\0", 16, SL_HELPER_ERROR_PROTOCOL },
    { "kind 6", "SLF1\6\0\0\0\0\0\0\0\0\0\0\0", 16, SL_HELPER_ERROR_PROTOCOL },
    { "reserved set", HEADER "\0\0\0\0\1\0\0\0", 16, SL_HELPER_ERROR_PROTOCOL },
    { "too long", HEADER "\1\0\0\x08\0\0\0\0", 16, SL_HELPER_ERROR_TOO_LARGE },
    { "far too long", HEADER "\xff\xff\xff\xff\0\0\0\0", 16, SL_HELPER_ERROR_TOO_LARGE },
    { "body missing", HEADER "\4\0\0\0\0\0\0\0ab", 18, SL_HELPER_ERROR_PROTOCOL },
    { "body not normal", HEADER "\4\0\0\0\0\0\0\0\xff\xff\xff\xff", 20, SL_HELPER_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (cases[i].bytes, (gssize) cases[i].length, NULL);
      g_autoptr (GError) error = NULL;
      SlFrameKind kind = SL_FRAME_HELLO;

      g_test_message ("%s", cases[i].what);
      g_assert_null (sl_frame_read (input, &kind, NULL, &error));
      g_assert_error (error, SL_HELPER_ERROR, (int) cases[i].code);
    }
}

static void
test_empty (void)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (HEADER "\0\0\0\0\0\0\0\0", 16, NULL);
  g_autoptr (GError) error = NULL;
  SlFrameKind kind = SL_FRAME_HELLO;
  g_autoptr (GVariant) body = sl_frame_read (input, &kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_variant_n_children (body), ==, 0);
}

static void
test_too_large_to_write (void)
{
  g_autofree char *bytes = g_malloc0 (SL_FRAME_MAX_BYTES);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "b", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, SL_FRAME_MAX_BYTES, 1));
  g_assert_false (sl_frame_write (output, SL_FRAME_REPLY, g_variant_dict_end (&dict), NULL, &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TOO_LARGE);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/frame/round-trip", test_round_trip);
  g_test_add_func ("/frame/refused", test_refused);
  g_test_add_func ("/frame/empty", test_empty);
  g_test_add_func ("/frame/too-large-to-write", test_too_large_to_write);
  return g_test_run ();
}
