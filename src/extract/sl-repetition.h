/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sl_repetition_unite (GPtrArray       *proposals,
                          const GPtrArray *likenesses,
                          const GPtrArray *times);

G_END_DECLS
