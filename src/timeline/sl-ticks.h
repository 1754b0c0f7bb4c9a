/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-civil.h"
#include "timeline/sl-time-scale.h"

G_BEGIN_DECLS

/* From fine to coarse. */
typedef enum
{
  SL_TICK_MINUTE,
  SL_TICK_HOUR,
  SL_TICK_DAY,
  SL_TICK_MONTH,
  SL_TICK_YEAR,
} SlTickUnit;

/**
 * SlTick:
 * @seconds: when the cell begins, UTC
 * @end: when it ends (the next tick)
 * @x_px: where it begins; may lie left of the view for the first one
 * @w_px: its width
 * @label_x_px: where its label goes: kept inside the view while the cell is in it
 * @civil: @seconds on the calendar
 *
 * One cell of a row of ticks: from one boundary of the calendar to the next.
 */
typedef struct
{
  gint64  seconds;
  gint64  end;
  double  x_px;
  double  w_px;
  double  label_x_px;
  SlCivil civil;
} SlTick;

/**
 * SlTickRow:
 * @unit: what its cells are made of
 * @step: how many of @unit a cell holds; 7 days begin on Mondays
 * @upper: its labels name the whole date ("November 2025")
 * @cells: (owned) (element-type SlTick): from left to right, covering the view without holes
 */
typedef struct
{
  SlTickUnit  unit;
  int         step;
  gboolean    upper;
  GArray     *cells;
} SlTickRow;

/**
 * SlTicks:
 * @lower: the labelled ticks, e.g. days
 * @upper: what they are part of, e.g. "November 2025"; without cells when @lower is years
 * @minor: unlabelled subdivisions of @lower
 *
 * The ruler of a view: two rows of labels and fine ticks.
 */
typedef struct
{
  SlTickRow lower;
  SlTickRow upper;
  SlTickRow minor;
} SlTicks;

SlTicks *sl_ticks_new         (SlTimeScale      scale,
                               double           min_label_px,
                               double           min_minor_px);
void     sl_ticks_free        (SlTicks         *self);
char    *sl_ticks_label       (const SlTickRow *row,
                               const SlTick    *tick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTicks, sl_ticks_free)

G_END_DECLS
