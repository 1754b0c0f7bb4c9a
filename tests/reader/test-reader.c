/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include <string.h>

/* Every code point of the text but line ends leads to bytes, and ASCII letters to themselves. */
static void
check_map (const SlReading *reading,
           const char      *bytes,
           size_t           size)
{
  guint32 position = 0;

  g_assert_cmpuint (sl_text_map_get_byte_end (reading->map), <=, size);
  for (const char *at = reading->text; *at != '\0'; at = g_utf8_next_char (at), position++)
    {
      guint32 start;
      guint32 end;

      if (*at == '\n')
        continue;
      g_assert_true (sl_text_map_to_capture (reading->map, position, position + 1, &start, &end));
      g_assert_cmpuint (start, <, end);
      if (g_ascii_isalpha (*at) && end - start == 1)
        g_assert_cmpint (bytes[start], ==, *at);
    }
}

static void
test_article (void)
{
  g_autofree char *page = g_strconcat ("<html lang=en-GB><head><title>Ferry talks | The Harbour Post</title></head><body>"
                                       "<div class=menu><a href=/>Home</a> <a href=/news>News</a></div><article><h1>Ferry talks</h1>",
                                       fixture_prose, "</article><footer>All rights reserved</footer></body></html>", NULL);
  g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", "https://post.example/a");
  g_auto (GStrv) paragraphs = g_strsplit (reading->text, "\n\n", -1);

  g_assert_cmpint (reading->kind, ==, SL_READING_ARTICLE);
  g_assert_cmpstr (reading->title, ==, "Ferry talks");
  g_assert_cmpstr (reading->language, ==, "en-GB");
  g_assert_cmpstr (reading->charset, ==, "UTF-8");
  g_assert_nonnull (strstr (reading->extractor, "Readability.js"));
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 4);
  g_assert_true (g_str_has_suffix (paragraphs[0], "to the press."));
  g_assert_null (strstr (reading->text, "Home"));
  g_assert_null (strstr (reading->text, "All rights"));
  check_map (reading, page, strlen (page));
}

static void
test_structure (void)
{
  g_autofree char *page = g_strconcat ("<article>", fixture_prose,
                                       "<h2>What is <i>open</i></h2><ul><li>the fares<li>the\n  night   service, and fog</ul>"
                                       "<p>One line,<br>and another, with more words to it.</p><script>var no = 1;</script>",
                                       fixture_prose, "</article>", NULL);
  g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);

  g_assert_nonnull (strstr (reading->text, "\n\nWhat is open\n\nthe fares\n\nthe night service, and fog\n\n"
                                           "One line,\nand another, with more words to it.\n\n"));
  g_assert_null (strstr (reading->text, "var no"));
  check_map (reading, page, strlen (page));
}

static void
test_source_bytes (void)
{
  static const struct
  {
    const char *markup;
    const char *text;
    const char *source;
  } cases[] = {
    { "salt &amp; fog", "salt & fog", "salt &amp; fog" },
    { "a &#8220;quay&#x201D; word", "“quay”", "&#8220;quay&#x201D;" },
    { "caf\xc3\xa9 &eacute;tage", "café étage", "caf\xc3\xa9 &eacute;tage" },
    { "old &copy2024 name", "©2024", "&copy2024" },
    { "one\r\n   two", "one two", "one\r\n   two" },
    { "half</nothing>way", "halfway", "half</nothing>way" },
    { "light<b>hou</b>se", "lighthouse", "light<b>hou</b>se" },
    { "x<!-- aside -->y zed", "xy zed", "x<!-- aside -->y zed" },
    { "&lt;b&gt; is a tag", "<b> is a tag", "&lt;b&gt; is a tag" },
    { "AT&T and B&B", "AT&T and B&B", "AT&T and B&B" },
    { "wide\xc2\xa0space", "wide\xc2\xa0space", "wide\xc2\xa0space" },
    { "not&nbsp;apart", "not\xc2\xa0"
                        "apart",
      "not&nbsp;apart" },
    { "a <i>b</i> <i>c</i> d", "a b c d", "a <i>b</i> <i>c</i> d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<meta charset=utf-8><article>%s<p>So it is written, word by word: %s, and so it shall be kept.</p></article>",
                                               fixture_prose, cases[i].markup);
      g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);
      g_autofree char *source = fixture_dup_source (reading, page, cases[i].text);

      g_assert_cmpstr (source, ==, cases[i].source);
    }
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *charset;
    const char *content_type;
  } cases[] = {
    { "UTF-8", "text/html; charset=UTF-8" },
    { "CP1252", "text/html; charset=iso-8859-1" },
    { "CP1251", "text/html; charset=windows-1251" },
    { "SHIFT_JIS", "text/html; charset=Shift_JIS" },
    { "EUC-KR", "text/html; charset=euc-kr" },
    { "GB18030", "text/html; charset=gbk" },
    { "UTF-16LE", "text/html; charset=utf-16le" },
    { "ISO-2022-JP", "text/html; charset=iso-2022-jp" },
  };
  static const char *const words[] = { "Fähre “naß” – ja", "Fähre “naß” – ja", "Переговори тривають", "会談は続く", "회담은 계속된다", "会谈仍在继续", "Fähre 会談", "会談は続く" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html><body><article>%s<p>It was said: %s. And so on, and so on.</p></article></body></html>", fixture_prose, words[i]);
      gsize size;
      gsize word_size;
      g_autofree char *bytes = g_convert (page, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_autofree char *word = g_convert (words[i], -1, cases[i].charset, "UTF-8", NULL, &word_size, NULL);
      g_autoptr (SlReading) reading = fixture_read (bytes, (gssize) size, cases[i].content_type, NULL);
      const char *found = strstr (reading->text, words[i]);
      guint32 start;
      guint32 end;

      g_assert_nonnull (found);
      start = (guint32) g_utf8_strlen (reading->text, found - reading->text);
      end = start + (guint32) g_utf8_strlen (words[i], -1);
      g_assert_true (sl_text_map_to_capture (reading->map, start, end, &start, &end));
      g_assert_nonnull (memmem (bytes + start, end - start, word + (i == 7 ? 3 : 0), 4));
      g_assert_cmpuint (end - start, <=, word_size + 6);
    }
}

/* What stands between the paragraphs without being of them, and what only repeats the headline. */
static void
test_clutter (void)
{
  g_autofree char *page = g_strconcat ("<title>Ferry talks resume in fog</title><meta name=author content='Ada Marsh'><article>"
                                       "<p>By Ada Marsh, on the quay</p><p>Published 23 November 2025, 10:00</p>",
                                       fixture_prose,
                                       "<figure><img src=a.jpg><figcaption>A ferry at the pier, in better weather.</figcaption></figure>"
                                       "<div class='inline newsletter-box'><p>Get the harbour news each morning, by letter.</p></div>"
                                       "<ul><li><a href=/a>Another story about ferries</a><li><a href=/b>And yet another story</a></ul>",
                                       fixture_prose, "<p class=lead-note>On 24 November 2025 the talks go on, with <a href=/c>pilots</a>.</p></article>", NULL);
  g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);

  g_assert_true (g_str_has_prefix (reading->text, "The ferry talks went on"));
  g_assert_null (strstr (reading->text, "better weather"));
  g_assert_null (strstr (reading->text, "each morning"));
  g_assert_null (strstr (reading->text, "Another story"));
  g_assert_true (g_str_has_suffix (reading->text, "On 24 November 2025 the talks go on, with pilots."));
  check_map (reading, page, strlen (page));
}

/* Each line stands in the middle of a story, and some come out with it. */
static void
test_lines (void)
{
  static const struct
  {
    const char *markup;
    const char *words;
    gboolean kept;
  } cases[] = {
    { "<p>Read more: <a href=/b>Fog closes the harbour for a day</a></p>", "Fog closes", FALSE },
    { "<p><a href=/b>Nebel sperrt den Hafen für einen Tag</a></p>", "Nebel", FALSE },
    { "<p>The port said in <a href=/b>a statement of five pages</a> that it would wait.</p>", "statement", TRUE },
    { "<p>“<a href=/b>We shall wait for better weather</a>”, said the port, and so did all the others who spoke.</p>", "better weather", TRUE },
    { "<p>https://post.example/news/ferry-talks</p>", "https", FALSE },
    { "<p>© Ada Marsh, Picture Shop</p>", "Ada Marsh", FALSE },
    { "<p>Ada Marsh/Picture Shop</p>", "Ada Marsh", FALSE },
    { "<div><img src=a.png><div>The quay in the morning</div></div>", "in the morning", FALSE },
    { "<figure><img src=a.png><p>The quay in the morning</p></figure>", "in the morning", FALSE },
    { "<h2>What the pilots say</h2><p>They would rather wait, all of them, and say so to whoever asks.</p>", "What the pilots", TRUE },
    { "<p>The port had this to say about it, in the end:</p><p>“We shall wait.”</p>", "to say about", TRUE },
    { "<p>soft&shy;ly spo&#xad;ken words are words, too, as long as they are whole.</p>", "softly spoken", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat ("<meta charset=utf-8><article>", fixture_prose, cases[i].markup, fixture_prose, "</article>", NULL);
      g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);

      g_test_message ("%s", cases[i].markup);
      g_assert_true ((strstr (reading->text, cases[i].words) != NULL) == cases[i].kept);
      g_assert_true (g_str_has_suffix (reading->text, "call useful."));
      check_map (reading, page, strlen (page));
    }
}

static void
test_labels_at_the_end (void)
{
  g_autofree char *page = g_strconcat ("<article>", fixture_prose, "<h3>More on this</h3><p><a href=/b>Fog closes the harbour for a day</a></p><p>Advertisement:</p></article>", NULL);
  g_autoptr (SlReading) reading = fixture_read (page, -1, "text/html", NULL);

  g_assert_true (g_str_has_suffix (reading->text, "call useful."));
}

static void
test_state_is_not_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (&error);
  g_autofree char *first = g_strconcat ("<title>First</title><meta property=og:site_name content=One><article>", fixture_prose, "</article>", NULL);
  g_autofree char *second = g_strconcat ("<article>", fixture_prose, "</article>", NULL);
  g_autoptr (GBytes) first_bytes = g_bytes_new (first, strlen (first));
  g_autoptr (GBytes) second_bytes = g_bytes_new (second, strlen (second));
  const SlReadRequest requests[] = { { .bytes = first_bytes, .type = "html" }, { .bytes = second_bytes, .type = "html" } };
  g_autoptr (SlReading) one = sl_reader_read (reader, &requests[0], NULL);
  g_autoptr (SlReading) two = sl_reader_read (reader, &requests[1], NULL);
  g_autoptr (SlReading) again = sl_reader_read (reader, &requests[0], NULL);

  g_assert_cmpstr (one->outlet, ==, "One");
  g_assert_null (two->outlet);
  g_assert_null (two->title);
  g_assert_cmpstr (again->text, ==, one->text);
  g_assert_cmpstr (again->title, ==, one->title);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reader/article", test_article);
  g_test_add_func ("/reader/structure", test_structure);
  g_test_add_func ("/reader/source-bytes", test_source_bytes);
  g_test_add_func ("/reader/charsets", test_charsets);
  g_test_add_func ("/reader/clutter", test_clutter);
  g_test_add_func ("/reader/lines", test_lines);
  g_test_add_func ("/reader/labels-at-the-end", test_labels_at_the_end);
  g_test_add_func ("/reader/state-is-not-kept", test_state_is_not_kept);
  return g_test_run ();
}
