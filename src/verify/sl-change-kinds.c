/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-change-kinds.h"

#include "verify/sl-difference.h"
#include "verify/sl-words.h"

#include <string.h>

/* What of one side counts, as multisets of words: what both sides have alike is no change. */
typedef struct
{
  GHashTable *numbers;      /* (owned) canonical figure to how often, here and in the next ones */
  GHashTable *names;        /* (owned) in small letters, as all that follow */
  GHashTable *words;        /* (owned) all words */
  GHashTable *hedges;       /* (owned) */
  GHashTable *sayings;      /* (owned) */
  guint       n_negations;
  guint       n_quotes;
} Features;

static void
features_init (Features *features)
{
  features->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  features->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  features->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  features->hedges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  features->sayings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
features_clear (Features *features)
{
  g_hash_table_unref (features->numbers);
  g_hash_table_unref (features->names);
  g_hash_table_unref (features->words);
  g_hash_table_unref (features->hedges);
  g_hash_table_unref (features->sayings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Features, features_clear)

static void
count (GHashTable *set,
       const char *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (set, word));

  g_hash_table_insert (set, g_strdup (word), GUINT_TO_POINTER (n + 1));
}

static gboolean
is_same_set (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer word, n;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, &n))
    {
      if (g_hash_table_lookup (b, word) != n)
        return FALSE;
    }
  return TRUE;
}

/* A name that the other side has as a word with a small letter is only written otherwise. */
static gboolean
has_names (GHashTable *words,
           GHashTable *names)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (words, name))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_item (const SlWordsPart *part,
          guint              index)
{
  SlSpan span = sl_words_get (part->words, index)->span;

  return g_strndup (part->text + span.start, sl_span_length (span));
}

/* "14,500" and "14500" are one number: a sign before three digits that end there parts thousands. */
static char *
canonical_figure (const char *figure)
{
  GString *out = g_string_new (NULL);

  for (const char *p = figure; *p != '\0'; p++)
    {
      gboolean parts = *p == ',' || *p == '.';

      if (!parts || strspn (p + 1, "0123456789") != 3)
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static char
mark_at (const SlWordsPart *part,
         guint              index)
{
  const SlWordsItem *item = sl_words_get (part->words, index);

  return item->type == SL_WORDS_MARK ? part->text[item->span.start] : '\0';
}

/* The word before, over one blank; the number of words when a sentence begins, or there is none. */
static guint
find_word_before (const SlWordsPart *part,
                  guint              index)
{
  guint at = index;

  if (at > 0 && sl_words_get (part->words, at - 1)->type == SL_WORDS_SPACE)
    at--;
  if (at == 0 || sl_words_get (part->words, at - 1)->type == SL_WORDS_SPACE)
    return part->words->len;
  if (sl_words_get (part->words, at - 1)->type == SL_WORDS_MARK && strchr (".!?:\"", mark_at (part, at - 1)) != NULL)
    return part->words->len;
  return at - 1;
}

static gboolean
is_capitalised (const SlWordsPart *part,
                guint              index)
{
  const SlWordsItem *item;

  if (index >= part->words->len)
    return FALSE;
  item = sl_words_get (part->words, index);
  return item->type == SL_WORDS_WORD && g_unichar_isupper (g_utf8_get_char (part->text + item->span.start));
}

static gboolean
has_second_capital (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (word)));
}

static guint
look_up_word (const SlWordsPart *part,
              guint              index,
              const SlWordKinds *kinds)
{
  g_autofree char *word = dup_item (part, index);
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return sl_word_kinds_look_up (kinds, folded, NULL);
}

/*
 * A capital letter makes a name, but for a small word, and for the first word of a sentence unless a
 * capital follows. Where all nouns have capitals, what an article or an adjective leads is a noun.
 */
static gboolean
is_name (const SlWordsPart *part,
         guint              index,
         guint              word_kinds,
         const SlWordKinds *kinds)
{
  guint before = find_word_before (part, index);
  g_autofree char *word = dup_item (part, index);
  guint lead;

  if (!is_capitalised (part, index) || (word_kinds & SL_WORD_SMALL) != 0)
    return FALSE;
  if (has_second_capital (word))
    return TRUE;
  if (before == part->words->len)
    return is_capitalised (part, index + 2) || sl_word_kinds_has_capital_nouns (kinds);
  if (!sl_word_kinds_has_capital_nouns (kinds) || sl_words_get (part->words, before)->type != SL_WORDS_WORD || is_capitalised (part, before))
    return TRUE;
  lead = look_up_word (part, before, kinds);
  return lead != 0 && (lead & SL_WORD_INTRODUCES) == 0;
}

/* The phrase of @n words from @index on, in small letters; %NULL when there are not so many side by side. */
static char *
dup_phrase (const SlWordsPart *part,
            guint              index,
            guint              n)
{
  GString *phrase;
  guint last = index + 2 * (n - 1);

  if (last >= part->words->len)
    return NULL;
  for (guint i = index; i <= last; i++)
    {
      SlWordsType type = sl_words_get (part->words, i)->type;

      if ((i - index) % 2 == 0 ? type != SL_WORDS_WORD : type != SL_WORDS_SPACE && mark_at (part, i) != '-')
        return NULL;
    }
  phrase = g_string_new_len (part->text + sl_words_get (part->words, index)->span.start,
                             (gssize) (sl_words_get (part->words, last)->span.end - sl_words_get (part->words, index)->span.start));
  char *folded = g_utf8_strdown (phrase->str, (gssize) phrase->len);
  g_string_free (phrase, TRUE);
  return folded;
}

static void
count_kinds (Features   *features,
             const char *phrase,
             guint       word_kinds,
             gint64      value)
{
  if ((word_kinds & SL_WORD_NEGATION) != 0)
    features->n_negations++;
  if ((word_kinds & SL_WORD_HEDGE) != 0)
    count (features->hedges, phrase);
  if ((word_kinds & SL_WORD_SAYING) != 0)
    count (features->sayings, phrase);
  if ((word_kinds & SL_WORD_NUMBER) != 0)
    {
      g_autofree char *figure = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup (phrase);

      count (features->numbers, figure);
    }
}

/* A word that nobody listed can still have a small one joined to it by an apostrophe: "didn't", "n'est". */
static guint
look_up (const char        *phrase,
         const SlWordKinds *kinds,
         gint64            *value)
{
  guint word_kinds = sl_word_kinds_look_up (kinds, phrase, value);
  const char *apostrophe = strchr (phrase, '\'');

  if (word_kinds != 0 || apostrophe == NULL || apostrophe == phrase)
    return word_kinds;

  g_autofree char *clitic = g_strndup (phrase, (gsize) (apostrophe + 1 - phrase));
  return sl_word_kinds_look_up (kinds, clitic, NULL)
         | sl_word_kinds_look_up (kinds, g_utf8_find_prev_char (phrase, apostrophe), NULL)
         | sl_word_kinds_look_up (kinds, apostrophe + 1, NULL);
}

/* The longest phrase that begins at @index and reaches into the part; returns how many items it takes. */
static guint
read_phrase (const SlWordsPart *part,
             guint              index,
             const SlWordKinds *kinds,
             Features          *features)
{
  for (guint n = SL_WORD_KINDS_MAX_PHRASE; n > 0; n--)
    {
      g_autofree char *phrase = dup_phrase (part, index, n);
      guint items = 2 * n - 1;
      gint64 value;
      guint word_kinds = phrase != NULL ? look_up (phrase, kinds, &value) : 0;

      if (word_kinds == 0 || index + items <= part->first)
        continue;
      count_kinds (features, phrase, word_kinds, value);
      count (features->words, phrase);
      if (n == 1 && is_name (part, index, word_kinds, kinds))
        break;
      return items;
    }
  return 0;
}

static void
read_item (const SlWordsPart *part,
           guint              index,
           Features          *features,
           const SlWordKinds *kinds)
{
  const SlWordsItem *item = sl_words_get (part->words, index);
  g_autofree char *word = dup_item (part, index);
  g_autofree char *folded = g_utf8_strdown (word, -1);

  if (item->type == SL_WORDS_WORD)
    count (features->words, folded);
  if (item->type == SL_WORDS_FIGURE)
    {
      g_autofree char *figure = canonical_figure (word);

      count (features->numbers, figure);
    }
  else if (item->type == SL_WORDS_MARK && *word == '"')
    features->n_quotes++;
  else if (is_name (part, index, 0, kinds))
    count (features->names, folded);
}

/* Phrases that begin shortly before the part and reach into it count, too: "[-did-] not", "according [-to-]". */
static void
read_part (const SlWordsPart *part,
           const SlWordKinds *kinds,
           Features          *features)
{
  guint reach = MIN (part->first, 2 * (SL_WORD_KINDS_MAX_PHRASE - 1));
  guint i = part->first - reach;

  if (part->first == part->end)
    return;
  while (i < part->end)
    {
      guint taken = sl_words_get (part->words, i)->type == SL_WORDS_WORD ? read_phrase (part, i, kinds, features) : 0;

      if (taken == 0 && i >= part->first)
        read_item (part, i, features, kinds);
      i += MAX (taken, 1);
    }
}

/**
 * sl_change_kinds_tell:
 * @before: what was taken away
 * @after: what was put in
 * @kinds: (nullable): the words of the language; without them there are only numbers, names, quotation marks and wording
 *
 * Tells what a change of words does to what is said.
 *
 * Numbers, names, words of caution and verbs of attribution count as changed when the two sides do
 * not have the same ones equally often, negations and quotation marks when they are not as many.
 *
 * Returns: bits of #SlChangeKind, never 0
 */
guint
sl_change_kinds_tell (const SlWordsPart *before,
                      const SlWordsPart *after,
                      const SlWordKinds *kinds)
{
  g_auto (Features) a = { 0 };
  g_auto (Features) b = { 0 };
  guint told = 0;

  features_init (&a);
  features_init (&b);
  read_part (before, kinds, &a);
  read_part (after, kinds, &b);

  told |= a.n_negations != b.n_negations ? SL_CHANGE_NEGATION : 0;
  told |= a.n_quotes != b.n_quotes ? SL_CHANGE_QUOTATION : 0;
  told |= is_same_set (a.numbers, b.numbers) ? 0 : SL_CHANGE_NUMBER;
  told |= has_names (a.words, b.names) && has_names (b.words, a.names) ? 0 : SL_CHANGE_NAME;
  told |= is_same_set (a.hedges, b.hedges) ? 0 : SL_CHANGE_HEDGE;
  told |= is_same_set (a.sayings, b.sayings) ? 0 : SL_CHANGE_SAYING;
  return told != 0 ? told : SL_CHANGE_WORDING;
}
