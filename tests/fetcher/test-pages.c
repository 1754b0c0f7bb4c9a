/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages, good and hostile, that the tests of the fetcher ask for. */

#include "config.h"

#include "test-pages.h"

#include <string.h>

typedef struct
{
  GIOStream    *stream;       /* (unowned) */
  GCancellable *cancellable;  /* (unowned) */
} Connection;

typedef void (*Script) (const Connection *connection);

static gboolean
say (const Connection *connection,
     const void       *bytes,
     gsize             length)
{
  return test_server_write (connection->stream, bytes, (gssize) length, connection->cancellable);
}

static void
say_compressed (const Connection *connection,
                gsize             size,
                gsize             left_out)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GBytes) plain = g_bytes_new_take (g_strnfill (size, 'a'), size);
  g_autoptr (GBytes) gzip = g_converter_convert_bytes (G_CONVERTER (compressor), plain, NULL);
  gsize length = g_bytes_get_size (gzip) - left_out;
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           length);

  if (say (connection, head, strlen (head)))
    say (connection, g_bytes_get_data (gzip, NULL), length);
}

/* 20 MiB that do not compress, compressed all the same, in chunks of 64 KiB. */
static void
large_script (const Connection *connection)
{
  const char *head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size = TEST_PAGES_LARGE_BYTES;
  guint32 *words = g_malloc (size);
  g_autoptr (GBytes) plain = g_bytes_new_take (words, size);
  g_autoptr (GBytes) gzip = NULL;
  const char *bytes;

  for (gsize i = 0; i < size / sizeof *words; i++)
    words[i] = g_rand_int (random);
  gzip = g_converter_convert_bytes (G_CONVERTER (compressor), plain, NULL);
  bytes = g_bytes_get_data (gzip, &size);
  say (connection, head, strlen (head));
  for (gsize at = 0; at < size; at += 65536)
    {
      gsize length = MIN (size - at, 65536);
      g_autofree char *line = g_strdup_printf ("%zx\r\n", length);

      if (!say (connection, line, strlen (line)) || !say (connection, bytes + at, length) || !say (connection, "\r\n", 2))
        return;
    }
  say (connection, "0\r\n\r\n", 5);
}

static void
gzip_script (const Connection *connection)
{
  say_compressed (connection, 3000, 0);
}

static void
gzip_cut_script (const Connection *connection)
{
  say_compressed (connection, 3000, 9);
}

static void
bomb_script (const Connection *connection)
{
  say_compressed (connection, 40u * 1024u * 1024u, 0);
}

static void
say_for_ever (const Connection *connection,
              const char       *head,
              const char       *line)
{
  g_autoptr (GString) block = g_string_new (NULL);

  while (block->len < 60000)
    g_string_append (block, line);
  if (say (connection, head, strlen (head)))
    {
      while (say (connection, block->str, block->len))
        continue;
    }
}

static void
endless_script (const Connection *connection)
{
  say_for_ever (connection, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "more and more ");
}

static void
endless_chunks_script (const Connection *connection)
{
  say_for_ever (connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n");
}

static void
endless_head_script (const Connection *connection)
{
  say_for_ever (connection, "HTTP/1.1 200 OK\r\n", "X-More: and more\r\n");
}

static void
endless_redirect_script (const Connection *connection)
{
  say_for_ever (connection, "HTTP/1.1 302 Found\r\nLocation: /plain\r\n\r\n", "more and more ");
}

static void
wait_until_cancelled (const Connection *connection)
{
  GPollFD fd;

  if (g_cancellable_make_pollfd (connection->cancellable, &fd))
    {
      g_poll (&fd, 1, 20000);
      g_cancellable_release_fd (connection->cancellable);
    }
}

static void
hang_script (const Connection *connection)
{
  wait_until_cancelled (connection);
}

static void
hang_in_body_script (const Connection *connection)
{
  const char *start = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nThe beginning";

  say (connection, start, strlen (start));
  wait_until_cancelled (connection);
}

static void
drip_script (const Connection *connection)
{
  const char *head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";

  for (gboolean on = say (connection, head, strlen (head)); on; on = say (connection, "a", 1))
    g_usleep (50000);
}

static const struct
{
  const char *target;
  const char *answer; /* what is said, or NULL */
  Script script;      /* who says it */
} pages[] = {
  { "/plain?x=1", "HTTP/1.1 200 Fine\r\nserver: Test\r\nX-b: 2\r\nx-A:1\r\nContent-Type: text/html; charset=windows-1251\r\n"
                  "Content-Length: 16\r\nX-b: 3\r\n\r\n<p>\xcf\xf0\xe8\xe2\xb3\xf2</p>\r\n\r\n",
    NULL },
  { "/plain", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nplain", NULL },
  { "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", NULL },
  { "/until-close", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil the end", NULL },
  { "/too-much", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndonestray bytes", NULL },
  { "/chunked", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                "5\r\nfirst\r\n7;a=b\r\n second\r\n0\r\n\r\n",
    NULL },
  { "/interim", "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", NULL },
  { "/empty", "HTTP/1.1 204 No Content\r\n\r\n", NULL },
  { "/not-modified", "HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\n\r\n", NULL },
  { "/missing", "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone", NULL },
  { "/removed", "HTTP/1.1 410 Gone\r\nContent-Length: 4\r\n\r\ngone", NULL },
  { "/unauthorised", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 2\r\n\r\nno", NULL },
  { "/forbidden", "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno", NULL },
  { "/slow-down", "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", NULL },
  { "/broken", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", NULL },
  { "/moved-nowhere", "HTTP/1.1 302 Found\r\nContent-Length: 4\r\n\r\nhere", NULL },
  { "/a/relative", "HTTP/1.1 301 Moved Permanently\r\nLocation: ../plain\r\nContent-Length: 5\r\n\r\nmoved", NULL },
  { "/loop", "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n", NULL },
  { "/to-file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", NULL },
  { "/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot whole", NULL },
  { "/chunk-cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nnot whole", NULL },
  { "/chunk-missing", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n", NULL },
  { "/chunk-garbage", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nfirst\r\n", NULL },
  { "/head-cut", "HTTP/1.1 200 OK\r\nContent-Le", NULL },
  { "/huge", "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nnot that much", NULL },
  { "/garbage", "SSH-2.0-OpenSSH_9.9\r\n\r\n\r\n", NULL },
  { "/silent", "", NULL },
  { "/brotli", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nabc", NULL },
  { "/gzip", NULL, gzip_script },
  { "/large", NULL, large_script },
  { "/gzip-cut", NULL, gzip_cut_script },
  { "/bomb", NULL, bomb_script },
  { "/endless", NULL, endless_script },
  { "/endless-chunks", NULL, endless_chunks_script },
  { "/endless-head", NULL, endless_head_script },
  { "/endless-redirect", NULL, endless_redirect_script },
  { "/hang", NULL, hang_script },
  { "/hang-in-body", NULL, hang_in_body_script },
  { "/drip", NULL, drip_script },
};

/* "/to/ADDRESS" redirects there; PORT in it stands for the server's own. */
static void
redirect (const Connection *connection,
          TestServer       *server,
          const char       *address)
{
  g_autoptr (GString) location = g_string_new (address);
  g_autofree char *port = g_strdup_printf ("%u", test_server_get_port (server));
  g_autofree char *answer = NULL;

  g_string_replace (location, "PORT", port, 0);
  answer = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n", location->str);
  say (connection, answer, strlen (answer));
}

void
test_pages_handle (TestServer   *server,
                   const char   *target,
                   GIOStream    *stream,
                   GCancellable *cancellable)
{
  const Connection connection = { stream, cancellable };

  if (g_str_has_prefix (target, "/to/"))
    redirect (&connection, server, target + strlen ("/to/"));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (strcmp (target, pages[i].target) != 0)
        continue;
      if (pages[i].script != NULL)
        pages[i].script (&connection);
      else
        say (&connection, pages[i].answer, strlen (pages[i].answer));
    }
}
