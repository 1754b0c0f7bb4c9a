/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"

/* A quarter is what a text reports on until so many other times have been named. */
#define QUARTER_TIMES 6

/* ---- relative expressions ------------------------------------------------------------------------ */

/**
 * sl_work_add_part:
 *
 * Adds the part of the day to a day: "2025-11-22" becomes "2025-11-22TMO".
 */
void
sl_work_add_part (SlWork *work)
{
  const char *part = work->slots->part;
  char *value;

  if (part == NULL || work->value == NULL)
    return;
  value = g_strconcat (work->value, "T", part[0] == 'T' ? part + 1 : part, NULL);
  g_free (work->value);
  work->value = value;
  work->type = SL_TIMEX_TIME;
}

/**
 * sl_work_resolve_relative_day:
 *
 * "yesterday"
 */
void
sl_work_resolve_relative_day (SlWork *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor;
  const char *reason;

  if ((work->known->has_reference || work->known->narrative || slots->from_focus) && sl_work_get_anchor (work, slots->from_focus, &anchor, &reason))
    sl_work_set_day (work, sl_day_add_days (anchor, slots->relative_day), reason);
  else
    sl_work_set_unplaced (work, "XXXX-XX-XX", N_ ("the day of publication is not known"));
}

/**
 * sl_work_step_of:
 *
 * Returns: -1, 0 or 1 for the direction; the distance says what it counts from
 */
int
sl_work_step_of (int direction)
{
  return direction > 0 ? 1 : direction < 0 ? -1
                                           : 0;
}

/* Said on a Thursday, "last Tuesday" can be two days ago or in the week before, "next Friday" tomorrow or in a week. */
static void
set_either_weekday (SlWork *work,
                    SlDay   near,
                    int     step)
{
  SlDay far = sl_day_add_days (near, 7 * step);
  g_autofree char *first = sl_edtf_format_day (step < 0 ? far : near);
  g_autofree char *second = sl_edtf_format_day (step < 0 ? near : far);

  sl_work_set_day (work, step < 0 ? near : far, N_ ("this week or the one beside it"));
  g_free (work->edtf);
  work->edtf = g_strdup_printf ("[%s,%s]", first, second);
}

static void
resolve_relative_weekday (SlWork *work,
                          SlDay   anchor)
{
  int step = sl_work_step_of (work->slots->direction);
  SlDay day;

  if (step == 0)
    {
      SlDay monday = sl_day_week_start (anchor);

      sl_work_set_day (work, sl_day_add_days (monday, work->slots->weekday - 1), N_ ("relative to publication"));
      return;
    }
  day = sl_day_find_weekday (work->slots->weekday, anchor, step, FALSE);
  if (sl_day_to_days (sl_day_week_start (day)) != sl_day_to_days (sl_day_week_start (anchor)))
    sl_work_set_day (work, day, N_ ("relative to publication"));
  else
    set_either_weekday (work, day, step);
}

static void
resolve_relative_month (SlWork *work,
                        SlDay   anchor,
                        int     month,
                        SlUnit  unit)
{
  int step = sl_work_step_of (work->slots->direction);
  SlDay day = { anchor.year, month, 1 };
  /* A season is not the last one before it is over. */
  int last = unit == SL_UNIT_SEASON ? month + 2 : month;

  if (step < 0 && last >= anchor.month)
    day.year--;
  else if (step > 0 && month <= anchor.month)
    day.year++;
  sl_work_set_period (work, (SlPeriod) { unit, day }, N_ ("relative to publication"));
}

/* "El pasado día 16" */
static void
resolve_relative_day_of_month (SlWork *work,
                               SlDay   anchor,
                               int     step)
{
  int number = work->slots->day;
  SlDay month = { anchor.year, anchor.month, 1 };

  if ((step < 0 && number >= anchor.day) || (step > 0 && number <= anchor.day))
    month = sl_day_add_months (month, step);
  month.day = number;
  if (sl_day_is_valid (month))
    sl_work_set_day (work, month, N_ ("relative to publication"));
}

/* "Le 13 mai dernier": the last such day before the anchor, or the next one behind it. */
static void
resolve_relative_date (SlWork *work,
                       SlDay   anchor)
{
  int step = sl_work_step_of (work->slots->direction);
  SlDay day = { anchor.year, work->slots->month, work->slots->day };
  gint64 ahead;

  if (work->slots->month == 0)
    {
      resolve_relative_day_of_month (work, anchor, step);
      return;
    }
  ahead = sl_day_to_days (day) - sl_day_to_days (anchor);
  if (step < 0 && ahead >= 0)
    day.year--;
  else if (step > 0 && ahead <= 0)
    day.year++;
  if (sl_day_is_valid (day))
    sl_work_set_day (work, day, N_ ("relative to publication"));
}

/* "this morning", "last night", "the next morning" */
static void
resolve_relative_part (SlWork *work,
                       SlDay   anchor)
{
  sl_work_set_day (work, sl_day_add_days (anchor, sl_work_step_of (work->slots->direction)), N_ ("relative to publication"));
}

/**
 * sl_work_is_shorter_than_day:
 *
 * Whether @unit counts parts of a day.
 */
gboolean
sl_work_is_shorter_than_day (SlUnit unit)
{
  return unit == SL_UNIT_SECOND || unit == SL_UNIT_MINUTE || unit == SL_UNIT_HOUR;
}

static void
resolve_relative_unit (SlWork     *work,
                       SlDay       anchor,
                       const char *reason)
{
  int step = sl_slot_is_set (work->slots->direction) ? sl_work_step_of (work->slots->direction) : 0;
  SlUnit unit = work->slots->unit;
  SlPeriod period;

  if (sl_work_is_shorter_than_day (unit))
    {
      sl_work_set_unplaced (work, step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF"
                                                                   : "PRESENT_REF",
                            reason);
      return;
    }
  period = sl_period_move (sl_period_of (unit, anchor), step);
  if (unit == SL_UNIT_WEEKEND && !sl_slot_is_set (work->slots->direction) && work->tense != SL_TENSE_FUTURE
      && sl_day_to_days (period.first) > sl_day_to_days (anchor))
    period = sl_period_move (period, -1);
  if (unit == SL_UNIT_MONTH && sl_slot_is_set (work->slots->ordinal))
    {
      period.first.day = work->slots->ordinal;
      if (sl_day_is_valid (period.first))
        sl_work_set_day (work, period.first, reason);
      return;
    }
  sl_work_set_period (work, period, reason);
  if (unit == SL_UNIT_NIGHT && work->slots->part == NULL)
    {
      char *value = g_strconcat (work->value, "TNI", NULL);

      g_free (work->value);
      work->value = value;
      work->type = SL_TIMEX_TIME;
    }
}

/* "The week of March 6" */
static void
resolve_week_of (SlWork *work)
{
  sl_work_resolve_date (work);
  if (!work->has_day)
    return;
  g_clear_pointer (&work->value, g_free);
  g_clear_pointer (&work->edtf, g_free);
  sl_work_set_period (work, sl_period_of (SL_UNIT_WEEK, work->day), work->reason);
}

static const char *
unplaced_value (const SlSlots *slots)
{
  switch ((int) slots->unit)
    {
    case SL_UNIT_WEEK:
    case SL_UNIT_FORTNIGHT:
      return "XXXX-WXX";
    case SL_UNIT_WEEKEND:
      return "XXXX-WXX-WE";
    case SL_UNIT_MONTH:
      return "XXXX-XX";
    case SL_UNIT_QUARTER:
      return "XXXX-QX";
    case SL_UNIT_YEAR:
      return "XXXX";
    default:
      return "XXXX-XX-XX";
    }
}

/**
 * sl_work_resolve_relative:
 *
 * "last week", "next Tuesday", "early this month", "this morning"
 */
void
sl_work_resolve_relative (SlWork *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor;
  const char *reason;
  gboolean from_focus = sl_slot_is_set (slots->direction) && ABS (slots->direction) > 1;

  /* "the next day" counts from the day that was spoken of. */
  if (sl_slot_is_set (slots->direction) && slots->direction != 0 && (slots->unit == SL_UNIT_DAY || (slots->direction > 0 && slots->part != NULL)))
    from_focus = TRUE;
  if (sl_slot_is_set (slots->relative_day))
    sl_work_resolve_relative_day (work);
  else if ((!work->known->has_reference && sl_slot_is_set (slots->direction) && !from_focus)
           || !sl_work_get_anchor (work, from_focus, &anchor, &reason))
    sl_work_set_unplaced (work, unplaced_value (slots), N_ ("the day of publication is not known"));
  else if (slots->unit == SL_UNIT_YEAR && (slots->month > 0 || sl_slot_is_set (slots->season)))
    sl_work_resolve_in_year (work, anchor.year + sl_work_step_of (slots->direction), reason);
  else if (slots->unit == SL_UNIT_WEEK && sl_slot_is_set (slots->day))
    resolve_week_of (work);
  else if (sl_slot_is_set (slots->day))
    resolve_relative_date (work, anchor);
  else if (from_focus && slots->unit != SL_UNIT_NONE && !sl_work_is_focus_exact (work, slots->unit))
    sl_work_set_near_focus (work, slots->unit);
  else if (slots->unit == SL_UNIT_WEEK && slots->weekday > 0)
    sl_work_set_day (work, sl_day_add_days (sl_day_week_start (anchor), 7 * sl_work_step_of (slots->direction) + slots->weekday - 1), reason);
  else if (slots->unit != SL_UNIT_NONE)
    resolve_relative_unit (work, anchor, reason);
  else if (slots->weekday > 0)
    resolve_relative_weekday (work, anchor);
  else if (slots->month > 0)
    resolve_relative_month (work, anchor, slots->month, SL_UNIT_MONTH);
  else if (sl_slot_is_set (slots->season))
    resolve_relative_month (work, anchor, 3 + 3 * slots->season, SL_UNIT_SEASON);
  else
    resolve_relative_part (work, anchor);
  sl_work_add_part (work);
}

/* The bounds of a vague distance: "a few weeks ago" is before publication, and no more is known. */
static void
set_vague_shift (SlWork     *work,
                 SlDay       anchor,
                 gboolean    placed,
                 const char *reason)
{
  g_autofree char *day = placed ? sl_edtf_format_day (anchor) : NULL;

  sl_work_set_unplaced (work, work->slots->sign < 0 ? "PAST_REF" : "FUTURE_REF", reason);
  if (day != NULL)
    work->edtf = work->slots->sign < 0 ? g_strconcat ("../", day, NULL) : g_strconcat (day, "/..", NULL);
}

/* "Two hours ago", counted from the time of day of publication. */
static void
set_moved_instant (SlWork     *work,
                   SlDay       day,
                   gint64      distance,
                   const char *reason)
{
  gint64 seconds = sl_day_to_seconds (day) + work->known->instant + distance;

  sl_work_set_day (work, sl_day_from_seconds (seconds), reason);
  sl_work_set_instant (work, (int) (seconds - sl_day_to_seconds (sl_day_from_seconds (seconds))), "");
}

/* What a distance is counted in, and how many of them its unit has: "two decades ago" names a year, not a decade. */
static SlUnit
counted_unit (SlUnit  unit,
              gint64 *factor)
{
  *factor = 1;
  switch ((int) unit)
    {
    case SL_UNIT_NIGHT:
      return SL_UNIT_DAY;
    case SL_UNIT_FORTNIGHT:
      *factor = 2;
      return SL_UNIT_WEEK;
    case SL_UNIT_DECADE:
      *factor = 10;
      return SL_UNIT_YEAR;
    default:
      return unit;
    }
}

/* "A year earlier" in a report on a quarter is the same quarter of the year before. */
static gboolean
compares_quarters (const SlWork *work,
                   gint64        step)
{
  const SlSlots *slots = work->slots;
  const SlResolver *known = work->known;

  return slots->unit == SL_UNIT_YEAR && slots->count == 1 && step < 0
         && known->has_quarter && !known->narrative && known->since_quarter < QUARTER_TIMES;
}

/* Whether the time spoken of before is what a shift by @sign counts from. */
static gboolean
is_from_focus (const SlWork *work,
               int           sign)
{
  return (ABS (sign) > 1 || work->known->narrative) && work->known->has_focus;
}

static gint64
seconds_of (SlUnit unit)
{
  return unit == SL_UNIT_HOUR ? 3600 : unit == SL_UNIT_MINUTE ? 60
                                   : unit == SL_UNIT_SECOND   ? 1
                                                              : 0;
}

/* How far a shift goes, in units of which that is a whole number: "half a year ago" is six months. */
static SlUnit
measure_shift (const SlSlots *slots,
               gint64        *count)
{
  gint64 half, factor;
  SlUnit smaller = slots->tenths == 5 ? sl_unit_halve (slots->unit, &half) : SL_UNIT_NONE;
  SlUnit unit = counted_unit (smaller != SL_UNIT_NONE ? smaller : slots->unit, &factor);

  *count = smaller != SL_UNIT_NONE ? half + 2 * half * slots->count : factor * slots->count;
  return unit;
}

static void
shift_from (SlWork     *work,
            SlDay       anchor,
            int         sign,
            const char *reason)
{
  const SlSlots *slots = work->slots;
  gint64 step = sl_work_step_of (sign), count;
  SlUnit unit = measure_shift (slots, &count);

  work->compared = slots->unit == SL_UNIT_YEAR && slots->count == 1 && step < 0 && !work->known->narrative;
  if (is_from_focus (work, sign) && !sl_work_is_focus_exact (work, unit))
    sl_work_set_near_focus (work, unit);
  else if (compares_quarters (work, step))
    sl_work_set_period (work, sl_period_move (work->known->quarter, -4), N_ ("a year before the quarter spoken of"));
  else if (slots->count < 0 || slots->count > 100000)
    set_vague_shift (work, anchor, TRUE, reason);
  else if (!sl_work_is_shorter_than_day (unit))
    sl_work_set_period (work, sl_period_move (sl_period_of (unit, anchor), step * count), reason);
  else if (work->known->has_instant && !is_from_focus (work, sign))
    set_moved_instant (work, anchor, step * count * seconds_of (unit), reason);
  else
    set_vague_shift (work, anchor, TRUE, reason);
}

/**
 * sl_work_resolve_shift:
 *
 * "two weeks ago", "three days later"
 */
void
sl_work_resolve_shift (SlWork *work)
{
  SlDay anchor = { 0 };
  const char *reason = N_ ("the day of publication is not known");
  /* A pattern whose words leave no place for a sign means "ago". */
  int sign = sl_slot_is_set (work->slots->sign) ? work->slots->sign : -1;

  /* Told in the past, "in two days" counts from the day spoken of. */
  if (sign == 1 && work->tense == SL_TENSE_PAST && work->known->has_focus)
    sign = 2;
  if ((work->known->has_reference || ABS (sign) > 1 || work->known->narrative)
      && sl_work_get_anchor (work, ABS (sign) > 1, &anchor, &reason))
    shift_from (work, anchor, sign, reason);
  else
    set_vague_shift (work, anchor, FALSE, reason);
}

/**
 * sl_work_resolve_same:
 *
 * "the same day", "that evening", "in May of that year"
 */
void
sl_work_resolve_same (SlWork *work)
{
  SlDay anchor;
  const char *reason;

  if (!sl_work_get_anchor (work, TRUE, &anchor, &reason))
    sl_work_set_unplaced (work, unplaced_value (work->slots), N_ ("the time meant is not known"));
  else if (work->slots->unit == SL_UNIT_YEAR && (work->slots->month > 0 || sl_slot_is_set (work->slots->season)))
    sl_work_resolve_in_year (work, anchor.year, reason);
  else if (!sl_work_is_focus_exact (work, work->slots->unit))
    sl_work_set_near_focus (work, work->slots->unit);
  else if (work->slots->unit == SL_UNIT_NONE || sl_work_is_shorter_than_day (work->slots->unit))
    sl_work_set_day (work, anchor, reason);
  else
    sl_work_set_period (work, sl_period_of (work->slots->unit, anchor), reason);
  sl_work_add_part (work);
}

/* ---- durations and sets ---------------------------------------------------------------------------- */

static char *
format_length (const SlSlots *slots)
{
  g_autofree char *count = NULL;

  if (slots->frequency != NULL)
    return g_strdup (slots->frequency);
  if (slots->count < 0)
    count = g_strdup ("X");
  else if (slots->tenths == 5)
    return sl_unit_format_half (slots->unit, slots->count);
  else if (slots->tenths > 0)
    count = g_strdup_printf ("%" G_GINT64_FORMAT ".%d", slots->count, slots->tenths);
  else
    count = g_strdup_printf ("%" G_GINT64_FORMAT, slots->count);
  return sl_unit_format_duration (slots->unit, count);
}

/**
 * sl_work_resolve_duration:
 *
 * "three hours"
 */
void
sl_work_resolve_duration (SlWork *work)
{
  work->type = SL_TIMEX_DURATION;
  work->value = format_length (work->slots);
  work->reason = N_ ("a length of time");
  /* "For the nine months": what follows is compared with as long a time, and not with a quarter. */
  if (work->slots->unit == SL_UNIT_MONTH && work->slots->count > 3)
    work->known->since_quarter = QUARTER_TIMES;
}

/**
 * sl_work_resolve_distance:
 *
 * "vor drei Wochen", "in zwei Jahren": counted in days, or to the minute, it is a date; else TIMEX3 has the length, and
 * EDTF says where it leads. "In zwei Jahren" with a verb of the past is how long it took, and leads nowhere.
 */
void
sl_work_resolve_distance (SlWork *work)
{
  const SlSlots *slots = work->slots;

  if (work->tense == SL_TENSE_PAST && sl_slot_is_set (slots->sign) && slots->sign > 0)
    {
      sl_work_resolve_duration (work);
      return;
    }
  sl_work_resolve_shift (work);
  if (work->has_day && slots->count >= 0 && (slots->unit == SL_UNIT_DAY || sl_work_is_shorter_than_day (slots->unit)))
    return;
  g_clear_pointer (&work->value, g_free);
  work->type = SL_TIMEX_DURATION;
  work->value = format_length (slots);
}

/**
 * sl_work_resolve_span:
 *
 * "the past three months"
 */
void
sl_work_resolve_span (SlWork *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor, other;
  const char *reason;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int step = sl_slot_is_set (slots->direction) ? sl_work_step_of (slots->direction) : -1;

  sl_work_resolve_duration (work);
  if (step == 0 || !sl_work_get_anchor (work, sl_slot_is_set (slots->direction) && ABS (slots->direction) > 1, &anchor, &reason))
    return;
  work->reason = reason;
  if (slots->count < 0 || slots->count > 10000 || sl_work_is_shorter_than_day (slots->unit))
    {
      first = sl_edtf_format_day (anchor);
      work->edtf = step < 0 ? g_strconcat ("../", first, NULL) : g_strconcat (first, "/..", NULL);
      return;
    }
  other = sl_period_move ((SlPeriod) { sl_period_of (slots->unit, anchor).unit, anchor }, step * slots->count).first;
  first = sl_edtf_format_day (step < 0 ? other : anchor);
  last = sl_edtf_format_day (step < 0 ? anchor : other);
  work->edtf = step < 0 ? g_strconcat (first, "~/", last, NULL) : g_strconcat (first, "/", last, "~", NULL);
}

static char *
format_set (const SlSlots *slots)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, sl_slot_is_set (slots->ordinal) ? slots->ordinal : slots->count < 0 ? 2
                                                                                                                                     : slots->count);
  if (slots->frequency != NULL)
    return g_strdup (slots->frequency);
  if (slots->weekday > 0 && slots->unit == SL_UNIT_NONE)
    return slots->part != NULL ? g_strdup_printf ("XXXX-WXX-%dT%s", slots->weekday, slots->part) : g_strdup_printf ("XXXX-WXX-%d", slots->weekday);
  if (slots->month > 0)
    return g_strdup_printf ("XXXX-%02d", slots->month);
  if (sl_slot_is_set (slots->season))
    return g_strdup_printf ("XXXX-%s", ((const char *const[]) { "SP", "SU", "FA", "WI" })[slots->season]);
  if (slots->part != NULL)
    return g_strdup_printf ("XXXX-XX-XXT%s", slots->part);
  if (slots->unit != SL_UNIT_NONE)
    return sl_unit_format_duration (slots->unit, count);
  return g_strdup ("P1Y");
}

/**
 * sl_work_resolve_set:
 *
 * "every Monday"
 */
void
sl_work_resolve_set (SlWork *work)
{
  work->type = SL_TIMEX_SET;
  work->value = format_set (work->slots);
  work->reason = N_ ("a repeated time");
}
