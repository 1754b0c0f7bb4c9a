/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlFuzzyMatch:
 * @start: first byte
 * @end: one past the last one
 * @edits: code points inserted, deleted or replaced
 */
typedef struct
{
  gsize start;
  gsize end;
  guint edits;
} SlFuzzyMatch;

GArray *sl_fuzzy_find (const char *text,
                       gsize       length_bytes,
                       const char *pattern,
                       guint       max_edits,
                       guint       max_matches);

G_END_DECLS
