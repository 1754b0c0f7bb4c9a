/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/*
 * Says what the document is that the session points at where it is no article, and why, and lets the person capture it again
 * or say why it may be quoted all the same.
 */
#define SL_TYPE_GATE_STRIP (sl_gate_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlGateStrip, sl_gate_strip, SL, GATE_STRIP, SlPane)

G_END_DECLS
