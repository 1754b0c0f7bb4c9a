/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-wire.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-fetch-error.h"

G_DEFINE_FINAL_TYPE (SlWire, sl_wire, G_TYPE_OBJECT)

#define ATTACHMENT "sourceline-wire"

static void
sl_wire_finalize (GObject *object)
{
  SlWire *self = SL_WIRE (object);

  sl_wire_reset (self);
  g_clear_object (&self->identity);
  g_clear_object (&self->database);
  g_byte_array_unref (self->sent);
  g_byte_array_unref (self->received);

  G_OBJECT_CLASS (sl_wire_parent_class)->finalize (object);
}

static void
sl_wire_class_init (SlWireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_wire_finalize;
}

static void
sl_wire_init (SlWire *self)
{
  self->sent = g_byte_array_new ();
  self->received = g_byte_array_new ();
}

/**
 * sl_wire_new:
 * @max_bytes: how much may arrive
 *
 * Makes an empty record for one connection without TLS.
 *
 * Returns: (transfer full): a new record
 */
SlWire *
sl_wire_new (gsize max_bytes)
{
  SlWire *self = g_object_new (SL_TYPE_WIRE, NULL);

  self->max_bytes = max_bytes;
  return self;
}

/**
 * sl_wire_reset:
 * @self: a record
 *
 * Forgets what went through: a host with several addresses is tried at one after the other.
 */
void
sl_wire_reset (SlWire *self)
{
  g_return_if_fail (SL_IS_WIRE (self));

  g_byte_array_set_size (self->sent, 0);
  g_byte_array_set_size (self->received, 0);
  g_clear_object (&self->remote_address);
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->tls_protocol, g_free);
  g_clear_pointer (&self->tls_cipher, g_free);
  self->tls_errors = G_TLS_CERTIFICATE_NO_FLAGS;
  self->tls_failed = FALSE;
}

/**
 * sl_wire_record:
 * @self: a record
 * @incoming: whether the bytes came from the host
 * @bytes: what went through
 * @length: number of bytes
 * @error: return location for a #GError
 *
 * Notes bytes that went through.
 *
 * Returns: %FALSE with %SL_FETCH_ERROR_TOO_LARGE when more arrived than may
 */
gboolean
sl_wire_record (SlWire      *self,
                gboolean     incoming,
                const void  *bytes,
                gsize        length,
                GError     **error)
{
  GByteArray *log = incoming ? self->received : self->sent;

  if (length > self->max_bytes || log->len > self->max_bytes - length)
    {
      g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_TOO_LARGE, _ ("The page is larger than Sourceline takes"));
      return FALSE;
    }

  g_byte_array_append (log, bytes, (guint) length);
  if (self->activity != NULL && length > 0)
    self->activity (self, self->activity_data);
  return TRUE;
}

static const char *
protocol_name (GTlsProtocolVersion version)
{
  switch (version)
    {
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
      return "SSL 3.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLS 1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLS 1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLS 1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLS 1.3";
    case G_TLS_PROTOCOL_VERSION_DTLS_1_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_2:
    case G_TLS_PROTOCOL_VERSION_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * sl_wire_note_tls:
 * @self: a record
 * @connection: a connection whose handshake succeeded
 *
 * Notes what TLS agreed on.
 */
void
sl_wire_note_tls (SlWire         *self,
                  GTlsConnection *connection)
{
  g_return_if_fail (SL_IS_WIRE (self));

  g_set_str (&self->tls_protocol, protocol_name (g_tls_connection_get_protocol_version (connection)));
  g_clear_pointer (&self->tls_cipher, g_free);
  self->tls_cipher = g_tls_connection_get_ciphersuite_name (connection);
  g_set_object (&self->certificate, g_tls_connection_get_peer_certificate (connection));
}

/**
 * sl_wire_attach:
 * @self: a record
 * @connection: a connection that is being made
 *
 * Leaves the record with a connection, for whoever gets only the connection to see.
 */
void
sl_wire_attach (SlWire    *self,
                GIOStream *connection)
{
  g_object_set_data_full (G_OBJECT (connection), ATTACHMENT, g_object_ref (self), g_object_unref);
}

/**
 * sl_wire_get_attached:
 * @connection: a connection
 *
 * Gets the record that was left with a connection.
 *
 * Returns: (transfer none) (nullable): the record
 */
SlWire *
sl_wire_get_attached (GIOStream *connection)
{
  return g_object_get_data (G_OBJECT (connection), ATTACHMENT);
}
