/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/sl-grade.h"

G_BEGIN_DECLS

/* What stands in a row of the window's lists: a sign, two lines and a note at the end. Text is never markup. */
#define SL_TYPE_LIST_ROW (sl_list_row_get_type ())
G_DECLARE_FINAL_TYPE (SlListRow, sl_list_row, SL, LIST_ROW, AdwBin)

GtkWidget *sl_list_row_new            (void);
void       sl_list_row_set_title      (SlListRow    *self,
                                       const char   *title);
void       sl_list_row_set_subtitle   (SlListRow    *self,
                                       const char   *subtitle);
void       sl_list_row_set_note       (SlListRow    *self,
                                       const char   *note);
void       sl_list_row_set_icon       (SlListRow    *self,
                                       const char   *icon_name);
void       sl_list_row_set_confidence (SlListRow    *self,
                                       SlConfidence  confidence,
                                       gboolean      contested);

G_END_DECLS
