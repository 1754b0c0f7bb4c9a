/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fetcher/sl-watch.h"
#include "fetcher/sl-wire.h"

G_BEGIN_DECLS

GError *sl_failure_new (const char    *host,
                        SlWire        *wire,
                        SlWatchReason  reason,
                        const GError  *error);

G_END_DECLS
