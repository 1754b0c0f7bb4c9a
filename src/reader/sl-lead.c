/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-lead.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"
#include "reader/sl-paragraph.h"
#include "reader/sl-prose.h"

#include <string.h>

/* A lead stands so many text nodes before the story at most: the authors, the date and buttons come between. */
#define MAX_DISTANCE 60u

/* How long a lead is, in letters. */
#define MIN_LETTERS 50u
#define MAX_LETTERS 700u

/* How far up it is looked for what a text stands in. */
#define MAX_DEPTH 10

/* Parts of class that sites give to the other lines between a headline and its story. */
static const char *const others[] = { "byline", "author", "autor", "date", "time", "meta", "photo", "image", "gallery", "audio", "player" };

static const GumboNode *
find_heading (const GumboNode *text)
{
  const GumboNode *node = text->parent;

  for (int depth = 0; node != NULL && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_H1))
        return node;
    }
  return NULL;
}

/* Whether an element calls itself one of the other lines above a story. */
static gboolean
names_other (const GumboNode *node)
{
  const char *class = sl_node_get_attribute (node, "class");
  g_autofree char *folded = class != NULL ? g_ascii_strdown (class, -1) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (others); i++)
    {
      if (strstr (folded, others[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The paragraph or the like that a text stands in, or NULL where it is none that can be a lead. */
static const GumboNode *
find_block (const GumboNode *text)
{
  static const GumboTag no_leads[] = { GUMBO_TAG_FIGURE, GUMBO_TAG_BUTTON, GUMBO_TAG_TIME, GUMBO_TAG_LI, GUMBO_TAG_TABLE, GUMBO_TAG_BLOCKQUOTE };
  const GumboNode *node = text->parent;
  const GumboNode *block = NULL;

  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_BODY) || sl_node_is (node, GUMBO_TAG_ARTICLE) || sl_node_is (node, GUMBO_TAG_MAIN))
        return block;
      for (gsize i = 0; i < G_N_ELEMENTS (no_leads); i++)
        {
          if (sl_node_is (node, no_leads[i]))
            return NULL;
        }
      if (sl_prose_is_furniture (node) || names_other (node))
        return NULL;
      if (block == NULL && (sl_clutter_is_block (node) || sl_node_is (node, GUMBO_TAG_P) || sl_node_is (node, GUMBO_TAG_H2) || sl_node_is (node, GUMBO_TAG_H3)))
        block = node;
    }
  return block;
}

/* Whether the texts from @start to @end, one block, read like a lead that @article does not have yet. */
static gboolean
is_lead (const SlPage    *page,
         guint            start,
         guint            end,
         const GumboNode *block,
         const char      *article)
{
  SlParagraph paragraph = { 0 };
  g_autofree char *text = sl_node_dup_text (block, 4 * MAX_LETTERS);

  for (guint i = start; i < end; i++)
    sl_paragraph_add (&paragraph, sl_page_get_text (page, i));
  return paragraph.letters >= MIN_LETTERS && paragraph.letters <= MAX_LETTERS && 2 * paragraph.linked < paragraph.letters
         && strstr (article, text) == NULL;
}

/* Index of the first text after the heading that is nearest before the story; %G_MAXUINT where none is near. */
static guint
find_start (const SlPage *page,
            guint         first_text)
{
  for (guint i = first_text; i > 0 && i + MAX_DISTANCE > first_text; i--)
    {
      if (find_heading (sl_page_get_text (page, i - 1)) != NULL)
        return i;
    }
  return G_MAXUINT;
}

/**
 * sl_lead_find:
 * @page: a page
 * @first_text: index of the first text node of the article in it
 * @article: the article's text so far
 *
 * Finds the lead of an article that the finder left away: the paragraphs between the headline, which must be a
 * heading of the first rank, and the story.
 *
 * Returns: (transfer full) (element-type guint): indices of the lead's text nodes, in document order; possibly none
 */
GArray *
sl_lead_find (const SlPage *page,
              guint         first_text,
              const char   *article)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end;

  for (guint i = find_start (page, first_text); i < first_text; i = end)
    {
      const GumboNode *block = find_block (sl_page_get_text (page, i));

      for (end = i + 1; end < first_text && find_block (sl_page_get_text (page, end)) == block;)
        end++;
      if (block == NULL || !is_lead (page, i, end, block, article))
        continue;
      for (guint k = i; k < end; k++)
        g_array_append_val (found, k);
    }
  return found;
}
