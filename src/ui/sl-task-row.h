/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-row.h"

G_BEGIN_DECLS

/* An address of the capture queue: what became of it, and why. */
#define SL_TYPE_TASK_ROW (sl_task_row_get_type ())
G_DECLARE_FINAL_TYPE (SlTaskRow, sl_task_row, SL, TASK_ROW, AdwBin)

GtkWidget *sl_task_row_new  (void);
void       sl_task_row_fill (GtkWidget *widget,
                             SlRow     *row);

G_END_DECLS
