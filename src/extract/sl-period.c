/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-period.h"

#include <string.h>

#include "core/sl-edtf.h"

/* TIMEX3 durations: the letter after the count, and whether it counts parts of a day. */
static const struct
{
  const char *name;
  const char *letter;
  gboolean time;
} units[] = {
  [SL_UNIT_NONE] = { "", "", FALSE },
  [SL_UNIT_SECOND] = { "second", "S", TRUE },
  [SL_UNIT_MINUTE] = { "minute", "M", TRUE },
  [SL_UNIT_HOUR] = { "hour", "H", TRUE },
  [SL_UNIT_DAY] = { "day", "D", FALSE },
  [SL_UNIT_NIGHT] = { "night", "NI", TRUE },
  [SL_UNIT_WEEK] = { "week", "W", FALSE },
  [SL_UNIT_FORTNIGHT] = { "fortnight", "W", FALSE },
  [SL_UNIT_WEEKEND] = { "weekend", "WE", FALSE },
  [SL_UNIT_MONTH] = { "month", "M", FALSE },
  [SL_UNIT_QUARTER] = { "quarter", "Q", FALSE },
  [SL_UNIT_HALF] = { "half", "H", FALSE },
  [SL_UNIT_SEASON] = { "season", "SE", FALSE },
  [SL_UNIT_YEAR] = { "year", "Y", FALSE },
  [SL_UNIT_DECADE] = { "decade", "DE", FALSE },
  [SL_UNIT_CENTURY] = { "century", "CE", FALSE },
  [SL_UNIT_MILLENNIUM] = { "millennium", "ML", FALSE },
};

/**
 * sl_unit_from_name:
 * @name: name of a unit in a language file
 *
 * Returns: the unit, %SL_UNIT_NONE when there is none of that name
 */
SlUnit
sl_unit_from_name (const char *name)
{
  for (gsize i = 1; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, name) == 0)
      return (SlUnit) i;
  return SL_UNIT_NONE;
}

/**
 * sl_unit_format_duration:
 * @unit: a unit
 * @count: how many, in digits, or "X"
 *
 * Returns: (transfer full): the TIMEX3 value, "P3D"
 */
char *
sl_unit_format_duration (SlUnit      unit,
                         const char *count)
{
  if (unit == SL_UNIT_FORTNIGHT && strcmp (count, "X") != 0)
    return g_strdup_printf ("P%" G_GINT64_FORMAT "W", 2 * g_ascii_strtoll (count, NULL, 10));
  return g_strdup_printf ("P%s%s%s", units[unit].time ? "T" : "", count, units[unit].letter);
}

/**
 * sl_unit_halve:
 * @unit: a unit
 * @count: (out): how many of the smaller units are half of it
 *
 * Returns: the smaller unit in which half of @unit is a whole number; %SL_UNIT_NONE when there is none
 */
SlUnit
sl_unit_halve (SlUnit  unit,
               gint64 *count)
{
  static const struct
  {
    SlUnit unit;
    SlUnit smaller;
    gint64 count;
  } halves[] = {
    { SL_UNIT_MINUTE, SL_UNIT_SECOND, 30 },
    { SL_UNIT_HOUR, SL_UNIT_MINUTE, 30 },
    { SL_UNIT_DAY, SL_UNIT_HOUR, 12 },
    { SL_UNIT_YEAR, SL_UNIT_MONTH, 6 },
    { SL_UNIT_DECADE, SL_UNIT_YEAR, 5 },
    { SL_UNIT_CENTURY, SL_UNIT_YEAR, 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    if (halves[i].unit == unit)
      {
        *count = halves[i].count;
        return halves[i].smaller;
      }
  return SL_UNIT_NONE;
}

/**
 * sl_unit_format_half:
 * @unit: a unit
 * @count: how many of them
 *
 * Returns: (transfer full): the TIMEX3 value of @count units and a half, "P2Y6M", "PT30M"
 */
char *
sl_unit_format_half (SlUnit unit,
                     gint64 count)
{
  gint64 half;
  SlUnit smaller = sl_unit_halve (unit, &half);
  gboolean joined = smaller != SL_UNIT_NONE && smaller != SL_UNIT_YEAR;
  g_autofree char *number = NULL;

  if (smaller == SL_UNIT_NONE)
    number = g_strdup_printf ("%" G_GINT64_FORMAT ".5", count);
  else if (!joined || count == 0)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, half + 2 * half * count);
  if (number != NULL)
    return sl_unit_format_duration (smaller == SL_UNIT_NONE ? unit : smaller, number);
  return g_strdup_printf ("P%s%" G_GINT64_FORMAT "%s%s%" G_GINT64_FORMAT "%s",
                          units[unit].time ? "T" : "",
                          count,
                          units[unit].letter,
                          units[unit].time == units[smaller].time ? "" : "T",
                          half,
                          units[smaller].letter);
}

static SlDay
first_day (gint64 year,
           int    month)
{
  return (SlDay) { year, month, 1 };
}

static gint64
floor_to (gint64 number,
          gint64 unit)
{
  gint64 rest = number % unit;

  return rest < 0 ? number - rest - unit : number - rest;
}

/**
 * sl_period_of:
 * @unit: a unit; those shorter than a day give the day
 * @day: a day
 *
 * The period of kind @unit that holds @day. Seasons are those of EDTF's reading here:
 * three months from March, June, September and December.
 */
SlPeriod
sl_period_of (SlUnit unit,
              SlDay  day)
{
  switch (unit)
    {
    case SL_UNIT_WEEK:
    case SL_UNIT_FORTNIGHT:
      return (SlPeriod) { SL_UNIT_WEEK, sl_day_week_start (day) };
    case SL_UNIT_WEEKEND:
      return (SlPeriod) { unit, sl_day_add_days (sl_day_week_start (day), 5) };
    case SL_UNIT_MONTH:
      return (SlPeriod) { unit, first_day (day.year, day.month) };
    case SL_UNIT_QUARTER:
      return (SlPeriod) { unit, first_day (day.year, (day.month - 1) / 3 * 3 + 1) };
    case SL_UNIT_HALF:
      return (SlPeriod) { unit, first_day (day.year, (day.month - 1) / 6 * 6 + 1) };
    case SL_UNIT_SEASON:
      return (SlPeriod) { unit, day.month < 3 ? first_day (day.year - 1, 12) : first_day (day.year, day.month / 3 * 3) };
    case SL_UNIT_YEAR:
      return (SlPeriod) { unit, first_day (day.year, 1) };
    case SL_UNIT_DECADE:
      return (SlPeriod) { unit, first_day (floor_to (day.year, 10), 1) };
    case SL_UNIT_CENTURY:
      return (SlPeriod) { unit, first_day (floor_to (day.year, 100), 1) };
    case SL_UNIT_MILLENNIUM:
      return (SlPeriod) { unit, first_day (floor_to (day.year, 1000), 1) };
    case SL_UNIT_NONE:
    case SL_UNIT_SECOND:
    case SL_UNIT_MINUTE:
    case SL_UNIT_HOUR:
    case SL_UNIT_DAY:
    case SL_UNIT_NIGHT:
    default:
      return (SlPeriod) { SL_UNIT_DAY, day };
    }
}

/* How many months a period has; 0 when it is counted in days. */
static gint64
months_of (SlUnit unit)
{
  switch ((int) unit)
    {
    case SL_UNIT_MONTH:
      return 1;
    case SL_UNIT_QUARTER:
    case SL_UNIT_SEASON:
      return 3;
    case SL_UNIT_HALF:
      return 6;
    case SL_UNIT_YEAR:
      return 12;
    case SL_UNIT_DECADE:
      return 120;
    case SL_UNIT_CENTURY:
      return 1200;
    case SL_UNIT_MILLENNIUM:
      return 12000;
    default:
      return 0;
    }
}

/**
 * sl_period_move:
 * @period: a period
 * @count: how many periods later, or earlier when negative
 *
 * The @count-th period of its kind after @period.
 */
SlPeriod
sl_period_move (SlPeriod period,
                gint64   count)
{
  gint64 months = months_of (period.unit);

  if (months > 0)
    period.first = sl_day_add_months (period.first, months * count);
  else
    period.first = sl_day_add_days (period.first, period.unit == SL_UNIT_DAY ? count : 7 * count);
  return period;
}

/**
 * sl_period_get_last:
 * @period: a period
 *
 * The last day of @period.
 */
SlDay
sl_period_get_last (SlPeriod period)
{
  if (period.unit == SL_UNIT_WEEKEND)
    return sl_day_add_days (period.first, 1);
  return sl_day_add_days (sl_period_move (period, 1).first, -1);
}

/**
 * sl_period_format_value:
 * @period: a period in a year of four digits
 *
 * Returns: (transfer full): the TIMEX3 value, "1998-W06"
 */
char *
sl_period_format_value (SlPeriod period)
{
  static const char *const seasons[] = { "WI", "SP", "SU", "FA" };
  SlDay day = period.first;
  gint64 week_year;
  int week;

  switch ((int) period.unit)
    {
    case SL_UNIT_WEEK:
    case SL_UNIT_WEEKEND:
      week = sl_day_get_iso_week (day, &week_year);
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-W%02d%s", week_year, week, period.unit == SL_UNIT_WEEKEND ? "-WE" : "");
    case SL_UNIT_MONTH:
      return sl_edtf_format_month (day.year, day.month);
    case SL_UNIT_QUARTER:
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-Q%d", day.year, (day.month - 1) / 3 + 1);
    case SL_UNIT_HALF:
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-H%d", day.year, (day.month - 1) / 6 + 1);
    case SL_UNIT_SEASON:
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-%s", day.year, seasons[day.month / 3 % 4]);
    case SL_UNIT_YEAR:
      return sl_edtf_format_year (day.year);
    case SL_UNIT_DECADE:
      return g_strdup_printf ("%03" G_GINT64_FORMAT, day.year / 10);
    case SL_UNIT_CENTURY:
      return g_strdup_printf ("%02" G_GINT64_FORMAT, day.year / 100);
    case SL_UNIT_MILLENNIUM:
      return g_strdup_printf ("%" G_GINT64_FORMAT, day.year / 1000);
    default:
      return sl_edtf_format_day (day);
    }
}

static char *
format_whole (SlPeriod period)
{
  static const int seasons[] = { 24, 21, 22, 23 };
  SlDay day = period.first;

  switch ((int) period.unit)
    {
    case SL_UNIT_MONTH:
      return sl_edtf_format_month (day.year, day.month);
    case SL_UNIT_QUARTER:
      return sl_edtf_format_month (day.year, 33 + (day.month - 1) / 3);
    case SL_UNIT_HALF:
      return sl_edtf_format_month (day.year, 40 + (day.month - 1) / 6);
    case SL_UNIT_SEASON:
      return sl_edtf_format_month (day.year, seasons[day.month / 3 % 4]);
    case SL_UNIT_YEAR:
      return sl_edtf_format_year (day.year);
    case SL_UNIT_DECADE:
      return g_strdup_printf ("%03" G_GINT64_FORMAT "X", day.year / 10);
    case SL_UNIT_CENTURY:
      return g_strdup_printf ("%02" G_GINT64_FORMAT "XX", day.year / 100);
    case SL_UNIT_DAY:
      return sl_edtf_format_day (day);
    default:
      {
        g_autofree char *first = sl_edtf_format_day (day);
        g_autofree char *last = sl_edtf_format_day (sl_period_get_last (period));

        return g_strdup_printf ("%s/%s", first, last);
      }
    }
}

/* Days for what is up to a season long, months up to a year, years beyond. */
static char *
format_coarse (SlPeriod period,
               SlDay    day)
{
  switch ((int) period.unit)
    {
    case SL_UNIT_YEAR:
    case SL_UNIT_HALF:
      return sl_edtf_format_month (day.year, day.month);
    case SL_UNIT_DECADE:
    case SL_UNIT_CENTURY:
    case SL_UNIT_MILLENNIUM:
      return sl_edtf_format_year (day.year);
    default:
      return sl_edtf_format_day (day);
    }
}

/**
 * sl_period_format_edtf:
 * @period: a period in a year of four digits
 * @third: which part of it
 *
 * "Early", "mid-" and "late" are thirds whose inner borders are approximate: nobody
 * says where early November ends.
 *
 * Returns: (transfer full): the EDTF string
 */
char *
sl_period_format_edtf (SlPeriod period,
                       SlThird  third)
{
  SlDay last = sl_period_get_last (period);
  gint64 days = sl_day_to_days (last) - sl_day_to_days (period.first) + 1;
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;

  if (third == SL_THIRD_ALL || days < 3)
    return format_whole (period);
  if (third != SL_THIRD_EARLY)
    period.first = sl_day_add_days (period.first, third == SL_THIRD_MIDDLE ? days / 3 : days * 2 / 3);
  if (third != SL_THIRD_LATE)
    last = sl_day_add_days (last, third == SL_THIRD_MIDDLE ? -(days / 3) : -(days * 2 / 3));
  start = format_coarse (period, period.first);
  stop = format_coarse (period, last);
  return g_strconcat (start, third == SL_THIRD_EARLY ? "" : "~", "/", stop, third == SL_THIRD_LATE ? "" : "~", NULL);
}
