/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-day.h"

G_BEGIN_DECLS

typedef enum
{
  SL_UNIT_NONE,
  SL_UNIT_SECOND,
  SL_UNIT_MINUTE,
  SL_UNIT_HOUR,
  SL_UNIT_DAY,
  SL_UNIT_NIGHT,
  SL_UNIT_WEEK,
  SL_UNIT_FORTNIGHT,
  SL_UNIT_WEEKEND,
  SL_UNIT_MONTH,
  SL_UNIT_QUARTER,
  SL_UNIT_HALF,
  SL_UNIT_SEASON,
  SL_UNIT_YEAR,
  SL_UNIT_DECADE,
  SL_UNIT_CENTURY,
  SL_UNIT_MILLENNIUM,
} SlUnit;

/* Which part of a period is meant. */
typedef enum
{
  SL_THIRD_ALL,
  SL_THIRD_EARLY,
  SL_THIRD_MIDDLE,
  SL_THIRD_LATE,
} SlThird;

/**
 * SlPeriod:
 * @unit: what kind of period; a day or longer
 * @first: its first day
 *
 * A period of the calendar: one day, week, month, …
 */
typedef struct
{
  SlUnit unit;
  SlDay  first;
} SlPeriod;

SlUnit   sl_unit_from_name       (const char *name);
char    *sl_unit_format_duration (SlUnit      unit,
                                  const char *count);
SlUnit   sl_unit_halve           (SlUnit      unit,
                                  gint64     *count);
char    *sl_unit_format_half     (SlUnit      unit,
                                  gint64      count);
SlPeriod sl_period_of            (SlUnit      unit,
                                  SlDay       day);
SlPeriod sl_period_move          (SlPeriod    period,
                                  gint64      count);
SlDay    sl_period_get_last      (SlPeriod    period);
char    *sl_period_format_value  (SlPeriod    period);
char    *sl_period_format_edtf   (SlPeriod    period,
                                  SlThird     third);

G_END_DECLS
