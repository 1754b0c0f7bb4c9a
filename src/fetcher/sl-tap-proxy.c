/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-tap-proxy.h"

#include <glib/gi18n-lib.h>

#include "fetcher/sl-tap.h"
#include "helper/sl-fetch-error.h"

#define PROTOCOL "sourceline-tap"

/**
 * SlTapProxy:
 *
 * A "proxy" that is no other host: libsoup is told that the host itself is the proxy to reach it through, and
 * this class then makes the TLS connection, if any, and puts the taps in.
 *
 * So libsoup speaks HTTP over a stream that keeps a record of the exact bytes, and the certificate is judged here, where
 * each reason for refusing it is known. GLib offers this extension point for proxies;
 * libsoup has none of its own between HTTP and the connection.
 */
struct _SlTapProxy
{
  GObject parent_instance;
};

/* Keeps the evidence: the certificate that was shown, also when it is refused. */
static gboolean
accept_certificate_cb (GTlsConnection       *connection,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  errors,
                       SlWire               *wire)
{
  g_set_object (&wire->certificate, certificate);
  wire->tls_errors = errors;
  return FALSE;
}

static void
handshake_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SlWire *wire = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_tls_connection_handshake_finish (G_TLS_CONNECTION (source), result, &error))
    {
      sl_wire_note_tls (wire, G_TLS_CONNECTION (source));
      g_task_return_pointer (task, sl_tap_new_stream (G_IO_STREAM (source), wire), g_object_unref);
      return;
    }

  wire->tls_failed = TRUE;
  g_task_return_error (task, error);
}

static void
start_tls (GTask     *task,
           GIOStream *connection,
           SlWire    *wire)
{
  static const char *const protocols[] = { "http/1.1", NULL };
  g_autoptr (GIOStream) tls = NULL;
  GError *error = NULL;

  tls = g_tls_client_connection_new (connection, wire->identity, &error);
  if (tls == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  if (wire->database != NULL)
    g_tls_connection_set_database (G_TLS_CONNECTION (tls), wire->database);
  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls), protocols);
  /* Many servers just close; whether a body is whole is for its length to say. */
  g_tls_connection_set_require_close_notify (G_TLS_CONNECTION (tls), FALSE);
  g_signal_connect_object (tls, "accept-certificate", G_CALLBACK (accept_certificate_cb), wire, G_CONNECT_DEFAULT);
  g_tls_connection_handshake_async (G_TLS_CONNECTION (tls), G_PRIORITY_DEFAULT, g_task_get_cancellable (task), handshake_cb, task);
}

static void
connect_async (GProxy              *proxy,
               GIOStream           *connection,
               GProxyAddress       *address,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = g_task_new (proxy, cancellable, callback, user_data);
  SlWire *wire = sl_wire_get_attached (connection);
  g_autoptr (GSocketAddress) remote = NULL;

  g_task_set_source_tag (task, connect_async);
  g_assert (wire != NULL);
  g_task_set_task_data (task, g_object_ref (wire), g_object_unref);

  sl_wire_reset (wire);
  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_INET_SOCKET_ADDRESS (remote))
    wire->remote_address = G_INET_SOCKET_ADDRESS (g_steal_pointer (&remote));

  if (wire->identity != NULL)
    {
      start_tls (task, connection, wire);
      return;
    }

  g_task_return_pointer (task, sl_tap_new_stream (connection, wire), g_object_unref);
  g_object_unref (task);
}

static GIOStream *
connect_finish (GProxy        *proxy,
                GAsyncResult  *result,
                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
supports_hostname (GProxy *proxy)
{
  return TRUE;
}

static void
proxy_init (GProxyInterface *iface)
{
  iface->connect_async = connect_async;
  iface->connect_finish = connect_finish;
  iface->supports_hostname = supports_hostname;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlTapProxy, sl_tap_proxy, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY, proxy_init))

static void
sl_tap_proxy_class_init (SlTapProxyClass *klass)
{
}

static void
sl_tap_proxy_init (SlTapProxy *self)
{
}

/**
 * sl_tap_proxy_register:
 *
 * Makes the protocol known to GIO in this process. May be called more than once.
 */
void
sl_tap_proxy_register (void)
{
  g_autoptr (GProxy) known = NULL;

  /* Asking for any proxy makes GIO set its extension points up. */
  known = g_proxy_get_default_for_protocol (PROTOCOL);
  if (known == NULL)
    g_io_extension_point_implement (G_PROXY_EXTENSION_POINT_NAME, SL_TYPE_TAP_PROXY, PROTOCOL, 0);
}

/**
 * sl_tap_proxy_new_resolver:
 * @host: host of the address to fetch
 * @port: its port
 *
 * Makes what a #SoupSession asks for the proxy to take: always the host itself, by way of the taps.
 * No proxy of the system or the environment is used.
 *
 * Returns: (transfer full): a new resolver
 */
GProxyResolver *
sl_tap_proxy_new_resolver (const char *host,
                           guint16     port)
{
  g_autofree char *uri = g_uri_join (G_URI_FLAGS_NONE, PROTOCOL, NULL, host, port, "", NULL, NULL);

  return g_simple_proxy_resolver_new (uri, NULL);
}
