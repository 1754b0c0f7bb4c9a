/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-patterns.h"

#include <string.h>

#include "extract/sl-patterns-private.h"

/* Words of these classes can be numbers. */
#define NUMBER_CLASSES (G_GUINT64_CONSTANT (1) << SL_CLASS_NUMBER_WORD | G_GUINT64_CONSTANT (1) << SL_CLASS_ORDINAL_WORD)

static void free_node (gpointer data);

static SlPatternNode *
new_node (SlPatternItem item)
{
  SlPatternNode *node = g_new0 (SlPatternNode, 1);

  node->item = item;
  return node;
}

static void
free_node (gpointer data)
{
  SlPatternNode *node = data;

  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->rules, g_ptr_array_unref);
  g_free (node);
}

static void
free_rule (gpointer data)
{
  SlPatternRule *rule = data;

  for (guint i = 0; rule->with != NULL && i < rule->with->len; i++)
    sl_lex_entry_free ((SlLexEntry *) g_array_index (rule->with, SlPatternCapture, i).entry);
  g_clear_pointer (&rule->with, g_array_unref);
  g_clear_pointer (&rule->after, g_array_unref);
  g_clear_pointer (&rule->not_after, g_array_unref);
  g_clear_pointer (&rule->before, g_array_unref);
  g_clear_pointer (&rule->not_before, g_array_unref);
  g_free (rule);
}

static void
free_start (SlPatternStart *start)
{
  g_ptr_array_unref (start->nodes);
  g_free (start);
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
  self->root = new_node ((SlPatternItem) { 0 });
  return self;
}

void
sl_patterns_free (SlPatterns *self)
{
  if (self == NULL)
    return;

  for (guint32 i = 0; i < self->size; i++)
    g_clear_pointer (&self->by_word[i], free_start);
  g_free (self->by_word);
  g_clear_pointer (&self->by_number, g_ptr_array_unref);
  g_free (self->classes);
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

/* ---- the tree --------------------------------------------------------------------------------- */

static SlPatternNode *
get_child (SlPatternNode *node,
           SlPatternItem  item)
{
  SlPatternNode *child;

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
  if (item.class_ == SL_CLASS_NONE)
    node->next_words |= G_GUINT64_CONSTANT (1) << (item.word % 64);
  else if (item.class_ < SL_N_CLASSES)
    node->next_classes |= sl_class_bit (item.class_);
  else
    {
      node->next_classes |= NUMBER_CLASSES;
      node->next_numbers = TRUE;
    }
  return child;
}

static void
insert (SlPatterns    *self,
        GArray        *sequence,
        SlPatternRule *rule)
{
  SlPatternNode *node = self->root;

  for (guint i = 0; i < sequence->len; i++)
    node = get_child (node, g_array_index (sequence, SlPatternItem, i));
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
  g_autoptr (GPtrArray) variants = NULL;
  SlPatternRule *rule = sl_patterns_read_rule (self, action, error);

  if (rule == NULL)
    return FALSE;
  variants = sl_patterns_read_variants (self, pattern, error);
  if (variants == NULL)
    return FALSE;
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
can_begin_with_word (const SlPatterns    *self,
                     const SlPatternItem *item,
                     guint32              word)
{
  const GPtrArray *entries = sl_lexicon_get_entries (self->lexicon, word);

  if (item->class_ == SL_CLASS_NONE)
    return item->word == word;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      SlClass class_ = ((const SlLexEntry *) g_ptr_array_index (entries, i))->class_;

      if (class_ == item->class_
          || (item->class_ >= SL_N_CLASSES && (class_ == SL_CLASS_NUMBER_WORD || class_ == SL_CLASS_ORDINAL_WORD || class_ == SL_CLASS_CENTURY_WORD)))
        return TRUE;
    }
  return FALSE;
}

static void
let_follow (SlPatternStart *start,
            guint32         word)
{
  start->next_words[word % 256 / 64] |= G_GUINT64_CONSTANT (1) << word % 64;
}

/* Adds what can stand behind @word where it is the first item of a pattern, all of it or the beginning of a phrase. */
static void
add_followers (const SlPatterns    *self,
               SlPatternStart      *start,
               const SlPatternNode *node,
               guint32              word)
{
  guint count = 0;
  const SlLexEntry *const *entries = node->item.class_ < SL_N_CLASSES ? sl_lexicon_get_run (self->lexicon, word, node->item.class_, &count) : NULL;

  start->any |= node->rules != NULL || node->item.class_ >= SL_N_CLASSES;
  start->next_numbers |= node->next_numbers;
  start->next_classes |= node->next_classes;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      const SlPatternItem *next = &((const SlPatternNode *) g_ptr_array_index (node->children, i))->item;

      if (next->class_ == SL_CLASS_NONE)
        let_follow (start, next->word);
    }
  for (guint i = 0; i < count; i++)
    {
      if (entries[i]->tail_length > 0)
        let_follow (start, entries[i]->tail[0]);
      else if (entries[i]->abbreviation)
        let_follow (start, self->full_stop);
    }
}

static void
add_start (SlPatterns    *self,
           SlPatternNode *node,
           guint32        word)
{
  if (self->by_word[word] == NULL)
    {
      self->by_word[word] = g_new0 (SlPatternStart, 1);
      self->by_word[word]->nodes = g_ptr_array_new ();
    }
  g_ptr_array_add (self->by_word[word]->nodes, node);
  add_followers (self, self->by_word[word], node, word);
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

  self->full_stop = sl_lexicon_intern (self->lexicon, ".", 1);
  self->size = sl_lexicon_get_size (self->lexicon);
  self->by_word = g_new0 (SlPatternStart *, self->size);
  self->by_number = g_ptr_array_new ();
  self->classes = g_new (guint64, self->size);
  for (guint32 word = 0; word < self->size; word++)
    self->classes[word] = sl_lexicon_get_classes (self->lexicon, word);
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      SlPatternNode *node = g_ptr_array_index (children, i);
      gboolean short_year = node->item.class_ == SL_CLASS_SHORT_YEAR || node->item.class_ == SL_CLASS_DECADE;

      if (can_begin_with_number (node->item.class_))
        g_ptr_array_add (self->by_number, node);
      for (guint32 word = 1; word < self->size; word++)
        if (can_begin_with_word (self, &node->item, word) || (short_year && word == apostrophe))
          add_start (self, node, word);
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

/* The end of a line ends what a full stop ends. */
static gboolean
holds_word (const Search *search,
            const GArray *words,
            guint         i)
{
  gboolean line_end = i >= search->tokens->count || search->tokens->items[i].kind == SL_TOKEN_NEWLINE;
  guint32 word = line_end ? search->patterns->full_stop : search->tokens->items[i].word;

  if (!line_end && search->tokens->items[i].kind == SL_TOKEN_NUMBER)
    return FALSE;
  for (guint k = 0; k < words->len; k++)
    if (g_array_index (words, guint32, k) == word)
      return TRUE;
  return FALSE;
}

/* Short names with their full stops are names; without them "so" and "sat" are words. */
static gboolean
is_full (const SlMatch *match)
{
  for (guint i = 0; i < match->n_captures; i++)
    {
      const SlLexEntry *entry = match->captures[i].entry;

      if (entry != NULL && entry->abbreviation && match->captures[i].count == entry->tail_length + 1)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_capital (const Search *search,
             guint         first,
             guint         end)
{
  for (guint i = first; i < end; i++)
    if (search->tokens->items[i].capital)
      return TRUE;
  return FALSE;
}

static gboolean
ends_line (const SlTokens *tokens,
           guint           i)
{
  return i >= tokens->count || tokens->items[i].kind == SL_TOKEN_NEWLINE;
}

/* A heading may have a mark before it or behind it. */
static gboolean
is_line (const SlTokens *tokens,
         guint           first,
         guint           end)
{
  if (end < tokens->count && tokens->items[end].kind == SL_TOKEN_MARK)
    end++;
  if (first > 0 && tokens->items[first - 1].kind == SL_TOKEN_MARK)
    first--;
  return (first == 0 || ends_line (tokens, first - 1)) && ends_line (tokens, end);
}

static gboolean
are_written (const Search *search,
             guint         letters,
             guint         first,
             guint         end)
{
  return !((letters & SL_PATTERN_SMALL) != 0 && search->tokens->items[first].capital)
         && !((letters & SL_PATTERN_CAPITAL) != 0 && !has_capital (search, first, end))
         && !((letters & SL_PATTERN_NEXT_SMALL) != 0 && end < search->tokens->count && search->tokens->items[end].capital)
         && !((letters & SL_PATTERN_LINE) != 0 && !is_line (search->tokens, first, end))
         && !((letters & SL_PATTERN_FULL) != 0 && !is_full (&search->current));
}

static gboolean
holds (const Search        *search,
       const SlPatternRule *rule,
       guint                first,
       guint                end)
{
  return (rule->letters == 0 || are_written (search, rule->letters, first, end))
         && (rule->after == NULL || (first > 0 && holds_word (search, rule->after, first - 1)))
         && (rule->not_after == NULL || first == 0 || !holds_word (search, rule->not_after, first - 1))
         && (rule->before == NULL || holds_word (search, rule->before, end))
         && (rule->not_before == NULL || !holds_word (search, rule->not_before, end));
}

static void
add_unsaid (SlMatch      *match,
            const GArray *with)
{
  for (guint i = 0; i < with->len && match->n_captures < SL_MATCH_MAX_CAPTURES; i++)
    {
      SlPatternCapture *capture = &match->captures[match->n_captures++];

      *capture = g_array_index (with, SlPatternCapture, i);
      capture->first = match->end;
    }
}

/* "Montag" in "Montagabend" is no time of its own. */
static gboolean
cuts_word (const SlTokens *tokens,
           guint           i)
{
  return i > 0 && i < tokens->count && !tokens->items[i].spaced
         && tokens->items[i].kind == SL_TOKEN_WORD && tokens->items[i - 1].kind == SL_TOKEN_WORD;
}

static void
accept (Search              *search,
        const SlPatternNode *node,
        guint                end)
{
  for (guint i = 0; node->rules != NULL && i < node->rules->len; i++)
    {
      const SlPatternRule *rule = g_ptr_array_index (node->rules, i);
      gboolean better = search->best->end < end || (search->best->end == end && search->best->rank > rule->rank);

      if (!better || cuts_word (search->tokens, end) || !holds (search, rule, search->current.first, end))
        continue;
      search->best->first = search->current.first;
      search->best->n_captures = search->current.n_captures;
      memcpy (search->best->captures, search->current.captures, search->current.n_captures * sizeof *search->current.captures);
      search->best->action = rule->action;
      search->best->join = rule->join;
      search->best->rank = rule->rank;
      search->best->end = end;
      if (rule->with != NULL)
        add_unsaid (search->best, rule->with);
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
match_class (Search              *search,
             const SlPatternItem *item,
             guint                i,
             SlPatternCapture    *capture)
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

/* Whether it is worth looking whether @item matches: of most tokens this says no. */
static inline gboolean
can_match (const SlPatterns    *self,
           const SlPatternItem *item,
           const SlToken       *token)
{
  guint64 classes;

  if (token->kind == SL_TOKEN_NUMBER)
    return item->class_ >= SL_N_CLASSES;
  if (item->class_ == SL_CLASS_NONE)
    return token->word == item->word;
  classes = token->word < self->size ? self->classes[token->word] : 0;
  if (item->class_ < SL_N_CLASSES)
    return (classes & sl_class_bit (item->class_)) != 0;
  return token->kind == SL_TOKEN_MARK || (classes & NUMBER_CLASSES) != 0;
}

/* Whether any child of @node can match at @i: asked once, so that most words need not be held against each child. */
static gboolean
can_continue (const Search        *search,
              const SlPatternNode *node,
              guint                i)
{
  const SlPatterns *self = search->patterns;
  const SlToken *token;

  if (node->children == NULL || i >= search->tokens->count)
    return FALSE;
  token = &search->tokens->items[i];
  /* An apostrophe can begin a year. */
  if (token->kind != SL_TOKEN_WORD && node->next_numbers)
    return TRUE;
  return token->kind != SL_TOKEN_NUMBER
         && ((node->next_words >> (token->word % 64) & 1) != 0
             || (token->word < self->size && (self->classes[token->word] & node->next_classes) != 0));
}

static void walk (Search              *search,
                  const SlPatternNode *node,
                  guint                i);

/* Goes on with those of @nodes that token @i may match. */
static void
walk_all (Search          *search,
          const GPtrArray *nodes,
          guint            i)
{
  const SlToken *token;

  if (i >= search->tokens->count || i - search->current.first >= SL_MATCH_MAX_TOKENS)
    return;
  token = &search->tokens->items[i];
  for (guint k = 0; k < nodes->len; k++)
    {
      const SlPatternNode *node = g_ptr_array_index (nodes, k);

      if (!(node->item.glued && token->spaced) && can_match (search->patterns, &node->item, token))
        walk (search, node, i);
    }
}

static void
walk (Search              *search,
      const SlPatternNode *node,
      guint                i)
{
  guint count = 1, kept = search->current.n_captures;

  if (node->item.class_ != SL_CLASS_NONE)
    {
      if (kept == SL_MATCH_MAX_CAPTURES)
        return;
      count = match_class (search, &node->item, i, &search->current.captures[kept]);
      search->current.n_captures = kept + 1;
    }
  if (count > 0)
    {
      accept (search, node, i + count);
      if (can_continue (search, node, i + count))
        walk_all (search, node->children, i + count);
    }
  search->current.n_captures = kept;
}

/* Whether anything that begins with a word can go on with the token behind it. */
static gboolean
can_follow (const SlPatterns     *self,
            const SlPatternStart *start,
            const SlTokens       *tokens,
            guint                 i)
{
  const SlToken *token;

  if (start->any)
    return TRUE;
  if (i >= tokens->count)
    return FALSE;
  token = &tokens->items[i];
  if (token->kind != SL_TOKEN_WORD && start->next_numbers)
    return TRUE;
  return token->kind != SL_TOKEN_NUMBER
         && ((start->next_words[token->word % 256 / 64] >> token->word % 64 & 1) != 0
             || (token->word < self->size && (self->classes[token->word] & start->next_classes) != 0));
}

/* The children of the root that are worth trying at token @i; NULL for most tokens. */
static const GPtrArray *
get_beginnings (const SlPatterns *self,
                const SlTokens   *tokens,
                guint             i)
{
  const SlToken *token = &tokens->items[i];
  const SlPatternStart *start;

  if (token->kind == SL_TOKEN_NUMBER)
    return self->by_number;
  start = token->word < self->size ? self->by_word[token->word] : NULL;
  return start != NULL && can_follow (self, start, tokens, i + 1) ? start->nodes : NULL;
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
  const GPtrArray *beginnings = get_beginnings (self, tokens, i);
  Search search;

  match->end = 0;
  match->rank = G_MAXUINT;
  if (beginnings == NULL || cuts_word (tokens, i))
    return FALSE;
  search.patterns = self;
  search.tokens = tokens;
  search.best = match;
  search.current.first = i;
  search.current.n_captures = 0;
  walk_all (&search, beginnings, i);
  return match->end > 0;
}
