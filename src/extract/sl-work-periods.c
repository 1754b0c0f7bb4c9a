/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"
#include "extract/sl-holiday.h"

/* ---- times of day ------------------------------------------------------------------------------------ */

static gboolean
states_day (const SlSlots *slots)
{
  return sl_slot_is_set (slots->year) || slots->month > 0 || slots->weekday > 0 || sl_slot_is_set (slots->relative_day) || sl_slot_is_set (slots->day);
}

/* "In the afternoon they left", behind a day of the last week: the story of that day goes on. */
static gboolean
goes_on (const SlWork *work)
{
  const SlResolver *known = work->known;
  gint64 days = known->has_focus && known->has_reference ? sl_day_to_days (known->reference) - sl_day_to_days (known->focus) : -1;

  return work->slots->seconds < 0 && work->tense == SL_TENSE_PAST && known->focus_unit == SL_UNIT_DAY && days > 0 && days < 7;
}

/* The day that a time of day is on. */
static void
resolve_its_day (SlWork *work)
{
  SlDay anchor;
  const char *reason;

  if (sl_slot_is_set (work->slots->relative_day))
    sl_work_resolve_relative_day (work);
  else if (states_day (work->slots))
    sl_slot_is_set (work->slots->direction) ? sl_work_resolve_relative (work) : sl_work_resolve_date (work);
  else if (work->slots->direction == -1 && work->known->has_reference)
    sl_work_set_day (work, sl_day_add_days (work->known->reference, -1), N_ ("relative to publication"));
  else if (work->known->has_near)
    sl_work_set_day (work, work->known->near, N_ ("the day spoken of in the same sentence"));
  else if (goes_on (work))
    sl_work_set_day (work, work->known->focus, N_ ("the day spoken of before"));
  else if ((work->known->narrative || !work->known->has_reference) && !sl_work_is_focus_exact (work, SL_UNIT_DAY))
    /* At ten o'clock in 1931: on no day that is known, and not on the first of January. */
    sl_work_set_near_focus (work, SL_UNIT_DAY);
  else if (sl_work_get_anchor (work, !work->known->has_reference, &anchor, &reason))
    sl_work_set_day (work, anchor, reason);
  else
    sl_work_set_unplaced (work, "XXXX-XX-XX", N_ ("the day meant is not known"));
}

/* A night that is named by both its days, or by the one that it leads to, lies in two days. */
static void
spread_night (SlWork *work)
{
  int step = sl_work_step_of (work->slots->sign);
  g_autofree char *first = sl_edtf_format_day (step < 0 ? sl_day_add_days (work->day, -1) : work->day);
  g_autofree char *last = sl_edtf_format_day (step < 0 ? work->day : sl_day_add_days (work->day, 1));

  g_free (work->edtf);
  work->edtf = g_strconcat (first, "/", last, NULL);
}

/**
 * sl_work_resolve_part:
 *
 * "Tuesday morning"; with a sign the part is a night that begins the day before, or ends the day after
 */
void
sl_work_resolve_part (SlWork *work)
{
  resolve_its_day (work);
  if (work->value != NULL && strchr (work->value, 'T') == NULL)
    sl_work_add_part (work);
  if (work->has_day && work->slots->part != NULL && sl_slot_is_set (work->slots->sign))
    spread_night (work);
}

/* Seconds of the day, with what the part of the day tells of "at 8 in the evening". */
static int
clock_seconds (const SlSlots *slots)
{
  const char *part = slots->part != NULL ? slots->part : "";
  int seconds = slots->seconds;

  if (seconds < 0 && slots->ordinal >= 0 && slots->ordinal <= 24)
    seconds = slots->ordinal * 3600;
  if (seconds < 0)
    seconds = strcmp (part, "T24:00") == 0 ? 0 : 12 * 3600;
  else if (seconds == 12 * 3600 && strcmp (part, "NI") == 0)
    seconds = 0;
  else if (seconds < 12 * 3600
           && (strcmp (part, "AF") == 0 || strcmp (part, "EV") == 0 || (strcmp (part, "NI") == 0 && seconds >= 6 * 3600)))
    seconds += 12 * 3600;
  return (seconds + slots->past * 60 + SL_SECONDS_PER_DAY) % SL_SECONDS_PER_DAY;
}

/* To the second where the text or the time of publication is. */
static char *
format_clock (const SlWork *work,
              const char   *day,
              int           seconds)
{
  if (work->known->has_instant || seconds % 60 != 0)
    return g_strdup_printf ("%sT%02d:%02d:%02d", day, seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%sT%02d:%02d", day, seconds / 3600, seconds / 60 % 60);
}

/* A zone is written as an offset, or as the name of a place whose clocks change: "Europe/Kyiv". */
static char *
find_offset (const char *zone,
             SlDay       day,
             int         seconds)
{
  g_autoptr (GTimeZone) place = NULL;
  int interval, offset;

  if (strchr (zone, '/') == NULL)
    return g_strdup (zone);
  place = g_time_zone_new_identifier (zone);
  if (place == NULL)
    return g_strdup ("");
  interval = g_time_zone_find_interval (place, G_TIME_TYPE_STANDARD, sl_day_to_seconds (day) + seconds);
  offset = interval >= 0 ? g_time_zone_get_offset (place, interval) : 0;
  return g_strdup_printf ("%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 3600, ABS (offset) / 60 % 60);
}

/**
 * sl_work_set_instant:
 * @seconds: since midnight of the day that is the result so far
 * @zone: of the time of day, empty when not stated
 *
 * The result is a time of that day.
 */
void
sl_work_set_instant (SlWork     *work,
                     int         seconds,
                     const char *zone)
{
  char *value;

  if (strchr (work->value, 'T') != NULL)
    *strchr (work->value, 'T') = '\0';
  value = format_clock (work, work->value, seconds);
  g_free (work->value);
  work->value = value;
  work->type = SL_TIMEX_TIME;
  if (work->edtf != NULL && strlen (work->edtf) == 10 && work->edtf[0] != 'X')
    {
      g_autofree char *offset = find_offset (zone, work->day, seconds);
      char *edtf = g_strdup_printf ("%sT%02d:%02d%s", work->edtf, seconds / 3600, seconds / 60 % 60, offset);

      g_free (work->edtf);
      work->edtf = edtf;
    }
}

/**
 * sl_work_resolve_clock:
 *
 * "3:30 p.m. on Tuesday"
 */
void
sl_work_resolve_clock (SlWork *work)
{
  resolve_its_day (work);
  if (work->value != NULL)
    sl_work_set_instant (work, clock_seconds (work->slots), work->slots->zone != NULL ? work->slots->zone : "");
}

/* ---- holidays, longer periods --------------------------------------------------------------------------- */

/* "At Christmas they closed the bridge", in November: the last one, unless the next is as near as this. */
#define NEAR_DAYS 14

static gboolean
is_still_ahead (const SlWork *work,
                gint64        year)
{
  const SlResolver *known = work->known;
  SlDay day;

  return work->tense == SL_TENSE_PAST && known->has_reference && !known->narrative
         && sl_holiday_find (work->slots->holiday, year, &day)
         && sl_day_to_days (day) > sl_day_to_days (known->reference) + NEAR_DAYS;
}

/**
 * sl_work_resolve_holiday:
 *
 * "Christmas 2014"
 */
void
sl_work_resolve_holiday (SlWork *work)
{
  const SlSlots *slots = work->slots;
  gint64 year = 2000;
  const char *reason = N_ ("stated in the text");
  SlDay day;

  if (!sl_holiday_find (slots->holiday, year, &day))
    return;
  if (sl_slot_is_set (slots->year))
    year = slots->year;
  else if (!sl_work_find_year (work, day.month, &year, &reason))
    {
      work->value = g_strdup_printf ("XXXX-%s", slots->holiday);
      if (strlen (slots->holiday) == 5)
        work->edtf = g_strdup (work->value);
      work->reason = N_ ("the year is not known");
      return;
    }
  else if (is_still_ahead (work, year))
    year--;
  if (year < 1 || !sl_holiday_find (slots->holiday, year, &day))
    return;
  if (g_str_has_suffix (slots->holiday, "w"))
    sl_work_set_period (work, sl_period_of (SL_UNIT_WEEK, day), reason);
  else
    sl_work_set_day (work, day, reason);
}

/**
 * sl_work_resolve_decade:
 *
 * "the 1970s"
 */
void
sl_work_resolve_decade (SlWork *work)
{
  const SlSlots *slots = work->slots;
  gint64 decade = sl_slot_is_set (slots->decade) ? slots->decade : sl_slot_is_set (slots->year) ? slots->year
                                                                                                : slots->count;

  /* "Les années 90", whose number says nothing of its century, and "les années 1990". */
  if (decade < 100 && !slots->before_era)
    decade += decade < 20 ? 2000 : 1900;
  if (decade % 10 != 0 || decade < 0 || decade >= 10000)
    return;
  if (slots->before_era)
    {
      work->value = g_strdup_printf ("BC%04d", (int) decade);
      work->edtf = g_strdup_printf ("-%04d/-%04d", (int) decade + 8, (int) MAX (decade - 1, 0));
      work->reason = N_ ("stated in the text");
    }
  else
    sl_work_set_period (work, (SlPeriod) { SL_UNIT_DECADE, { decade, 1, 1 } }, N_ ("stated in the text"));
}

/**
 * sl_work_resolve_century:
 *
 * "the 18th century"
 */
void
sl_work_resolve_century (SlWork *work)
{
  int ordinal = work->slots->ordinal;

  if (ordinal < 1 || ordinal > 99)
    return;
  if (work->slots->before_era)
    {
      work->value = g_strdup_printf ("BC%02d", ordinal - 1);
      work->edtf = g_strdup_printf (ordinal > 1 ? "-%02d99/-%02d00" : "-%02d99/%02d00", ordinal - 1, ordinal - 1);
      work->reason = N_ ("stated in the text");
      return;
    }
  sl_work_set_period (work, (SlPeriod) { SL_UNIT_CENTURY, { (ordinal - 1) * 100, 1, 1 } }, N_ ("stated in the text"));
}

/* The year of a part of a year whose number is @ordinal; %FALSE when nothing tells. */
static gboolean
find_year_of_part (SlWork      *work,
                   int          months,
                   gint64      *year,
                   const char **reason)
{
  const SlSlots *slots = work->slots;
  const SlResolver *known = work->known;

  if (sl_slot_is_set (slots->year))
    {
      *year = slots->year;
      *reason = N_ ("stated in the text");
      return TRUE;
    }
  if (!sl_work_find_year (work, (slots->ordinal - 1) * months + 1, year, reason))
    return FALSE;
  if (sl_slot_is_set (slots->direction) && known->has_reference)
    *year = known->reference.year + sl_work_step_of (slots->direction);
  else if (known->has_reference && !known->narrative && (slots->ordinal - 1) * months < known->reference.month)
    /* A part of this year that has begun is meant, whatever the verb says. */
    *year = known->reference.year;
  if (sl_slot_is_set (slots->sign))
    *year += sl_work_step_of (slots->sign);
  return TRUE;
}

/* "The quarter", "the 1988 quarter", "the year-ago quarter": the one reported on, or that quarter of another year. */
static void
resolve_quarter_reported (SlWork *work)
{
  const SlSlots *slots = work->slots;
  const SlResolver *known = work->known;
  const char *reason = N_ ("the quarter spoken of before");
  SlPeriod quarter = known->quarter;

  if (!known->has_quarter)
    {
      if (!known->has_reference || slots->unit != SL_UNIT_QUARTER)
        return;
      quarter = sl_period_move (sl_period_of (SL_UNIT_QUARTER, known->reference), -1);
      reason = N_ ("the last quarter before publication");
    }
  if (sl_slot_is_set (slots->year))
    quarter.first.year = slots->year;
  else if (sl_slot_is_set (slots->sign))
    quarter.first.year += sl_work_step_of (slots->sign);
  work->compared = TRUE;
  sl_work_set_period (work, quarter, reason);
}

/**
 * sl_work_resolve_fraction_of_year:
 *
 * "the third quarter": one of @parts equal parts of a year, each a @unit. Without a number
 * it is the quarter that the text reports on.
 */
void
sl_work_resolve_fraction_of_year (SlWork *work,
                                  SlUnit  unit,
                                  int     parts)
{
  const SlSlots *slots = work->slots;
  int months = 12 / parts;
  gint64 year;
  const char *reason;

  if (!sl_slot_is_set (slots->ordinal) && unit == SL_UNIT_QUARTER)
    resolve_quarter_reported (work);
  else if (slots->ordinal < 1 || slots->ordinal > parts)
    return;
  else if (find_year_of_part (work, months, &year, &reason))
    sl_work_set_period (work, (SlPeriod) { unit, { year, (slots->ordinal - 1) * months + 1, 1 } }, reason);
  else
    {
      g_autofree char *value = g_strdup_printf ("XXXX-%c%d", unit == SL_UNIT_QUARTER ? 'Q' : 'H', slots->ordinal);

      sl_work_set_unplaced (work, value, N_ ("the year is not known"));
    }
}

/* "Now" in a message is the moment at which it was written; no event is dated by it. */
static void
set_now (SlWork *work)
{
  sl_work_set_day (work, work->known->reference, N_ ("the time of publication"));
  sl_work_set_instant (work, work->known->instant, "");
  g_clear_pointer (&work->edtf, g_free);
  work->has_day = FALSE;
}

/**
 * sl_work_resolve_reference:
 *
 * "recently"
 */
void
sl_work_resolve_reference (SlWork *work)
{
  const char *reference = work->slots->reference;
  gboolean now = strcmp (reference, "NOW") == 0, soon = strcmp (reference, "SOON") == 0;

  if (now && work->known->has_reference && work->known->has_instant)
    set_now (work);
  /* "The fire soon spread" tells of no future. */
  else if (!soon || work->tense != SL_TENSE_PAST)
    sl_work_set_unplaced (work, soon ? "FUTURE_REF" : now ? "PRESENT_REF"
                                                          : reference,
                          N_ ("too vague to be dated"));
}
