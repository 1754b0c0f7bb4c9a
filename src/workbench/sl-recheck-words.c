/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-recheck-words.h"

#include <glib/gi18n-lib.h>

static char *
format_moment (gint64 usec)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc_usec (usec);

  return at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M UTC") : g_strdup ("–");
}

/* What stands after "present in the capture of …". */
static void
append_now (GString       *words,
            const SlCheck *check,
            const char    *now)
{
  switch (check->verdict)
    {
    case SL_VERDICT_VERBATIM:
      if (check->fetch_state == SL_FETCH_STATE_UNCHANGED)
        g_string_append_printf (words, _ ("present in the capture of %s, which is the same."), now);
      else
        g_string_append_printf (words, _ ("present in the capture of %s."), now);
      break;
    case SL_VERDICT_MOVED:
      g_string_append_printf (words, _ ("present at another place in the capture of %s."), now);
      break;
    case SL_VERDICT_ALTERED:
      g_string_append_printf (words, _ ("not found so in the capture of %s, where words like them stand."), now);
      break;
    case SL_VERDICT_ABSENT:
      g_string_append_printf (words, _ ("not found in the capture of %s."), now);
      break;
    case SL_VERDICT_GONE:
      g_string_append_printf (words, _ ("on %s there was no page at this address:"), now);
      break;
    case SL_VERDICT_BLOCKED:
      g_string_append_printf (words, _ ("on %s access was refused:"), now);
      break;
    case SL_VERDICT_UNREACHABLE:
      g_string_append_printf (words, _ ("on %s the source could not be reached:"), now);
      break;
    case SL_VERDICT_UNREADABLE:
      g_string_append_printf (words, _ ("on %s no article could be read in what came:"), now);
      break;
    case SL_VERDICT_NOT_CHECKED:
    default:
      g_string_append_printf (words, _ ("on %s nothing was compared:"), now);
    }
}

static gboolean
needs_reason (SlVerdict verdict)
{
  return verdict == SL_VERDICT_GONE || verdict == SL_VERDICT_BLOCKED || verdict == SL_VERDICT_UNREACHABLE || verdict == SL_VERDICT_UNREADABLE
         || verdict == SL_VERDICT_NOT_CHECKED;
}

/**
 * sl_recheck_words:
 * @before_usec: when the capture was made that the passage is from, UTC microseconds
 * @more: (nullable): what is to be said about the place of the words, a whole sentence
 *
 * Says what was seen then and what was seen now, and nothing more: why a text or a page is not there is never
 * known, so no word says that somebody took it away.
 *
 * Returns: (transfer full)
 */
char *
sl_recheck_words (const SlCheck *check,
                  const SlSeen  *seen,
                  gint64         before_usec,
                  const char    *more)
{
  g_autofree char *before = format_moment (before_usec);
  g_autofree char *now = format_moment (seen->at_usec);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, _ ("Present in the capture of %s; "), before);
  append_now (words, check, now);
  if (needs_reason (check->verdict) && seen->reason != NULL)
    g_string_append_printf (words, " %s%s", seen->reason, g_str_has_suffix (seen->reason, ".") ? "" : ".");
  if (seen->led_to != NULL)
    g_string_append_printf (words, _ (" The address led to %s."), seen->led_to);
  if (more != NULL)
    g_string_append_printf (words, " %s", more);

  return g_string_free_and_steal (g_steal_pointer (&words));
}
