/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "time-cases.h"

/* All are read as if published on a Thursday. */
#define THURSDAY "2025-11-20"

static const TimeCase tense[] = {
  { "en", THURSDAY, "Crowds rallied on Friday.", "Friday|2025-11-14|2025-11-14\n" },
  { "en", THURSDAY, "The lease is to run out on Friday.", "Friday|2025-11-21|2025-11-21\n" },
  { "en", THURSDAY, "The offer was extended until Tuesday.", "Tuesday|2025-11-25|../2025-11-25\n" },
  { "en", THURSDAY, "The offer had been due to expire Tuesday.", "Tuesday|2025-11-18|2025-11-18\n" },
  { "en", THURSDAY, "They would not say how Monday's ruling will be enforced.", "Monday|2025-11-17|2025-11-17\n" },
  { "en", THURSDAY, "The vote is Monday.", "Monday|2025-11-24|2025-11-24\n" },
  /* The far years are told of, but the weekday is that of the news. */
  { "en", THURSDAY,
    "The dam failed on Tuesday. It was begun in 1931, finished in 1938, raised in 1952, mended in 1968, again in 1971 and 1983.",
    "Tuesday|2025-11-18|2025-11-18\n1931|1931|1931\n1938|1938|1938\n1952|1952|1952\n1968|1968|1968\n1971|1971|1971\n1983|1983|1983\n" },
};

static const TimeCase quarters[] = {
  { "en", THURSDAY, "In the third quarter the yard lost $3 million, against $2 million a year earlier.", "the third quarter|2025-Q3|2025-35\na year earlier|2024-Q3|2024-35\n" },
  { "en", THURSDAY, "Its third-quarter loss was $3 million. In the year-ago quarter it had earned $2 million.", "third-quarter|2025-Q3|2025-35\nthe year-ago quarter|2024-Q3|2024-35\n" },
  { "en", THURSDAY, "Sales fell in the quarter.", "the quarter|2025-Q3|2025-35\n" },
  { "en", THURSDAY, "It moved here a year ago.", "a year ago|2024|2024\n" },
  { "en", THURSDAY, "The yard opened two decades ago.", "two decades ago|2005|2005\n" },
  { "en", THURSDAY, "For the nine months it broke even.", "the nine months|P9M|-\n" },
};

static void
test_tense (void)
{
  time_cases_check (tense, G_N_ELEMENTS (tense));
}

static void
test_quarters (void)
{
  time_cases_check (quarters, G_N_ELEMENTS (quarters));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times-english/tense", test_tense);
  g_test_add_func ("/times-english/quarters", test_quarters);
  return g_test_run ();
}
