/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The settings of the program, each bound to its key. */
#define SL_TYPE_PREFERENCES_DIALOG (sl_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlPreferencesDialog, sl_preferences_dialog, SL, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *sl_preferences_dialog_new (GSettings *settings);

G_END_DECLS
