/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void sl_nouns_handle (SlFinder  *finder,
                      SlCueCase *work);

G_END_DECLS
