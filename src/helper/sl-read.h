/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-client.h"
#include "helper/sl-read-request.h"
#include "helper/sl-reading.h"

G_BEGIN_DECLS

SlHelperClient *sl_read_client_new (void);

SlReading *sl_read_run (SlHelperClient      *client,
                        const SlReadRequest *request,
                        GCancellable        *cancellable,
                        GError             **error);

G_END_DECLS
