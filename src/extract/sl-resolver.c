/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-resolver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"
#include "extract/sl-slots.h"

/* A date without a year may lie this far after "now": announcements do. */
#define FUTURE_DAYS 45

/* The years among which a weekday can choose: the calendar repeats after at most 11 when it is not a leap day's. */
#define SEARCH_YEARS 12

/* One expression on its way to a result. */
typedef struct
{
  SlResolver    *known;
  const SlSlots *slots;
  SlTense        tense;
  SlTimexType    type;
  char          *value;  /* (owned) (nullable) */
  char          *edtf;   /* (owned) (nullable) */
  const char    *reason; /* (nullable) */
  gboolean       has_day;
  SlDay          day;    /* what it is about, for the focus */
} Work;

static const char *
tense_reason (const Work *work)
{
  return work->tense == SL_TENSE_FUTURE ? N_ ("relative to publication, future tense") : N_ ("relative to publication, past tense");
}

static void
set_day (Work       *work,
         SlDay       day,
         const char *reason)
{
  work->value = sl_edtf_format_day (day);
  work->edtf = sl_edtf_format_day (day);
  work->reason = reason;
  work->has_day = TRUE;
  work->day = day;
}

static void
set_period (Work       *work,
            SlPeriod    period,
            const char *reason)
{
  work->value = sl_period_format_value (period);
  work->edtf = sl_period_format_edtf (period, work->slots->third);
  work->reason = reason;
  work->has_day = TRUE;
  work->day = period.first;
}

/* What is said in @value, but cannot be placed on the calendar. */
static void
set_unplaced (Work       *work,
              const char *value,
              const char *reason)
{
  work->value = g_strdup (value);
  work->reason = reason;
}

static gboolean
has (int slot)
{
  return slot != SL_SLOT_NONE;
}

/* The day that "last week" and "yesterday" count from. */
static gboolean
get_anchor (const Work  *work,
            gboolean     from_focus,
            SlDay       *anchor,
            const char **reason)
{
  const SlResolver *known = work->known;

  if ((from_focus || known->narrative) && known->has_focus)
    {
      *anchor = known->focus;
      *reason = N_ ("relative to the time spoken of before");
      return TRUE;
    }
  if (!known->has_reference)
    return FALSE;
  *anchor = known->reference;
  *reason = N_ ("relative to publication");
  return TRUE;
}

/* ---- which year? ---------------------------------------------------------------------------- */

static gint64
distance (SlDay a,
          SlDay b)
{
  return ABS (sl_day_to_days (a) - sl_day_to_days (b));
}

/* The year in which month and day lie nearest to @anchor. */
static SlDay
nearest_year (int   month,
              int   day,
              SlDay anchor)
{
  SlDay best = { anchor.year, month, day };
  gboolean found = FALSE;

  for (gint64 year = anchor.year - 4; year <= anchor.year + 4; year++)
    {
      SlDay candidate = { year, month, day };

      if (!sl_day_is_valid (candidate) || (found && distance (candidate, anchor) >= distance (best, anchor)))
        continue;
      best = candidate;
      found = TRUE;
    }
  return best;
}

static gboolean
weekday_fits (const SlSlots *slots,
              SlDay          day)
{
  return sl_day_is_valid (day) && (slots->weekday == 0 || sl_day_get_weekday (day) == slots->weekday);
}

/* The year nearest to @anchor, not after @limit, in which the weekday falls on that day. */
static gboolean
year_by_weekday (const SlSlots *slots,
                 SlDay          anchor,
                 SlDay          limit,
                 SlDay         *found)
{
  gboolean any = FALSE;

  for (gint64 year = anchor.year - SEARCH_YEARS; year <= anchor.year + 1; year++)
    {
      SlDay candidate = { year, slots->month, slots->day };

      if (!weekday_fits (slots, candidate) || sl_day_to_days (candidate) > sl_day_to_days (limit)
          || (any && distance (candidate, anchor) > distance (*found, anchor)))
        continue;
      *found = candidate;
      any = TRUE;
    }
  return any;
}

static SlDay
get_limit (const SlResolver *known)
{
  return sl_day_add_days (sl_day_from_seconds (known->now), FUTURE_DAYS);
}

/* Moves a date found near publication to the side that the tense asks for. */
static SlDay
apply_tense (const Work *work,
             SlDay       day)
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
resolve_weekday_date (Work *work)
{
  const SlResolver *known = work->known;
  SlDay limit = get_limit (known);
  SlDay anchor = known->has_reference ? known->reference : known->has_carrier ? known->carrier
                                                                              : sl_day_from_seconds (known->now);
  SlDay found;

  if (known->has_reference)
    limit = sl_day_add_days (known->reference, 400);
  if (year_by_weekday (work->slots, anchor, limit, &found) && (!known->has_reference || distance (found, anchor) < 400))
    {
      set_day (work, found, N_ ("the weekday fixes the year"));
      return;
    }
  if (known->has_reference)
    {
      set_day (work, nearest_year (work->slots->month, work->slots->day, anchor), N_ ("the weekday does not fit the date; nearest to publication"));
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
resolve_month_day (Work *work)
{
  const SlResolver *known = work->known;
  int month = work->slots->month, day = work->slots->day;

  if (day > (month == 2 ? 29 : sl_day_days_in_month (2000, month)))
    return;
  if (known->narrative && known->has_focus)
    set_day (work, (SlDay) { known->focus.year, month, MIN (day, sl_day_days_in_month (known->focus.year, month)) }, N_ ("the year spoken of before"));
  else if (known->has_reference)
    set_day (work, apply_tense (work, nearest_year (month, day, known->reference)), tense_reason (work));
  else if (known->has_carrier)
    set_day (work, nearest_year (month, day, known->carrier), N_ ("the year of a dated day in the same text"));
  else
    {
      work->value = g_strdup_printf ("XXXX-%02d-%02d", month, day);
      work->edtf = g_strdup (work->value);
      work->reason = N_ ("the year is not known");
    }
}

/* The year that a month, season or holiday without one is in. */
static gboolean
find_year (Work        *work,
           int          month,
           gint64      *year,
           const char **reason)
{
  const SlResolver *known = work->known;

  if (known->narrative && known->has_focus)
    {
      *year = known->focus.year;
      *reason = N_ ("the year spoken of before");
    }
  else if (known->has_reference)
    {
      gint64 ahead = month - known->reference.month;

      *year = known->reference.year;
      *reason = tense_reason (work);
      if (work->tense == SL_TENSE_FUTURE ? ahead < 0 : ahead > (work->tense == SL_TENSE_PAST ? 0 : 5))
        *year += work->tense == SL_TENSE_FUTURE ? 1 : -1;
    }
  else if (known->has_carrier)
    {
      *year = nearest_year (month, 15, known->carrier).year;
      *reason = N_ ("the year of a dated day in the same text");
    }
  else
    return FALSE;
  return TRUE;
}

/* ---- dates ------------------------------------------------------------------------------------ */

static SlPeriod
season_of_year (gint64 year,
                int    season)
{
  return (SlPeriod) { SL_UNIT_SEASON, { year, 3 + 3 * season, 1 } };
}

static void
resolve_stated_year (Work *work)
{
  const SlSlots *slots = work->slots;
  const char *reason = N_ ("stated in the text");
  SlDay day = { slots->before_era ? 1 - slots->year : slots->year, MAX (slots->month, 1), has (slots->day) ? slots->day : 1 };

  if (slots->month > 0 && has (slots->day))
    {
      if (sl_day_is_valid (day))
        set_day (work, day, reason);
    }
  else if (slots->month > 0)
    set_period (work, (SlPeriod) { SL_UNIT_MONTH, day }, reason);
  else if (has (slots->season))
    set_period (work, season_of_year (day.year, slots->season), reason);
  else
    set_period (work, (SlPeriod) { SL_UNIT_YEAR, day }, reason);
}

static void
resolve_month (Work *work)
{
  gint64 year;
  const char *reason;

  if (find_year (work, work->slots->month, &year, &reason))
    {
      set_period (work, (SlPeriod) { SL_UNIT_MONTH, { year, work->slots->month, 1 } }, reason);
      return;
    }
  work->value = g_strdup_printf ("XXXX-%02d", work->slots->month);
  work->edtf = g_strdup (work->value);
  work->reason = N_ ("the year is not known");
}

static void
resolve_season (Work *work)
{
  static const char *const values[] = { "XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI" };
  gint64 year;
  const char *reason;

  if (find_year (work, 3 + 3 * work->slots->season, &year, &reason))
    set_period (work, season_of_year (year, work->slots->season), reason);
  else
    set_unplaced (work, values[work->slots->season], N_ ("the year is not known"));
}

/* The weekday nearest before @anchor, or after it; on it when @including. */
static SlDay
find_weekday (int      weekday,
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

static void
resolve_weekday (Work *work)
{
  const SlResolver *known = work->known;
  g_autofree char *unplaced = g_strdup_printf ("XXXX-WXX-%d", work->slots->weekday);

  if (known->narrative && known->has_focus)
    set_day (work, find_weekday (work->slots->weekday, known->focus, 1, TRUE), N_ ("relative to the time spoken of before"));
  else if (known->has_reference)
    set_day (work, find_weekday (work->slots->weekday, known->reference, work->tense == SL_TENSE_FUTURE ? 1 : -1, TRUE), tense_reason (work));
  else
    set_unplaced (work, unplaced, N_ ("the day of publication is not known"));
}

/* "on the 23rd" */
static void
resolve_day_of_month (Work *work,
                      int   number)
{
  SlDay anchor, day;
  const char *reason;

  if (!get_anchor (work, !work->known->has_reference, &anchor, &reason))
    {
      g_autofree char *value = g_strdup_printf ("XXXX-XX-%02d", number);

      work->value = g_strdup (value);
      work->edtf = g_steal_pointer (&value);
      work->reason = N_ ("the month is not known");
      return;
    }
  day = (SlDay) { anchor.year, anchor.month, number };
  if (work->tense == SL_TENSE_PAST && number > anchor.day)
    {
      SlDay before = sl_day_add_months ((SlDay) { anchor.year, anchor.month, 1 }, -1);

      day = (SlDay) { before.year, before.month, number };
    }
  if (sl_day_is_valid (day))
    set_day (work, day, reason);
}

static void
resolve_date (Work *work)
{
  const SlSlots *slots = work->slots;

  if (has (slots->year))
    resolve_stated_year (work);
  else if (slots->before_era && slots->count > 0 && slots->count < 10000)
    set_period (work, (SlPeriod) { SL_UNIT_YEAR, { 1 - slots->count, 1, 1 } }, N_ ("stated in the text"));
  else if (slots->month > 0 && has (slots->day) && slots->weekday > 0)
    resolve_weekday_date (work);
  else if (slots->month > 0 && has (slots->day))
    resolve_month_day (work);
  else if (slots->month > 0)
    resolve_month (work);
  else if (has (slots->season))
    resolve_season (work);
  else if (has (slots->ordinal) || has (slots->day))
    resolve_day_of_month (work, has (slots->ordinal) ? slots->ordinal : slots->day);
  else if (slots->weekday > 0)
    resolve_weekday (work);
}

static void
resolve_range (Work *work)
{
  SlSlots slots = *work->slots;
  Work last = { .known = work->known, .slots = &slots, .tense = work->tense };

  slots.day = slots.last_day;
  resolve_date (work);
  resolve_date (&last);
  if (work->value != NULL && last.value != NULL && slots.last_day > work->slots->day
      && work->edtf != NULL && last.edtf != NULL && !g_str_has_prefix (work->edtf, "XXXX"))
    {
      char *value = g_strconcat (work->value, "/", last.value, NULL);

      g_free (work->value);
      g_free (work->edtf);
      work->value = value;
      work->edtf = g_strdup (value);
    }
  else
    {
      g_clear_pointer (&work->value, g_free);
      g_clear_pointer (&work->edtf, g_free);
    }
  g_free (last.value);
  g_free (last.edtf);
}

/* ---- relative expressions ------------------------------------------------------------------------ */

static void
add_part (Work *work)
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

static void
resolve_relative_day (Work *work)
{
  SlDay anchor;
  const char *reason;

  if (get_anchor (work, FALSE, &anchor, &reason))
    set_day (work, sl_day_add_days (anchor, work->slots->relative_day), reason);
  else
    set_unplaced (work, "XXXX-XX-XX", N_ ("the day of publication is not known"));
}

/* -2 and 2 count from the time spoken of before, -1 and 1 from publication. */
static int
step_of (int direction)
{
  return direction > 0 ? 1 : direction < 0 ? -1
                                           : 0;
}

static void
resolve_relative_weekday (Work  *work,
                          SlDay  anchor)
{
  int step = step_of (work->slots->direction);

  if (step == 0)
    {
      SlDay monday = sl_day_week_start (anchor);

      set_day (work, sl_day_add_days (monday, work->slots->weekday - 1), N_ ("relative to publication"));
      return;
    }
  set_day (work, find_weekday (work->slots->weekday, anchor, step, FALSE), N_ ("relative to publication"));
}

static void
resolve_relative_month (Work  *work,
                        SlDay  anchor,
                        int    month,
                        SlUnit unit)
{
  int step = step_of (work->slots->direction);
  SlDay day = { anchor.year, month, 1 };

  if (step < 0 && month >= anchor.month)
    day.year--;
  else if (step > 0 && month <= anchor.month)
    day.year++;
  set_period (work, (SlPeriod) { unit, day }, N_ ("relative to publication"));
}

/* "this morning", "last night", "the next morning" */
static void
resolve_relative_part (Work  *work,
                       SlDay  anchor)
{
  set_day (work, sl_day_add_days (anchor, step_of (work->slots->direction)), N_ ("relative to publication"));
}

static gboolean
is_shorter_than_day (SlUnit unit)
{
  return unit == SL_UNIT_SECOND || unit == SL_UNIT_MINUTE || unit == SL_UNIT_HOUR;
}

static void
resolve_relative_unit (Work       *work,
                       SlDay       anchor,
                       const char *reason)
{
  int step = has (work->slots->direction) ? step_of (work->slots->direction) : 0;
  SlUnit unit = work->slots->unit;

  if (is_shorter_than_day (unit))
    {
      set_unplaced (work, step < 0 ? "PAST_REF" : step > 0 ? "FUTURE_REF"
                                                           : "PRESENT_REF",
                    reason);
      return;
    }
  set_period (work, sl_period_move (sl_period_of (unit, anchor), step), reason);
  if (unit == SL_UNIT_NIGHT && work->slots->part == NULL)
    {
      char *value = g_strconcat (work->value, "TNI", NULL);

      g_free (work->value);
      work->value = value;
      work->type = SL_TIMEX_TIME;
    }
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

static void
resolve_relative (Work *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor;
  const char *reason;
  gboolean from_focus = has (slots->direction) ? ABS (slots->direction) > 1 : !work->known->has_reference;

  /* "the next day" counts from the day that was spoken of. */
  if (has (slots->direction) && slots->direction != 0 && (slots->unit == SL_UNIT_DAY || (slots->direction > 0 && slots->part != NULL)))
    from_focus = TRUE;
  if (has (slots->relative_day))
    resolve_relative_day (work);
  else if (!get_anchor (work, from_focus, &anchor, &reason))
    set_unplaced (work, unplaced_value (slots), N_ ("the day of publication is not known"));
  else if (slots->unit != SL_UNIT_NONE)
    resolve_relative_unit (work, anchor, reason);
  else if (slots->weekday > 0)
    resolve_relative_weekday (work, anchor);
  else if (slots->month > 0)
    resolve_relative_month (work, anchor, slots->month, SL_UNIT_MONTH);
  else if (has (slots->season))
    resolve_relative_month (work, anchor, 3 + 3 * slots->season, SL_UNIT_SEASON);
  else
    resolve_relative_part (work, anchor);
  add_part (work);
}

/* The bounds of a vague distance: "a few weeks ago" is before publication, and no more is known. */
static void
set_vague_shift (Work       *work,
                 SlDay       anchor,
                 gboolean    placed,
                 const char *reason)
{
  g_autofree char *day = placed ? sl_edtf_format_day (anchor) : NULL;

  set_unplaced (work, work->slots->sign < 0 ? "PAST_REF" : "FUTURE_REF", reason);
  if (day != NULL)
    work->edtf = work->slots->sign < 0 ? g_strconcat ("../", day, NULL) : g_strconcat (day, "/..", NULL);
}

static SlUnit
counted_unit (SlUnit unit)
{
  return unit == SL_UNIT_NIGHT ? SL_UNIT_DAY : unit;
}

static void
resolve_shift (Work *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor = { 0 };
  const char *reason = N_ ("the day of publication is not known");
  gint64 step = slots->sign < 0 ? -1 : 1;
  gboolean placed = get_anchor (work, ABS (slots->sign) > 1, &anchor, &reason);

  if (!placed || slots->count < 0 || slots->count > 100000 || is_shorter_than_day (slots->unit))
    {
      set_vague_shift (work, anchor, placed, reason);
      return;
    }
  if (slots->unit == SL_UNIT_FORTNIGHT)
    set_period (work, sl_period_move (sl_period_of (SL_UNIT_WEEK, anchor), 2 * step * slots->count), reason);
  else
    set_period (work, sl_period_move (sl_period_of (counted_unit (slots->unit), anchor), step * slots->count), reason);
}

static void
resolve_same (Work *work)
{
  SlDay anchor;
  const char *reason;

  if (!get_anchor (work, TRUE, &anchor, &reason))
    set_unplaced (work, unplaced_value (work->slots), N_ ("the time meant is not known"));
  else if (is_shorter_than_day (work->slots->unit))
    set_day (work, anchor, reason);
  else
    set_period (work, sl_period_of (work->slots->unit, anchor), reason);
}

/* ---- durations and sets ---------------------------------------------------------------------------- */

static void
resolve_duration (Work *work)
{
  const SlSlots *slots = work->slots;
  g_autofree char *count = NULL;

  if (slots->count < 0)
    count = g_strdup ("X");
  else if (slots->tenths > 0)
    count = g_strdup_printf ("%" G_GINT64_FORMAT ".%d", slots->count, slots->tenths);
  else
    count = g_strdup_printf ("%" G_GINT64_FORMAT, slots->count);
  work->type = SL_TIMEX_DURATION;
  work->value = sl_unit_format_duration (slots->unit, count);
  work->reason = N_ ("a length of time");
}

/* "the past three months": a length, which ends or begins at publication. */
static void
resolve_span (Work *work)
{
  const SlSlots *slots = work->slots;
  SlDay anchor, other;
  const char *reason;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int step = has (slots->direction) ? step_of (slots->direction) : -1;

  resolve_duration (work);
  if (step == 0 || !get_anchor (work, has (slots->direction) && ABS (slots->direction) > 1, &anchor, &reason))
    return;
  work->reason = reason;
  if (slots->count < 0 || slots->count > 10000 || is_shorter_than_day (slots->unit))
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
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, has (slots->ordinal) ? slots->ordinal : slots->count < 0 ? 2
                                                                                                                           : slots->count);
  if (slots->frequency != NULL)
    return g_strdup (slots->frequency);
  if (slots->weekday > 0)
    return slots->part != NULL ? g_strdup_printf ("XXXX-WXX-%dT%s", slots->weekday, slots->part) : g_strdup_printf ("XXXX-WXX-%d", slots->weekday);
  if (slots->month > 0)
    return g_strdup_printf ("XXXX-%02d", slots->month);
  if (has (slots->season))
    return g_strdup_printf ("XXXX-%s", ((const char *const[]) { "SP", "SU", "FA", "WI" })[slots->season]);
  if (slots->part != NULL)
    return g_strdup_printf ("XXXX-XX-XXT%s", slots->part);
  if (slots->unit != SL_UNIT_NONE)
    return sl_unit_format_duration (slots->unit, count);
  return g_strdup ("P1Y");
}

static void
resolve_set (Work *work)
{
  work->type = SL_TIMEX_SET;
  work->value = format_set (work->slots);
  work->reason = N_ ("a repeated time");
}

/* ---- times of day ------------------------------------------------------------------------------------ */

static gboolean
states_day (const SlSlots *slots)
{
  return has (slots->year) || slots->month > 0 || slots->weekday > 0 || has (slots->relative_day) || has (slots->day);
}

/* The day that a time of day is on. */
static void
resolve_its_day (Work *work)
{
  SlDay anchor;
  const char *reason;

  if (has (work->slots->relative_day))
    resolve_relative_day (work);
  else if (states_day (work->slots))
    has (work->slots->direction) ? resolve_relative (work) : resolve_date (work);
  else if (work->slots->direction == -1 && work->known->has_reference)
    set_day (work, sl_day_add_days (work->known->reference, -1), N_ ("relative to publication"));
  else if (get_anchor (work, !work->known->has_reference, &anchor, &reason))
    set_day (work, anchor, reason);
  else
    set_unplaced (work, "XXXX-XX-XX", N_ ("the day meant is not known"));
}

static void
resolve_part (Work *work)
{
  resolve_its_day (work);
  if (work->value != NULL && strchr (work->value, 'T') == NULL)
    add_part (work);
}

/* Seconds of the day, with what the part of the day tells of "at 8 in the evening". */
static int
clock_seconds (const SlSlots *slots)
{
  int seconds = slots->seconds;

  if (seconds < 0)
    return slots->part != NULL && strcmp (slots->part, "T24:00") == 0 ? 0 : 12 * 3600;
  if (slots->part != NULL && seconds < 12 * 3600
      && (strcmp (slots->part, "AF") == 0 || strcmp (slots->part, "EV") == 0 || (strcmp (slots->part, "NI") == 0 && seconds >= 6 * 3600)))
    seconds += 12 * 3600;
  return seconds % SL_SECONDS_PER_DAY;
}

static void
resolve_clock (Work *work)
{
  const SlSlots *slots = work->slots;
  int seconds = clock_seconds (slots);
  const char *zone = slots->zone != NULL ? slots->zone : "";
  char *value;

  resolve_its_day (work);
  if (work->value == NULL)
    return;
  if (strchr (work->value, 'T') != NULL)
    *strchr (work->value, 'T') = '\0';
  value = g_strdup_printf ("%sT%02d:%02d", work->value, seconds / 3600, seconds / 60 % 60);
  g_free (work->value);
  work->value = value;
  work->type = SL_TIMEX_TIME;
  if (work->edtf != NULL && strlen (work->edtf) == 10 && work->edtf[0] != 'X')
    {
      char *edtf = g_strdup_printf ("%sT%02d:%02d%s", work->edtf, seconds / 3600, seconds / 60 % 60, zone);

      g_free (work->edtf);
      work->edtf = edtf;
    }
}

/* ---- holidays, longer periods --------------------------------------------------------------------------- */

/* "11-thu-4" is the fourth Thursday of November. */
static gboolean
parse_nth_weekday (const char *rule,
                   gint64      year,
                   SlDay      *day)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  int month = (int) g_ascii_strtoll (rule, NULL, 10);

  for (int i = 0; i < 7; i++)
    {
      const char *at = strstr (rule, names[i]);

      if (at == NULL || month < 1 || month > 12)
        continue;
      if (strcmp (at + 4, "last") == 0)
        *day = find_weekday (i + 1, (SlDay) { year, month, sl_day_days_in_month (year, month) }, -1, TRUE);
      else
        *day = sl_day_add_days (find_weekday (i + 1, (SlDay) { year, month, 1 }, 1, TRUE), 7 * (g_ascii_strtoll (at + 4, NULL, 10) - 1));
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_holiday (const char *rule,
              gint64      year,
              SlDay      *day)
{
  gboolean julian = g_str_has_prefix (rule, "pascha");

  if (julian || g_str_has_prefix (rule, "easter"))
    {
      *day = sl_day_add_days (julian ? sl_day_easter_julian (year) : sl_day_easter (year), g_ascii_strtoll (rule + 6, NULL, 10));
      return TRUE;
    }
  if (parse_nth_weekday (rule, year, day))
    return TRUE;
  *day = (SlDay) { year, (int) g_ascii_strtoll (rule, NULL, 10), strlen (rule) == 5 ? (int) g_ascii_strtoll (rule + 3, NULL, 10) : 0 };
  return sl_day_is_valid (*day);
}

static void
resolve_holiday (Work *work)
{
  const SlSlots *slots = work->slots;
  gint64 year = 2000;
  const char *reason = N_ ("stated in the text");
  SlDay day;

  if (!find_holiday (slots->holiday, year, &day))
    return;
  if (has (slots->year))
    year = slots->year;
  else if (!find_year (work, day.month, &year, &reason))
    {
      work->value = g_strdup_printf ("XXXX-%s", slots->holiday);
      if (strlen (slots->holiday) == 5)
        work->edtf = g_strdup (work->value);
      work->reason = N_ ("the year is not known");
      return;
    }
  if (year >= 1 && find_holiday (slots->holiday, year, &day))
    set_day (work, day, reason);
}

static void
resolve_decade (Work *work)
{
  set_period (work, (SlPeriod) { SL_UNIT_DECADE, { work->slots->decade, 1, 1 } }, N_ ("stated in the text"));
}

static void
resolve_century (Work *work)
{
  if (work->slots->ordinal < 1 || work->slots->ordinal > 99)
    return;
  set_period (work, (SlPeriod) { SL_UNIT_CENTURY, { (work->slots->ordinal - 1) * 100, 1, 1 } }, N_ ("stated in the text"));
}

static void
resolve_fraction_of_year (Work  *work,
                          SlUnit unit,
                          int    parts)
{
  const SlSlots *slots = work->slots;
  int months = 12 / parts;
  gint64 year;
  const char *reason = N_ ("stated in the text");

  if (!has (slots->ordinal) || slots->ordinal < 1 || slots->ordinal > parts)
    return;
  if (has (slots->year))
    year = slots->year;
  else if (!find_year (work, slots->ordinal * months, &year, &reason))
    {
      g_autofree char *value = g_strdup_printf ("XXXX-%c%d", unit == SL_UNIT_QUARTER ? 'Q' : 'H', slots->ordinal);

      set_unplaced (work, value, N_ ("the year is not known"));
      return;
    }
  else if (has (slots->direction) && work->known->has_reference)
    year = work->known->reference.year + step_of (slots->direction);
  set_period (work, (SlPeriod) { unit, { year, (slots->ordinal - 1) * months + 1, 1 } }, reason);
}

/* "Recently" is said of no day that one could name. */
static void
resolve_reference (Work *work)
{
  set_unplaced (work, work->slots->reference, N_ ("too vague to be dated"));
}

/* ---- public ----------------------------------------------------------------------------------------------- */

static void
resolve (Work     *work,
         SlAction  action)
{
  switch (action)
    {
    case SL_ACTION_DATE:
      resolve_date (work);
      break;
    case SL_ACTION_RELATIVE:
      resolve_relative (work);
      break;
    case SL_ACTION_SHIFT:
      resolve_shift (work);
      break;
    case SL_ACTION_DURATION:
      resolve_duration (work);
      break;
    case SL_ACTION_SPAN:
      resolve_span (work);
      break;
    case SL_ACTION_SET:
      resolve_set (work);
      break;
    case SL_ACTION_CLOCK:
      resolve_clock (work);
      break;
    case SL_ACTION_PART:
      resolve_part (work);
      break;
    case SL_ACTION_REFERENCE:
      resolve_reference (work);
      break;
    case SL_ACTION_SAME:
      resolve_same (work);
      break;
    case SL_ACTION_HOLIDAY:
      resolve_holiday (work);
      break;
    case SL_ACTION_DECADE:
      resolve_decade (work);
      break;
    case SL_ACTION_CENTURY:
      resolve_century (work);
      break;
    case SL_ACTION_QUARTER:
      resolve_fraction_of_year (work, SL_UNIT_QUARTER, 4);
      break;
    case SL_ACTION_HALF:
      resolve_fraction_of_year (work, SL_UNIT_HALF, 2);
      break;
    case SL_ACTION_RANGE:
      resolve_range (work);
      break;
    case SL_ACTION_NONE:
    default:
      break;
    }
}

static SlWhen *
make_when (const Work *work)
{
  SlWhen *when = NULL;

  /* Years outside of four digits, and zones EDTF does not know, are told by the value alone. */
  if (work->edtf != NULL)
    when = sl_when_new (work->edtf, work->reason, NULL);
  if (when == NULL)
    {
      when = sl_when_new_undated ();
      when->reason = g_strdup (work->reason);
    }
  return when;
}

/**
 * sl_resolver_resolve:
 * @self: what is known; the focus moves to the time found
 * @match: a match
 * @tense: which way the verb beside it points
 *
 * Places an expression on the calendar, as far as can be known. The rules are those
 * of TIMEX3 for the value; a time of which the year is not known stays without one.
 *
 * Returns: (transfer full) (nullable): the time, without its span; %NULL when the match is none
 */
SlTimex *
sl_resolver_resolve (SlResolver    *self,
                     const SlMatch *match,
                     SlTense        tense)
{
  SlSlots slots;
  Work work = { .known = self, .slots = &slots, .tense = tense, .type = SL_TIMEX_DATE };
  SlTimex *timex;

  sl_slots_read (&slots, match);
  resolve (&work, match->action);
  if (work.value == NULL)
    {
      g_free (work.edtf);
      return NULL;
    }
  if (work.has_day && work.day.year > 0 && work.day.year < 10000)
    {
      self->has_focus = TRUE;
      self->focus = work.day;
    }
  timex = g_new0 (SlTimex, 1);
  timex->type = work.type;
  timex->value = g_steal_pointer (&work.value);
  timex->when = make_when (&work);
  g_free (work.edtf);
  return timex;
}

/**
 * sl_resolver_is_fixed:
 * @self: what is known
 * @match: a match
 * @day: (out): the day
 *
 * Whether a match is a day whose weekday fixes its year: such a day can lend its year to others of the same text.
 */
gboolean
sl_resolver_is_fixed (SlResolver    *self,
                      const SlMatch *match,
                      SlDay         *day)
{
  SlSlots slots;

  if (match->action != SL_ACTION_DATE && match->action != SL_ACTION_CLOCK && match->action != SL_ACTION_PART)
    return FALSE;
  sl_slots_read (&slots, match);
  if (slots.weekday == 0 || slots.month == 0 || !has (slots.day))
    return FALSE;
  if (has (slots.year))
    {
      *day = (SlDay) { slots.year, slots.month, slots.day };
      return weekday_fits (&slots, *day);
    }
  return year_by_weekday (&slots, sl_day_from_seconds (self->now), get_limit (self), day);
}
