/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks over the tree are loops: a hostile page nests deeper than a stack reaches. */

#include "config.h"

#include "reader/sl-node.h"

#include <string.h>

/* A search for text ends after so many nodes, so that empty elements nested in each other stay cheap. */
#define MAX_VISITED 20000u

static const GumboVector *
children_of (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    return &node->v.element.children;
  return NULL;
}

static void
append_collapsed (GString    *out,
                  const char *text,
                  gsize       max_bytes)
{
  for (; *text != '\0' && out->len < max_bytes; text = g_utf8_next_char (text))
    {
      if (g_unichar_isspace (g_utf8_get_char (text)))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_len (out, text, g_utf8_next_char (text) - text);
    }
}

/**
 * sl_node_next:
 * @node: a node
 * @root: the node whose inside is walked
 *
 * Steps through a tree in document order.
 *
 * Returns: (nullable): the node after @node, or %NULL at the end of @root
 */
const GumboNode *
sl_node_next (const GumboNode *node,
              const GumboNode *root)
{
  const GumboVector *children = children_of (node);

  if (children != NULL && children->length > 0)
    return children->data[0];
  return sl_node_skip (node, root);
}

/**
 * sl_node_skip:
 * @node: a node
 * @root: the node whose inside is walked
 *
 * Steps over everything inside @node.
 *
 * Returns: (nullable): the first node after @node and its descendants, or %NULL at the end of @root
 */
const GumboNode *
sl_node_skip (const GumboNode *node,
              const GumboNode *root)
{
  while (node != root && node->parent != NULL)
    {
      const GumboVector *siblings = children_of (node->parent);
      gsize next = node->index_within_parent + 1;

      if (siblings != NULL && next < siblings->length)
        return siblings->data[next];
      node = node->parent;
    }
  return NULL;
}

/**
 * sl_node_is_element:
 * @node: a node
 *
 * Tells elements from other nodes; a template is one, too.
 *
 * Returns: whether @node is an element; a template is one, too
 */
gboolean
sl_node_is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/**
 * sl_node_is_text:
 * @node: a node
 *
 * Tells text from other nodes, be it white space only.
 *
 * Returns: whether @node is text, be it white space
 */
gboolean
sl_node_is_text (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

/**
 * sl_node_is:
 * @node: (nullable): a node
 * @tag: a tag
 *
 * Tells an HTML element of one kind.
 *
 * Returns: whether @node is an HTML element with this tag
 */
gboolean
sl_node_is (const GumboNode *node,
            GumboTag         tag)
{
  return node != NULL && sl_node_is_element (node)
         && node->v.element.tag == tag && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

/**
 * sl_node_holds_no_text:
 * @node: an element
 *
 * Tells elements whose inside is not text of the page: programs, styles, drawings, other pages.
 *
 * Returns: whether @node is one of them
 */
gboolean
sl_node_holds_no_text (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_TEMPLATE || node->v.element.tag_namespace == GUMBO_NAMESPACE_SVG)
    return TRUE;
  switch ((int) node->v.element.tag)
    {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * sl_node_get_attribute:
 * @node: an element
 * @name: name of an attribute, lower case
 *
 * Looks an attribute up.
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
sl_node_get_attribute (const GumboNode *node,
                       const char      *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&node->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

/**
 * sl_node_has_word:
 * @node: an element
 * @attribute: name of an attribute holding words apart by spaces
 * @word: a word, compared without regard to ASCII case
 *
 * Looks for a word in an attribute like class or rel.
 *
 * Returns: whether the attribute has the word
 */
gboolean
sl_node_has_word (const GumboNode *node,
                  const char      *attribute,
                  const char      *word)
{
  const char *at = sl_node_get_attribute (node, attribute);
  gsize length = strlen (word);

  while (at != NULL && *at != '\0')
    {
      gsize size = strcspn (at, " \t\n\r\f");

      if (size == length && g_ascii_strncasecmp (at, word, length) == 0)
        return TRUE;
      at += size;
      at += strspn (at, " \t\n\r\f");
    }
  return FALSE;
}

/**
 * sl_node_dup_name:
 * @node: an element
 *
 * Gives its name in lower case, made of letters, digits and hyphens only; a name with
 * anything else in it becomes "span".
 *
 * Returns: (transfer full): the name
 */
char *
sl_node_dup_name (const GumboNode *node)
{
  GumboStringPiece piece = node->v.element.original_tag;
  const char *known = gumbo_normalized_tagname (node->v.element.tag);

  if (known != NULL && *known != '\0')
    return g_strdup (known);
  gumbo_tag_from_original_text (&piece);
  if (piece.data == NULL || piece.length == 0 || piece.length > 64)
    return g_strdup ("span");
  for (gsize i = 0; i < piece.length; i++)
    {
      if (!g_ascii_isalnum (piece.data[i]) && piece.data[i] != '-')
        return g_strdup ("span");
    }
  return g_ascii_strdown (piece.data, (gssize) piece.length);
}

/**
 * sl_node_dup_text:
 * @node: a node
 * @max_bytes: stop collecting about there
 *
 * Collects the text inside a node, white space collapsed, without scripts and the like.
 *
 * Returns: (transfer full): the text, possibly empty
 */
char *
sl_node_dup_text (const GumboNode *node,
                  gsize            max_bytes)
{
  GString *out = g_string_new (NULL);
  const GumboNode *at = node;

  for (guint visited = 0; at != NULL && out->len < max_bytes && visited < MAX_VISITED; visited++)
    {
      if (sl_node_is_text (at))
        append_collapsed (out, at->v.text.text, max_bytes);
      else if (sl_node_is (at, GUMBO_TAG_BR))
        append_collapsed (out, " ", max_bytes);
      if (at != node && sl_node_is_element (at) && sl_node_holds_no_text (at))
        at = sl_node_skip (at, node);
      else
        at = sl_node_next (at, node);
    }
  return g_strchomp (g_string_free_and_steal (out));
}
