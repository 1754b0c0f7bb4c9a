/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/*
 * The open suggestions, one after the other, each with the words it came from.
 * Keys: a accept, e edit, m merge into the selected event, r reject, n next, p previous.
 */
#define SL_TYPE_REVIEW_VIEW (sl_review_view_get_type ())
G_DECLARE_FINAL_TYPE (SlReviewView, sl_review_view, SL, REVIEW_VIEW, SlPane)

G_END_DECLS
