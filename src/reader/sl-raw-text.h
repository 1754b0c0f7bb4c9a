/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-decoded.h"

G_BEGIN_DECLS

void sl_raw_text_cut (SlDecoded *decoded);

G_END_DECLS
