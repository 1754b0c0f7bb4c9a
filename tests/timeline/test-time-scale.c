/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-time-scale.h"

#include "core/sl-when.h"

#define DAY G_GINT64_CONSTANT (86400)

static void
test_there_and_back (void)
{
  const gint64 spans[] = { 600, 86400, 30 * DAY, 365 * DAY, 36524 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      gint64 start = 1763856000 - spans[i] / 3;
      SlTimeScale scale = sl_time_scale_new (start, start + spans[i], 1000);

      g_assert_cmpint (sl_time_scale_get_start (scale), ==, start);
      g_assert_cmpint (sl_time_scale_get_end (scale), ==, start + spans[i]);
      g_assert_cmpfloat_with_epsilon (sl_time_scale_to_px (scale, start), 0, 0.001);
      g_assert_cmpfloat_with_epsilon (sl_time_scale_to_px (scale, start + spans[i]), 1000, 0.001);
      g_assert_cmpint (sl_time_scale_to_seconds (scale, 500), ==, start + spans[i] / 2);
    }
}

static void
test_zoom_keeps_point (void)
{
  SlTimeScale scale = sl_time_scale_new (0, 100 * DAY, 800);
  const double factors[] = { 1.1, 0.9, 2, 0.5, 10, 1e9, 1e-9 };
  const double points[] = { 0, 123, 799 };

  for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
    {
      for (guint p = 0; p < G_N_ELEMENTS (points); p++)
        {
          SlTimeScale zoomed = sl_time_scale_zoomed (scale, factors[f], points[p]);
          double before = scale.start_s + points[p] * scale.s_per_px;
          double after = zoomed.start_s + points[p] * zoomed.s_per_px;

          g_assert_cmpfloat_with_epsilon (before, after, 0.01);
          g_assert_cmpfloat (sl_time_scale_get_span_s (zoomed), >=, SL_TIME_SCALE_MIN_SPAN_S - 0.001);
          g_assert_cmpfloat (sl_time_scale_get_span_s (zoomed), <=, SL_TIME_SCALE_MAX_SPAN_S * 1.0001);
        }
    }
}

static void
test_fit (void)
{
  SlTimeScale scale = sl_time_scale_fit (10 * DAY, 20 * DAY, 1000, 100);
  SlTimeScale moment = sl_time_scale_fit (5 * DAY, 5 * DAY, 1000, 100);
  SlTimeScale narrow = sl_time_scale_fit (10 * DAY, 20 * DAY, 100, 100);

  g_assert_cmpfloat_with_epsilon (sl_time_scale_to_px (scale, 10 * DAY), 100, 0.001);
  g_assert_cmpfloat_with_epsilon (sl_time_scale_to_px (scale, 20 * DAY), 900, 0.001);
  g_assert_cmpfloat_with_epsilon (sl_time_scale_to_px (moment, 5 * DAY), 500, 0.001);
  g_assert_cmpfloat_with_epsilon (sl_time_scale_get_span_s (moment), 30.0 * DAY, 1);
  g_assert_cmpfloat (sl_time_scale_to_px (narrow, 20 * DAY), <=, 100);
}

static void
test_extremes (void)
{
  SlTimeScale scale = sl_time_scale_new (SL_TIME_MIN, SL_TIME_MAX, 1000);

  g_assert_cmpfloat_with_epsilon (sl_time_scale_get_span_s (scale), SL_TIME_SCALE_MAX_SPAN_S, 1e6);
  g_assert_cmpfloat (sl_time_scale_to_px (scale, SL_TIME_MIN), <, 0);
  g_assert_cmpfloat (sl_time_scale_to_px (scale, SL_TIME_MAX), >, 1000);
  g_assert_cmpint (sl_time_scale_to_seconds (scale, 1e300), <, SL_TIME_MAX);
  scale = sl_time_scale_panned (scale, 1e300);
  g_assert_cmpint (sl_time_scale_get_start (scale), >, 0);
  scale = sl_time_scale_new (0, DAY, 0);
  g_assert_cmpfloat (scale.s_per_px, >, 0);
}

static void
test_clamp_and_mix (void)
{
  SlTimeScale lost = sl_time_scale_new (1000 * DAY, 1010 * DAY, 500);
  SlTimeScale found = sl_time_scale_clamped (lost, 0, 100 * DAY);
  SlTimeScale half;

  g_assert_cmpint (sl_time_scale_to_seconds (found, 250), ==, 100 * DAY);
  g_assert_true (sl_time_scale_equal (sl_time_scale_clamped (found, 0, 100 * DAY), found));

  half = sl_time_scale_mix (lost, sl_time_scale_new (1000 * DAY, 1040 * DAY, 500), 0.5);
  g_assert_cmpfloat_with_epsilon (sl_time_scale_get_span_s (half), 20.0 * DAY, 1);
  g_assert_cmpfloat_with_epsilon (half.start_s, 1000.0 * DAY, 1);
  g_assert_true (sl_time_scale_equal (sl_time_scale_mix (lost, found, 1), found));
  g_assert_true (sl_time_scale_equal (sl_time_scale_mix (lost, found, 0), lost));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/time-scale/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/time-scale/fit", test_fit);
  g_test_add_func ("/time-scale/extremes", test_extremes);
  g_test_add_func ("/time-scale/clamp-and-mix", test_clamp_and_mix);
  return g_test_run ();
}
