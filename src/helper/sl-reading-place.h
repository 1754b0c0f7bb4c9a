/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlReadingPlace:
 * @text_start: first code point of the line in the document's text
 * @text_length: number of code points
 * @page: page, counted from 1
 * @x: left edge, in hundredths of a point from the left edge of the page
 * @y: upper edge, from the upper edge of the page
 * @width: of the box around the line
 * @height: of the box around the line
 *
 * Where a line of the text stands on a page of a PDF file, whose bytes do not tell.
 */
typedef struct
{
  guint32 text_start;
  guint32 text_length;
  guint32 page;
  gint32 x;
  gint32 y;
  gint32 width;
  gint32 height;
} SlReadingPlace;

/** Lines of a document at most. */
#define SL_READING_MAX_PLACES 100000

GVariant *sl_reading_places_to_variant (GArray *places);

GArray *sl_reading_places_from_variant (GVariant *variant,
                                        gsize     text_length_cp);

G_END_DECLS
