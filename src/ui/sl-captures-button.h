/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* Opens the captures; says how many wait or have failed, and is not there while the case has none. */
#define SL_TYPE_CAPTURES_BUTTON (sl_captures_button_get_type ())
G_DECLARE_FINAL_TYPE (SlCapturesButton, sl_captures_button, SL, CAPTURES_BUTTON, SlPane)

G_END_DECLS
