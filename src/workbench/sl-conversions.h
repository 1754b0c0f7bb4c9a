/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-selection.h"

G_BEGIN_DECLS

gboolean sl_conversions_foreach (SlCase           *a_case,
                                 const SlCapture  *capture,
                                 SlMemberFunc      func,
                                 gpointer          data,
                                 GError          **error);

G_END_DECLS
