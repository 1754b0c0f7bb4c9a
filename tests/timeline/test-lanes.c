/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-lanes.h"

static const char *const titles[] = { "North", "South" };

static SlTimelineItem
item (SlId   id,
      gint64 earliest,
      gint64 latest,
      guint  lane)
{
  return (SlTimelineItem) { .id = id, .title = "", .earliest = earliest, .latest = latest, .lane = lane, .dated = TRUE };
}

static SlLanes *
make_small (void)
{
  SlTimelineItem items[] = {
    item (10, 500, 600, 0),
    item (11, 100, 900, 1),
    item (12, 300, 301, 0),
    { .id = 13, .title = "", .earliest = SL_TIME_MIN, .latest = 200, .lane = 0 },
    item (14, SL_TIME_MIN, 251, 1),
    item (15, 700, SL_TIME_MAX, 9),
  };

  return sl_lanes_new (items, G_N_ELEMENTS (items), titles, 2);
}

static void
test_order (void)
{
  g_autoptr (SlLanes) lanes = make_small ();
  const SlId by_time[] = { 11, 14, 12, 10, 15, 13 };
  gint64 earliest, latest;
  int at = -1;

  for (guint i = 0; i < G_N_ELEMENTS (by_time); i++)
    {
      at = sl_lanes_step (lanes, at, 1);
      g_assert_cmpint (sl_lanes_get_item (lanes, at)->id, ==, by_time[i]);
    }
  g_assert_cmpint (sl_lanes_step (lanes, at, 1), ==, -1);
  g_assert_cmpint (sl_lanes_step (lanes, -1, -1), ==, at);
  g_assert_cmpint (sl_lanes_step (lanes, at, -5), ==, sl_lanes_find (lanes, 11));
  g_assert_cmpint (sl_lanes_find (lanes, 99), ==, -1);

  g_assert_cmpuint (sl_lanes_get_n_dated (lanes), ==, 5);
  g_assert_true (sl_lanes_get_extent (lanes, &earliest, &latest));
  g_assert_cmpint (earliest, ==, 100);
  g_assert_cmpint (latest, ==, 900);
}

static void
test_lanes (void)
{
  g_autoptr (SlLanes) lanes = make_small ();

  g_assert_cmpuint (sl_lanes_count (lanes, 0), ==, 2);
  g_assert_cmpuint (sl_lanes_count (lanes, 1), ==, 3);
  g_assert_cmpuint (sl_lanes_count (lanes, 2), ==, 1);
  g_assert_cmpint (sl_lanes_get_item (lanes, sl_lanes_at_rank (lanes, 0, 0))->id, ==, 12);
  g_assert_cmpint (sl_lanes_get_item (lanes, sl_lanes_at_rank (lanes, 2, 0))->id, ==, 13);
  g_assert_cmpuint (sl_lanes_get_rank (lanes, sl_lanes_find (lanes, 15)), ==, 2);
  g_assert_cmpstr (sl_lanes_get_title (lanes, 1), ==, "South");
  g_assert_null (sl_lanes_get_title (lanes, 2));

  g_assert_cmpint (sl_lanes_nearest (lanes, -1, 410), ==, sl_lanes_find (lanes, 10));
  g_assert_cmpint (sl_lanes_nearest (lanes, -1, 390), ==, sl_lanes_find (lanes, 12));
  g_assert_cmpint (sl_lanes_nearest (lanes, 1, 10000), ==, sl_lanes_find (lanes, 15));
  g_assert_cmpint (sl_lanes_nearest (lanes, 0, SL_TIME_MIN), ==, sl_lanes_find (lanes, 12));
}

static void
test_empty (void)
{
  g_autoptr (SlLanes) lanes = sl_lanes_new (NULL, 0, NULL, 1);
  guint counts[3] = { 7, 7, 7 };
  gint64 earliest, latest;
  guint n;

  g_assert_false (sl_lanes_get_extent (lanes, &earliest, &latest));
  g_assert_cmpint (sl_lanes_step (lanes, -1, 1), ==, -1);
  g_assert_cmpint (sl_lanes_nearest (lanes, -1, 0), ==, -1);
  sl_lanes_density (lanes, 0, 100, counts, 3);
  g_assert_cmpuint (counts[0] + counts[1] + counts[2], ==, 0);
  sl_lanes_get_gaps (lanes, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* The quick searches against looking at everything. */
static void
test_searches (void)
{
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, 3000);
  guint32 state = 1;

  for (guint i = 0; i < 3000; i++)
    {
      state = state * 1664525 + 1013904223;
      gint64 start = state >> 12;
      gint64 length = (state & 31) == 0 ? 400000 : (state & 255);

      items[i] = item (i + 1, start, start + length, i % 2);
    }
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 3000, titles, 2);

  for (gint64 at = -1000; at < 1100000; at += 37777)
    {
      guint ranks[3000];
      guint n = sl_lanes_count (lanes, 1);
      guint first = sl_lanes_gallop (lanes, 1, 0, at);
      guint found = sl_lanes_collect_long (lanes, 1, 0, first, at, ranks, 3000);
      guint expected = 0;

      for (guint rank = 0; rank < n; rank++)
        {
          const SlTimelineItem *one = sl_lanes_get_item (lanes, sl_lanes_at_rank (lanes, 1, rank));

          g_assert_true ((one->earliest >= at) == (rank >= first));
          if (rank < first && MAX (one->latest, one->earliest + 1) > at)
            g_assert_cmpuint (ranks[expected++], ==, rank);
        }
      g_assert_cmpuint (found, ==, expected);
    }
}

static void
test_density (void)
{
  g_autoptr (SlLanes) lanes = make_small ();
  const guint expected[] = { 0, 1, 1, 1, 0, 1, 0, 1, 0, 0 };
  guint counts[10];

  sl_lanes_density (lanes, 0, 1000, counts, 10);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

static void
test_gaps_and_bursts (void)
{
  SlTimelineItem items[20];
  const SlTimeSpan *spans;
  guint n;

  /* Fourteen a hundred apart, then nothing for long, then six close together. */
  for (int i = 0; i < 14; i++)
    items[i] = item (i + 1, i * 100, i * 100 + 10, 0);
  for (int i = 14; i < 20; i++)
    items[i] = item (i + 1, 3000 + i, 3000 + i + 1, 1);

  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 20, titles, 2);
  spans = sl_lanes_get_gaps (lanes, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (spans[0].start, ==, 1310);
  g_assert_cmpint (spans[0].end, ==, 3014);

  spans = sl_lanes_get_bursts (lanes, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (spans[0].start, ==, 3014);
  g_assert_cmpint (spans[0].end, ==, 3020);
  g_assert_cmpuint (spans[0].count, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/lanes", test_lanes);
  g_test_add_func ("/lanes/empty", test_empty);
  g_test_add_func ("/lanes/searches", test_searches);
  g_test_add_func ("/lanes/density", test_density);
  g_test_add_func ("/lanes/gaps-and-bursts", test_gaps_and_bursts);
  return g_test_run ();
}
