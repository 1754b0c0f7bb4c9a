/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-clutter.h"

#include "reader/sl-node.h"

#include <string.h>

/* What holds more of the article than this is the article, whatever it is called. */
#define MAX_SHARE 0.3

/* A block of links: so much of its text, and so many letters at least, stand in links. */
#define LINK_SHARE 0.8
#define MIN_LINK_LETTERS 20u

/* How many wrappers around an element are looked at. */
#define MAX_WRAPPERS 3

/* How far up a link is looked for. */
#define MAX_LINK_DEPTH 8

/* Words in class and id of what sites put between the paragraphs of an article. */
static const char words[] = " ad ads advert advertisement advertising adslot breadcrumb breadcrumbs caption captions comments commentlist respond cookie cookies copyright credit "
                            "credits donation figcaption imagecaption login newsletter newsletters newslettersignup outbrain paywall promo promobox promotion "
                            "readmore recirc recommendation recommendations recommended related relatedcontent relatedarticles share sharebar sharing signup social "
                            "sponsor sponsored subscribe subscription subscriptions taboola teasers toolbar tags taglist ";

static gboolean
is_word (const char *start,
         gsize       length)
{
  char padded[24] = " ";

  if (length < 2 || length + 3 > sizeof padded)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    padded[i + 1] = g_ascii_tolower (start[i]);
  padded[length + 1] = ' ';
  padded[length + 2] = '\0';
  return strstr (words, padded) != NULL;
}

/* Whether one of the words stands in @names, between anything that is no letter or at a change of case. */
static gboolean
has_word (const char *names)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalpha (names[length])
             && !(length > 0 && g_ascii_isupper (names[length]) && g_ascii_islower (names[length - 1])))
        length++;
      if (is_word (names, length))
        return TRUE;
      names += MAX (length, 1);
    }
  return FALSE;
}

static gboolean
is_linked (const GumboNode *node)
{
  for (int depth = 0; node != NULL && depth < MAX_LINK_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_A))
        return TRUE;
    }
  return FALSE;
}

/* Stops where there are more letters than @limit. */
static void
measure (const SlPage        *page,
         const SlPageElement *element,
         double               limit,
         gsize               *all,
         gsize               *linked)
{
  *all = 0;
  *linked = 0;
  for (guint i = element->first_text; i < element->end_text && (double) *all <= limit; i++)
    {
      const GumboNode *node = sl_page_get_text (page, i);
      gsize letters = sl_clutter_count_letters (node->v.text.text);

      *all += letters;
      if (letters > 0 && is_linked (node))
        *linked += letters;
    }
}

/**
 * sl_clutter_is_block:
 * @node: a node
 *
 * Tells elements that hold several paragraphs, lines or links.
 *
 * Returns: whether @node is one
 */
gboolean
sl_clutter_is_block (const GumboNode *node)
{
  static const GumboTag blocks[] = { GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_TABLE };

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      if (sl_node_is (node, blocks[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether @node holds all that its parent holds. */
static gboolean
is_only_child (const GumboNode *node)
{
  const GumboNode *parent = node->parent;

  if (parent == NULL || !sl_node_is_element (parent))
    return FALSE;
  for (guint i = 0; i < parent->v.element.children.length; i++)
    {
      const GumboNode *sibling = parent->v.element.children.data[i];

      if (sibling != node && (sl_node_is_element (sibling) || sibling->type == GUMBO_NODE_TEXT))
        return FALSE;
    }
  return TRUE;
}

/* The article finder drops wrappers around a single element, and with them their names. */
static gboolean
is_named_with_wrappers (const GumboNode *node)
{
  for (int depth = 0; depth < MAX_WRAPPERS; depth++, node = node->parent)
    {
      if (sl_clutter_is_named (node))
        return TRUE;
      if (!is_only_child (node))
        return FALSE;
    }
  return FALSE;
}

/**
 * sl_clutter_count_letters:
 * @text: valid UTF-8
 *
 * Counts what makes up words.
 *
 * Returns: the number of letters and digits
 */
gsize
sl_clutter_count_letters (const char *text)
{
  gsize count = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    count += g_unichar_isalnum (g_utf8_get_char (text));
  return count;
}

/**
 * sl_clutter_is_named:
 * @node: an element
 *
 * Tells elements that by their tag, class or id are no part of an article's text.
 *
 * Returns: whether @node is one
 */
gboolean
sl_clutter_is_named (const GumboNode *node)
{
  return sl_node_is (node, GUMBO_TAG_FIGCAPTION)
         || has_word (sl_node_get_attribute (node, "class"))
         || has_word (sl_node_get_attribute (node, "id"));
}

/**
 * sl_clutter_is:
 * @page: a page
 * @element: one of its elements, inside of the article
 * @article_letters: letters of the whole article
 * @by_name: whether names are to be believed
 *
 * Tells what stands in an article without being of it: captions and credits of pictures, blocks of links to
 * other articles, invitations to subscribe or share. It must call itself so, or be nothing but links, and
 * be a small part of the article.
 *
 * Returns: whether the element is to be left out
 */
gboolean
sl_clutter_is (const SlPage        *page,
               const SlPageElement *element,
               gsize                article_letters,
               gboolean             by_name)
{
  const GumboNode *node = element->node;
  gboolean named = by_name && is_named_with_wrappers (node);
  gsize all;
  gsize linked;

  if (!named && !sl_clutter_is_block (node))
    return FALSE;
  measure (page, element, MAX_SHARE * (double) article_letters, &all, &linked);
  if ((double) all > MAX_SHARE * (double) article_letters)
    return FALSE;
  return named || (linked >= MIN_LINK_LETTERS && (double) linked >= LINK_SHARE * (double) all);
}

/**
 * sl_clutter_is_text:
 * @text: a text node that the article finder took into the article
 * @article_letters: letters of the whole article
 *
 * Tells texts whose block calls itself clutter although the finder put a nameless paragraph in its place,
 * as it does for a note on cookies that is a bare text in an element of its own.
 *
 * Returns: whether the text is to be left out
 */
gboolean
sl_clutter_is_text (const GumboNode *text,
                    gsize            article_letters)
{
  const GumboNode *node = text->parent;

  if ((double) sl_clutter_count_letters (text->v.text.text) > MAX_SHARE * (double) article_letters)
    return FALSE;
  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_WRAPPERS; depth++, node = node->parent)
    {
      if (sl_clutter_is_named (node))
        return TRUE;
      if (sl_clutter_is_block (node) || sl_node_is (node, GUMBO_TAG_P))
        return FALSE;
    }
  return FALSE;
}
