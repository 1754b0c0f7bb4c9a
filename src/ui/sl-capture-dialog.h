/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/*
 * What is known about one capture: how it came, its digest, what others said about it, and which copies archives have.
 */
#define SL_TYPE_CAPTURE_DIALOG (sl_capture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlCaptureDialog, sl_capture_dialog, SL, CAPTURE_DIALOG, AdwDialog)

AdwDialog *sl_capture_dialog_new (SlSession *session,
                                  SlId       capture);

G_END_DECLS
