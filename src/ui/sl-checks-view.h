/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/*
 * What re-checks found: one at a time, to be decided by single keys, and all of them as a list.
 * Property "waiting" (uint): how many wait for a decision.
 */
#define SL_TYPE_CHECKS_VIEW (sl_checks_view_get_type ())
G_DECLARE_FINAL_TYPE (SlChecksView, sl_checks_view, SL, CHECKS_VIEW, SlPane)

G_END_DECLS
