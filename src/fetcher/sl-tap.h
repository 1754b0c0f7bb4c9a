/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fetcher/sl-wire.h"

G_BEGIN_DECLS

#define SL_TYPE_TAP (sl_tap_get_type ())
G_DECLARE_FINAL_TYPE (SlTap, sl_tap, SL, TAP, GObject)

GIOStream *sl_tap_new_stream (GIOStream *base,
                              SlWire    *wire);

G_END_DECLS
