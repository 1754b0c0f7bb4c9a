/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A half-open range of bytes in a UTF-8 text; both ends lie on character borders.
 *
 * Positions that leave the program (case file, JSON, selectors) are code points
 * instead; those fields end in `_cp`, and #SlOffsets converts.
 */
typedef struct
{
  gsize start;
  gsize end;
} SlSpan;

static inline gsize
sl_span_length (SlSpan span)
{
  return span.end - span.start;
}

static inline gboolean
sl_span_overlaps (SlSpan a,
                  SlSpan b)
{
  return MAX (a.start, b.start) < MIN (a.end, b.end);
}

static inline gboolean
sl_span_contains (SlSpan outer,
                  SlSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

G_END_DECLS
