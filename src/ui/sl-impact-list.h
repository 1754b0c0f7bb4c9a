/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* The claims and events that lean on something, each a link to itself. */
#define SL_TYPE_IMPACT_LIST (sl_impact_list_get_type ())
G_DECLARE_FINAL_TYPE (SlImpactList, sl_impact_list, SL, IMPACT_LIST, AdwBin)

GtkWidget *sl_impact_list_new  (void);
void       sl_impact_list_show (SlImpactList *self,
                                SlSession    *session,
                                SlId          about);

G_END_DECLS
