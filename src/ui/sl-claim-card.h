/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* A claim of the selected event: its tag, its words, and the passages that it is pinned to with who says so. */
#define SL_TYPE_CLAIM_CARD (sl_claim_card_get_type ())
G_DECLARE_FINAL_TYPE (SlClaimCard, sl_claim_card, SL, CLAIM_CARD, AdwBin)

GtkWidget *sl_claim_card_new (SlSession     *session,
                              const SlClaim *claim,
                              SlId           event);

G_END_DECLS
