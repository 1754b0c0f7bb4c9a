/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-error.h"

G_BEGIN_DECLS

#define SL_TYPE_HELPER_CLIENT (sl_helper_client_get_type ())
G_DECLARE_FINAL_TYPE (SlHelperClient, sl_helper_client, SL, HELPER_CLIENT, GObject)

/** A deadline that never passes. */
#define SL_HELPER_NO_DEADLINE G_MAXINT64

/**
 * SlHelperProgressFunc:
 * @progress: what the helper reports, a dictionary
 * @user_data: what was given with the function
 *
 * Called in the thread of the call for each progress frame.
 */
typedef void (*SlHelperProgressFunc) (GVariant *progress,
                                      gpointer  user_data);

SlHelperClient *sl_helper_client_new       (const char            *program,
                                            GQuark                 domain);
SlHelperClient *sl_helper_client_new_argv  (const char *const     *argv,
                                            GQuark                 domain);
GVariant       *sl_helper_client_ref_hello (SlHelperClient        *self);
gboolean        sl_helper_client_start     (SlHelperClient        *self,
                                            GCancellable          *cancellable,
                                            GError               **error);
void            sl_helper_client_stop      (SlHelperClient        *self);
GVariant       *sl_helper_client_call      (SlHelperClient        *self,
                                            GVariant              *request,
                                            SlHelperProgressFunc   progress,
                                            gpointer               user_data,
                                            gint64                 deadline_usec,
                                            GCancellable          *cancellable,
                                            GError               **error);

G_END_DECLS
