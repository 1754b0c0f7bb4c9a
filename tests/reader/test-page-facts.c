/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

typedef struct
{
  const char *head;
  const char *body;
  const char *url;
  const char *title;
  const char *authors;    /* apart by "; " */
  const char *outlet;
  const char *published;
  const char *updated;
} Case;

static const Case cases[] = {
  /* linked data, also in a graph, in a list, with references, and broken */
  { "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry &amp; fog\",\"author\":{\"name\":\"Ada Marsh\"},"
    "\"publisher\":{\"name\":\"The Harbour Post\"},\"datePublished\":\"2025-11-23T10:00:00+02:00\",\"dateModified\":\"2025-11-24\"}</script>",
    "", NULL, "Ferry & fog", "Ada Marsh", "The Harbour Post", "2025-11-23T10:00:00+02:00", "2025-11-24" },
  { "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Marsh\"},{\"@type\":[\"Article\"],"
    "\"headline\":\"Ferry talks resume\",\"author\":[{\"@id\":\"#a\"},\"Ben Quay\"],\"publisher\":{\"@id\":\"#p\"}},"
    "{\"@type\":\"Organization\",\"@id\":\"#p\",\"name\":\"Harbour Post\"}]}</script>",
    "", NULL, "Ferry talks resume", "Ada Marsh; Ben Quay", "Harbour Post", NULL, NULL },
  { "<script type=application/ld+json>\n//<![CDATA[\n[{\"@type\":\"WebPage\",\"name\":\"Page\"},{\"@type\":\"NewsArticle\",\"headline\":\"Talks\nresume\",}]\n//]]></script>",
    "", NULL, "Talks resume", "", NULL, NULL, NULL },
  { "<script type=application/ld+json>{\"@type\":</script><title>Ferry talks resume</title>", "", NULL, "Ferry talks resume", "", NULL, NULL, NULL },
  /* metadata */
  { "<meta property=og:title content='Ferry talks resume - Harbour Post'><meta property=og:site_name content='Harbour Post'>"
    "<meta name=author content='By Ada Marsh and Ben Quay'><meta property=article:published_time content=2025-11-23>"
    "<meta property=article:modified_time content=2025-11-24T08:00:00Z>",
    "", NULL, "Ferry talks resume", "Ada Marsh; Ben Quay", "Harbour Post", "2025-11-23", "2025-11-24T08:00:00Z" },
  { "<meta name=citation_author content='Ada Marsh'><meta name=citation_author content='Ben Quay'><title>Harbour Post</title>", "<h1>Ferry talks resume</h1>", NULL,
    "Ferry talks resume", "Ada Marsh; Ben Quay", NULL, NULL, NULL },
  { "<title>Ferry talks resume | News | post.example</title>", "<h1>Ferry talks resume</h1>", "https://www.post.example/a", "Ferry talks resume", "", NULL, NULL, NULL },
  { "<title>Ministry of Harbours - Ferry talks resume</title>", "<h2>Ferry talks resume</h2><h2>Further releases</h2>", NULL, "Ferry talks resume", "", NULL, NULL, NULL },
  { "<meta name=author content='https://social.example/ada'>", "", NULL, NULL, "", NULL, NULL, NULL },
  /* what is visible */
  { "<title>Ferry talks resume</title>", "<p class=byline>By Ada Marsh, Senior Correspondent</p><time class=published datetime=2025-11-23T10:00:00+02:00>Sunday</time>", NULL,
    "Ferry talks resume", "Ada Marsh", NULL, "2025-11-23T10:00:00+02:00", NULL },
  { "<title>Ferry talks resume</title>", "<div itemprop=author>Ada Marsh</div><span itemprop=datePublished content=2025-11-23>yesterday</span>", NULL,
    "Ferry talks resume", "Ada Marsh", NULL, "2025-11-23", NULL },
  { "<title>Ferry talks resume</title>", "<div class=article-date>23 November 2025</div>", NULL, "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  { "<title>Ferry talks resume</title>", "", "https://post.example/2025/11/23/ferry", "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  /* one headline where a page has several */
  { "<title>Fog stops ferries: all you must know | Post</title><meta property=og:title content='Fog stops ferries: all you must know'>"
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed for a third day\"}</script>",
    "", "https://post.example/news/harbour-closed-for-a-third-day-12", "Harbour closed for a third day", "", NULL, NULL, NULL },
  { "<title>Fog stops ferries: all you must know | Post</title><meta property=og:title content='Fog stops ferries: all you must know'>"
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed for a third day\"}</script>",
    "", "https://post.example/fog-stops-ferries-all-you-must-know", "Fog stops ferries: all you must know", "", NULL, NULL, NULL },
  { "<title>Ferries and fog, what to know | Post</title><meta property=og:title content='Harbour closed for a third day'>"
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferries and fog, what to know\"}</script>",
    "", NULL, "Harbour closed for a third day", "", NULL, NULL, NULL },
  { "<title>Island fares: Harbour closed for a third day | Post</title><meta property=og:title content='Island fares: Harbour closed for a third day'>",
    "<h1>Fog at sea - Harbour closed for a third day</h1>", NULL, "Harbour closed for a third day", "", NULL, NULL, NULL },
  /* people, not offices, agencies or the sellers of pictures */
  { "<title>Ferry talks resume</title><meta name=author content='Staff Reporter'>", "", NULL, "Ferry talks resume", "", NULL, NULL, NULL },
  { "<title>Ferry talks resume</title>", "<p class=byline>By Juna Marsh, TRPA</p>", NULL, "Ferry talks resume", "Juna Marsh", NULL, NULL, NULL },
  { "<title>Ferry talks resume</title><meta property=og:site_name content='Harbour Post'><meta name=author content='Harbour Post'>",
    "<p>von <a href=/autoren/ada-marsh>Ada Marsh</a></p>", NULL, "Ferry talks resume", "Ada Marsh", "Harbour Post", NULL, NULL },
  { "<title>Ferry talks resume</title>", "<div itemscope itemtype=https://schema.org/ImageObject><meta itemprop=author content='Picture Shop'></div>", NULL, "Ferry talks resume",
    "", NULL, NULL, NULL },
  /* dates at their places */
  { "<title>Ferry talks resume</title>", "<blockquote><time datetime=2018-03-12>12 March</time></blockquote><nav><time datetime=2025-11-30>today</time></nav>"
                                         "<div class=article-date>23 November 2025</div>",
    NULL, "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  { "<html lang=de><title>Ferry talks resume</title>", "<div class=lineinfo>So 23.11.25 | 14:07 Uhr</div>", NULL, "Ferry talks resume", "", NULL, "2025-11-23T14:07:00", NULL },
  { "<title>Ferry talks resume | 23.11.2025</title>", "", NULL, "Ferry talks resume | 23.11.2025", "", NULL, "2025-11-23", NULL },
  { "<title>Ferry talks resume</title>", "", "https://post.example/2025-11/23/ferry.htm", "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  { "<title>Ferry talks resume</title>", "", "https://post.example/news/23-11-2025", "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  /* the day of the readers, where the declared instant is in UTC */
  { "<title>Ferry talks resume</title><meta property=article:published_time content=2025-11-24T02:25:54Z>", "<p class=byline-date>November 23, 2025 | 9:25pm</p>", NULL,
    "Ferry talks resume", "", NULL, "2025-11-23T21:25:54-05:00", NULL },
  { "<title>Ferry talks resume</title><meta property=article:published_time content=2025-11-22T23:00:00Z>", "<p class=meta-date>23 November 2025</p>", NULL,
    "Ferry talks resume", "", NULL, "2025-11-23", NULL },
  /* a change is no publication, and a day is not made an instant */
  { "<title>Ferry talks resume</title><meta property=article:modified_time content=2025-11-24>", "", NULL, "Ferry talks resume", "", NULL, NULL, "2025-11-24" },
  { "<meta name=date content=2025-11-23><title>Ferry talks resume</title>", "<time datetime=2025-11-23T10:00:00Z>10</time>", NULL, "Ferry talks resume", "", NULL,
    "2025-11-23T10:00:00Z", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (SlReading) reading = fixture_read_article (expected->head, expected->body, expected->url);
  g_autofree char *authors = g_strjoinv ("; ", reading->authors);

  g_assert_cmpstr (reading->title, ==, expected->title);
  g_assert_cmpstr (authors, ==, expected->authors);
  g_assert_cmpstr (reading->outlet, ==, expected->outlet);
  g_assert_cmpstr (reading->published, ==, expected->published);
  g_assert_cmpstr (reading->updated, ==, expected->updated);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-facts/%02d", (int) i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
