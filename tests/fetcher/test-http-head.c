/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-http-head.h"

#include <string.h>

static void
test_find (void)
{
  static const struct
  {
    const char *bytes;
    const char *head; /* NULL when there is none */
    guint status;
  } cases[] = {
    { "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n", 200 },
    { "HTTP/1.1 404 \r\n\r\n", "HTTP/1.1 404 \r\n\r\n", 404 },
    { "HTTP/1.0 301\r\nLocation: /\r\n\r\n", "HTTP/1.0 301\r\nLocation: /\r\n\r\n", 301 },
    { "HTTP/1.1 200 OK\nA: b\n\nbody\n\n", "HTTP/1.1 200 OK\nA: b\n\n", 200 },
    { "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "HTTP/1.1 200 OK\r\n\r\n", 200 },
    { "HTTP/1.1 100 Continue\r\n\r\n", NULL, 0 },
    { "HTTP/1.1 200 OK\r\nA: b\r\n", NULL, 0 },
    { "HTTP/1.1 200 OK", NULL, 0 },
    { "HTTP/2 200\r\n\r\n", NULL, 0 },
    { "HTTP/1.1 2x0 OK\r\n\r\n", NULL, 0 },
    { "HTTP/1.1 20\r\n\r\n", NULL, 0 },
    { "\r\n\r\n", NULL, 0 },
    { "", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlHttpHead head = { 0, 0, 0 };
      gboolean found = sl_http_head_find ((const guint8 *) cases[i].bytes, strlen (cases[i].bytes), &head);
      g_autofree char *text = found ? g_strndup (cases[i].bytes + head.start, head.end - head.start) : NULL;

      g_assert_cmpstr (text, ==, cases[i].head);
      g_assert_cmpuint (head.status, ==, cases[i].status);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/http-head/find", test_find);
  return g_test_run ();
}
