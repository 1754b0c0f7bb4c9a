/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The acts of the case, the newest first: its audit log. */
#define SL_TYPE_HISTORY_VIEW (sl_history_view_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryView, sl_history_view, SL, HISTORY_VIEW, SlPane)

G_END_DECLS
