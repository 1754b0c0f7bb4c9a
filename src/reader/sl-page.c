/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page.h"

#include "helper/sl-read-request.h"
#include "reader/sl-node.h"
#include "reader/sl-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A parse takes some 20 bytes for each byte of an ordinary page. */
#define MAX_TREE_BYTES (80u * 1024 * 1024)
#define MAX_PARSE_USEC (800 * 1000)

/* Elements more than any article page has; what follows is left away rather than the page refused. */
#define MAX_ELEMENTS 16000u

/* Longest attribute value that is passed on: inlined pictures say nothing about text. */
#define MAX_ATTRIBUTE_BYTES 2048u

/* Attributes of one element that are looked at. */
#define MAX_ATTRIBUTES 200u

#define MAX_JSON_BYTES (512u * 1024)

/* Scripts of linked data that are passed on. */
#define MAX_JSON_SCRIPTS 100u

struct _SlPage
{
  const SlDecoded *decoded;       /* (unowned) */
  SlArena         *arena;         /* (owned): holds the tree */
  GumboOutput     *output;        /* (unowned): in the arena */
  GArray          *elements;      /* (owned) (element-type SlPageElement) */
  GPtrArray       *texts;         /* (owned) (element-type GumboNode, unowned) */
  SlPageSteps     *steps;         /* (owned) */
  guint            json_scripts;
};

/* An element that was opened and not yet closed. */
typedef struct
{
  const GumboNode *node;
  guint            number;  /* of the element, G_MAXUINT for one that was left out */
} Open;

/* What the article finder asks for by name. Our own numbering is not to be had from the page. */
static gboolean
is_known_attribute (const char *name)
{
  static const char *const known[] = {
    "class", "id", "href", "src", "srcset", "poster", "style", "hidden", "aria-hidden", "aria-modal", "role", "rel", "itemprop",
    "name", "property", "content", "type", "lang", "dir", "rowspan", "colspan", "datatable", "summary"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* In these the article finder looks at the values of all attributes, for the names of pictures and films. */
static gboolean
is_medium (const GumboNode *node)
{
  switch ((int) node->v.element.tag)
    {
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_OBJECT:
      return TRUE;
    default:
      return strcmp (gumbo_normalized_tagname (node->v.element.tag), "picture") == 0;
    }
}

static gboolean
is_plain_name (const char *name)
{
  if (g_str_equal (name, "data-o") || g_ascii_strncasecmp (name, "on", 2) == 0)
    return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-' && *at != ':' && *at != '_')
        return FALSE;
    }
  return *name != '\0';
}

static gsize
clip_utf8 (const char *text,
           gsize       max_bytes)
{
  gsize length = strlen (text);

  if (length <= max_bytes)
    return length;
  while (max_bytes > 0 && ((guint8) text[max_bytes] & 0xc0) == 0x80)
    max_bytes--;
  return max_bytes;
}

static void
add_attributes (SlPageSteps     *steps,
                const GumboNode *node)
{
  const GumboVector *attributes = &node->v.element.attributes;
  gboolean medium = is_medium (node);

  for (guint i = 0; i < MIN (attributes->length, MAX_ATTRIBUTES); i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (is_known_attribute (attribute->name) || (medium && is_plain_name (attribute->name)))
        sl_page_steps_add_attribute (steps, attribute->name, attribute->value, clip_utf8 (attribute->value, MAX_ATTRIBUTE_BYTES));
    }
}

static const char json_ld[] = "application/ld+json";

static gboolean
is_json_ld (const GumboNode *node)
{
  const char *type = sl_node_is (node, GUMBO_TAG_SCRIPT) ? sl_node_get_attribute (node, "type") : NULL;

  return type != NULL && g_ascii_strncasecmp (type, json_ld, strlen (json_ld)) == 0;
}

/* The article finder takes the headline from there. */
static void
add_json_ld (SlPageSteps     *steps,
             const GumboNode *node)
{
  const GumboVector *children = &node->v.element.children;
  const GumboNode *text = children->length > 0 ? children->data[0] : NULL;

  if (text == NULL || !sl_node_is_text (text) || strlen (text->v.text.text) > MAX_JSON_BYTES)
    return;
  sl_page_steps_open (steps, "script");
  sl_page_steps_add_attribute (steps, "type", json_ld, strlen (json_ld));
  sl_page_steps_add_text (steps, text->v.text.text);
  sl_page_steps_close (steps);
}

static void
open_steps (SlPageSteps     *steps,
            const GumboNode *node,
            guint            number)
{
  g_autofree char *name = sl_node_dup_name (node);
  char digits[16];

  sl_page_steps_open (steps, name);
  add_attributes (steps, node);
  sl_page_steps_add_attribute (steps, "data-o", digits, (gsize) g_snprintf (digits, sizeof digits, "%u", number));
}

static void
open_element (SlPage          *self,
              GArray          *open,
              const GumboNode *node)
{
  Open opened = { node, G_MAXUINT };

  if (open->len < SL_PAGE_MAX_DEPTH && self->elements->len < MAX_ELEMENTS)
    {
      SlPageElement element = { node, self->texts->len, self->texts->len };

      opened.number = self->elements->len;
      g_array_append_val (self->elements, element);
      open_steps (self->steps, node, opened.number);
    }
  g_array_append_val (open, opened);
}

static void
close_element (SlPage *self,
               GArray *open)
{
  const Open *last = &g_array_index (open, Open, open->len - 1);

  if (last->number != G_MAXUINT)
    {
      g_array_index (self->elements, SlPageElement, last->number).end_text = self->texts->len;
      sl_page_steps_close (self->steps);
    }
  g_array_set_size (open, open->len - 1);
}

/* Closes what does not hold @node. */
static void
close_up_to (SlPage          *self,
             GArray          *open,
             const GumboNode *node)
{
  const GumboNode *parent = node != NULL ? node->parent : NULL;

  while (open->len > 0 && g_array_index (open, Open, open->len - 1).node != parent)
    close_element (self, open);
}

static const GumboNode *
visit (SlPage          *self,
       GArray          *open,
       const GumboNode *node)
{
  const GumboNode *document = self->output->document;

  close_up_to (self, open, node);
  if (sl_node_is_text (node))
    {
      g_ptr_array_add (self->texts, (gpointer) node);
      sl_page_steps_add_text (self->steps, node->v.text.text);
    }
  if (!sl_node_is_element (node))
    return sl_node_next (node, document);
  if (is_json_ld (node))
    {
      if (self->json_scripts++ < MAX_JSON_SCRIPTS)
        add_json_ld (self->steps, node);
    }
  else if (!sl_node_is (node, GUMBO_TAG_SCRIPT) && !sl_node_is (node, GUMBO_TAG_STYLE) && node->type != GUMBO_NODE_TEMPLATE)
    open_element (self, open, node);
  return sl_node_holds_no_text (node) ? sl_node_skip (node, document) : sl_node_next (node, document);
}

static void
number (SlPage *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  const GumboNode *node = self->output->root;

  while (node != NULL)
    node = visit (self, open, node);
  close_up_to (self, open, NULL);
}

/**
 * sl_page_new:
 * @decoded: text of the page; must outlive the page
 * @error: return location for an error
 *
 * Parses a page as a browser does.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with %SL_READ_ERROR_LIMIT when its
 *   nesting takes more time or memory than any real page needs
 */
SlPage *
sl_page_new (const SlDecoded  *decoded,
             GError          **error)
{
  g_autoptr (SlPage) self = g_new0 (SlPage, 1);

  g_return_val_if_fail (decoded != NULL, NULL);

  self->decoded = decoded;
  self->arena = sl_arena_new (MAX_TREE_BYTES, MAX_PARSE_USEC);
  self->elements = g_array_new (FALSE, FALSE, sizeof (SlPageElement));
  self->texts = g_ptr_array_new ();
  self->steps = sl_page_steps_new ();
  self->output = sl_parse (self->arena, decoded->text, decoded->length, GUMBO_TAG_LAST);
  if (self->output == NULL)
    {
      g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_LIMIT,
                           _ ("The page has so much markup, or nests it so deeply, that reading it would take too long"));
      return NULL;
    }
  number (self);
  return g_steal_pointer (&self);
}

/**
 * sl_page_free:
 * @self: (transfer full): a page
 *
 * Frees the page with its tree.
 */
void
sl_page_free (SlPage *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->arena, sl_arena_free);
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->steps, sl_page_steps_free);
  g_free (self);
}

/**
 * sl_page_get_document:
 * @self: a page
 *
 * Gives the tree.
 *
 * Returns: (transfer none): the root of the tree
 */
const GumboNode *
sl_page_get_document (const SlPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->output->document;
}

/**
 * sl_page_get_decoded:
 * @self: a page
 *
 * Gives the text that the tree points into.
 *
 * Returns: (transfer none): the text the page was parsed from
 */
const SlDecoded *
sl_page_get_decoded (const SlPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->decoded;
}

/**
 * sl_page_get_element:
 * @self: a page
 * @index: a number as written into the attribute data-o of its steps
 *
 * Finds an element by its number.
 *
 * Returns: (transfer none) (nullable): the element, or %NULL when no element has the number
 */
const SlPageElement *
sl_page_get_element (const SlPage *self,
                     guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->elements->len ? &g_array_index (self->elements, SlPageElement, index) : NULL;
}

/**
 * sl_page_get_text:
 * @self: a page
 * @index: index of a text node, less than sl_page_get_n_texts()
 *
 * Finds a text node by its place in document order.
 *
 * Returns: (transfer none): the text node
 */
const GumboNode *
sl_page_get_text (const SlPage *self,
                  guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->texts->len, NULL);

  return g_ptr_array_index (self->texts, index);
}

/**
 * sl_page_get_n_texts:
 * @self: a page
 *
 * Counts the text nodes.
 *
 * Returns: the number of text nodes
 */
guint
sl_page_get_n_texts (const SlPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->texts->len;
}

/**
 * sl_page_get_steps:
 * @self: a page
 *
 * Gives what the article finder builds its own tree from; each element carries its number in the attribute data-o.
 *
 * Returns: (transfer none): the steps
 */
SlPageSteps *
sl_page_get_steps (const SlPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}
