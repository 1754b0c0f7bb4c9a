/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* What the window points at: the event above, the archived text that it rests on below. */
#define SL_TYPE_INSPECTOR (sl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SlInspector, sl_inspector, SL, INSPECTOR, SlPane)

G_END_DECLS
