/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NODES 400000
#define MAX_DEPTH 64
#define MAX_ATTRIBUTES 32

typedef struct
{
  SlXmlNode *open[MAX_DEPTH + 1];  /* (unowned) */
  guint      depth;
  guint      n_nodes;
} Walk;

static void
node_free (gpointer data)
{
  SlXmlNode *self = data;

  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_strfreev (self->attributes);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static SlXmlNode *
node_new (const char  *name,
          const char **names,
          const char **values)
{
  SlXmlNode *self = g_new0 (SlXmlNode, 1);
  g_autoptr (GStrvBuilder) attributes = g_strv_builder_new ();

  self->name = g_strdup (local_name (name));
  self->text = g_string_new (NULL);
  for (guint i = 0; names != NULL && names[i] != NULL && i < MAX_ATTRIBUTES; i++)
    g_strv_builder_add_many (attributes, local_name (names[i]), values[i], NULL);
  if (names != NULL && names[0] != NULL)
    self->attributes = g_strv_builder_end (attributes);
  return self;
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Walk *walk = user_data;
  SlXmlNode *parent = walk->open[walk->depth];
  SlXmlNode *node;

  (void) context;
  if (walk->depth >= MAX_DEPTH || walk->n_nodes >= MAX_NODES)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, _ ("it has more elements, or more in each other, than any list"));
      return;
    }

  node = node_new (name, names, values);
  if (parent->children == NULL)
    parent->children = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_add (parent->children, node);
  walk->open[++walk->depth] = node;
  walk->n_nodes++;
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *name,
        gpointer              user_data,
        GError              **error)
{
  Walk *walk = user_data;
  SlXmlNode *node = walk->open[walk->depth];

  (void) context;
  (void) name;
  (void) error;
  g_strchomp (node->text->str);
  node->text->len = strlen (node->text->str);
  walk->depth--;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Walk *walk = user_data;
  GString *to = walk->open[walk->depth]->text;

  (void) context;
  (void) error;
  for (; length > 0 && to->len == 0 && g_ascii_isspace (*text); length--)
    text++;
  g_string_append_len (to, text, (gssize) length);
}

static void
note_trouble (SlXml               *self,
              GMarkupParseContext *context,
              const GError        *problem)
{
  int line = 1;

  g_markup_parse_context_get_position (context, &line, NULL);
  self->place = g_strdup_printf (_ ("line %d"), line);
  self->trouble = g_strdup_printf (_ ("The file breaks the rules of XML: %s. What comes before this place was read."), problem->message);
}

/**
 * sl_xml_parse:
 * @text: valid UTF-8
 *
 * Parses a document, or what can be read of it.
 *
 * Returns: (transfer full): the document
 */
SlXml *
sl_xml_parse (const char *text,
              gsize       length)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  SlXml *self = g_new0 (SlXml, 1);
  Walk walk = { { NULL }, 0, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &walk, NULL);
  g_autoptr (GError) problem = NULL;

  self->root = node_new ("", NULL, NULL);
  walk.open[0] = self->root;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!g_markup_parse_context_parse (context, text, (gssize) length, &problem)
      || !g_markup_parse_context_end_parse (context, &problem))
    note_trouble (self, context, problem);
  return self;
}

/**
 * sl_xml_free:
 * @self: (nullable) (transfer full): a document
 *
 * Frees a document.
 */
void
sl_xml_free (SlXml *self)
{
  if (self == NULL)
    return;

  node_free (self->root);
  g_free (self->trouble);
  g_free (self->place);
  g_free (self);
}

/**
 * sl_xml_node_find:
 * @self: (nullable): an element
 *
 * Returns: (transfer none) (nullable): its first child of that name
 */
const SlXmlNode *
sl_xml_node_find (const SlXmlNode *self,
                  const char      *name)
{
  for (guint i = 0; self != NULL && self->children != NULL && i < self->children->len; i++)
    {
      const SlXmlNode *child = g_ptr_array_index (self->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }
  return NULL;
}

/**
 * sl_xml_node_get_text:
 *
 * Returns: (transfer none) (nullable): the text in its first child of that name, if there is any
 */
const char *
sl_xml_node_get_text (const SlXmlNode *self,
                      const char      *name)
{
  const SlXmlNode *child = sl_xml_node_find (self, name);

  return child != NULL && child->text->len > 0 ? child->text->str : NULL;
}

/**
 * sl_xml_node_get_attribute:
 *
 * Returns: (transfer none) (nullable): value of an attribute, by its local name
 */
const char *
sl_xml_node_get_attribute (const SlXmlNode *self,
                           const char      *name)
{
  for (gsize i = 0; self != NULL && self->attributes != NULL && self->attributes[i] != NULL; i += 2)
    if (g_str_equal (self->attributes[i], name))
      return self->attributes[i + 1];
  return NULL;
}
