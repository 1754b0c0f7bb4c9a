/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-address.h"

#include <string.h>

/* After the IANA IPv4 and IPv6 special-purpose address registries (RFC 6890 and its updates). The
 * first row that matches counts. */

typedef struct
{
  guint8        prefix[16];
  guint8        bits;
  SlAddressKind kind;
} Row;

static const Row ipv4_rows[] = {
  { { 0 }, 8, SL_ADDRESS_UNSPECIFIED },                       /* 0.0.0.0/8 */
  { { 10 }, 8, SL_ADDRESS_PRIVATE },                          /* 10.0.0.0/8 */
  { { 100, 64 }, 10, SL_ADDRESS_SHARED },                     /* 100.64.0.0/10 */
  { { 127 }, 8, SL_ADDRESS_LOOPBACK },                        /* 127.0.0.0/8 */
  { { 169, 254 }, 16, SL_ADDRESS_LINK_LOCAL },                /* 169.254.0.0/16 */
  { { 172, 16 }, 12, SL_ADDRESS_PRIVATE },                    /* 172.16.0.0/12 */
  { { 192, 0, 0 }, 24, SL_ADDRESS_RESERVED },                 /* 192.0.0.0/24 */
  { { 192, 0, 2 }, 24, SL_ADDRESS_DOCUMENTATION },            /* 192.0.2.0/24 */
  { { 192, 88, 99 }, 24, SL_ADDRESS_RESERVED },               /* 192.88.99.0/24 */
  { { 192, 168 }, 16, SL_ADDRESS_PRIVATE },                   /* 192.168.0.0/16 */
  { { 198, 18 }, 15, SL_ADDRESS_RESERVED },                   /* 198.18.0.0/15 */
  { { 198, 51, 100 }, 24, SL_ADDRESS_DOCUMENTATION },         /* 198.51.100.0/24 */
  { { 203, 0, 113 }, 24, SL_ADDRESS_DOCUMENTATION },          /* 203.0.113.0/24 */
  { { 224 }, 4, SL_ADDRESS_MULTICAST },                       /* 224.0.0.0/4 */
  { { 240 }, 4, SL_ADDRESS_RESERVED },                        /* 240.0.0.0/4 */
  { { 0 }, 0, SL_ADDRESS_PUBLIC },
};

static const Row ipv6_rows[] = {
  { { 0 }, 128, SL_ADDRESS_UNSPECIFIED },                                        /* :: */
  { { [15] = 1 }, 128, SL_ADDRESS_LOOPBACK },                                    /* ::1 */
  { { 0x20, 0x01 }, 23, SL_ADDRESS_RESERVED },                                   /* 2001::/23, Teredo too */
  { { 0x20, 0x01, 0x0d, 0xb8 }, 32, SL_ADDRESS_DOCUMENTATION },                  /* 2001:db8::/32 */
  { { 0x3f, 0xff }, 20, SL_ADDRESS_DOCUMENTATION },                              /* 3fff::/20 */
  { { 0x20 }, 3, SL_ADDRESS_PUBLIC },                                            /* 2000::/3 */
  { { 0xfc }, 7, SL_ADDRESS_PRIVATE },                                           /* fc00::/7 */
  { { 0xfe, 0x80 }, 10, SL_ADDRESS_LINK_LOCAL },                                 /* fe80::/10 */
  { { 0xfe, 0xc0 }, 10, SL_ADDRESS_PRIVATE },                                    /* fec0::/10 */
  { { 0xff }, 8, SL_ADDRESS_MULTICAST },                                         /* ff00::/8 */
  { { 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01 }, 48, SL_ADDRESS_PRIVATE },            /* 64:ff9b:1::/48 */
  { { 0 }, 0, SL_ADDRESS_RESERVED },
};

/* Prefixes behind which stands an IPv4 address, and at which byte: what counts is where that one leads. */
static const struct
{
  guint8 prefix[12];
  guint8 bits;
  guint8 offset;
} embeddings[] = {
  { { [10] = 0xff, [11] = 0xff }, 96, 12 },               /* ::ffff:0:0/96, IPv4-mapped */
  { { [8] = 0xff, [9] = 0xff }, 96, 12 },                 /* ::ffff:0:0:0/96, IPv4-translated */
  { { 0x00, 0x64, 0xff, 0x9b }, 96, 12 },                 /* 64:ff9b::/96, NAT64 */
  { { 0x20, 0x02 }, 16, 2 },                              /* 2002::/16, 6to4 */
};

static gboolean
has_prefix (const guint8 *bytes,
            const guint8 *prefix,
            guint         bits)
{
  guint whole = bits / 8;
  guint rest = bits % 8;
  guint8 mask = (guint8) (0xff << (8 - rest));

  return memcmp (bytes, prefix, whole) == 0
         && (rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask));
}

static SlAddressKind
look_up (const Row    *rows,
         const guint8 *bytes)
{
  while (!has_prefix (bytes, rows->prefix, rows->bits))
    rows++;
  return rows->kind;
}

static SlAddressKind
classify_ipv6 (const guint8 *bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (embeddings); i++)
    {
      if (has_prefix (bytes, embeddings[i].prefix, embeddings[i].bits))
        return look_up (ipv4_rows, bytes + embeddings[i].offset);
    }

  return look_up (ipv6_rows, bytes);
}

/**
 * sl_address_classify:
 * @address: an address
 *
 * Says where an address leads. IPv6 addresses that carry an IPv4 address lead where that one leads.
 *
 * Returns: the kind
 */
SlAddressKind
sl_address_classify (GInetAddress *address)
{
  const guint8 *bytes;

  g_return_val_if_fail (G_IS_INET_ADDRESS (address), SL_ADDRESS_RESERVED);

  bytes = g_inet_address_to_bytes (address);
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return look_up (ipv4_rows, bytes);
  return classify_ipv6 (bytes);
}

/**
 * sl_address_is_local_name:
 * @host: host of a parsed #GUri, which has brought full-width digits and the like into ASCII
 *
 * Says whether a host is this machine by its name, which GLib answers without asking any resolver, or
 * a numeric address that is not public.
 *
 * Returns: %TRUE when @host must not be contacted unless the person typed it
 */
gboolean
sl_address_is_local_name (const char *host)
{
  g_autoptr (GInetAddress) literal = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (host != NULL, TRUE);

  /* Without the dot of the root and the zone of a link-local address. */
  bare = g_ascii_strdown (host, (gssize) strcspn (host, "%"));
  if (g_str_has_suffix (bare, "."))
    bare[strlen (bare) - 1] = '\0';

  if (g_str_equal (bare, "localhost") || g_str_has_suffix (bare, ".localhost")
      || g_str_equal (bare, "localhost.localdomain"))
    return TRUE;

  literal = g_inet_address_new_from_string (bare);
  return literal != NULL && sl_address_classify (literal) != SL_ADDRESS_PUBLIC;
}
