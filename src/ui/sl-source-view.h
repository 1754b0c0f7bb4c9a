/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-pane.h"

G_BEGIN_DECLS

/* The archived text of the selected source with the passages in place. Hides itself without a source. */
#define SL_TYPE_SOURCE_VIEW (sl_source_view_get_type ())
G_DECLARE_FINAL_TYPE (SlSourceView, sl_source_view, SL, SOURCE_VIEW, SlPane)

G_END_DECLS
