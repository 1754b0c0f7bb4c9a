/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-prose.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"

#include <string.h>

/* What a page has for readers without scripts counts as text from so many bytes on. */
#define MIN_NOSCRIPT_BYTES 400u

/* A paragraph, and what holds it, are as far as a text adds to the density of what it stands in. */
#define DENSE_BLOCKS 2

/* One text node. An element is meant by its number; numbers ascend from outer to inner elements. */
typedef struct
{
  gsize  letters;
  gint64 furniture;  /* innermost element around it that is no reading matter; -1 for none */
  gint64 link;       /* innermost link around it; -1 for none */
} Text;

struct _SlProse
{
  const SlPage *page;   /* (unowned) */
  GArray       *texts;  /* (owned) (element-type Text) */
};

static gboolean
is_hidden (const GumboNode *node)
{
  const char *style = sl_node_get_attribute (node, "style");

  return sl_node_get_attribute (node, "hidden") != NULL
         || sl_node_has_word (node, "aria-hidden", "true")
         || (style != NULL && strstr (style, "display:none") != NULL);
}

/* Whether an element repeats in plain markup what scripts show. */
static gboolean
is_plain_twin (const GumboNode *node)
{
  g_autofree char *text = sl_node_is (node, GUMBO_TAG_NOSCRIPT) ? sl_node_dup_text (node, 2 * MIN_NOSCRIPT_BYTES) : NULL;

  return text != NULL && strlen (text) >= MIN_NOSCRIPT_BYTES;
}

static void
mark (SlProse             *self,
      const SlPageElement *element,
      guint                number)
{
  gboolean furniture = sl_prose_is_furniture (element->node);
  gboolean link = sl_node_is (element->node, GUMBO_TAG_A);

  for (guint i = element->first_text; (furniture || link) && i < element->end_text; i++)
    {
      Text *text = &g_array_index (self->texts, Text, i);

      if (furniture)
        text->furniture = number;
      if (link)
        text->link = number;
    }
}

/* Adds the letters of a text to the blocks that it stands in. */
static void
add_density (const SlProse *self,
             guint          index,
             GHashTable    *letters)
{
  const Text *text = &g_array_index (self->texts, Text, index);
  const GumboNode *node = sl_page_get_text (self->page, index)->parent;

  if (text->furniture >= 0 || text->link >= 0)
    return;
  for (int blocks = 0; node != NULL && sl_node_is_element (node) && blocks < DENSE_BLOCKS; node = node->parent)
    {
      if (!sl_clutter_is_block (node) && !sl_node_is (node, GUMBO_TAG_P) && !sl_node_is (node, GUMBO_TAG_TD))
        continue;
      blocks++;
      g_hash_table_insert (letters, (gpointer) node, GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (letters, node)) + text->letters));
    }
}

/**
 * sl_prose_is_furniture:
 * @node: an element
 *
 * Tells elements that are no reading matter wherever they stand: navigation, forms, what is hidden, what
 * calls itself an advertisement and the like.
 *
 * Returns: whether @node is one
 */
gboolean
sl_prose_is_furniture (const GumboNode *node)
{
  static const GumboTag tags[] = {
    GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEXTAREA
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (sl_node_is (node, tags[i]))
        return !is_plain_twin (node);
    }
  return sl_node_holds_no_text (node) || is_hidden (node) || sl_clutter_is_named (node);
}

/**
 * sl_prose_new:
 * @page: a page; must outlive what is made
 *
 * Looks through a page for reading matter.
 *
 * Returns: (transfer full): what was seen
 */
SlProse *
sl_prose_new (const SlPage *page)
{
  SlProse *self = g_new0 (SlProse, 1);
  const SlPageElement *element;
  guint n_texts = sl_page_get_n_texts (page);

  self->page = page;
  self->texts = g_array_sized_new (FALSE, FALSE, sizeof (Text), n_texts);
  for (guint i = 0; i < n_texts; i++)
    {
      Text text = { sl_clutter_count_letters (sl_page_get_text (page, i)->v.text.text), -1, -1 };

      g_array_append_val (self->texts, text);
    }
  for (guint i = 0; (element = sl_page_get_element (page, i)) != NULL; i++)
    mark (self, element, i);
  return self;
}

/**
 * sl_prose_free:
 * @self: (transfer full): what was seen
 *
 * Frees it.
 */
void
sl_prose_free (SlProse *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->texts);
  g_free (self);
}

/**
 * sl_prose_count:
 * @self: what was seen in a page
 * @element: number of an element
 * @all: (out): letters of the element with those in links
 *
 * Counts the reading matter in an element, whatever the element itself is and stands in.
 *
 * Returns: letters outside of links
 */
gsize
sl_prose_count (const SlProse *self,
                guint          element,
                gsize         *all)
{
  const SlPageElement *root = sl_page_get_element (self->page, element);
  gsize prose = 0;

  *all = 0;
  for (guint i = root->first_text; i < root->end_text; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, i);

      if (text->furniture > element)
        continue;
      *all += text->letters;
      prose += text->link > element ? 0 : text->letters;
    }
  return prose;
}

/**
 * sl_prose_find_densest:
 * @self: what was seen in a page
 * @min_letters: what holds no more than this is not looked for
 *
 * Finds the element with the most reading matter in its own paragraphs.
 *
 * Returns: number of the element; %G_MAXUINT for none
 */
guint
sl_prose_find_densest (const SlProse *self,
                       gsize          min_letters)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  const SlPageElement *element;
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->texts->len; i++)
    add_density (self, i, letters);
  for (guint i = 0; (element = sl_page_get_element (self->page, i)) != NULL; i++)
    {
      gsize count = GPOINTER_TO_SIZE (g_hash_table_lookup (letters, element->node));

      if (count <= min_letters)
        continue;
      min_letters = count;
      best = i;
    }
  return best;
}
