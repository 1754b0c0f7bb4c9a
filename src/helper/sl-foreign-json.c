/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-foreign-json.h"

#include <string.h>

/* Lists of pages and bibliographies are flat; deep nesting only costs the parser its stack. */
#define MAX_DEPTH 64

static gboolean
is_too_deep (const char *text,
             gsize       length)
{
  guint depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    {
      if (text[i] == '[' || text[i] == '{')
        depth++;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return depth > MAX_DEPTH;
}

/**
 * sl_foreign_json_parse:
 *
 * Parses JSON of a foreign file.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL when it is no JSON, not UTF-8 or nested too deeply
 */
JsonNode *
sl_foreign_json_parse (const char *text,
                       gsize       length)
{
  g_autoptr (JsonParser) parser = NULL;

  if (length == 0 || is_too_deep (text, length) || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  parser = json_parser_new_immutable ();
  return json_parser_load_from_data (parser, text, (gssize) length, NULL) ? json_parser_steal_root (parser) : NULL;
}

/**
 * sl_foreign_json_get:
 *
 * Returns: (transfer none) (nullable): a member that is a string with something in it
 */
const char *
sl_foreign_json_get (JsonObject *object,
                     const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *value = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * sl_foreign_json_get_array:
 *
 * Returns: (transfer none) (nullable): a member that is an array
 */
JsonArray *
sl_foreign_json_get_array (JsonObject *object,
                           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
