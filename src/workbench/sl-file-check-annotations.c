/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "helper/sl-foreign-json.h"

/* Positions count code points: every so many, the byte is remembered. */
#define MARK_CP 1024

/* Words around a quotation are short; more of them are not looked at. */
#define MAX_CONTEXT_CP 1000

#define CONTENT_URN "urn:sha256:"

/* A text with its landmarks. */
typedef struct
{
  const char *text;       /* (unowned) */
  GArray     *marks;      /* (owned) (element-type gsize): byte of each MARK_CP-th code point */
  gsize       length_cp;
} Text;

typedef struct
{
  SlFileCheck *check;  /* (unowned) */
  const char  *path;   /* (unowned): of the annotations */
  GHashTable  *texts;  /* (owned): digest (unowned) → Text */
} Annotations;

static void
text_free (gpointer data)
{
  Text *self = data;

  g_array_unref (self->marks);
  g_free (self);
}

static Text *
text_new (const char *text)
{
  Text *self = g_new0 (Text, 1);

  self->text = text;
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), self->length_cp++)
    {
      gsize byte = (gsize) (at - text);

      if (self->length_cp % MARK_CP == 0)
        g_array_append_val (self->marks, byte);
    }
  return self;
}

static const char *
text_at (const Text *self,
         gsize       position_cp)
{
  gsize mark = position_cp / MARK_CP;

  if (mark >= self->marks->len)
    return self->text + strlen (self->text);
  return g_utf8_offset_to_pointer (self->text + g_array_index (self->marks, gsize, mark), (long) (position_cp % MARK_CP));
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gint64
get_integer (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
}

static JsonObject *
find_selector (JsonObject *target,
               const char *type)
{
  JsonArray *selectors = sl_foreign_json_get_array (target, "selector");

  for (guint i = 0; selectors != NULL && i < json_array_get_length (selectors); i++)
    {
      JsonNode *node = json_array_get_element (selectors, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && g_strcmp0 (sl_foreign_json_get (json_node_get_object (node), "type"), type) == 0)
        return json_node_get_object (node);
    }
  return NULL;
}

static const Text *
take_text (Annotations *self,
           const char  *digest)
{
  const char *found = g_hash_table_lookup (self->check->texts, digest);
  Text *text = found != NULL ? g_hash_table_lookup (self->texts, digest) : NULL;

  if (found != NULL && text == NULL)
    {
      text = text_new (found);
      g_hash_table_insert (self->texts, g_strdup (digest), text);
    }
  return text;
}

/* The text that positions count in; what else is named has to be there too. */
static const Text *
find_text (Annotations *self,
           const char  *id,
           JsonObject  *target)
{
  JsonObject *state = get_object (target, "state");
  JsonArray *cached = state != NULL ? sl_foreign_json_get_array (state, "cached") : NULL;
  const Text *text = NULL;

  for (guint i = 0; cached != NULL && i < json_array_get_length (cached); i++)
    {
      JsonNode *node = json_array_get_element (cached, i);
      const char *urn = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
      const char *digest = g_str_has_prefix (urn, CONTENT_URN) ? urn + strlen (CONTENT_URN) : NULL;
      const Text *found = digest != NULL ? take_text (self, digest) : NULL;

      if (found != NULL)
        text = found;
      else if (digest != NULL && !g_hash_table_contains (self->check->contents, digest))
        sl_file_check_add (self->check, "annotation", self->path, "missing-content",
                           _ ("%s is about the content %s, which is not in the archive."), id, digest);
    }
  return text;
}

static gboolean
stands_at (const Text *text,
           gint64      start_cp,
           gint64      end_cp,
           const char *exact)
{
  const char *start = text_at (text, (gsize) start_cp);
  gsize length = (gsize) (text_at (text, (gsize) end_cp) - start);

  return strlen (exact) == length && memcmp (start, exact, length) == 0;
}

static gboolean
has_context (const Text *text,
             gint64      start_cp,
             gint64      end_cp,
             JsonObject *quote)
{
  const char *prefix = sl_foreign_json_get (quote, "prefix");
  const char *suffix = sl_foreign_json_get (quote, "suffix");
  long before = prefix != NULL ? g_utf8_strlen (prefix, -1) : 0;
  long after = suffix != NULL ? g_utf8_strlen (suffix, -1) : 0;

  if (before > MIN (start_cp, MAX_CONTEXT_CP) || after > MIN ((gint64) text->length_cp - end_cp, MAX_CONTEXT_CP))
    return FALSE;
  return (prefix == NULL || stands_at (text, start_cp - before, start_cp, prefix))
         && (suffix == NULL || stands_at (text, end_cp, end_cp + after, suffix));
}

static void
check_quotation (Annotations *self,
                 const char  *id,
                 JsonObject  *target,
                 const Text  *text)
{
  JsonObject *quote = find_selector (target, "TextQuoteSelector");
  JsonObject *position = find_selector (target, "TextPositionSelector");
  const char *exact = quote != NULL ? sl_foreign_json_get (quote, "exact") : NULL;
  gint64 start = position != NULL ? get_integer (position, "start") : -1;
  gint64 end = position != NULL ? get_integer (position, "end") : -1;

  if (exact == NULL || start < 0 || end < start)
    sl_file_check_add (self->check, "annotation", self->path, "unreadable", _ ("%s does not say which words it is about."), id);
  else if (end > (gint64) text->length_cp || !stands_at (text, start, end, exact))
    sl_file_check_add (self->check, "annotation", self->path, "not-verbatim",
                       _ ("The words of %s do not stand in the captured text where it says (%" PRId64 "–%" PRId64 ")."), id, start, end);
  else if (!has_context (text, start, end, quote))
    sl_file_check_add (self->check, "annotation", self->path, "context", _ ("The words around the quotation of %s are others in the captured text."), id);
}

static void
check_annotation (Annotations *self,
                  JsonObject  *annotation)
{
  const char *id = sl_foreign_json_get (annotation, "id");
  JsonObject *target = get_object (annotation, "target");
  const Text *text = target != NULL ? find_text (self, id != NULL ? id : "?", target) : NULL;

  if (text != NULL)
    check_quotation (self, id != NULL ? id : "?", target, text);
  else if (self->check->ours)
    sl_file_check_add (self->check, "annotation", self->path, "missing-text", _ ("The captured text that %s is about is not in the archive."), id != NULL ? id : "?");
}

/**
 * sl_file_check_annotations:
 * @part: a W3C annotation page or collection
 *
 * Looks each annotation's quotation up in the captured text that it names, by its words, its position and the words around it.
 * Needs sl_file_check_warc() before.
 */
void
sl_file_check_annotations (SlFileCheck  *self,
                           const SlPart *part)
{
  g_autoptr (JsonNode) node = sl_foreign_json_parse (g_bytes_get_data (part->bytes, NULL), g_bytes_get_size (part->bytes));
  JsonArray *items = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? sl_foreign_json_get_array (json_node_get_object (node), "items") : NULL;
  Annotations annotations = { self, part->name, NULL };

  if (items == NULL)
    {
      sl_file_check_add (self, "file", part->name, "unreadable", _ ("The annotations cannot be read."));
      return;
    }

  annotations.texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        check_annotation (&annotations, json_node_get_object (item));
    }
  g_clear_pointer (&annotations.texts, g_hash_table_unref);
}
