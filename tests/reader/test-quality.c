/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include <string.h>

typedef struct
{
  const char    *name;
  const char    *page;
  const char    *url;
  SlReadingKind  kind;
} Case;

#define STORY "<p>The talks went on until late, and the delegations left by the side door, without a word.</p>"
#define LINKS "<li><a href=/a>Ferry talks resume, and the pilots are heard</a><li><a href=/b>Fog closes the harbour for a day, again</a>" \
              "<li><a href=/c>Fares rise, say the islands, and nobody listens</a><li><a href=/d>A new pier, an old quarrel, a third survey</a>"

static const Case cases[] = {
  { "article", "<title>Talks</title><article>" STORY STORY STORY STORY "</article>", NULL, SL_READING_ARTICLE },
  { "robot check", "<title>Just a moment...</title><p>Checking your browser before you go on. Please stand by, this takes a second.</p>", NULL, SL_READING_BLOCKED },
  { "soft 404", "<title>Page not found</title><h1>404</h1><p>We looked everywhere, but the page you asked for is not here, sorry.</p>", NULL, SL_READING_NOT_FOUND },
  { "consent", "<title>Before you continue to Post</title><p>We value your privacy. We and our partners store data, with your leave.</p><button>Accept</button>", NULL, SL_READING_CONSENT },
  { "paywall by words", "<title>Talks</title><article>" STORY "</article><div><p>Subscribe to continue reading, it is not dear.</p></div>", NULL, SL_READING_PAYWALL },
  { "paywall by linked data", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script><article>" STORY STORY "</article>", NULL, SL_READING_PAYWALL },
  { "front page", "<title>Post</title><article>" STORY STORY "</article>", "https://post.example/", SL_READING_LISTING },
  { "hardly any text", "<title>Talks</title><article><p>The talks went on until late, it says here.</p></article>", NULL, SL_READING_SHORT },
  { "list of links", "<title>News</title><ul>" LINKS LINKS LINKS "</ul>", "https://post.example/news", SL_READING_LISTING },
  { "article about robots", "<title>Robots</title><article>" STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY "<p>“Access denied”, said the gate, and asked us to verify you are human.</p>" STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY "</article>", NULL, SL_READING_ARTICLE },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (SlReading) reading = fixture_read (expected->page, -1, "text/html", expected->url);

  g_test_message ("%s", expected->name);
  g_assert_cmpstr (sl_reading_kind_to_string (reading->kind), ==, sl_reading_kind_to_string (expected->kind));
  g_assert_true ((reading->reason == NULL) == (reading->kind == SL_READING_ARTICLE));
}

static void
test_words (void)
{
  for (int kind = SL_READING_ARTICLE; kind <= SL_READING_EMPTY; kind++)
    g_assert_cmpint (sl_reading_kind_from_string (sl_reading_kind_to_string ((SlReadingKind) kind)), ==, kind);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quality/%02d", (int) i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/quality/words", test_words);
  return g_test_run ();
}
