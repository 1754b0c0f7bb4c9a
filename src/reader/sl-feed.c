/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-feed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reader/sl-instant.h"

#define MAX_ENTRIES 20000

static const char *
first_text (const SlXmlNode        *node,
            const char      *const *names)
{
  for (; *names != NULL; names++)
    {
      const char *text = sl_xml_node_get_text (node, *names);

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* Atom's links are attributes; of several, the one to the page. RSS has text, or an identifier that is an address. */
static const char *
find_link (const SlXmlNode *entry)
{
  const SlXmlNode *guid = sl_xml_node_find (entry, "guid");

  for (guint i = 0; entry->children != NULL && i < entry->children->len; i++)
    {
      const SlXmlNode *child = g_ptr_array_index (entry->children, i);
      const char *rel = sl_xml_node_get_attribute (child, "rel");
      const char *href = sl_xml_node_get_attribute (child, "href");

      if (!g_str_equal (child->name, "link"))
        continue;
      if (href != NULL && (rel == NULL || g_str_equal (rel, "alternate")))
        return href;
      if (child->text->len > 0)
        return child->text->str;
    }
  if (guid != NULL && g_str_has_prefix (guid->text->str, "http") && g_strcmp0 (sl_xml_node_get_attribute (guid, "isPermaLink"), "false") != 0)
    return guid->text->str;
  return sl_xml_node_get_attribute (entry, "about");
}

static char *
dup_author (const SlXmlNode *entry)
{
  static const char *const names[] = { "creator", "author", NULL };
  const SlXmlNode *author = sl_xml_node_find (entry, "author");
  const char *name = sl_xml_node_get_text (author, "name");

  return g_strdup (name != NULL ? name : first_text (entry, names));
}

static void
read_entry (SlUnpacked      *self,
            const SlXmlNode *entry,
            const char      *outlet,
            const char      *language)
{
  static const char *const dates[] = { "published", "pubDate", "date", "issued", "updated", "modified", NULL };
  SlReference *reference = sl_reference_new ();

  reference->url = g_strdup (find_link (entry));
  reference->title = g_strdup (sl_xml_node_get_text (entry, "title"));
  reference->authors = dup_author (entry);
  reference->outlet = g_strdup (outlet);
  reference->published = sl_instant_parse (first_text (entry, dates), "en");
  reference->language = g_strdup (language);
  reference->kind = g_strdup ("feed");
  g_ptr_array_add (self->references, reference);
}

static void
read_entries (SlUnpacked      *self,
              const SlXmlNode *parent,
              const char      *name,
              const char      *outlet,
              const char      *language)
{
  for (guint i = 0; parent->children != NULL && i < parent->children->len && self->references->len < MAX_ENTRIES; i++)
    {
      const SlXmlNode *child = g_ptr_array_index (parent->children, i);

      if (g_str_equal (child->name, name))
        read_entry (self, child, outlet, language);
    }
}

/**
 * sl_feed_read:
 * @document: what sl_xml_parse() gave
 *
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0.
 *
 * Returns: whether it is a feed
 */
gboolean
sl_feed_read (SlUnpacked      *self,
              const SlXmlNode *document)
{
  const SlXmlNode *rss = sl_xml_node_find (document, "rss");
  const SlXmlNode *rdf = sl_xml_node_find (document, "RDF");
  const SlXmlNode *atom = sl_xml_node_find (document, "feed");
  const SlXmlNode *channel = rss != NULL ? sl_xml_node_find (rss, "channel") : sl_xml_node_find (rdf, "channel");
  const SlXmlNode *head = channel != NULL ? channel : atom;
  const char *language;

  if (head == NULL)
    return FALSE;

  self->kind = SL_UNPACKED_FEED;
  self->title = g_strdup (sl_xml_node_get_text (head, "title"));
  language = atom != NULL ? sl_xml_node_get_attribute (atom, "lang") : sl_xml_node_get_text (head, "language");
  if (atom != NULL)
    read_entries (self, atom, "entry", self->title, language);
  else
    read_entries (self, rss != NULL ? channel : rdf, "item", self->title, language);
  return TRUE;
}
