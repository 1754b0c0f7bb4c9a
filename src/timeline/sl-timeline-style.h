/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlMeasureFunc:
 *
 * Returns: the width of @text in pixels, set in the font of labels
 */
typedef double (*SlMeasureFunc) (const char *text,
                                 gpointer    data);

/**
 * SlTimelineStyle:
 * @row_h_px: height of a row of marks
 * @mark_px: width and height of the glyph of a mark
 * @bar_h_px: height of the bar of an event that takes time
 * @label_gap_px: between a glyph and its label, and between a label and the next mark
 * @label_min_px: a label that would get less than this is left away
 * @label_max_px: longer labels are elided to this
 * @cluster_px: width of the cell within which marks that find no room are drawn as one
 * @tail_px: length of the tail that stands for an open end
 * @header_h_px: room for the title of a lane, above its rows; none for a single lane without title
 * @lane_gap_px: below each lane
 * @height_px: height to be filled with lanes if possible; rows are shared out accordingly; 0 takes @max_rows for each
 * @max_rows: rows of one lane
 * @undated_rows: rows of the undated lane; what finds no place there becomes one cluster
 * @max_marks: upper bound of marks altogether
 *
 * Measures of a layout. Start from %SL_TIMELINE_STYLE_DEFAULT.
 */
typedef struct
{
  double        row_h_px;
  double        mark_px;
  double        bar_h_px;
  double        label_gap_px;
  double        label_min_px;
  double        label_max_px;
  double        cluster_px;
  double        tail_px;
  double        header_h_px;
  double        lane_gap_px;
  double        height_px;
  guint         max_rows;
  guint         undated_rows;
  guint         max_marks;
  SlMeasureFunc measure;
  gpointer      measure_data;
} SlTimelineStyle;

#define SL_TIMELINE_STYLE_DEFAULT                \
  ((SlTimelineStyle) { .row_h_px = 30,           \
                       .mark_px = 14,            \
                       .bar_h_px = 4,            \
                       .label_gap_px = 6,        \
                       .label_min_px = 36,       \
                       .label_max_px = 260,      \
                       .cluster_px = 36,         \
                       .tail_px = 40,            \
                       .header_h_px = 26,        \
                       .lane_gap_px = 10,        \
                       .height_px = 0,           \
                       .max_rows = 8,            \
                       .undated_rows = 3,        \
                       .max_marks = 3000,        \
                       .measure = NULL,          \
                       .measure_data = NULL })

double sl_timeline_style_measure (const SlTimelineStyle *self,
                                  const char            *title);

G_END_DECLS
