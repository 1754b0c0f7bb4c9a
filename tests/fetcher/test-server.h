/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** TestServer: a server on 127.0.0.1 in a thread, which writes exactly what it is told. Opaque. */
typedef struct _TestServer TestServer;

/**
 * TestHandler:
 * @server: the server
 * @target: path and query of the request
 * @stream: the connection, closed afterwards
 * @cancellable: cancelled when the server is freed
 *
 * Answers one request.
 */
typedef void (*TestHandler) (TestServer   *server,
                             const char   *target,
                             GIOStream    *stream,
                             GCancellable *cancellable);

TestServer *test_server_new             (TestHandler      handler,
                                         GTlsCertificate *certificate);
void        test_server_free            (TestServer      *self);
guint16     test_server_get_port        (TestServer      *self);
int         test_server_get_connections (TestServer      *self);
char       *test_server_dup_request     (TestServer      *self);
const char *test_server_get_request     (GIOStream       *stream);
void        test_server_set_note        (TestServer      *self,
                                         const char      *name,
                                         const char      *value);
char       *test_server_dup_note        (TestServer      *self,
                                         const char      *name);
gboolean    test_server_write           (GIOStream       *stream,
                                         const void      *bytes,
                                         gssize           length,
                                         GCancellable    *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

G_END_DECLS
