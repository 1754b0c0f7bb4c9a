/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-json-ld.h"

#include "reader/sl-json-repair.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A page with more objects than this describes a shop, not an article. */
/* Brackets in brackets in a script. */
#define MAX_DEPTH 200u

#define MAX_OBJECTS 5000u
#define MAX_AUTHORS 30u

/* All objects of the page's linked data, in document order. */
typedef struct
{
  GPtrArray *parsers;  /* (owned) (element-type JsonParser): keep the objects alive */
  GPtrArray *objects;  /* (owned) (element-type JsonObject, unowned) */
} Graph;

/* How much an object of a type tells about the article of the page. */
static const struct
{
  const char *type; /* (unowned) */
  int rank;
} ranks[] = {
  { "NewsArticle", 5 },
  { "ReportageNewsArticle", 5 },
  { "AnalysisNewsArticle", 5 },
  { "BackgroundNewsArticle", 5 },
  { "OpinionNewsArticle", 5 },
  { "AskPublicNewsArticle", 5 },
  { "ReviewNewsArticle", 5 },
  { "AdvertiserContentArticle", 5 },
  { "LiveBlogPosting", 5 },
  { "Article", 4 },
  { "BlogPosting", 4 },
  { "Report", 4 },
  { "ScholarlyArticle", 4 },
  { "MedicalScholarlyArticle", 4 },
  { "TechArticle", 4 },
  { "SatiricalArticle", 4 },
  { "SocialMediaPosting", 3 },
  { "DiscussionForumPosting", 3 },
  { "Review", 2 },
  { "Recipe", 2 },
  { "CreativeWork", 2 },
  { "VideoObject", 1 },
  { "WebPage", 1 },
};

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static int
rank_of_type (const char *type)
{
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (slash != NULL)
    type = slash + 1;
  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      if (g_strcmp0 (type, ranks[i].type) == 0)
        return ranks[i].rank;
    }
  return 0;
}

static int
rank_of (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");
  int rank = 0;

  if (node == NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return rank_of_type (get_string (object, "@type"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        rank = MAX (rank, rank_of_type (json_node_get_string (element)));
    }
  return rank;
}

static void
push_members (GPtrArray  *stack,
              JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_values (object);

  for (GList *l = g_list_last (members); l != NULL; l = l->prev)
    g_ptr_array_add (stack, l->data);
}

/* Collects all objects below @root, outer ones first. */
static void
collect (Graph    *graph,
         JsonNode *root)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, root);
  while (stack->len > 0 && graph->objects->len < MAX_OBJECTS)
    {
      JsonNode *node = g_ptr_array_steal_index (stack, stack->len - 1);

      if (node == NULL)
        continue;
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          g_ptr_array_add (graph->objects, json_node_get_object (node));
          push_members (stack, json_node_get_object (node));
        }
      else if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint i = json_array_get_length (array); i > 0; i--)
            g_ptr_array_add (stack, json_array_get_element (array, i - 1));
        }
    }
}

/* Brackets nested so deeply say nothing of an article, and cost the parser the square of their number. */
static gboolean
is_too_deep (const char *script)
{
  guint depth = 0;

  for (; *script != '\0' && depth <= MAX_DEPTH; script++)
    {
      if (*script == '[' || *script == '{')
        depth++;
      else if ((*script == ']' || *script == '}') && depth > 0)
        depth--;
    }
  return depth > MAX_DEPTH;
}

static void
add_script (Graph      *graph,
            const char *script)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (is_too_deep (script))
    return;
  if (!json_parser_load_from_data (parser, script, -1, NULL))
    {
      g_autofree char *mended = sl_json_repair (script);

      if (!json_parser_load_from_data (parser, mended, -1, NULL))
        return;
    }
  if (json_parser_get_root (parser) == NULL)
    return;
  collect (graph, json_parser_get_root (parser));
  g_ptr_array_add (graph->parsers, g_steal_pointer (&parser));
}

/* The object that a reference {"@id": …} means, with a name. */
static JsonObject *
resolve (const Graph *graph,
         JsonObject  *object)
{
  const char *id = get_string (object, "@id");

  if (id == NULL || json_object_has_member (object, "name"))
    return object;
  for (guint i = 0; i < graph->objects->len; i++)
    {
      JsonObject *other = g_ptr_array_index (graph->objects, i);

      if (json_object_has_member (other, "name") && g_strcmp0 (get_string (other, "@id"), id) == 0)
        return other;
    }
  return object;
}

static void
add_author (GPtrArray  *authors,
            const char *name)
{
  g_autofree char *trimmed = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (trimmed == NULL || *trimmed == '\0' || authors->len >= MAX_AUTHORS
      || g_ptr_array_find_with_equal_func (authors, trimmed, g_str_equal, NULL))
    return;
  g_ptr_array_add (authors, g_steal_pointer (&trimmed));
}

/* An author is a string, an object with a name, a reference, or a list of these. */
static void
add_author_node (const Graph *graph,
                 GPtrArray   *authors,
                 JsonNode    *node)
{
  JsonObject *object;
  JsonNode *name;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    add_author (authors, json_node_get_string (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = resolve (graph, json_node_get_object (node));
  name = json_object_get_member (object, "name");
  if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (name)); i++)
        {
          JsonNode *element = json_array_get_element (json_node_get_array (name), i);

          if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
            add_author (authors, json_node_get_string (element));
        }
      return;
    }
  add_author (authors, get_string (object, "name"));
}

static void
add_authors (const Graph *graph,
             GPtrArray   *authors,
             JsonObject  *article,
             const char  *member)
{
  JsonNode *node = json_object_get_member (article, member);

  if (node == NULL || authors->len > 0)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      add_author_node (graph, authors, node);
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    add_author_node (graph, authors, json_array_get_element (json_node_get_array (node), i));
}

static const char *
name_of_member (const Graph *graph,
                JsonObject  *object,
                const char  *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return get_string (resolve (graph, json_node_get_object (node)), "name");
  return get_string (object, member);
}

static void
fill_string (char       **target,
             const char  *value)
{
  if (*target == NULL && value != NULL && *value != '\0')
    *target = g_strstrip (g_strdup (value));
}

static void
fill_access (SlJsonLd   *self,
             JsonObject *article)
{
  JsonNode *node = json_object_get_member (article, "isAccessibleForFree");

  if (self->access != NULL || node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    self->access = g_strdup (json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    self->access = g_ascii_strdown (json_node_get_string (node), -1);
}

/* What is filled already came from a better object. */
static void
fill (SlJsonLd    *self,
      const Graph *graph,
      JsonObject  *article)
{
  fill_string (&self->headline, get_string (article, "headline"));
  fill_string (&self->name, get_string (article, "name"));
  fill_string (&self->publisher, name_of_member (graph, article, "publisher"));
  fill_string (&self->published, get_string (article, "datePublished"));
  fill_string (&self->modified, get_string (article, "dateModified"));
  fill_string (&self->language, name_of_member (graph, article, "inLanguage"));
  fill_access (self, article);
  if (self->body_cp == 0 && get_string (article, "articleBody") != NULL)
    self->body_cp = g_utf8_strlen (get_string (article, "articleBody"), -1);
  add_authors (graph, self->authors, article, "author");
  add_authors (graph, self->authors, article, "creator");
}

static void
fill_in_order (SlJsonLd    *self,
               const Graph *graph)
{
  for (int rank = 5; rank > 0; rank--)
    {
      for (guint i = 0; i < graph->objects->len; i++)
        {
          JsonObject *object = g_ptr_array_index (graph->objects, i);

          if (rank_of (object) != rank)
            continue;
          /* Of several articles the first is the page's; the others are recommended. */
          if (rank >= 2 && self->rank >= 2)
            continue;
          self->rank = MAX (self->rank, rank);
          fill (self, graph, object);
        }
    }
}

/**
 * sl_json_ld_new:
 * @scripts: (array zero-terminated=1): contents of the page's linked data scripts, valid UTF-8
 *
 * Reads what the linked data says about the article: schema.org's article types, lists and
 * graphs of them, references between them. What cannot be mended is passed over.
 *
 * Returns: (transfer full): what was found, possibly nothing
 */
SlJsonLd *
sl_json_ld_new (const char *const *scripts)
{
  SlJsonLd *self = g_new0 (SlJsonLd, 1);
  g_autoptr (GPtrArray) parsers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  Graph graph = { parsers, objects };

  self->authors = g_ptr_array_new_with_free_func (g_free);
  for (; *scripts != NULL; scripts++)
    add_script (&graph, *scripts);
  fill_in_order (self, &graph);
  return self;
}

/**
 * sl_json_ld_free:
 * @self: (transfer full): what was found
 *
 * Frees it.
 */
void
sl_json_ld_free (SlJsonLd *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->headline);
  g_free (self->name);
  g_ptr_array_unref (self->authors);
  g_free (self->publisher);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->language);
  g_free (self->access);
  g_free (self);
}
