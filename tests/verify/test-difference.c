/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-difference.h"

static void
test_format (void)
{
  const struct
  {
    const char *before;
    const char *after;
    const char *difference;
  } rows[] = {
    { "same words", "same words", "same words" },
    { "killed 14 people", "killed 41 people", "killed [-14-]{+41+} people" },
    { "killed 14 people", "killed 140 people", "killed [-14-]{+140+} people" },
    { "he denied it", "he never denied it", "he {+never +}denied it" },
    { "the very first day", "the first day", "the [-very -]first day" },
    { "", "all new", "{+all new+}" },
    { "all gone", "", "[-all gone-]" },
    { "at noon on Monday", "before dawn on Monday", "[-at noon-]{+before dawn+} on Monday" },
    { "it cost 14,500 crowns", "it cost 14,050 crowns", "it cost [-14,500-]{+14,050+} crowns" },
    { "they didn't go", "they did go", "they [-didn't-]{+did+} go" },
    { "у місті було тихо", "у місті стало тихо", "у місті [-було-]{+стало+} тихо" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SlDifference) difference = sl_difference_new (rows[i].before, rows[i].after, NULL);

      g_assert_cmpstr (difference->marked, ==, rows[i].difference);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/difference/format", test_format);
  return g_test_run ();
}
