/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-text-map.h"

/* Text "ab“c d": the quotation mark took 8 bytes as a reference, the space 3; a line end before d has none. */
static const SlTextRun runs[] = {
  { 0, 2, 100, 2 },
  { 2, 1, 102, 8 },
  { 3, 1, 110, 1 },
  { 4, 1, 111, 3 },
  { 6, 3, 50, 6 },
};

static void
test_to_capture (void)
{
  static const struct
  {
    guint32 text[2];
    gboolean found;
    guint32 bytes[2];
  } cases[] = {
    { { 0, 1 }, TRUE, { 100, 101 } },
    { { 1, 3 }, TRUE, { 101, 110 } },
    { { 2, 3 }, TRUE, { 102, 110 } },
    { { 0, 5 }, TRUE, { 100, 114 } },
    { { 7, 8 }, TRUE, { 52, 54 } },
    { { 4, 7 }, TRUE, { 50, 114 } },
    { { 5, 6 }, FALSE, { 0, 0 } },
    { { 9, 20 }, FALSE, { 0, 0 } },
    { { 3, 3 }, FALSE, { 0, 0 } },
  };
  g_autoptr (SlTextMap) map = sl_text_map_new (runs, G_N_ELEMENTS (runs));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 start = 0;
      guint32 end = 0;

      g_assert_cmpint (sl_text_map_to_capture (map, cases[i].text[0], cases[i].text[1], &start, &end), ==, cases[i].found);
      g_assert_cmpuint (start, ==, cases[i].bytes[0]);
      g_assert_cmpuint (end, ==, cases[i].bytes[1]);
    }
}

static void
test_to_text (void)
{
  static const struct
  {
    guint32 bytes[2];
    gboolean found;
    guint32 text[2];
  } cases[] = {
    { { 100, 101 }, TRUE, { 0, 1 } },
    { { 104, 105 }, TRUE, { 2, 3 } },
    { { 51, 53 }, TRUE, { 6, 8 } },
    { { 0, 1000 }, TRUE, { 0, 9 } },
    { { 60, 100 }, FALSE, { 0, 0 } },
    { { 104, 104 }, FALSE, { 0, 0 } },
  };
  g_autoptr (SlTextMap) map = sl_text_map_new (runs, G_N_ELEMENTS (runs));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 start = 0;
      guint32 end = 0;

      g_assert_cmpint (sl_text_map_to_text (map, cases[i].bytes[0], cases[i].bytes[1], &start, &end), ==, cases[i].found);
      g_assert_cmpuint (start, ==, cases[i].text[0]);
      g_assert_cmpuint (end, ==, cases[i].text[1]);
    }
}

static void
test_ends (void)
{
  g_autoptr (SlTextMap) map = sl_text_map_new (runs, G_N_ELEMENTS (runs));
  g_autoptr (SlTextMap) empty = sl_text_map_new (NULL, 0);

  g_assert_cmpuint (sl_text_map_get_text_end (map), ==, 9);
  g_assert_cmpuint (sl_text_map_get_byte_end (map), ==, 114);
  g_assert_cmpuint (sl_text_map_count_mapped (map), ==, 8);
  g_assert_cmpuint (sl_text_map_get_text_end (empty), ==, 0);
  g_assert_cmpuint (sl_text_map_get_byte_end (empty), ==, 0);
}

static void
test_append (void)
{
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  const SlTextRun pieces[] = { { 0, 1, 10, 1 }, { 1, 1, 11, 1 }, { 2, 1, 12, 2 }, { 3, 1, 14, 2 }, { 4, 1, 0, 0 }, { 5, 1, 16, 2 }, { 6, 1, 20, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    sl_text_run_append (joined, &pieces[i]);
  g_assert_cmpuint (joined->len, ==, 4);
  g_assert_cmpuint (g_array_index (joined, SlTextRun, 0).text_length, ==, 2);
  g_assert_cmpuint (g_array_index (joined, SlTextRun, 1).byte_length, ==, 4);
}

static void
test_stored (void)
{
  g_autoptr (SlTextMap) map = sl_text_map_new (runs, G_N_ELEMENTS (runs));
  g_autoptr (GBytes) bytes = sl_text_map_to_bytes (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlTextMap) again = sl_text_map_new_from_bytes (bytes, &error);
  gsize n_runs;
  const SlTextRun *read;

  g_assert_no_error (error);
  read = sl_text_map_get_runs (again, &n_runs);
  g_assert_cmpmem (read, n_runs * sizeof *read, runs, sizeof runs);
}

/* No damage is read as a map that breaks the rules, and none is fatal. */
static void
test_damaged (void)
{
  g_autoptr (SlTextMap) map = sl_text_map_new (runs, G_N_ELEMENTS (runs));
  g_autoptr (GBytes) bytes = sl_text_map_to_bytes (map);
  gsize size = g_bytes_get_size (bytes);

  for (gsize at = 0; at < size; at++)
    {
      for (int bit = 0; bit < 8; bit++)
        {
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
          g_autoptr (GBytes) damaged = NULL;
          g_autoptr (SlTextMap) read = NULL;
          g_autoptr (GError) error = NULL;

          copy[at] ^= (guint8) (1 << bit);
          damaged = g_bytes_new (copy, size);
          read = sl_text_map_new_from_bytes (damaged, &error);
          g_assert_true ((read == NULL) == (error != NULL));
        }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    guint8 bytes[12];
    gsize size;
  } cases[] = {
    { { 0 }, 0 },
    { { 0x55, 1, 0 }, 3 },
    { { 0x54, 2, 0 }, 3 },
    { { 0x54, 1, 0, 0 }, 4 },
    { { 0x54, 1, 0xff, 0xff, 0xff, 0xff, 0x0f }, 7 },
    { { 0x54, 1, 1, 0, 0, 0, 1 }, 7 },
    { { 0x54, 1, 1, 0, 1, 0, 0 }, 7 },
    { { 0x54, 1, 1, 0, 1, 1, 1 }, 7 },
    { { 0x54, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 2, 0, 1 }, 11 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_text_map_new_from_bytes (bytes, &error));
      g_assert_error (error, SL_TEXT_MAP_ERROR, SL_TEXT_MAP_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text-map/to-capture", test_to_capture);
  g_test_add_func ("/text-map/to-text", test_to_text);
  g_test_add_func ("/text-map/ends", test_ends);
  g_test_add_func ("/text-map/append", test_append);
  g_test_add_func ("/text-map/stored", test_stored);
  g_test_add_func ("/text-map/damaged", test_damaged);
  g_test_add_func ("/text-map/refused", test_refused);
  return g_test_run ();
}
