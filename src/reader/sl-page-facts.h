/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"
#include "reader/sl-article.h"
#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_page_facts_fill (SlReading       *reading,
                         const SlPage    *page,
                         const SlArticle *article,
                         const char      *url);

G_END_DECLS
