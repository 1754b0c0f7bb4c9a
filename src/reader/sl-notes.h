/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-article.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_notes_take (SlArticle *article,
                    GPtrArray *notes);

G_END_DECLS
