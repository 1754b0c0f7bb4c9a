/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What verification has found, or that all is well. */
AdwDialog *sl_findings_dialog_new (GPtrArray *findings);

G_END_DECLS
