/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-arena.h"

#include <gumbo.h>

G_BEGIN_DECLS

GumboOutput *sl_parse (SlArena    *arena,
                       const char *text,
                       gsize       length,
                       GumboTag    context);

G_END_DECLS
