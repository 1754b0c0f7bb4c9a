/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/* All captures of a source: when, how, what the server answered, and the digest. */
AdwDialog *sl_source_captures_dialog_new (SlSession *session,
                                   SlId       source);

G_END_DECLS
