/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* Asks for what a decision on checks needs, and decides: a lower grade and a reason, or a reason alone. */
#define SL_TYPE_DECISION_DIALOG (sl_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlDecisionDialog, sl_decision_dialog, SL, DECISION_DIALOG, AdwDialog)

AdwDialog *sl_decision_dialog_new (SlSession      *session,
                                   SlDecisionKind  kind,
                                   GArray         *checks,
                                   const char     *about);

G_END_DECLS
