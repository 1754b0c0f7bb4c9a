/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-signals.h"

#include "extract/sl-patterns-private.h"

/* What a small word costs as a signal, in words of other kinds: most sentences have one. */
#define SMALL_WORD 100

enum
{
  SIGNAL_ALWAYS = 1 << 0,
  SIGNAL_CAPITAL = 1 << 1, /* only with a capital first letter */
};

struct _SlSignals
{
  guint8  *words;  /* (owned) (array length=size): by id */
  guint32  size;
};

typedef struct
{
  const SlPatterns *patterns;
  SlSignals        *signals;
  guint             costs[SL_N_CLASSES];  /* of taking all words of a class as signals */
} Builder;

static gboolean
is_small (const SlLexicon *lexicon,
          guint32          word)
{
  static const SlClass small[] = {
    SL_CLASS_STOP_WORD, SL_CLASS_DETERMINER, SL_CLASS_POSSESSIVE, SL_CLASS_PREPOSITION, SL_CLASS_AUXILIARY,
    SL_CLASS_CONJUNCTION, SL_CLASS_JOINER, SL_CLASS_PRONOUN, SL_CLASS_NEGATION, SL_CLASS_RELATIVE, SL_CLASS_ADVERB
  };

  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    if (sl_lexicon_has (lexicon, word, small[i]))
      return TRUE;
  return !g_unichar_isalpha (g_utf8_get_char (sl_lexicon_get_word (lexicon, word)));
}

static guint
cost_of_word (const Builder *builder,
              guint32        word)
{
  if ((builder->signals->words[word] & SIGNAL_ALWAYS) != 0)
    return 0;
  return is_small (builder->patterns->lexicon, word) ? SMALL_WORD : 1;
}

/* Of the words of a phrase the rarest is its signal. */
static guint32
choose_word (const Builder    *builder,
             guint32           word,
             const SlLexEntry *entry)
{
  guint32 best = word;

  for (guint i = 0; i < entry->tail_length; i++)
    if (cost_of_word (builder, entry->tail[i]) < cost_of_word (builder, best))
      best = entry->tail[i];
  return best;
}

/* Calls for the signal of each entry of @class_: adds up the costs, or with @take makes them signals. */
static guint
visit_class (Builder  *builder,
             SlClass   class_,
             gboolean  take)
{
  guint cost = 0;

  for (guint32 word = 1; word < builder->signals->size; word++)
    {
      const GPtrArray *entries = sl_lexicon_get_entries (builder->patterns->lexicon, word);

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          const SlLexEntry *entry = g_ptr_array_index (entries, i);
          guint32 signal;
          gboolean capital;

          if (entry->class_ != class_)
            continue;
          signal = choose_word (builder, word, entry);
          capital = entry->capitalised && signal == word;
          cost += capital ? 1 : cost_of_word (builder, signal);
          if (take)
            builder->signals->words[signal] |= capital ? SIGNAL_CAPITAL : SIGNAL_ALWAYS;
        }
    }
  return cost;
}

/* Class of the words that @item can be; none for digits, which are signals in any case. */
static SlClass
class_of_item (const SlPatternItem *item)
{
  return item->class_ >= SL_N_CLASSES ? sl_numbers_get_words (item->class_) : item->class_;
}

static guint
cost_of_item (const Builder       *builder,
              const SlPatternItem *item)
{
  SlClass class_ = class_of_item (item);

  if (item->class_ == SL_CLASS_NONE)
    return cost_of_word (builder, item->word);
  return class_ == SL_CLASS_NONE ? 0 : builder->costs[class_];
}

static void
take_item (Builder             *builder,
           const SlPatternItem *item)
{
  SlClass class_ = class_of_item (item);

  if (item->class_ == SL_CLASS_NONE)
    builder->signals->words[item->word] |= SIGNAL_ALWAYS;
  else if (class_ != SL_CLASS_NONE && builder->costs[class_] > 0)
    {
      visit_class (builder, class_, TRUE);
      builder->costs[class_] = 0;
    }
}

static gboolean
ends_time (const SlPatternNode *node)
{
  for (guint i = 0; node->rules != NULL && i < node->rules->len; i++)
    if (((const SlPatternRule *) g_ptr_array_index (node->rules, i))->action != SL_ACTION_NONE)
      return TRUE;
  return FALSE;
}

/* Sees to it that each pattern that ends at @node or behind it has a signal, the cheapest of its items. */
static void
cover (Builder             *builder,
       const SlPatternNode *node,
       const SlPatternItem *cheapest,
       gboolean             deep)
{
  if (cheapest == NULL || cost_of_item (builder, &node->item) < cost_of_item (builder, cheapest))
    cheapest = &node->item;
  if (ends_time (node))
    take_item (builder, cheapest);
  for (guint i = 0; deep && node->children != NULL && i < node->children->len; i++)
    cover (builder, g_ptr_array_index (node->children, i), cheapest, TRUE);
}

/**
 * sl_signals_new:
 * @patterns: patterns that have been closed
 *
 * Chooses words so that each pattern of a time has at least one of them, and small words only where there is no other.
 *
 * Returns: (transfer full): the signals
 */
SlSignals *
sl_signals_new (const SlPatterns *patterns)
{
  SlSignals *self = g_new0 (SlSignals, 1);
  Builder builder = { .patterns = patterns, .signals = self };
  const GPtrArray *children = patterns->root->children;

  self->size = sl_lexicon_get_size (patterns->lexicon);
  self->words = g_new0 (guint8, self->size);
  for (SlClass class_ = SL_CLASS_NONE + 1; class_ < SL_N_CLASSES; class_++)
    builder.costs[class_] = visit_class (&builder, class_, FALSE);
  /* First what there is no choice about, so that the rest can choose what has been chosen. */
  for (int deep = 0; deep <= 1; deep++)
    for (guint i = 0; children != NULL && i < children->len; i++)
      cover (&builder, g_ptr_array_index (children, i), NULL, deep != 0);
  return self;
}

void
sl_signals_free (SlSignals *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self);
}

/**
 * sl_signals_any:
 * @self: signals
 * @tokens: a text
 * @first: a token
 * @end: one past the last token
 *
 * Looks for a word without one of which nothing up to @end is a time.
 *
 * Returns: the first one, @end when there is none
 */
guint
sl_signals_find (const SlSignals *self,
                 const SlTokens  *tokens,
                 guint            first,
                 guint            end)
{
  for (guint i = first; i < end; i++)
    {
      const SlToken *token = &tokens->items[i];
      guint8 signal;

      if (token->kind == SL_TOKEN_NUMBER)
        return i;
      signal = token->word < self->size ? self->words[token->word] : 0;
      if (signal != 0 && ((signal & SIGNAL_ALWAYS) != 0 || token->capital))
        return i;
    }
  return end;
}
