/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double sl_slug_match (const char *url,
                      const char *title,
                      const char *language);

G_END_DECLS
