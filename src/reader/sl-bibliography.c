/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-bibliography.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reader/sl-instant.h"
#include "helper/sl-foreign-json.h"

#define MAX_ITEMS 100000
#define MAX_AUTHORS_BYTES 4096

static void
append_author (SlReference *self,
               const char  *name)
{
  char *joined;

  if (name == NULL || *name == '\0' || (self->authors != NULL && strlen (self->authors) > MAX_AUTHORS_BYTES))
    return;
  joined = self->authors != NULL ? g_strconcat (self->authors, "; ", name, NULL) : g_strdup (name);
  g_free (self->authors);
  self->authors = joined;
}

static void
set_once (char       **field,
          const char  *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

static gboolean
is_address (const char *text)
{
  return text != NULL && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

/* Year, month and day as far as they are given; nothing is completed. */
static char *
format_date (guint64 year,
             guint64 month,
             guint64 day)
{
  if (year < 1000 || year > 9999)
    return NULL;
  if (month < 1 || month > 12)
    return g_strdup_printf ("%04u", (guint) year);
  if (day < 1 || day > 31)
    return g_strdup_printf ("%04u-%02u", (guint) year, (guint) month);
  return g_strdup_printf ("%04u-%02u-%02u", (guint) year, (guint) month, (guint) day);
}

/**
 * sl_bibliography_dup_date:
 * @text: (nullable): like "2025/11/04/", "2025-11", "2025" or "4 November 2025"
 *
 * Returns: (transfer full) (nullable): the date as EDTF, as precise as it stands there
 */
char *
sl_bibliography_dup_date (const char *text)
{
  char *end = NULL;
  guint64 year, month = 0, day = 0;

  if (text == NULL)
    return NULL;
  year = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  if (end == NULL || end - text != 4 || strchr ("-/", *end) == NULL)
    return sl_instant_parse (text, "en");
  if (strchr (text, 'T') != NULL || strchr (text, ':') != NULL)
    return sl_instant_parse (text, "en");

  if (*end != '\0' && g_ascii_isdigit (end[1]))
    month = g_ascii_strtoull (end + 1, &end, 10);
  if (*end != '\0' && g_ascii_isdigit (end[1]))
    day = g_ascii_strtoull (end + 1, &end, 10);
  return format_date (year, month, day);
}

/* RIS */

/**
 * sl_bibliography_is_ris:
 *
 * Returns: whether the first line is the one that every RIS record begins with
 */
gboolean
sl_bibliography_is_ris (const guint8 *bytes,
                        gsize         size)
{
  g_autofree char *head = g_utf8_make_valid ((const char *) bytes, (gssize) MIN (size, 256));
  const char *at = head;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  at += strspn (at, " \t\r\n");
  return g_str_has_prefix (at, "TY  -") || g_str_has_prefix (at, "TY - ");
}

static void
take_ris (SlReference *self,
          const char  *tag,
          const char  *value)
{
  static const char *const authors[] = { "AU", "A1", NULL };
  static const char *const titles[] = { "TI", "T1", NULL };
  static const char *const outlets[] = { "T2", "JO", "JF", "PB", NULL };
  static const char *const dates[] = { "DA", "PY", "Y1", NULL };

  if (g_strv_contains (authors, tag))
    append_author (self, value);
  else if (g_strv_contains (titles, tag))
    set_once (&self->title, value);
  else if (g_strv_contains (outlets, tag))
    set_once (&self->outlet, value);
  else if (g_str_equal (tag, "UR") && is_address (value))
    set_once (&self->url, value);
  else if (g_str_equal (tag, "LA"))
    set_once (&self->language, value);
  else if (g_strv_contains (dates, tag))
    {
      g_autofree char *date = sl_bibliography_dup_date (value);

      /* The year stands before the day in many files; the more precise one counts. */
      if (date != NULL && (self->published == NULL || strlen (date) > strlen (self->published)))
        g_set_str (&self->published, date);
    }
}

static void
finish_ris (SlUnpacked   *self,
            SlReference **item)
{
  if (*item != NULL)
    g_ptr_array_add (self->references, g_steal_pointer (item));
}

/**
 * sl_bibliography_read_ris:
 * @text: valid UTF-8
 *
 * Reads a RIS bibliography: a tag of two characters, two blanks, a hyphen and a value on each line.
 */
void
sl_bibliography_read_ris (SlUnpacked *self,
                          const char *text,
                          gsize       length)
{
  const char *end = text + length;
  SlReference *item = NULL;

  self->kind = SL_UNPACKED_RIS;
  for (const char *at = text; at < end && self->references->len < MAX_ITEMS;)
    {
      const char *feed = memchr (at, '\n', (gsize) (end - at));
      const char *stop = feed != NULL ? feed : end;
      g_autofree char *line = g_strstrip (g_strndup (at, (gsize) (stop - at)));
      const char *hyphen = strchr (line, '-');
      g_autofree char *tag = hyphen == NULL ? g_strdup ("") : g_strstrip (g_strndup (line, (gsize) (hyphen - line)));

      at = stop + 1;
      if (strlen (tag) != 2)
        continue;
      if (g_str_equal (tag, "TY") || g_str_equal (tag, "ER"))
        finish_ris (self, &item);
      if (g_str_equal (tag, "TY"))
        {
          item = sl_reference_new ();
          item->kind = g_strstrip (g_strdup (hyphen + 1));
        }
      else if (item != NULL)
        {
          g_autofree char *value = g_strstrip (g_strdup (hyphen + 1));

          take_ris (item, tag, value);
        }
    }
  if (item != NULL)
    sl_unpacked_add_note (self, NULL, _ ("The file ends within an entry; what there is of it was read."), TRUE);
  finish_ris (self, &item);
}

/* CSL JSON */

static void
take_csl_author (SlReference *self,
                 JsonNode    *node)
{
  JsonObject *author = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *family = author != NULL ? sl_foreign_json_get (author, "family") : NULL;
  const char *given = author != NULL ? sl_foreign_json_get (author, "given") : NULL;
  g_autofree char *name = NULL;

  if (author == NULL)
    return;
  if (family != NULL && given != NULL)
    name = g_strconcat (given, " ", family, NULL);
  append_author (self, name != NULL ? name : family != NULL ? family
                                                            : sl_foreign_json_get (author, "literal"));
}

static guint64
csl_number (JsonArray *parts,
            guint      index)
{
  JsonNode *node = index < json_array_get_length (parts) ? json_array_get_element (parts, index) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_ascii_strtoull (json_node_get_string (node), NULL, 10);
  return (guint64) MAX (json_node_get_int (node), 0);
}

static char *
csl_date (JsonObject *item)
{
  JsonNode *node = json_object_get_member (item, "issued");
  JsonObject *issued = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *list = issued != NULL ? sl_foreign_json_get_array (issued, "date-parts") : NULL;
  JsonNode *first = list != NULL && json_array_get_length (list) > 0 ? json_array_get_element (list, 0) : NULL;

  if (first != NULL && JSON_NODE_HOLDS_ARRAY (first))
    {
      JsonArray *parts = json_node_get_array (first);

      return format_date (csl_number (parts, 0), csl_number (parts, 1), csl_number (parts, 2));
    }
  if (issued == NULL)
    return NULL;
  return sl_bibliography_dup_date (sl_foreign_json_get (issued, "raw") != NULL ? sl_foreign_json_get (issued, "raw") : sl_foreign_json_get (issued, "literal"));
}

static void
take_csl (SlUnpacked *self,
          JsonObject *item)
{
  SlReference *reference = sl_reference_new ();
  JsonArray *authors = sl_foreign_json_get_array (item, "author");
  const char *url = sl_foreign_json_get (item, "URL");
  const char *outlet = sl_foreign_json_get (item, "container-title");

  reference->url = is_address (url) ? g_strdup (url) : NULL;
  reference->title = g_strdup (sl_foreign_json_get (item, "title"));
  reference->outlet = g_strdup (outlet != NULL ? outlet : sl_foreign_json_get (item, "publisher"));
  reference->language = g_strdup (sl_foreign_json_get (item, "language"));
  reference->kind = g_strdup (sl_foreign_json_get (item, "type"));
  reference->published = csl_date (item);
  for (guint i = 0; authors != NULL && i < MIN (json_array_get_length (authors), 100); i++)
    take_csl_author (reference, json_array_get_element (authors, i));
  g_ptr_array_add (self->references, reference);
}

/**
 * sl_bibliography_read_csl:
 * @text: valid UTF-8
 *
 * Reads CSL JSON (citation style language 1.0): an array of items, an object with such an array, or one item.
 */
void
sl_bibliography_read_csl (SlUnpacked *self,
                          const char *text,
                          gsize       length)
{
  g_autoptr (JsonNode) root = sl_foreign_json_parse (text, length);
  JsonArray *items = NULL;

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    items = json_node_get_array (root);
  else if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    items = sl_foreign_json_get_array (json_node_get_object (root), "items");

  if (root != NULL && items == NULL && JSON_NODE_HOLDS_OBJECT (root) && sl_foreign_json_get (json_node_get_object (root), "type") != NULL)
    {
      self->kind = SL_UNPACKED_CSL;
      take_csl (self, json_node_get_object (root));
      return;
    }
  if (items == NULL)
    {
      sl_unpacked_add_note (self, NULL, _ ("This JSON is no bibliography in the CSL format."), TRUE);
      return;
    }

  self->kind = SL_UNPACKED_CSL;
  for (guint i = 0; i < MIN (json_array_get_length (items), MAX_ITEMS); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (items, i)))
      take_csl (self, json_array_get_object_element (items, i));
}

/* Zotero RDF */

static const SlXmlNode *
descend (const SlXmlNode *node,
         const char      *first,
         const char      *second)
{
  return sl_xml_node_find (sl_xml_node_find (node, first), second);
}

static void
take_rdf_authors (SlReference     *self,
                  const SlXmlNode *item)
{
  const SlXmlNode *list = descend (item, "authors", "Seq");

  for (guint i = 0; list != NULL && list->children != NULL && i < MIN (list->children->len, 100); i++)
    {
      const SlXmlNode *person = sl_xml_node_find (g_ptr_array_index (list->children, i), "Person");
      const char *given = sl_xml_node_get_text (person, "givenName");
      const char *surname = sl_xml_node_get_text (person, "surname");
      g_autofree char *name = given != NULL && surname != NULL ? g_strconcat (given, " ", surname, NULL) : g_strdup (surname);

      append_author (self, name);
    }
}

/* The journal or newspaper: an element within isPartOf; or who published it. */
static const char *
rdf_outlet (const SlXmlNode *item)
{
  const SlXmlNode *part = sl_xml_node_find (item, "isPartOf");
  const SlXmlNode *inside = part != NULL && part->children != NULL ? g_ptr_array_index (part->children, 0) : NULL;
  const SlXmlNode *publisher = descend (item, "publisher", "Organization");

  return inside != NULL ? sl_xml_node_get_text (inside, "title") : sl_xml_node_get_text (publisher, "name");
}

static const char *
rdf_address (const SlXmlNode *item)
{
  const char *value = sl_xml_node_get_text (descend (item, "identifier", "URI"), "value");
  const char *about = sl_xml_node_get_attribute (item, "about");

  return is_address (value) ? value : is_address (about) ? about
                                                         : NULL;
}

static void
take_rdf (SlUnpacked      *self,
          const SlXmlNode *item)
{
  SlReference *reference = sl_reference_new ();

  reference->url = g_strdup (rdf_address (item));
  reference->title = g_strdup (sl_xml_node_get_text (item, "title"));
  reference->outlet = g_strdup (rdf_outlet (item));
  reference->published = sl_bibliography_dup_date (sl_xml_node_get_text (item, "date"));
  reference->language = g_strdup (sl_xml_node_get_text (item, "language"));
  reference->kind = g_strdup (sl_xml_node_get_text (item, "itemType"));
  take_rdf_authors (reference, item);
  g_ptr_array_add (self->references, reference);
}

/**
 * sl_bibliography_read_rdf:
 * @document: what sl_xml_parse() gave
 *
 * Reads the RDF that Zotero exports. Attachments, notes and collections are counted, for they are no documents of
 * their own.
 */
void
sl_bibliography_read_rdf (SlUnpacked      *self,
                          const SlXmlNode *document)
{
  static const char *const beside[] = { "Attachment", "Memo", "Collection", "Journal", NULL };
  const SlXmlNode *rdf = sl_xml_node_find (document, "RDF");
  guint left = 0;

  for (guint i = 0; rdf != NULL && rdf->children != NULL && i < rdf->children->len && self->references->len < MAX_ITEMS; i++)
    {
      const SlXmlNode *item = g_ptr_array_index (rdf->children, i);

      if (g_strv_contains (beside, item->name))
        left++;
      else if (sl_xml_node_find (item, "itemType") != NULL || sl_xml_node_find (item, "title") != NULL)
        take_rdf (self, item);
    }
  if (rdf == NULL || self->references->len == 0)
    {
      sl_unpacked_add_note (self, NULL, _ ("This XML is neither a feed nor a bibliography in Zotero’s RDF."), TRUE);
      return;
    }

  self->kind = SL_UNPACKED_RDF;
  if (left > 0)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u attachment, note or collection was left out", "%u attachments, notes and collections were left out", left), left);

      sl_unpacked_add_note (self, NULL, rest, FALSE);
    }
}
