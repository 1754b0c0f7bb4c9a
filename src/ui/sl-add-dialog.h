/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-captures.h"

G_BEGIN_DECLS

/* Asks for addresses, a text or files to add. */
#define SL_TYPE_ADD_DIALOG (sl_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlAddDialog, sl_add_dialog, SL, ADD_DIALOG, AdwDialog)

AdwDialog *sl_add_dialog_new (SlCaptures *captures,
                              const char *text);

G_END_DECLS
