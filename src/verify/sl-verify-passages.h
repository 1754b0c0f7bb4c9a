/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sl-finding.h"
#include "core/sl-passage.h"

G_BEGIN_DECLS

GPtrArray *sl_verify_passages (const char    *text,
                               gsize          length_bytes,
                               GPtrArray     *passages,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
