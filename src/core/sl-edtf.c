/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf-private.h"
#include "core/sl-when.h"

G_DEFINE_QUARK (sl-edtf-error-quark, sl_edtf_error)

/* Fails with what is wrong, and where: position @at in bytes becomes a count of characters. */
gboolean
sl_edtf_fail (const SlEdtfReader  *reader,
              gsize                at,
              SlEdtfError          code,
              const char          *reason,
              GError             **error)
{
  g_autofree char *shown = g_utf8_make_valid (reader->string, -1);
  g_autofree char *before = g_utf8_make_valid (reader->string, (gssize) at);

  g_set_error (error,
               SL_EDTF_ERROR,
               (int) code,
               /* Translators: a string, the number of a character in it, and what is wrong there. */
               _ ("“%s” is no EDTF date: at character %lu, %s"),
               shown,
               (gulong) g_utf8_strlen (before, -1) + 1,
               reason);
  return FALSE;
}

static void
join (SlEdtf       *sum,
      const SlEdtf *part)
{
  sum->level = MAX (sum->level, part->level);
  sum->uncertain |= part->uncertain;
  sum->approximate |= part->approximate;
}

/* ---- intervals ---------------------------------------------------------------------------- */

typedef struct
{
  gboolean   stated;  /* a date, neither open nor unknown */
  SlEdtfDate date;
} End;

static gboolean
read_end (const char  *string,
          gsize        start,
          gsize        end,
          End         *read,
          GError     **error)
{
  SlEdtfReader reader = { string, start, end };

  if (start == end || (end - start == 2 && strncmp (string + start, "..", 2) == 0))
    return TRUE;
  read->stated = TRUE;
  if (!sl_edtf_read_date (&reader, &read->date, error))
    return FALSE;
  return read->date.precision != SL_EDTF_PRECISION_TIME
         || sl_edtf_fail (&reader, start, SL_EDTF_ERROR_SYNTAX, _ ("an interval is made of dates without a time of day"), error);
}

/* Unspecified digits may stand for any day they allow; else the earliest days decide. */
static gboolean
in_order (const SlEdtfDate *first,
          const SlEdtfDate *last)
{
  if (first->unspecified || last->unspecified)
    return first->said.earliest < last->said.latest;
  return first->said.earliest <= last->said.earliest;
}

static gboolean
parse_interval (const char  *string,
                gsize        slash,
                SlEdtf      *edtf,
                GError     **error)
{
  End first = { 0 }, last = { 0 };
  SlEdtfReader whole = { string, 0, strlen (string) };

  if (!read_end (string, 0, slash, &first, error) || !read_end (string, slash + 1, whole.end, &last, error))
    return FALSE;
  if (first.stated && last.stated && !in_order (&first.date, &last.date))
    return sl_edtf_fail (&whole, slash + 1, SL_EDTF_ERROR_RANGE, _ ("the interval ends before it begins"), error);

  join (edtf, &first.date.said);
  join (edtf, &last.date.said);
  if (!first.stated || !last.stated)
    edtf->level = MAX (edtf->level, 1);
  if (first.date.unspecified || last.date.unspecified)
    edtf->level = 2;
  edtf->earliest = first.stated ? first.date.said.earliest : SL_TIME_MIN;
  edtf->latest = last.stated ? last.date.said.latest : SL_TIME_MAX;
  edtf->open_start = !first.stated && slash > 0;
  edtf->open_end = !last.stated && slash + 1 < whole.end;
  /* With unspecified digits, an end may be possible before the last possible beginning. */
  if (first.stated && last.stated)
    edtf->latest = MAX (edtf->latest, first.date.said.earliest + 1);
  return TRUE;
}

/* ---- sets --------------------------------------------------------------------------------- */

typedef struct
{
  const char *string;  /* (unowned) */
  gsize       start;
  gsize       end;
  gboolean    first;
  gboolean    last;
} Element;

static gsize
find_dots (const Element *element)
{
  for (gsize i = element->start; i + 1 < element->end; i++)
    if (element->string[i] == '.' && element->string[i + 1] == '.')
      return i;
  return element->end;
}

static gboolean
read_range (const Element  *element,
            gsize           dots,
            SlEdtf         *said,
            GError        **error)
{
  End first = { 0 }, last = { 0 };
  SlEdtfReader at = { element->string, dots, element->end };

  if (!read_end (element->string, element->start, dots, &first, error)
      || !read_end (element->string, dots + 2, element->end, &last, error))
    return FALSE;
  if ((!first.stated && !element->first) || (!last.stated && !element->last) || (!first.stated && !last.stated))
    return sl_edtf_fail (&at, dots, SL_EDTF_ERROR_SYNTAX, _ ("only the first or the last member of a set can be open"), error);
  if (first.stated && last.stated && first.date.precision != last.date.precision)
    return sl_edtf_fail (&at, dots, SL_EDTF_ERROR_SYNTAX, _ ("both ends of a range have the same precision"), error);
  if (first.stated && last.stated && !in_order (&first.date, &last.date))
    return sl_edtf_fail (&at, dots, SL_EDTF_ERROR_RANGE, _ ("the range ends before it begins"), error);

  join (said, &first.date.said);
  join (said, &last.date.said);
  said->open_start = !first.stated;
  said->open_end = !last.stated;
  said->earliest = first.stated ? first.date.said.earliest : SL_TIME_MIN;
  said->latest = last.stated ? MAX (last.date.said.latest, said->earliest + 1) : SL_TIME_MAX;
  return TRUE;
}

static gboolean
read_element (Element  *element,
              SlEdtf   *said,
              GError  **error)
{
  SlEdtfDate date;
  SlEdtfReader reader;
  gsize dots;

  while (!element->first && element->start < element->end && element->string[element->start] == ' ')
    element->start++;
  while (!element->last && element->end > element->start && element->string[element->end - 1] == ' ')
    element->end--;
  dots = find_dots (element);
  if (dots < element->end)
    return read_range (element, dots, said, error);

  reader = (SlEdtfReader) { element->string, element->start, element->end };
  if (!sl_edtf_read_date (&reader, &date, error))
    return FALSE;
  *said = date.said;
  return TRUE;
}

/* Blanks beside a comma are tolerated: the Library of Congress prints its own examples so. */
static gboolean
parse_set (const char  *string,
           gsize        length,
           SlEdtf      *edtf,
           GError     **error)
{
  SlEdtfReader whole = { string, 0, length };
  gsize start = 1, stop = length - 1;

  if (string[stop] != (string[0] == '[' ? ']' : '}') || length < 3)
    return sl_edtf_fail (&whole, stop, SL_EDTF_ERROR_SYNTAX, _ ("the bracket of the set is not closed"), error);

  edtf->earliest = SL_TIME_MAX;
  edtf->latest = SL_TIME_MIN;
  while (start <= stop)
    {
      const char *comma = memchr (string + start, ',', stop - start);
      gsize end = comma != NULL ? (gsize) (comma - string) : stop;
      Element element = { string, start, end, start == 1, end == stop };
      SlEdtf said = { 0 };

      if (!read_element (&element, &said, error))
        return FALSE;
      join (edtf, &said);
      edtf->open_start |= said.open_start;
      edtf->open_end |= said.open_end;
      edtf->earliest = MIN (edtf->earliest, said.earliest);
      edtf->latest = MAX (edtf->latest, said.latest);
      start = end + 1;
    }
  edtf->level = 2;
  return TRUE;
}

/* ---- public ------------------------------------------------------------------------------- */

static gboolean
parse (const char  *string,
       gsize        length,
       SlEdtf      *edtf,
       GError     **error)
{
  SlEdtfReader reader = { string, 0, length };
  const char *slash = strchr (string, '/');
  SlEdtfDate date;

  if (string[0] == '[' || string[0] == '{')
    return parse_set (string, length, edtf, error);
  if (slash != NULL)
    return parse_interval (string, (gsize) (slash - string), edtf, error);
  if (!sl_edtf_read_date (&reader, &date, error))
    return FALSE;
  *edtf = date.said;
  return TRUE;
}

/**
 * sl_edtf_parse:
 * @string: an EDTF string
 * @edtf: (out): what it says
 * @error: return location for a #GError
 *
 * Reads a time of the Extended Date/Time Format, levels 0 to 2, as in ISO 8601-2:2019
 * and in the profile of the Library of Congress of 4 February 2019.
 *
 * Where these leave something open: seasons are three months each, winter begins in
 * December; an interval must not begin after the day on which its end begins; a
 * century or decade of two or three digits is read as in ISO 8601; so are hours and
 * minutes without seconds; blanks may stand beside the commas of a set. All readings that
 * others do not share are listed in edtf.md beside this file.
 *
 * Returns: %FALSE with %SL_EDTF_ERROR_SYNTAX, or with %SL_EDTF_ERROR_RANGE for an
 *   interval in the wrong order and years that cannot be counted in seconds; the
 *   message names the place
 */
gboolean
sl_edtf_parse (const char  *string,
               SlEdtf      *edtf,
               GError     **error)
{
  gsize length;

  g_return_val_if_fail (string != NULL, FALSE);
  g_return_val_if_fail (edtf != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  memset (edtf, 0, sizeof *edtf);
  length = strlen (string);
  if (length == 0)
    {
      g_set_error_literal (error, SL_EDTF_ERROR, SL_EDTF_ERROR_SYNTAX, _ ("The date is empty."));
      return FALSE;
    }
  if (length > SL_EDTF_MAX_LENGTH)
    {
      g_set_error (error, SL_EDTF_ERROR, SL_EDTF_ERROR_SYNTAX, _ ("The date is longer than %d bytes."), SL_EDTF_MAX_LENGTH);
      return FALSE;
    }
  return parse (string, length, edtf, error);
}

/**
 * sl_edtf_format_year:
 * @year: astronomical year
 *
 * Returns: (transfer full): the EDTF string of a whole year
 */
char *
sl_edtf_format_year (gint64 year)
{
  const char *sign = year < 0 ? "-" : "";
  gint64 magnitude = ABS (year);

  return g_strdup_printf (magnitude > 9999 ? "Y%s%" G_GINT64_FORMAT : "%s%04" G_GINT64_FORMAT, sign, magnitude);
}

/**
 * sl_edtf_format_month:
 * @year: astronomical year, of four digits
 * @month: 1 to 12, or one of EDTF's divisions 21 to 41
 *
 * Returns: (transfer full): the EDTF string of a whole month, season, quarter or half
 */
char *
sl_edtf_format_month (gint64 year,
                      int    month)
{
  g_autofree char *formatted = sl_edtf_format_year (year);

  return g_strdup_printf ("%s-%02d", formatted, month);
}

/* The last @count digits of @number. */
static void
write_digits (char  *digits,
              guint  count,
              guint  number)
{
  for (; count > 0; number /= 10)
    digits[--count] = (char) ('0' + number % 10);
}

/**
 * sl_edtf_format_day:
 * @day: a valid day in a year of four digits
 *
 * Returns: (transfer full): the EDTF string of a day
 */
char *
sl_edtf_format_day (SlDay day)
{
  char *edtf;

  if (day.year < 0 || day.year > 9999)
    {
      g_autofree char *month = sl_edtf_format_month (day.year, day.month);

      return g_strdup_printf ("%s-%02d", month, day.day);
    }
  /* Most times are days: without a format they cost a tenth. */
  edtf = g_strdup ("0000-00-00");
  write_digits (edtf, 4, (guint) day.year);
  write_digits (edtf + 5, 2, (guint) day.month);
  write_digits (edtf + 8, 2, (guint) day.day);
  return edtf;
}
