/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* The dialogs that do one thing to the case, each over the window that @parent stands in. */
void sl_dialogs_edit_claim        (SlSession          *session,
                                   const SlClaim      *claim,
                                   GtkWidget          *parent);
void sl_dialogs_new_claim         (SlSession          *session,
                                   const char         *words,
                                   gsize               start_cp,
                                   gsize               end_cp,
                                   GtkWidget          *parent);
void sl_dialogs_accept_edited     (SlSession          *session,
                                   const SlSuggestion *suggestion,
                                   GtkWidget          *parent);
void sl_dialogs_edit_event        (SlSession          *session,
                                   const SlEvent      *event,
                                   GtkWidget          *parent);
void sl_dialogs_grade             (SlSession          *session,
                                   SlId                target,
                                   const char         *title,
                                   GtkWidget          *parent);

G_END_DECLS
