/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* What is set for one case and travels with it. Each change is an act, which can be undone. */
#define SL_TYPE_CASE_SETTINGS_DIALOG (sl_case_settings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlCaseSettingsDialog, sl_case_settings_dialog, SL, CASE_SETTINGS_DIALOG, AdwPreferencesDialog)

AdwDialog *sl_case_settings_dialog_new (SlSession *session);

G_END_DECLS
