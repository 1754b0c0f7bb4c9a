/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void sl_verb_second_handle   (SlFinder         *finder,
                              SlCueCase        *work);
void sl_verb_second_add_pieces (SlFinder *finder);
void sl_verb_second_continue (SlFinder         *finder,
                              const SlSentence *sentence);

G_END_DECLS
