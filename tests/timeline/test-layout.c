/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-layout.h"

#define DAY G_GINT64_CONSTANT (86400)

static SlTimelineItem
item (SlId        id,
      const char *title,
      gint64      earliest,
      gint64      latest)
{
  gboolean firm = earliest != SL_TIME_MIN && latest != SL_TIME_MAX;

  return (SlTimelineItem) { .id = id, .title = title, .earliest = earliest, .latest = latest, .core_start = firm ? earliest : 0, .core_end = firm ? latest : 0, .dated = TRUE };
}

static SlTimelineLayout *
lay_out (SlLanes *lanes,
         gint64   start,
         gint64   end,
         double   width_px)
{
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;

  return sl_timeline_layout_new (lanes, sl_time_scale_new (start, end, width_px), &style);
}

static const SlTimelineMark *
mark_of (SlTimelineLayout *layout,
         SlLanes          *lanes,
         SlId              id)
{
  int mark = sl_timeline_layout_find (layout, lanes, sl_lanes_find (lanes, id));

  g_assert_cmpint (mark, >=, 0);
  return sl_timeline_layout_get_mark (layout, mark);
}

/* What must hold in every layout, whatever is in it. */
static void
assert_sound (SlTimelineLayout *layout,
              SlLanes          *lanes)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const SlTimelineMark *a = sl_timeline_layout_get_mark (layout, i);
      const SlLaneBox *box = &g_array_index (layout->lanes, SlLaneBox, a->lane);

      g_assert_cmpfloat (a->y_px, >=, box->y_px + box->header_h_px);
      g_assert_cmpfloat (a->y_px + a->h_px, <=, box->y_px + box->h_px);
      g_assert_cmpfloat (a->w_px, >=, a->glyph_w_px);
      g_assert_cmpuint (a->count, >=, 1);
      for (guint j = i + 1; j < box->first_mark + box->n_marks; j++)
        {
          const SlTimelineMark *b = sl_timeline_layout_get_mark (layout, j);

          if (a->lane < sl_lanes_get_n_lanes (lanes))
            g_assert_cmpfloat (a->x_px, <=, b->x_px);
          if (a->row == b->row)
            g_assert_cmpfloat (a->x_px + a->w_px, <=, b->x_px + 0.001);
        }
    }
  g_assert_cmpuint (layout->lanes->len, ==, sl_lanes_get_n_lanes (lanes) + layout->has_undated);
}

static void
test_marks (void)
{
  SlTimelineItem items[] = {
    item (1, "A day", 10 * DAY, 11 * DAY),
    item (2, "A week", 20 * DAY, 27 * DAY),
    item (3, "Since", 40 * DAY, SL_TIME_MAX),
    item (4, "Until", SL_TIME_MIN, 60 * DAY),
    { .id = 5, .title = "Some time in the month", .earliest = 70 * DAY, .latest = 100 * DAY, .dated = TRUE },
    { .id = 6, .title = "No date", .earliest = SL_TIME_MIN, .latest = 50 * DAY },
  };
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, G_N_ELEMENTS (items), NULL, 1);
  g_autoptr (SlTimelineLayout) layout = lay_out (lanes, 0, 100 * DAY, 1000);
  const SlTimelineMark *mark;

  assert_sound (layout, lanes);
  mark = mark_of (layout, lanes, 1);
  g_assert_cmpint (mark->kind, ==, SL_MARK_POINT);
  g_assert_cmpfloat_with_epsilon (mark->glyph_x_px, 100 - 7, 0.01);
  g_assert_cmpfloat_with_epsilon (mark->label_w_px, 5 * 7, 0.01);

  mark = mark_of (layout, lanes, 2);
  g_assert_cmpint (mark->kind, ==, SL_MARK_SPAN);
  g_assert_cmpfloat_with_epsilon (mark->bar_x_px, 200, 0.01);
  g_assert_cmpfloat_with_epsilon (mark->bar_w_px, 70, 0.01);
  g_assert_cmpfloat_with_epsilon (mark->core_w_px, 70, 0.01);

  mark = mark_of (layout, lanes, 3);
  g_assert_true (mark->open_end && !mark->open_start);
  g_assert_cmpfloat_with_epsilon (mark->bar_w_px, 40, 0.01);

  mark = mark_of (layout, lanes, 4);
  g_assert_true (mark->open_start && !mark->open_end);
  g_assert_cmpfloat_with_epsilon (mark->bar_x_px, 600 - 40, 0.01);

  mark = mark_of (layout, lanes, 5);
  g_assert_cmpfloat (mark->core_w_px, ==, 0);
  g_assert_cmpfloat_with_epsilon (mark->bar_w_px, 300, 0.01);

  /* A bound is no date: it stays on the undated lane. */
  g_assert_true (layout->has_undated);
  g_assert_cmpuint (mark_of (layout, lanes, 6)->lane, ==, 1);
}

static void
test_labels_give_way (void)
{
  SlTimelineItem items[] = {
    item (1, "A title long enough to reach the next one", 10 * DAY, 11 * DAY),
    item (2, "Second", 20 * DAY, 21 * DAY),
    item (3, "Third", 22 * DAY, 23 * DAY),
  };
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, G_N_ELEMENTS (items), NULL, 1);

  style.max_rows = 2; /* one of them is for clusters */
  g_autoptr (SlTimelineLayout) layout = sl_timeline_layout_new (lanes, sl_time_scale_new (0, 100 * DAY, 1000), &style);
  const SlTimelineMark *first = mark_of (layout, lanes, 1);
  const SlTimelineMark *second = mark_of (layout, lanes, 2);

  assert_sound (layout, lanes);
  g_assert_cmpuint (second->row, ==, first->row);
  g_assert_cmpfloat (first->label_w_px, <, 80);
  g_assert_cmpfloat (first->label_w_px, >, style.label_min_px);
  g_assert_cmpfloat (second->label_w_px, ==, 0);
}

static void
test_clusters_open (void)
{
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, 500);

  for (int i = 0; i < 500; i++)
    items[i] = item (i + 1, "One of many", (1000 + i % 7) * DAY + i * 60, (1000 + i % 7) * DAY + i * 60 + 1);
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 500, NULL, 1);
  g_autoptr (SlTimelineLayout) far = lay_out (lanes, 0, 2000 * DAY, 1000);
  const SlTimelineMark *cluster = sl_timeline_layout_get_mark (far, 0);

  g_assert_cmpuint (far->marks->len, ==, 1);
  g_assert_cmpint (cluster->kind, ==, SL_MARK_CLUSTER);
  g_assert_cmpuint (cluster->count, ==, 500);
  for (guint i = 0; i < 500; i++)
    g_assert_cmpint (sl_timeline_layout_find (far, lanes, i), ==, 0);

  g_autoptr (SlTimelineLayout) near = lay_out (lanes, cluster->earliest, cluster->latest, 1000);
  g_assert_cmpuint (near->marks->len, >, 6);
  assert_sound (near, lanes);
}

static guint
count_shown (SlTimelineLayout *layout)
{
  guint shown = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    shown += sl_timeline_layout_get_mark (layout, i)->count;
  return shown;
}

/* Many items of all kinds in several lanes: sound at every zoom, nobody lost, never too many marks. */
static void
test_many (void)
{
  const char *const titles[] = { "One", "Two", "Three", "Four" };
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, 20000);
  guint32 state = 7;

  for (guint i = 0; i < 20000; i++)
    {
      state = state * 1664525 + 1013904223;
      gint64 start = (gint64) (state >> 8) * 20;

      items[i] = item (i + 1, "A title of some length", start, start + (i % 50 == 0 ? 90 * DAY : DAY));
      items[i].lane = state % 4;
      items[i].dated = i % 100 != 0;
    }
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 20000, titles, 4);
  SlTimeScale scale = sl_time_scale_new (0, G_GINT64_CONSTANT (335544320), 1600);
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;

  style.height_px = 900;
  g_autoptr (SlTimelineLayout) all = sl_timeline_layout_new (lanes, scale, &style);
  g_assert_cmpuint (count_shown (all), ==, 20000);

  for (int i = 0; i < 30; i++, scale = sl_time_scale_zoomed (scale, 1.5, 431))
    {
      g_autoptr (SlTimelineLayout) layout = sl_timeline_layout_new (lanes, scale, &style);

      assert_sound (layout, lanes);
      g_assert_cmpuint (layout->marks->len, <=, style.max_marks);
    }
}

/* While panning, a mark that stays in view keeps its row and its place in time. */
static void
test_stable_pan (void)
{
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, 300);

  for (int i = 0; i < 300; i++)
    items[i] = item (i + 1, "A title of some length", i * (i % 7) * DAY, (i * (i % 7) + 1 + i % 3) * DAY);
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 300, NULL, 1);
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  SlTimeScale scale = sl_time_scale_new (300 * DAY, 500 * DAY, 1000);
  g_autoptr (SlTimelineLayout) before = sl_timeline_layout_new (lanes, scale, &style);

  for (int step = 1; step < 20; step++)
    {
      g_autoptr (SlTimelineLayout) after = sl_timeline_layout_new (lanes, sl_time_scale_panned (scale, step * 17), &style);

      for (guint i = 0; i < before->marks->len; i++)
        {
          const SlTimelineMark *a = sl_timeline_layout_get_mark (before, i);
          int found = sl_timeline_layout_find (after, lanes, a->item);

          if (found < 0)
            continue;
          const SlTimelineMark *b = sl_timeline_layout_get_mark (after, found);
          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpuint (a->row, ==, b->row);
          g_assert_cmpfloat_with_epsilon (a->glyph_x_px - step * 17, b->glyph_x_px, 0.01);
        }
    }
}

static void
test_hit (void)
{
  SlTimelineItem items[] = {
    item (1, "First", 10 * DAY, 11 * DAY),
    item (2, "Second", 30 * DAY, 60 * DAY),
  };
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, G_N_ELEMENTS (items), NULL, 1);
  g_autoptr (SlTimelineLayout) layout = lay_out (lanes, 0, 100 * DAY, 1000);
  const SlTimelineMark *first = mark_of (layout, lanes, 1);
  const SlTimelineMark *second = mark_of (layout, lanes, 2);

  g_assert_cmpint (sl_timeline_layout_hit (layout, 100, first->y_px + 5, 0), ==, 0);
  g_assert_cmpint (sl_timeline_layout_hit (layout, first->label_x_px + 3, first->y_px + 5, 0), ==, 0);
  g_assert_cmpint (sl_timeline_layout_hit (layout, 590, second->y_px + 20, 0), ==, 1);
  g_assert_cmpint (sl_timeline_layout_hit (layout, 605, second->y_px + 20, 0), ==, -1);
  g_assert_cmpint (sl_timeline_layout_hit (layout, 605, second->y_px + 20, 8), ==, 1);
  g_assert_cmpint (sl_timeline_layout_hit (layout, 100, layout->height_px + 1, 8), ==, -1);
}

static void
test_undated_overflow (void)
{
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, 40);

  for (int i = 0; i < 40; i++)
    items[i] = (SlTimelineItem) { .id = i + 1, .title = "Somebody said so", .earliest = SL_TIME_MIN, .latest = SL_TIME_MAX };
  g_autoptr (SlLanes) lanes = sl_lanes_new (items, 40, NULL, 1);
  g_autoptr (SlTimelineLayout) layout = lay_out (lanes, 0, DAY, 500);
  const SlTimelineMark *last = sl_timeline_layout_get_mark (layout, layout->marks->len - 1);
  guint clusters = 0;

  assert_sound (layout, lanes);
  g_assert_cmpuint (count_shown (layout), ==, 40);
  for (guint i = 0; i < layout->marks->len; i++)
    clusters += sl_timeline_layout_get_mark (layout, i)->kind == SL_MARK_CLUSTER;
  g_assert_cmpuint (clusters, ==, 1);
  g_assert_cmpint (last->kind, ==, SL_MARK_CLUSTER);
  g_assert_cmpfloat (last->x_px + last->w_px, <=, 500);
  g_assert_cmpuint (g_array_index (layout->lanes, SlLaneBox, 1).rows, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/marks", test_marks);
  g_test_add_func ("/layout/labels-give-way", test_labels_give_way);
  g_test_add_func ("/layout/clusters-open", test_clusters_open);
  g_test_add_func ("/layout/many", test_many);
  g_test_add_func ("/layout/stable-pan", test_stable_pan);
  g_test_add_func ("/layout/hit", test_hit);
  g_test_add_func ("/layout/undated-overflow", test_undated_overflow);
  return g_test_run ();
}
