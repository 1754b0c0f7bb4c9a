/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-chunked.h"

#include <string.h>

static void
test_find_end (void)
{
  static const struct
  {
    const char *bytes;
    SlChunkedResult result;
    gsize payload;
    gsize left; /* bytes behind the end */
  } cases[] = {
    { "5\r\nfirst\r\n0\r\n\r\n", SL_CHUNKED_WHOLE, 5, 0 },
    { "5\r\nfirst\r\n0\r\n\r\nHTTP", SL_CHUNKED_WHOLE, 5, 4 },
    { "A;x=\"y\"\r\n0123456789\r\n00\r\n\r\n", SL_CHUNKED_WHOLE, 10, 0 },
    { "a\n0123456789\n0\n\n", SL_CHUNKED_WHOLE, 10, 0 },
    { "0\r\nTrailer: 1\r\nOther: 2\r\n\r\n", SL_CHUNKED_WHOLE, 0, 0 },
    { "2\r\n\r\n\r\n0\r\n\r\n", SL_CHUNKED_WHOLE, 2, 0 },
    { "", SL_CHUNKED_CUT, 0, 0 },
    { "5", SL_CHUNKED_CUT, 0, 0 },
    { "5\r\n", SL_CHUNKED_CUT, 0, 0 },
    { "5\r\nfir", SL_CHUNKED_CUT, 0, 0 },
    { "5\r\nfirst", SL_CHUNKED_CUT, 0, 0 },
    { "5\r\nfirst\r", SL_CHUNKED_CUT, 0, 0 },
    { "5\r\nfirst\r\n", SL_CHUNKED_CUT, 5, 0 },
    { "5\r\nfirst\r\n0\r\n", SL_CHUNKED_CUT, 5, 0 },
    { "5\r\nfirst\r\n0\r\nTrailer: 1\r\n", SL_CHUNKED_CUT, 5, 0 },
    { "x\r\n", SL_CHUNKED_BROKEN, 0, 0 },
    { "-5\r\nfirst\r\n", SL_CHUNKED_BROKEN, 0, 0 },
    { "3\r\nfirst\r\n0\r\n\r\n", SL_CHUNKED_BROKEN, 0, 0 },
    { "fffffffffffffffff\r\na\r\n", SL_CHUNKED_BROKEN, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size = strlen (cases[i].bytes);
      gsize payload = 0, end = 0;
      SlChunkedResult result = sl_chunked_find_end ((const guint8 *) cases[i].bytes, size, &payload, &end);

      g_test_message ("case %zu", i);
      g_assert_cmpint (result, ==, cases[i].result);
      g_assert_cmpuint (payload, ==, cases[i].payload);
      if (result == SL_CHUNKED_WHOLE)
        g_assert_cmpuint (size - end, ==, cases[i].left);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chunked/find-end", test_find_end);
  return g_test_run ();
}
