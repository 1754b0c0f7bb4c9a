/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-lanes-private.h"

/* Fewer items say nothing about what is usual. */
#define GAP_MIN_ITEMS 4
#define BURST_MIN_ITEMS 12

/* A gap is this many times the mean distance, and this part of the whole. */
#define GAP_TIMES_MEAN 3
#define GAP_PART_OF_WHOLE 12

/* A burst is this many items, each following within this part of the mean distance. */
#define BURST_LENGTH 5
#define BURST_PART_OF_MEAN 8

/**
 * sl_lanes_find_gaps:
 * @anchors: sorted, UTC seconds
 * @reach: end of each item, UTC seconds
 *
 * Finds stretches in which nothing is known to have happened and which are long for this case.
 *
 * Returns: (transfer full) (element-type SlTimeSpan): in time order
 */
GArray *
sl_lanes_find_gaps (const gint64 *anchors,
                    const gint64 *reach,
                    guint         n)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (SlTimeSpan));

  if (n < GAP_MIN_ITEMS)
    return gaps;

  gint64 whole = anchors[n - 1] - anchors[0];
  gint64 least = MAX (whole / (n - 1) * GAP_TIMES_MEAN, MAX (whole / GAP_PART_OF_WHOLE, 1));
  gint64 covered = reach[0];

  for (guint i = 1; i < n; i++)
    {
      SlTimeSpan gap = { covered, anchors[i], 0 };

      if (anchors[i] > covered && anchors[i] - covered >= least)
        g_array_append_val (gaps, gap);
      covered = MAX (covered, reach[i]);
    }
  return gaps;
}

/**
 * sl_lanes_find_bursts:
 * @anchors: sorted, UTC seconds
 *
 * Finds stretches in which many items follow each other closely for this case.
 *
 * Returns: (transfer full) (element-type SlTimeSpan): in time order
 */
GArray *
sl_lanes_find_bursts (const gint64 *anchors,
                      guint         n)
{
  GArray *bursts = g_array_new (FALSE, FALSE, sizeof (SlTimeSpan));

  if (n < BURST_MIN_ITEMS)
    return bursts;

  gint64 close = (anchors[n - 1] - anchors[0]) / (n - 1) / BURST_PART_OF_MEAN;
  guint first = 0;

  for (guint i = 1; i <= n; i++)
    {
      SlTimeSpan burst = { anchors[first], anchors[i - 1] + 1, i - first };

      if (i < n && anchors[i] - anchors[i - 1] <= close)
        continue;
      if (burst.count >= BURST_LENGTH && burst.count < n)
        g_array_append_val (bursts, burst);
      first = i;
    }
  return bursts;
}
