/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean sl_clutter_is (const SlPage        *page,
                        const SlPageElement *element,
                        gsize                article_letters,
                        gboolean             by_name);

gboolean sl_clutter_is_block (const GumboNode *node);

gboolean sl_clutter_is_text (const GumboNode *text,
                             gsize            article_letters);

gboolean sl_clutter_is_named (const GumboNode *node);

gsize sl_clutter_count_letters (const char *text);

G_END_DECLS
