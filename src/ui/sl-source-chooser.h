/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/*
 * The sources of a case with a check mark each, and a search. Property: "n-chosen" (uint).
 */
#define SL_TYPE_SOURCE_CHOOSER (sl_source_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SlSourceChooser, sl_source_chooser, SL, SOURCE_CHOOSER, AdwBin)

void    sl_source_chooser_set_case     (SlSourceChooser *self,
                                        SlCase          *from);
void    sl_source_chooser_choose       (SlSourceChooser *self,
                                        SlId             source,
                                        gboolean         chosen);
guint   sl_source_chooser_get_n_chosen (SlSourceChooser *self);
GArray *sl_source_chooser_dup_chosen   (SlSourceChooser *self);

G_END_DECLS
