/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void sl_relays_handle (SlFinder        *finder,
                       SlCueCase       *work);
void sl_relays_link   (SlFinder        *finder,
                       const SlCueCase *work,
                       SlAttribution   *attribution);

G_END_DECLS
