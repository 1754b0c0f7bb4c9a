/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* Dialogs that ask where a file of the case lies or goes. */
GtkFileDialog *sl_file_names_make_dialog (const char    *title,
                                          const char    *accept,
                                          const char    *filter_name,
                                          const char    *suffix);
void           sl_file_names_suggest     (GtkFileDialog *dialog,
                                          SlSession     *session,
                                          const char    *suffix);

G_END_DECLS
