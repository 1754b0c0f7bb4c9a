/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "reader/sl-bibliography.h"
#include "reader/sl-saved-page.h"
#include "reader/sl-unpacker.h"

static SlUnpacked *
unpack (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const SlUnpackRequest request = { bytes, NULL, NULL };
  g_autoptr (GError) error = NULL;
  SlUnpacked *unpacked = sl_unpacker_unpack (&request, &error);

  g_assert_no_error (error);
  return unpacked;
}

static guint
count_broken (const SlUnpacked *unpacked)
{
  guint broken = 0;

  for (guint i = 0; i < unpacked->notes->len; i++)
    broken += ((const SlUnpackNote *) g_ptr_array_index (unpacked->notes, i))->broken;
  return broken;
}

/* Saved pages */

typedef struct
{
  const char *markup;
  const char *url;
  const char *saved;
} Saved;

static const Saved saved_pages[] = {
  { "<!doctype html><html><p>x", NULL, NULL },
  { "<!doctype html><!-- saved from url=(0024)https://quay.example/sea --><html>", "https://quay.example/sea", NULL },
  { "<!doctype html><!-- saved from url=(0014)about:internet --><html>", NULL, NULL },
  { "<!doctype html><html><!--\n Page saved with SingleFile \n url: https://quay.example/a-b \n saved date: Sun Nov 23 2025 23:59:01 GMT-0330 (x) \n--><head>",
    "https://quay.example/a-b", "2025-11-23T23:59:01-03:30" },
  { "<!doctype html><html><!--\n Page saved with SingleFile \n url: javascript:alert(1)\n saved date: soon\n--><head>", NULL, NULL },
  { "<!doctype html><html><!-- Page saved with SingleFile without an end", NULL, NULL },
};

static void
test_saved_pages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (saved_pages); i++)
    {
      g_autoptr (SlUnpacked) unpacked = unpack (saved_pages[i].markup);

      g_test_message ("%s", saved_pages[i].markup);
      g_assert_cmpint (unpacked->kind, ==, SL_UNPACKED_PAGE);
      g_assert_cmpstr (unpacked->url, ==, saved_pages[i].url);
      g_assert_cmpstr (unpacked->saved, ==, saved_pages[i].saved);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *text;
    const char *moment;
  } table[] = {
    { "Tue Nov 04 2025 10:12:13 GMT+0100 (Central European Standard Time)", "2025-11-04T10:12:13+01:00" },
    { "Tue, 4 Nov 2025 09:30:00 +0100", "2025-11-04T09:30:00+01:00" },
    { "Tue, 04 Nov 2025 09:30:00 GMT", "2025-11-04T09:30:00Z" },
    { "2025-11-04T09:30:00Z", "2025-11-04T09:30:00Z" },
    { "Tue Foo 04 2025 10:12:13 GMT+0100", NULL },
    { "Tue Nov 04 2025 99:12:13 GMT+0100", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *moment = sl_saved_page_parse_date (table[i].text);

      g_test_message ("%s", table[i].text);
      g_assert_cmpstr (moment, ==, table[i].moment);
    }
}

/* MHTML */

typedef struct
{
  const char *name;
  const char *message;
  const char *page;     /* (nullable): %NULL when there is none */
  guint       broken;
} Message;

#define HEAD "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"

static const Message messages[] = {
  { "quoted", HEAD "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=3D=\r\nb =C3=A9\r\n--b--\r\n", "<p>a=b \xc3\xa9", 0 },
  { "soft-break-blank", HEAD "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a= \t\r\nb\r\n--b--\r\n", "<p>ab", 0 },
  { "not-quoted", HEAD "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=ZZ=\r\n--b--\r\n", "<p>a=ZZ=", 0 },
  { "base64", HEAD "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+\r\neA==\r\n--b--\r\n", "<p>x", 0 },
  { "8bit", HEAD "--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\ny\r\n--b--\r\n", "<p>x\r\ny", 0 },
  { "second-part", HEAD "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b--\r\n", "<p>x", 0 },
  { "nested", HEAD "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--c--\r\n--b--\r\n", "<p>x", 0 },
  { "cut-off", HEAD "--b\r\nContent-Type: text/html\r\n\r\n<p>x", "<p>x", 1 },
  { "no-page", HEAD "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n", NULL, 1 },
  { "no-boundary", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--b\r\n", NULL, 1 },
};

static void
test_mhtml (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (SlUnpacked) unpacked = unpack (messages[i].message);

      g_test_message ("%s", messages[i].name);
      g_assert_cmpint (unpacked->kind, ==, SL_UNPACKED_MHTML);
      g_assert_cmpuint (count_broken (unpacked), ==, messages[i].broken);
      g_assert_cmpuint (unpacked->parts->len, ==, messages[i].page != NULL ? 1 : 0);
      if (messages[i].page != NULL)
        {
          const SlPart *part = g_ptr_array_index (unpacked->parts, 0);

          g_assert_cmpmem (g_bytes_get_data (part->bytes, NULL), g_bytes_get_size (part->bytes), messages[i].page, strlen (messages[i].page));
        }
    }
}

/* Feeds and bibliographies */

typedef struct
{
  const char     *text;
  SlUnpackedKind  kind;
  guint           n;       /* references */
  guint           broken;
  SlReference     first;
} List;

#define ENTRY(url_, title_, authors_, outlet_, published_, language_) { (char *) url_, (char *) title_, (char *) authors_, (char *) outlet_, (char *) published_, (char *) language_, NULL }

static const List lists[] = {
  { "<rss version='2.0'><channel><title>Q</title><item><title>A &lt;b&gt;</title><guid>https://q.example/1</guid>"
    "<pubDate>Tue, 04 Nov 2025 08:00:00 +0200</pubDate></item></channel></rss>",
    SL_UNPACKED_FEED, 1, 0, ENTRY ("https://q.example/1", "A <b>", NULL, "Q", "2025-11-04T08:00:00+02:00", NULL) },
  { "<?xml version='1.0'?><rdf:RDF xmlns:rdf='r'><channel><title>Q</title></channel><item rdf:about='https://q.example/2'><title><![CDATA[B & C]]></title></item></rdf:RDF>",
    SL_UNPACKED_FEED, 1, 0, ENTRY ("https://q.example/2", "B & C", NULL, "Q", NULL, NULL) },
  { "<feed xml:lang='de'><title>Q</title><entry><title>A</title><link href='https://q.example/3'/><updated>2025-11-04</updated><author><name>Ada</name></author></entry></feed>",
    SL_UNPACKED_FEED, 1, 0, ENTRY ("https://q.example/3", "A", "Ada", "Q", "2025-11-04", "de") },
  { "<rss><channel><title>Q</title><item><title>A</title><link>https://q.example/4</link></item><item><title>cut",
    SL_UNPACKED_FEED, 2, 1, ENTRY ("https://q.example/4", "A", NULL, "Q", NULL, NULL) },
  { "TY  - ELEC\nT1  - A\nAU  - Holm, Ada\nA1  - Reed, Bo\nPY  - 2025\nDA  - 2025/11/4\nUR  - https://q.example/5\nLA  - en\nER  - \n",
    SL_UNPACKED_RIS, 1, 0, ENTRY ("https://q.example/5", "A", "Holm, Ada; Reed, Bo", NULL, "2025-11-04", "en") },
  { "TY  - NEWS\nTI  - A\nUR  - javascript:x\n", SL_UNPACKED_RIS, 1, 1, ENTRY (NULL, "A", NULL, NULL, NULL, NULL) },
  { "[{\"type\": \"webpage\", \"title\": \"A\", \"URL\": \"https://q.example/6\", \"author\": [{\"literal\": \"Port\"}], \"issued\": {\"date-parts\": [[\"2025\", 11]]}}]",
    SL_UNPACKED_CSL, 1, 0, ENTRY ("https://q.example/6", "A", "Port", NULL, "2025-11", NULL) },
  { "{\"items\": [{\"type\": \"webpage\", \"title\": \"A\", \"issued\": {\"raw\": \"4 November 2025\"}}]}",
    SL_UNPACKED_CSL, 1, 0, ENTRY (NULL, "A", NULL, NULL, "2025-11-04", NULL) },
  { "{\"pages\": 1}", SL_UNPACKED_OTHER, 0, 1, ENTRY (NULL, NULL, NULL, NULL, NULL, NULL) },
  { "[1, [2", SL_UNPACKED_OTHER, 0, 1, ENTRY (NULL, NULL, NULL, NULL, NULL, NULL) },
  { "<?xml version='1.0'?><opml/>", SL_UNPACKED_OTHER, 0, 1, ENTRY (NULL, NULL, NULL, NULL, NULL, NULL) },
  { "<rdf:RDF xmlns:rdf='r'><bib:Document rdf:about='urn:isbn:1'><dc:identifier><dcterms:URI><rdf:value>https://q.example/7</rdf:value></dcterms:URI></dc:identifier>"
    "<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Holm</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>"
    "<dc:title>A</dc:title><dc:date>2025</dc:date><z:itemType>webpage</z:itemType></bib:Document><bib:Memo/></rdf:RDF>",
    SL_UNPACKED_RDF, 1, 0, ENTRY ("https://q.example/7", "A", "Ada Holm", NULL, "2025", NULL) },
  { "Just a text", SL_UNPACKED_OTHER, 0, 0, ENTRY (NULL, NULL, NULL, NULL, NULL, NULL) },
};

static void
test_lists (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (SlUnpacked) unpacked = unpack (lists[i].text);
      const SlReference *first = unpacked->references->len > 0 ? g_ptr_array_index (unpacked->references, 0) : NULL;

      g_test_message ("%s", lists[i].text);
      g_assert_cmpint (unpacked->kind, ==, lists[i].kind);
      g_assert_cmpuint (unpacked->references->len, ==, lists[i].n);
      g_assert_cmpuint (count_broken (unpacked), ==, lists[i].broken);
      if (first == NULL)
        continue;
      g_assert_cmpstr (first->url, ==, lists[i].first.url);
      g_assert_cmpstr (first->title, ==, lists[i].first.title);
      g_assert_cmpstr (first->authors, ==, lists[i].first.authors);
      g_assert_cmpstr (first->outlet, ==, lists[i].first.outlet);
      g_assert_cmpstr (first->published, ==, lists[i].first.published);
      g_assert_cmpstr (first->language, ==, lists[i].first.language);
    }
}

/* Entities are not expanded, so that none can grow; elements in each other have a limit. */
static void
test_hostile_xml (void)
{
  static const char bomb[] = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>";
  g_autoptr (SlUnpacked) expanded = unpack (bomb);
  g_autoptr (GString) deep = g_string_new ("<rss>");
  g_autoptr (SlUnpacked) nested = NULL;

  g_assert_cmpuint (count_broken (expanded), ==, 1);
  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  nested = unpack (deep->str);
  g_assert_cmpuint (count_broken (nested), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unpack/saved-pages", test_saved_pages);
  g_test_add_func ("/unpack/moments", test_moments);
  g_test_add_func ("/unpack/mhtml", test_mhtml);
  g_test_add_func ("/unpack/lists", test_lists);
  g_test_add_func ("/unpack/hostile-xml", test_hostile_xml);
  return g_test_run ();
}
