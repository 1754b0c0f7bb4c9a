/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workbench/sl-triage.h"

G_BEGIN_DECLS

/*
 * Words of which some have changed: what was taken away is struck through, what was put in underlined; the colour
 * says whether it touches what is said, how carefully, or only the wording. Without colours and for those who hear
 * the window the same is told in words.
 */
PangoAttrList *sl_marked_words_mark     (GtkWidget          *widget,
                                         const char         *text,
                                         const SlDifference *difference,
                                         gboolean            after);
void           sl_marked_words_add_own  (PangoAttrList      *marks,
                                         const char         *text,
                                         gsize               start_cp,
                                         gsize               end_cp);
char          *sl_marked_words_describe (const char         *before,
                                         const char         *after,
                                         const SlDifference *difference);

G_END_DECLS
