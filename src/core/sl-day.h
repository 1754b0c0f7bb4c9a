/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_SECONDS_PER_DAY 86400

/* The years whose every second fits into 64 bits of UTC seconds, with room for zones. */
#define SL_YEAR_MIN (-292000000000LL)
#define SL_YEAR_MAX 292000000000LL

/**
 * SlDay:
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
} SlDay;

gboolean sl_day_is_leap_year  (gint64    year);
int      sl_day_days_in_month (gint64    year,
                               int       month);
gboolean sl_day_is_valid      (SlDay     day);
gint64   sl_day_to_days       (SlDay     day);
SlDay    sl_day_from_days     (gint64    days);
gint64   sl_day_to_seconds    (SlDay     day);
SlDay    sl_day_from_seconds  (gint64    seconds);
SlDay    sl_day_add_days      (SlDay     day,
                               gint64    days);
SlDay    sl_day_add_months    (SlDay     day,
                               gint64    months);
int      sl_day_get_weekday   (SlDay     day);
SlDay    sl_day_find_weekday  (int       weekday,
                               SlDay     anchor,
                               int       direction,
                               gboolean  including);
SlDay    sl_day_week_start    (SlDay     day);
SlDay    sl_day_iso_week      (gint64    year,
                               int       week);
int      sl_day_get_iso_week  (SlDay     day,
                               gint64   *week_year);
SlDay    sl_day_easter        (gint64    year);
SlDay    sl_day_easter_julian (gint64    year);

G_END_DECLS
