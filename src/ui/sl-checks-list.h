/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* All checks of the case, newest first: of one verdict, of one passage, or all. */
#define SL_TYPE_CHECKS_LIST (sl_checks_list_get_type ())
G_DECLARE_FINAL_TYPE (SlChecksList, sl_checks_list, SL, CHECKS_LIST, SlPane)

void sl_checks_list_show_passage (SlChecksList    *self,
                                  const SlPassage *passage);

G_END_DECLS
