/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "helper/sl-foreign-json.h"

static gboolean
has_ending (const char        *path,
            const char *const *endings)
{
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (path, *endings))
      return TRUE;
  return FALSE;
}

static gboolean
is_web_archive (const char *path)
{
  static const char *const endings[] = { ".warc", ".warc.gz", ".arc", ".arc.gz", NULL };

  return has_ending (path, endings);
}

/* A compressed index is left to the digest of its file: only plain ones can be looked into. */
static gboolean
is_index (const char *path)
{
  static const char *const endings[] = { ".cdx", ".cdxj", NULL };

  return g_str_has_prefix (path, "indexes/") && has_ending (path, endings);
}

/* Some programs write numbers as text. */
static gint64
get_number (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text = sl_foreign_json_get (object, member);

  if (text != NULL)
    return g_ascii_strtoll (text, NULL, 10);
  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
}

static gboolean
is_same_address (const char *listed,
                 const char *recorded)
{
  gsize length = recorded != NULL ? strcspn (recorded, "#") : 0;

  return listed != NULL && recorded != NULL && strcspn (listed, "#") == length && strncmp (listed, recorded, length) == 0;
}

/* Only digests of the same kind can be compared by their text. */
static gboolean
is_other_digest (const char *listed,
                 const char *recorded)
{
  gsize kind = listed != NULL ? strcspn (listed, ":") : 0;

  if (listed == NULL || recorded == NULL || listed[kind] == '\0' || strncmp (listed, recorded, kind + 1) != 0)
    return FALSE;
  return g_ascii_strcasecmp (listed, recorded) != 0;
}

static const SlCheckedRecord *
find_record (SlFileCheck *self,
             JsonObject  *line)
{
  const char *name = sl_foreign_json_get (line, "filename");
  g_autofree char *path = g_strconcat ("archive/", name != NULL ? name : "", NULL);
  GHashTable *records = g_hash_table_lookup (self->archives, path);
  gint64 offset = get_number (line, "offset");

  return records != NULL ? g_hash_table_lookup (records, &offset) : NULL;
}

/* The key and the moment stand before the object. */
static gboolean
is_other_moment (const char *before,
                 const char *stamp)
{
  g_auto (GStrv) words = g_strsplit (before, " ", 3);

  return g_strv_length (words) >= 2 && !g_str_has_prefix (words[1], stamp);
}

static void
check_index_line (SlFileCheck *self,
                  const char  *place,
                  const char  *before,
                  JsonObject  *line,
                  gpointer     data)
{
  const SlCheckedRecord *record = find_record (self, line);
  const char *url = sl_foreign_json_get (line, "url");
  gint64 length = get_number (line, "length");

  (void) data;
  if (strncmp (before, "!meta", 5) == 0)
    return;
  if (record == NULL)
    sl_file_check_add (self, "index", place, "no-record", _ ("The index lists %s where no record begins."), url != NULL ? url : "?");
  else if (!is_same_address (url, record->uri))
    sl_file_check_add (self, "index", place, "address", _ ("The index lists %s, but the record there is of %s."), url != NULL ? url : "?", record->uri != NULL ? record->uri : "?");
  else if (is_other_moment (before, record->stamp))
    sl_file_check_add (self, "index", place, "moment", _ ("The index gives another time for %s than its record (%s)."), url, record->stamp);
  else if (is_other_digest (sl_foreign_json_get (line, "digest"), record->digest))
    sl_file_check_add (self, "index", place, "digest", _ ("The index gives another digest for %s than its record (%s)."), url, record->digest);
  else if (length >= 0 && record->bytes > 0 && (guint64) length != record->bytes)
    sl_file_check_add (self, "index", place, "length", _ ("The index gives another length for %s than its record has (%zu bytes)."), url, (gsize) record->bytes);
}

/* Only our own archives have every text as a record too; others make the text of a page in a way of their own. */
static void
check_page_line (SlFileCheck *self,
                 const char  *place,
                 const char  *before,
                 JsonObject  *line,
                 gpointer     data)
{
  const char *url = sl_foreign_json_get (line, "url");
  const char *text = sl_foreign_json_get (line, "text");
  g_autofree char *digest = text != NULL ? sl_digest_data (text, strlen (text)) : NULL;
  g_autofree char *bare = NULL;

  (void) before;
  (void) data;
  if (url == NULL)
    return; /* the first line says what the list is */

  bare = g_strndup (url, strcspn (url, "#"));
  if (self->ours && !g_hash_table_contains (self->addresses, bare))
    sl_file_check_add (self, "page", place, "no-record", _ ("The list of pages names %s, of which there is no record."), url);
  if (self->ours && digest != NULL && !g_hash_table_contains (self->texts, digest))
    sl_file_check_add (self, "page", place, "text", _ ("The text of %s is not the one that was read from the capture."), url);
}

static void
check_parts (SlFileCheck *self,
             GPtrArray   *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (is_web_archive (part->name))
        sl_file_check_warc (self, part->bytes, part->name);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (is_index (part->name))
        sl_file_check_foreach_line (self, part, check_index_line, NULL);
      else if (g_str_has_prefix (part->name, "pages/") && g_str_has_suffix (part->name, ".jsonl"))
        sl_file_check_foreach_line (self, part, check_page_line, NULL);
      else if (g_str_has_prefix (part->name, "annotations/") && g_str_has_suffix (part->name, ".jsonld"))
        sl_file_check_annotations (self, part);
    }
}

/* What was put in without being listed; the package cannot list itself. */
static void
check_listed (SlFileCheck *self,
              GPtrArray   *parts,
              JsonObject  *package)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *resources = sl_foreign_json_get_array (package, "resources");

  for (guint i = 0; resources != NULL && i < json_array_get_length (resources); i++)
    {
      JsonNode *resource = json_array_get_element (resources, i);
      const char *path = JSON_NODE_HOLDS_OBJECT (resource) ? sl_foreign_json_get (json_node_get_object (resource), "path") : NULL;

      if (path != NULL)
        g_hash_table_add (listed, (gpointer) path);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (!g_str_has_prefix (part->name, "datapackage") && !g_hash_table_contains (listed, part->name))
        sl_file_check_add (self, "file", part->name, "not-listed", _ ("The package does not list this file: it was put in later."));
    }
}

static void
take_notes (SlFileCheck *self,
            GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const SlUnpackNote *note = g_ptr_array_index (notes, i);

      if (note->broken)
        sl_file_check_add (self, "file", note->place, "digest", "%s", note->reason);
    }
}

/**
 * sl_file_check_wacz:
 * @parts: (element-type SlPart): every file in it
 * @notes: (element-type SlUnpackNote): what was found when it was taken apart
 *
 * Checks a web archive in the WACZ format: the package, every record, what index, pages and annotations say of them, and in our
 * own archives the history of the case with what others bear out of it.
 */
void
sl_file_check_wacz (SlFileCheck *self,
                    GPtrArray   *parts,
                    GPtrArray   *notes)
{
  const SlPart *package = sl_file_check_find_part (parts, "datapackage.json");
  g_autoptr (JsonNode) node = package != NULL ? sl_foreign_json_parse (g_bytes_get_data (package->bytes, NULL), g_bytes_get_size (package->bytes)) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *about = object != NULL ? json_object_get_member (object, "case") : NULL;

  self->ours = about != NULL && JSON_NODE_HOLDS_OBJECT (about);
  take_notes (self, notes);
  if (object == NULL)
    sl_file_check_add (self, "file", "datapackage.json", "missing", _ ("The package is missing or cannot be read: nothing says what the files should be."));
  check_parts (self, parts);
  if (self->ours)
    {
      if (sl_file_check_find_part (parts, "datapackage-digest.json") == NULL)
        sl_file_check_add (self, "file", "datapackage-digest.json", "missing", _ ("The digest of the package is missing."));
      check_listed (self, parts, object);
      sl_file_check_history (self, parts, json_node_get_object (about));
      sl_file_check_witnesses (self, parts);
    }
}
