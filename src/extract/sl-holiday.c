/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-holiday.h"

#include <string.h>

/* 1 for "mon" to 7; 0 for none. */
static int
find_weekday (const char *name)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (int i = 0; i < 7; i++)
    if (g_str_has_prefix (name, names[i]))
      return i + 1;
  return 0;
}

/* "11-thu-4" is the fourth Thursday of November, "11-thu-4+1" the day after it. */
static gboolean
parse_nth_weekday (const char *rule,
                   gint64      year,
                   SlDay      *day)
{
  int month = (int) g_ascii_strtoll (rule, NULL, 10);
  int weekday = strlen (rule) > 7 ? find_weekday (rule + 3) : 0;
  const char *offset;

  if (weekday == 0 || month < 1 || month > 12)
    return FALSE;
  if (g_str_has_prefix (rule + 7, "last"))
    *day = sl_day_find_weekday (weekday, (SlDay) { year, month, sl_day_days_in_month (year, month) }, -1, TRUE);
  else
    *day = sl_day_add_days (sl_day_find_weekday (weekday, (SlDay) { year, month, 1 }, 1, TRUE), 7 * (g_ascii_strtoll (rule + 7, NULL, 10) - 1));
  offset = strchr (rule + 7, '+');
  if (offset != NULL)
    *day = sl_day_add_days (*day, g_ascii_strtoll (offset, NULL, 10));
  return TRUE;
}

/* "before-12-25-sun-4" is the fourth Sunday before Christmas, the first of Advent. */
static gboolean
parse_weekday_before (const char *rule,
                      gint64      year,
                      SlDay      *day)
{
  static const char prefix[] = "before-";
  SlDay border = { year, 0, 0 };
  int weekday;

  if (!g_str_has_prefix (rule, prefix) || strlen (rule) < strlen (prefix) + strlen ("12-25-sun-1"))
    return FALSE;
  rule += strlen (prefix);
  border.month = (int) g_ascii_strtoll (rule, NULL, 10);
  border.day = (int) g_ascii_strtoll (rule + 3, NULL, 10);
  weekday = find_weekday (rule + 6);
  if (weekday == 0 || !sl_day_is_valid (border))
    return FALSE;
  *day = sl_day_add_days (sl_day_find_weekday (weekday, border, -1, FALSE), -7 * (g_ascii_strtoll (rule + 10, NULL, 10) - 1));
  return TRUE;
}

/**
 * sl_holiday_find:
 * @rule: rule of a holiday, as in a language file
 * @year: 1 or later
 * @day: (out): the day
 *
 * Returns: whether @rule is one and gives a day in @year
 */
gboolean
sl_holiday_find (const char *rule,
                 gint64      year,
                 SlDay      *day)
{
  gboolean julian = g_str_has_prefix (rule, "pascha");

  if (julian || g_str_has_prefix (rule, "easter"))
    {
      *day = sl_day_add_days (julian ? sl_day_easter_julian (year) : sl_day_easter (year), g_ascii_strtoll (rule + 6, NULL, 10));
      return TRUE;
    }
  if (parse_nth_weekday (rule, year, day) || parse_weekday_before (rule, year, day))
    return TRUE;
  *day = (SlDay) { year, (int) g_ascii_strtoll (rule, NULL, 10), strlen (rule) == 5 ? (int) g_ascii_strtoll (rule + 3, NULL, 10) : 0 };
  return sl_day_is_valid (*day);
}
