/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-filter.h"
#include "verify/sl-fuzzy.h"

#include <string.h>

#include "fuzzy-oracle.h"

#define N_CASES 3000

/* The same places with the same number of edits as the plain table finds them. */
static void
test_oracle (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (FuzzyCase) fuzzy = { 0 };

      fuzzy_case_init (&fuzzy, chance);
      if (!fuzzy_case_agrees (&fuzzy))
        {
          g_test_message ("text “%s”, pattern “%s”, %u edits", fuzzy.text, fuzzy.pattern, fuzzy.max_edits);
          g_test_fail ();
        }
    }
}

static void
test_exact (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (FuzzyCase) fuzzy = { 0 };
      const char *text;
      gsize at = 0;

      fuzzy_case_init (&fuzzy, chance);
      g_autoptr (SlFilter) filter = sl_filter_new (fuzzy.pattern, strlen (fuzzy.pattern), 0);
      for (text = strstr (fuzzy.text, fuzzy.pattern); text != NULL; text = strstr (text + 1, fuzzy.pattern))
        {
          at = sl_filter_find_exact (filter, fuzzy.text, strlen (fuzzy.text), at);
          g_assert_cmpuint (at, ==, (gsize) (text - fuzzy.text));
          at++;
        }
      g_assert_cmpuint (sl_filter_find_exact (filter, fuzzy.text, strlen (fuzzy.text), at), ==, G_MAXSIZE);
    }
}

/* Each place of a text that only repeats the pattern is marked, and none twice: it ends. */
static void
test_repetitive (void)
{
  g_autofree char *text = g_strnfill (200000, 'a');
  g_autofree char *pattern = g_strnfill (1000, 'a');
  g_autoptr (GArray) matches = NULL;

  pattern[500] = 'b';
  matches = sl_fuzzy_find (text, strlen (text), pattern, 120, 8);
  g_assert_cmpuint (matches->len, ==, 8);
  g_assert_cmpuint (g_array_index (matches, SlFuzzyMatch, 0).edits, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fuzzy/oracle", test_oracle);
  g_test_add_func ("/fuzzy/exact", test_exact);
  g_test_add_func ("/fuzzy/repetitive", test_repetitive);
  return g_test_run ();
}
