/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-frame.h"

G_BEGIN_DECLS

gboolean  sl_channel_send    (GSocket       *socket,
                              GBytes        *frame,
                              gint64         deadline_usec,
                              GCancellable  *cancellable,
                              GError       **error);
GVariant *sl_channel_receive (GSocket       *socket,
                              SlFrameKind   *kind,
                              gint64         deadline_usec,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
