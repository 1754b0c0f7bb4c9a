/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-patterns.h"
#include "extract/sl-quotes.h"

#include <string.h>

/* A lexicon of a few words. */
static SlLexicon *
make_lexicon (void)
{
  SlLexicon *lexicon = sl_lexicon_new ();

  sl_lexicon_add (lexicon, "november", SL_CLASS_MONTH, "11", TRUE, FALSE);
  sl_lexicon_add (lexicon, "nov", SL_CLASS_MONTH, "11", TRUE, TRUE);
  sl_lexicon_add (lexicon, "twenty", SL_CLASS_NUMBER_WORD, "20", FALSE, FALSE);
  sl_lexicon_add (lexicon, "three", SL_CLASS_NUMBER_WORD, "3", FALSE, FALSE);
  sl_lexicon_add (lexicon, "hundred", SL_CLASS_NUMBER_WORD, "100", FALSE, FALSE);
  sl_lexicon_add (lexicon, "thousand", SL_CLASS_NUMBER_WORD, "1000", FALSE, FALSE);
  sl_lexicon_add (lexicon, "third", SL_CLASS_ORDINAL_WORD, "3", FALSE, FALSE);
  sl_lexicon_add (lexicon, "rd", SL_CLASS_ORDINAL_SUFFIX, "", FALSE, FALSE);
  sl_lexicon_add (lexicon, "s", SL_CLASS_DECADE_SUFFIX, "", FALSE, FALSE);
  return lexicon;
}

/* The number of tokens that a class of numbers takes at the beginning of a text, and its value. */
static void
test_numbers (void)
{
  static const struct
  {
    SlClass class_;
    const char *text;
    guint tokens;
    gint64 value;
  } cases[] = {
    { SL_CLASS_NUMBER, "12", 1, 12 },
    { SL_CLASS_NUMBER, "12,500 men", 3, 12500 },
    { SL_CLASS_NUMBER, "1.5 miles", 3, 1 },
    { SL_CLASS_NUMBER, "12%", 0, 0 },
    { SL_CLASS_NUMBER, "12th", 0, 0 },
    { SL_CLASS_NUMBER, "twenty-three", 3, 23 },
    { SL_CLASS_NUMBER, "three hundred", 2, 300 },
    { SL_CLASS_NUMBER, "three hundred twenty thousand", 4, 320000 },
    { SL_CLASS_NUMBER, "three three", 1, 3 },
    { SL_CLASS_DAY, "23rd", 2, 23 },
    { SL_CLASS_DAY, "23", 1, 23 },
    { SL_CLASS_DAY, "third", 1, 3 },
    { SL_CLASS_DAY, "32", 0, 0 },
    { SL_CLASS_DAY, "3:15", 0, 0 },
    { SL_CLASS_ORDINAL, "twenty-third", 3, 23 },
    { SL_CLASS_ORDINAL, "23", 0, 0 },
    { SL_CLASS_YEAR, "1931", 1, 1931 },
    { SL_CLASS_YEAR, "193", 0, 0 },
    { SL_CLASS_YEAR, "1931x", 0, 0 },
    { SL_CLASS_SHORT_YEAR, "’98", 2, 1998 },
    { SL_CLASS_ISO_DATE, "2019-07-04", 5, 20190704 },
    { SL_CLASS_ISO_DATE, "2019-17-04", 0, 0 },
    { SL_CLASS_NUMERIC_DATE, "4/7/2019", 5, 20190407 },
    { SL_CLASS_NUMERIC_DATE, "24/7/2019", 5, 20190724 },
    { SL_CLASS_CLOCK, "14:30", 3, 52200 },
    { SL_CLASS_CLOCK, "14:30:15", 5, 52215 },
    { SL_CLASS_CLOCK, "14:75", 0, 0 },
    { SL_CLASS_DECADE, "1970s", 2, 1970 },
    { SL_CLASS_DECADE, "’70s", 3, 1970 },
    { SL_CLASS_DECADE, "70-s", 3, 1970 },
    { SL_CLASS_DECADE, "75s", 0, 0 },
    { SL_CLASS_YEAR_END, "85", 1, 85 },
    { SL_CLASS_YEAR_END, "85%", 0, 0 },
  };
  SlNumberStyle style = { .month_first = TRUE };
  g_autoptr (SlLexicon) lexicon = make_lexicon ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlTokens) tokens = sl_tokens_new (cases[i].text, strlen (cases[i].text), lexicon);
      SlNumber number = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (sl_numbers_match (tokens, lexicon, &style, 0, cases[i].class_, &number), ==, cases[i].tokens);
      if (cases[i].tokens > 0)
        g_assert_cmpint (number.value, ==, cases[i].value);
    }
}

static void
test_longest (void)
{
  static const struct
  {
    const char *text;
    guint end;
    SlAction action;
  } cases[] = {
    { "23 November 1931", 3, SL_ACTION_DATE },
    { "23 November", 2, SL_ACTION_DATE },
    { "23 Nov. 1931", 4, SL_ACTION_DATE },
    { "23 november", 0, SL_ACTION_NONE },
    { "1931 men", 0, SL_ACTION_NONE },
    { "1931", 1, SL_ACTION_DURATION },
  };
  SlNumberStyle style = { 0 };
  g_autoptr (SlLexicon) lexicon = make_lexicon ();
  g_autoptr (SlPatterns) patterns = sl_patterns_new (lexicon, &style);

  g_assert_true (sl_patterns_add (patterns, "{day} {month} {year}?", "date", NULL));
  g_assert_true (sl_patterns_add (patterns, "{year}", "duration; not-before: men", NULL));
  sl_patterns_close (patterns);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlTokens) tokens = sl_tokens_new (cases[i].text, strlen (cases[i].text), lexicon);
      SlMatch match;
      gboolean found = sl_patterns_match (patterns, tokens, 0, &match);

      g_assert_cmpint (found, ==, cases[i].end > 0);
      if (found)
        {
          g_assert_cmpuint (match.end, ==, cases[i].end);
          g_assert_cmpint (match.action, ==, cases[i].action);
        }
    }
}

static void
test_quotes (void)
{
  static const struct
  {
    const char *text;
    const char *quotes; /* one a line */
  } cases[] = {
    { "He said \"yes\" and \"no\".", "\"yes\"\n\"no\"\n" },
    { "He said “yes” and „nein“ and «так» and »ja«.", "“yes”\n„nein“\n«так»\n»ja«\n" },
    { "It’s the ‘old dam’ of the keepers’ guild.", "‘old dam’\n" },
    { "“One,\n“two,” he said.", "“One,\n“two,”\n" },
    { "A 5\" pipe and a 6\" pipe.", "" },
    { "“Never closed, he said.", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlTokens) tokens = sl_tokens_new (cases[i].text, strlen (cases[i].text), NULL);
      g_autoptr (GArray) quotes = sl_quotes_find (tokens);
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint k = 0; k < quotes->len; k++)
        {
          SlQuote quote = g_array_index (quotes, SlQuote, k);
          guint start = tokens->items[quote.first].start;

          g_string_append_printf (list, "%.*s\n", (int) (tokens->items[quote.end - 1].end - start), cases[i].text + start);
        }
      g_assert_cmpstr (list->str, ==, cases[i].quotes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/patterns/numbers", test_numbers);
  g_test_add_func ("/patterns/longest", test_longest);
  g_test_add_func ("/patterns/quotes", test_quotes);
  return g_test_run ();
}
