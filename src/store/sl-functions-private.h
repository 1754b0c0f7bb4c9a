/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-db-private.h"

G_BEGIN_DECLS

gboolean sl_functions_register (SlDb *db,
                                GError **error);

G_END_DECLS
