/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-civil.h"

static void
test_known (void)
{
  const struct
  {
    gint64 year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    gint64 seconds;
    int weekday;
  } rows[] = {
    { 1970, 1, 1, 0, 0, 0, 0, 4 },
    { 1969, 12, 31, 23, 59, 59, -1, 3 },
    { 2000, 2, 29, 12, 0, 0, 951825600, 2 },
    { 2025, 11, 23, 0, 0, 0, 1763856000, 7 },
    { 2038, 1, 19, 3, 14, 8, G_GINT64_CONSTANT (2147483648), 2 },
    { 1900, 3, 1, 0, 0, 0, G_GINT64_CONSTANT (-2203891200), 4 },
    { 1, 1, 1, 0, 0, 0, G_GINT64_CONSTANT (-62135596800), 1 },
    { 0, 2, 29, 0, 0, 0, G_GINT64_CONSTANT (-62162121600), 2 },
    { -43, 3, 15, 0, 0, 0, G_GINT64_CONSTANT (-63517824000), 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SlCivil civil = sl_civil_from_seconds (rows[i].seconds);

      g_assert_cmpint (sl_civil_to_seconds (rows[i].year, rows[i].month, rows[i].day, rows[i].hour, rows[i].minute, rows[i].second), ==, rows[i].seconds);
      g_assert_cmpint (civil.year, ==, rows[i].year);
      g_assert_cmpint (civil.month, ==, rows[i].month);
      g_assert_cmpint (civil.day, ==, rows[i].day);
      g_assert_cmpint (civil.hour, ==, rows[i].hour);
      g_assert_cmpint (civil.minute, ==, rows[i].minute);
      g_assert_cmpint (civil.second, ==, rows[i].second);
      g_assert_cmpint (civil.weekday, ==, rows[i].weekday);
    }
}

/* Against GLib's calendar, for each day of four centuries and a bit. */
static void
test_every_day (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (1799, 12, 30, 0, 0, 0);

  for (int i = 0; i < 150000; i++)
    {
      SlCivil civil = sl_civil_from_seconds (g_date_time_to_unix (day));
      GDateTime *next = g_date_time_add_days (day, 1);

      g_assert_cmpint (civil.year, ==, g_date_time_get_year (day));
      g_assert_cmpint (civil.month, ==, g_date_time_get_month (day));
      g_assert_cmpint (civil.day, ==, g_date_time_get_day_of_month (day));
      g_assert_cmpint (civil.weekday, ==, g_date_time_get_day_of_week (day));
      g_date_time_unref (day);
      day = next;
    }
}

static void
test_extremes (void)
{
  g_assert_cmpint (sl_civil_from_seconds (G_MININT64).year, <, -90000000);
  g_assert_cmpint (sl_civil_from_seconds (G_MAXINT64).year, >, 90000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/civil/known", test_known);
  g_test_add_func ("/civil/every-day", test_every_day);
  g_test_add_func ("/civil/extremes", test_extremes);
  return g_test_run ();
}
