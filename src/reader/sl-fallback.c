/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-fallback.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"
#include "reader/sl-prose.h"

#include <string.h>

/* An article of fewer letters than this may be a piece of one. */
#define SHORT_LETTERS 1000u

/* How much more a container must hold for a short article, and for a longer one, to count as missed. */
#define SHORT_GAIN 1.3
#define LONG_GAIN 2.0

/* So many letters at least make an article where what was found lies elsewhere, and where nothing was found. */
#define MIN_LETTERS 100u
#define MIN_DENSE_LETTERS 200u

/* A container with more of its letters than this in links is a list. */
#define MAX_LINK_SHARE 0.3

/* Containers more than any page of an article has. */
#define MAX_CONTAINERS 100u

/* Parts of class, id and itemprop that sites give to what holds the article's text. */
static const char *const container_names[] = {
  "articlebody", "article-body", "article_body", "article__body", "entry-content", "post-content", "post-body", "postbody", "story-body",
  "storybody", "content-body", "article-content", "articlecontent", "article-text", "articletext"
};

/* What the article finder found: its letters, and the page's text nodes that it lies between. */
typedef struct
{
  gsize letters;
  guint first_text;
  guint end_text;
} Found;

/* A text lies in the element that began just before it. */
static void
count_record (const SlPage         *page,
              const char           *record,
              const SlPageElement **before,
              Found                *found)
{
  const char *space = *record == 'E' ? strchr (record, ' ') : NULL;
  guint64 number;

  if (*record == 'T')
    found->letters += sl_clutter_count_letters (record + 1);
  if (*record == 'T' && *before != NULL)
    {
      found->first_text = MIN (found->first_text, (*before)->first_text);
      found->end_text = MAX (found->end_text, (*before)->end_text);
    }
  *before = space != NULL && g_ascii_string_to_unsigned (space + 1, 10, 0, G_MAXUINT - 1, &number, NULL) ? sl_page_get_element (page, (guint) number) : NULL;
}

static Found
measure (const SlPage *page,
         GBytes       *records)
{
  gsize size;
  const char *at = g_bytes_get_data (records, &size);
  const char *end = at + size;
  const SlPageElement *before = NULL;
  Found found = { 0, G_MAXUINT, 0 };

  while (at < end)
    {
      const char *stop = memchr (at, '\0', (gsize) (end - at));

      if (stop == NULL)
        break;
      if (g_utf8_validate (at, stop - at, NULL))
        count_record (page, at, &before, &found);
      at = stop + 1;
    }
  return found;
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

/* Whether an element says that it is an article, rather than the main part of a page with more beside it. */
static gboolean
is_body (const GumboNode *node)
{
  return sl_node_is (node, GUMBO_TAG_ARTICLE)
         || has_container_name (sl_node_get_attribute (node, "class"))
         || has_container_name (sl_node_get_attribute (node, "id"))
         || has_container_name (sl_node_get_attribute (node, "itemprop"));
}

static gboolean
is_container (const GumboNode *node)
{
  return is_body (node) || sl_node_is (node, GUMBO_TAG_MAIN) || sl_node_has_word (node, "role", "main");
}

/* The innermost container with nearly the most prose; G_MAXUINT for none. */
static guint
find_container (const SlPage  *page,
                const SlProse *reading_matter,
                gsize         *best_prose)
{
  const SlPageElement *element;
  guint best = G_MAXUINT;
  guint n_looked_at = 0;

  *best_prose = 0;
  for (guint i = 0; (element = sl_page_get_element (page, i)) != NULL && n_looked_at < MAX_CONTAINERS; i++)
    {
      gsize all;
      gsize prose;

      if (!is_container (element->node))
        continue;
      n_looked_at++;
      prose = sl_prose_count (reading_matter, i, &all);
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
      if (!sl_node_is_element (node) || (node != root->node && sl_prose_is_furniture (node)))
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

/* Whether a container with @prose letters is nearer to the article than what was found. */
static gboolean
is_better (const SlPageElement *container,
           gsize                prose,
           const Found         *found)
{
  gboolean apart = found->letters > 0 && (found->end_text <= container->first_text || found->first_text >= container->end_text);
  gboolean inside = found->first_text >= container->first_text && found->end_text <= container->end_text;

  if (found->letters >= SHORT_LETTERS)
    return inside && is_body (container->node) && (double) prose >= LONG_GAIN * (double) found->letters;
  return (apart && prose >= MIN_LETTERS) || (double) prose >= SHORT_GAIN * (double) found->letters;
}

/* Whether some body around what was found has bytes enough to hold much more; quickly, for most articles are found whole. */
static gboolean
may_hold_more (const SlPage *page,
               const Found  *found)
{
  const SlPageElement *element;

  for (guint i = 0; (element = sl_page_get_element (page, i)) != NULL; i++)
    {
      gsize bytes = 0;

      if (element->first_text > found->first_text || element->end_text < found->end_text || !is_body (element->node))
        continue;
      for (guint k = element->first_text; k < element->end_text; k++)
        bytes += strlen (sl_page_get_text (page, k)->v.text.text);
      if ((double) bytes >= LONG_GAIN * (double) found->letters)
        return TRUE;
    }
  return FALSE;
}

/**
 * sl_fallback_find_article:
 * @page: a page
 * @records: what the article finder found in it
 * @method: (out) (transfer none): which way the article was found: "finder", "container" or "densest"
 *
 * Looks for an article where the finder found little or none: in the elements that call themselves
 * the main part or the article's body, and, where there is nothing else, in the element with the most text.
 *
 * Returns: (transfer full): records of what is better, or a reference to @records
 */
GBytes *
sl_fallback_find_article (const SlPage  *page,
                          GBytes        *records,
                          const char   **method)
{
  Found found = measure (page, records);
  g_autoptr (SlProse) reading_matter = NULL;
  gsize prose;
  guint container;

  *method = "finder";
  if (found.letters >= SHORT_LETTERS && !may_hold_more (page, &found))
    return g_bytes_ref (records);
  reading_matter = sl_prose_new (page);
  container = find_container (page, reading_matter, &prose);
  if (container != G_MAXUINT && prose > 0 && is_better (sl_page_get_element (page, container), prose, &found))
    {
      *method = "container";
      return sl_fallback_record (page, container);
    }
  container = found.letters == 0 ? sl_prose_find_densest (reading_matter, MIN_DENSE_LETTERS) : G_MAXUINT;
  if (container == G_MAXUINT)
    return g_bytes_ref (records);
  *method = "densest";
  return sl_fallback_record (page, container);
}
