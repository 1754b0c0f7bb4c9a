/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"
#include "workbench/sl-triage.h"

G_BEGIN_DECLS

/* A check with all that is needed to decide on it: verdict, what was seen, both wordings, what rests on them. */
#define SL_TYPE_CHECK_CARD (sl_check_card_get_type ())
G_DECLARE_FINAL_TYPE (SlCheckCard, sl_check_card, SL, CHECK_CARD, AdwBin)

void sl_check_card_show (SlCheckCard        *self,
                         SlSession          *session,
                         const SlTriageItem *item);

G_END_DECLS
