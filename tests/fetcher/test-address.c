/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-address.h"

static const struct
{
  const char *address;
  SlAddressKind kind;
} addresses[] = {
  { "0.0.0.0", SL_ADDRESS_UNSPECIFIED },
  { "0.255.255.255", SL_ADDRESS_UNSPECIFIED },
  { "1.0.0.0", SL_ADDRESS_PUBLIC },
  { "9.255.255.255", SL_ADDRESS_PUBLIC },
  { "10.0.0.0", SL_ADDRESS_PRIVATE },
  { "10.255.255.255", SL_ADDRESS_PRIVATE },
  { "11.0.0.0", SL_ADDRESS_PUBLIC },
  { "100.63.255.255", SL_ADDRESS_PUBLIC },
  { "100.64.0.0", SL_ADDRESS_SHARED },
  { "100.127.255.255", SL_ADDRESS_SHARED },
  { "100.128.0.0", SL_ADDRESS_PUBLIC },
  { "127.0.0.1", SL_ADDRESS_LOOPBACK },
  { "127.255.255.254", SL_ADDRESS_LOOPBACK },
  { "128.0.0.1", SL_ADDRESS_PUBLIC },
  { "169.253.255.255", SL_ADDRESS_PUBLIC },
  { "169.254.169.254", SL_ADDRESS_LINK_LOCAL },
  { "172.15.255.255", SL_ADDRESS_PUBLIC },
  { "172.16.0.0", SL_ADDRESS_PRIVATE },
  { "172.31.255.255", SL_ADDRESS_PRIVATE },
  { "172.32.0.0", SL_ADDRESS_PUBLIC },
  { "192.0.0.8", SL_ADDRESS_RESERVED },
  { "192.0.1.0", SL_ADDRESS_PUBLIC },
  { "192.0.2.1", SL_ADDRESS_DOCUMENTATION },
  { "192.88.99.1", SL_ADDRESS_RESERVED },
  { "192.167.255.255", SL_ADDRESS_PUBLIC },
  { "192.168.1.1", SL_ADDRESS_PRIVATE },
  { "192.169.0.0", SL_ADDRESS_PUBLIC },
  { "198.17.255.255", SL_ADDRESS_PUBLIC },
  { "198.18.0.0", SL_ADDRESS_RESERVED },
  { "198.19.255.255", SL_ADDRESS_RESERVED },
  { "198.20.0.0", SL_ADDRESS_PUBLIC },
  { "198.51.100.7", SL_ADDRESS_DOCUMENTATION },
  { "203.0.113.7", SL_ADDRESS_DOCUMENTATION },
  { "223.255.255.255", SL_ADDRESS_PUBLIC },
  { "224.0.0.1", SL_ADDRESS_MULTICAST },
  { "239.255.255.255", SL_ADDRESS_MULTICAST },
  { "240.0.0.1", SL_ADDRESS_RESERVED },
  { "255.255.255.255", SL_ADDRESS_RESERVED },
  { "::", SL_ADDRESS_UNSPECIFIED },
  { "::1", SL_ADDRESS_LOOPBACK },
  { "::2", SL_ADDRESS_RESERVED },
  { "::7f00:1", SL_ADDRESS_RESERVED },
  { "::ffff:127.0.0.1", SL_ADDRESS_LOOPBACK },
  { "::ffff:10.1.2.3", SL_ADDRESS_PRIVATE },
  { "::ffff:8.8.8.8", SL_ADDRESS_PUBLIC },
  { "::ffff:0:127.0.0.1", SL_ADDRESS_LOOPBACK },
  { "64:ff9b::192.168.0.1", SL_ADDRESS_PRIVATE },
  { "64:ff9b::8.8.8.8", SL_ADDRESS_PUBLIC },
  { "64:ff9b:1::1", SL_ADDRESS_PRIVATE },
  { "100::1", SL_ADDRESS_RESERVED },
  { "2001::1", SL_ADDRESS_RESERVED },
  { "2001:1ff:ffff::", SL_ADDRESS_RESERVED },
  { "2001:200::1", SL_ADDRESS_PUBLIC },
  { "2001:db8::1", SL_ADDRESS_DOCUMENTATION },
  { "2001:db9::1", SL_ADDRESS_PUBLIC },
  { "2002:7f00:1::1", SL_ADDRESS_LOOPBACK },
  { "2002:808:808::1", SL_ADDRESS_PUBLIC },
  { "2606:4700::1111", SL_ADDRESS_PUBLIC },
  { "3fff:fff::1", SL_ADDRESS_DOCUMENTATION },
  { "3fff:1000::1", SL_ADDRESS_PUBLIC },
  { "5f00::1", SL_ADDRESS_RESERVED },
  { "fc00::1", SL_ADDRESS_PRIVATE },
  { "fdff:ffff::1", SL_ADDRESS_PRIVATE },
  { "fe80::1", SL_ADDRESS_LINK_LOCAL },
  { "febf::1", SL_ADDRESS_LINK_LOCAL },
  { "fec0::1", SL_ADDRESS_PRIVATE },
  { "ff02::1", SL_ADDRESS_MULTICAST },
};

static void
test_classify (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (addresses[i].address);

      g_test_message ("%s", addresses[i].address);
      g_assert_nonnull (address);
      g_assert_cmpint (sl_address_classify (address), ==, addresses[i].kind);
    }
}

static void
test_local_name (void)
{
  static const struct
  {
    const char *host;
    gboolean local;
  } cases[] = {
    { "localhost", TRUE },
    { "LOCALHOST", TRUE },
    { "localhost.", TRUE },
    { "localhost.localdomain", TRUE },
    { "case.localhost", TRUE },
    { "127.0.0.1", TRUE },
    { "127.0.0.1.", TRUE },
    { "0.0.0.0", TRUE },
    { "::1", TRUE },
    { "fe80::1%eth0", TRUE },
    { "::ffff:127.0.0.1", TRUE },
    { "169.254.169.254", TRUE },
    { "8.8.8.8", FALSE },
    { "2606:4700::1111", FALSE },
    { "example.org", FALSE },
    { "notlocalhost", FALSE },
    { "localhost.example.org", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].host);
      g_assert_cmpint (sl_address_is_local_name (cases[i].host), ==, cases[i].local);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/address/classify", test_classify);
  g_test_add_func ("/address/local-name", test_local_name);
  return g_test_run ();
}
