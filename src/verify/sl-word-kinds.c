/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-word-kinds.h"

struct _SlWordKinds
{
  GHashTable *phrases;        /* (owned) folded phrase to Entry */
  gboolean    capital_nouns;
};

typedef struct
{
  guint  kinds;
  gint64 value;  /* of a number word; -1: none */
} Entry;

/**
 * sl_word_kinds_new:
 * @capital_nouns: whether the language writes all nouns with a capital letter
 *
 * Makes an empty list of words.
 *
 * Returns: (transfer full): the list
 */
SlWordKinds *
sl_word_kinds_new (gboolean capital_nouns)
{
  SlWordKinds *self = g_new0 (SlWordKinds, 1);

  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->capital_nouns = capital_nouns;
  return self;
}

/**
 * sl_word_kinds_free:
 * @self: (nullable) (transfer full): a list of words
 */
void
sl_word_kinds_free (SlWordKinds *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->phrases);
  g_free (self);
}

static Entry *
get_entry (SlWordKinds *self,
           const char  *phrase)
{
  char *folded = g_utf8_strdown (phrase, -1);
  Entry *entry = g_hash_table_lookup (self->phrases, folded);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->value = -1;
      g_hash_table_insert (self->phrases, folded, entry);
    }
  else
    {
      g_free (folded);
    }
  return entry;
}

/**
 * sl_word_kinds_add:
 * @phrase: up to %SL_WORD_KINDS_MAX_PHRASE words with one blank between; case does not matter
 * @kind: what it does
 *
 * Adds a word or phrase, or another kind of one that is there.
 */
void
sl_word_kinds_add (SlWordKinds *self,
                   const char  *phrase,
                   SlWordKind   kind)
{
  get_entry (self, phrase)->kinds |= kind;
}

/**
 * sl_word_kinds_add_number:
 * @word: one word; case does not matter
 * @value: what it stands for, not negative
 *
 * Adds a number word, so that "14" and "fourteen" are no different numbers.
 */
void
sl_word_kinds_add_number (SlWordKinds *self,
                          const char  *word,
                          gint64       value)
{
  Entry *entry = get_entry (self, word);

  entry->kinds |= SL_WORD_NUMBER;
  entry->value = value;
}

/**
 * sl_word_kinds_look_up:
 * @self: (nullable): none knows no word
 * @phrase: in small letters
 * @value: (out) (optional): what a number word stands for, or -1
 *
 * Returns: bits of #SlWordKind; 0 for a word that is not known
 */
guint
sl_word_kinds_look_up (const SlWordKinds *self,
                       const char        *phrase,
                       gint64            *value)
{
  const Entry *entry = self != NULL ? g_hash_table_lookup (self->phrases, phrase) : NULL;

  if (value != NULL)
    *value = entry != NULL ? entry->value : -1;
  return entry != NULL ? entry->kinds : 0;
}

/**
 * sl_word_kinds_has_capital_nouns:
 * @self: (nullable): a list of words
 *
 * Returns: whether the language writes all nouns with a capital letter
 */
gboolean
sl_word_kinds_has_capital_nouns (const SlWordKinds *self)
{
  return self != NULL && self->capital_nouns;
}
