/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void sl_credits_find_headline (SlFinder         *finder,
                               const SlSentence *sentence);
void sl_credits_find_dateline (SlFinder         *finder,
                               const SlSentence *sentence,
                               guint             index);

G_END_DECLS
