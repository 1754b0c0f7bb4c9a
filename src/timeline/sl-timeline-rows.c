/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-rows.h"

/* What a row is filled to: its last mark, where that ends with its label, and where without. */
typedef struct
{
  guint  mark;
  double label_end_px;
  double hard_end_px;
} Row;

struct _SlTimelineRows
{
  const SlTimelineStyle *style;     /* (unowned) */
  GArray                *marks;     /* (unowned) SlTimelineMark */
  Row                   *rows;      /* (owned) */
  guint                  used;
  guint                  max_rows;
  gboolean               crowded;
};

/**
 * sl_timeline_rows_new:
 * @style: outlives the rows
 * @marks: (element-type SlTimelineMark): marks are appended here, and the labels of earlier ones may be shortened
 */
SlTimelineRows *
sl_timeline_rows_new (const SlTimelineStyle *style,
                      GArray                *marks,
                      guint                  max_rows)
{
  SlTimelineRows *self = g_new0 (SlTimelineRows, 1);

  self->style = style;
  self->marks = marks;
  self->max_rows = MAX (max_rows, 1);
  self->rows = g_new0 (Row, self->max_rows);
  return self;
}

void
sl_timeline_rows_free (SlTimelineRows *self)
{
  g_free (self->rows);
  g_free (self);
}

static gboolean
find_free_row (SlTimelineRows *self,
               double          x_px,
               guint          *found)
{
  for (guint i = 0; i < self->used; i++)
    {
      if (self->rows[i].label_end_px + self->style->label_gap_px <= x_px)
        {
          *found = i;
          return TRUE;
        }
    }

  *found = self->used;
  if (self->used == self->max_rows)
    return FALSE;
  self->used++;
  return TRUE;
}

/* The row whose last label keeps most of its length when it gives way. */
static gboolean
find_row_with_label (SlTimelineRows *self,
                     double          x_px,
                     guint          *found)
{
  double longest = -G_MAXDOUBLE;

  for (guint i = 0; i < self->used; i++)
    {
      const SlTimelineMark *last = &g_array_index (self->marks, SlTimelineMark, self->rows[i].mark);
      double rest = x_px - last->label_x_px;

      if (self->rows[i].hard_end_px + self->style->label_gap_px <= x_px && rest > longest)
        {
          longest = rest;
          *found = i;
        }
    }
  return longest > -G_MAXDOUBLE;
}

static void
shorten_label (SlTimelineRows *self,
               guint           row,
               double          x_px)
{
  SlTimelineMark *last = &g_array_index (self->marks, SlTimelineMark, self->rows[row].mark);
  double rest = x_px - self->style->label_gap_px - last->label_x_px;

  last->label_w_px = rest < self->style->label_min_px ? 0 : MIN (last->label_w_px, rest);
  last->w_px = MAX (self->rows[row].hard_end_px, last->label_x_px + last->label_w_px) - last->x_px;
}

static double
get_hard_end (const SlTimelineMark *mark)
{
  double glyph_end = mark->glyph_x_px + mark->glyph_w_px;

  return mark->bar_w_px > 0 ? MAX (glyph_end, mark->bar_x_px + mark->bar_w_px) : glyph_end;
}

/**
 * sl_timeline_rows_place:
 * @mark: glyph, bar and wanted label are set; marks have to come in the order of their left edges as far as possible
 *
 * Finds a row for a mark and appends it.
 *
 * Returns: %FALSE if it fits nowhere, not even without labels
 */
gboolean
sl_timeline_rows_place (SlTimelineRows *self,
                        SlTimelineMark *mark)
{
  double label_end = mark->label_w_px > 0 ? mark->label_x_px + mark->label_w_px : 0;
  double hard_end = get_hard_end (mark);
  guint row;

  if (!find_free_row (self, mark->x_px, &row))
    {
      self->crowded = TRUE;
      if (!find_row_with_label (self, mark->x_px, &row))
        return FALSE;
      shorten_label (self, row, mark->x_px);
    }

  self->rows[row] = (Row) { self->marks->len, MAX (label_end, hard_end), hard_end };
  mark->row = row;
  mark->w_px = self->rows[row].label_end_px - mark->x_px;
  g_array_append_vals (self->marks, mark, 1);
  return TRUE;
}

guint
sl_timeline_rows_get_used (SlTimelineRows *self)
{
  return self->used;
}

/**
 * sl_timeline_rows_is_crowded:
 *
 * Returns: %TRUE if more rows would show more
 */
gboolean
sl_timeline_rows_is_crowded (SlTimelineRows *self)
{
  return self->crowded;
}
