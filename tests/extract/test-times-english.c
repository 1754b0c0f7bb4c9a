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
  { "en", THURSDAY, "They agreed on a summit in December.", "December|2025-12|2025-12\n" },
  { "en", THURSDAY, "They met in February and were to meet in August.", "February|2025-02|2025-02\nAugust|2025-08|2025-08\n" },
  { "en", THURSDAY, "Until Tuesday they had not called.", "Tuesday|2025-11-18|../2025-11-18\n" },
  { "en", THURSDAY, "They had until Tuesday to call.", "Tuesday|2025-11-25|../2025-11-25\n" },
  { "en", THURSDAY, "Shares fell ahead of Friday's vote.", "Friday|2025-11-21|2025-11-21\n" },
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

static const TimeCase clocks[] = {
  { "en", THURSDAY, "The mayor spoke at 5 p.m. EST on Monday.", "5 p.m. EST on Monday|2025-11-17T17:00|2025-11-17T17:00-05:00\n" },
  { "en", THURSDAY, "The ship left at 1430 GMT and docked at 8.30pm.", "1430 GMT|2025-11-20T14:30|2025-11-20T14:30+00:00\n8.30pm|2025-11-20T20:30|2025-11-20T20:30\n" },
  { "en", THURSDAY, "They met around noon yesterday and at 7 tonight.", "around noon yesterday|2025-11-19T12:00|2025-11-19T12:00\n7 tonight|2025-11-20T19:00|2025-11-20T19:00\n" },
  { "en", THURSDAY, "The alarm went at 4 in the morning.", "4 in the morning|2025-11-20T04:00|2025-11-20T04:00\n" },
  { "en", THURSDAY, "Late Sunday and early Monday morning it snowed.", "Late Sunday|2025-11-16|2025-11-16\nearly Monday morning|2025-11-17TMO|2025-11-17\n" },
  { "en", NULL, "The mill was sold in 1931. The gate opens at 10 a.m. on weekdays.", "1931|1931|1931\n10 a.m.|1931-XX-XXT10:00|1931~\n" },
};

static const TimeCase periods[] = {
  { "en", THURSDAY, "Fees rose in the second half of 2011, in Q3 2012 and in fiscal 2013.", "the second half of 2011|2011-H2|2011-41\nQ3 2012|2012-Q3|2012-35\nfiscal 2013|2013|2013\n" },
  { "en", THURSDAY, "It grew in the early 1990s and shrank in the late nineties.", "the early 1990s|199|199X\nthe late nineties|199|199X\n" },
  { "en", THURSDAY, "It was founded in nineteen eighty-four.", "nineteen eighty-four|1984|1984\n" },
  { "en", THURSDAY, "Over the weekend it rained; the year ended dry.", "the weekend|2025-W46-WE|2025-11-15/2025-11-16\nthe year|P1Y|-\n" },
  { "en", THURSDAY, "The first week of May was cold, the last days of June were hot.", "The first week of May|2025-05|2025-05-01/2025-05-11~\nthe last days of June|2025-06|2025-06-21~/2025-06-30\n" },
  { "en", THURSDAY, "They live in the week of 3 November as before.", "the week of 3 November|2025-W45|2025-11-03/2025-11-09\n" },
  { "en", THURSDAY, "The wall is from the 3rd century BC, the gate from 63 BC.", "the 3rd century BC|BC02|-0299/-0200\n63 BC|BC0063|-0062\n" },
  { "en", THURSDAY, "In the fall of 2007 he left; after the fall of the wall she came.", "the fall of 2007|2007-FA|2007-23\n" },
};

static const TimeCase lengths[] = {
  { "en", THURSDAY, "It took two and a half years, then half an hour, then 5 1/2 hours.", "two and a half years|P2Y6M|-\nhalf an hour|PT30M|-\n5 1/2 hours|PT5H30M|-\n" },
  { "en", THURSDAY, "A year and a half ago it closed.", "A year and a half ago|2024-05|2024-05\n" },
  { "en", THURSDAY, "It has rained for weeks, as it did years ago.", "weeks|PXW|-\nyears ago|PAST_REF|../2025-11-20\n" },
  { "en", THURSDAY, "It lasted eight trading days, and the past decade was lost.", "eight trading days|P8D|-\nthe past decade|P1DE|2015-11-20~/2025-11-20\n" },
  { "en", THURSDAY, "It will be ready in three weeks. It was built in three weeks.", "three weeks|2025-W50|2025-12-08/2025-12-14\nthree weeks|P3W|-\n" },
  { "en", THURSDAY, "He calls three times a day, every other Tuesday and on Sundays.", "three times a day|P1D|-\nevery other Tuesday|XXXX-WXX-2|-\nSundays|XXXX-WXX-7|-\n" },
};

static const TimeCase days[] = {
  { "en", THURSDAY, "Next Friday they vote; last Tuesday they talked.", "Next Friday|2025-11-28|[2025-11-21,2025-11-28]\nlast Tuesday|2025-11-18|[2025-11-11,2025-11-18]\n" },
  { "en", THURSDAY, "On Friday the 21st, the 5th of next month or this coming Sunday?", "Friday the 21st|2025-11-21|2025-11-21\nthe 5th of next month|2025-12-05|2025-12-05\nthis coming Sunday|2025-11-23|2025-11-23\n" },
  { "en", THURSDAY, "She was born on 5-Sep-2003, in Oct/2 and on july 4th of 1995.", "5-Sep-2003|2003-09-05|2003-09-05\nOct/2|2025-10-02|2025-10-02\njuly 4th of 1995|1995-07-04|1995-07-04\n" },
  { "en", THURSDAY, "Black Friday, Election Day and Easter Monday were mild.", "Black Friday|2025-11-28|2025-11-28\nElection Day|2025-11-04|2025-11-04\nEaster Monday|2025-04-21|2025-04-21\n" },
  { "en", THURSDAY, "In 1931 the mill was sold. Two days later it burned.", "1931|1931|1931\nTwo days later|1931-XX-XX|1931~\n" },
  { "en", THURSDAY, "The day before, she called.", "The day before|2025-11-19|2025-11-19\n" },
};

static const TimeCase names[] = {
  { "en", THURSDAY, "The Sun praised Jan Novak, who told This Week and the Daily Gazette as much.", "" },
  { "en", THURSDAY, "As soon as she is in her 30s, a quarter of it, soon after, may melt.", "" },
  { "en", THURSDAY, "The fire soon engulfed it. An ad ran. Wait a minute!", "" },
  { "en", THURSDAY, "It costs five million a year.", "" },
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

static void
test_clocks (void)
{
  time_cases_check (clocks, G_N_ELEMENTS (clocks));
}

static void
test_periods (void)
{
  time_cases_check (periods, G_N_ELEMENTS (periods));
}

static void
test_lengths (void)
{
  time_cases_check (lengths, G_N_ELEMENTS (lengths));
}

static void
test_days (void)
{
  time_cases_check (days, G_N_ELEMENTS (days));
}

static void
test_names (void)
{
  time_cases_check (names, G_N_ELEMENTS (names));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times-english/tense", test_tense);
  g_test_add_func ("/times-english/quarters", test_quarters);
  g_test_add_func ("/times-english/clocks", test_clocks);
  g_test_add_func ("/times-english/periods", test_periods);
  g_test_add_func ("/times-english/lengths", test_lengths);
  g_test_add_func ("/times-english/days", test_days);
  g_test_add_func ("/times-english/names", test_names);
  return g_test_run ();
}
