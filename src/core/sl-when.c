/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-day.h"
#include "core/sl-edtf.h"

/**
 * sl_when_new:
 * @edtf: an EDTF string
 * @reason: (nullable): why it was resolved so
 * @error: return location for a #GError
 *
 * Makes a time from an EDTF string.
 *
 * Returns: (transfer full): the time, or %NULL with an error of sl_edtf_parse()
 */
SlWhen *
sl_when_new (const char  *edtf,
             const char  *reason,
             GError     **error)
{
  SlEdtf said;
  SlWhen *self;

  g_return_val_if_fail (edtf != NULL, NULL);

  if (!sl_edtf_parse (edtf, &said, error))
    return NULL;

  self = g_new0 (SlWhen, 1);
  self->edtf = g_strdup (edtf);
  self->earliest = said.earliest;
  self->latest = said.latest;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * sl_when_new_undated:
 *
 * Returns: (transfer full): a time of which nothing is known
 */
SlWhen *
sl_when_new_undated (void)
{
  SlWhen *self = g_new0 (SlWhen, 1);

  self->earliest = SL_TIME_MIN;
  self->latest = SL_TIME_MAX;
  return self;
}

SlWhen *
sl_when_copy (const SlWhen *self)
{
  SlWhen *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SlWhen, 1);
  copy->edtf = g_strdup (self->edtf);
  copy->earliest = self->earliest;
  copy->latest = self->latest;
  copy->reason = g_strdup (self->reason);
  return copy;
}

void
sl_when_free (SlWhen *self)
{
  if (self == NULL)
    return;

  g_free (self->edtf);
  g_free (self->reason);
  g_free (self);
}

/**
 * sl_when_is_dated:
 * @self: a time
 *
 * Whether the time has a place on a time axis.
 *
 * "XXXX-11-25" says something, but not in which year, and so has none; nor has an
 * interval that is open at both ends.
 */
gboolean
sl_when_is_dated (const SlWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->edtf == NULL || (self->earliest == SL_TIME_MIN && self->latest == SL_TIME_MAX))
    return FALSE;
  return !g_str_has_prefix (self->edtf, "XXXX");
}

/* ---- words -------------------------------------------------------------------------------- */

static char *
format_civil (int year,
              int month,
              int day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, MAX (month, 1), MAX (day, 1), 0, 0, 0);

  if (time == NULL)
    return NULL;
  if (day > 0)
    /* Translators: a day, as strftime; "23 November 2025". */
    return g_date_time_format (time, C_ ("day", "%-d %B %Y"));
  if (month > 0)
    /* Translators: a month, as strftime; "November 2025". */
    return g_date_time_format (time, C_ ("month", "%OB %Y"));
  return g_strdup_printf ("%d", year);
}

static const char *
describe_division (int division)
{
  static const char *const names[] = {
    N_ ("Spring"),
    N_ ("Summer"),
    N_ ("Autumn"),
    N_ ("Winter"),
    N_ ("Northern spring"),
    N_ ("Northern summer"),
    N_ ("Northern autumn"),
    N_ ("Northern winter"),
    N_ ("Southern spring"),
    N_ ("Southern summer"),
    N_ ("Southern autumn"),
    N_ ("Southern winter"),
    N_ ("First quarter"),
    N_ ("Second quarter"),
    N_ ("Third quarter"),
    N_ ("Fourth quarter"),
    N_ ("First third"),
    N_ ("Second third"),
    N_ ("Last third"),
    N_ ("First half"),
    N_ ("Second half"),
  };

  return _ (names[division - 21]);
}

/* Whether @date is @pattern, in which 'd' stands for a digit. */
static gboolean
has_shape (const char *date,
           const char *pattern)
{
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (date[i]) : date[i] != pattern[i])
      return FALSE;
  return date[i] == '\0';
}

static int
digits_at (const char *date,
           gsize       at,
           gsize       count)
{
  int number = 0;

  for (gsize i = at; i < at + count; i++)
    number = number * 10 + date[i] - '0';
  return number;
}

/* One date without qualifiers in words; what has none stays as it is. */
static char *
format_plain (const char *date)
{
  char *words = NULL;

  if (has_shape (date, "dddd"))
    words = format_civil (digits_at (date, 0, 4), 0, 0);
  else if (has_shape (date, "dddd-dd") && digits_at (date, 5, 2) >= 21)
    /* Translators: a season, quarter or half, and its year. */
    words = g_strdup_printf (_ ("%s %d"), describe_division (digits_at (date, 5, 2)), digits_at (date, 0, 4));
  else if (has_shape (date, "dddd-dd"))
    words = format_civil (digits_at (date, 0, 4), digits_at (date, 5, 2), 0);
  else if (has_shape (date, "dddd-dd-dd"))
    words = format_civil (digits_at (date, 0, 4), digits_at (date, 5, 2), digits_at (date, 8, 2));
  else if (has_shape (date, "dddX"))
    words = g_strdup_printf (_ ("%ds"), digits_at (date, 0, 3) * 10);
  else if (strlen (date) > 10 && date[10] == 'T')
    {
      g_autofree char *day = g_strndup (date, 10);
      g_autofree char *day_words = has_shape (day, "dddd-dd-dd") ? format_plain (day) : NULL;

      if (day_words != NULL)
        words = g_strdup_printf ("%s, %s", day_words, date + 11);
    }
  return words != NULL ? words : g_strdup (date);
}

static char *
format_date (const char *date)
{
  g_autofree char *plain = NULL;
  g_autofree char *words = NULL;
  gsize length = strlen (date);
  char qualifier = length > 0 ? date[length - 1] : '\0';

  if (qualifier != '?' && qualifier != '~' && qualifier != '%')
    return format_plain (date);

  plain = g_strndup (date, length - 1);
  words = format_plain (plain);
  if (qualifier == '?')
    /* Translators: an uncertain date. */
    return g_strdup_printf (_ ("possibly %s"), words);
  if (qualifier == '~')
    /* Translators: an approximate date. */
    return g_strdup_printf (_ ("about %s"), words);
  /* Translators: a date both uncertain and approximate. */
  return g_strdup_printf (_ ("possibly about %s"), words);
}

static gboolean
is_open (const char *end)
{
  return *end == '\0' || strcmp (end, "..") == 0;
}

static char *
format_interval (const char *edtf,
                 const char *slash)
{
  g_autofree char *start = g_strndup (edtf, (gsize) (slash - edtf));
  g_autofree char *first = format_date (start);
  g_autofree char *last = format_date (slash + 1);

  if (is_open (start) && is_open (slash + 1))
    return g_strdup (_ ("at an unknown time"));
  if (is_open (start))
    return g_strdup_printf (_ ("until %s"), last);
  if (is_open (slash + 1))
    return g_strdup_printf (_ ("from %s"), first);
  return g_strdup_printf ("%s – %s", first, last);
}

/**
 * sl_when_format:
 * @self: a time
 *
 * The time in words of the user's language, for people; forms of EDTF that have no
 * short words are shown as they are.
 *
 * Returns: (transfer full): text
 */
char *
sl_when_format (const SlWhen *self)
{
  const char *slash;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->edtf == NULL)
    return g_strdup (_ ("undated"));
  if (self->edtf[0] == '[' || self->edtf[0] == '{')
    return g_strdup (self->edtf);
  slash = strchr (self->edtf, '/');
  return slash != NULL ? format_interval (self->edtf, slash) : format_date (self->edtf);
}

/* ---- bounds ------------------------------------------------------------------------------- */

static char *
format_second (gint64 seconds)
{
  SlDay day = sl_day_from_seconds (seconds);
  gint64 rest = seconds - sl_day_to_seconds (day);

  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02dT%02d:%02d:%02dZ",
                          day.year < 0 ? "-" : "",
                          ABS (day.year),
                          day.month,
                          day.day,
                          (int) (rest / 3600),
                          (int) (rest / 60 % 60),
                          (int) (rest % 60));
}

/**
 * sl_when_format_earliest:
 * @self: a time
 *
 * Returns: (transfer full) (nullable): the first second it can be as "YYYY-MM-DDTHH:MM:SSZ"; %NULL when open
 */
char *
sl_when_format_earliest (const SlWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->earliest == SL_TIME_MIN ? NULL : format_second (self->earliest);
}

/**
 * sl_when_format_latest:
 * @self: a time
 *
 * The last second it can be: other than the field, the string is inclusive, so that a
 * day ends on itself.
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DDTHH:MM:SSZ"; %NULL when open
 */
char *
sl_when_format_latest (const SlWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->latest == SL_TIME_MAX ? NULL : format_second (self->latest - 1);
}
