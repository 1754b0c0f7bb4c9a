/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-report.h"
#include "store/sl-case.h"

G_BEGIN_DECLS

SlReport *sl_make_report (SlCase        *a_case,
                          const char    *author,
                          gint64         now,
                          GCancellable  *cancellable,
                          GError       **error);
SlReport *sl_make_annotations (SlCase        *a_case,
                               const char    *author,
                               gint64         now,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
