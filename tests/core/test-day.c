/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-day.h"

static void
assert_day (SlDay  day,
            gint64 year,
            int    month,
            int    number)
{
  g_assert_cmpint (day.year, ==, year);
  g_assert_cmpint (day.month, ==, month);
  g_assert_cmpint (day.day, ==, number);
}

static void
test_days (void)
{
  static const struct
  {
    SlDay day;
    gint64 days;
    int weekday;
  } cases[] = {
    { { 1970, 1, 1 }, 0, 4 },
    { { 1969, 12, 31 }, -1, 3 },
    { { 2000, 2, 29 }, 11016, 2 },
    { { 2025, 11, 23 }, 20415, 7 },
    { { 0, 3, 1 }, -719468, 3 },
    { { 1, 1, 1 }, -719162, 1 },
    { { -1, 12, 31 }, -719529, 5 },
    { { 400000, 2, 29 }, 145377531, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlDay back = sl_day_from_days (cases[i].days);

      g_assert_cmpint (sl_day_to_days (cases[i].day), ==, cases[i].days);
      assert_day (back, cases[i].day.year, cases[i].day.month, cases[i].day.day);
      g_assert_cmpint (sl_day_get_weekday (cases[i].day), ==, cases[i].weekday);
    }
}

/* Every day of four centuries follows the one before, in the calendar and in the week. */
static void
test_walk (void)
{
  SlDay before = { 1799, 12, 31 };
  int weekday = sl_day_get_weekday (before);

  gint64 first = sl_day_to_days (before) + 1;

  for (gint64 days = first; days < first + 146097; days++)
    {
      SlDay day = sl_day_from_days (days);

      g_assert_true (sl_day_is_valid (day));
      g_assert_cmpint (sl_day_to_days (day), ==, days);
      g_assert_true (day.day == before.day + 1 || (day.day == 1 && before.day == sl_day_days_in_month (before.year, before.month)));
      weekday = weekday % 7 + 1;
      g_assert_cmpint (sl_day_get_weekday (day), ==, weekday);
      before = day;
    }
}

static void
test_far_years (void)
{
  static const gint64 years[] = { SL_YEAR_MIN, -17000000000, -1, 0, 170000002, SL_YEAR_MAX };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      SlDay day = { years[i], 12, 31 };

      g_assert_true (sl_day_is_valid (day));
      assert_day (sl_day_from_seconds (sl_day_to_seconds (day)), years[i], 12, 31);
    }
  g_assert_false (sl_day_is_valid ((SlDay) { SL_YEAR_MAX + 1, 1, 1 }));
}

static void
test_months (void)
{
  assert_day (sl_day_add_months ((SlDay) { 2025, 1, 31 }, 1), 2025, 2, 28);
  assert_day (sl_day_add_months ((SlDay) { 2024, 1, 31 }, 1), 2024, 2, 29);
  assert_day (sl_day_add_months ((SlDay) { 2025, 1, 15 }, -1), 2024, 12, 15);
  assert_day (sl_day_add_months ((SlDay) { 2025, 11, 1 }, 26), 2028, 1, 1);
  assert_day (sl_day_add_months ((SlDay) { 0, 1, 1 }, -1), -1, 12, 1);
}

static void
test_weeks (void)
{
  static const struct
  {
    SlDay day;
    gint64 year;
    int week;
  } cases[] = {
    { { 2005, 1, 1 }, 2004, 53 },
    { { 2008, 12, 29 }, 2009, 1 },
    { { 2025, 11, 23 }, 2025, 47 },
    { { 2026, 1, 1 }, 2026, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 year;

      g_assert_cmpint (sl_day_get_iso_week (cases[i].day, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
    }
  assert_day (sl_day_iso_week (2025, 47), 2025, 11, 17);
  assert_day (sl_day_week_start ((SlDay) { 2025, 11, 23 }), 2025, 11, 17);
  assert_day (sl_day_find_weekday (5, (SlDay) { 2025, 11, 23 }, -1, TRUE), 2025, 11, 21);
  assert_day (sl_day_find_weekday (7, (SlDay) { 2025, 11, 23 }, 1, FALSE), 2025, 11, 30);
  assert_day (sl_day_find_weekday (7, (SlDay) { 2025, 11, 23 }, 1, TRUE), 2025, 11, 23);
}

static void
test_easter (void)
{
  assert_day (sl_day_easter (2000), 2000, 4, 23);
  assert_day (sl_day_easter (2024), 2024, 3, 31);
  assert_day (sl_day_easter (2025), 2025, 4, 20);
  assert_day (sl_day_easter (2038), 2038, 4, 25);
  assert_day (sl_day_easter_julian (2024), 2024, 5, 5);
  assert_day (sl_day_easter_julian (2025), 2025, 4, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/day/days", test_days);
  g_test_add_func ("/day/walk", test_walk);
  g_test_add_func ("/day/far-years", test_far_years);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/easter", test_easter);
  return g_test_run ();
}
