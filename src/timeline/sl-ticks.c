/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-ticks.h"

#include "core/sl-day.h"

#include <inttypes.h>
#include <math.h>

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MINUTE_S 60.0
#define HOUR_S 3600.0
#define DAY_S 86400.0
#define MONTH_S (30.436875 * DAY_S)
#define YEAR_S (365.2425 * DAY_S)

/* No view has more; it bounds the work whatever the numbers are. */
#define MAX_CELLS 4096

/*
 * The steps a ruler can take, from fine to coarse: seconds they last on average, and how many
 * characters their labels have.
 */
typedef struct
{
  SlTickUnit unit;
  int        step;
  double     average_s;
  int        label_chars;
} Step;

static const Step steps[] = {
  { SL_TICK_MINUTE, 1, MINUTE_S, 5 },
  { SL_TICK_MINUTE, 5, 5 * MINUTE_S, 5 },
  { SL_TICK_MINUTE, 15, 15 * MINUTE_S, 5 },
  { SL_TICK_MINUTE, 30, 30 * MINUTE_S, 5 },
  { SL_TICK_HOUR, 1, HOUR_S, 5 },
  { SL_TICK_HOUR, 3, 3 * HOUR_S, 5 },
  { SL_TICK_HOUR, 6, 6 * HOUR_S, 5 },
  { SL_TICK_HOUR, 12, 12 * HOUR_S, 5 },
  { SL_TICK_DAY, 1, DAY_S, 2 },
  { SL_TICK_DAY, 2, 2 * DAY_S, 2 },
  { SL_TICK_DAY, 7, 7 * DAY_S, 2 },
  { SL_TICK_MONTH, 1, MONTH_S, 4 },
  { SL_TICK_MONTH, 3, 3 * MONTH_S, 4 },
  { SL_TICK_MONTH, 6, 6 * MONTH_S, 4 },
  { SL_TICK_YEAR, 1, YEAR_S, 4 },
  { SL_TICK_YEAR, 2, 2 * YEAR_S, 4 },
  { SL_TICK_YEAR, 5, 5 * YEAR_S, 4 },
  { SL_TICK_YEAR, 10, 10 * YEAR_S, 4 },
  { SL_TICK_YEAR, 20, 20 * YEAR_S, 4 },
  { SL_TICK_YEAR, 50, 50 * YEAR_S, 4 },
  { SL_TICK_YEAR, 100, 100 * YEAR_S, 4 },
  { SL_TICK_YEAR, 500, 500 * YEAR_S, 4 },
  { SL_TICK_YEAR, 1000, 1000 * YEAR_S, 5 },
};

static const Step upper_day = { SL_TICK_DAY, 1, DAY_S, 12 };
static const Step upper_month = { SL_TICK_MONTH, 1, MONTH_S, 14 };
static const Step upper_year = { SL_TICK_YEAR, 1, YEAR_S, 4 };

static gint64
floor_to (gint64 value,
          gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static gint64
month_to_seconds (gint64 months)
{
  gint64 year = floor_to (months, 12) / 12;

  return sl_civil_to_seconds (year, (int) (months - year * 12) + 1, 1, 0, 0, 0);
}

/* Every second day counts anew in each month, and the last of its cells has two days or three. */
static gint64
second_day_before (const SlCivil *civil)
{
  int day = civil->day - (civil->day - 1) % 2;

  if (day + 1 > sl_day_days_in_month (civil->year, civil->month))
    day -= 2;
  return sl_civil_to_seconds (civil->year, civil->month, day, 0, 0, 0);
}

static gint64
second_day_after (const SlCivil *civil)
{
  int days = sl_day_days_in_month (civil->year, civil->month);
  int day = civil->day + 2;

  /* The last cell ends with the month. */
  if (day + 1 > days)
    return sl_civil_to_seconds (civil->year, civil->month, days, 0, 0, 0) + (gint64) DAY_S;
  return sl_civil_to_seconds (civil->year, civil->month, day, 0, 0, 0);
}

static gint64
day_before (gint64 seconds,
            int    step)
{
  const gint64 monday = 4 * (gint64) DAY_S; /* 5 January 1970 */

  if (step == 1)
    return floor_to (seconds, (gint64) DAY_S);
  if (step == 7)
    return floor_to (seconds - monday, 7 * (gint64) DAY_S) + monday;

  SlCivil civil = sl_civil_from_seconds (seconds);
  return second_day_before (&civil);
}

/* The last boundary of @step at or before a moment. */
static gint64
boundary_before (gint64      seconds,
                 const Step *step)
{
  SlCivil civil = sl_civil_from_seconds (seconds);

  switch (step->unit)
    {
    case SL_TICK_MINUTE:
    case SL_TICK_HOUR:
      return floor_to (seconds, (gint64) step->average_s);
    case SL_TICK_DAY:
      return day_before (seconds, step->step);
    case SL_TICK_MONTH:
      return month_to_seconds (floor_to (civil.year * 12 + civil.month - 1, step->step));
    case SL_TICK_YEAR:
    default:
      return sl_civil_to_seconds (floor_to (civil.year, step->step), 1, 1, 0, 0, 0);
    }
}

/* The boundary that follows the boundary at @seconds. */
static gint64
boundary_after (gint64      seconds,
                const Step *step)
{
  SlCivil civil = sl_civil_from_seconds (seconds);

  switch (step->unit)
    {
    case SL_TICK_MINUTE:
    case SL_TICK_HOUR:
      return seconds + (gint64) step->average_s;
    case SL_TICK_DAY:
      return step->step == 2 ? second_day_after (&civil) : seconds + (gint64) step->average_s;
    case SL_TICK_MONTH:
      return month_to_seconds (civil.year * 12 + civil.month - 1 + step->step);
    case SL_TICK_YEAR:
    default:
      return sl_civil_to_seconds (civil.year + step->step, 1, 1, 0, 0, 0);
    }
}

static SlTickRow
fill_row (SlTimeScale  scale,
          const Step  *step)
{
  SlTickRow row = { step->unit, step->step, FALSE, g_array_new (FALSE, FALSE, sizeof (SlTick)) };
  gint64 end = sl_time_scale_get_end (scale);
  gint64 at = boundary_before (sl_time_scale_get_start (scale), step);

  while (at < end && row.cells->len < MAX_CELLS)
    {
      SlTick tick = { .seconds = at, .end = boundary_after (at, step), .civil = sl_civil_from_seconds (at) };

      tick.x_px = sl_time_scale_to_px (scale, tick.seconds);
      tick.w_px = sl_time_scale_to_px (scale, tick.end) - tick.x_px;
      tick.label_x_px = MAX (tick.x_px, 0);
      g_array_append_val (row.cells, tick);
      at = tick.end;
    }
  return row;
}

/* @min_px is meant for a label of five characters. */
static const Step *
choose_lower (double s_per_px,
              double min_px)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].average_s / s_per_px >= min_px * (steps[i].label_chars + 3) / 8.0)
        return &steps[i];
    }
  return &steps[G_N_ELEMENTS (steps) - 1];
}

/* Whether every boundary of @coarse is one of @fine. Weeks divide nothing. */
static gboolean
nests (const Step *fine,
       const Step *coarse)
{
  if (fine->unit == coarse->unit)
    return fine->step < coarse->step && coarse->step % fine->step == 0
           && (fine->unit != SL_TICK_DAY || fine->step == 1);
  return fine->unit < coarse->unit && !(fine->unit == SL_TICK_DAY && fine->step == 7);
}

static const Step *
choose_minor (double      s_per_px,
              double      min_px,
              const Step *lower)
{
  for (const Step *step = steps; step < lower; step++)
    {
      if (step->average_s / s_per_px >= min_px && nests (step, lower))
        return step;
    }
  return NULL;
}

static const Step *
choose_upper (const Step *lower)
{
  switch (lower->unit)
    {
    case SL_TICK_MINUTE:
    case SL_TICK_HOUR:
      return &upper_day;
    case SL_TICK_DAY:
      return &upper_month;
    case SL_TICK_MONTH:
      return &upper_year;
    case SL_TICK_YEAR:
    default:
      return NULL;
    }
}

static SlTickRow
fill_optional_row (SlTimeScale  scale,
                   const Step  *step)
{
  if (step != NULL)
    return fill_row (scale, step);
  return (SlTickRow) { SL_TICK_YEAR, 1, FALSE, g_array_new (FALSE, FALSE, sizeof (SlTick)) };
}

/**
 * sl_ticks_new:
 * @min_label_px: room that a label of five characters needs, with its margin; shorter ones get by with less
 * @min_minor_px: least distance of unlabelled ticks
 *
 * Makes the ruler of a view, stepping by the calendar: months and years have their own lengths.
 *
 * Returns: (transfer full): the ruler
 */
SlTicks *
sl_ticks_new (SlTimeScale scale,
              double      min_label_px,
              double      min_minor_px)
{
  SlTicks *self = g_new0 (SlTicks, 1);
  const Step *lower = choose_lower (scale.s_per_px, min_label_px);

  self->lower = fill_row (scale, lower);
  self->upper = fill_optional_row (scale, choose_upper (lower));
  self->upper.upper = TRUE;
  self->minor = fill_optional_row (scale, choose_minor (scale.s_per_px, min_minor_px, lower));
  return self;
}

void
sl_ticks_free (SlTicks *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lower.cells);
  g_array_unref (self->upper.cells);
  g_array_unref (self->minor.cells);
  g_free (self);
}

static const char *
short_month (int month)
{
  const char *const names[] = {
    C_ ("short month", "Jan"),
    C_ ("short month", "Feb"),
    C_ ("short month", "Mar"),
    C_ ("short month", "Apr"),
    C_ ("short month", "May"),
    C_ ("short month", "Jun"),
    C_ ("short month", "Jul"),
    C_ ("short month", "Aug"),
    C_ ("short month", "Sep"),
    C_ ("short month", "Oct"),
    C_ ("short month", "Nov"),
    C_ ("short month", "Dec"),
  };

  return names[month - 1];
}

static const char *
long_month (int month)
{
  const char *const names[] = {
    C_ ("month alone", "January"),
    C_ ("month alone", "February"),
    C_ ("month alone", "March"),
    C_ ("month alone", "April"),
    C_ ("month alone", "May"),
    C_ ("month alone", "June"),
    C_ ("month alone", "July"),
    C_ ("month alone", "August"),
    C_ ("month alone", "September"),
    C_ ("month alone", "October"),
    C_ ("month alone", "November"),
    C_ ("month alone", "December"),
  };

  return names[month - 1];
}

static char *
label_year (gint64 year)
{
  if (year > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, year);
  /* Translators: a year before the common era on the ruler of the timeline */
  return g_strdup_printf (_ ("%" PRId64 " BC"), 1 - year);
}

static char *
label_upper (const SlTickRow *row,
             const SlCivil   *civil)
{
  g_autofree char *year = label_year (civil->year);

  if (row->unit == SL_TICK_DAY)
    /* Translators: a day on the ruler of the timeline: day of the month, short month, year */
    return g_strdup_printf (C_ ("ruler", "%1$d %2$s %3$s"), civil->day, short_month (civil->month), year);
  if (row->unit == SL_TICK_MONTH)
    /* Translators: a month on the ruler of the timeline: month, year */
    return g_strdup_printf (C_ ("ruler", "%1$s %2$s"), long_month (civil->month), year);
  return g_steal_pointer (&year);
}

/**
 * sl_ticks_label:
 * @row: of the same ruler as @tick
 *
 * Gives the label of a cell in the language of the person. Minor ticks have none by design, but
 * would be labelled as lower ones.
 *
 * Returns: (transfer full): the label
 */
char *
sl_ticks_label (const SlTickRow *row,
                const SlTick    *tick)
{
  const SlCivil *civil = &tick->civil;

  if (row->upper)
    return label_upper (row, civil);

  switch (row->unit)
    {
    case SL_TICK_MINUTE:
    case SL_TICK_HOUR:
      return g_strdup_printf ("%02d:%02d", civil->hour, civil->minute);
    case SL_TICK_DAY:
      return g_strdup_printf ("%d", civil->day);
    case SL_TICK_MONTH:
      return g_strdup (short_month (civil->month));
    case SL_TICK_YEAR:
    default:
      return label_year (civil->year);
    }
}
