/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench.h"
#include "ui/sl-selection.h"

G_BEGIN_DECLS

/* Follow the chain from a thing to the words that it rests on; what cannot be found stays %SL_ID_NONE. */
void sl_evidence_of_event  (SlCase      *from,
                            SlId         event,
                            SlSelection *selection);
void sl_evidence_of_claim  (SlCase      *from,
                            SlId         claim,
                            SlSelection *selection);
void sl_evidence_of_source (SlCase      *from,
                            SlId         source,
                            SlSelection *selection);
void sl_evidence_of_words  (SlCase      *from,
                            SlId         document,
                            gsize        start_cp,
                            gsize        end_cp,
                            SlSelection *selection);

G_END_DECLS
