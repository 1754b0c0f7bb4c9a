/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

gboolean sl_witness_verify (SlCase        *a_case,
                            GPtrArray     *findings,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
