/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlAddressKind:
 * @SL_ADDRESS_PUBLIC: an address of the public internet
 * @SL_ADDRESS_LOOPBACK: this machine
 * @SL_ADDRESS_PRIVATE: a private network
 * @SL_ADDRESS_SHARED: the network between a provider and its customers (CGNAT)
 * @SL_ADDRESS_LINK_LOCAL: the local link
 * @SL_ADDRESS_UNSPECIFIED: no particular host, which systems take for this machine
 * @SL_ADDRESS_MULTICAST: many hosts
 * @SL_ADDRESS_DOCUMENTATION: only for examples
 * @SL_ADDRESS_RESERVED: reserved for protocols, tests or the future
 *
 * Where an address leads.
 */
typedef enum
{
  SL_ADDRESS_PUBLIC,
  SL_ADDRESS_LOOPBACK,
  SL_ADDRESS_PRIVATE,
  SL_ADDRESS_SHARED,
  SL_ADDRESS_LINK_LOCAL,
  SL_ADDRESS_UNSPECIFIED,
  SL_ADDRESS_MULTICAST,
  SL_ADDRESS_DOCUMENTATION,
  SL_ADDRESS_RESERVED,
} SlAddressKind;

SlAddressKind sl_address_classify      (GInetAddress  *address);
gboolean      sl_address_is_local_name (const char    *host);

G_END_DECLS
