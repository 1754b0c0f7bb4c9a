/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-report.h"
#include "workbench/sl-selection.h"

G_BEGIN_DECLS

gboolean sl_export_wacz (const SlSelection  *selection,
                         const char         *by,
                         gboolean            with_changes,
                         GOutputStream      *output,
                         GCancellable       *cancellable,
                         GError            **error);

G_END_DECLS
