/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-omissions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *why;
} Text;

static const Text texts[] = {
  [SL_OMISSION_UNDATED_EVENT] = {
      N_ ("Undated events"),
      N_ ("They stand on no timeline: the evidence gives them no date, and none was borrowed.") },
  [SL_OMISSION_EVENT_WITHOUT_CLAIM] = { N_ ("Events without claims"), N_ ("Nothing quoted supports them.") },
  [SL_OMISSION_CLAIM_WITHOUT_EVENT] = { N_ ("Claims without an event"), N_ ("They belong to no event and are not told here.") },
  [SL_OMISSION_OPEN_SUGGESTION] = { N_ ("Suggestions nobody has judged"), N_ ("The program proposed them; nobody has accepted or rejected them yet.") },
  [SL_OMISSION_REJECTED_SUGGESTION] = { N_ ("Rejected suggestions"), N_ ("The program proposed them; the analyst did not take them.") },
  [SL_OMISSION_SOURCE_WITHOUT_CLAIM] = { N_ ("Sources without claims"), N_ ("They were captured, but nothing in this report rests on them.") },
  [SL_OMISSION_UNREADABLE_CAPTURE] = { N_ ("Captures that could not be read"), N_ ("The bytes are kept; no article could be read from them.") },
  [SL_OMISSION_LEFT_OUT] = { N_ ("Left out by choice"), N_ ("They were left out of this report on purpose.") },
};

/**
 * sl_omissions_collect:
 *
 * Gathers what exports of a report have to list as left out: what the report says, and its events without a date.
 *
 * Returns: (transfer full) (element-type SlReportOmission): the omissions
 */
GPtrArray *
sl_omissions_collect (const SlReport *report)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_report_omission_free);

  for (guint i = 0; i < report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, i);
      g_autofree char *what = g_strdup_printf ("%u  %s", i + 1, event->title);
      const char *reason = event->when != NULL ? event->when->reason : NULL;

      if (!sl_report_event_is_dated (event))
        g_ptr_array_add (all, sl_report_omission_new (SL_OMISSION_UNDATED_EVENT, 1, what, reason != NULL && *reason != '\0' ? _ (reason) : NULL));
    }
  for (guint i = 0; i < report->omissions->len; i++)
    {
      const SlReportOmission *omission = g_ptr_array_index (report->omissions, i);

      if (omission->count > 0)
        g_ptr_array_add (all, sl_report_omission_new (omission->kind, omission->count, omission->what, omission->why));
    }
  return all;
}

guint
sl_omissions_count (GPtrArray      *omissions,
                    SlOmissionKind  kind)
{
  guint count = 0;

  for (guint i = 0; i < omissions->len; i++)
    {
      const SlReportOmission *omission = g_ptr_array_index (omissions, i);

      count += omission->kind == kind ? omission->count : 0;
    }
  return count;
}

/**
 * sl_omissions_get_title:
 *
 * Returns: (transfer none): heading for a kind, translated
 */
const char *
sl_omissions_get_title (SlOmissionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (texts), "");

  return _ (texts[kind].title);
}

/**
 * sl_omissions_get_why:
 *
 * Returns: (transfer none): why such things are left out, translated
 */
const char *
sl_omissions_get_why (SlOmissionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (texts), "");

  return _ (texts[kind].why);
}
