/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

GArray *sl_lead_find (const SlPage *page,
                      guint         first_text,
                      const char   *article);

G_END_DECLS
