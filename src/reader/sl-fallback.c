/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-fallback.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"

#include <string.h>

/* An article of fewer letters than this may be a piece of one. */
#define SHORT_LETTERS 1000u

/* How much more a container must hold for the article to count as missed. */
#define GAIN 2.0

/* A container with more of its letters than this in links is a list. */
#define MAX_LINK_SHARE 0.3

/* How far up links and hidden elements are looked for. */
#define MAX_DEPTH 12

/* Parts of class, id and itemprop that sites give to what holds the article's text. */
static const char *const container_names[] = {
  "articlebody", "article-body", "article_body", "article__body", "entry-content", "post-content", "post-body", "postbody", "story-body",
  "storybody", "content-body", "article-content", "articlecontent", "article-text", "articletext"
};

static gsize
count_letters_of_records (GBytes *records)
{
  gsize size;
  const char *at = g_bytes_get_data (records, &size);
  const char *end = at + size;
  gsize letters = 0;

  while (at < end)
    {
      const char *stop = memchr (at, '\0', (gsize) (end - at));

      if (stop == NULL)
        break;
      if (*at == 'T' && g_utf8_validate (at, stop - at, NULL))
        letters += sl_clutter_count_letters (at + 1);
      at = stop + 1;
    }
  return letters;
}

static gboolean
has_container_name (const char *value)
{
  g_autofree char *folded = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (container_names) && folded != NULL; i++)
    {
      if (strstr (folded, container_names[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_container (const GumboNode *node)
{
  return sl_node_is (node, GUMBO_TAG_ARTICLE) || sl_node_is (node, GUMBO_TAG_MAIN)
         || sl_node_has_word (node, "role", "main")
         || has_container_name (sl_node_get_attribute (node, "class"))
         || has_container_name (sl_node_get_attribute (node, "id"))
         || has_container_name (sl_node_get_attribute (node, "itemprop"));
}

static gboolean
is_hidden (const GumboNode *node)
{
  const char *style = sl_node_get_attribute (node, "style");

  return sl_node_get_attribute (node, "hidden") != NULL
         || sl_node_has_word (node, "aria-hidden", "true")
         || (style != NULL && strstr (style, "display:none") != NULL);
}

/* Elements that are no reading matter wherever they stand. */
static gboolean
is_furniture (const GumboNode *node)
{
  static const GumboTag tags[] = {
    GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEXTAREA
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (sl_node_is (node, tags[i]))
        return TRUE;
    }
  return sl_node_holds_no_text (node) || is_hidden (node) || sl_clutter_is_named (node);
}

/* Counts a text node's letters unless they stand in furniture; those in links count in @all only. */
static void
count_text (const SlPageElement *element,
            const GumboNode     *text,
            gsize               *all,
            gsize               *prose)
{
  gsize letters = sl_clutter_count_letters (text->v.text.text);
  gboolean linked = FALSE;
  const GumboNode *at = text->parent;

  for (int depth = 0; at != NULL && at != element->node && depth < MAX_DEPTH; depth++, at = at->parent)
    {
      if (sl_node_is_element (at) && is_furniture (at))
        return;
      linked = linked || sl_node_is (at, GUMBO_TAG_A);
    }
  *all += letters;
  *prose += linked ? 0 : letters;
}

static gsize
count_prose (const SlPage        *page,
             const SlPageElement *element,
             gsize               *all)
{
  gsize prose = 0;

  *all = 0;
  for (guint i = element->first_text; i < element->end_text; i++)
    count_text (element, sl_page_get_text (page, i), all, &prose);
  return prose;
}

/* The innermost container with nearly the most prose; G_MAXUINT for none. */
static guint
find_container (const SlPage *page,
                gsize        *best_prose)
{
  const SlPageElement *element;
  guint best = G_MAXUINT;

  *best_prose = 0;
  for (guint i = 0; (element = sl_page_get_element (page, i)) != NULL; i++)
    {
      gsize all;
      gsize prose;

      if (!is_container (element->node))
        continue;
      prose = count_prose (page, element, &all);
      if ((double) prose < (1.0 - MAX_LINK_SHARE) * (double) all)
        continue;
      if ((double) prose > 0.9 * (double) *best_prose)
        {
          best = i;
          *best_prose = MAX (prose, *best_prose);
        }
    }
  return best;
}

static void
append_record (GByteArray *out,
               const char *record)
{
  g_byte_array_append (out, (const guint8 *) record, strlen (record) + 1);
}

/* Closes the elements that do not hold @node. */
static void
close_up_to (GByteArray      *out,
             GPtrArray       *open,
             const GumboNode *node)
{
  while (open->len > 0 && (node == NULL || g_ptr_array_index (open, open->len - 1) != node->parent))
    {
      append_record (out, "C");
      g_ptr_array_set_size (open, (int) open->len - 1);
    }
}

/**
 * sl_fallback_record:
 * @page: a page
 * @element: number of one of its elements
 *
 * Writes an element of the page as if the article finder had found it: the records that readability-glue.js
 * describes, without what is hidden or no reading matter.
 *
 * Returns: (transfer full): the records
 */
GBytes *
sl_fallback_record (const SlPage *page,
                    guint         element)
{
  const SlPageElement *root = sl_page_get_element (page, element);
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint number = element;

  for (const GumboNode *node = root != NULL ? root->node : NULL; node != NULL;)
    {
      const SlPageElement *numbered;

      close_up_to (out, open, node);
      if (sl_node_is_text (node))
        {
          g_byte_array_append (out, (const guint8 *) "T", 1);
          append_record (out, node->v.text.text);
        }
      if (!sl_node_is_element (node) || (node != root->node && is_furniture (node)))
        {
          node = sl_node_skip (node, root->node);
          continue;
        }
      /* Numbers ascend in document order, so the next one that is this node's or a later one's is near. */
      while ((numbered = sl_page_get_element (page, number)) != NULL && numbered->node != node
             && numbered->node->v.element.start_pos.offset < node->v.element.start_pos.offset)
        number++;
      g_autofree char *name = sl_node_dup_name (node);
      g_autofree char *record = numbered != NULL && numbered->node == node ? g_strdup_printf ("E%s %u", name, number) : g_strdup_printf ("E%s ", name);

      append_record (out, record);
      g_ptr_array_add (open, (gpointer) node);
      node = sl_node_next (node, root->node);
    }
  close_up_to (out, open, NULL);
  return g_byte_array_free_to_bytes (out);
}

/**
 * sl_fallback_find_article:
 * @page: a page
 * @records: what the article finder found in it
 *
 * Looks for an article where the finder found little or none: in the elements that call themselves
 * the main part or the article's body.
 *
 * Returns: (transfer full): records of what is better, or a reference to @records
 */
GBytes *
sl_fallback_find_article (const SlPage *page,
                          GBytes       *records)
{
  gsize found = count_letters_of_records (records);
  gsize prose;
  guint container;

  if (found >= SHORT_LETTERS)
    return g_bytes_ref (records);
  container = find_container (page, &prose);
  if (container == G_MAXUINT || (double) prose < GAIN * (double) found || prose == 0)
    return g_bytes_ref (records);
  return sl_fallback_record (page, container);
}
