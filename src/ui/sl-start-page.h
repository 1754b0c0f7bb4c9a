/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What is shown while no case is open: the cases of this machine, the one worked on last first.
 * Signal "picked" (path).
 */
#define SL_TYPE_START_PAGE (sl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SlStartPage, sl_start_page, SL, START_PAGE, AdwBin)

void sl_start_page_reload       (SlStartPage *self);
void sl_start_page_set_opening  (SlStartPage *self,
                                 gboolean     opening);
void sl_start_page_show_failure (SlStartPage *self,
                                 const char  *heading,
                                 const char  *message);

G_END_DECLS
