/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/*
 * The claims of the case as a table: what the timeline draws, in a form that every assistive technology reads.
 */
#define SL_TYPE_CLAIMS_VIEW (sl_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (SlClaimsView, sl_claims_view, SL, CLAIMS_VIEW, SlPane)

G_END_DECLS
