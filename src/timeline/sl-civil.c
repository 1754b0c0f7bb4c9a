/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-civil.h"

#define DAY_S 86400
#define DAYS_IN_400_Y 146097
#define EPOCH_FROM_ERA 719468 /* days from 1 March of year 0 to 1 January 1970 */

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/**
 * sl_civil_days_to_epoch:
 * @year: astronomical
 * @month: 1 to 12
 * @day: may lie outside of the month; it is counted on
 *
 * Counts the days from 1 January 1970 to a date on the proleptic Gregorian calendar.
 *
 * The year is taken to begin in March, so that the day which leap years add is its last one.
 *
 * Returns: days, negative before 1970
 */
gint64
sl_civil_days_to_epoch (gint64 year,
                        int    month,
                        int    day)
{
  gint64 y = year - (month <= 2);
  gint64 era = floor_div (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 month_from_march = (month + 9) % 12;
  gint64 day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_400_Y + day_of_era - EPOCH_FROM_ERA;
}

/**
 * sl_civil_to_seconds:
 * @year: astronomical
 *
 * Gives the moment of a date and time of day.
 *
 * Returns: UTC seconds
 */
gint64
sl_civil_to_seconds (gint64 year,
                     int    month,
                     int    day,
                     int    hour,
                     int    minute,
                     int    second)
{
  return sl_civil_days_to_epoch (year, month, day) * DAY_S + hour * 3600 + minute * 60 + second;
}

static void
set_date (SlCivil *civil,
          gint64   days)
{
  gint64 shifted = days + EPOCH_FROM_ERA;
  gint64 era = floor_div (shifted, DAYS_IN_400_Y);
  gint64 day_of_era = shifted - era * DAYS_IN_400_Y;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;

  civil->day = (int) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
  civil->month = (int) (month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  civil->year = year_of_era + era * 400 + (civil->month <= 2);
  civil->weekday = (int) (days + 3 - floor_div (days + 3, 7) * 7) + 1;
}

/**
 * sl_civil_from_seconds:
 * @seconds: UTC; clamped to a hundred million years around 1970
 *
 * Gives the date and time of day of a moment.
 */
SlCivil
sl_civil_from_seconds (gint64 seconds)
{
  const gint64 limit = G_GINT64_CONSTANT (3155695200000000);
  gint64 clamped = CLAMP (seconds, -limit, limit);
  gint64 days = floor_div (clamped, DAY_S);
  int rest = (int) (clamped - days * DAY_S);
  SlCivil civil = { 0 };

  set_date (&civil, days);
  civil.hour = rest / 3600;
  civil.minute = rest / 60 % 60;
  civil.second = rest % 60;
  return civil;
}
