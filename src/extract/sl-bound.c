/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-bound.h"

#include <string.h>

/* The end of @edtf, an interval or a single date, that is nearest to what is bounded; %NULL when it bounds nothing. */
static char *
get_end (const char *edtf,
         int         side)
{
  const char *slash = strchr (edtf, '/');
  g_autofree char *end = NULL;

  if (slash == NULL)
    end = g_strdup (edtf);
  else
    end = side < 0 ? g_strdup (slash + 1) : g_strndup (edtf, (gsize) (slash - edtf));

  /* EDTF's intervals are of dates; an open or unknown end says nothing. */
  if (strpbrk (end, "TX[{") != NULL || *end == '\0' || *end == '.')
    return NULL;
  return g_steal_pointer (&end);
}

static void
set_edtf (SlTimex    *timex,
          const char *edtf)
{
  SlWhen *when = sl_when_new (edtf, timex->when->reason, NULL);

  if (when == NULL)
    return;
  sl_when_free (timex->when);
  timex->when = when;
}

static gboolean
is_winter (const char *edtf)
{
  return strlen (edtf) == 7 && g_str_has_suffix (edtf, "-24");
}

/**
 * sl_bound_join:
 * @first: where a stretch of time begins
 * @last: where it ends
 *
 * Makes "22" and "25 April" the stretch of time that they bound together. The TIMEX3 values stay those of the ends.
 */
void
sl_bound_join (SlTimex *first,
               SlTimex *last)
{
  g_autofree char *start = first->when->edtf != NULL ? get_end (first->when->edtf, 1) : NULL;
  g_autofree char *end = last->when->edtf != NULL ? get_end (last->when->edtf, -1) : NULL;
  g_autofree char *edtf = NULL;

  if (start == NULL || end == NULL || first->when->earliest > last->when->latest)
    return;
  /* "The winter of 2023-2024" is one winter, which EDTF calls by its first year. */
  edtf = is_winter (start) && is_winter (end) ? g_strdup (start) : g_strconcat (start, "/", end, NULL);
  set_edtf (first, edtf);
  set_edtf (last, edtf);
}

/**
 * sl_bound_list:
 * @times: (element-type SlTimex): times
 * @first: index of the first of a list
 * @either: only one of them is meant
 *
 * Makes "14." and "15. Juli", the last ones of @times, the set of both, or one of both. The TIMEX3 values stay their own.
 */
void
sl_bound_list (GPtrArray *times,
               guint      first,
               gboolean   either)
{
  g_autoptr (GString) set = g_string_new (either ? "[" : "{");

  for (guint i = first; i < times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (times, i);

      if (timex->when->edtf == NULL || strpbrk (timex->when->edtf, "T/X[{?~%") != NULL)
        return;
      g_string_append_printf (set, "%s%s", i > first ? "," : "", timex->when->edtf);
    }
  g_string_append_c (set, either ? ']' : '}');
  for (guint i = first; i < times->len; i++)
    set_edtf (g_ptr_array_index (times, i), set->str);
}

/**
 * sl_bound_apply:
 * @timex: a time that stands after a word like "before" or "since"
 * @side: negative for "not later than", positive for "not earlier than"
 *
 * Makes a date the bound that the word before it says it is: "before the end of the year" is some
 * time up to it, not the end of the year. The TIMEX3 value stays that of the expression.
 */
void
sl_bound_apply (SlTimex *timex,
                int      side)
{
  g_autofree char *end = timex->when->edtf != NULL ? get_end (timex->when->edtf, side) : NULL;
  g_autofree char *edtf = NULL;

  if (end == NULL)
    return;
  edtf = side < 0 ? g_strconcat ("../", end, NULL) : g_strconcat (end, "/..", NULL);
  set_edtf (timex, edtf);
}
