/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-civil.h"
#include "timeline/sl-timeline-item.h"

static gint64
at (int year,
    int month,
    int day)
{
  return year == 0 ? 0 : sl_civil_to_seconds (year, month, day, 0, 0, 0);
}

/* What is certain of a date lies between its latest begin and its earliest end. */
static void
test_core (void)
{
  const struct
  {
    const char *edtf;
    gint64 core_start;
    gint64 core_end;
    gint64 anchor;
  } rows[] = {
    { "2025-11-23", at (2025, 11, 23), at (2025, 11, 24), at (2025, 11, 23) },
    { "2025-11", 0, 0, at (2025, 11, 1) },
    { "2025", 0, 0, at (2025, 1, 1) },
    { "2025-11-23?", 0, 0, at (2025, 11, 23) },
    { "2025-11-23~", 0, 0, at (2025, 11, 23) },
    { "2025-11-20/2025-11-23", at (2025, 11, 20), at (2025, 11, 24), at (2025, 11, 20) },
    { "2025-11/2026-01-05", at (2025, 12, 1), at (2026, 1, 6), at (2025, 11, 1) },
    { "2025-10-30/2026-01", at (2025, 10, 30), at (2026, 1, 1), at (2025, 10, 30) },
    { "2025-11/2025-12", 0, 0, at (2025, 11, 1) },
    { "2025-11-23/..", at (2025, 11, 23), at (2025, 11, 24), at (2025, 11, 23) },
    { "../2025-11-23", at (2025, 11, 23), at (2025, 11, 24), at (2025, 11, 24) - 1 },
    { "2025/..", 0, 0, at (2025, 1, 1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlWhen) when = sl_when_new (rows[i].edtf, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", rows[i].edtf);
      SlTimelineItem item = sl_timeline_item_new (1, "", when, SL_CONFIDENCE_PROBABLE, FALSE, 0);
      g_assert_true (item.dated);
      g_assert_cmpint (item.core_start, ==, rows[i].core_start);
      g_assert_cmpint (item.core_end, ==, rows[i].core_end);
      g_assert_cmpint (sl_timeline_item_get_anchor (&item), ==, rows[i].anchor);
    }
}

static void
test_undated (void)
{
  g_autoptr (SlWhen) when = sl_when_new_undated ();
  SlTimelineItem item;

  /* A known bound does not make a date. */
  when->latest = at (2025, 11, 23);
  item = sl_timeline_item_new (1, "", when, SL_CONFIDENCE_PROBABLE, FALSE, 0);
  g_assert_false (item.dated);
  item = sl_timeline_item_new (1, "", NULL, SL_CONFIDENCE_PROBABLE, TRUE, 0);
  g_assert_false (item.dated);
  g_assert_true (item.contested);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/item/core", test_core);
  g_test_add_func ("/item/undated", test_undated);
  return g_test_run ();
}
