/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-application.h"

G_BEGIN_DECLS

/* A window: the start page, or one case. */
#define SL_TYPE_WINDOW (sl_window_get_type ())
G_DECLARE_FINAL_TYPE (SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

SlWindow   *sl_window_new       (SlApplication *application);
void        sl_window_open_case (SlWindow      *self,
                                 const char    *path);
const char *sl_window_get_path  (SlWindow      *self);
void        sl_window_end       (SlWindow      *self);

G_END_DECLS
