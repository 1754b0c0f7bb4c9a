/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-instant.h"

#include "reader/sl-month.h"

#include <string.h>

/* Pages are not older than the web's first archives of print, and do not come from the far future. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* A date is looked for in so much of a text at most. */
#define MAX_TEXT_BYTES 400

/* A point in time as far as it was said; -1 where nothing was. */
typedef struct
{
  int  year;
  int  month;
  int  day;
  int  hour;
  int  minute;
  int  second;
  char zone[8];
} Parts;

static const Parts nothing = { -1, -1, -1, -1, -1, -1, "" };

static gboolean
is_day (const Parts *parts)
{
  return parts->year >= FIRST_YEAR && parts->year <= LAST_YEAR
         && parts->month >= 1 && parts->month <= 12
         && parts->day >= 1 && parts->day <= 31
         && g_date_valid_dmy ((GDateDay) parts->day, (GDateMonth) parts->month, (GDateYear) parts->year);
}

static char *
format (const Parts *parts)
{
  GString *out;

  if (!is_day (parts))
    return NULL;
  out = g_string_new (NULL);
  g_string_append_printf (out, "%04d-%02d-%02d", parts->year, parts->month, parts->day);
  if (parts->hour >= 0 && parts->hour <= 23 && parts->minute >= 0 && parts->minute <= 59)
    {
      g_string_append_printf (out, "T%02d:%02d", parts->hour, parts->minute);
      g_string_append_printf (out, ":%02d", CLAMP (parts->second, 0, 59));
      g_string_append (out, parts->zone);
    }
  return g_string_free_and_steal (out);
}

/* Exactly @count digits; -1 when there are others. */
static int
digits (const char *at,
        int         count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return -1;
      value = value * 10 + (at[i] - '0');
    }
  return value;
}

/* One or two digits; moves past them. */
static int
short_number (const char **at)
{
  int value = -1;

  for (int i = 0; i < 2 && g_ascii_isdigit (**at); i++, (*at)++)
    value = MAX (value, 0) * 10 + (**at - '0');
  return g_ascii_isdigit (**at) ? -1 : value;
}

static void
take_zone (const char *at,
           Parts      *parts)
{
  int hours;
  int minutes = 0;

  at += strspn (at, " ");
  if (*at == 'Z' || *at == 'z' || g_str_has_prefix (at, "UTC") || g_str_has_prefix (at, "GMT"))
    {
      g_strlcpy (parts->zone, "Z", sizeof parts->zone);
      at += *at == 'U' || *at == 'G' ? 3 : 1;
    }
  if (*at != '+' && *at != '-')
    return;
  hours = digits (at + 1, 2);
  if (hours >= 0 && at[3] == ':')
    minutes = digits (at + 4, 2);
  else if (hours >= 0 && g_ascii_isdigit (at[3]))
    minutes = digits (at + 3, 2);
  if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59)
    return;
  g_snprintf (parts->zone, sizeof parts->zone, "%c%02d:%02d", *at, hours, minutes);
}

/* "pm", "p.m.", "AM" */
static void
take_half_of_day (const char **at,
                  int         *hour)
{
  char half = g_ascii_tolower (**at);
  const char *m = *at + 1 + ((*at)[0] != '\0' && (*at)[1] == '.');

  if ((half != 'a' && half != 'p') || g_ascii_tolower (*m) != 'm')
    return;
  if (half == 'p' && *hour < 12)
    *hour += 12;
  else if (half == 'a' && *hour == 12)
    *hour = 0;
  *at = m + 1 + (m[1] == '.');
}

/* "12:34", "12:34:56.789", "4:05 pm", "12.34 Uhr", "12h34", with a zone after it or not. */
static gboolean
take_time (const char *at,
           Parts      *parts)
{
  int hour = short_number (&at);
  char separator = *at;

  if (hour < 0 || hour > 23 || strchr (":.hH", separator) == NULL || separator == '\0' || digits (at + 1, 2) < 0)
    return FALSE;
  parts->minute = digits (at + 1, 2);
  at += 3;
  if (separator == '.' && !g_str_has_prefix (at + strspn (at, " "), "Uhr"))
    return FALSE;
  if (separator == ':' && *at == ':' && digits (at + 1, 2) >= 0)
    {
      parts->second = digits (at + 1, 2);
      at += 3;
      if (*at == '.' || *at == ',')
        at += 1 + strspn (at + 1, "0123456789");
    }
  at += strspn (at, " ");
  take_half_of_day (&at, &hour);
  parts->hour = hour;
  take_zone (at, parts);
  return parts->minute <= 59;
}

/* "2025-11-23", "2025/11/23", "20251123", with a time after it or not. */
static gboolean
take_iso (const char *at,
          Parts      *parts)
{
  gboolean compact = digits (at, 8) >= 0 && !g_ascii_isdigit (at[8]);

  parts->year = digits (at, 4);
  if (parts->year < 0)
    return FALSE;
  if (compact)
    {
      parts->month = digits (at + 4, 2);
      parts->day = digits (at + 6, 2);
      at += 8;
    }
  else
    {
      char separator = at[4];

      at += 5;
      if (strchr ("-/.", separator) == NULL || separator == '\0' || (parts->month = short_number (&at)) < 0 || *at != separator)
        return FALSE;
      at++;
      parts->day = short_number (&at);
    }
  if (!is_day (parts))
    return FALSE;
  if (*at == 'T' || *at == 't' || *at == ' ')
    at += 1 + strspn (at + 1, " ");
  if (compact && digits (at, 6) >= 0)
    {
      parts->hour = digits (at, 2);
      parts->minute = digits (at + 2, 2);
      parts->second = digits (at + 4, 2);
      take_zone (at + 6, parts);
    }
  else
    take_time (at, parts);
  return TRUE;
}

/* Seconds or milliseconds since 1970. */
static gboolean
take_epoch (const char *at,
            Parts      *parts)
{
  gsize length = strspn (at, "0123456789");
  g_autoptr (GDateTime) instant = NULL;
  gint64 seconds;

  if ((length != 10 && length != 13) || at[length] != '\0')
    return FALSE;
  seconds = g_ascii_strtoll (at, NULL, 10) / (length == 13 ? 1000 : 1);
  instant = g_date_time_new_from_unix_utc (seconds);
  if (instant == NULL)
    return FALSE;
  g_date_time_get_ymd (instant, &parts->year, &parts->month, &parts->day);
  parts->hour = g_date_time_get_hour (instant);
  parts->minute = g_date_time_get_minute (instant);
  parts->second = g_date_time_get_second (instant);
  g_strlcpy (parts->zone, "Z", sizeof parts->zone);
  return is_day (parts);
}

/* "25.04.24": with leading zeros and dots it is a day first, too. */
static gboolean
take_short_year (const char *at,
                 Parts      *parts)
{
  if (digits (at, 2) < 0 || at[2] != '.' || digits (at + 3, 2) < 0 || at[5] != '.' || digits (at + 6, 2) < 0 || g_ascii_isdigit (at[8]) || at[8] == '.')
    return FALSE;
  parts->day = digits (at, 2);
  parts->month = digits (at + 3, 2);
  parts->year = 2000 + digits (at + 6, 2);
  return is_day (parts);
}

/* "23.11.2025" is day first everywhere; "23/11/2025" is so but in the United States, and where both
 * numbers could be a month only a full language tag tells. */
static gboolean
take_numeric (const char **at,
              const char  *language,
              Parts       *parts)
{
  int first = short_number (at);
  char separator = **at;
  gboolean american = language != NULL && g_ascii_strcasecmp (language, "en-us") == 0;
  gboolean unsure = language == NULL || g_ascii_strcasecmp (language, "en") == 0;
  int second;

  if (first < 1 || (separator != '.' && separator != '/' && separator != '-'))
    return FALSE;
  (*at)++;
  while (separator == '.' && **at == ' ')
    (*at)++;
  second = short_number (at);
  if (second < 1 || **at != separator)
    return FALSE;
  (*at)++;
  while (separator == '.' && **at == ' ')
    (*at)++;
  parts->year = digits (*at, 4);
  if (parts->year < 0 || g_ascii_isdigit ((*at)[4]))
    return FALSE;
  *at += 4;
  if (separator != '.' && unsure && first <= 12 && second <= 12 && first != second)
    return FALSE;
  if (separator == '/' && (second > 12 || (american && first <= 12)))
    {
      parts->month = first;
      parts->day = second;
    }
  else
    {
      parts->day = first;
      parts->month = second;
    }
  return is_day (parts);
}

/* "2025年11月23日" */
static gboolean
take_east_asian (const char *at,
                 Parts      *parts)
{
  static const char *const marks[2][3] = { { "年", "月", "日" }, { "년", "월", "일" } };

  parts->year = digits (at, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (marks) && parts->year > 0; i++)
    {
      const char *next = at + 4;

      if (!g_str_has_prefix (next, marks[i][0]))
        continue;
      next += strlen (marks[i][0]);
      next += strspn (next, " ");
      parts->month = short_number (&next);
      if (!g_str_has_prefix (next, marks[i][1]))
        continue;
      next += strlen (marks[i][1]);
      next += strspn (next, " ");
      parts->day = short_number (&next);
      return g_str_has_prefix (next, marks[i][2]) && is_day (parts);
    }
  return FALSE;
}

static const char *
skip_filling (const char *at)
{
  static const char *const fillings[] = { " ", ".", ",", "st ", "nd ", "rd ", "th ", "st,", "nd,", "rd,", "th,", "º", "de ", "of ", "d’", "\xc2\xa0" };

  for (gboolean moved = TRUE; moved;)
    {
      moved = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (fillings); i++)
        {
          if (g_str_has_prefix (at, fillings[i]))
            {
              at += strlen (fillings[i]);
              moved = TRUE;
            }
        }
    }
  return at;
}

static gboolean
take_year (const char **at,
           Parts       *parts)
{
  parts->year = digits (*at, 4);
  if (parts->year < 0 || g_ascii_isdigit ((*at)[4]))
    return FALSE;
  *at += 4;
  return is_day (parts);
}

/* "23 November 2025", "23. November 2025", "23 de noviembre de 2025" */
static gboolean
take_day_month (const char         **at,
                const SlMonthNames  *names,
                Parts               *parts)
{
  parts->day = short_number (at);
  if (parts->day < 1)
    return FALSE;
  *at = skip_filling (*at);
  if (**at == '-' || **at == '/')
    (*at)++;
  parts->month = sl_month_names_match (names, at);
  if (parts->month < 1)
    return FALSE;
  *at = skip_filling (*at);
  if (**at == '-' || **at == '/')
    (*at)++;
  return take_year (at, parts);
}

/* "November 23, 2025" */
static gboolean
take_month_day (const char         **at,
                const SlMonthNames  *names,
                Parts               *parts)
{
  parts->month = sl_month_names_match (names, at);
  if (parts->month < 1)
    return FALSE;
  *at = skip_filling (*at);
  parts->day = short_number (at);
  if (parts->day < 1)
    return FALSE;
  *at = skip_filling (*at);
  return take_year (at, parts);
}

/* A time of day that stands close after a date. */
static void
take_time_nearby (const char *at,
                  Parts      *parts)
{
  for (int i = 0; i < 16 && *at != '\0'; i++)
    {
      Parts with_time = *parts;

      if (g_ascii_isdigit (*at) && (i == 0 || !g_ascii_isdigit (at[-1])))
        {
          if (take_time (at, &with_time))
            *parts = with_time;
          return;
        }
      at = g_utf8_next_char (at);
    }
}

/* Names of months take long to come by; many dates have none. */
static const SlMonthNames *
need_names (SlMonthNames **names,
            const char    *language)
{
  if (*names == NULL)
    *names = sl_month_names_new (language);
  return *names;
}

static gboolean
take_words (const char    *at,
            const char    *language,
            SlMonthNames **names,
            Parts         *parts)
{
  const char *next = at;

  if (g_ascii_isdigit (*at))
    {
      *parts = nothing;
      if (take_iso (at, parts))
        return TRUE;
      *parts = nothing;
      if (take_east_asian (at, parts))
        return TRUE;
      *parts = nothing;
      if (take_numeric (&next, language, parts))
        {
          take_time_nearby (next, parts);
          return TRUE;
        }
      next = at;
      *parts = nothing;
      if (take_short_year (at, parts))
        {
          take_time_nearby (at + 8, parts);
          return TRUE;
        }
      *parts = nothing;
      if (!take_day_month (&next, need_names (names, language), parts))
        return FALSE;
    }
  else
    {
      *parts = nothing;
      if (!take_month_day (&next, need_names (names, language), parts))
        return FALSE;
    }
  take_time_nearby (next, parts);
  return TRUE;
}

/**
 * sl_instant_parse:
 * @text: value of a metadata field
 * @language: (nullable): language of the page, for names of months and the order of numbers
 *
 * Reads a date as metadata fields hold them: ISO 8601 and its relatives, seconds since 1970, and
 * what sl_instant_find() finds.
 *
 * Nothing is completed: what has no time of day gives a day, what has no zone gives none. A day whose
 * numbers could be read in two ways is not read.
 *
 * Returns: (transfer full) (nullable): "2025-11-23", "2025-11-23T10:00:00" or "2025-11-23T10:00:00+02:00"
 */
char *
sl_instant_parse (const char *text,
                  const char *language)
{
  Parts parts = nothing;

  if (text == NULL)
    return NULL;
  text += strspn (text, " \t\n\r");
  if (take_iso (text, &parts))
    return format (&parts);
  parts = nothing;
  if (take_epoch (text, &parts))
    return format (&parts);
  return sl_instant_find (text, language);
}

/**
 * sl_instant_find:
 * @text: some words, of which the beginning is looked at
 * @language: (nullable): language of the page
 *
 * Finds the first full date, with a year, in words or numbers.
 *
 * Returns: (transfer full) (nullable): the date as sl_instant_parse() gives it
 */
char *
sl_instant_find (const char *text,
                 const char *language)
{
  g_autoptr (SlMonthNames) names = NULL;
  const char *start = text;
  gboolean word = FALSE;

  if (text == NULL || strpbrk (text, "0123456789") == NULL)
    return NULL;
  for (; *text != '\0' && text - start < MAX_TEXT_BYTES; text = g_utf8_next_char (text))
    {
      gboolean was_word = word;
      Parts parts;

      word = g_unichar_isalnum (g_utf8_get_char (text));
      if (word && !was_word && take_words (text, language, &names, &parts))
        return format (&parts);
    }
  return NULL;
}

/* "/2025-11/23/" and "/23-11-2025": a part of the path, or two of them. */
static gboolean
take_path (const char *at,
           Parts      *parts)
{
  if (digits (at, 4) >= 0 && at[4] == '-' && digits (at + 5, 2) >= 0 && at[7] == '/' && digits (at + 8, 2) >= 0 && !g_ascii_isdigit (at[10]))
    {
      parts->year = digits (at, 4);
      parts->month = digits (at + 5, 2);
      parts->day = digits (at + 8, 2);
      return is_day (parts);
    }
  if (at[-1] != '/' || digits (at, 2) < 0 || at[2] != '-' || digits (at + 3, 2) < 0 || at[5] != '-' || digits (at + 6, 4) < 0 || g_ascii_isalnum (at[10]))
    return FALSE;
  parts->day = digits (at, 2);
  parts->month = digits (at + 3, 2);
  parts->year = digits (at + 6, 4);
  return parts->day > 12 && is_day (parts);
}

/**
 * sl_instant_find_in_url:
 * @url: (nullable): an address
 *
 * Finds the day that many sites have in the paths of their articles, like "/2025/11/23/", "-20251123-" or "/23-11-2025".
 *
 * Returns: (transfer full) (nullable): the day
 */
char *
sl_instant_find_in_url (const char *url)
{
  for (const char *at = url; at != NULL && *at != '\0'; at++)
    {
      Parts parts = nothing;

      if (!g_ascii_isdigit (*at) || at == url || g_ascii_isdigit (at[-1]))
        continue;
      if (take_path (at, &parts))
        return format (&parts);
      parts = nothing;
      if (g_str_has_prefix (at, "19") || g_str_has_prefix (at, "20"))
        {
          if (take_iso (at, &parts))
            {
              parts.hour = -1;
              return format (&parts);
            }
        }
    }
  return NULL;
}
