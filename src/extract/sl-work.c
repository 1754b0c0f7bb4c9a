/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"

/* A date without a year may lie this far after "now": announcements do. */
#define FUTURE_DAYS 45

/* A month that begins so soon is the coming one, whatever the verb says: that of the last year is nearly a year away. */
#define NEAR_MONTHS 1

/* As near as this to a dated day of the same text, a day without a year is in the nearest one. */
#define CARRY_DAYS 60

/* The years among which a weekday can choose: the calendar repeats after at most 11 when it is not a leap day's. */
#define SEARCH_YEARS 12

/* No story goes so far back without naming the year. */
#define BACK_MONTHS 8

/**
 * sl_work_tense_reason:
 *
 * Returns: (transfer none): why a time was placed by its verb
 */
const char *
sl_work_tense_reason (const SlWork *work)
{
  return work->tense == SL_TENSE_FUTURE ? N_ ("relative to publication, future tense") : N_ ("relative to publication, past tense");
}

/**
 * sl_work_set_day:
 *
 * The result is @day.
 */
void
sl_work_set_day (SlWork     *work,
                 SlDay       day,
                 const char *reason)
{
  work->value = sl_edtf_format_day (day);
  work->edtf = sl_edtf_format_day (day);
  work->reason = reason;
  work->has_day = TRUE;
  work->day = day;
  work->unit = SL_UNIT_DAY;
}

/* A report on a quarter names others beside it, earlier ones to compare with and later ones as an outlook: the latest that has ended is meant. */
static void
note_quarter (SlResolver *known,
              SlPeriod    quarter)
{
  known->since_quarter = 0;
  if (known->has_reference && sl_day_to_days (sl_period_get_last (quarter)) > sl_day_to_days (known->reference))
    return;
  if (known->has_quarter && !known->narrative && sl_day_to_days (quarter.first) < sl_day_to_days (known->quarter.first))
    return;
  known->has_quarter = TRUE;
  known->quarter = quarter;
}

/**
 * sl_work_set_period:
 *
 * The result is @period, or the part of it that the words name.
 */
void
sl_work_set_period (SlWork     *work,
                    SlPeriod    period,
                    const char *reason)
{
  work->value = sl_period_format_value (period);
  work->edtf = sl_period_format_edtf (period, work->slots->third);
  work->reason = reason;
  work->has_day = TRUE;
  work->day = period.first;
  work->unit = period.unit;
  if (period.unit == SL_UNIT_QUARTER)
    note_quarter (work->known, period);
  work->unit = period.unit;
}

/**
 * sl_work_set_unplaced:
 *
 * The result is @value, which has no place on the calendar.
 */
void
sl_work_set_unplaced (SlWork     *work,
                      const char *value,
                      const char *reason)
{
  work->value = g_strdup (value);
  work->reason = reason;
}

/**
 * sl_work_get_anchor:
 *
 * Finds the day that "last week" and "two days later" count from; %FALSE when none is known.
 */
gboolean
sl_work_get_anchor (const SlWork  *work,
                    gboolean       from_focus,
                    SlDay         *anchor,
                    const char   **reason)
{
  const SlResolver *known = work->known;

  if ((from_focus || known->narrative) && known->has_focus)
    {
      *anchor = known->focus;
      *reason = N_ ("relative to the time spoken of before");
      return TRUE;
    }
  if (!known->has_reference && known->has_carrier && !from_focus)
    {
      *anchor = known->carrier;
      *reason = N_ ("relative to a dated day of the same text");
      return TRUE;
    }
  if (!known->has_reference)
    return FALSE;
  *anchor = known->reference;
  *reason = N_ ("relative to publication");
  return TRUE;
}

/**
 * sl_work_is_focus_exact:
 * @unit: a unit
 *
 * Whether the time spoken of before is known to a @unit: what is two days later than 1931 is not.
 *
 * Returns: %FALSE only when a time was spoken of that is longer
 */
gboolean
sl_work_is_focus_exact (const SlWork *work,
                        SlUnit        unit)
{
  return !work->known->has_focus || work->known->focus_unit <= MAX (unit, SL_UNIT_DAY);
}

/**
 * sl_work_set_near_focus:
 * @unit: a unit shorter than the time spoken of before
 *
 * The result is some @unit in or about the time spoken of before: "1931-XX-XX".
 */
void
sl_work_set_near_focus (SlWork *work,
                        SlUnit  unit)
{
  SlDay focus = work->known->focus;
  SlUnit known = work->known->focus_unit;

  work->reason = N_ ("near the time spoken of before");
  if (known == SL_UNIT_MONTH)
    {
      work->value = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-XX", focus.year, focus.month);
      work->edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d~", focus.year, focus.month);
    }
  else if (known > SL_UNIT_MONTH && known <= SL_UNIT_YEAR)
    {
      work->value = g_strdup_printf ("%04" G_GINT64_FORMAT "%s", focus.year, unit >= SL_UNIT_MONTH ? "-XX" : unit >= SL_UNIT_WEEK ? "-WXX"
                                                                                                                                  : "-XX-XX");
      work->edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "~", focus.year);
    }
  else if (known == SL_UNIT_DECADE && unit == SL_UNIT_YEAR)
    {
      work->value = g_strdup_printf ("%03" G_GINT64_FORMAT "X", focus.year / 10);
      work->edtf = g_strdup (work->value);
    }
  else
    work->value = g_strdup (unit >= SL_UNIT_YEAR ? "XXXX" : unit >= SL_UNIT_MONTH ? "XXXX-XX"
                                                        : unit >= SL_UNIT_WEEK    ? "XXXX-WXX"
                                                                                  : "XXXX-XX-XX");
}

/* ---- which year? ---------------------------------------------------------------------------- */

/**
 * sl_work_get_narrative_year:
 *
 * The year of a month that a story names without one: the year spoken of before, or the next one when the month
 * would lie far back: January behind December.
 */
gint64
sl_work_get_narrative_year (const SlResolver *known,
                            int               month)
{
  gboolean month_known = known->focus_unit == SL_UNIT_DAY || known->focus_unit == SL_UNIT_MONTH || known->focus_unit == SL_UNIT_WEEK;

  return known->focus.year + (month_known && known->focus.month - month > BACK_MONTHS ? 1 : 0);
}

/**
 * sl_work_distance:
 *
 * Returns: days between @a and @b
 */
gint64
sl_work_distance (SlDay a,
                  SlDay b)
{
  return ABS (sl_day_to_days (a) - sl_day_to_days (b));
}

/**
 * sl_work_nearest_year:
 *
 * The year in which month and day lie nearest to @anchor.
 */
SlDay
sl_work_nearest_year (int   month,
                      int   day,
                      SlDay anchor)
{
  SlDay best = { anchor.year, month, day };
  gboolean found = FALSE;

  for (gint64 year = anchor.year - 4; year <= anchor.year + 4; year++)
    {
      SlDay candidate = { year, month, day };

      if (!sl_day_is_valid (candidate) || (found && sl_work_distance (candidate, anchor) >= sl_work_distance (best, anchor)))
        continue;
      best = candidate;
      found = TRUE;
    }
  return best;
}

/**
 * sl_work_weekday_fits:
 *
 * Whether @day exists and falls on the weekday that is stated, if one is.
 */
gboolean
sl_work_weekday_fits (const SlSlots *slots,
                      SlDay          day)
{
  return sl_day_is_valid (day) && (slots->weekday == 0 || sl_day_get_weekday (day) == slots->weekday);
}

/**
 * sl_work_year_by_weekday:
 *
 * The year nearest to @anchor, not after @limit, in which the weekday falls on that day.
 */
gboolean
sl_work_year_by_weekday (const SlSlots *slots,
                         SlDay          anchor,
                         SlDay          limit,
                         SlDay         *found)
{
  gboolean any = FALSE;

  for (gint64 year = anchor.year - SEARCH_YEARS; year <= anchor.year + 1; year++)
    {
      SlDay candidate = { year, slots->month, slots->day };

      if (!sl_work_weekday_fits (slots, candidate) || sl_day_to_days (candidate) > sl_day_to_days (limit)
          || (any && sl_work_distance (candidate, anchor) > sl_work_distance (*found, anchor)))
        continue;
      *found = candidate;
      any = TRUE;
    }
  return any;
}

/**
 * sl_work_get_limit:
 *
 * Returns: the last day that is guessed for a date without a year
 */
SlDay
sl_work_get_limit (const SlResolver *known)
{
  return sl_day_add_days (sl_day_from_seconds (known->now), FUTURE_DAYS);
}

/**
 * sl_work_carry_year:
 * @found: (out): the day, when it can be told
 *
 * The year of a day without one, from a dated day of the same text when nobody knows the day of publication.
 *
 * Close to that day it is the nearest one. Farther away the tense must say on which side; without it the
 * year stays open, because either guess would be as good as the other.
 *
 * Returns: whether the year can be told
 */
gboolean
sl_work_carry_year (const SlWork *work,
                    int           month,
                    int           day,
                    SlDay        *found)
{
  SlDay carrier = work->known->carrier;
  SlDay nearest = sl_work_nearest_year (month, day, carrier);
  gint64 days = sl_day_to_days (nearest) - sl_day_to_days (carrier);

  *found = nearest;
  if (ABS (days) <= CARRY_DAYS)
    return TRUE;
  if (work->tense == SL_TENSE_PAST)
    found->year -= days > 0;
  else if (work->tense == SL_TENSE_FUTURE)
    found->year += days < 0;
  else
    return FALSE;
  return sl_day_is_valid (*found);
}

/**
 * sl_work_find_year:
 *
 * The year that a month, season or holiday without one is in; %FALSE when nothing tells.
 */
gboolean
sl_work_find_year (SlWork      *work,
                   int          month,
                   gint64      *year,
                   const char **reason)
{
  const SlResolver *known = work->known;

  if (known->narrative && known->has_focus)
    {
      *year = sl_work_get_narrative_year (known, month);
      *reason = N_ ("the year spoken of before");
    }
  else if (known->has_reference)
    {
      gint64 ahead = month - known->reference.month;
      gint64 wait = (ahead + 12) % 12;

      *year = known->reference.year;
      *reason = sl_work_tense_reason (work);
      if (wait > 0 && wait <= NEAR_MONTHS)
        *year += ahead < 0 ? 1 : 0;
      else if (work->tense == SL_TENSE_FUTURE ? ahead < 0 : ahead > (work->tense == SL_TENSE_PAST ? 0 : 5))
        *year += work->tense == SL_TENSE_FUTURE ? 1 : -1;
    }
  else if (known->has_carrier)
    {
      SlDay middle;

      if (!sl_work_carry_year (work, month, 15, &middle))
        return FALSE;
      *year = middle.year;
      *reason = N_ ("the year of a dated day in the same text");
    }
  else
    return FALSE;
  return TRUE;
}
