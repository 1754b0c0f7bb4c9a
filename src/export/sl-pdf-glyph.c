/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-glyph.h"

#include <glib.h>
#include <math.h>

/* The signs of the confidence tags are drawn in a square of 14 units, alike in window and report. */
#define UNITS 14.0
#define CENTRE 7.0
#define RADIUS 5.5
#define STROKE 1.6

typedef struct
{
  double red;
  double green;
  double blue;
} Colour;

/* Dark enough to be told from paper in any print; the shape alone says what it is. */
static const Colour colours[] = {
  [SL_CONFIDENCE_NOT_JUDGED] = { 0.40, 0.42, 0.45 },
  [SL_CONFIDENCE_CONFIRMED] = { 0.07, 0.36, 0.27 },
  [SL_CONFIDENCE_PROBABLE] = { 0.10, 0.32, 0.50 },
  [SL_CONFIDENCE_POSSIBLE] = { 0.47, 0.35, 0.05 },
  [SL_CONFIDENCE_DOUBTFUL] = { 0.60, 0.29, 0.06 },
  [SL_CONFIDENCE_IMPROBABLE] = { 0.55, 0.10, 0.12 },
};

static void
ring (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, CENTRE, CENTRE, RADIUS, 0, 2 * G_PI);
}

static void
fill_wedge (cairo_t *cr,
            double   turns)
{
  cairo_move_to (cr, CENTRE, CENTRE);
  cairo_arc (cr, CENTRE, CENTRE, RADIUS, -G_PI_2, turns * 2 * G_PI - G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
  ring (cr);
}

static void
triangle (cairo_t *cr)
{
  cairo_move_to (cr, CENTRE, 1.8);
  cairo_line_to (cr, 12.4, 11.8);
  cairo_line_to (cr, 1.6, 11.8);
  cairo_close_path (cr);
}

static void
cross (cairo_t *cr)
{
  cairo_move_to (cr, 2.5, 2.5);
  cairo_line_to (cr, 11.5, 11.5);
  cairo_move_to (cr, 11.5, 2.5);
  cairo_line_to (cr, 2.5, 11.5);
}

static void
fill_bolt (cairo_t *cr)
{
  cairo_move_to (cr, 12.6, -1.4);
  cairo_line_to (cr, 9.0, 3.4);
  cairo_line_to (cr, 11.6, 3.4);
  cairo_line_to (cr, 10.4, 7.0);
  cairo_line_to (cr, 14.6, 1.8);
  cairo_line_to (cr, 12.0, 1.8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shape (cairo_t      *cr,
            SlConfidence  confidence)
{
  const double dash = 2.16;

  switch (confidence)
    {
    case SL_CONFIDENCE_CONFIRMED:
      fill_wedge (cr, 1);
      break;
    case SL_CONFIDENCE_PROBABLE:
      fill_wedge (cr, 0.75);
      break;
    case SL_CONFIDENCE_POSSIBLE:
      fill_wedge (cr, 0.5);
      break;
    case SL_CONFIDENCE_DOUBTFUL:
      triangle (cr);
      break;
    case SL_CONFIDENCE_IMPROBABLE:
      cross (cr);
      break;
    case SL_CONFIDENCE_NOT_JUDGED:
    default:
      ring (cr);
      cairo_set_dash (cr, &dash, 1, 0);
      break;
    }
  cairo_stroke (cr);
}

/**
 * sl_pdf_glyph_set_colour:
 *
 * Sets the colour of a tag as source.
 */
void
sl_pdf_glyph_set_colour (cairo_t      *cr,
                         SlConfidence  confidence)
{
  Colour colour = colours[confidence];

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/**
 * sl_pdf_glyph_draw:
 * @x: left edge
 * @y: upper edge
 * @size: width and height
 *
 * Draws the sign of a confidence tag.
 */
void
sl_pdf_glyph_draw (cairo_t      *cr,
                   SlConfidence  confidence,
                   gboolean      contested,
                   double        x,
                   double        y,
                   double        size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_set_line_width (cr, STROKE);
  sl_pdf_glyph_set_colour (cr, confidence);
  draw_shape (cr, confidence);
  if (contested)
    {
      cairo_set_source_rgb (cr, 0.72, 0.11, 0.11);
      fill_bolt (cr);
    }
  cairo_restore (cr);
}
