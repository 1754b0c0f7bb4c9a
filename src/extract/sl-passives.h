/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

gboolean sl_passives_handle         (SlFinder  *finder,
                                     SlCueCase *work);
gboolean sl_passives_handle_leading (SlFinder  *finder,
                                     SlCueCase *work);

G_END_DECLS
