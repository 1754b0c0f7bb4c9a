/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-day.h"

/* Days from 0000-03-01 to 1970-01-01, and in the cycle of 400 years after which the calendar repeats. */
#define DAYS_TO_EPOCH 719468
#define DAYS_PER_CYCLE 146097

static gint64
floor_divide (gint64 a,
              gint64 b)
{
  gint64 quotient = a / b;

  return quotient * b > a ? quotient - 1 : quotient;
}

/**
 * sl_day_is_leap_year:
 * @year: astronomical year
 *
 * Whether @year has a 29 February in the proleptic Gregorian calendar.
 */
gboolean
sl_day_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * sl_day_days_in_month:
 * @year: astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
sl_day_days_in_month (gint64 year,
                      int    month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && sl_day_is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * sl_day_is_valid:
 * @day: any numbers
 *
 * Whether @day is a day of the calendar whose seconds can be counted.
 */
gboolean
sl_day_is_valid (SlDay day)
{
  return day.year >= SL_YEAR_MIN && day.year <= SL_YEAR_MAX
         && day.month >= 1 && day.month <= 12
         && day.day >= 1 && day.day <= sl_day_days_in_month (day.year, day.month);
}

/**
 * sl_day_to_days:
 * @day: a valid day
 *
 * Counts the days since 1970-01-01, in constant time.
 *
 * The year is taken to begin in March, so that the leap day comes last; the
 * method is the one of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
 *
 * Returns: days, negative before 1970
 */
gint64
sl_day_to_days (SlDay day)
{
  gint64 year = day.month <= 2 ? day.year - 1 : day.year;
  gint64 cycle = floor_divide (year, 400);
  gint64 year_of_cycle = year - cycle * 400;
  gint64 month = (day.month + 9) % 12;
  gint64 day_of_year = (153 * month + 2) / 5 + day.day - 1;

  return cycle * DAYS_PER_CYCLE + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - DAYS_TO_EPOCH;
}

/**
 * sl_day_from_days:
 * @days: days since 1970-01-01
 *
 * The day that sl_day_to_days() counts as @days.
 */
SlDay
sl_day_from_days (gint64 days)
{
  gint64 cycle = floor_divide (days + DAYS_TO_EPOCH, DAYS_PER_CYCLE);
  gint64 day_of_cycle = days + DAYS_TO_EPOCH - cycle * DAYS_PER_CYCLE;
  gint64 year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  gint64 day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  gint64 month = (5 * day_of_year + 2) / 153;
  SlDay day;

  day.day = (int) (day_of_year - (153 * month + 2) / 5 + 1);
  day.month = (int) (month < 10 ? month + 3 : month - 9);
  day.year = year_of_cycle + cycle * 400 + (day.month <= 2 ? 1 : 0);
  return day;
}

/**
 * sl_day_to_seconds:
 * @day: a valid day
 *
 * Returns: UTC seconds since 1970 at which the day begins
 */
gint64
sl_day_to_seconds (SlDay day)
{
  return sl_day_to_days (day) * SL_SECONDS_PER_DAY;
}

/**
 * sl_day_from_seconds:
 * @seconds: UTC seconds since 1970
 *
 * The UTC day that holds @seconds.
 */
SlDay
sl_day_from_seconds (gint64 seconds)
{
  return sl_day_from_days (floor_divide (seconds, SL_SECONDS_PER_DAY));
}

/**
 * sl_day_add_days:
 * @day: a valid day
 * @days: how many days later, or earlier when negative
 */
SlDay
sl_day_add_days (SlDay  day,
                 gint64 days)
{
  return sl_day_from_days (sl_day_to_days (day) + days);
}

/**
 * sl_day_add_months:
 * @day: a valid day
 * @months: how many months later, or earlier when negative
 *
 * The same day of another month, or that month's last day where it is shorter.
 */
SlDay
sl_day_add_months (SlDay  day,
                   gint64 months)
{
  gint64 count = day.year * 12 + day.month - 1 + months;
  SlDay sum = { floor_divide (count, 12), 0, day.day };

  sum.month = (int) (count - sum.year * 12) + 1;
  sum.day = MIN (sum.day, sl_day_days_in_month (sum.year, sum.month));
  return sum;
}

/**
 * sl_day_get_weekday:
 * @day: a valid day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
sl_day_get_weekday (SlDay day)
{
  gint64 days = sl_day_to_days (day) + 3;

  return (int) (days - floor_divide (days, 7) * 7) + 1;
}

/**
 * sl_day_find_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 * @anchor: a valid day
 * @direction: positive for later days, else earlier ones
 * @including: whether @anchor itself will do
 *
 * The day nearest to @anchor that falls on @weekday.
 */
SlDay
sl_day_find_weekday (int      weekday,
                     SlDay    anchor,
                     int      direction,
                     gboolean including)
{
  int days = (weekday - sl_day_get_weekday (anchor) + 7) % 7;

  if (direction > 0)
    return sl_day_add_days (anchor, days == 0 && !including ? 7 : days);
  days = (7 - days) % 7;
  return sl_day_add_days (anchor, -(days == 0 && !including ? 7 : days));
}

/**
 * sl_day_week_start:
 * @day: a valid day
 *
 * The Monday of the ISO week that holds @day.
 */
SlDay
sl_day_week_start (SlDay day)
{
  return sl_day_add_days (day, 1 - sl_day_get_weekday (day));
}

/**
 * sl_day_iso_week:
 * @year: year of the ISO week
 * @week: 1 to 53
 *
 * The Monday of an ISO week.
 */
SlDay
sl_day_iso_week (gint64 year,
                 int    week)
{
  /* The week of 4 January is the first by definition. */
  SlDay first = sl_day_week_start ((SlDay) { year, 1, 4 });

  return sl_day_add_days (first, ((gint64) week - 1) * 7);
}

/**
 * sl_day_get_iso_week:
 * @day: a valid day
 * @week_year: (out): year that the week belongs to
 *
 * Returns: the number of the ISO week, 1 to 53
 */
int
sl_day_get_iso_week (SlDay   day,
                     gint64 *week_year)
{
  SlDay thursday = sl_day_add_days (sl_day_week_start (day), 3);
  gint64 days = sl_day_to_days (thursday) - sl_day_to_days ((SlDay) { thursday.year, 1, 1 });

  *week_year = thursday.year;
  return (int) (days / 7) + 1;
}

/**
 * sl_day_easter:
 * @year: 1 or later
 *
 * Western Easter Sunday, by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
 */
SlDay
sl_day_easter (gint64 year)
{
  gint64 a = year % 19, b = year / 100, c = year % 100;
  gint64 d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  gint64 h = (19 * a + b - d - g + 15) % 30;
  gint64 i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  gint64 m = (a + 11 * h + 22 * l) / 451;
  gint64 n = h + l - 7 * m + 114;

  g_return_val_if_fail (year >= 1, ((SlDay) { year, 4, 1 }));

  return (SlDay) { year, (int) (n / 31), (int) (n % 31) + 1 };
}

/**
 * sl_day_easter_julian:
 * @year: 1 or later
 *
 * Orthodox Easter Sunday as a Gregorian day, by Meeus's Julian computus.
 */
SlDay
sl_day_easter_julian (gint64 year)
{
  gint64 a = year % 4, b = year % 7, c = year % 19;
  gint64 d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  gint64 n = d + e + 114;
  gint64 century = year / 100;
  SlDay julian = { year, (int) (n / 31), (int) (n % 31) + 1 };

  g_return_val_if_fail (year >= 1, ((SlDay) { year, 4, 1 }));

  return sl_day_add_days (julian, century - century / 4 - 2);
}
