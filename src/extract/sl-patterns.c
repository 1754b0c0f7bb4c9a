/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-patterns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "extract/sl-extract-error.h"

/* A pattern with more variants or deeper brackets is a mistake in the file. */
#define MAX_VARIANTS 20000
#define MAX_DEPTH 16

static const struct
{
  const char *name;
  SlAction    action;
} actions[] = {
  { "none", SL_ACTION_NONE },
  { "date", SL_ACTION_DATE },
  { "relative", SL_ACTION_RELATIVE },
  { "shift", SL_ACTION_SHIFT },
  { "duration", SL_ACTION_DURATION },
  { "span", SL_ACTION_SPAN },
  { "set", SL_ACTION_SET },
  { "clock", SL_ACTION_CLOCK },
  { "part", SL_ACTION_PART },
  { "reference", SL_ACTION_REFERENCE },
  { "same", SL_ACTION_SAME },
  { "holiday", SL_ACTION_HOLIDAY },
  { "decade", SL_ACTION_DECADE },
  { "century", SL_ACTION_CENTURY },
  { "quarter", SL_ACTION_QUARTER },
  { "half", SL_ACTION_HALF },
  { "range", SL_ACTION_RANGE },
};

/* One step of a pattern: a word, or a class of words or numbers. */
typedef struct
{
  guint32  word;   /* of a literal */
  SlClass  class_; /* SL_CLASS_NONE: literal */
  guint32  only;   /* quark of the meaning the class must have, 0 for any */
  gboolean glued;  /* nothing stands before it */
} Item;

/* What stands around a match. */
typedef struct
{
  SlAction  action;
  guint     rank;
  GArray   *after;      /* (owned) (nullable) (element-type guint32): one of these words stands before */
  GArray   *not_after;  /* (owned) (nullable) */
  GArray   *before;     /* (owned) (nullable) */
  GArray   *not_before; /* (owned) (nullable) */
} Rule;

typedef struct
{
  Item       item;
  GPtrArray *children; /* (owned) (nullable) (element-type Node) */
  GPtrArray *rules;    /* (owned) (nullable) (element-type unowned Rule): those that end here */
} Node;

struct _SlPatterns
{
  SlLexicon     *lexicon; /* (unowned): lives as long */
  SlNumberStyle  style;
  GHashTable    *macros;  /* (owned) (element-type utf8 utf8) */
  GPtrArray     *rules;   /* (owned) (element-type Rule) */
  Node          *root;    /* (owned) */
  GPtrArray    **by_word; /* (owned) (array length=size): children of the root that can begin with a word; NULL for none */
  GPtrArray     *by_number; /* (owned): those that can begin with a number */
  guint32        size;
};

static void free_node (gpointer data);

static Node *
new_node (Item item)
{
  Node *node = g_new0 (Node, 1);

  node->item = item;
  return node;
}

static void
free_node (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->rules, g_ptr_array_unref);
  g_free (node);
}

static void
free_rule (gpointer data)
{
  Rule *rule = data;

  g_clear_pointer (&rule->after, g_array_unref);
  g_clear_pointer (&rule->not_after, g_array_unref);
  g_clear_pointer (&rule->before, g_array_unref);
  g_clear_pointer (&rule->not_before, g_array_unref);
  g_free (rule);
}

/**
 * sl_patterns_new:
 * @lexicon: words of the language; outlives the result
 * @style: how the language writes numbers
 *
 * Returns: (transfer full): a set without patterns
 */
SlPatterns *
sl_patterns_new (SlLexicon           *lexicon,
                 const SlNumberStyle *style)
{
  SlPatterns *self = g_new0 (SlPatterns, 1);

  self->lexicon = lexicon;
  self->style = *style;
  self->macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->root = new_node ((Item) { 0 });
  return self;
}

void
sl_patterns_free (SlPatterns *self)
{
  if (self == NULL)
    return;

  for (guint32 i = 0; i < self->size; i++)
    g_clear_pointer (&self->by_word[i], g_ptr_array_unref);
  g_free (self->by_word);
  g_clear_pointer (&self->by_number, g_ptr_array_unref);
  g_hash_table_unref (self->macros);
  g_ptr_array_unref (self->rules);
  free_node (self->root);
  g_free (self);
}

/**
 * sl_patterns_define:
 * @self: patterns that are still being added to
 * @name: name without the at sign
 * @pattern: what it stands for
 *
 * Names a part that patterns can use as `@name`.
 */
void
sl_patterns_define (SlPatterns *self,
                    const char *name,
                    const char *pattern)
{
  g_hash_table_insert (self->macros, g_strdup (name), g_strdup (pattern));
}

/* ---- reading a pattern --------------------------------------------------------------------- */

/*
 * A pattern is read into all its variants: flat sequences of items without
 * alternatives or optional parts. They share their beginnings in the tree.
 */
typedef struct
{
  SlPatterns  *patterns;
  const char  *at;
  guint        depth;
  GError     **error;
} Reader;

typedef GPtrArray Variants; /* (element-type GArray of Item) */

static Variants *read_alternatives (Reader *reader);

static Variants *
new_variants (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static GArray *
new_sequence (const GArray *first,
              const GArray *second)
{
  GArray *sequence = g_array_new (FALSE, FALSE, sizeof (Item));

  if (first != NULL)
    g_array_append_vals (sequence, first->data, first->len);
  if (second != NULL)
    g_array_append_vals (sequence, second->data, second->len);
  return sequence;
}

static Variants *
fail (Reader     *reader,
      const char *reason)
{
  g_set_error (reader->error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("%s, before “%s”"), reason, reader->at);
  return NULL;
}

static Variants *
multiply (Reader   *reader,
          Variants *left,
          Variants *right)
{
  Variants *product;

  if (left->len * right->len > MAX_VARIANTS)
    return fail (reader, _ ("The pattern has too many variants"));

  product = new_variants ();
  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      g_ptr_array_add (product, new_sequence (g_ptr_array_index (left, i), g_ptr_array_index (right, k)));
  return product;
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at == ' ' || *reader->at == '\t')
    reader->at++;
}

static Variants *
single (GArray *sequence)
{
  Variants *variants = new_variants ();

  g_ptr_array_add (variants, sequence);
  return variants;
}

/* {class} or {class:meaning} */
static Variants *
read_class (Reader   *reader,
            gboolean  glued)
{
  const char *end = strchr (reader->at, '}');
  g_autofree char *inner = NULL;
  char *colon;
  Item item = { .glued = glued };
  GArray *sequence;

  if (end == NULL)
    return fail (reader, _ ("A brace is not closed"));
  inner = g_strndup (reader->at + 1, (gsize) (end - reader->at - 1));
  colon = strchr (inner, ':');
  if (colon != NULL)
    {
      *colon = '\0';
      item.only = g_quark_from_string (colon + 1);
    }
  item.class_ = sl_class_from_name (inner);
  if (item.class_ == SL_CLASS_NONE)
    return fail (reader, _ ("There is no such class of words"));
  reader->at = end + 1;
  sequence = new_sequence (NULL, NULL);
  g_array_append_val (sequence, item);
  return single (sequence);
}

static Variants *
read_macro (Reader *reader)
{
  const char *start = ++reader->at;
  g_autofree char *name = NULL;
  const char *pattern;
  Reader inner = *reader;
  Variants *variants;

  while (g_ascii_isalnum (*reader->at) || *reader->at == '-')
    reader->at++;
  name = g_strndup (start, (gsize) (reader->at - start));
  pattern = g_hash_table_lookup (reader->patterns->macros, name);
  if (pattern == NULL || reader->depth >= MAX_DEPTH)
    return fail (reader, _ ("There is no part of this name"));
  inner.at = pattern;
  inner.depth = reader->depth + 1;
  variants = read_alternatives (&inner);
  if (variants == NULL || *inner.at == '\0')
    return variants;
  g_ptr_array_unref (variants);
  return fail (&inner, _ ("A bracket is closed that was not opened"));
}

static Variants *
read_literal (Reader   *reader,
              gboolean  glued)
{
  gsize length = strcspn (reader->at, " \t()|?{}@");
  g_autofree char *word = g_strndup (reader->at, length);
  g_autoptr (SlTokens) cut = sl_tokens_new (word, length, NULL);
  GArray *sequence;

  if (length == 0)
    return fail (reader, _ ("A word is missing"));
  sequence = new_sequence (NULL, NULL);
  for (guint i = 0; i < cut->count; i++)
    {
      g_autofree char *lower = g_utf8_strdown (word + cut->items[i].start, cut->items[i].end - cut->items[i].start);
      Item item = { sl_lexicon_intern (reader->patterns->lexicon, lower, strlen (lower)), SL_CLASS_NONE, 0, i > 0 || glued };

      g_array_append_val (sequence, item);
    }
  reader->at += length;
  return single (sequence);
}

static Variants *
read_group (Reader *reader)
{
  Variants *variants;

  if (reader->depth >= MAX_DEPTH)
    return fail (reader, _ ("The brackets are too deep"));
  reader->at++;
  reader->depth++;
  variants = read_alternatives (reader);
  reader->depth--;
  if (variants == NULL)
    return NULL;
  if (*reader->at != ')')
    {
      g_ptr_array_unref (variants);
      return fail (reader, _ ("A bracket is not closed"));
    }
  reader->at++;
  return variants;
}

static Variants *
read_atom (Reader *reader)
{
  Variants *variants;
  gboolean glued = *reader->at == '~';

  if (glued)
    reader->at++;
  if (*reader->at == '(')
    variants = read_group (reader);
  else if (*reader->at == '{')
    variants = read_class (reader, glued);
  else if (*reader->at == '@')
    variants = read_macro (reader);
  else
    variants = read_literal (reader, glued);

  if (variants != NULL && *reader->at == '?')
    {
      reader->at++;
      g_ptr_array_add (variants, new_sequence (NULL, NULL));
    }
  return variants;
}

static Variants *
read_sequence (Reader *reader)
{
  g_autoptr (GPtrArray) variants = single (new_sequence (NULL, NULL));

  skip_blanks (reader);
  while (*reader->at != '\0' && *reader->at != ')' && *reader->at != '|')
    {
      g_autoptr (GPtrArray) atom = read_atom (reader);
      g_autoptr (GPtrArray) product = NULL;

      if (atom == NULL)
        return NULL;
      product = multiply (reader, variants, atom);
      if (product == NULL)
        return NULL;
      g_ptr_array_unref (variants);
      variants = g_steal_pointer (&product);
      skip_blanks (reader);
    }
  return g_steal_pointer (&variants);
}

static Variants *
read_alternatives (Reader *reader)
{
  g_autoptr (GPtrArray) all = read_sequence (reader);

  while (all != NULL && *reader->at == '|')
    {
      g_autoptr (GPtrArray) more = NULL;

      reader->at++;
      more = read_sequence (reader);
      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&more));
    }
  return g_steal_pointer (&all);
}

/* ---- the action ------------------------------------------------------------------------------ */

static GArray *
read_words (SlPatterns *self,
            const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      guint32 id = sl_lexicon_intern (self->lexicon, word, strlen (word));

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
read_condition (SlPatterns  *self,
                Rule        *rule,
                const char  *condition,
                GError     **error)
{
  g_auto (GStrv) sides = g_strsplit (condition, ":", 2);
  const char *name = g_strstrip (sides[0]);
  GArray **place = NULL;

  if (strcmp (name, "after") == 0)
    place = &rule->after;
  else if (strcmp (name, "not-after") == 0)
    place = &rule->not_after;
  else if (strcmp (name, "before") == 0)
    place = &rule->before;
  else if (strcmp (name, "not-before") == 0)
    place = &rule->not_before;

  if (place == NULL || *place != NULL || sides[1] == NULL)
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no condition of a pattern"), condition);
      return FALSE;
    }
  *place = read_words (self, sides[1]);
  return TRUE;
}

static Rule *
read_rule (SlPatterns  *self,
           const char  *text,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  Rule *rule = g_new0 (Rule, 1);
  gboolean known = FALSE;

  g_ptr_array_add (self->rules, rule);
  rule->rank = self->rules->len;
  for (gsize i = 0; parts[0] != NULL && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, g_strstrip (parts[0])) == 0)
      {
        rule->action = actions[i].action;
        known = TRUE;
      }
  if (!known)
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no action of a pattern"), text);
      return NULL;
    }
  for (guint i = 1; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !read_condition (self, rule, parts[i], error))
      return NULL;
  return rule;
}

/* ---- the tree --------------------------------------------------------------------------------- */

static Node *
get_child (Node *node,
           Item  item)
{
  Node *child;

  if (node->children == NULL)
    node->children = g_ptr_array_new_with_free_func (free_node);
  for (guint i = 0; i < node->children->len; i++)
    {
      child = g_ptr_array_index (node->children, i);
      if (child->item.word == item.word && child->item.class_ == item.class_
          && child->item.only == item.only && child->item.glued == item.glued)
        return child;
    }
  child = new_node (item);
  g_ptr_array_add (node->children, child);
  return child;
}

static void
insert (SlPatterns *self,
        GArray     *sequence,
        Rule       *rule)
{
  Node *node = self->root;

  for (guint i = 0; i < sequence->len; i++)
    node = get_child (node, g_array_index (sequence, Item, i));
  if (node == self->root)
    return;
  if (node->rules == NULL)
    node->rules = g_ptr_array_new ();
  g_ptr_array_add (node->rules, rule);
}

/**
 * sl_patterns_add:
 * @self: patterns that are still being added to
 * @pattern: a pattern
 * @action: what it means, with its conditions
 * @error: return location for a #GError
 *
 * Adds a pattern.
 *
 * Returns: %FALSE with %SL_EXTRACT_ERROR_LANGUAGE when either is not written as it should be
 */
gboolean
sl_patterns_add (SlPatterns  *self,
                 const char  *pattern,
                 const char  *action,
                 GError     **error)
{
  Reader reader = { self, pattern, 0, error };
  Rule *rule = read_rule (self, action, error);
  g_autoptr (GPtrArray) variants = NULL;

  if (rule == NULL)
    return FALSE;
  variants = read_alternatives (&reader);
  if (variants == NULL)
    return FALSE;
  if (*reader.at != '\0')
    {
      fail (&reader, _ ("A bracket is closed that was not opened"));
      return FALSE;
    }
  for (guint i = 0; i < variants->len; i++)
    insert (self, g_ptr_array_index (variants, i), rule);
  return TRUE;
}

/* ---- where matches can begin ------------------------------------------------------------------ */

static gboolean
can_begin_with_number (SlClass class_)
{
  return class_ >= SL_N_CLASSES;
}

static gboolean
can_begin_with_word (const SlPatterns *self,
                     const Item       *item,
                     guint32           word)
{
  const GPtrArray *entries = sl_lexicon_get_entries (self->lexicon, word);

  if (item->class_ == SL_CLASS_NONE)
    return item->word == word;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      SlClass class_ = ((const SlLexEntry *) g_ptr_array_index (entries, i))->class_;

      if (class_ == item->class_
          || (item->class_ >= SL_N_CLASSES && (class_ == SL_CLASS_NUMBER_WORD || class_ == SL_CLASS_ORDINAL_WORD)))
        return TRUE;
    }
  return FALSE;
}

/**
 * sl_patterns_close:
 * @self: patterns
 *
 * Ends adding: works out with which words a match can begin.
 */
void
sl_patterns_close (SlPatterns *self)
{
  guint32 apostrophe = sl_lexicon_intern (self->lexicon, "'", 1);
  GPtrArray *children = self->root->children;

  self->size = sl_lexicon_get_size (self->lexicon);
  self->by_word = g_new0 (GPtrArray *, self->size);
  self->by_number = g_ptr_array_new ();
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      Node *node = g_ptr_array_index (children, i);
      gboolean short_year = node->item.class_ == SL_CLASS_SHORT_YEAR || node->item.class_ == SL_CLASS_DECADE;

      if (can_begin_with_number (node->item.class_))
        g_ptr_array_add (self->by_number, node);
      for (guint32 word = 1; word < self->size; word++)
        {
          if (!can_begin_with_word (self, &node->item, word) && !(short_year && word == apostrophe))
            continue;
          if (self->by_word[word] == NULL)
            self->by_word[word] = g_ptr_array_new ();
          g_ptr_array_add (self->by_word[word], node);
        }
    }
}

/* ---- matching --------------------------------------------------------------------------------- */

typedef struct
{
  const SlPatterns *patterns;
  const SlTokens   *tokens;
  SlMatch           current;
  SlMatch          *best;
} Search;

static gboolean
holds_word (const Search *search,
            const GArray *words,
            guint         i)
{
  if (i >= search->tokens->count || search->tokens->items[i].kind == SL_TOKEN_NUMBER)
    return FALSE;
  for (guint k = 0; k < words->len; k++)
    if (g_array_index (words, guint32, k) == search->tokens->items[i].word)
      return TRUE;
  return FALSE;
}

static gboolean
holds (const Search *search,
       const Rule   *rule,
       guint         first,
       guint         end)
{
  return (rule->after == NULL || (first > 0 && holds_word (search, rule->after, first - 1)))
         && (rule->not_after == NULL || first == 0 || !holds_word (search, rule->not_after, first - 1))
         && (rule->before == NULL || holds_word (search, rule->before, end))
         && (rule->not_before == NULL || !holds_word (search, rule->not_before, end));
}

static void
accept (Search     *search,
        const Node *node,
        guint       end)
{
  for (guint i = 0; node->rules != NULL && i < node->rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (node->rules, i);
      gboolean better = search->best->end < end || (search->best->end == end && search->best->rank > rule->rank);

      if (!better || !holds (search, rule, search->current.first, end))
        continue;
      *search->best = search->current;
      search->best->action = rule->action;
      search->best->rank = rule->rank;
      search->best->end = end;
    }
}

/* A full stop that belongs to "Nov." */
static guint
take_full_stop (const Search     *search,
                guint             i,
                const SlLexEntry *entry)
{
  return entry->abbreviation && i < search->tokens->count && !search->tokens->items[i].spaced
         && sl_tokens_is (search->tokens, i, ".");
}

static guint
match_class (Search     *search,
             const Item *item,
             guint       i,
             SlPatternCapture  *capture)
{
  const SlPatterns *self = search->patterns;
  guint count;

  *capture = (SlPatternCapture) { .class_ = item->class_, .first = i };
  if (item->class_ >= SL_N_CLASSES)
    count = sl_numbers_match (search->tokens, self->lexicon, &self->style, i, item->class_, &capture->number);
  else
    {
      count = sl_tokens_match (search->tokens, self->lexicon, i, item->class_, &capture->entry);
      if (count > 0 && item->only != 0 && g_quark_try_string (capture->entry->text) != item->only)
        return 0;
      if (count > 0)
        count += take_full_stop (search, i + count, capture->entry);
    }
  capture->count = count;
  return count;
}

static void
walk (Search     *search,
      const Node *node,
      guint       i)
{
  const Item *item = &node->item;
  guint count = 0, kept = search->current.n_captures;

  if (i >= search->tokens->count || i - search->current.first >= SL_MATCH_MAX_TOKENS
      || (item->glued && search->tokens->items[i].spaced))
    return;
  if (item->class_ != SL_CLASS_NONE)
    {
      if (kept == SL_MATCH_MAX_CAPTURES)
        return;
      count = match_class (search, item, i, &search->current.captures[kept]);
      search->current.n_captures = kept + 1;
    }
  else if (search->tokens->items[i].kind != SL_TOKEN_NUMBER && search->tokens->items[i].word == item->word)
    count = 1;

  if (count > 0)
    {
      accept (search, node, i + count);
      for (guint k = 0; node->children != NULL && k < node->children->len; k++)
        walk (search, g_ptr_array_index (node->children, k), i + count);
    }
  search->current.n_captures = kept;
}

static const GPtrArray *
get_beginnings (const SlPatterns *self,
                const SlToken    *token)
{
  if (token->kind == SL_TOKEN_NUMBER)
    return self->by_number;
  return token->word < self->size ? self->by_word[token->word] : NULL;
}

/**
 * sl_patterns_begin:
 * @self: patterns that have been closed
 * @token: a token
 *
 * Whether any pattern can begin with @token.
 */
gboolean
sl_patterns_begin (const SlPatterns *self,
                   const SlToken    *token)
{
  return get_beginnings (self, token) != NULL;
}

/**
 * sl_patterns_match:
 * @self: patterns that have been closed
 * @tokens: a text
 * @i: index of a token
 * @match: (out): the longest match that begins at token @i
 *
 * Returns: whether there is one
 */
gboolean
sl_patterns_match (const SlPatterns *self,
                   const SlTokens   *tokens,
                   guint             i,
                   SlMatch          *match)
{
  const GPtrArray *beginnings = get_beginnings (self, &tokens->items[i]);
  Search search = { self, tokens, { 0 }, match };

  match->end = 0;
  match->rank = G_MAXUINT;
  if (beginnings == NULL)
    return FALSE;
  search.current.first = i;
  for (guint k = 0; k < beginnings->len; k++)
    walk (&search, g_ptr_array_index (beginnings, k), i);
  return match->end > 0;
}
