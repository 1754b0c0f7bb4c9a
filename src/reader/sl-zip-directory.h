/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-directory.h"

G_BEGIN_DECLS

GPtrArray *sl_zip_directory_read (GBytes  *end,
                                  guint64  file_bytes,
                                  GError **error);

G_END_DECLS
