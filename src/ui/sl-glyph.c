/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-glyph.h"

#include <math.h>

/* Signs are drawn in a square of 14 units. */
#define UNITS 14.0
#define CENTRE 7.0
#define RADIUS 5.5
#define STROKE 1.6f

typedef void (*OutlineFunc) (GskPathBuilder *builder);

static void
stroke (GtkSnapshot   *snapshot,
        OutlineFunc    outline,
        const GdkRGBA *colour,
        float          dash)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) pen = gsk_stroke_new (STROKE);

  outline (builder);
  path = gsk_path_builder_to_path (builder);
  if (dash > 0)
    gsk_stroke_set_dash (pen, &dash, 1);
  gtk_snapshot_append_stroke (snapshot, path, pen, colour);
}

static void
fill (GtkSnapshot   *snapshot,
      OutlineFunc    outline,
      const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  outline (builder);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, colour);
}

static void
ring (GskPathBuilder *builder)
{
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (CENTRE, CENTRE), RADIUS);
}

static void
wedge (GskPathBuilder *builder,
       double          turns)
{
  const double angle = turns * 2 * G_PI - G_PI_2;

  gsk_path_builder_move_to (builder, CENTRE, CENTRE);
  gsk_path_builder_line_to (builder, CENTRE, CENTRE - RADIUS);
  gsk_path_builder_svg_arc_to (builder, RADIUS, RADIUS, 0, turns > 0.5, TRUE,
                               CENTRE + RADIUS * cos (angle), CENTRE + RADIUS * sin (angle));
  gsk_path_builder_close (builder);
}

static void
half (GskPathBuilder *builder)
{
  wedge (builder, 0.5);
}

static void
three_quarters (GskPathBuilder *builder)
{
  wedge (builder, 0.75);
}

static void
triangle (GskPathBuilder *builder)
{
  gsk_path_builder_move_to (builder, CENTRE, 1.8);
  gsk_path_builder_line_to (builder, 12.4, 11.8);
  gsk_path_builder_line_to (builder, 1.6, 11.8);
  gsk_path_builder_close (builder);
}

static void
cross (GskPathBuilder *builder)
{
  gsk_path_builder_move_to (builder, 2.5, 2.5);
  gsk_path_builder_line_to (builder, 11.5, 11.5);
  gsk_path_builder_move_to (builder, 11.5, 2.5);
  gsk_path_builder_line_to (builder, 2.5, 11.5);
}

/* A bolt, for what somebody disputes. */
static void
bolt (GskPathBuilder *builder)
{
  gsk_path_builder_move_to (builder, 12.6, -1.4);
  gsk_path_builder_line_to (builder, 9.0, 3.4);
  gsk_path_builder_line_to (builder, 11.6, 3.4);
  gsk_path_builder_line_to (builder, 10.4, 7.0);
  gsk_path_builder_line_to (builder, 14.6, 1.8);
  gsk_path_builder_line_to (builder, 12.0, 1.8);
  gsk_path_builder_close (builder);
}

static void
snapshot_shape (GtkSnapshot   *snapshot,
                SlConfidence   confidence,
                const GdkRGBA *colour)
{
  switch (confidence)
    {
    case SL_CONFIDENCE_CONFIRMED:
      fill (snapshot, ring, colour);
      stroke (snapshot, ring, colour, 0);
      break;
    case SL_CONFIDENCE_PROBABLE:
      fill (snapshot, three_quarters, colour);
      stroke (snapshot, ring, colour, 0);
      break;
    case SL_CONFIDENCE_POSSIBLE:
      fill (snapshot, half, colour);
      stroke (snapshot, ring, colour, 0);
      break;
    case SL_CONFIDENCE_DOUBTFUL:
      stroke (snapshot, triangle, colour, 0);
      break;
    case SL_CONFIDENCE_IMPROBABLE:
      stroke (snapshot, cross, colour, 0);
      break;
    case SL_CONFIDENCE_NOT_JUDGED:
      stroke (snapshot, ring, colour, 2.16f);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * sl_glyph_snapshot:
 * @contested: adds the sign of dispute
 * @size_px: width and height; the sign of dispute reaches a little beyond
 *
 * Draws the sign of a confidence tag at the origin.
 */
void
sl_glyph_snapshot (GtkSnapshot   *snapshot,
                   SlConfidence   confidence,
                   gboolean       contested,
                   const GdkRGBA *colour,
                   const GdkRGBA *contested_colour,
                   double         size_px)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, size_px / UNITS, size_px / UNITS);
  snapshot_shape (snapshot, confidence, colour);
  if (contested)
    fill (snapshot, bolt, contested_colour);
  gtk_snapshot_restore (snapshot);
}
