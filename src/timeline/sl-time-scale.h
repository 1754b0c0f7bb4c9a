/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shortest and the longest stretch of time that a view can show. */
#define SL_TIME_SCALE_MIN_SPAN_S (5.0 * 60.0)
#define SL_TIME_SCALE_MAX_SPAN_S (3000.0 * 365.2425 * 86400.0)

/**
 * SlTimeScale:
 * @start_s: UTC seconds at the left edge, with fractions so that panning is smooth
 * @s_per_px: seconds that one pixel stands for; always above 0
 * @width_px: width of the view
 *
 * Which part of time a view shows. A plain value: copy it to remember or animate a view.
 */
typedef struct
{
  double start_s;
  double s_per_px;
  double width_px;
} SlTimeScale;

SlTimeScale sl_time_scale_new        (gint64      earliest,
                                      gint64      latest,
                                      double      width_px);
SlTimeScale sl_time_scale_fit        (gint64      earliest,
                                      gint64      latest,
                                      double      width_px,
                                      double      margin_px);
SlTimeScale sl_time_scale_resized    (SlTimeScale self,
                                      double      width_px);
SlTimeScale sl_time_scale_zoomed     (SlTimeScale self,
                                      double      factor,
                                      double      about_px);
SlTimeScale sl_time_scale_panned     (SlTimeScale self,
                                      double      delta_px);
SlTimeScale sl_time_scale_centred    (SlTimeScale self,
                                      gint64      seconds);
SlTimeScale sl_time_scale_clamped    (SlTimeScale self,
                                      gint64      earliest,
                                      gint64      latest);
SlTimeScale sl_time_scale_mix        (SlTimeScale from,
                                      SlTimeScale to,
                                      double      progress);
double      sl_time_scale_to_px      (SlTimeScale self,
                                      gint64      seconds);
gint64      sl_time_scale_to_seconds (SlTimeScale self,
                                      double      x_px);
double      sl_time_scale_get_span_s (SlTimeScale self);
gint64      sl_time_scale_get_start  (SlTimeScale self);
gint64      sl_time_scale_get_end    (SlTimeScale self);
gboolean    sl_time_scale_equal      (SlTimeScale a,
                                      SlTimeScale b);

G_END_DECLS
