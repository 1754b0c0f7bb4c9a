/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-style.h"

/* Of a character, where nobody measures. */
#define FALLBACK_CHAR_PX 7.0

/**
 * sl_timeline_style_measure:
 * @title: (nullable)
 *
 * Returns: the width of a label, at most the greatest that the style allows
 */
double
sl_timeline_style_measure (const SlTimelineStyle *self,
                           const char            *title)
{
  double width_px = 0;

  if (title == NULL || *title == '\0')
    return 0;

  if (self->measure != NULL)
    width_px = self->measure (title, self->measure_data);
  else
    width_px = FALLBACK_CHAR_PX * g_utf8_strlen (title, -1);
  return MIN (width_px, self->label_max_px);
}
