/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-compounds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "extract/sl-extract-error.h"

/* A rule is one bit of a mask. */
#define MAX_RULES 32

/* A compound is known by the first and the last bytes of it: so many, which no first and no last part is shorter than. */
#define EDGE_BYTES 3

/* What stands before the head of a compound has so many bytes, and a head has more. */
#define MIN_BEFORE_HEAD 3
#define MIN_HEAD 4

/* Such edges are told apart by so many bits. */
#define EDGES 4096

/* One side of a rule: a word, or a class of words and perhaps what they must mean. */
typedef struct
{
  guint32   word;    /* of a literal */
  SlClass   class_;  /* SL_CLASS_NONE: literal */
  char     *only;    /* (owned) (nullable) */
  guint     rule;
  gboolean  right;   /* stands behind, not before */
} Side;

/**
 * SlCompounds:
 *
 * Which words of a lexicon may be written together as one: a rule names what stands
 * before and what behind. Written words that are no words of the lexicon are
 * taken apart by them, so that patterns need to know nothing of compounds.
 */
struct _SlCompounds
{
  SlLexicon *lexicon;                  /* (unowned): owns this */
  GArray    *sides;                    /* (owned) (element-type Side) */
  guint      rules;
  guint32   *before;                   /* (owned) (array length=size): rules in which a word may stand before */
  guint32   *behind;                   /* (owned) (array length=size): … and behind */
  guint32    size;
  guint8     beginnings[EDGES / 8];
  guint8     endings[EDGES / 8];
  SlClass    head;                     /* words that tell what a compound is, whatever stands before; SL_CLASS_NONE: no such rule */
  guint64    head_lengths;             /* bit for each length in bytes that they have */
  guint8     head_endings[EDGES / 8];
};

static void
clear_side (gpointer data)
{
  g_free (((Side *) data)->only);
}

/**
 * sl_compounds_new:
 * @lexicon: words; lives as long as the result
 *
 * Returns: (transfer full): no rules
 */
SlCompounds *
sl_compounds_new (SlLexicon *lexicon)
{
  SlCompounds *self = g_new0 (SlCompounds, 1);

  self->lexicon = lexicon;
  self->sides = g_array_new (FALSE, TRUE, sizeof (Side));
  g_array_set_clear_func (self->sides, clear_side);
  return self;
}

void
sl_compounds_free (SlCompounds *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sides);
  g_free (self->before);
  g_free (self->behind);
  g_free (self);
}

/* ---- rules ------------------------------------------------------------------------------------ */

/* "{class}", "{class:meaning}" or a word. */
static gboolean
add_side (SlCompounds  *self,
          const char   *text,
          gboolean      right,
          GError      **error)
{
  Side side = { .rule = self->rules, .right = right };
  gsize length = strlen (text);

  if (text[0] == '{' && text[length - 1] == '}')
    {
      g_autofree char *inner = g_strndup (text + 1, length - 2);
      char *colon = strchr (inner, ':');

      if (colon != NULL)
        {
          *colon = '\0';
          side.only = g_strdup (colon + 1);
        }
      side.class_ = sl_class_from_name (inner);
    }
  else if (length > 0 && strpbrk (text, "{} ") == NULL)
    side.word = sl_lexicon_intern (self->lexicon, text, length);

  if (side.word == 0 && (side.class_ == SL_CLASS_NONE || side.class_ >= SL_N_CLASSES))
    {
      clear_side (&side);
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no part of a compound"), text);
      return FALSE;
    }
  g_array_append_val (self->sides, side);
  return TRUE;
}

static gboolean
add_sides (SlCompounds  *self,
           const char   *list,
           gboolean      right,
           GError      **error)
{
  g_auto (GStrv) texts = g_strsplit (list, ",", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    if (!add_side (self, g_strstrip (texts[i]), right, error))
      return FALSE;
  return TRUE;
}

/**
 * sl_compounds_add:
 * @self: rules that are still being added to
 * @left: what may stand before: words and `{class}`es with commas between
 * @right: what may stand behind it
 * @error: return location for a #GError
 *
 * Adds a rule.
 *
 * Returns: %FALSE with %SL_EXTRACT_ERROR_LANGUAGE when a side is not written as it should be, or when there are too many rules
 */
gboolean
sl_compounds_add (SlCompounds  *self,
                  const char   *left,
                  const char   *right,
                  GError      **error)
{
  if (self->rules == MAX_RULES)
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("There are more than %d rules of compounds"), MAX_RULES);
      return FALSE;
    }
  if (!add_sides (self, left, FALSE, error) || !add_sides (self, right, TRUE, error))
    return FALSE;
  self->rules++;
  return TRUE;
}

/**
 * sl_compounds_set_head:
 * @self: rules that are still being added to
 * @name: name of a class
 * @error: return location for a #GError
 *
 * From now on a word that ends in one of that class is what this ending is, whatever stands before.
 *
 * Returns: %FALSE with %SL_EXTRACT_ERROR_LANGUAGE when there is no such class of words
 */
gboolean
sl_compounds_set_head (SlCompounds  *self,
                       const char   *name,
                       GError      **error)
{
  SlClass class_ = sl_class_from_name (name);

  if (class_ == SL_CLASS_NONE || class_ >= SL_N_CLASSES)
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no part of a compound"), name);
      return FALSE;
    }
  self->head = class_;
  return TRUE;
}

static guint
hash_edge (const char *edge)
{
  const guchar *bytes = (const guchar *) edge;

  return (bytes[0] * 31u + bytes[1] * 61u + bytes[2] * 1021u) % EDGES;
}

static void
add_edge (guint8     *edges,
          const char *edge)
{
  guint hash = hash_edge (edge);

  edges[hash / 8] |= (guint8) (1 << hash % 8);
}

static inline gboolean
has_edge (const guint8 *edges,
          const char   *edge)
{
  guint hash = hash_edge (edge);

  return (edges[hash / 8] >> hash % 8 & 1) != 0;
}

static gboolean
is_side (const SlCompounds *self,
         const Side        *side,
         guint32            word)
{
  const GPtrArray *entries = sl_lexicon_get_entries (self->lexicon, word);

  if (side->class_ == SL_CLASS_NONE)
    return side->word == word;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SlLexEntry *entry = g_ptr_array_index (entries, i);

      if (entry->class_ == side->class_ && entry->tail_length == 0
          && (side->only == NULL || strcmp (side->only, entry->text) == 0))
        return TRUE;
    }
  return FALSE;
}

/* The head of a compound must be one word of some length: "Wasserminister" is a "Minister". */
static void
close_head (SlCompounds *self,
            guint32      word,
            const char  *text,
            gsize        length)
{
  if (self->head == SL_CLASS_NONE || length < MIN_HEAD || length > 63 || !sl_lexicon_has (self->lexicon, word, self->head))
    return;
  self->head_lengths |= G_GUINT64_CONSTANT (1) << length;
  add_edge (self->head_endings, text + length - EDGE_BYTES);
}

static void
close_word (SlCompounds *self,
            guint32      word)
{
  const char *text = sl_lexicon_get_word (self->lexicon, word);
  gsize length = strlen (text);

  close_head (self, word, text, length);
  for (guint i = 0; i < self->sides->len; i++)
    {
      const Side *side = &g_array_index (self->sides, Side, i);

      if (is_side (self, side, word))
        (side->right ? self->behind : self->before)[word] |= 1u << side->rule;
    }
  if (length < EDGE_BYTES)
    return;
  if (self->before[word] != 0)
    add_edge (self->beginnings, text);
  if (self->behind[word] != 0)
    add_edge (self->endings, text + length - EDGE_BYTES);
}

/**
 * sl_compounds_close:
 * @self: rules
 *
 * Ends adding, to the rules and to the lexicon.
 */
void
sl_compounds_close (SlCompounds *self)
{
  self->size = sl_lexicon_get_size (self->lexicon);
  self->before = g_new0 (guint32, self->size);
  self->behind = g_new0 (guint32, self->size);
  for (guint32 word = 1; word < self->size; word++)
    close_word (self, word);
}

/* ---- taking apart ------------------------------------------------------------------------------- */

/* Takes what follows byte @at apart, the longest words first; 0 when that is impossible. The few parts bound the work. */
static guint
split_rest (const SlCompounds *self,
            const char        *word,
            gsize              length,
            gsize              at,
            SlCompoundPart    *parts,
            guint              count)
{
  guint32 rules = count > 0 ? self->before[parts[count - 1].word] : G_MAXUINT32;

  if (rules == 0 || count == SL_COMPOUND_MAX_PARTS)
    return 0;
  for (gsize end = length; end > at; end--)
    {
      guint32 id = sl_lexicon_lookup (self->lexicon, word + at, end - at);
      guint total;

      if (id == 0 || id >= self->size || (count > 0 && (self->behind[id] & rules) == 0) || (end < length && self->before[id] == 0))
        continue;
      parts[count] = (SlCompoundPart) { id, (guint32) end };
      total = end == length ? count + 1 : split_rest (self, word, length, end, parts, count + 1);
      if (total > 0)
        return total;
    }
  return 0;
}

/**
 * sl_compounds_split:
 * @self: rules that have been closed
 * @word: a word in lower case that is none of the lexicon
 * @length: its length in bytes
 * @parts: (out caller-allocates): room for %SL_COMPOUND_MAX_PARTS parts
 *
 * Takes a word apart into words of the lexicon that may be written together. Most words
 * begin or end in no way that a part does, and cost no more than that look.
 *
 * Returns: how many parts it has, 0 when it is no compound
 */
guint
sl_compounds_split (const SlCompounds *self,
                    const char        *word,
                    gsize              length,
                    SlCompoundPart    *parts)
{
  if (length < EDGE_BYTES || !has_edge (self->endings, word + length - EDGE_BYTES) || !has_edge (self->beginnings, word))
    return 0;
  return split_rest (self, word, length, 0, parts, 0);
}

/**
 * sl_compounds_find_head:
 * @self: rules that have been closed
 * @word: a word in lower case that is none of the lexicon
 * @length: its length in bytes
 *
 * Finds what a word is of which only the end is known: "Regierungssprecherin" is a "Sprecherin".
 * Only words that end as a head does, and the lengths that heads have, are looked at.
 *
 * Returns: the longest head that it ends in, 0 when there is none
 */
guint32
sl_compounds_find_head (const SlCompounds *self,
                        const char        *word,
                        gsize              length)
{
  if (length < MIN_BEFORE_HEAD + MIN_HEAD || !has_edge (self->head_endings, word + length - EDGE_BYTES))
    return 0;
  for (gsize head = MIN (length - MIN_BEFORE_HEAD, 63); head >= MIN_HEAD; head--)
    {
      guint32 id = (self->head_lengths >> head & 1) != 0 ? sl_lexicon_lookup (self->lexicon, word + length - head, head) : 0;

      if (id != 0 && sl_lexicon_has (self->lexicon, id, self->head))
        return id;
    }
  return 0;
}
