/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything of the reader but the script: charset, tree, article, map, metadata. The input is one byte that
 * picks a Content-Type and then the page. What the script would find is taken to be the whole page. */

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "core/sl-sniff.h"
#include "reader/sl-article.h"
#include "reader/sl-node.h"
#include "reader/sl-page-facts.h"
#include "reader/sl-page.h"
#include "reader/sl-plain-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const char *const content_types[] = {
  "text/html", "text/html; charset=utf-8", "text/html; charset=windows-1251", "text/html; charset=shift_jis",
  "text/html; charset=gb18030", "text/html; charset=iso-2022-jp", "text/html; charset=utf-16le", NULL
};

/* Records as the script writes them, for all of the page. */
static GBytes *
record_page (const SlPage *page)
{
  const GumboNode *document = sl_page_get_document (page);
  GByteArray *out = g_byte_array_new ();
  unsigned number = 0;

  for (const GumboNode *node = document; node != NULL; node = sl_node_next (node, document))
    {
      const SlPageElement *element = sl_page_get_element (page, number);

      if (sl_node_is_text (node))
        {
          g_byte_array_append (out, (const uint8_t *) "T", 1);
          g_byte_array_append (out, (const uint8_t *) node->v.text.text, strlen (node->v.text.text) + 1);
        }
      else if (element != NULL && element->node == node)
        {
          g_autofree char *name = sl_node_dup_name (node);
          g_autofree char *record = g_strdup_printf ("E%s %u", name, number++);

          g_byte_array_append (out, (const uint8_t *) "C", 2);
          g_byte_array_append (out, (const uint8_t *) record, strlen (record) + 1);
        }
    }
  return g_byte_array_free_to_bytes (out);
}

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
  variant = g_variant_ref_sink (sl_reading_to_variant (reading));
  again = sl_reading_new_from_variant (variant, capture_size, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->title, ==, reading->title);
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
      g_autoptr (GBytes) whole = record_page (page);
      g_autoptr (GBytes) foreign = g_bytes_new_static (bytes, length);

      check_article (page, whole, length);
      check_article (page, foreign, length);
    }
  return 0;
}
