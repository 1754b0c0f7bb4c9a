/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-when.h"

/* Digits of one component; 'X' stands for any digit. */
#define MAX_DIGITS 24

enum
{
  QUALIFIER_UNCERTAIN = 1 << 0,
  QUALIFIER_APPROXIMATE = 1 << 1,
};

/**
 * Component:
 * @digits: (array zero-terminated=1): digits and X as they stand
 * @low: the number with 0 for each X
 * @high: the number with 9 for each X
 */
typedef struct
{
  char     digits[MAX_DIGITS + 1];
  gsize    count;
  gsize    at;
  gint64   low;
  gint64   high;
  gboolean unspecified;
} Component;

/* A date as it is being read. */
typedef struct
{
  SlEdtfReader *reader;
  Component     year;
  Component     month;          /* count 0 when absent */
  Component     day;            /* count 0 when absent */
  gboolean      negative;
  gboolean      long_year;
  gboolean      exponential;
  int           significant;    /* 0 when not stated */
  int           qualifiers;
  int           left_or_inner;  /* qualifiers other than the one that ends the date */
  int           level;
} Draft;

static gboolean
fail (const Draft  *draft,
      gsize         at,
      const char   *reason,
      GError      **error)
{
  return sl_edtf_fail (draft->reader, at, SL_EDTF_ERROR_SYNTAX, reason, error);
}

static gboolean
fail_range (const Draft  *draft,
            gsize         at,
            const char   *reason,
            GError      **error)
{
  return sl_edtf_fail (draft->reader, at, SL_EDTF_ERROR_RANGE, reason, error);
}

static int
take_qualifier (SlEdtfReader *reader)
{
  if (sl_edtf_take (reader, '?'))
    return QUALIFIER_UNCERTAIN;
  if (sl_edtf_take (reader, '~'))
    return QUALIFIER_APPROXIMATE;
  if (sl_edtf_take (reader, '%'))
    return QUALIFIER_UNCERTAIN | QUALIFIER_APPROXIMATE;
  return 0;
}

static gboolean
read_digits (Draft      *draft,
             Component  *component,
             gboolean    with_x,
             GError    **error)
{
  SlEdtfReader *reader = draft->reader;

  component->at = reader->at;
  while (g_ascii_isdigit (sl_edtf_peek (reader)) || (with_x && sl_edtf_peek (reader) == 'X'))
    {
      char digit = sl_edtf_peek (reader);

      if (component->count == MAX_DIGITS
          || component->high > (G_MAXINT64 - 9) / 10)
        return fail_range (draft, component->at, _ ("the number is too large"), error);
      component->digits[component->count++] = digit;
      component->unspecified |= digit == 'X';
      component->low = component->low * 10 + (digit == 'X' ? 0 : digit - '0');
      component->high = component->high * 10 + (digit == 'X' ? 9 : digit - '0');
      reader->at++;
    }
  return TRUE;
}

/* Whether @number, written with the component's width, fits its digits. */
static gboolean
matches (const Component *component,
         gint64           number)
{
  if (!component->unspecified)
    return number == component->low;
  for (gsize i = component->count; i > 0; i--)
    {
      char digit = (char) ('0' + number % 10);

      if (component->digits[i - 1] != 'X' && component->digits[i - 1] != digit)
        return FALSE;
      number /= 10;
    }
  return number == 0;
}

/* ---- the year ---------------------------------------------------------------------------- */

static gboolean
read_exponent (Draft   *draft,
               GError **error)
{
  Component exponent = { 0 };

  if (!sl_edtf_take (draft->reader, 'E'))
    return TRUE;
  if (!read_digits (draft, &exponent, FALSE, error))
    return FALSE;
  if (exponent.count == 0)
    return fail (draft, exponent.at, _ ("the exponent has no digits"), error);

  draft->exponential = TRUE;
  /* Zero stays zero under any exponent: without the second condition it could be multiplied for years. */
  for (gint64 i = 0; i < exponent.low && draft->year.low > 0; i++)
    {
      if (draft->year.low > SL_YEAR_MAX / 10)
        return fail_range (draft, draft->year.at, _ ("the year is too far away to be counted"), error);
      draft->year.low *= 10;
    }
  draft->year.high = draft->year.low;
  return TRUE;
}

static gboolean
read_significant (Draft   *draft,
                  GError **error)
{
  Component digits = { 0 };

  if (!sl_edtf_take (draft->reader, 'S'))
    return TRUE;
  if (!read_digits (draft, &digits, FALSE, error))
    return FALSE;
  if (digits.low == 0)
    return fail (draft, digits.at, _ ("the number of significant digits is missing"), error);
  if (draft->year.unspecified || (!draft->long_year && draft->year.count != 4))
    return fail (draft, digits.at, _ ("only a complete year has significant digits"), error);

  draft->significant = (int) MIN (digits.low, MAX_DIGITS);
  return TRUE;
}

static gboolean
check_long_year (Draft   *draft,
                 GError **error)
{
  const Component *year = &draft->year;

  if (year->count == 0)
    return fail (draft, year->at, _ ("the year has no digits"), error);
  if (year->digits[0] == '0' && year->count > 1)
    return fail (draft, year->at, _ ("a year after Y has no leading zero"), error);
  if (!draft->exponential && year->count < 5)
    return fail (draft, year->at, _ ("a year after Y has more than four digits"), error);
  if (year->low > SL_YEAR_MAX)
    return fail_range (draft, year->at, _ ("the year is too far away to be counted"), error);
  draft->level = draft->exponential ? 2 : 1;
  return TRUE;
}

static gboolean
check_short_year (Draft   *draft,
                  GError **error)
{
  const Component *year = &draft->year;

  if (year->count < 2 || year->count > 4)
    return fail (draft, year->at, _ ("a year has four digits, or a Y before more"), error);
  if (draft->negative && year->high == 0)
    return fail (draft, year->at, _ ("the year 0 has no sign"), error);
  if (year->count < 4 && year->unspecified)
    return fail (draft, year->at, _ ("a decade or century has digits only"), error);
  draft->level = year->count == 3 ? 2 : draft->negative ? 1
                                                        : 0;
  return TRUE;
}

static gboolean
read_year (Draft   *draft,
           GError **error)
{
  draft->long_year = sl_edtf_take (draft->reader, 'Y');
  draft->negative = sl_edtf_take (draft->reader, '-');
  if (!read_digits (draft, &draft->year, !draft->long_year, error))
    return FALSE;
  if (draft->long_year && !read_exponent (draft, error))
    return FALSE;
  if (!(draft->long_year ? check_long_year (draft, error) : check_short_year (draft, error)))
    return FALSE;
  if (!read_significant (draft, error))
    return FALSE;

  if (draft->significant > 0)
    draft->level = 2;
  return TRUE;
}

/* ---- month, season and day ---------------------------------------------------------------- */

static gboolean
read_component (Draft      *draft,
                Component  *component,
                GError    **error)
{
  int before = take_qualifier (draft->reader);
  int after;

  if (!read_digits (draft, component, TRUE, error))
    return FALSE;
  if (component->count != 2)
    return fail (draft, component->at, _ ("two digits are expected"), error);
  after = take_qualifier (draft->reader);
  draft->qualifiers |= before | after;
  draft->left_or_inner |= before;
  if (after != 0 && sl_edtf_peek (draft->reader) == '-')
    draft->left_or_inner |= after;
  return TRUE;
}

static gboolean
read_components (Draft   *draft,
                 GError **error)
{
  int before = take_qualifier (draft->reader);
  int after;

  if (!read_year (draft, error))
    return FALSE;
  after = take_qualifier (draft->reader);
  draft->qualifiers = before | after;
  draft->left_or_inner = before;

  if (sl_edtf_peek (draft->reader) != '-')
    return TRUE;
  if (draft->long_year || draft->year.count != 4 || draft->significant > 0)
    return fail (draft, draft->reader->at, _ ("no month can follow here"), error);
  draft->left_or_inner |= after;
  draft->reader->at++;
  if (!read_component (draft, &draft->month, error))
    return FALSE;
  return !sl_edtf_take (draft->reader, '-') || read_component (draft, &draft->day, error);
}

static gboolean
is_season (const Draft *draft)
{
  return draft->month.count > 0 && !draft->month.unspecified && draft->month.low >= 21;
}

static SlDay
first_of_month (gint64 year,
                int    month)
{
  return (SlDay) { year, month, 1 };
}

/*
 * The first month and the length in months of the divisions 21 to 41. The plain
 * seasons are read as the meteorological ones of the northern half; winter runs
 * over the turn of the year into the next one. The standard leaves this open.
 */
static void
bound_season (const Draft *draft,
              SlEdtfDate  *date)
{
  static const struct
  {
    gint8 month;
    gint8 length;
  } divisions[] = {
    { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 },                   /* 21-24: spring to winter */
    { 3, 3 },
    { 6, 3 },
    { 9, 3 },
    { 12, 3 },                   /* 25-28: northern */
    { 9, 3 },
    { 12, 3 },
    { 3, 3 },
    { 6, 3 },                   /* 29-32: southern */
    { 1, 3 },
    { 4, 3 },
    { 7, 3 },
    { 10, 3 },                   /* 33-36: quarters */
    { 1, 4 },
    { 5, 4 },
    { 9, 4 },                              /* 37-39: quadrimesters */
    { 1, 6 },
    { 7, 6 },                                        /* 40-41: semesters */
  };
  gsize i = (gsize) draft->month.low - 21;
  gint64 low = draft->negative ? -draft->year.high : draft->year.low;
  gint64 high = draft->negative ? -draft->year.low : draft->year.high;

  date->said.earliest = sl_day_to_seconds (first_of_month (low, divisions[i].month));
  date->said.latest = sl_day_to_seconds (sl_day_add_months (first_of_month (high, divisions[i].month), divisions[i].length));
}

/* The first, or the last, day of @year that the digits of month and day allow. */
static gboolean
find_day (const Draft *draft,
          gint64       year,
          gboolean     last,
          SlDay       *found)
{
  for (int i = 1; i <= 12; i++)
    {
      int month = last ? 13 - i : i;
      int days = sl_day_days_in_month (year, month);

      if (draft->month.count > 0 && !matches (&draft->month, month))
        continue;
      for (int j = 1; j <= days; j++)
        {
          int day = last ? days + 1 - j : j;

          if (draft->day.count > 0 && !matches (&draft->day, day))
            continue;
          *found = (SlDay) { year, month, day };
          return TRUE;
        }
    }
  return FALSE;
}

/* The same over all years that the digits of the year allow: at most 10000 when there is an X. */
static gboolean
find_bound (const Draft *draft,
            gboolean     last,
            SlDay       *found)
{
  gboolean downward = last != draft->negative;
  gint64 span = draft->year.high - draft->year.low;

  if (!draft->year.unspecified)
    {
      gint64 magnitude = downward ? draft->year.high : draft->year.low;

      return find_day (draft, draft->negative ? -magnitude : magnitude, last, found);
    }
  for (gint64 i = 0; i <= span; i++)
    {
      gint64 magnitude = downward ? draft->year.high - i : draft->year.low + i;

      if (matches (&draft->year, magnitude)
          && !(draft->negative && magnitude == 0)
          && find_day (draft, draft->negative ? -magnitude : magnitude, last, found))
        return TRUE;
    }
  return FALSE;
}

/* A year of three digits is a decade, one of two a century: ISO 8601-1, 4.3.2. */
static void
widen_short_year (Draft *draft)
{
  gint64 unit = draft->year.count == 2 ? 100 : 10;

  if (draft->long_year || draft->year.count == 4)
    return;
  draft->year.low *= unit;
  draft->year.high = draft->year.low + unit - 1;
}

static gboolean
bound_days (Draft       *draft,
            SlEdtfDate  *date,
            GError     **error)
{
  SlDay first, last;

  if (!find_bound (draft, FALSE, &first) || !find_bound (draft, TRUE, &last))
    return fail (draft,
                 draft->day.count > 0 ? draft->day.at : draft->month.at,
                 draft->day.count > 0 ? _ ("there is no such day") : _ ("there is no such month"),
                 error);

  date->said.earliest = sl_day_to_seconds (first);
  date->said.latest = sl_day_to_seconds (last) + SL_SECONDS_PER_DAY;
  return TRUE;
}

/* ---- level ------------------------------------------------------------------------------- */

/* Level 1 knows unspecified digits only from the right: 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX, XXXX-XX-XX. */
static int
level_of_unspecified (const Draft *draft)
{
  gboolean whole_year = strcmp (draft->year.digits, "XXXX") == 0;
  gboolean whole_month = strcmp (draft->month.digits, "XX") == 0;
  gboolean whole_day = strcmp (draft->day.digits, "XX") == 0;
  gboolean trailing = g_ascii_isdigit (draft->year.digits[0]) && g_ascii_isdigit (draft->year.digits[1])
                      && (draft->year.digits[2] != 'X' || draft->year.digits[3] == 'X');

  if (draft->day.unspecified && !whole_day)
    return 2;
  if (draft->month.unspecified && (!whole_month || (draft->day.count > 0 && !whole_day)))
    return 2;
  if (!draft->year.unspecified)
    return draft->month.unspecified || draft->day.unspecified ? 1 : 0;
  if (draft->month.count == 0)
    return whole_year || trailing ? 1 : 2;
  return whole_year && whole_month ? 1 : 2;
}

static int
level_of_qualifiers (const Draft *draft)
{
  if (draft->left_or_inner != 0)
    return 2;
  if (draft->qualifiers == 0)
    return 0;
  return !draft->long_year && draft->year.count < 4 ? 2 : 1;
}

static void
set_level (const Draft *draft,
           SlEdtfDate  *date)
{
  int level = MAX (draft->level, MAX (level_of_unspecified (draft), level_of_qualifiers (draft)));

  if (is_season (draft))
    level = MAX (level, draft->month.low <= 24 ? 1 : 2);
  date->said.level = level;
}

static SlEdtfPrecision
precision_of (const Draft *draft)
{
  if (draft->day.count > 0)
    return SL_EDTF_PRECISION_DAY;
  if (draft->month.count > 0)
    return is_season (draft) ? SL_EDTF_PRECISION_SEASON : SL_EDTF_PRECISION_MONTH;
  if (draft->long_year || draft->year.count == 4)
    return SL_EDTF_PRECISION_YEAR;
  return draft->year.count == 3 ? SL_EDTF_PRECISION_DECADE : SL_EDTF_PRECISION_CENTURY;
}

/* ---- time of day --------------------------------------------------------------------------- */

static gboolean
read_two_digits (Draft       *draft,
                 int          limit,
                 int         *number,
                 const char  *reason,
                 GError     **error)
{
  SlEdtfReader *reader = draft->reader;
  const char *at = reader->string + reader->at;

  if (reader->end - reader->at < 2 || !g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
    return fail (draft, reader->at, _ ("two digits are expected"), error);
  *number = (at[0] - '0') * 10 + at[1] - '0';
  if (*number > limit)
    return fail (draft, reader->at, reason, error);
  reader->at += 2;
  return TRUE;
}

static gboolean
read_fraction (Draft   *draft,
               GError **error)
{
  gsize start;

  if (!sl_edtf_take (draft->reader, '.'))
    return TRUE;
  start = draft->reader->at;
  while (g_ascii_isdigit (sl_edtf_peek (draft->reader)))
    draft->reader->at++;
  return draft->reader->at > start
         || fail (draft, start, _ ("the fraction of a second has no digits"), error);
}

/* Offsets in use run from -12:00 to +14:00; the standard forbids "-00:00". */
static gboolean
read_zone (Draft   *draft,
           gint64  *offset,
           GError **error)
{
  SlEdtfReader *reader = draft->reader;
  gsize at = reader->at;
  gboolean west = sl_edtf_peek (reader) == '-';
  int hours, minutes = 0;

  if (sl_edtf_take (reader, 'Z') || reader->at == reader->end)
    return TRUE;
  if (!sl_edtf_take (reader, '-') && !sl_edtf_take (reader, '+'))
    return fail (draft, at, _ ("a time zone or the end is expected"), error);
  if (!read_two_digits (draft, 14, &hours, _ ("there is no such time zone"), error))
    return FALSE;
  if (reader->at < reader->end)
    {
      sl_edtf_take (reader, ':');
      if (!read_two_digits (draft, 59, &minutes, _ ("there is no such time zone"), error))
        return FALSE;
    }
  *offset = hours * 3600 + minutes * 60;
  if (west ? *offset == 0 || *offset > 12 * 3600 : *offset > 14 * 3600)
    return fail (draft, at, _ ("there is no such time zone"), error);
  if (west)
    *offset = -*offset;
  return TRUE;
}

/*
 * Hours and minutes alone are a reduced precision of ISO 8601-1 which EDTF's profile
 * leaves out; they are read because a text which says "at 14:30" gives no seconds.
 */
static gboolean
read_time (Draft       *draft,
           SlEdtfDate  *date,
           GError     **error)
{
  int hours = 0, minutes = 0, seconds = 0;
  gint64 unit = 3600, offset = 0;
  gsize at = draft->reader->at;

  if (!read_two_digits (draft, 24, &hours, _ ("there is no such hour"), error))
    return FALSE;
  if (sl_edtf_take (draft->reader, ':'))
    {
      unit = 60;
      if (!read_two_digits (draft, 59, &minutes, _ ("there is no such minute"), error))
        return FALSE;
      if (sl_edtf_take (draft->reader, ':'))
        {
          unit = 1;
          if (!read_two_digits (draft, 59, &seconds, _ ("there is no such second"), error)
              || !read_fraction (draft, error))
            return FALSE;
        }
    }
  if (hours == 24 && (minutes > 0 || seconds > 0))
    return fail (draft, at, _ ("there is no such hour"), error);
  if (!read_zone (draft, &offset, error))
    return FALSE;

  date->precision = SL_EDTF_PRECISION_TIME;
  date->said.earliest += hours * 3600 + minutes * 60 + seconds - offset;
  date->said.latest = date->said.earliest + unit;
  return TRUE;
}

static gboolean
check_divisions (Draft   *draft,
                 GError **error)
{
  if (is_season (draft) && (draft->month.low > 41 || draft->day.count > 0))
    return fail (draft, draft->month.at, _ ("there is no such month"), error);
  return TRUE;
}

/**
 * sl_edtf_read_date:
 * @reader: where to read; left behind the date
 * @date: (out): what it says
 * @error: return location for a #GError
 *
 * Reads one date, or date and time, up to the end of the reader's part.
 *
 * Returns: %FALSE with %SL_EDTF_ERROR_SYNTAX or %SL_EDTF_ERROR_RANGE
 */
gboolean
sl_edtf_read_date (SlEdtfReader  *reader,
                   SlEdtfDate    *date,
                   GError       **error)
{
  Draft draft = { .reader = reader };

  memset (date, 0, sizeof *date);
  if (!read_components (&draft, error) || !check_divisions (&draft, error))
    return FALSE;

  widen_short_year (&draft);
  date->precision = precision_of (&draft);
  date->unspecified = draft.year.unspecified || draft.month.unspecified || draft.day.unspecified;
  date->said.uncertain = (draft.qualifiers & QUALIFIER_UNCERTAIN) != 0;
  /* "1950S2" is a year of the century from 1900, estimated to be 1950: an estimate, and told as one. */
  date->said.approximate = (draft.qualifiers & QUALIFIER_APPROXIMATE) != 0 || draft.significant > 0;
  set_level (&draft, date);
  if (is_season (&draft))
    bound_season (&draft, date);
  else if (!bound_days (&draft, date, error))
    return FALSE;

  if (date->precision == SL_EDTF_PRECISION_DAY && !date->unspecified && draft.qualifiers == 0
      && sl_edtf_take (reader, 'T') && !read_time (&draft, date, error))
    return FALSE;
  return reader->at == reader->end
         || fail (&draft, reader->at, _ ("this does not belong to a date"), error);
}
