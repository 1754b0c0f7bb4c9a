/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-ticks.h"

static gint64
at (int year,
    int month,
    int day)
{
  return sl_civil_to_seconds (year, month, day, 0, 0, 0);
}

static char *
join_labels (const SlTickRow *row)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *label = sl_ticks_label (row, &g_array_index (row->cells, SlTick, i));

      g_string_append_printf (joined, "%s%s", i > 0 ? " | " : "", label);
    }
  return g_string_free (joined, FALSE);
}

static void
test_labels (void)
{
  const struct
  {
    gint64 start;
    gint64 end;
    double width_px;
    const char *lower;
    const char *upper;
  } rows[] = {
    { at (2025, 11, 22), at (2025, 11, 26), 180, "22 | 23 | 24 | 25", "November 2025" },
    { at (2025, 12, 30), at (2026, 1, 2), 120, "30 | 31 | 1", "December 2025 | January 2026" },
    { at (2025, 11, 23), at (2025, 11, 23) + 6 * 3600, 480, "00:00 | 01:00 | 02:00 | 03:00 | 04:00 | 05:00", "23 Nov 2025" },
    { at (2025, 1, 15), at (2025, 5, 15), 240, "Jan | Feb | Mar | Apr | May", "2025" },
    { at (2024, 2, 25), at (2024, 3, 4), 136, "25 | 27 | 1 | 3", "February 2024 | March 2024" },
    { at (2025, 1, 1), at (2028, 1, 1), 180, "2025 | 2026 | 2027", "" },
    { at (1990, 1, 1), at (2020, 1, 1), 180, "1990 | 2000 | 2010", "" },
    { at (-1, 1, 1), at (2, 1, 1), 180, "2 BC | 1 BC | 1", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SlTimeScale scale = sl_time_scale_new (rows[i].start, rows[i].end, rows[i].width_px);
      g_autoptr (SlTicks) ticks = sl_ticks_new (scale, 48, 6);
      g_autofree char *lower = join_labels (&ticks->lower);
      g_autofree char *upper = join_labels (&ticks->upper);

      g_assert_cmpstr (lower, ==, rows[i].lower);
      g_assert_cmpstr (upper, ==, rows[i].upper);
    }
}

static void
assert_row_covers (const SlTickRow *row,
                   SlTimeScale      scale,
                   double           min_px)
{
  const SlTick *first = &g_array_index (row->cells, SlTick, 0);
  const SlTick *last = &g_array_index (row->cells, SlTick, row->cells->len - 1);

  g_assert_cmpfloat (first->x_px, <=, 0.001);
  g_assert_cmpfloat (last->x_px + last->w_px, >=, scale.width_px - 0.001);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const SlTick *tick = &g_array_index (row->cells, SlTick, i);

      g_assert_cmpfloat (tick->w_px, >=, min_px);
      g_assert_cmpint (tick->end, >, tick->seconds);
      g_assert_cmpfloat (tick->label_x_px, >=, 0);
      if (i > 0)
        g_assert_cmpint (tick->seconds, ==, (tick - 1)->end);
    }
}

/* At every zoom from minutes to millennia: no holes, no crowding, every boundary of a coarse row one of the finer. */
static void
test_every_zoom (void)
{
  SlTimeScale scale = sl_time_scale_new (at (2025, 11, 23), at (2025, 11, 23) + 300, 1200);

  for (int i = 0; i < 220; i++, scale = sl_time_scale_zoomed (scale, 0.9, 700))
    {
      g_autoptr (SlTicks) ticks = sl_ticks_new (scale, 56, 5);

      /* February has 28 days, and every second day has cells of two days or three. */
      assert_row_covers (&ticks->lower, scale, 56 * 5 / 8.0 * 0.91);
      if (ticks->upper.cells->len > 0)
        assert_row_covers (&ticks->upper, scale, 0);
      if (ticks->minor.cells->len > 0)
        assert_row_covers (&ticks->minor, scale, 5 * 0.91);
      for (guint j = 0; j < ticks->upper.cells->len; j++)
        {
          const SlTick *upper = &g_array_index (ticks->upper.cells, SlTick, j);
          gboolean found = upper->x_px < 0;

          for (guint k = 0; k < ticks->lower.cells->len && !found; k++)
            found = g_array_index (ticks->lower.cells, SlTick, k).seconds == upper->seconds || ticks->lower.step == 7;
          g_assert_true (found);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ticks/labels", test_labels);
  g_test_add_func ("/ticks/every-zoom", test_every_zoom);
  return g_test_run ();
}
