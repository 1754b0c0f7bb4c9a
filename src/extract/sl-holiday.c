/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-holiday.h"

#include <string.h>

/* "11-thu-4" is the fourth Thursday of November, "11-thu-4+1" the day after it. */
static gboolean
parse_nth_weekday (const char *rule,
                   gint64      year,
                   SlDay      *day)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  int month = (int) g_ascii_strtoll (rule, NULL, 10);

  for (int i = 0; i < 7; i++)
    {
      const char *at = strstr (rule, names[i]), *offset;

      if (at == NULL || month < 1 || month > 12)
        continue;
      offset = strchr (at, '+');
      if (g_str_has_prefix (at + 4, "last"))
        *day = sl_day_find_weekday (i + 1, (SlDay) { year, month, sl_day_days_in_month (year, month) }, -1, TRUE);
      else
        *day = sl_day_add_days (sl_day_find_weekday (i + 1, (SlDay) { year, month, 1 }, 1, TRUE), 7 * (g_ascii_strtoll (at + 4, NULL, 10) - 1));
      if (offset != NULL)
        *day = sl_day_add_days (*day, g_ascii_strtoll (offset, NULL, 10));
      return TRUE;
    }
  return FALSE;
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
  if (parse_nth_weekday (rule, year, day))
    return TRUE;
  *day = (SlDay) { year, (int) g_ascii_strtoll (rule, NULL, 10), strlen (rule) == 5 ? (int) g_ascii_strtoll (rule + 3, NULL, 10) : 0 };
  return sl_day_is_valid (*day);
}
