/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-offsets.h"

#include <string.h>

/* Each position of @text both ways, against counting from the beginning. */
static void
check (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (SlOffsets) offsets = sl_offsets_new (text, length);
  gsize cp = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize byte = (gsize) (at - text);

      g_assert_cmpuint (sl_offsets_to_cp (offsets, byte), ==, cp);
      g_assert_cmpuint (sl_offsets_to_byte (offsets, cp), ==, byte);
      cp++;
    }
  g_assert_cmpuint (sl_offsets_get_length_cp (offsets), ==, cp);
  g_assert_cmpuint (sl_offsets_to_cp (offsets, length), ==, cp);
  g_assert_cmpuint (sl_offsets_to_cp (offsets, length + 100), ==, cp);
  g_assert_cmpuint (sl_offsets_to_byte (offsets, cp), ==, length);
  g_assert_cmpuint (sl_offsets_to_byte (offsets, cp + 100), ==, length);
}

static void
test_texts (void)
{
  static const char *const pieces[] = { "", "a", "plain words ", "Ж", "переговори ", "“quoted” – ", "𝄞🎼", "e\xcc\x81", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    check (pieces[i]);
}

/* Lengths around the distance of the marks. */
static void
test_borders (void)
{
  for (guint length = 60; length < 70; length++)
    {
      g_autofree char *ascii = g_strnfill (length, 'x');
      g_autoptr (GString) wide = g_string_new (NULL);

      for (guint i = 0; i < length; i++)
        g_string_append (wide, i % 3 == 0 ? "𝄞" : i % 3 == 1 ? "ж"
                                                             : "z");
      check (ascii);
      check (wide->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/offsets/texts", test_texts);
  g_test_add_func ("/offsets/borders", test_borders);
  return g_test_run ();
}
