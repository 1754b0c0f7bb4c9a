/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"

G_BEGIN_DECLS

/**
 * SlOccurrences:
 * @count: how often the words occur
 * @start: of the best one, bytes of the normalised text
 * @context: how much of the context agrees there, bytes
 * @unique: no other one agrees with its context as well
 * @at_hint: it stands exactly where it was said to stand
 *
 * Where exact words stand, and which of several places is meant.
 */
typedef struct
{
  guint    count;
  gsize    start;
  gsize    context;
  gboolean unique;
  gboolean at_hint;
} SlOccurrences;

SlOccurrences sl_occurrence_find    (const char *text,
                                     gsize       length_bytes,
                                     const char *words,
                                     const char *prefix,
                                     const char *suffix,
                                     gint64      hint);
gsize         sl_occurrence_likeness (const char *text,
                                     gsize       length_bytes,
                                     SlSpan      place,
                                     const char *prefix,
                                     const char *suffix);

G_END_DECLS
