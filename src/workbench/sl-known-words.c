/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-known-words.h"

#include <string.h>

#include "extract/sl-language.h"

/* What one class of the language files does to a statement. */
static const struct
{
  SlClass class_;
  SlWordKind kinds;
} classes[] = {
  { SL_CLASS_VAGUE_NUMBER, SL_WORD_NUMBER | SL_WORD_SMALL },
  { SL_CLASS_ORDINAL_WORD, SL_WORD_NUMBER | SL_WORD_SMALL },
  { SL_CLASS_NEGATION, SL_WORD_NEGATION | SL_WORD_SMALL },
  { SL_CLASS_DENIAL, SL_WORD_NEGATION },
  { SL_CLASS_HEDGE, SL_WORD_HEDGE | SL_WORD_SMALL },
  { SL_CLASS_CUE_PHRASE, SL_WORD_SAYING },
  { SL_CLASS_DETERMINER, SL_WORD_SMALL | SL_WORD_INTRODUCES },
  { SL_CLASS_POSSESSIVE, SL_WORD_SMALL | SL_WORD_INTRODUCES },
  { SL_CLASS_PRONOUN, SL_WORD_SMALL },
  { SL_CLASS_CONJUNCTION, SL_WORD_SMALL },
  { SL_CLASS_PREPOSITION, SL_WORD_SMALL },
  { SL_CLASS_AUXILIARY, SL_WORD_SMALL },
  { SL_CLASS_ADVERB, SL_WORD_SMALL },
  { SL_CLASS_JOINER, SL_WORD_SMALL },
  { SL_CLASS_RELATIVE, SL_WORD_SMALL },
  { SL_CLASS_UNNAMED, SL_WORD_SMALL },
  { SL_CLASS_PLURAL, SL_WORD_SMALL },
  { SL_CLASS_ROLE, SL_WORD_SMALL },
  { SL_CLASS_STOP_WORD, SL_WORD_SMALL },
};

/* Only verbs that make statements: "wants" and "seems" attribute nothing. */
static guint
get_verb_kinds (const SlLexEntry *entry)
{
  static const char *const statements[] = { "assert", "allege", "predict", "plan" };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (g_str_has_prefix (entry->text, statements[i]))
        return SL_WORD_SAYING;
    }
  return g_str_has_prefix (entry->text, "deny") ? SL_WORD_SAYING | SL_WORD_NEGATION : 0;
}

static guint
get_kinds (const SlLexEntry *entry)
{
  if (entry->class_ == SL_CLASS_CUE_VERB)
    return get_verb_kinds (entry);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (classes[i].class_ == entry->class_)
        return classes[i].kinds;
    }
  return 0;
}

static char *
dup_phrase (const SlLexicon  *lexicon,
            guint32           word,
            const SlLexEntry *entry)
{
  GString *phrase = g_string_new (sl_lexicon_get_word (lexicon, word));

  for (guint i = 0; i < entry->tail_length; i++)
    g_string_append_printf (phrase, " %s", sl_lexicon_get_word (lexicon, entry->tail[i]));
  return g_string_free (phrase, FALSE);
}

static void
add_entry (SlWordKinds      *known,
           const SlLexicon  *lexicon,
           guint32           word,
           const SlLexEntry *entry)
{
  guint kinds = get_kinds (entry);

  if (entry->tail_length >= SL_WORD_KINDS_MAX_PHRASE)
    return;

  g_autofree char *phrase = dup_phrase (lexicon, word, entry);
  for (guint bit = 1; bit <= SL_WORD_INTRODUCES; bit <<= 1)
    {
      if ((kinds & bit) != 0)
        sl_word_kinds_add (known, phrase, (SlWordKind) bit);
    }
  if (entry->class_ == SL_CLASS_NUMBER_WORD && entry->tail_length == 0 && entry->value > 0)
    sl_word_kinds_add_number (known, phrase, entry->value);
}

static void
add_list (SlWordKinds        *known,
          const char  *const *words,
          SlWordKind          kind)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      sl_word_kinds_add (known, words[i], kind);
      sl_word_kinds_add (known, words[i], SL_WORD_SMALL);
    }
}

static SlWordKinds *
make (const SlLanguage *language)
{
  const SlLexicon *lexicon = sl_language_get_lexicon (language);
  SlWordKinds *known = sl_word_kinds_new (sl_language_has_capital_nouns (language));

  for (guint32 word = 1; word < sl_lexicon_get_size (lexicon); word++)
    {
      const GPtrArray *entries = sl_lexicon_get_entries (lexicon, word);

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        add_entry (known, lexicon, word, g_ptr_array_index (entries, i));
    }
  add_list (known, sl_language_get_negative_words (language), SL_WORD_NEGATION);
  add_list (known, sl_language_get_cautious_words (language), SL_WORD_HEDGE);
  return known;
}

/* Made once for each language and kept, as the languages themselves are: constants in the shape of files. */
static const SlWordKinds *
get_made (const SlLanguage *language)
{
  static GMutex mutex;
  static GHashTable *made;
  SlWordKinds *known;

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  known = g_hash_table_lookup (made, language);
  if (known == NULL)
    {
      known = make (language);
      g_hash_table_insert (made, (gpointer) language, known);
    }
  g_mutex_unlock (&mutex);
  return known;
}

/**
 * sl_known_words_get:
 * @tag: BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the words of a language that change what a statement says;
 *   %NULL when its file cannot be used, which tests show
 */
const SlWordKinds *
sl_known_words_get (const char *tag)
{
  const SlLanguage *language = sl_language_get (tag, NULL);

  return language != NULL ? get_made (language) : NULL;
}

/**
 * sl_known_words_guess:
 * @text: UTF-8
 *
 * Returns: (transfer none) (nullable): as sl_known_words_get(), for the language that a text is in
 */
const SlWordKinds *
sl_known_words_guess (const char *text)
{
  const SlLanguage *language = sl_language_guess (text, strlen (text), NULL);

  return language != NULL ? get_made (language) : NULL;
}
