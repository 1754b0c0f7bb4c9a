/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlCivil:
 * @year: astronomical: 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to 31
 * @weekday: 1 Monday to 7 Sunday
 *
 * A moment on the proleptic Gregorian calendar, UTC.
 */
typedef struct
{
  gint64 year;
  int    month;
  int    day;
  int    hour;
  int    minute;
  int    second;
  int    weekday;
} SlCivil;

SlCivil sl_civil_from_seconds  (gint64 seconds);
gint64  sl_civil_to_seconds    (gint64 year,
                                int    month,
                                int    day,
                                int    hour,
                                int    minute,
                                int    second);

G_END_DECLS
