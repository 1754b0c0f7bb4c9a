/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sl_charset_from_label (const char *label,
                                   gsize       length);

const char *sl_charset_for_language (const char *language);

const char *sl_charset_prescan (const guint8 *bytes,
                                gsize         size,
                                char        **language);

const char *sl_charset_guess (const guint8 *bytes,
                              gsize         size);

G_END_DECLS
