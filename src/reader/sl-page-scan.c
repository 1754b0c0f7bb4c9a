/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-scan.h"

#include "reader/sl-markup.h"
#include "reader/sl-node.h"

#include <string.h>

/* A page that says more about itself than this is not worth listening to. */
#define MAX_FACTS 2000u
#define MAX_SCRIPT_BYTES (1024u * 1024)

/* Longest texts that can be a byline, a date, a headline. */
#define MAX_LINE_BYTES 300u
#define MAX_HEADING_BYTES 600u
#define MAX_AUTHOR_BYTES 100u

/* How far up the object is looked for that a property is of. */
#define MAX_ITEM_DEPTH 8

static void
fact_free (gpointer data)
{
  SlPageFact *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self->exact);
  g_free (self);
}

static void
add_fact (GPtrArray       *facts,
          const char      *name,
          char            *value,
          const char      *exact,
          const GumboNode *node)
{
  SlPageFact *fact;

  if (value == NULL || facts->len >= MAX_FACTS)
    {
      g_free (value);
      return;
    }
  fact = g_new0 (SlPageFact, 1);
  fact->name = g_ascii_strdown (name, -1);
  fact->value = value;
  fact->exact = g_strdup (exact);
  fact->node = node;
  g_ptr_array_add (facts, fact);
}

/* Whether what @node says is about a picture, a film or a comment in the page rather than the page. */
static gboolean
is_about_other (const GumboNode *node)
{
  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_ITEM_DEPTH; depth++, node = node->parent)
    {
      const char *type = sl_node_get_attribute (node, "itemtype");

      if (type != NULL)
        return g_str_has_suffix (type, "ImageObject") || g_str_has_suffix (type, "VideoObject") || g_str_has_suffix (type, "/Comment");
    }
  return FALSE;
}

static void
scan_meta (SlPageScan      *self,
           const GumboNode *node)
{
  static const char *const kinds[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = sl_node_get_attribute (node, "content");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && content != NULL; i++)
    {
      const char *name = sl_node_get_attribute (node, kinds[i]);

      if (name != NULL && !(g_str_equal (kinds[i], "itemprop") && is_about_other (node)))
        add_fact (self->metas, name, sl_markup_to_plain (content), NULL, node);
    }
}

static void
scan_script (SlPageScan      *self,
             const GumboNode *node)
{
  const char *type = sl_node_get_attribute (node, "type");
  const GumboVector *children = &node->v.element.children;
  const GumboNode *text = children->length > 0 ? children->data[0] : NULL;

  if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
    return;
  if (text != NULL && sl_node_is_text (text) && strlen (text->v.text.text) <= MAX_SCRIPT_BYTES)
    g_ptr_array_add (self->scripts, g_strdup (text->v.text.text));
}

/* Class, id and role words of an element, in lower case. */
static void
append_words (GString         *words,
              const GumboNode *node)
{
  static const char *const names[] = { "class", "id", "itemprop", "rel", "data-testid", "data-test-id", "data-testing-id" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = sl_node_get_attribute (node, names[i]);

      if (value != NULL && strlen (value) < 500)
        g_string_append_printf (words, "%s ", value);
    }
}

static void
scan_time (SlPageScan      *self,
           const GumboNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *exact = sl_node_get_attribute (node, "datetime");
  g_autofree char *text = sl_node_dup_text (node, MAX_LINE_BYTES);
  const GumboNode *at = node;

  for (int i = 0; i < 3 && at != NULL && sl_node_is_element (at); i++, at = at->parent)
    append_words (words, at);
  if (sl_node_get_attribute (node, "pubdate") != NULL)
    g_string_append (words, "pubdate ");
  add_fact (self->times, words->str, g_steal_pointer (&text), exact, node);
}

static void
scan_item (SlPageScan      *self,
           const GumboNode *node,
           const char      *name)
{
  const char *exact = sl_node_get_attribute (node, "datetime");

  if (exact == NULL)
    exact = sl_node_get_attribute (node, "content");
  if (!is_about_other (node))
    add_fact (self->items, name, sl_node_dup_text (node, MAX_LINE_BYTES), exact, node);
}

/* "/authors/ada-marsh", "/autor/ada-marsh" */
static gboolean
leads_to_author (const GumboNode *node)
{
  static const char *const folders[] = { "/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/autore/", "/autori/", "/avtor/", "/journalist/" };
  const char *href = sl_node_get_attribute (node, "href");

  if (sl_node_has_word (node, "rel", "author"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (folders) && href != NULL; i++)
    {
      if (strstr (href, folders[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_any (const char        *words,
         const char *const *parts)
{
  for (; *parts != NULL; parts++)
    {
      if (strstr (words, *parts) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Elements that by their names hold the authors or the date. */
static void
scan_names (SlPageScan      *self,
            const GumboNode *node)
{
  static const char *const byline_parts[] = { "byline", "author", "autor", "writer", "redakt", "journalist", "verfasser", "p-author", "contributor", NULL };
  static const char *const dateline_parts[] = { "date", "publish", "posted", "time", "datum", "fecha", "meta", "info", "byline", NULL };
  static const char *const unwanted[] = { "comment", "related", "sidebar", "footer", "teaser", "recommend", "update-", "candidate", "newsletter", NULL };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = NULL;
  gboolean byline;
  gboolean dateline;

  append_words (words, node);
  if (words->len == 0)
    return;
  folded = g_ascii_strdown (words->str, -1);
  byline = has_any (folded, byline_parts);
  dateline = has_any (folded, dateline_parts);
  if ((!byline && !dateline) || has_any (folded, unwanted))
    return;
  g_autofree char *text = sl_node_dup_text (node, MAX_LINE_BYTES);
  if (*text == '\0' || strlen (text) >= MAX_LINE_BYTES)
    return;
  if (byline)
    add_fact (self->bylines, folded, g_strdup (text), NULL, node);
  if (dateline)
    add_fact (self->datelines, folded, g_strdup (text), NULL, node);
}

static void
scan_element (SlPageScan      *self,
              const GumboNode *node)
{
  const char *item = sl_node_get_attribute (node, "itemprop");

  if (sl_node_is (node, GUMBO_TAG_META))
    {
      scan_meta (self, node);
      return;
    }
  if (sl_node_is (node, GUMBO_TAG_SCRIPT))
    {
      scan_script (self, node);
      return;
    }
  if (sl_node_is (node, GUMBO_TAG_LINK) && self->canonical == NULL && sl_node_has_word (node, "rel", "canonical"))
    self->canonical = g_strdup (sl_node_get_attribute (node, "href"));
  if (sl_node_is (node, GUMBO_TAG_BASE) && self->base == NULL)
    self->base = g_strdup (sl_node_get_attribute (node, "href"));
  if (sl_node_holds_no_text (node))
    return;
  if (sl_node_is (node, GUMBO_TAG_TITLE) && self->title == NULL)
    self->title = sl_node_dup_text (node, MAX_HEADING_BYTES);
  else if (sl_node_is (node, GUMBO_TAG_HTML))
    self->language = g_strdup (sl_node_get_attribute (node, "lang"));
  else if (sl_node_is (node, GUMBO_TAG_H1))
    add_fact (self->headings, "h1", sl_node_dup_text (node, MAX_HEADING_BYTES), NULL, node);
  else if (sl_node_is (node, GUMBO_TAG_H2))
    add_fact (self->lesser_headings, "h2", sl_node_dup_text (node, MAX_HEADING_BYTES), NULL, node);
  else if (sl_node_is (node, GUMBO_TAG_TIME))
    scan_time (self, node);
  else if (sl_node_is (node, GUMBO_TAG_A) && leads_to_author (node))
    add_fact (self->author_links, "author", sl_node_dup_text (node, MAX_AUTHOR_BYTES), NULL, node);
  if (item != NULL)
    scan_item (self, node, item);
  scan_names (self, node);
}

/**
 * sl_page_scan_new:
 * @page: a page
 *
 * Collects what the page says about itself.
 *
 * Returns: (transfer full): the facts
 */
SlPageScan *
sl_page_scan_new (const SlPage *page)
{
  SlPageScan *self = g_new0 (SlPageScan, 1);
  const GumboNode *document = sl_page_get_document (page);

  self->metas = g_ptr_array_new_with_free_func (fact_free);
  self->items = g_ptr_array_new_with_free_func (fact_free);
  self->times = g_ptr_array_new_with_free_func (fact_free);
  self->bylines = g_ptr_array_new_with_free_func (fact_free);
  self->author_links = g_ptr_array_new_with_free_func (fact_free);
  self->datelines = g_ptr_array_new_with_free_func (fact_free);
  self->headings = g_ptr_array_new_with_free_func (fact_free);
  self->lesser_headings = g_ptr_array_new_with_free_func (fact_free);
  self->scripts = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  for (const GumboNode *node = document; node != NULL;)
    {
      gboolean element = sl_node_is_element (node);

      if (element)
        scan_element (self, node);
      node = element && sl_node_holds_no_text (node) ? sl_node_skip (node, document) : sl_node_next (node, document);
    }
  return self;
}

/**
 * sl_page_scan_free:
 * @self: (transfer full): facts
 *
 * Frees the facts.
 */
void
sl_page_scan_free (SlPageScan *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->metas);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->times);
  g_ptr_array_unref (self->bylines);
  g_ptr_array_unref (self->author_links);
  g_ptr_array_unref (self->datelines);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->lesser_headings);
  g_ptr_array_unref (self->scripts);
  g_free (self->base);
  g_free (self->canonical);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

/**
 * sl_page_scan_get_meta:
 * @self: facts
 * @names: (array zero-terminated=1): names of meta elements in lower case, the best first
 *
 * Looks a meta element up under the first of several names that the page has.
 *
 * Returns: (transfer none) (nullable): the first value of the best name that the page has
 */
const char *
sl_page_scan_get_meta (const SlPageScan        *self,
                       const char       *const *names)
{
  for (; *names != NULL; names++)
    {
      for (guint i = 0; i < self->metas->len; i++)
        {
          const SlPageFact *fact = g_ptr_array_index (self->metas, i);

          if (g_str_equal (fact->name, *names))
            return fact->value;
        }
    }
  return NULL;
}
