/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-wacz.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "helper/sl-foreign-json.h"

#define MAX_PAGES 100000

/**
 * sl_wacz_entry_free:
 * @self: (nullable) (transfer full): an entry
 *
 * Frees an entry.
 */
void
sl_wacz_entry_free (SlWaczEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}

static void
read_page (SlUnpacked *self,
           JsonObject *page)
{
  SlReference *reference;
  const char *url = sl_foreign_json_get (page, "url");

  if (url == NULL)
    return; /* the first line says what the list is */

  reference = sl_reference_new ();
  reference->url = g_strdup (url);
  reference->title = g_strdup (sl_foreign_json_get (page, "title"));
  reference->published = g_strdup (sl_foreign_json_get (page, "ts"));
  g_ptr_array_add (self->references, reference);
}

/**
 * sl_wacz_read_pages:
 * @path: of the list
 * @lines: one JSON object a line
 *
 * Reads a list of pages: which of the many answers in the archive were opened as pages. In these references the
 * published time is the time of the capture.
 */
void
sl_wacz_read_pages (SlUnpacked *self,
                    const char *path,
                    GBytes     *lines)
{
  gsize left;
  const char *at = g_bytes_get_data (lines, &left);
  const char *end = at + left;

  for (guint number = 1; at < end && self->references->len < MAX_PAGES; number++)
    {
      const char *feed = memchr (at, '\n', (gsize) (end - at));
      gsize length = (gsize) ((feed != NULL ? feed : end) - at);
      g_autoptr (JsonNode) node = sl_foreign_json_parse (at, length);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        read_page (self, json_node_get_object (node));
      else if (length > 1)
        {
          g_autofree char *place = g_strdup_printf ("%s:%u", path, number);

          sl_unpacked_add_note (self, place, _ ("This line of the list of pages cannot be read."), TRUE);
        }
      at += length + 1;
    }
}

static const SlWaczEntry *
find_entry (GPtrArray  *entries,
            const char *path)
{
  for (guint i = 0; path != NULL && i < entries->len; i++)
    {
      const SlWaczEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->path, path))
        return entry;
    }
  return NULL;
}

/* Why a file is not what is stated of it; %NULL when it is, or when the digest is of a kind that is not known. */
static char *
compare (GPtrArray  *entries,
         const char *path,
         const char *stated,
         gboolean   *known)
{
  const SlWaczEntry *entry = find_entry (entries, path);
  const char *value = stated != NULL && g_str_has_prefix (stated, "sha256:") ? stated + strlen ("sha256:") : NULL;

  *known = value != NULL;
  if (entry == NULL)
    return g_strdup (_ ("The package lists this file, but it is not there."));
  if (value == NULL || g_ascii_strcasecmp (value, entry->sha256) == 0)
    return NULL;
  return g_strdup_printf (_ ("Its digest is sha256:%s, but the package states %s: the file was changed or damaged after it was packed."),
                          entry->sha256, stated);
}

static void
check_resource (SlUnpacked *self,
                GPtrArray  *entries,
                JsonObject *resource,
                guint      *matching)
{
  const char *path = sl_foreign_json_get (resource, "path");
  gboolean known = FALSE;
  g_autofree char *trouble = compare (entries, path, sl_foreign_json_get (resource, "hash"), &known);

  if (trouble != NULL)
    sl_unpacked_add_note (self, path, trouble, TRUE);
  else if (known)
    (*matching)++;
}

/**
 * sl_wacz_check_package:
 * @entries: (element-type SlWaczEntry): what is in the archive
 * @package: datapackage.json
 *
 * Compares every file with what the package states (WACZ 1.1.1, Frictionless Data Package), and notes how many agree.
 */
void
sl_wacz_check_package (SlUnpacked *self,
                       GPtrArray  *entries,
                       GBytes     *package)
{
  g_autoptr (JsonNode) node = sl_foreign_json_parse (g_bytes_get_data (package, NULL), g_bytes_get_size (package));
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *resources = object != NULL ? sl_foreign_json_get_array (object, "resources") : NULL;
  g_autofree char *agree = NULL;
  guint matching = 0;

  if (resources == NULL)
    {
      sl_unpacked_add_note (self, "datapackage.json", _ ("The list of files cannot be read; no digest was compared."), TRUE);
      return;
    }

  g_set_str (&self->title, sl_foreign_json_get (object, "title"));
  g_set_str (&self->software, sl_foreign_json_get (object, "software"));
  for (guint i = 0; i < json_array_get_length (resources) && i < entries->len + 1000; i++)
    {
      JsonNode *resource = json_array_get_element (resources, i);

      if (JSON_NODE_HOLDS_OBJECT (resource))
        check_resource (self, entries, json_node_get_object (resource), &matching);
    }
  agree = g_strdup_printf (ngettext ("%u file has the digest that the package states", "%u files have the digests that the package states", matching), matching);
  sl_unpacked_add_note (self, "datapackage.json", agree, FALSE);
}

/**
 * sl_wacz_check_digest:
 * @digest: datapackage-digest.json
 *
 * Compares the package's own list with its digest. Signatures are not checked.
 */
void
sl_wacz_check_digest (SlUnpacked *self,
                      GPtrArray  *entries,
                      GBytes     *digest)
{
  g_autoptr (JsonNode) node = sl_foreign_json_parse (g_bytes_get_data (digest, NULL), g_bytes_get_size (digest));
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *trouble = NULL;
  gboolean known = FALSE;

  if (object == NULL)
    {
      sl_unpacked_add_note (self, "datapackage-digest.json", _ ("It cannot be read."), TRUE);
      return;
    }

  trouble = compare (entries, "datapackage.json", sl_foreign_json_get (object, "hash"), &known);
  if (trouble != NULL)
    sl_unpacked_add_note (self, "datapackage.json", trouble, TRUE);
  else if (known)
    sl_unpacked_add_note (self, "datapackage-digest.json", _ ("The list of files has the digest that is stated"), FALSE);
  if (json_object_has_member (object, "signedData"))
    sl_unpacked_add_note (self, "datapackage-digest.json", _ ("The package is signed; the signature was not checked"), FALSE);
}
