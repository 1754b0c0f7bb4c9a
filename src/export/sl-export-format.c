/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"

static char *
format_utc (gint64      seconds,
            const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * sl_export_format_time:
 *
 * Returns: (transfer full): a moment for people, UTC, to the minute
 */
char *
sl_export_format_time (gint64 seconds)
{
  return format_utc (seconds, "%Y-%m-%d %H:%M UTC");
}

/**
 * sl_export_format_time_iso:
 *
 * Returns: (transfer full): a moment for machines, RFC 3339
 */
char *
sl_export_format_time_iso (gint64 seconds)
{
  return format_utc (seconds, "%Y-%m-%dT%H:%M:%SZ");
}
