/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-captures.h"

G_BEGIN_DECLS

/* Lets the person pick which of the pages that an article links to are captured too. */
#define SL_TYPE_LINKS_DIALOG (sl_links_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlLinksDialog, sl_links_dialog, SL, LINKS_DIALOG, AdwDialog)

AdwDialog *sl_links_dialog_new (SlCaptures *captures,
                                SlId        document);

G_END_DECLS
