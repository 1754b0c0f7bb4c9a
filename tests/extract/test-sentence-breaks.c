/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ends of sentences are those of ICU, which implements the same annex of Unicode in another way. */

#include "extract/sl-sentence-breaks.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static void
compare_with_icu (const char *text,
                  gsize       length)
{
  UErrorCode status = U_ZERO_ERROR;
  UText wrapped = UTEXT_INITIALIZER;
  UBreakIterator *expected = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
  SlSentenceBreaks breaks;
  gsize border;

  utext_openUTF8 (&wrapped, text, (int64_t) length, &status);
  ubrk_setUText (expected, &wrapped, &status);
  g_assert_true (U_SUCCESS (status));
  sl_sentence_breaks_init (&breaks, text, length);
  while (sl_sentence_breaks_next (&breaks, &border))
    {
      int32_t wanted = ubrk_next (expected);

      if (wanted != (int32_t) border)
        g_error ("a sentence ends at byte %d, not at %zu, of “%.*s”", wanted, border, (int) length, text);
    }
  g_assert_cmpint (ubrk_next (expected), ==, UBRK_DONE);
  utext_close (&wrapped);
  ubrk_close (expected);
}

static void
test_table (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "No end",
    "One. Two? Three! Four",
    "The U.S. Senate met. It cost 3.5 million. See p. 4 (and 5). “Why?” he asked. “So.” It ended…  Then",
    "etc.)’ \t and on. (A.) B\r\nC.\nD\n\nE\r",
    "Так. Ні? «Так!» — сказав він. І це все… а потім",
    "a.\u2029b\xc2\x85"
    "c.\u0301 D. \u00ad\u00adE.\u200b F. 12, g. 12, G.",
    "...!?.: x. : y. ,z 1.A a.A A.A .a",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    compare_with_icu (texts[i], strlen (texts[i]));
}

/* Strings of characters of all properties, in all orders sooner or later. */
static void
test_random (void)
{
  static const gunichar characters[] = {
    '.', '.', '.', '!', '?', 0x2026, 0x3002, 0x2024, 'a', 'b', 0x00df, 'A', 'B', 0x0416, 0x0436, 0x4e2d, 0x05d0,
    ' ', ' ', 0xa0, 0x3000, '\n', '\r', 0x85, 0x2028, 0x2029, '(', ')', '"', '\'', 0x201c, 0x201d, 0xab, '1', '2',
    0x0663, ',', ':', ';', '-', 0x2014, 0x0301, 0x00ad, 0x200d, 0xfeff, 0x1f600, '+', '_', 0xe0001
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (29);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int length = g_rand_int_range (random, 1, 24);

      for (int i = 0; i < length; i++)
        g_string_append_unichar (text, characters[g_rand_int_range (random, 0, G_N_ELEMENTS (characters))]);
      compare_with_icu (text->str, text->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/sentence-breaks/table", test_table);
  g_test_add_func ("/extract/sentence-breaks/random", test_random);
  return g_test_run ();
}
