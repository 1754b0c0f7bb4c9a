/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-text-map.h"
#include "reader/sl-decoded.h"

#include <glib.h>

G_BEGIN_DECLS

char *sl_plain_text_read (const SlDecoded *decoded,
                          SlTextMap      **map);

char *sl_plain_text_dup_title (const char *text);

G_END_DECLS
