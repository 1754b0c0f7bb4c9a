/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An invented article about an invented ferry. Its characters all have a place in windows-1252. */

#include "config.h"

#include "test-article.h"

#include "test-lively.h"
#include "test-site.h"

#define OPENING "The small island of Skerrow was without a connection to the mainland for most of Tuesday after its only ferry, "   \
                "the Lady Annis, turned back in the middle of the sound with smoke in her engine room. Nobody was hurt, the coast " \
                "guard said, and the fire was out before the ship reached the pier again."

#define QUOTED(number) "According to the harbour master’s log, the ferry left Skerrow harbour at 6.40 with " number " passengers on board, " \
                       "most of them pupils on their way to the schools in Port Brannoch. The log notes a calm sea and good visibility."

#define MASTER "“We saw grey smoke over the stern and asked the captain at once whether he needed help,” said Aoife Kerrigan, who has " \
               "run the harbour since 2019. “He answered that two men were already below with extinguishers.”"

#define COMPANY "The company that runs the line, Brannoch Sea Services, said that a fuel pipe had come loose. It had been replaced in " \
                "January, when the ship lay in dock for nine days; an engineer from the maker was expected on the island on Wednesday."

#define COUNCIL "The island’s council met in the café at the pier and asked the county for a second ship until the cause was known. Its " \
                "chairman, Duncan Mór, called the morning “a warning that we were lucky to get for nothing”."

#define CLOSING "A fishing boat took the post and two patients to the mainland in the afternoon. The schools gave the pupils the day off, " \
                "and the shop on Harbour Street reported that it had run out of bread by noon."

static const char *const usual[] = { OPENING, QUOTED ("142"), MASTER, COMPANY, COUNCIL, CLOSING, NULL };
static const char *const other_digit[] = { OPENING, QUOTED ("143"), MASTER, COMPANY, COUNCIL, CLOSING, NULL };
static const char *const at_the_end[] = { OPENING, MASTER, COMPANY, COUNCIL, CLOSING, QUOTED ("142"), NULL };
static const char *const without[] = { OPENING, MASTER, COMPANY, COUNCIL, CLOSING, NULL };
static const char *const stub[] = { OPENING, NULL };
static const char *const elsewhere[] = {
  "The county has opened a page about the timetable of its ferries in summer. From May on, ships leave every two hours between "
  "eight in the morning and ten at night, and the last one on Saturdays waits for the train.",
  "Tickets are sold on board and, for the first time, at the stations. Children under six travel free of charge; bicycles cost "
  "as much as a child, and dogs nothing as long as they stay on the open deck.",
  "The timetable was made together with the bus companies, who had asked for it for years. Comments can be sent to the county "
  "until the end of April, on paper or by mail.",
  NULL
};

static void
append_paragraphs (GString           *html,
                   const char *const *paragraphs)
{
  for (gsize i = 0; paragraphs[i] != NULL; i++)
    g_string_append_printf (html, "<p>%s</p>\n", paragraphs[i]);
}

static void
append_head (GString    *html,
             const char *title)
{
  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"en\"><head><title>%s | The Brannoch Packet</title>\n"
                          "<meta property=\"og:site_name\" content=\"The Brannoch Packet\">\n"
                          "<meta property=\"article:published_time\" content=\"2026-03-03T09:30:00Z\"></head>\n"
                          "<body><header><nav><a href=\"/\">News</a> <a href=\"/sea\">Sea</a></nav></header>\n",
                          title);
}

static int
count_visit (void)
{
  static int visits = 0; /* atomic: the server answers in several threads */

  return g_atomic_int_add (&visits, 1) + 3;
}

/* What changes from visit to visit and is no part of the article. */
static void
append_noise (GString *html)
{
  int visit = count_visit ();

  g_string_append_printf (html,
                          "<aside class=\"ad advertisement\"><p>Advertisement: %d kettles at half the price, only today!</p></aside>\n"
                          "<p class=\"timestamp\">Updated %d minutes ago</p>\n"
                          "<aside class=\"related\"><h2>Related</h2><ul><li><a href=\"/r/%d\">Harbour fees rise by %d pence</a></li>"
                          "<li><a href=\"/s/%d\">The %dth lighthouse day</a></li></ul></aside>\n",
                          visit, visit, visit, visit, visit, visit);
}

static char *
make_article (const char        *title,
              const char *const *paragraphs,
              gboolean           noise)
{
  GString *html = g_string_new (NULL);

  append_head (html, title);
  if (noise)
    append_noise (html);
  g_string_append_printf (html, "<article><h1>%s</h1>\n<p class=\"byline\">By Orla Penrose</p>\n", title);
  append_paragraphs (html, paragraphs);
  g_string_append (html, "</article>\n");
  if (noise)
    append_noise (html);
  g_string_append (html, "<footer><p>© The Brannoch Packet</p></footer></body></html>\n");
  return g_string_free_and_steal (html);
}

static char *
make_lively (const char        *title,
             const char *const *paragraphs)
{
  guint visit = (guint) count_visit ();
  GString *html = g_string_new (NULL);

  append_head (html, title);
  test_lively_begin (html, title, visit);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_string_append_printf (html, "<p>%s</p>\n", paragraphs[i]);
      test_lively_between (html, i, visit);
    }
  test_lively_end (html, visit);
  return g_string_free_and_steal (html);
}

static char *
make_notice (const char *title,
             const char *text)
{
  return g_strdup_printf ("<!DOCTYPE html>\n<html lang=\"en\"><head><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>\n",
                          title, title, text);
}

static char *
make_paywall (void)
{
  GString *html = g_string_new (NULL);

  append_head (html, "Ferry turns back with smoke in her engine room");
  g_string_append (html, "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
                         "\"headline\":\"Ferry turns back with smoke in her engine room\",\"isAccessibleForFree\":false}</script>\n"
                         "<article><h1>Ferry turns back with smoke in her engine room</h1>\n");
  append_paragraphs (html, stub);
  g_string_append (html, "<div class=\"paywall\"><p>Subscribe to continue reading. Already a subscriber? <a href=\"/login\">Sign in</a></p></div>"
                         "</article></body></html>\n");
  return g_string_free_and_steal (html);
}

/* Returns: (transfer full): UTF-8 */
char *
test_article_make (TestArticle article)
{
  const char *title = "Ferry turns back with smoke in her engine room";

  switch (article)
    {
    case TEST_ARTICLE_SAME:
      return make_article (title, usual, FALSE);
    case TEST_ARTICLE_NOISE:
      return make_article (title, usual, TRUE);
    case TEST_ARTICLE_DIGIT:
      return make_article (title, other_digit, FALSE);
    case TEST_ARTICLE_MOVED:
      return make_article (title, at_the_end, FALSE);
    case TEST_ARTICLE_REMOVED:
      return make_article (title, without, FALSE);
    case TEST_ARTICLE_LIVELY:
      return make_lively (title, usual);
    case TEST_ARTICLE_LIVELY_DIGIT:
      return make_lively (title, other_digit);
    case TEST_ARTICLE_ELSEWHERE:
      return make_article ("Summer timetable of the county’s ferries", elsewhere, FALSE);
    case TEST_ARTICLE_REFUSAL:
      return make_notice ("Sorry", "The server does not show this page now.");
    case TEST_ARTICLE_NOT_FOUND:
      return make_notice ("Page not found", "The page you are looking for does not exist or has another address now.");
    case TEST_ARTICLE_CONSENT:
      return make_notice ("We value your privacy", "Before you continue to The Brannoch Packet, we and our 812 partners ask for your consent. "
                                                   "<button>Accept all cookies</button> <button>More options</button>");
    case TEST_ARTICLE_PAYWALL:
      return make_paywall ();
    case TEST_ARTICLE_BOT:
      return make_notice ("Just a moment...", "Checking your browser before you can go on. Verify you are human by completing the action below.");
    case TEST_ARTICLE_SCRIPT_ONLY:
      return g_strdup ("<!DOCTYPE html>\n<html><head><title>The Brannoch Packet</title><script src=\"/app.js\"></script></head>"
                       "<body><div id=\"root\"></div><noscript>Please enable JavaScript to use this site.</noscript></body></html>\n");
    case TEST_ARTICLE_NOTHING:
    default:
      return g_strdup ("");
    }
}

/* An article of its own for each number, padded to @length bytes with a script, as most of a real page is. */
char *
test_article_make_long (const char *number,
                        gsize       length)
{
  g_autofree char *title = g_strdup_printf ("Report %.20s of the harbour", number);
  g_autofree char *article = make_article (title, usual, FALSE);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (number));
  GString *html = g_string_new (article);

  g_string_append (html, "<script>/* ");
  while (html->len + 12 < length)
    g_string_append_printf (html, "%08x\n", g_rand_int (random));
  while (html->len + 12 < length + 9)
    g_string_append_c (html, ' ');
  g_string_set_size (html, length - 12);
  g_string_append (html, " */</script>");
  return g_string_free_and_steal (html);
}
