/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "timeline/sl-lanes.h"

G_BEGIN_DECLS

/* Finds gaps and bursts in sorted anchors; @reach are the ends of the items, in the same order. */
GArray *sl_lanes_find_gaps   (const gint64 *anchors,
                              const gint64 *reach,
                              guint         n);
GArray *sl_lanes_find_bursts (const gint64 *anchors,
                              guint         n);

G_END_DECLS
