/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** SlHelperProcess: a running helper and the connection to it. Opaque. */
typedef struct _SlHelperProcess SlHelperProcess;

SlHelperProcess *sl_helper_process_spawn      (const char *const  *argv,
                                               GError            **error);
GSocket         *sl_helper_process_get_socket (SlHelperProcess    *self);
void             sl_helper_process_kill       (SlHelperProcess    *self,
                                               GError            **error);
void             sl_helper_process_free       (SlHelperProcess    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHelperProcess, sl_helper_process_free)

G_END_DECLS
