/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"

/* A weekday falls on the same day of the month again within so many months. */
#define MONTHS_BY_WEEKDAY 11

/* Moves a date found near publication to the side that the tense asks for. */
static SlDay
apply_tense (const SlWork *work,
             SlDay         day)
{
  SlDay reference = work->known->reference;
  gint64 days = sl_day_to_days (day) - sl_day_to_days (reference);

  /* Within a few weeks the nearest day is right whatever the verb says. */
  if (work->tense == SL_TENSE_PAST && days > 60)
    day.year--;
  else if (work->tense == SL_TENSE_FUTURE && days < -60)
    day.year++;
  if (!sl_day_is_valid (day))
    day.day = 28;
  return day;
}

/* "Sunday, 23 November" without anything else to go by. */
static void
resolve_weekday_date (SlWork *work)
{
  const SlResolver *known = work->known;
  SlDay limit = sl_work_get_limit (known);
  SlDay anchor = known->has_reference ? known->reference : known->has_carrier ? known->carrier
                                                                              : sl_day_from_seconds (known->now);
  SlDay found;

  if (known->has_reference)
    limit = sl_day_add_days (known->reference, 400);
  if (sl_work_year_by_weekday (work->slots, anchor, limit, &found) && (!known->has_reference || sl_work_distance (found, anchor) < 400))
    {
      sl_work_set_day (work, found, N_ ("the weekday fixes the year"));
      return;
    }
  if (known->has_reference)
    {
      sl_work_set_day (work, sl_work_nearest_year (work->slots->month, work->slots->day, anchor), N_ ("the weekday does not fit the date; nearest to publication"));
      if (work->edtf != NULL)
        {
          char *uncertain = g_strconcat (work->edtf, "?", NULL);

          g_free (work->edtf);
          work->edtf = uncertain;
        }
      return;
    }
  work->value = g_strdup_printf ("XXXX-%02d-%02d", work->slots->month, work->slots->day);
  work->edtf = g_strdup (work->value);
  work->reason = N_ ("the year is not known");
}

/* "25 November" */
static void
resolve_month_day (SlWork *work)
{
  const SlResolver *known = work->known;
  int month = work->slots->month, day = work->slots->day;
  SlDay carried;

  if (day > (month == 2 ? 29 : sl_day_days_in_month (2000, month)))
    return;
  if (known->narrative && known->has_focus)
    {
      gint64 year = sl_work_get_narrative_year (known, month);

      sl_work_set_day (work, (SlDay) { year, month, MIN (day, sl_day_days_in_month (year, month)) }, N_ ("the year spoken of before"));
    }
  else if (known->has_reference)
    sl_work_set_day (work, apply_tense (work, sl_work_nearest_year (month, day, known->reference)), sl_work_tense_reason (work));
  else if (known->has_carrier && sl_work_carry_year (work, month, day, &carried))
    sl_work_set_day (work, carried, N_ ("the year of a dated day in the same text"));
  else
    {
      work->value = g_strdup_printf ("XXXX-%02d-%02d", month, day);
      work->edtf = g_strdup (work->value);
      work->reason = N_ ("the year is not known");
    }
}

/* ---- dates ------------------------------------------------------------------------------------ */

static SlPeriod
season_of_year (gint64 year,
                int    season)
{
  return (SlPeriod) { SL_UNIT_SEASON, { year, 3 + 3 * season, 1 } };
}

/* TIMEX3 writes years before Christ as "BC0241"; EDTF counts them, from 0 for 1 BC. */
static void
write_era (SlWork *work,
           gint64  year)
{
  const char *rest;
  char *value;

  if (work->value == NULL || year < 1 || year > 9999)
    return;
  rest = strchr (work->value + 1, '-');
  value = g_strdup_printf ("BC%04" G_GINT64_FORMAT "%s", year, rest != NULL ? rest : "");
  g_free (work->value);
  work->value = value;
}

static void
resolve_stated_year (SlWork *work)
{
  const SlSlots *slots = work->slots;
  const char *reason = N_ ("stated in the text");
  SlDay day = { slots->before_era ? 1 - slots->year : slots->year, MAX (slots->month, 1), sl_slot_is_set (slots->day) ? slots->day : 1 };

  if (slots->month > 0 && sl_slot_is_set (slots->day))
    {
      if (sl_day_is_valid (day))
        sl_work_set_day (work, day, reason);
    }
  else if (slots->month > 0)
    sl_work_set_period (work, (SlPeriod) { SL_UNIT_MONTH, day }, reason);
  else if (sl_slot_is_set (slots->season))
    sl_work_set_period (work, season_of_year (day.year, slots->season), reason);
  else
    sl_work_set_period (work, (SlPeriod) { SL_UNIT_YEAR, day }, reason);
  if (slots->before_era)
    write_era (work, slots->year);
}

/**
 * sl_work_resolve_in_year:
 *
 * The month, day or season that is stated, in a year that the words only point at: "25 November last year".
 */
void
sl_work_resolve_in_year (SlWork     *work,
                         gint64      year,
                         const char *reason)
{
  const SlSlots *stated = work->slots;
  SlSlots slots = *stated;

  slots.year = (int) year;
  work->slots = &slots;
  resolve_stated_year (work);
  work->slots = stated;
  work->reason = reason;
}

static void
resolve_month (SlWork *work)
{
  gint64 year;
  const char *reason;

  if (sl_work_find_year (work, work->slots->month, &year, &reason))
    {
      sl_work_set_period (work, (SlPeriod) { SL_UNIT_MONTH, { year, work->slots->month, 1 } }, reason);
      return;
    }
  work->value = g_strdup_printf ("XXXX-%02d", work->slots->month);
  work->edtf = g_strdup (work->value);
  work->reason = N_ ("the year is not known");
}

static void
resolve_season (SlWork *work)
{
  static const char *const values[] = { "XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI" };
  gint64 year;
  const char *reason;

  if (sl_work_find_year (work, 3 + 3 * work->slots->season, &year, &reason))
    sl_work_set_period (work, season_of_year (year, work->slots->season), reason);
  else
    sl_work_set_unplaced (work, values[work->slots->season], N_ ("the year is not known"));
}

static void
resolve_weekday (SlWork *work)
{
  const SlResolver *known = work->known;
  g_autofree char *unplaced = g_strdup_printf ("XXXX-WXX-%d", work->slots->weekday);

  if (known->has_reference && sl_slot_is_set (work->slots->sign))
    sl_work_set_day (work, sl_day_find_weekday (work->slots->weekday, known->reference, sl_work_step_of (work->slots->sign), FALSE), N_ ("relative to publication"));
  else if (known->narrative && known->has_focus)
    sl_work_set_day (work, sl_day_find_weekday (work->slots->weekday, known->focus, 1, TRUE), N_ ("relative to the time spoken of before"));
  else if (known->has_reference)
    sl_work_set_day (work, sl_day_find_weekday (work->slots->weekday, known->reference, work->tense == SL_TENSE_FUTURE ? 1 : -1, TRUE), sl_work_tense_reason (work));
  else
    sl_work_set_unplaced (work, unplaced, N_ ("the day of publication is not known"));
}

/* "Monday 23": the month nearest to the anchor in which that day is a Monday. */
static gboolean
find_month_by_weekday (const SlSlots *slots,
                       int            number,
                       SlDay         *day)
{
  SlDay anchor = *day;
  gboolean any = FALSE;

  for (int step = -2; step <= 2; step++)
    {
      SlDay month = sl_day_add_months ((SlDay) { anchor.year, anchor.month, 1 }, step);
      SlDay candidate = { month.year, month.month, number };

      if (!sl_work_weekday_fits (slots, candidate) || (any && sl_work_distance (candidate, anchor) > sl_work_distance (*day, anchor)))
        continue;
      *day = candidate;
      any = TRUE;
    }
  return any;
}

/* "on the 23rd" */
static void
resolve_day_of_month (SlWork *work,
                      int     number)
{
  SlDay anchor, day;
  const char *reason;

  if (!sl_work_get_anchor (work, !work->known->has_reference, &anchor, &reason))
    {
      g_autofree char *value = g_strdup_printf ("XXXX-XX-%02d", number);

      work->value = g_strdup (value);
      work->edtf = g_steal_pointer (&value);
      work->reason = N_ ("the month is not known");
      return;
    }
  day = anchor;
  if (work->slots->weekday > 0)
    {
      /* A number that no such weekday has is no day of the month. */
      if (find_month_by_weekday (work->slots, number, &day))
        sl_work_set_day (work, day, N_ ("the weekday fixes the month"));
      else
        resolve_weekday (work);
      return;
    }
  day = (SlDay) { anchor.year, anchor.month, number };
  if (work->tense == SL_TENSE_PAST && number > anchor.day)
    {
      SlDay before = sl_day_add_months ((SlDay) { anchor.year, anchor.month, 1 }, -1);

      day = (SlDay) { before.year, before.month, number };
    }
  if (sl_day_is_valid (day))
    sl_work_set_day (work, day, reason);
}

/* "Friday the 26th": of the months about @anchor in which that weekday is that day the nearest, on the side that the verb tells. */
static void
resolve_weekday_of_month (SlWork *work,
                          int     number)
{
  SlDay anchor, best = { 0 };
  const char *reason;

  if (!sl_work_get_anchor (work, !work->known->has_reference, &anchor, &reason))
    return;
  for (int months = -MONTHS_BY_WEEKDAY; months <= MONTHS_BY_WEEKDAY; months++)
    {
      SlDay day = sl_day_add_months ((SlDay) { anchor.year, anchor.month, 1 }, months);

      day.day = number;
      if (!sl_work_weekday_fits (work->slots, day)
          || (work->tense == SL_TENSE_PAST && sl_day_to_days (day) > sl_day_to_days (anchor))
          || (work->tense == SL_TENSE_FUTURE && sl_day_to_days (day) < sl_day_to_days (anchor))
          || (best.year != 0 && sl_work_distance (day, anchor) >= sl_work_distance (best, anchor)))
        continue;
      best = day;
    }
  if (best.year != 0)
    sl_work_set_day (work, best, N_ ("the weekday fixes the month"));
}

/**
 * sl_work_resolve_date:
 *
 * "3 March 1931", "25 November", "Tuesday", "early 2014", …
 */
void
sl_work_resolve_date (SlWork *work)
{
  const SlSlots *slots = work->slots;

  if (sl_slot_is_set (slots->year))
    resolve_stated_year (work);
  else if (slots->month > 0 && sl_slot_is_set (slots->day) && slots->weekday > 0)
    resolve_weekday_date (work);
  else if (slots->month > 0 && sl_slot_is_set (slots->day))
    resolve_month_day (work);
  else if (slots->month > 0)
    resolve_month (work);
  else if (sl_slot_is_set (slots->season))
    resolve_season (work);
  else if (slots->weekday > 0 && sl_slot_is_set (slots->ordinal))
    resolve_weekday_of_month (work, slots->ordinal);
  else if (sl_slot_is_set (slots->ordinal) || sl_slot_is_set (slots->day))
    resolve_day_of_month (work, sl_slot_is_set (slots->ordinal) ? slots->ordinal : slots->day);
  else if (slots->weekday > 0)
    resolve_weekday (work);
}
