/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-time-scale.h"

#include <math.h>

/* Beyond this doubles no longer hold whole seconds; it is 285 million years. */
#define LIMIT_S 9.0e15

/* What a view of nothing shows. */
#define DEFAULT_SPAN_S (30.0 * 86400.0)

static double
usable_width (double width_px)
{
  return MAX (width_px, 1.0);
}

static double
clamp_s_per_px (double s_per_px,
                double width_px)
{
  return CLAMP (s_per_px, SL_TIME_SCALE_MIN_SPAN_S / width_px, SL_TIME_SCALE_MAX_SPAN_S / width_px);
}

static SlTimeScale
around (double centre_s,
        double span_s,
        double width_px)
{
  SlTimeScale scale;

  scale.width_px = usable_width (width_px);
  scale.s_per_px = clamp_s_per_px (span_s / scale.width_px, scale.width_px);
  scale.start_s = CLAMP (centre_s, -LIMIT_S, LIMIT_S) - scale.s_per_px * scale.width_px / 2;
  return scale;
}

/**
 * sl_time_scale_new:
 * @earliest: UTC seconds at the left edge
 * @latest: UTC seconds at the right edge
 * @width_px: width of the view
 *
 * Makes the scale that shows a stretch of time from edge to edge, as far as the limits of a span allow.
 */
SlTimeScale
sl_time_scale_new (gint64 earliest,
                   gint64 latest,
                   double width_px)
{
  double start = CLAMP ((double) earliest, -LIMIT_S, LIMIT_S);
  double end = CLAMP ((double) latest, -LIMIT_S, LIMIT_S);

  return around ((start + end) / 2, MAX (end - start, 0), width_px);
}

/**
 * sl_time_scale_fit:
 * @earliest: UTC seconds
 * @latest: UTC seconds; not later than @earliest for a single moment
 * @width_px: width of the view
 * @margin_px: left free at either side
 *
 * Makes the scale that shows a stretch of time with a margin; a single moment gets a month around it.
 */
SlTimeScale
sl_time_scale_fit (gint64 earliest,
                   gint64 latest,
                   double width_px,
                   double margin_px)
{
  double start = CLAMP ((double) earliest, -LIMIT_S, LIMIT_S);
  double end = CLAMP ((double) latest, -LIMIT_S, LIMIT_S);
  double width = usable_width (width_px);
  double inner = MAX (width - 2 * margin_px, width / 4);
  double span = end - start > 1 ? (end - start) * width / inner : DEFAULT_SPAN_S;

  return around ((start + end) / 2, span, width);
}

/**
 * sl_time_scale_resized:
 *
 * Gives the view another width; what is at the left edge and how much time a pixel is stay.
 */
SlTimeScale
sl_time_scale_resized (SlTimeScale self,
                       double      width_px)
{
  SlTimeScale scale = self;

  scale.width_px = usable_width (width_px);
  scale.s_per_px = clamp_s_per_px (self.s_per_px, scale.width_px);
  return scale;
}

/**
 * sl_time_scale_zoomed:
 * @factor: above 1 shows less time in more detail
 * @about_px: the point which stays where it is
 *
 * Zooms about a point.
 */
SlTimeScale
sl_time_scale_zoomed (SlTimeScale self,
                      double      factor,
                      double      about_px)
{
  SlTimeScale scale = self;
  double about_s = self.start_s + about_px * self.s_per_px;

  g_return_val_if_fail (factor > 0, self);

  scale.s_per_px = clamp_s_per_px (self.s_per_px / factor, self.width_px);
  scale.start_s = about_s - about_px * scale.s_per_px;
  return scale;
}

/**
 * sl_time_scale_panned:
 * @delta_px: above 0 moves towards the future
 *
 * Moves the view.
 */
SlTimeScale
sl_time_scale_panned (SlTimeScale self,
                      double      delta_px)
{
  SlTimeScale scale = self;

  scale.start_s = CLAMP (self.start_s + delta_px * self.s_per_px, -LIMIT_S, LIMIT_S);
  return scale;
}

/**
 * sl_time_scale_centred:
 *
 * Moves the view so that a moment is in its middle.
 */
SlTimeScale
sl_time_scale_centred (SlTimeScale self,
                       gint64      seconds)
{
  return around ((double) seconds, sl_time_scale_get_span_s (self), self.width_px);
}

/**
 * sl_time_scale_clamped:
 * @earliest: UTC seconds
 * @latest: UTC seconds
 *
 * Keeps the middle of the view within a stretch of time, so that nobody gets lost in empty centuries.
 */
SlTimeScale
sl_time_scale_clamped (SlTimeScale self,
                       gint64      earliest,
                       gint64      latest)
{
  double half = sl_time_scale_get_span_s (self) / 2;
  double centre = self.start_s + half;
  double last = MAX ((double) latest, (double) earliest);
  SlTimeScale scale = self;

  scale.start_s = CLAMP (centre, (double) earliest, last) - half;
  return scale;
}

/**
 * sl_time_scale_mix:
 * @progress: 0 gives @from, 1 gives @to
 *
 * Gives a step of an animation between two views.
 *
 * The span changes by the same factor in each step and the middle moves with it, so that the
 * journey looks even over any range of zoom.
 */
SlTimeScale
sl_time_scale_mix (SlTimeScale from,
                   SlTimeScale to,
                   double      progress)
{
  double width = to.width_px;
  double from_span = from.s_per_px * width;
  double to_span = to.s_per_px * width;
  double from_centre = from.start_s + from.s_per_px * from.width_px / 2;
  double to_centre = to.start_s + to_span / 2;
  double span = from_span * pow (to_span / from_span, progress);
  double part = fabs (to_span / from_span - 1) > 0.001 ? (span - from_span) / (to_span - from_span) : progress;

  if (progress >= 1)
    return to;
  return around (from_centre + (to_centre - from_centre) * part, span, width);
}

/**
 * sl_time_scale_to_px:
 *
 * Returns: where a moment is, in pixels from the left edge
 */
double
sl_time_scale_to_px (SlTimeScale self,
                     gint64      seconds)
{
  return ((double) seconds - self.start_s) / self.s_per_px;
}

/**
 * sl_time_scale_to_seconds:
 *
 * Returns: which second is at a place of the view, UTC
 */
gint64
sl_time_scale_to_seconds (SlTimeScale self,
                          double      x_px)
{
  return (gint64) floor (CLAMP (self.start_s + x_px * self.s_per_px, -LIMIT_S, LIMIT_S));
}

/**
 * sl_time_scale_get_span_s:
 *
 * Returns: how many seconds the view shows
 */
double
sl_time_scale_get_span_s (SlTimeScale self)
{
  return self.s_per_px * self.width_px;
}

/**
 * sl_time_scale_get_start:
 *
 * Returns: the first second in view, UTC
 */
gint64
sl_time_scale_get_start (SlTimeScale self)
{
  return sl_time_scale_to_seconds (self, 0);
}

/**
 * sl_time_scale_get_end:
 *
 * Returns: one past the last second in view, UTC
 */
gint64
sl_time_scale_get_end (SlTimeScale self)
{
  return (gint64) ceil (CLAMP (self.start_s + self.width_px * self.s_per_px, -LIMIT_S, LIMIT_S));
}

/**
 * sl_time_scale_equal:
 *
 * Returns: %TRUE if both show the same to within a hundredth of a pixel
 */
gboolean
sl_time_scale_equal (SlTimeScale a,
                     SlTimeScale b)
{
  double tolerance_s = 0.01 * MIN (a.s_per_px, b.s_per_px);

  return fabs (a.width_px - b.width_px) < 0.01 && fabs (a.start_s - b.start_s) < tolerance_s
         && fabs (a.s_per_px - b.s_per_px) * a.width_px < tolerance_s;
}
