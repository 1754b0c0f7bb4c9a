/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything of the reader but the script: charset, tree, article, map, metadata. The input is one byte that
 * picks a Content-Type and then the page. What the script would find is taken to be the whole page. */

#include <stdint.h>

#include <glib.h>

#include "core/sl-sniff.h"
#include "reader/sl-article-head.h"
#include "reader/sl-article.h"
#include "reader/sl-fallback.h"
#include "reader/sl-page-facts.h"
#include "reader/sl-page.h"
#include "reader/sl-plain-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const char *const content_types[] = {
  "text/html", "text/html; charset=utf-8", "text/html; charset=windows-1251", "text/html; charset=shift_jis",
  "text/html; charset=gb18030", "text/html; charset=iso-2022-jp", "text/html; charset=utf-16le", NULL
};

/* The map is in order, inside the text and inside the capture, and survives being stored. */
static void
check_map (const char      *text,
           const SlTextMap *map,
           size_t           capture_size)
{
  g_autoptr (GBytes) stored = sl_text_map_to_bytes (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlTextMap) again = sl_text_map_new_from_bytes (stored, &error);
  g_autoptr (GBytes) stored_again = NULL;

  g_assert_no_error (error);
  stored_again = sl_text_map_to_bytes (again);
  g_assert_true (g_bytes_equal (stored, stored_again));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (sl_text_map_get_text_end (map), <=, g_utf8_strlen (text, -1));
  g_assert_cmpuint (sl_text_map_get_byte_end (map), <=, capture_size);
}

static void
check_article (const SlPage *page,
               GBytes       *records,
               size_t        capture_size)
{
  g_autoptr (SlArticle) article = sl_article_new (page, records);
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (SlReading) again = NULL;
  g_autoptr (GError) error = NULL;

  check_map (article->text, article->map, capture_size);
  sl_page_facts_fill (reading, page, article, "https://example.org/2025/11/23/story.html");
  g_assert_true (reading->title == NULL || g_utf8_validate (reading->title, -1, NULL));
  g_set_str (&reading->text, article->text);
  sl_text_map_unref (reading->map);
  reading->map = sl_text_map_ref (article->map);
  sl_article_head_cut (reading);
  check_map (reading->text, reading->map, capture_size);
  variant = g_variant_ref_sink (sl_reading_to_variant (reading));
  again = sl_reading_new_from_variant (variant, capture_size, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->title, ==, reading->title);
  g_assert_cmpstr (again->text, ==, reading->text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *content_type = size > 0 ? content_types[data[0] % G_N_ELEMENTS (content_types)] : NULL;
  const uint8_t *bytes = size > 0 ? data + 1 : data;
  size_t length = size > 0 ? size - 1 : 0;
  const char *charset = sl_sniff_charset (bytes, length, content_type, NULL, NULL);
  g_autoptr (SlDecoded) decoded = sl_decoded_new (bytes, length, charset, NULL);
  g_autoptr (SlTextMap) map = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (SlPage) page = NULL;

  sl_sniff_type (bytes, length, content_type);
  if (decoded == NULL)
    return 0;
  g_assert_true (g_utf8_validate (decoded->text, (gssize) decoded->length, NULL));
  plain = sl_plain_text_read (decoded, &map);
  check_map (plain, map, length);
  page = sl_page_new (decoded, NULL);
  if (page != NULL)
    {
      g_autoptr (GBytes) whole = sl_fallback_record (page, 0);
      g_autoptr (GBytes) raw = g_bytes_new_static (bytes, length);
      const char *method = NULL;
      g_autoptr (GBytes) foreign = sl_fallback_find_article (page, raw, &method);

      check_article (page, whole, length);
      check_article (page, foreign, length);
    }
  return 0;
}
