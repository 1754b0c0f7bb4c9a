/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-compare-part.h"

G_BEGIN_DECLS

/*
 * Shows a part of two texts: side by side, or one above the other with property "narrow" (gboolean).
 * Signal "toggled" () when the person folds or unfolds paragraphs that are the same.
 */
#define SL_TYPE_COMPARE_ROW (sl_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (SlCompareRow, sl_compare_row, SL, COMPARE_ROW, AdwBin)

GtkWidget *sl_compare_row_new        (void);
void       sl_compare_row_set_part   (SlCompareRow  *self,
                                      SlComparePart *part);
char      *sl_compare_row_describe   (SlComparePart *part);

G_END_DECLS
