/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-facts.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "workbench/sl-workbench.h"

/* Ours are far smaller; a larger one came from somewhere else. */
#define MAX_BYTES (8u * 1024 * 1024)

/* ---- writing ------------------------------------------------------------------------------------ */

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_links (JsonBuilder     *builder,
           const GPtrArray *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      const SlReadingLink *link = g_ptr_array_index (links, i);

      json_builder_begin_object (builder);
      add_text (builder, "url", link->url);
      add_text (builder, "words", link->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder     *builder,
           const GPtrArray *notes)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const SlReadingNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      add_text (builder, "kind", note->kind);
      add_text (builder, "text", note->text);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, note->byte_start);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, note->byte_end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_places (JsonBuilder *builder,
            GArray      *places)
{
  if (places->len == 0)
    return;

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      const SlReadingPlace *at = &g_array_index (places, SlReadingPlace, i);
      const gint64 numbers[] = { at->text_start, at->text_length, at->page, at->x, at->y, at->width, at->height };

      json_builder_begin_array (builder);
      for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
        json_builder_add_int_value (builder, numbers[j]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

/**
 * sl_facts_write:
 *
 * Writes what a reading says beside its text; the same reading gives the same bytes.
 *
 * Returns: (transfer full): JSON
 */
GBytes *
sl_facts_write (const SlReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  add_text (builder, "reason", reading->reason);
  add_text (builder, "method", reading->method);
  add_text (builder, "canonical", reading->canonical);
  json_builder_set_member_name (builder, "paywall");
  json_builder_add_boolean_value (builder, reading->paywall);
  add_links (builder, reading->links);
  add_notes (builder, reading->notes);
  add_places (builder, reading->places);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/* ---- reading: the case may be somebody else's ----------------------------------------------------- */

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gint64
get_int (JsonObject *object,
         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

/* The objects of a list; what is none is passed over. */
static GList *
get_objects (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_elements (json_node_get_array (node)) : NULL;
}

static void
read_links (SlFacts    *self,
            JsonObject *object)
{
  g_autoptr (GList) elements = get_objects (object, "links");

  for (GList *l = elements; l != NULL; l = l->next)
    {
      JsonObject *link = JSON_NODE_HOLDS_OBJECT (l->data) ? json_node_get_object (l->data) : NULL;
      const char *url = link != NULL ? get_text (link, "url") : NULL;
      const char *words = link != NULL ? get_text (link, "words") : NULL;

      if (url != NULL)
        g_ptr_array_add (self->links, sl_reading_link_new (url, words != NULL ? words : ""));
    }
}

static void
read_notes (SlFacts    *self,
            JsonObject *object)
{
  g_autoptr (GList) elements = get_objects (object, "notes");

  for (GList *l = elements; l != NULL; l = l->next)
    {
      JsonObject *note = JSON_NODE_HOLDS_OBJECT (l->data) ? json_node_get_object (l->data) : NULL;
      const char *kind = note != NULL ? get_text (note, "kind") : NULL;
      const char *text = note != NULL ? get_text (note, "text") : NULL;

      if (kind != NULL && text != NULL)
        g_ptr_array_add (self->notes, sl_reading_note_new (kind, text, (guint32) get_int (note, "start"), (guint32) get_int (note, "end")));
    }
}

static gint64
get_number (JsonArray *array,
            guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

static void
read_places (SlFacts    *self,
             JsonObject *object)
{
  g_autoptr (GList) elements = get_objects (object, "places");

  for (GList *l = elements; l != NULL; l = l->next)
    {
      JsonArray *line = JSON_NODE_HOLDS_ARRAY (l->data) ? json_node_get_array (l->data) : NULL;
      SlReadingPlace place;

      if (line == NULL || json_array_get_length (line) != 7)
        continue;
      place.text_start = (guint32) get_number (line, 0);
      place.text_length = (guint32) get_number (line, 1);
      place.page = (guint32) get_number (line, 2);
      place.x = (gint32) get_number (line, 3);
      place.y = (gint32) get_number (line, 4);
      place.width = (gint32) get_number (line, 5);
      place.height = (gint32) get_number (line, 6);
      g_array_append_val (self->places, place);
    }
}

static SlFacts *
facts_new (void)
{
  SlFacts *self = g_new0 (SlFacts, 1);

  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_link_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_note_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (SlReadingPlace));

  return self;
}

/**
 * sl_facts_read:
 *
 * Reads what sl_facts_write() wrote. What it does not know is passed over.
 *
 * Fails with SL_WORKBENCH_ERROR_INVALID when @json is something else.
 *
 * Returns: (transfer full) (nullable)
 */
SlFacts *
sl_facts_read (GBytes  *json,
               GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SlFacts) self = facts_new ();
  JsonNode *root = NULL;
  JsonNode *paywall;
  JsonObject *object;

  if (g_bytes_get_size (json) <= MAX_BYTES && json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("What was kept beside the text of a document cannot be read. Verify the case."));
      return NULL;
    }

  object = json_node_get_object (root);
  self->reason = g_strdup (get_text (object, "reason"));
  self->method = g_strdup (get_text (object, "method"));
  self->canonical = g_strdup (get_text (object, "canonical"));
  paywall = json_object_get_member (object, "paywall");
  self->paywall = paywall != NULL && JSON_NODE_HOLDS_VALUE (paywall) && json_node_get_boolean (paywall);
  read_links (self, object);
  read_notes (self, object);
  read_places (self, object);

  return g_steal_pointer (&self);
}

/**
 * sl_facts_load:
 *
 * Loads what the reader saw beside the text of a document. Documents of earlier versions have nothing of it.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND, %SL_STORE_ERROR_DAMAGED or SL_WORKBENCH_ERROR_INVALID.
 *
 * Returns: (transfer full) (nullable): empty where nothing was kept
 */
SlFacts *
sl_facts_load (SlCase            *a_case,
               const SlDocument  *document,
               GError           **error)
{
  g_autoptr (GBytes) json = NULL;

  if (document->facts_digest == NULL)
    return facts_new ();

  json = sl_case_load_blob (a_case, document->facts_digest, error);

  return json != NULL ? sl_facts_read (json, error) : NULL;
}

/**
 * sl_facts_free:
 *
 * Frees facts; %NULL is fine.
 */
void
sl_facts_free (SlFacts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->places);
  g_free (self->canonical);
  g_free (self->reason);
  g_free (self->method);
  g_free (self);
}
