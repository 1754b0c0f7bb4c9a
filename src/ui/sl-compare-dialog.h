/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* Two captures of a source beside each other, with what has changed, our passages and what rests on them. */
#define SL_TYPE_COMPARE_DIALOG (sl_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlCompareDialog, sl_compare_dialog, SL, COMPARE_DIALOG, AdwDialog)

void sl_compare_dialog_open (SlSession *session,
                             SlId       source,
                             SlId       before_document,
                             SlId       after_document,
                             GtkWidget *parent);

G_END_DECLS
