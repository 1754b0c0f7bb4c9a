/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

gboolean sl_nouns_names_object (const SlFinder *finder, guint i);
gboolean sl_nouns_is_agent (const SlFinder *finder, guint i);
void sl_nouns_handle (SlFinder  *finder,
                      SlCueCase *work);

G_END_DECLS
