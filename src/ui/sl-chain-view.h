/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* The chain of who says so, origin first, as a breadcrumb; each link leads to the words that establish it. */
#define SL_TYPE_CHAIN_VIEW (sl_chain_view_get_type ())
G_DECLARE_FINAL_TYPE (SlChainView, sl_chain_view, SL, CHAIN_VIEW, AdwBin)

GtkWidget *sl_chain_view_new (void);
void       sl_chain_view_set (SlChainView *self,
                              SlSession   *session,
                              GPtrArray   *chain,
                              SlId         document);

G_END_DECLS
