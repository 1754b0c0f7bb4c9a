/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

GBytes *sl_fallback_find_article (const SlPage *page,
                                  GBytes       *records,
                                  const char  **method);

GBytes *sl_fallback_record (const SlPage *page,
                            guint         element);

G_END_DECLS
