/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-selection.h"

G_BEGIN_DECLS

gboolean sl_export_bundle (const SlSelection  *selection,
                           const char         *by,
                           GOutputStream      *output,
                           GCancellable       *cancellable,
                           GError            **error);

G_END_DECLS
