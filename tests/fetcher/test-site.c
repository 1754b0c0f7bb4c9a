/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-site.h"

#include <string.h>

#include "test-article.h"
#include "test-pages.h"

#define HTML "Content-Type: text/html; charset=utf-8\r\n"
#define ETAG "\"skerrow-1\""
#define LAST_MODIFIED "Tue, 03 Mar 2026 09:30:00 GMT"

/* Who says an answer that is more than a head and an article. */
typedef void (*Script) (TestServer *server,
                        const char *target,
                        GIOStream *stream,
                        GCancellable *cancellable);

typedef struct
{
  const char  *name;
  const char  *head;     /* status line and headers, without length and date */
  TestArticle  article;
  const char  *page;     /* (nullable): the page of test-pages.c that answers instead */
  Script       script;   /* (nullable): answers instead */
} Variant;

static void
send_bytes (GIOStream    *stream,
            const char   *head,
            const void   *body,
            gsize         length,
            GCancellable *cancellable)
{
  if (test_server_write (stream, head, -1, cancellable))
    test_server_write (stream, body, (gssize) length, cancellable);
}

/* "Date" is a fixed one: what is measured from it is then fixed, too. */
static char *
make_head (const char *head,
           gsize       length)
{
  return g_strdup_printf ("HTTP/1.1 %sDate: Tue, 10 Mar 2026 12:00:00 GMT\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n", head, length);
}

static void
validators_script (TestServer   *server,
                   const char   *target,
                   GIOStream    *stream,
                   GCancellable *cancellable)
{
  const char *request = test_server_get_request (stream);
  gboolean known = strstr (request, "\r\nIf-None-Match: " ETAG "\r\n") != NULL
                   || (strstr (request, "\r\nIf-None-Match:") == NULL && strstr (request, "\r\nIf-Modified-Since: " LAST_MODIFIED "\r\n") != NULL);
  g_autofree char *body = known ? g_strdup ("") : test_article_make (TEST_ARTICLE_SAME);
  g_autofree char *head = make_head ("200 OK\r\n" HTML "ETag: " ETAG "\r\nLast-Modified: " LAST_MODIFIED "\r\n", strlen (body));

  if (known)
    test_server_write (stream, "HTTP/1.1 304 Not Modified\r\nETag: " ETAG "\r\n\r\n", -1, cancellable);
  else
    send_bytes (stream, head, body, strlen (body), cancellable);
}

static void
truncated_script (TestServer   *server,
                  const char   *target,
                  GIOStream    *stream,
                  GCancellable *cancellable)
{
  g_autofree char *body = test_article_make (TEST_ARTICLE_SAME);
  g_autofree char *head = make_head ("200 OK\r\n" HTML, strlen (body) + 1000);

  send_bytes (stream, head, body, strlen (body), cancellable);
}

static void
chunks_cut_script (TestServer   *server,
                   const char   *target,
                   GIOStream    *stream,
                   GCancellable *cancellable)
{
  g_autofree char *body = test_article_make (TEST_ARTICLE_SAME);
  gsize length = strlen (body);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\n" HTML "Transfer-Encoding: chunked\r\n\r\n%zx\r\n", length);

  send_bytes (stream, head, body, length / 2, cancellable);
}

/* RFC 7932, 9.2: a window of 64 kB, one block that is not compressed, one last block that is empty. */
static void
brotli_script (TestServer   *server,
               const char   *target,
               GIOStream    *stream,
               GCancellable *cancellable)
{
  g_autofree char *body = test_article_make (TEST_ARTICLE_SAME);
  guint32 bits = ((guint32) strlen (body) - 1) << 4 | 1u << 20;
  const guint8 start[] = { (guint8) bits, (guint8) (bits >> 8), (guint8) (bits >> 16) };
  g_autoptr (GByteArray) brotli = g_byte_array_new ();
  g_autofree char *head = make_head ("200 OK\r\n" HTML "Content-Encoding: br\r\n", strlen (body) + sizeof start + 1);

  g_assert_cmpuint (strlen (body), <=, 65536);
  g_byte_array_append (brotli, start, sizeof start);
  g_byte_array_append (brotli, (const guint8 *) body, (guint) strlen (body));
  g_byte_array_append (brotli, (const guint8 *) "\x03", 1);
  send_bytes (stream, head, brotli->data, brotli->len, cancellable);
}

static void
charset_script (TestServer   *server,
                const char   *target,
                GIOStream    *stream,
                GCancellable *cancellable)
{
  g_autofree char *text = test_article_make (TEST_ARTICLE_SAME);
  gsize length = 0;
  g_autofree char *body = g_convert (text, -1, "windows-1252", "utf-8", NULL, &length, NULL);
  g_autofree char *head = make_head ("200 OK\r\n" HTML, length);

  g_assert_nonnull (body);
  send_bytes (stream, head, body, length, cancellable);
}

static void
endless_script (TestServer   *server,
                const char   *target,
                GIOStream    *stream,
                GCancellable *cancellable)
{
  g_autofree char *block = g_strnfill (100000, 'a');

  test_server_write (stream, "HTTP/1.1 200 OK\r\n" HTML "\r\n<p>", -1, cancellable);
  for (int i = 0; i < 1000 && test_server_write (stream, block, 100000, cancellable); i++)
    continue;
}

static void
slow_head_script (TestServer   *server,
                  const char   *target,
                  GIOStream    *stream,
                  GCancellable *cancellable)
{
  gboolean on = test_server_write (stream, "HTTP/1.1 200 OK\r\nX-Slow: ", -1, cancellable);

  for (; on; on = test_server_write (stream, "a", 1, cancellable))
    g_usleep (50000);
}

static void
slow_body_script (TestServer   *server,
                  const char   *target,
                  GIOStream    *stream,
                  GCancellable *cancellable)
{
  gboolean on = test_server_write (stream, "HTTP/1.1 200 OK\r\n" HTML "\r\n<p>", -1, cancellable);

  for (; on; on = test_server_write (stream, "a", 1, cancellable))
    g_usleep (50000);
}

/* Its SETTINGS, and GOAWAY with PROTOCOL_ERROR for what no client of HTTP/2 would say (RFC 9113, 3.4). */
static void
http2_script (TestServer   *server,
              const char   *target,
              GIOStream    *stream,
              GCancellable *cancellable)
{
  static const guint8 frames[] = { 0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100,
                                   0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };

  test_server_write (stream, frames, sizeof frames, cancellable);
}

static const Variant variants[] = {
  { "same", "200 OK\r\n" HTML, TEST_ARTICLE_SAME, NULL, NULL },
  { "validators", NULL, TEST_ARTICLE_NOTHING, NULL, validators_script },
  { "noise", "200 OK\r\n" HTML, TEST_ARTICLE_NOISE, NULL, NULL },
  { "digit", "200 OK\r\n" HTML, TEST_ARTICLE_DIGIT, NULL, NULL },
  { "moved", "200 OK\r\n" HTML, TEST_ARTICLE_MOVED, NULL, NULL },
  { "removed", "200 OK\r\n" HTML, TEST_ARTICLE_REMOVED, NULL, NULL },
  { "lively", "200 OK\r\n" HTML, TEST_ARTICLE_LIVELY, NULL, NULL },
  { "lively-digit", "200 OK\r\n" HTML, TEST_ARTICLE_LIVELY_DIGIT, NULL, NULL },
  { "moved-page", "301 Moved Permanently\r\nLocation: /elsewhere\r\n" HTML, TEST_ARTICLE_NOTHING, NULL, NULL },
  { "moved-same", "301 Moved Permanently\r\nLocation: /as/same\r\n" HTML, TEST_ARTICLE_NOTHING, NULL, NULL },
  { "elsewhere", "200 OK\r\n" HTML, TEST_ARTICLE_ELSEWHERE, NULL, NULL },
  { "not-modified", NULL, TEST_ARTICLE_NOTHING, "/not-modified", NULL },
  { "forbidden", "403 Forbidden\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "missing", "404 Not Found\r\n" HTML, TEST_ARTICLE_NOT_FOUND, NULL, NULL },
  { "gone", "410 Gone\r\n" HTML, TEST_ARTICLE_NOT_FOUND, NULL, NULL },
  { "slow-down", "429 Too Many Requests\r\nRetry-After: 120\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "legal", "451 Unavailable For Legal Reasons\r\nLink: <https://authority.example/order>; rel=\"blocked-by\"\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "error", "500 Internal Server Error\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "unavailable", "503 Service Unavailable\r\nRetry-After: Tue, 10 Mar 2026 13:00:00 GMT\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "soft-404", "200 OK\r\n" HTML, TEST_ARTICLE_NOT_FOUND, NULL, NULL },
  { "consent", "200 OK\r\n" HTML, TEST_ARTICLE_CONSENT, NULL, NULL },
  { "paywall", "200 OK\r\n" HTML, TEST_ARTICLE_PAYWALL, NULL, NULL },
  { "bot", "200 OK\r\n" HTML, TEST_ARTICLE_BOT, NULL, NULL },
  { "script-only", "200 OK\r\n" HTML, TEST_ARTICLE_SCRIPT_ONLY, NULL, NULL },
  { "empty", "200 OK\r\n" HTML, TEST_ARTICLE_NOTHING, NULL, NULL },
  { "truncated", NULL, TEST_ARTICLE_NOTHING, NULL, truncated_script },
  { "chunks-cut", NULL, TEST_ARTICLE_NOTHING, NULL, chunks_cut_script },
  { "bomb", NULL, TEST_ARTICLE_NOTHING, "/bomb", NULL },
  { "brotli", NULL, TEST_ARTICLE_NOTHING, NULL, brotli_script },
  { "charset", NULL, TEST_ARTICLE_NOTHING, NULL, charset_script },
  { "endless", NULL, TEST_ARTICLE_NOTHING, NULL, endless_script },
  { "redirect-loop", NULL, TEST_ARTICLE_NOTHING, "/loop", NULL },
  { "redirect-private", NULL, TEST_ARTICLE_NOTHING, "/to/http://127.0.0.2:PORT/plain", NULL },
  { "redirect-silent", "302 Found\r\nLocation: /silent\r\n" HTML, TEST_ARTICLE_REFUSAL, NULL, NULL },
  { "slow-head", NULL, TEST_ARTICLE_NOTHING, NULL, slow_head_script },
  { "slow-body", NULL, TEST_ARTICLE_NOTHING, NULL, slow_body_script },
  { "http2", NULL, TEST_ARTICLE_NOTHING, NULL, http2_script },
};

static void
send_not_found (GIOStream    *stream,
                GCancellable *cancellable)
{
  test_server_write (stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", -1, cancellable);
}

static const Variant *
find_variant (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      if (strcmp (variants[i].name, name) == 0)
        return variants + i;
    }

  return NULL;
}

static void
serve_variant (TestServer   *server,
               const char   *name,
               GIOStream    *stream,
               GCancellable *cancellable)
{
  const Variant *variant = find_variant (name);
  g_autofree char *body = NULL;
  g_autofree char *head = NULL;

  if (variant == NULL)
    {
      send_not_found (stream, cancellable);
      return;
    }
  if (variant->script != NULL || variant->page != NULL)
    {
      (variant->script != NULL ? variant->script : test_pages_handle) (server, variant->page, stream, cancellable);
      return;
    }

  body = test_article_make (variant->article);
  head = make_head (variant->head, strlen (body));
  send_bytes (stream, head, body, strlen (body), cancellable);
}

static void
serve_bulk (const char   *number,
            GIOStream    *stream,
            GCancellable *cancellable)
{
  g_autofree char *body = test_article_make_long (number, TEST_SITE_BULK_BYTES);
  g_autofree char *head = make_head ("200 OK\r\n" HTML, strlen (body));

  send_bytes (stream, head, body, strlen (body), cancellable);
}

/* @order: "VARIANT/PAGE…" */
static void
obey (TestServer   *server,
      const char   *order,
      GIOStream    *stream,
      GCancellable *cancellable)
{
  const char *page = strchr (order, '/');
  g_autofree char *name = page != NULL ? g_strndup (order, (gsize) (page - order)) : g_strdup (order);

  if (page == NULL || find_variant (name) == NULL)
    {
      send_not_found (stream, cancellable);
      return;
    }

  test_site_set (server, page, name);
  test_server_write (stream, "HTTP/1.1 204 No Content\r\n\r\n", -1, cancellable);
}

void
test_site_handle (TestServer   *server,
                  const char   *target,
                  GIOStream    *stream,
                  GCancellable *cancellable)
{
  g_autofree char *variant = test_server_dup_note (server, target);

  if (variant != NULL)
    serve_variant (server, variant, stream, cancellable);
  else if (g_str_has_prefix (target, "/as/"))
    serve_variant (server, target + strlen ("/as/"), stream, cancellable);
  else if (g_str_has_prefix (target, "/set/"))
    obey (server, target + strlen ("/set/"), stream, cancellable);
  else if (g_str_has_prefix (target, "/bulk/"))
    serve_bulk (target + strlen ("/bulk/"), stream, cancellable);
  else if (strcmp (target, "/article") == 0 || g_str_has_prefix (target, "/article/"))
    serve_variant (server, "same", stream, cancellable);
  else if (strcmp (target, "/elsewhere") == 0)
    serve_variant (server, "elsewhere", stream, cancellable);
  else
    test_pages_handle (server, target, stream, cancellable);
}

/* @page: "/article" or "/article/ANYTHING" */
void
test_site_set (TestServer *server,
               const char *page,
               const char *variant)
{
  g_assert_nonnull (find_variant (variant));
  test_server_set_note (server, page, variant);
}
