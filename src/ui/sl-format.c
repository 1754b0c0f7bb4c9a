/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-format.h"

#include <glib/gi18n-lib.h>

static char *
format_seconds (gint64      seconds,
                const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/**
 * sl_format_moment:
 * @seconds: UTC seconds
 *
 * Returns: (transfer full): day and time in the person's zone, e.g. "3 Mar 2026, 14:05"
 */
char *
sl_format_moment (gint64 seconds)
{
  /* Translators: day and time of day, see the manual of strftime. */
  return format_seconds (seconds, C_ ("format of a moment", "%-d %b %Y, %H:%M"));
}

/**
 * sl_format_day:
 * @seconds: UTC seconds
 *
 * Returns: (transfer full): the day in the person's zone
 */
char *
sl_format_day (gint64 seconds)
{
  /* Translators: a day, see the manual of strftime. */
  return format_seconds (seconds, C_ ("format of a day", "%-d %b %Y"));
}

/**
 * sl_format_when:
 *
 * Returns: (transfer full): in words when it happened, e.g. "Undated"
 */
char *
sl_format_when (const SlWhen *when)
{
  if (!sl_when_is_dated (when))
    return g_strdup (C_ ("time of an event", "Undated"));
  return sl_when_format (when);
}

/**
 * sl_format_edtf:
 * @edtf: (nullable): an EDTF string
 *
 * Returns: (transfer full): the time in words; @edtf itself when it is none; empty for %NULL
 */
char *
sl_format_edtf (const char *edtf)
{
  g_autoptr (SlWhen) when = NULL;

  if (edtf == NULL || *edtf == '\0')
    return g_strdup ("");
  when = sl_when_new (edtf, NULL, NULL);
  return when != NULL ? sl_when_format (when) : g_strdup (edtf);
}

/**
 * sl_format_grade:
 *
 * Returns: (transfer full): e.g. "B2", or "Not graded"
 */
char *
sl_format_grade (SlGrade grade)
{
  if (grade.reliability == SL_RELIABILITY_NONE && grade.credibility == SL_CREDIBILITY_NONE)
    return g_strdup (_ ("Not graded"));
  return sl_grade_format (grade);
}

/**
 * sl_format_confidence:
 *
 * Returns: (transfer full): the tag in words, "contested" beside it
 */
char *
sl_format_confidence (SlConfidence confidence,
                      gboolean     contested)
{
  const char *words = sl_confidence_describe (confidence);

  if (!contested)
    return g_strdup (words);
  /* Translators: %s is a confidence tag such as "Probable". */
  return g_strdup_printf (C_ ("confidence tag", "%s, contested"), words);
}

/* The day of an EDTF time; the time of day is for where there is more room. */
static char *
dup_day (const char *edtf)
{
  const char *time = edtf != NULL && strchr (edtf, '/') == NULL ? strchr (edtf, 'T') : NULL;

  return time != NULL ? g_strndup (edtf, time - edtf) : g_strdup (edtf);
}

/**
 * sl_format_source:
 *
 * Returns: (transfer full): outlet and time of publication, as far as they are known
 */
char *
sl_format_source (const SlSource *source)
{
  g_autofree char *day = dup_day (source->published);
  g_autofree char *published = sl_format_edtf (day);
  const char *outlet = source->outlet;

  if (outlet == NULL || *outlet == '\0')
    return *published != '\0' ? g_steal_pointer (&published) : g_strdup (_ ("No outlet named"));
  if (*published == '\0')
    return g_strdup (outlet);
  /* Translators: first an outlet, then when it published the article. */
  return g_strdup_printf (C_ ("source", "%s · %s"), outlet, published);
}

/**
 * sl_format_event:
 *
 * Returns: (transfer full): an event in one sentence, for those who hear the window
 */
char *
sl_format_event (const SlEvent *event)
{
  g_autofree char *when = sl_format_when (event->when);
  g_autofree char *tag = sl_format_confidence (event->confidence, event->contested);

  /* Translators: title of an event, when it happened, its confidence tag. */
  return g_strdup_printf (C_ ("event", "%s, %s, %s"), event->title, when, tag);
}

/**
 * sl_format_append_part:
 * @line: what there is
 * @part: (transfer full) (nullable): what comes next
 *
 * Appends a part of a line whose parts stand apart.
 */
void
sl_format_append_part (GString *line,
                       char    *part)
{
  g_autofree char *owned = part;

  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}
