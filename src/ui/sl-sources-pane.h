/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The sources of the case as a paged list beside the other views. */
#define SL_TYPE_SOURCES_PANE (sl_sources_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlSourcesPane, sl_sources_pane, SL, SOURCES_PANE, SlPane)

G_END_DECLS
