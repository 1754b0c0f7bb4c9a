/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

gboolean sl_credits_find_headline (SlFinder         *finder,
                                   const SlSentence *sentence);
guint    sl_credits_find_dateline (SlFinder         *finder,
                                   const SlSentence *sentence);
gboolean sl_credits_find_line     (SlFinder         *finder,
                                   const SlSentence *sentence);
gboolean sl_credits_find_bracket  (SlFinder         *finder,
                                   const SlSentence *sentence);

G_END_DECLS
