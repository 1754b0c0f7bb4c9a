/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/sl-check.h"

G_BEGIN_DECLS

/* The verdict of a check: a sign and a word; the whole sentence is its tooltip and what is heard. */
#define SL_TYPE_VERDICT_TAG (sl_verdict_tag_get_type ())
G_DECLARE_FINAL_TYPE (SlVerdictTag, sl_verdict_tag, SL, VERDICT_TAG, AdwBin)

GtkWidget  *sl_verdict_tag_new      (void);
void        sl_verdict_tag_set      (SlVerdictTag *self,
                                     SlVerdict     verdict);
const char *sl_verdict_tag_describe (SlVerdict     verdict);

G_END_DECLS
