/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a hundred thousand items out at sixty zooms, as one long pinch does. */

#include "config.h"

#include "timeline/sl-timeline-layout.h"

#define N_ITEMS 100000
#define DAY_S G_GINT64_CONSTANT (86400)

int
main (void)
{
  const char *const titles[] = { "One", "Two", "Three", "Four", "Five" };
  g_autofree SlTimelineItem *items = g_new0 (SlTimelineItem, N_ITEMS);
  SlTimelineStyle style = SL_TIMELINE_STYLE_DEFAULT;
  SlTimeScale scale = sl_time_scale_new (0, 3650 * DAY_S, 1600);
  guint32 state = 1;
  guint marks = 0;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      state = state * 1664525 + 1013904223;
      gint64 start = (state >> 8) * G_GINT64_CONSTANT (18);

      items[i] = (SlTimelineItem) { .id = i + 1, .title = "A title of some length", .earliest = start, .latest = start + (state % 64 == 0 ? 30 : 1) * DAY_S, .lane = state % 5, .dated = TRUE };
    }

  g_autoptr (SlLanes) lanes = sl_lanes_new (items, N_ITEMS, titles, 5);
  style.height_px = 900;
  for (int i = 0; i < 60; i++, scale = sl_time_scale_zoomed (scale, 1.2, 700))
    {
      g_autoptr (SlTimelineLayout) layout = sl_timeline_layout_new (lanes, scale, &style);

      marks += layout->marks->len;
    }
  g_print ("%u marks\n", marks);
  return 0;
}
