/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-suggestion.h"
#include "ui/sl-form.h"

G_BEGIN_DECLS

/* The fields of a claim: to edit one, to make one of selected words, or to accept a suggestion otherwise than it stands. */
#define SL_TYPE_CLAIM_FORM (sl_claim_form_get_type ())
G_DECLARE_FINAL_TYPE (SlClaimForm, sl_claim_form, SL, CLAIM_FORM, SlForm)

SlForm *sl_claim_form_new_for_claim      (const SlClaim      *claim);
SlForm *sl_claim_form_new_for_words      (SlId                document,
                                          const char         *words,
                                          gsize               start_cp,
                                          gsize               end_cp);
SlForm *sl_claim_form_new_for_suggestion (const SlSuggestion *suggestion);
void    sl_claim_form_offer_event        (SlClaimForm        *self,
                                          SlId                event,
                                          const char         *title);

G_END_DECLS
