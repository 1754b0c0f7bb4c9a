/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-civil.h"

#include "core/sl-day.h"

/* A hundred million years around 1970: no view goes there. */
#define LIMIT_S G_GINT64_CONSTANT (3155695200000000)

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
  return sl_day_to_seconds ((SlDay) { year, month, day }) + hour * 3600 + minute * 60 + second;
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
  gint64 clamped = CLAMP (seconds, -LIMIT_S, LIMIT_S);
  SlDay day = sl_day_from_seconds (clamped);
  int rest = (int) (clamped - sl_day_to_seconds (day));

  return (SlCivil) {
    .year = day.year,
    .month = day.month,
    .day = day.day,
    .hour = rest / 3600,
    .minute = rest / 60 % 60,
    .second = rest % 60,
    .weekday = sl_day_get_weekday (day),
  };
}
