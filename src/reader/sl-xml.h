/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlXmlNode:
 * @name: (owned): local name of the element, without its prefix
 * @text: (owned): the text directly in it, trimmed; never %NULL
 * @attributes: (owned) (nullable): local name, value, …
 * @children: (owned) (nullable) (element-type SlXmlNode): its elements
 *
 * An element of a list that came as XML.
 */
typedef struct _SlXmlNode SlXmlNode;
struct _SlXmlNode
{
  char *name;
  GString *text;
  GStrv attributes;
  GPtrArray *children;
};

/**
 * SlXml:
 * @root: (owned): an element without a name that holds the root element, as far as it could be read
 * @trouble: (owned) (nullable): why it could not be read to the end, translated
 * @place: (owned) (nullable): the line
 *
 * A small XML document in memory. Neither entities nor document types are expanded.
 */
typedef struct
{
  SlXmlNode *root;
  char *trouble;
  char *place;
} SlXml;

SlXml *sl_xml_parse (const char *text,
                     gsize       length);

void sl_xml_free (SlXml *self);

const SlXmlNode *sl_xml_node_find (const SlXmlNode *self,
                                   const char      *name);

const char *sl_xml_node_get_text (const SlXmlNode *self,
                                  const char      *name);

const char *sl_xml_node_get_attribute (const SlXmlNode *self,
                                       const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlXml, sl_xml_free)

G_END_DECLS
