/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that lead into this machine or a private network, in every form we know, and three ways there that nobody
 * typed: directly, by a redirect, and by a name that is bound anew. Asserted is that nothing is ever dialled but what is
 * public, and that nothing arrives at listeners on all addresses of this machine.
 */

#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fetcher/sl-location.h"
#include "test-fixture.h"
#include "test-resolver.h"

/* They stand for the internet: who dials the first reaches the test's server, the second refuses. */
#define PUBLIC "93.184.216.34"
#define PUBLIC_REFUSING "93.184.216.35"

typedef struct
{
  Fixture  fixture;
  GSocket *traps[2];   /* (owned) (nullable): IPv4 and IPv6, of all addresses of this machine */
  guint16  trap_port;
} World;

/* @address: what the form means to those who understand it, which the test's resolver is made to do; %NULL for a form
 * that must not be understood at all.
 */
typedef struct
{
  const char *url;      /* with PORT for the port of the traps */
  const char *address;  /* (nullable) */
} Form;

static const Form forms[] = {
  /* this machine */
  { "http://127.0.0.1:PORT/", "127.0.0.1" },
  { "http://127.0.0.1/", "127.0.0.1" },
  { "http://127.0.0.1:22/", "127.0.0.1" },
  { "http://127.0.0.1:65535/", "127.0.0.1" },
  { "https://127.0.0.1:PORT/", "127.0.0.1" },
  { "HTTP://127.0.0.1:PORT/", "127.0.0.1" },
  { "http://127.0.0.1.:PORT/", "127.0.0.1" },
  { "http://127.0.0.53:PORT/", "127.0.0.53" },
  { "http://127.255.255.254:PORT/", "127.255.255.254" },
  { "http://127.1:PORT/", "127.0.0.1" },
  { "http://127.0.1:PORT/", "127.0.0.1" },
  { "http://2130706433:PORT/", "127.0.0.1" },
  { "http://0x7f000001:PORT/", "127.0.0.1" },
  { "http://0X7F000001:PORT/", "127.0.0.1" },
  { "http://0x7f.0.0.1:PORT/", "127.0.0.1" },
  { "http://0x7f.0x0.0x0.0x1:PORT/", "127.0.0.1" },
  { "http://0x7f.1:PORT/", "127.0.0.1" },
  { "http://0177.0.0.1:PORT/", "127.0.0.1" },
  { "http://0000177.0.0.1:PORT/", "127.0.0.1" },
  { "http://017700000001:PORT/", "127.0.0.1" },
  { "http://127.000.000.001:PORT/", "127.0.0.1" },
  { "http://0177.0x0.0.1:PORT/", "127.0.0.1" },
  { "http://%31%32%37.0.0.1:PORT/", "127.0.0.1" },
  { "http://127%2e0%2e0%2e1:PORT/", "127.0.0.1" },
  { "http://①②⑦.⓪.⓪.①:PORT/", "127.0.0.1" },
  { "http://１２７.0.0.1:PORT/", "127.0.0.1" },
  { "http://１２７．０．０．１:PORT/", "127.0.0.1" },
  { "http://127。0。0。1:PORT/", "127.0.0.1" },
  { "http://𝟏𝟐𝟕.0.0.1:PORT/", "127.0.0.1" },
  { "http://0.0.0.0:PORT/", "0.0.0.0" },
  { "http://0:PORT/", "0.0.0.0" },
  { "http://0x0:PORT/", "0.0.0.0" },
  { "http://0.1:PORT/", "0.0.0.1" },
  { "http://[::1]:PORT/", "::1" },
  { "http://[::]:PORT/", "::" },
  { "http://[0:0:0:0:0:0:0:1]:PORT/", "::1" },
  { "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/", "::1" },
  { "http://[::0.0.0.1]:PORT/", "::1" },
  { "http://[::1%25lo]:PORT/", "::1" },
  /* its names */
  { "http://localhost:PORT/", "127.0.0.1" },
  { "http://LOCALHOST:PORT/", "127.0.0.1" },
  { "http://localhost.:PORT/", "127.0.0.1" },
  { "http://localhost.localdomain:PORT/", "127.0.0.1" },
  { "http://a.localhost:PORT/", "127.0.0.1" },
  { "http://b.a.localhost.:PORT/", "127.0.0.1" },
  { "http://%6cocalhost:PORT/", "127.0.0.1" },
  { "http://localhost%2e:PORT/", "127.0.0.1" },
  { "http://ⓛocalhost:PORT/", "127.0.0.1" },
  { "http://ｌｏｃａｌｈｏｓｔ:PORT/", "127.0.0.1" },
  { "http://ip6-localhost:PORT/", "::1" },
  /* IPv4 in IPv6 */
  { "http://[::ffff:127.0.0.1]:PORT/", "::ffff:127.0.0.1" },
  { "http://[::FFFF:7f00:1]:PORT/", "::ffff:127.0.0.1" },
  { "http://[0:0:0:0:0:ffff:7f00:0001]:PORT/", "::ffff:127.0.0.1" },
  { "http://[::127.0.0.1]:PORT/", "::127.0.0.1" },
  { "http://[::ffff:0:127.0.0.1]:PORT/", "::ffff:0:7f00:1" },
  { "http://[::ffff:10.0.0.1]:PORT/", "::ffff:10.0.0.1" },
  { "http://[::ffff:169.254.169.254]:PORT/", "::ffff:169.254.169.254" },
  { "http://[64:ff9b::127.0.0.1]:PORT/", "64:ff9b::7f00:1" },
  { "http://[64:ff9b::a9fe:a9fe]:PORT/", "64:ff9b::a9fe:a9fe" },
  { "http://[64:ff9b:1::7f00:1]:PORT/", "64:ff9b:1::7f00:1" },
  { "http://[2002:7f00:1::]:PORT/", "2002:7f00:1::" },
  { "http://[2002:a00:1::1]:PORT/", "2002:a00:1::1" },
  { "http://[2002:c0a8:101::1]:PORT/", "2002:c0a8:101::1" },
  { "http://[2001:0:7f00:1::]:PORT/", "2001:0:7f00:1::" },
  { "http://[2001::808:808]:PORT/", "2001::808:808" },
  /* private networks and the local link */
  { "http://10.0.0.1:PORT/", "10.0.0.1" },
  { "http://10.255.255.255:PORT/", "10.255.255.255" },
  { "http://167772161:PORT/", "10.0.0.1" },
  { "http://0x0a000001:PORT/", "10.0.0.1" },
  { "http://012.0.0.1:PORT/", "10.0.0.1" },
  { "http://10.1:PORT/", "10.0.0.1" },
  { "http://172.16.0.1:PORT/", "172.16.0.1" },
  { "http://172.31.255.254:PORT/", "172.31.255.254" },
  { "http://192.168.0.1:PORT/", "192.168.0.1" },
  { "http://192.168.257:PORT/", "192.168.1.1" },
  { "http://3232235521:PORT/", "192.168.0.1" },
  { "http://0xc0.0xa8.0.1:PORT/", "192.168.0.1" },
  { "http://100.64.0.1:PORT/", "100.64.0.1" },
  { "http://100.127.255.254:PORT/", "100.127.255.254" },
  { "http://169.254.169.254/latest/meta-data/", "169.254.169.254" },
  { "http://169.254.169.254.:PORT/", "169.254.169.254" },
  { "http://2852039166:PORT/", "169.254.169.254" },
  { "http://0xa9fea9fe:PORT/", "169.254.169.254" },
  { "http://0xa9.0xfe.0xa9.0xfe:PORT/", "169.254.169.254" },
  { "http://0251.0376.0251.0376:PORT/", "169.254.169.254" },
  { "http://169.254.43518:PORT/", "169.254.169.254" },
  { "http://169.16689662:PORT/", "169.254.169.254" },
  { "http://[fd00:ec2::254]:PORT/", "fd00:ec2::254" },
  { "http://[fc00::1]:PORT/", "fc00::1" },
  { "http://[fe80::1]:PORT/", "fe80::1" },
  { "http://[fe80::1%25lo]:PORT/", "fe80::1" },
  { "http://[fe80::1%25eth0]:PORT/", "fe80::1" },
  { "http://[febf::1]:PORT/", "febf::1" },
  { "http://[fec0::1]:PORT/", "fec0::1" },
  /* many hosts, tests, examples, the future */
  { "http://224.0.0.1:PORT/", "224.0.0.1" },
  { "http://239.255.255.250:PORT/", "239.255.255.250" },
  { "http://255.255.255.255:PORT/", "255.255.255.255" },
  { "http://4294967295:PORT/", "255.255.255.255" },
  { "http://240.0.0.1:PORT/", "240.0.0.1" },
  { "http://192.0.0.8:PORT/", "192.0.0.8" },
  { "http://192.0.2.1:PORT/", "192.0.2.1" },
  { "http://198.18.0.1:PORT/", "198.18.0.1" },
  { "http://198.19.255.254:PORT/", "198.19.255.254" },
  { "http://198.51.100.7:PORT/", "198.51.100.7" },
  { "http://203.0.113.9:PORT/", "203.0.113.9" },
  { "http://192.88.99.1:PORT/", "192.88.99.1" },
  { "http://[ff02::1]:PORT/", "ff02::1" },
  { "http://[ff0e::1]:PORT/", "ff0e::1" },
  { "http://[2001:db8::1]:PORT/", "2001:db8::1" },
  { "http://[3fff::1]:PORT/", "3fff::1" },
  { "http://[100::1]:PORT/", "100::1" },
  { "http://[5f00::1]:PORT/", "5f00::1" },
  /* names that lead there */
  { "http://inside.example:PORT/", "127.0.0.1" },
  { "http://ten.example:PORT/", "10.0.0.1" },
  { "http://meta.example:PORT/", "169.254.169.254" },
  { "http://six.example:PORT/", "::1" },
  { "http://mapped.example:PORT/", "::ffff:127.0.0.1" },
  { "http://127.0.0.1.name.example:PORT/", "127.0.0.1" },
  { "http://münchen.example:PORT/", "192.168.0.1" },
  /* tricks */
  { "http://127.0.0.1:PORT#@public.example/", "127.0.0.1" },
  { "http://127.0.0.1:PORT?@public.example/", "127.0.0.1" },
  { "http://public.example@127.0.0.1:PORT/", NULL },
  { "http://public.example:80@127.0.0.1:PORT/", NULL },
  { "http://public.example%40127.0.0.1:PORT/", NULL },
  { "http://127.0.0.1:PORT\\@public.example/", NULL },
  { "http://127.0.0.1%00.public.example:PORT/", NULL },
  { "http://127.0.0.1%0d%0a:PORT/", NULL },
  { "http://127.0.0.1%2f:PORT/", NULL },
  { "http://127.0.0.1%20:PORT/", NULL },
  { "http://[::1:PORT/", NULL },
  { "http://[127.0.0.1]:PORT/", NULL },
  { "http://[::1]@public.example:PORT/", NULL },
  { "http:///127.0.0.1:PORT/", NULL },
  { "file://127.0.0.1/etc/passwd", NULL },
  { "gopher://127.0.0.1:PORT/_", NULL },
  { "ftp://127.0.0.1:PORT/", NULL },
};

/* What was dialled. Whoever stands in for a function of the system can only have them for the whole program. */
static GMutex dialled_mutex;
static GPtrArray *dialled;          /* (owned) (element-type utf8): guarded by dialled_mutex */
static guint16 public_port;         /* of the server behind PUBLIC */

static int
dial (int                    fd,
      const struct sockaddr *address,
      socklen_t              length)
{
  return (int) syscall (SYS_connect, fd, address, length);
}

static int
dial_server (int fd)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) server = g_inet_socket_address_new (loopback, public_port);
  struct sockaddr_storage native;

  g_assert_true (g_socket_address_to_native (server, &native, sizeof native, NULL));
  return dial (fd, (const struct sockaddr *) &native, (socklen_t) g_socket_address_get_native_size (server));
}

/* Stands in for connect(2), which GIO calls: notes who is dialled, and lets PUBLIC be the test's server. */
int
connect (int                  fd,
         __CONST_SOCKADDR_ARG address,
         socklen_t            length)
{
  const struct sockaddr *native = address.__sockaddr__;
  g_autoptr (GSocketAddress) to = NULL;
  g_autofree char *host = NULL;

  if (native->sa_family != AF_INET && native->sa_family != AF_INET6)
    return dial (fd, native, length);

  to = g_socket_address_new_from_native ((gpointer) native, length);
  host = g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (to)));
  g_mutex_lock (&dialled_mutex);
  g_ptr_array_add (dialled, g_strdup (host));
  g_mutex_unlock (&dialled_mutex);

  if (strcmp (host, PUBLIC) == 0)
    return dial_server (fd);
  if (strcmp (host, PUBLIC_REFUSING) != 0)
    return dial (fd, native, length);
  errno = ECONNREFUSED;
  return -1;
}

static void
forget_dialled (void)
{
  g_mutex_lock (&dialled_mutex);
  g_ptr_array_set_size (dialled, 0);
  g_mutex_unlock (&dialled_mutex);
}

/* "/go" leads where the test said; everything else is a page. */
static void
handle (TestServer   *server,
        const char   *target,
        GIOStream    *stream,
        GCancellable *cancellable)
{
  g_autofree char *location = strcmp (target, "/go") == 0 ? test_server_dup_note (server, "location") : NULL;
  g_autofree char *answer = location != NULL
                                ? g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n", location)
                                : g_strdup ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

  test_server_write (stream, answer, -1, cancellable);
}

static GSocket *
set_trap (GSocketFamily family,
          guint16       port)
{
  g_autoptr (GSocket) trap = g_socket_new (family, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GInetAddress) any = g_inet_address_new_any (family);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (any, port);

  /* Not every machine has IPv6. */
  if (trap == NULL)
    return NULL;
  if (family == G_SOCKET_FAMILY_IPV6)
    g_socket_set_option (trap, IPPROTO_IPV6, IPV6_V6ONLY, 1, NULL);
  if (!g_socket_bind (trap, address, TRUE, NULL) || !g_socket_listen (trap, NULL))
    return NULL;
  return g_steal_pointer (&trap);
}

static void
set_up (World         *world,
        gconstpointer  data)
{
  g_autoptr (GSocketAddress) bound = NULL;

  fixture_set_up (&world->fixture, NULL);
  test_server_free (world->fixture.server);
  world->fixture.server = test_server_new (handle, NULL);
  public_port = test_server_get_port (world->fixture.server);
  test_resolver_add (world->fixture.names, "public.example", PUBLIC);

  world->traps[0] = set_trap (G_SOCKET_FAMILY_IPV4, 0);
  g_assert_nonnull (world->traps[0]);
  bound = g_socket_get_local_address (world->traps[0], NULL);
  world->trap_port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  world->traps[1] = set_trap (G_SOCKET_FAMILY_IPV6, world->trap_port);
  forget_dialled ();
}

static void
tear_down (World         *world,
           gconstpointer  data)
{
  g_clear_object (&world->traps[0]);
  g_clear_object (&world->traps[1]);
  fixture_tear_down (&world->fixture, NULL);
}

/* A listener has something to read when somebody has come. */
static gboolean
somebody_came (World *world)
{
  for (gsize i = 0; i < G_N_ELEMENTS (world->traps); i++)
    {
      if (world->traps[i] != NULL && g_socket_condition_check (world->traps[i], G_IO_IN) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
assert_only_public (World *world,
                    guint  least)
{
  g_mutex_lock (&dialled_mutex);
  g_assert_cmpuint (dialled->len, >=, least);
  for (guint i = 0; i < dialled->len; i++)
    g_assert_true (g_str_equal (dialled->pdata[i], PUBLIC) || g_str_equal (dialled->pdata[i], PUBLIC_REFUSING));
  g_mutex_unlock (&dialled_mutex);
  g_assert_false (somebody_came (world));
  forget_dialled ();
}

static char *
fill_in (World      *world,
         const char *url)
{
  g_autofree char *port = g_strdup_printf ("%u", world->trap_port);
  g_autoptr (GString) text = g_string_new (url);

  g_string_replace (text, "PORT", port, 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The resolver understands the form, as those of some systems do. */
static char *
make_form (World      *world,
           const Form *form)
{
  char *url = fill_in (world, form->url);
  g_autoptr (GUri) location = sl_location_parse (url, NULL);

  g_test_message ("%s", url);
  if (location != NULL && form->address != NULL)
    test_resolver_add (world->fixture.names, g_uri_get_host (location), form->address);
  return url;
}

/* Numbers that inet_aton(3) understands and nobody else are no host at all for GIO; an address of numbers with
 * percents is none for GUri. */
static SlFetchError
find_code (const char   *url,
           SlFetchError  unreadable)
{
  g_autoptr (GUri) location = sl_location_parse (url, NULL);
  g_autoptr (GInetAddress) address = NULL;
  struct in_addr number;

  if (location == NULL)
    return unreadable;
  address = g_inet_address_new_from_string (g_uri_get_host (location));
  return address == NULL && inet_aton (g_uri_get_host (location), &number) != 0 ? SL_FETCH_ERROR_DNS_NOT_FOUND : SL_FETCH_ERROR_PRIVATE_ADDRESS;
}

static void
assert_refused (const SlFetch *fetch,
                const Form    *form,
                SlFetchError   code)
{
  g_assert_nonnull (fetch->failure);
  g_test_message ("  %s", fetch->failure->message);
  if (form->address != NULL)
    g_assert_error (fetch->failure, SL_FETCH_ERROR, (int) code);
  g_assert_null (fetch->body);
}

static void
test_direct (World         *world,
             gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *url = make_form (world, forms + i);
      g_autoptr (SlFetch) fetch = fixture_fetch_url (&world->fixture, url, FALSE);

      assert_refused (fetch, forms + i, find_code (url, SL_FETCH_ERROR_BAD_URL));
      assert_only_public (world, 0);
    }
}

static void
test_redirect (World         *world,
               gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *url = make_form (world, forms + i);
      g_autoptr (SlFetch) fetch = NULL;

      test_server_set_note (world->fixture.server, "location", url);
      fetch = fixture_fetch_url (&world->fixture, "http://public.example/go", FALSE);
      assert_refused (fetch, forms + i, find_code (url, SL_FETCH_ERROR_BAD_REDIRECT));
      g_assert_cmpuint (((const SlFetchHop *) fetch->hops->pdata[0])->status, ==, 302);
      assert_only_public (world, 1);
    }
}

/* Asks a name that leads to a public server first, which redirects to the same name. GIO asks twice for each
 * connection, for IPv4 and IPv6. */
static void
rebind (World      *world,
        gsize       number,
        const char *when,
        gboolean    typed,
        const char *first,
        const char *second,
        const char *third)
{
  g_autofree char *name = g_strdup_printf ("%s%zu.example", when, number);
  g_autofree char *url = g_strdup_printf ("http://%s:%u/go", name, world->trap_port);
  g_autofree char *again = g_strdup_printf ("http://%s:%u/", name, world->trap_port);
  g_autoptr (SlFetch) fetch = NULL;

  g_test_message ("%s: %s, %s, %s", name, first, second, third);
  test_resolver_add (world->fixture.names, name, first);
  test_resolver_add (world->fixture.names, name, second);
  test_resolver_add (world->fixture.names, name, third);
  test_server_set_note (world->fixture.server, "location", again);
  fetch = fixture_fetch_url (&world->fixture, url, typed);
  g_assert_nonnull (fetch->failure);
  g_assert_null (fetch->body);
  assert_only_public (world, 1);
}

/* Between two connections, within one, and with both in one answer of which the public one refuses. */
static void
test_rebinding (World         *world,
                gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *address = forms[i].address;
      g_autofree char *both = NULL;

      if (address == NULL)
        continue;
      both = g_strdup_printf (PUBLIC_REFUSING " %s", address);
      rebind (world, i, "later", FALSE, PUBLIC, PUBLIC, address);
      rebind (world, i, "half", FALSE, PUBLIC, address, address);
      rebind (world, i, "both", FALSE, both, both, both);
    }
}

/* Typing the name of a public host is no leave to be led anywhere by it. */
static void
test_typed_rebinding (World         *world,
                      gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *address = forms[i].address;
      g_autofree char *both = NULL;

      if (address == NULL)
        continue;
      both = g_strdup_printf (PUBLIC_REFUSING " %s", address);
      rebind (world, i, "typed-later", TRUE, PUBLIC, PUBLIC, address);
      rebind (world, i, "typed-both", TRUE, both, both, both);
    }
}

/* The listeners would notice, and what is dialled is noted: otherwise the tests above showed nothing. */
static void
test_traps_work (World         *world,
                 gconstpointer  data)
{
  g_autofree char *url = fill_in (world, "http://127.0.0.1:PORT/");
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (url);
  g_autoptr (SlFetch) reached = fixture_fetch_url (&world->fixture, "http://public.example/", FALSE);
  g_autoptr (SlFetch) typed = NULL;

  g_assert_no_error (reached->failure);
  assert_only_public (world, 1);

  request.allow_private = TRUE;
  request.io_timeout_seconds = 1;
  typed = sl_fetcher_run (world->fixture.fetcher, &request, NULL, NULL, NULL);
  g_assert_nonnull (typed->failure);
  g_assert_true (somebody_came (world));
  g_assert_cmpuint (dialled->len, ==, 1);
  g_assert_cmpstr (dialled->pdata[0], ==, "127.0.0.1");
}

#define ADD(name, function) g_test_add ("/private/" name, World, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (forms) >= 100);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  dialled = g_ptr_array_new_with_free_func (g_free);
  ADD ("direct", test_direct);
  ADD ("redirect", test_redirect);
  ADD ("rebinding", test_rebinding);
  ADD ("typed-rebinding", test_typed_rebinding);
  ADD ("traps-work", test_traps_work);
  return g_test_run ();
}
