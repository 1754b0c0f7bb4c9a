/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

void sl_saved_page_read (SlUnpacked *self,
                         const char *page,
                         gsize       size);

char *sl_saved_page_parse_date (const char *text);

G_END_DECLS
