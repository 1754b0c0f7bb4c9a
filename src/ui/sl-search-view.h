/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The hits of a search through the archived texts; a hit opens its source at the words. */
#define SL_TYPE_SEARCH_VIEW (sl_search_view_get_type ())
G_DECLARE_FINAL_TYPE (SlSearchView, sl_search_view, SL, SEARCH_VIEW, SlPane)

void sl_search_view_set_words (SlSearchView *self,
                               const char   *words);

G_END_DECLS
