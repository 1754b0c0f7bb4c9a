/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-form.h"
#include "ui/sl-session.h"

G_BEGIN_DECLS

/*
 * A dialog around a form. It stays open with everything that was typed until the command has succeeded.
 */
#define SL_TYPE_EDIT_DIALOG (sl_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlEditDialog, sl_edit_dialog, SL, EDIT_DIALOG, AdwDialog)

AdwDialog *sl_edit_dialog_new (SlSession  *session,
                               SlForm     *form,
                               const char *title,
                               const char *apply,
                               const char *told);

G_END_DECLS
