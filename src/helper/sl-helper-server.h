/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-error.h"
#include "helper/sl-sandbox.h"

G_BEGIN_DECLS

#define SL_TYPE_HELPER_SERVER (sl_helper_server_get_type ())
G_DECLARE_FINAL_TYPE (SlHelperServer, sl_helper_server, SL, HELPER_SERVER, GObject)

/**
 * SlHelperHandler:
 * @server: for sl_helper_server_send_progress()
 * @request: the request, a dictionary
 * @user_data: what was given to sl_helper_server_run()
 * @error: return location for the error that the client gets
 *
 * Answers one request.
 *
 * Returns: (transfer full) (nullable): the reply, a dictionary (may be floating);
 *   %NULL with @error set when the request failed. The server goes on either way.
 */
typedef GVariant *(*SlHelperHandler) (SlHelperServer  *server,
                                      GVariant        *request,
                                      gpointer         user_data,
                                      GError         **error);

SlHelperServer *sl_helper_server_new           (GInputStream          *input,
                                                GOutputStream         *output);
SlHelperServer *sl_helper_server_new_for_stdio (GError               **error);
void            sl_helper_server_set_cpu_limit (SlHelperServer        *self,
                                                guint                  seconds);
gboolean        sl_helper_server_run           (SlHelperServer        *self,
                                                const char            *name,
                                                const SlSandboxLevel  *level,
                                                SlHelperHandler        handler,
                                                gpointer               user_data,
                                                GError               **error);
gboolean        sl_helper_server_send_progress (SlHelperServer        *self,
                                                GVariant              *progress,
                                                GError               **error);

G_END_DECLS
