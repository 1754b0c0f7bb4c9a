/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words are packed, hashed and read eight bytes at once: what stands at the borders must be found all the same. */

#include "extract/sl-tokens.h"

#include <string.h>

/* Longer words are not looked up. */
#define LONGEST 96

/* Each word is the beginning of the next one. */
static void
test_beginnings (void)
{
  g_autoptr (SlLexicon) lexicon = sl_lexicon_new ();
  g_autofree char *word = g_strnfill (LONGEST + 8, 'o');
  guint32 ids[LONGEST + 1] = { 0 };

  for (gsize length = 1; length <= LONGEST; length++)
    ids[length] = sl_lexicon_intern (lexicon, word, length);
  for (gsize length = 1; length <= LONGEST; length++)
    {
      g_assert_cmpuint (sl_lexicon_lookup (lexicon, word, length), ==, ids[length]);
      g_assert_cmpuint (sl_lexicon_intern (lexicon, word, length), ==, ids[length]);
      if (length <= SL_LEXICON_SHORT)
        g_assert_cmpuint (sl_lexicon_look_up_short (lexicon, sl_lexicon_pack (word, length), length), ==, ids[length]);
    }
  g_assert_cmpuint (sl_lexicon_lookup (lexicon, word, LONGEST + 1), ==, 0);
  g_assert_cmpuint (sl_lexicon_lookup (lexicon, "ooooooox", 8), ==, 0);
  g_assert_cmpuint (sl_lexicon_lookup (lexicon, "oooooooox", 9), ==, 0);
}

/* A word is the same word wherever it stands, however it is written and whatever stands behind it. */
static void
test_tokens (void)
{
  static const struct
  {
    const char *written;
    const char *word;
    gboolean capital;
    gboolean upper;
  } cases[] = {
    { "a", "a", FALSE, FALSE },
    { "A", "a", TRUE, FALSE },
    { "Lamp", "lamp", TRUE, FALSE },
    { "HARBOUR", "harbour", TRUE, TRUE },
    { "Thursday", "thursday", TRUE, FALSE },
    { "THURSDAY", "thursday", TRUE, TRUE },
    { "lampLIGHTS", "lamplights", FALSE, FALSE },
    { "lighthousekeepers", "lighthousekeepers", FALSE, FALSE },
    { "Übermorgen", "übermorgen", TRUE, FALSE },
    { "abendröte", "abendröte", FALSE, FALSE },
    { "ÉTÉ", "été", TRUE, TRUE },
    { "четвер", "четвер", FALSE, FALSE },
    { "ПОНЕДІЛОК", "понеділок", TRUE, TRUE },
  };
  static const char *const behind[] = { "", " ", ".", "1", "\n", " a", "’s", "…", " and the rest of it" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (behind); k++)
      for (gsize blanks = 0; blanks < 3; blanks++)
        {
          g_autoptr (SlLexicon) lexicon = sl_lexicon_new ();
          g_autofree char *text = g_strdup_printf ("%.*s%s%s", (int) blanks, "  ", cases[i].written, behind[k]);
          guint32 id = sl_lexicon_intern (lexicon, cases[i].word, strlen (cases[i].word));
          g_autoptr (SlTokens) tokens = sl_tokens_new (text, strlen (text), lexicon);

          g_assert_cmpuint (tokens->items[0].word, ==, id);
          g_assert_cmpuint (tokens->items[0].start, ==, blanks);
          g_assert_cmpuint (tokens->items[0].end, ==, blanks + strlen (cases[i].written));
          g_assert_true (tokens->items[0].spaced);
          g_assert_cmpint (tokens->items[0].capital, ==, cases[i].capital);
          g_assert_cmpint (tokens->items[0].upper, ==, cases[i].upper);
        }
}

static void
test_long_words (void)
{
  for (gsize length = LONGEST - 9; length < LONGEST + 9; length++)
    {
      g_autoptr (SlLexicon) lexicon = sl_lexicon_new ();
      g_autofree char *text = g_strnfill (length, 'k');
      guint32 id = sl_lexicon_intern (lexicon, text, length);
      g_autoptr (SlTokens) tokens = sl_tokens_new (text, length, lexicon);

      g_assert_cmpuint (tokens->count, ==, 1);
      g_assert_cmpuint (tokens->items[0].end, ==, length);
      g_assert_cmpuint (tokens->items[0].word, ==, length <= LONGEST ? id : 0);
    }
}

/* The meanings of a class stand together, in the order in which they came. */
static void
test_runs (void)
{
  static const SlClass classes[] = { SL_CLASS_UNIT, SL_CLASS_WEEKDAY, SL_CLASS_STOP_WORD, SL_CLASS_UNIT, SL_CLASS_PLATFORM, SL_CLASS_WEEKDAY, SL_CLASS_UNIT };
  g_autoptr (SlLexicon) lexicon = sl_lexicon_new ();
  guint32 word = sl_lexicon_intern (lexicon, "light", 5);
  const SlLexEntry *const *run;
  guint count;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *number = g_strdup_printf ("%zu", i);

      sl_lexicon_add (lexicon, "light", classes[i], number, FALSE, FALSE);
    }
  run = sl_lexicon_get_run (lexicon, word, SL_CLASS_UNIT, &count);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpint (run[0]->value, ==, 0);
  g_assert_cmpint (run[1]->value, ==, 3);
  g_assert_cmpint (run[2]->value, ==, 6);
  run = sl_lexicon_get_run (lexicon, word, SL_CLASS_PLATFORM, &count);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpint (run[0]->value, ==, 4);
  g_assert_null (sl_lexicon_get_run (lexicon, word, SL_CLASS_MONTH, &count));
  g_assert_cmpuint (count, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/beginnings", test_beginnings);
  g_test_add_func ("/lexicon/tokens", test_tokens);
  g_test_add_func ("/lexicon/long-words", test_long_words);
  g_test_add_func ("/lexicon/runs", test_runs);
  return g_test_run ();
}
