/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

gboolean sl_colons_handle (SlFinder         *finder,
                           const SlSentence *sentence,
                           guint             index);

G_END_DECLS
