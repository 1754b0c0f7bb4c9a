/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include "helper/sl-read-request.h"

#include <string.h>

static SlReading *
read_story (const char *head,
            const char *before,
            const char *after)
{
  g_autofree char *page = g_strconcat ("<!DOCTYPE html><html><head><meta charset=utf-8>", head, "</head><body><article>", before, fixture_prose, after,
                                       fixture_prose, "</article></body></html>", NULL);

  return fixture_read (page, -1, "text/html", "https://post.example/news/ferry");
}

static void
test_notes (void)
{
  static const struct
  {
    const char *markup;
    const char *kind;
    const char *text;
  } cases[] = {
    { "<p>Correction: an earlier report gave the wrong pier.</p>", "correction", "Correction: an earlier report gave the wrong pier." },
    { "<p><b>Correction, Nov. 23, 2025:</b> The pier is in Arven.</p>", "correction", "Correction, Nov. 23, 2025: The pier is in Arven." },
    { "<p><em>An earlier version of this article named the wrong pier.</em></p>", "correction", "An earlier version of this article named the wrong pier." },
    { "<p>Anm. d. Red.: Der Name wurde geändert.</p>", "note", "Anm. d. Red.: Der Name wurde geändert." },
    { "<p>Korrektur: Der Anleger liegt in Arven.</p>", "correction", "Korrektur: Der Anleger liegt in Arven." },
    { "<p>Note de la rédaction : le quai est à Arven.</p>", "note", "Note de la rédaction : le quai est à Arven." },
    { "<p>Виправлення: причал розташований в іншому місті.</p>", "correction", "Виправлення: причал розташований в іншому місті." },
    { "<div class=article-correction><p>The pier is in Arven, not in Loren.</p></div>", "correction", "The pier is in Arven, not in Loren." },
    { "<p>Corrections officers at the port said that they had seen nothing of it.</p>", NULL, NULL },
    { "<p>An editor's note on the desk was all that was left of the talks.</p>", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlReading) reading = read_story ("", "", cases[i].markup);
      const SlReadingNote *note = reading->notes->len > 0 ? g_ptr_array_index (reading->notes, 0) : NULL;

      g_test_message ("%s", cases[i].markup);
      g_assert_cmpuint (reading->notes->len, ==, cases[i].kind != NULL);
      if (note == NULL)
        continue;
      g_assert_cmpstr (note->kind, ==, cases[i].kind);
      g_assert_cmpstr (note->text, ==, cases[i].text);
      g_assert_cmpuint (note->byte_start, <, note->byte_end);
      g_assert_null (strstr (reading->text, cases[i].text));
    }
}

/* The text of a note may stand below its heading. */
static void
test_note_below_heading (void)
{
  g_autoptr (SlReading) reading = read_story ("", "", "<h3>Correction</h3><p>The pier is in Arven, not in Loren.</p><p>The story goes on from here, with all of its piers.</p>");

  g_assert_cmpuint (reading->notes->len, ==, 2);
  g_assert_nonnull (strstr (reading->text, "The story goes on"));
  g_assert_null (strstr (reading->text, "not in Loren"));
}

static void
test_links (void)
{
  static const char *const expected[][2] = {
    { "https://other.example/a%2Fb?x=1", "the other paper" },
    { "https://post.example/news/old", "an older report" },
    { "http://port.example/statement", "a statement of the port" },
  };
  g_autoptr (SlReading) reading = read_story (
      "", "<nav><a href=/home>Home, where all the news is</a></nav>",
      "<p>As <a href='https://other.example/a%2Fb?x=1#top'>the <b>other</b> paper</a> wrote after <a href=old>an older report</a>, and in "
      "<a href=http://port.example/statement>a statement of the port</a>, <a href=#note>below</a>, <a href='javascript:no()'>no</a>, "
      "<a href=mailto:a@post.example>mail</a>, <a href=https://post.example/news/ferry>here</a> and <a href=old>again</a>, there is fog.</p>");

  g_assert_cmpuint (reading->links->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < reading->links->len; i++)
    {
      const SlReadingLink *link = g_ptr_array_index (reading->links, i);

      g_assert_cmpstr (link->url, ==, expected[i][0]);
      g_assert_cmpstr (link->words, ==, expected[i][1]);
    }
}

static void
test_declarations (void)
{
  static const struct
  {
    const char *head;
    const char *canonical;
    gboolean paywall;
  } cases[] = {
    { "", NULL, FALSE },
    { "<link rel=canonical href=/ferry-talks>", "https://post.example/ferry-talks", FALSE },
    { "<base href=https://www.post.example/x/><link rel=canonical href=ferry>", "https://www.post.example/x/ferry", FALSE },
    { "<meta property=og:url content=https://post.example/og>", "https://post.example/og", FALSE },
    { "<link rel=canonical href='data:text/plain,x'>", NULL, FALSE },
    { "<meta property=article:content_tier content=locked>", NULL, TRUE },
    { "<meta property=article:content_tier content=free>", NULL, FALSE },
    { "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>", NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlReading) reading = read_story (cases[i].head, "", "");

      g_assert_cmpstr (reading->canonical, ==, cases[i].canonical);
      g_assert_cmpint (reading->paywall, ==, cases[i].paywall);
      g_assert_cmpstr (reading->method, ==, "finder");
    }
}

/* What stands above a story, with a lead that is part of it. */
static void
test_head (void)
{
  g_autoptr (SlReading) reading = read_story (
      "<title>Ferry talks go on until late</title><meta name=author content='Ada Marsh'><meta name=date content=2025-11-23>",
      "<p>Harbours, boats</p><p>Ferry talks go on until late</p><p>The two sides met again, and will meet tomorrow.</p><p>By Ada Marsh</p><p>23 November 2025</p>"
      "<p>24 December 2019</p>",
      "");

  g_assert_true (g_str_has_prefix (reading->text, "The two sides met again, and will meet tomorrow.\n\n24 December 2019\n\nThe ferry talks"));
}

/* A lead that stands apart from the story belongs to it; the lines beside it do not. */
static void
test_lead (void)
{
  g_autofree char *page = g_strconcat ("<meta charset=utf-8><title>Ferry talks go on until late</title><header><h1>Ferry talks go on until late</h1>"
                                       "<p class=standfirst>The two sides met again in <a href=/loren>Loren</a>, and will meet once more tomorrow</p>"
                                       "<p class=byline>By Ada Marsh, who has seen ferries come and go for twenty years and more</p>"
                                       "<nav>Home, world, rivers, markets, weather, for clients, search and many other things</nav></header>"
                                       "<div class=story>",
                                       fixture_prose, fixture_prose, "</div>", NULL);
  g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);
  g_autofree char *source = fixture_dup_source (reading, page, "will meet once more");

  g_assert_true (g_str_has_prefix (reading->text, "The two sides met again in Loren, and will meet once more tomorrow\n\nThe ferry talks"));
  g_assert_cmpstr (source, ==, "will meet once more");
}

/* A live report keeps the times of its entries, and a list its dates. */
static void
test_ticker (void)
{
  g_autoptr (SlReading) reading = read_story (
      "<meta property=article:published_time content=2025-11-23T08:00:00Z>", "",
      "<div><h3><time datetime=2025-11-23T10:05:00Z>10:05</time> Boats leave</h3><p>The first of the boats left the quay in the morning, with few on board.</p></div>"
      "<div><h3><time datetime=2025-11-23T09:40:00Z>9.40 Uhr</time></h3><p>The fog lifted over the harbour, and the pilots were called to their boats.</p></div>"
      "<ul><li>23 November 2025: the boats leave</li><li>24 November 2025: they come back</li></ul>");

  g_assert_nonnull (strstr (reading->text, "10:05 Boats leave\n\nThe first of the boats"));
  g_assert_nonnull (strstr (reading->text, "9.40 Uhr\n\nThe fog lifted"));
  g_assert_nonnull (strstr (reading->text, "23 November 2025: the boats leave\n\n24 November 2025: they come back"));
}

/* All of it passes between processes, and nothing outside of the capture or of the web does. */
static void
test_variant (void)
{
  g_autoptr (SlReading) reading = read_story ("<link rel=canonical href=/f><meta property=article:content_tier content=locked>", "",
                                              "<p>Correction: the pier.</p><p>As <a href=https://other.example/>the other paper</a> wrote, there is fog.</p>");
  g_autoptr (GVariant) variant = g_variant_ref_sink (sl_reading_to_variant (reading));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReading) again = sl_reading_new_from_variant (variant, 100000, &error);
  g_autoptr (SlReading) outside = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (again->canonical, ==, "https://post.example/f");
  g_assert_true (again->paywall);
  g_assert_cmpuint (again->links->len, ==, 1);
  g_assert_cmpuint (again->notes->len, ==, 1);
  ((SlReadingNote *) g_ptr_array_index (reading->notes, 0))->byte_end = 200000;
  g_clear_pointer (&variant, g_variant_unref);
  variant = g_variant_ref_sink (sl_reading_to_variant (reading));
  outside = sl_reading_new_from_variant (variant, 100000, &error);
  g_assert_null (outside);
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/article-parts/notes", test_notes);
  g_test_add_func ("/article-parts/note-below-heading", test_note_below_heading);
  g_test_add_func ("/article-parts/links", test_links);
  g_test_add_func ("/article-parts/declarations", test_declarations);
  g_test_add_func ("/article-parts/head", test_head);
  g_test_add_func ("/article-parts/lead", test_lead);
  g_test_add_func ("/article-parts/ticker", test_ticker);
  g_test_add_func ("/article-parts/variant", test_variant);
  return g_test_run ();
}
