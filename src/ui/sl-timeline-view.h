/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The timeline with its filter, lanes, zoom buttons and overview. */
#define SL_TYPE_TIMELINE_VIEW (sl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SlTimelineView, sl_timeline_view, SL, TIMELINE_VIEW, SlPane)

G_END_DECLS
