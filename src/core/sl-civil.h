/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_SECONDS_PER_DAY 86400

/* The years whose every second fits into 64 bits of UTC seconds, with room for zones. */
#define SL_CIVIL_YEAR_MIN (-292000000000LL)
#define SL_CIVIL_YEAR_MAX 292000000000LL

/**
 * SlCivil:
 * @year: astronomical year: 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the proleptic Gregorian calendar.
 */
typedef struct
{
  gint64 year;
  int    month;
  int    day;
} SlCivil;

gboolean sl_civil_is_leap_year  (gint64   year);
int      sl_civil_days_in_month (gint64   year,
                                 int      month);
gboolean sl_civil_is_valid      (SlCivil  civil);
gint64   sl_civil_to_days       (SlCivil  civil);
SlCivil  sl_civil_from_days     (gint64   days);
gint64   sl_civil_to_seconds    (SlCivil  civil);
SlCivil  sl_civil_from_seconds  (gint64   seconds);
SlCivil  sl_civil_add_days      (SlCivil  civil,
                                 gint64   days);
SlCivil  sl_civil_add_months    (SlCivil  civil,
                                 gint64   months);
int      sl_civil_get_weekday   (SlCivil  civil);
SlCivil  sl_civil_week_start    (SlCivil  civil);
SlCivil  sl_civil_iso_week      (gint64   year,
                                 int      week);
int      sl_civil_get_iso_week  (SlCivil  civil,
                                 gint64  *week_year);
SlCivil  sl_civil_easter        (gint64   year);
SlCivil  sl_civil_easter_julian (gint64   year);

G_END_DECLS
