/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

gboolean sl_export_warc (SlCase        *a_case,
                         const char    *path,
                         GCancellable  *cancellable,
                         GError       **error);

G_END_DECLS
