/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-lively.h"

static const char *const related[] = {
  "Harbour fees rise by four pence",
  "The ninth lighthouse day",
  "Who owns the old ice house?",
  "Twelve sheep swim to Port Brannoch",
  "A choir for the winter",
};

static const char *const adverts[] = {
  "Kettles at half the price, only today!",
  "Your roof, our slates. Call now.",
  "Three nights at the Anchor, breakfast included.",
  "Insure your boat before the storm does.",
};

/* The same links in another order each time. */
static void
append_links (GString    *html,
              const char *heading,
              guint       visit)
{
  g_string_append_printf (html, "<h2>%s</h2><ul>", heading);
  for (guint i = 0; i < G_N_ELEMENTS (related); i++)
    {
      guint at = (i * 2 + visit) % G_N_ELEMENTS (related);

      g_string_append_printf (html, "<li><a href=\"/r/%u?from=%u\">%s</a></li>", at, visit, related[at]);
    }
  g_string_append (html, "</ul>");
}

static void
append_share (GString *html,
              guint    visit)
{
  g_string_append_printf (html,
                          "<div class=\"share-bar social\"><span class=\"count\">%u shares</span> <a href=\"/share/mail\">Mail</a> "
                          "<a href=\"/share/copy\">Copy link</a> <span class=\"views\">%u views</span></div>\n",
                          visit * 7 + 41, visit * 113 + 2048);
}

/* The head of the page, a cookie bar, and what stands above the first paragraph. */
void
test_lively_begin (GString    *html,
                   const char *title,
                   guint       visit)
{
  g_string_append_printf (html,
                          "<div class=\"topbar\"><span class=\"date\">%u April 2026</span> <span class=\"weather\">%u °C</span></div>\n"
                          "<div id=\"cookie-banner\" class=\"cookie-notice\" role=\"dialog\"><p>We and our %u partners use cookies.</p>"
                          "<button>Accept</button> <button>Settings</button></div>\n"
                          "<main><article><h1>%s</h1>\n<p class=\"byline\">By Orla Penrose</p>\n"
                          "<p class=\"timestamp\">Updated <time>%u minutes ago</time> · %u min read</p>\n",
                          visit % 28 + 1, visit % 12 + 3, visit + 800, title, visit + 5, visit % 3 + 2);
  append_share (html, visit);
}

/* Adverts and boxes wander from gap to gap. */
void
test_lively_between (GString *html,
                     guint    paragraph,
                     guint    visit)
{
  if ((paragraph + visit) % 2 == 0)
    g_string_append_printf (html, "<div class=\"ad ad-slot\" id=\"ad-%u\"><span>Advertisement</span><p>%s Offer no. %u.</p></div>\n", visit,
                            adverts[(paragraph + visit) % G_N_ELEMENTS (adverts)], visit);
  if ((paragraph + visit) % 3 == 0)
    {
      g_string_append (html, "<aside class=\"related-box\">");
      append_links (html, "Read also", visit + paragraph);
      g_string_append (html, "</aside>\n");
    }
}

static void
append_comments (GString *html,
                 guint    visit)
{
  g_string_append_printf (html, "<section id=\"comments\" class=\"comments\"><h2>%u comments</h2>", visit + 2);
  for (guint i = 0; i < visit % 4 + 2; i++)
    g_string_append_printf (html, "<div class=\"comment\"><span class=\"author\">Islander %u</span> <time>%u hours ago</time>"
                                  "<p>I was on that boat and counted no more than %u of us, whatever the log says.</p></div>",
                            i * 3 + visit, i + visit, 100 + visit + i);
  g_string_append (html, "</section>\n");
}

void
test_lively_end (GString *html,
                 guint    visit)
{
  append_share (html, visit + 1);
  g_string_append (html, "</article></main>\n");
  append_comments (html, visit);
  g_string_append (html, "<aside class=\"sidebar most-read\">");
  append_links (html, "Most read", visit + 3);
  g_string_append_printf (html, "</aside>\n<footer><p>© The Brannoch Packet · page made in %u ms</p></footer></body></html>\n", visit * 17 % 90 + 4);
}
