/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* A passage that a claim is pinned to: the exact words, the source, who says so, the last check. */
#define SL_TYPE_PIN_ROW (sl_pin_row_get_type ())
G_DECLARE_FINAL_TYPE (SlPinRow, sl_pin_row, SL, PIN_ROW, AdwBin)

GtkWidget *sl_pin_row_new (SlSession   *session,
                           const SlPin *pin);

G_END_DECLS
