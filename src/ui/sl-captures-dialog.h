/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-captures.h"

G_BEGIN_DECLS

/* The capture queue: each address with what became of it, and what can be done about it. */
#define SL_TYPE_CAPTURES_DIALOG (sl_captures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlCapturesDialog, sl_captures_dialog, SL, CAPTURES_DIALOG, AdwDialog)

AdwDialog *sl_captures_dialog_new (SlCaptures *captures);

G_END_DECLS
