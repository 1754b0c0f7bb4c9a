/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The selected event: when, its tag and grade, and its claims as cards. Hides itself without an event. */
#define SL_TYPE_EVENT_PANE (sl_event_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlEventPane, sl_event_pane, SL, EVENT_PANE, SlPane)

G_END_DECLS
