/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_TYPE_WIRE (sl_wire_get_type ())
G_DECLARE_FINAL_TYPE (SlWire, sl_wire, SL, WIRE, GObject)

/**
 * SlWireFunc:
 * @wire: the record
 * @user_data: what was given with the function
 *
 * Called whenever bytes went through.
 */
typedef void (*SlWireFunc) (SlWire   *wire,
                            gpointer  user_data);

/**
 * SlWire:
 * @identity: (nullable): whom the certificate must name; %NULL for a connection without TLS
 * @database: (nullable): whom to trust, %NULL for the system's list
 * @max_bytes: how much may arrive
 * @sent: what went out, without TLS
 * @received: what came in, without TLS
 * @remote_address: (nullable): where the connection leads
 * @certificate: (nullable): the host's certificate
 * @tls_errors: what is wrong with it
 * @tls_failed: whether the handshake failed
 * @tls_protocol: (nullable): like "TLS 1.3"
 * @tls_cipher: (nullable): name of the cipher suite
 * @activity: (nullable): called whenever bytes went through
 * @activity_data: passed to @activity
 *
 * What goes over one connection, and what is known about it.
 *
 * To be used by one thread.
 */
struct _SlWire
{
  GObject parent_instance;

  GSocketConnectable *identity;         /* (owned) (nullable) */
  GTlsDatabase *database;               /* (owned) (nullable) */
  gsize max_bytes;
  GByteArray *sent;                     /* (owned) */
  GByteArray *received;                 /* (owned) */
  GInetSocketAddress *remote_address;   /* (owned) (nullable) */
  GTlsCertificate *certificate;         /* (owned) (nullable) */
  GTlsCertificateFlags tls_errors;
  gboolean tls_failed;
  char *tls_protocol;                   /* (owned) (nullable) */
  char *tls_cipher;                     /* (owned) (nullable) */
  SlWireFunc activity;
  gpointer activity_data;               /* (unowned) */
};

SlWire     *sl_wire_new        (gsize        max_bytes);
void        sl_wire_reset      (SlWire      *self);
gboolean    sl_wire_record     (SlWire      *self,
                                gboolean     incoming,
                                const void  *bytes,
                                gsize        length,
                                GError     **error);
void        sl_wire_note_tls   (SlWire           *self,
                                GTlsConnection   *connection);
void        sl_wire_attach     (SlWire      *self,
                                GIOStream   *connection);
SlWire     *sl_wire_get_attached (GIOStream *connection);

G_END_DECLS
