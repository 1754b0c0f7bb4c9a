/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlFuzzyMatch:
 * @start: first code point
 * @end: one past the last one
 * @edits: code points inserted, deleted or replaced
 */
typedef struct
{
  gsize start;
  gsize end;
  guint edits;
} SlFuzzyMatch;

GArray *sl_fuzzy_find (const gunichar *text,
                       gsize           text_length,
                       const gunichar *pattern,
                       gsize           pattern_length,
                       guint           max_edits,
                       guint           max_matches);

G_END_DECLS
