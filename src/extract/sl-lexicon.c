/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-lexicon.h"

#include <string.h>

#include "extract/sl-compounds.h"
#include "extract/sl-tokens.h"

static const struct
{
  const char *name;
  SlClass class_;
} names[] = {
  { "weekday", SL_CLASS_WEEKDAY },
  { "month", SL_CLASS_MONTH },
  { "month-adjective", SL_CLASS_MONTH_ADJECTIVE },
  { "season", SL_CLASS_SEASON },
  { "unit", SL_CLASS_UNIT },
  { "units", SL_CLASS_UNITS },
  { "unit-adjective", SL_CLASS_UNIT_ADJECTIVE },
  { "number-word", SL_CLASS_NUMBER_WORD },
  { "number-joiner", SL_CLASS_NUMBER_JOINER },
  { "vague-number", SL_CLASS_VAGUE_NUMBER },
  { "ordinal-word", SL_CLASS_ORDINAL_WORD },
  { "ordinal-suffix", SL_CLASS_ORDINAL_SUFFIX },
  { "decade-suffix", SL_CLASS_DECADE_SUFFIX },
  { "decade-name", SL_CLASS_DECADE_NAME },
  { "century-word", SL_CLASS_CENTURY_WORD },
  { "fraction", SL_CLASS_FRACTION },
  { "roman", SL_CLASS_ROMAN },
  { "relative-day", SL_CLASS_RELATIVE_DAY },
  { "relative-period", SL_CLASS_RELATIVE_PERIOD },
  { "part", SL_CLASS_PART },
  { "direction", SL_CLASS_DIRECTION },
  { "modifier", SL_CLASS_MODIFIER },
  { "bound", SL_CLASS_BOUND },
  { "reference", SL_CLASS_REFERENCE },
  { "holiday", SL_CLASS_HOLIDAY },
  { "frequency", SL_CLASS_FREQUENCY },
  { "length", SL_CLASS_LENGTH },
  { "meridiem", SL_CLASS_MERIDIEM },
  { "minutes", SL_CLASS_MINUTES },
  { "zone", SL_CLASS_ZONE },
  { "sign", SL_CLASS_SIGN },
  { "era", SL_CLASS_ERA },
  { "future-marker", SL_CLASS_FUTURE_MARKER },
  { "past-marker", SL_CLASS_PAST_MARKER },
  { "cue-verb", SL_CLASS_CUE_VERB },
  { "cue-noun", SL_CLASS_CUE_NOUN },
  { "cue-phrase", SL_CLASS_CUE_PHRASE },
  { "relay", SL_CLASS_RELAY },
  { "pronoun", SL_CLASS_PRONOUN },
  { "unnamed", SL_CLASS_UNNAMED },
  { "outlet-noun", SL_CLASS_OUTLET_NOUN },
  { "outlet-name", SL_CLASS_OUTLET_NAME },
  { "document-noun", SL_CLASS_DOCUMENT_NOUN },
  { "role", SL_CLASS_ROLE },
  { "body", SL_CLASS_BODY },
  { "conjunction", SL_CLASS_CONJUNCTION },
  { "determiner", SL_CLASS_DETERMINER },
  { "possessive", SL_CLASS_POSSESSIVE },
  { "preposition", SL_CLASS_PREPOSITION },
  { "auxiliary", SL_CLASS_AUXILIARY },
  { "negation", SL_CLASS_NEGATION },
  { "adverb", SL_CLASS_ADVERB },
  { "joiner", SL_CLASS_JOINER },
  { "relative", SL_CLASS_RELATIVE },
  { "agent", SL_CLASS_AGENT },
  { "impersonal", SL_CLASS_IMPERSONAL },
  { "anaphor", SL_CLASS_ANAPHOR },
  { "infinitive", SL_CLASS_INFINITIVE },
  { "passive", SL_CLASS_PASSIVE },
  { "plural", SL_CLASS_PLURAL },
  { "verb", SL_CLASS_VERB },
  { "rubric", SL_CLASS_RUBRIC },
  { "addressee", SL_CLASS_ADDRESSEE },
  { "within", SL_CLASS_WITHIN },
  { "credit", SL_CLASS_CREDIT },
  { "continuation", SL_CLASS_CONTINUATION },
  { "platform", SL_CLASS_PLATFORM },
  { "subordinator", SL_CLASS_SUBORDINATOR },
  { "oblique", SL_CLASS_OBLIQUE },
  { "subjunctive", SL_CLASS_SUBJUNCTIVE },
  { "hedge", SL_CLASS_HEDGE },
  { "plan", SL_CLASS_PLAN },
  { "prediction", SL_CLASS_PREDICTION },
  { "condition", SL_CLASS_CONDITION },
  { "denial", SL_CLASS_DENIAL },
  { "event-verb", SL_CLASS_EVENT_VERB },
  { "address", SL_CLASS_ADDRESS },
  { "abbreviation", SL_CLASS_ABBREVIATION },
  { "stop-word", SL_CLASS_STOP_WORD },
  { "number", SL_CLASS_NUMBER },
  { "day", SL_CLASS_DAY },
  { "ordinal", SL_CLASS_ORDINAL },
  { "year", SL_CLASS_YEAR },
  { "short-year", SL_CLASS_SHORT_YEAR },
  { "year-end", SL_CLASS_YEAR_END },
  { "spoken-year", SL_CLASS_SPOKEN_YEAR },
  { "iso-date", SL_CLASS_ISO_DATE },
  { "numeric-date", SL_CLASS_NUMERIC_DATE },
  { "clock", SL_CLASS_CLOCK },
  { "dot-clock", SL_CLASS_DOT_CLOCK },
  { "hour", SL_CLASS_HOUR },
  { "minute", SL_CLASS_MINUTE },
  { "month-number", SL_CLASS_MONTH_NUMBER },
  { "day-month", SL_CLASS_DAY_MONTH },
  { "military-clock", SL_CLASS_MILITARY_CLOCK },
  { "index", SL_CLASS_INDEX },
  { "short-date", SL_CLASS_SHORT_DATE },
  { "day-word", SL_CLASS_DAY_WORD },
  { "decade", SL_CLASS_DECADE },
};

/* The meanings of one word. */
typedef struct
{
  GPtrArray *entries;     /* (owned) (nullable) (element-type SlLexEntry): by class, then as they were added */
  GArray    *runs;        /* (owned) (nullable) (element-type guint): where those of each class begin, and the end */
  guint64    classes[2];  /* bit per class that a single word of the entries has */
  guint64    all[2];      /* those of the phrases, too */
} Word;

/* One slot of the hash table; open addressing, as lookups are most of the work on plain text. */
typedef struct
{
  guint64 start;  /* the first bytes, packed */
  guint32 hash;
  guint32 word;   /* 0: free */
} Slot;

struct _SlLexicon
{
  GPtrArray   *strings;    /* (owned): text of word id + 1 */
  GArray      *words;      /* (owned) (element-type Word): by id; 0 stands for the unknown */
  Slot        *slots;      /* (owned) */
  guint32      mask;
  SlCompounds *compounds;  /* (owned) (nullable) */
};

G_STATIC_ASSERT (SL_N_CLASSES <= 128);

/**
 * sl_lex_entry_new:
 * @class_: a class of words
 * @text: what is meant
 *
 * Returns: (transfer full): a meaning without a word
 */
SlLexEntry *
sl_lex_entry_new (SlClass     class_,
                  const char *text)
{
  SlLexEntry *self = g_new0 (SlLexEntry, 1);

  self->class_ = class_;
  self->text = g_strdup (text);
  self->value = g_ascii_strtoll (text, NULL, 10);
  return self;
}

void
sl_lex_entry_free (SlLexEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->tail);
  g_free (self);
}

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_clear_pointer (&word->entries, g_ptr_array_unref);
  g_clear_pointer (&word->runs, g_array_unref);
}

/**
 * sl_lexicon_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
SlLexicon *
sl_lexicon_new (void)
{
  SlLexicon *self = g_new0 (SlLexicon, 1);
  Word unknown = { 0 };

  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  g_array_append_val (self->words, unknown);
  self->mask = 1023;
  self->slots = g_new0 (Slot, self->mask + 1);
  return self;
}

void
sl_lexicon_free (SlLexicon *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->strings);
  g_array_unref (self->words);
  g_free (self->slots);
  sl_compounds_free (self->compounds);
  g_free (self);
}

/* The hash of what stood before and the next bytes. A product of odd numbers mixes upwards only, so its upper half is brought down. */
static inline guint64
add_to_hash (guint64 hash,
             guint64 packed)
{
  hash = (hash ^ packed) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

static guint32
hash_word (const char *word,
           gsize       length,
           guint64     start)
{
  guint64 hash = add_to_hash (0, start);

  for (gsize at = SL_LEXICON_SHORT; at < length; at += SL_LEXICON_SHORT)
    hash = add_to_hash (hash, sl_lexicon_pack (word + at, MIN (length - at, SL_LEXICON_SHORT)));
  return (guint32) hash;
}

/* The word of a slot, behind its start. */
static inline const char *
get_rest (const SlLexicon *self,
          const Slot      *slot)
{
  return (const char *) g_ptr_array_index (self->strings, slot->word - 1) + SL_LEXICON_SHORT;
}

static Slot *
find_slot (const SlLexicon *self,
           const char      *word,
           gsize            length,
           guint64          start,
           guint32          hash)
{
  gsize rest = length - MIN (length, SL_LEXICON_SHORT);

  for (guint32 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      Slot *slot = &self->slots[i];

      /* What is shorter has zeros at the end of its start. */
      if (slot->word == 0
          || (slot->start == start && slot->hash == hash
              && (length < SL_LEXICON_SHORT
                  || (strncmp (get_rest (self, slot), word + (length - rest), rest) == 0 && get_rest (self, slot)[rest] == '\0'))))
        return slot;
    }
}

static void
grow (SlLexicon *self)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  guint32 count = self->mask + 1;

  self->mask = count * 2 - 1;
  self->slots = g_new0 (Slot, (gsize) count * 2);
  for (guint32 i = 0; i < count; i++)
    {
      guint32 at = old[i].hash & self->mask;

      if (old[i].word == 0)
        continue;
      while (self->slots[at].word != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = old[i];
    }
}

/**
 * sl_lexicon_look_up_short:
 * @self: a lexicon
 * @packed: a word in lower case, from sl_lexicon_pack()
 * @length: its length in bytes, %SL_LEXICON_SHORT at most
 *
 * Returns: the id of the word, 0 when it is unknown
 */
guint32
sl_lexicon_look_up_short (const SlLexicon *self,
                          guint64          packed,
                          gsize            length)
{
  for (guint32 i = (guint32) add_to_hash (0, packed) & self->mask;; i = (i + 1) & self->mask)
    {
      const Slot *slot = &self->slots[i];

      if (slot->word == 0 || (slot->start == packed && (length < SL_LEXICON_SHORT || get_rest (self, slot)[0] == '\0')))
        return slot->word;
    }
}

/**
 * sl_lexicon_lookup:
 * @self: a lexicon
 * @word: a word in lower case
 * @length: length of @word in bytes
 *
 * Returns: the id of @word, 0 when it is unknown
 */
guint32
sl_lexicon_lookup (const SlLexicon *self,
                   const char      *word,
                   gsize            length)
{
  guint64 start = sl_lexicon_pack (word, MIN (length, SL_LEXICON_SHORT));

  return find_slot (self, word, length, start, hash_word (word, length, start))->word;
}

/**
 * sl_lexicon_intern:
 * @self: a lexicon that is still being filled
 * @word: a word in lower case
 * @length: length of @word in bytes
 *
 * Returns: the id of @word, which from now on is known
 */
guint32
sl_lexicon_intern (SlLexicon  *self,
                   const char *word,
                   gsize       length)
{
  guint64 start = sl_lexicon_pack (word, MIN (length, SL_LEXICON_SHORT));
  guint32 hash = hash_word (word, length, start);
  Slot *slot = find_slot (self, word, length, start, hash);
  Word added = { 0 };

  if (slot->word != 0)
    return slot->word;

  g_ptr_array_add (self->strings, g_strndup (word, length));
  g_array_append_val (self->words, added);
  slot->start = start;
  slot->hash = hash;
  slot->word = self->strings->len;
  if (self->strings->len * 2 > self->mask)
    grow (self);
  return self->strings->len;
}

/**
 * sl_lexicon_get_size:
 * @self: a lexicon
 *
 * Returns: one more than the largest id
 */
guint32
sl_lexicon_get_size (const SlLexicon *self)
{
  return self->words->len;
}

/**
 * sl_lexicon_get_word:
 * @self: a lexicon
 * @word: id of a word, not 0
 *
 * Returns: (transfer none): its text, in lower case
 */
const char *
sl_lexicon_get_word (const SlLexicon *self,
                     guint32          word)
{
  return g_ptr_array_index (self->strings, word - 1);
}

/* How many of the classes below @class_ @word can be of: the place of its run. */
static inline guint
rank_class (const Word *word,
            SlClass     class_)
{
  guint64 below = (G_GUINT64_CONSTANT (1) << class_ % 64) - 1;
  guint rank = (guint) __builtin_popcountll (word->all[class_ / 64] & below);

  return class_ < 64 ? rank : rank + (guint) __builtin_popcountll (word->all[0]);
}

static inline gboolean
has_class (const Word *word,
           SlClass     class_)
{
  return (word->all[class_ / 64] >> class_ % 64 & 1) != 0;
}

/* Puts @entry behind those of its class. */
static void
add_entry (Word       *word,
           SlLexEntry *entry)
{
  guint first = 0, rank = rank_class (word, entry->class_);

  if (word->entries == NULL)
    {
      word->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_lex_entry_free);
      word->runs = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (word->runs, first);
    }
  first = g_array_index (word->runs, guint, rank);
  if (!has_class (word, entry->class_))
    g_array_insert_val (word->runs, rank, first);
  word->all[entry->class_ / 64] |= G_GUINT64_CONSTANT (1) << entry->class_ % 64;
  for (guint i = rank + 1; i < word->runs->len; i++)
    g_array_index (word->runs, guint, i)++;
  g_ptr_array_insert (word->entries, (int) g_array_index (word->runs, guint, rank + 1) - 1, entry);
}

/* Cuts @phrase as texts are cut, so that "o'clock" and "mid-" are found as they will stand. */
static guint32 *
intern_phrase (SlLexicon  *self,
               const char *phrase,
               guint      *length)
{
  g_autoptr (SlTokens) cut = sl_tokens_new (phrase, strlen (phrase), NULL);
  guint32 *ids = g_new0 (guint32, cut->count + 1);

  *length = cut->count;
  for (guint i = 0; i < cut->count; i++)
    {
      const SlToken *token = &cut->items[i];
      g_autofree char *lower = g_utf8_strdown (phrase + token->start, token->end - token->start);

      ids[i] = sl_lexicon_intern (self, lower, strlen (lower));
    }
  return ids;
}

/**
 * sl_lexicon_add:
 * @self: a lexicon that is still being filled
 * @phrase: one or more words
 * @class_: what they are
 * @text: what they mean
 * @capitalised: whether they count only with a capital first letter
 * @abbreviation: whether a full stop may follow that belongs to them
 *
 * Adds a meaning.
 */
void
sl_lexicon_add (SlLexicon  *self,
                const char *phrase,
                SlClass     class_,
                const char *text,
                gboolean    capitalised,
                gboolean    abbreviation)
{
  guint length;
  g_autofree guint32 *ids = intern_phrase (self, phrase, &length);
  SlLexEntry *entry;
  Word *word;

  if (length == 0)
    return;

  entry = sl_lex_entry_new (class_, text);
  entry->capitalised = capitalised;
  entry->abbreviation = abbreviation;
  entry->tail_length = length - 1;
  if (length > 1)
    entry->tail = g_memdup2 (ids + 1, sizeof *ids * (length - 1));

  word = &g_array_index (self->words, Word, ids[0]);
  add_entry (word, entry);
  if (length == 1)
    word->classes[class_ / 64] |= G_GUINT64_CONSTANT (1) << class_ % 64;
}

/**
 * sl_lexicon_get_entries:
 * @self: a lexicon
 * @word: id of a word
 *
 * Returns: (transfer none) (nullable) (element-type SlLexEntry): what @word, or a phrase that begins with it, can mean
 */
const GPtrArray *
sl_lexicon_get_entries (const SlLexicon *self,
                        guint32          word)
{
  return word < self->words->len ? g_array_index (self->words, Word, word).entries : NULL;
}

/**
 * sl_lexicon_get_classes:
 * @self: a lexicon
 * @word: id of a word
 *
 * Returns: a bit for each of the first 64 classes that @word, or a phrase that begins with it, can be of
 */
guint64
sl_lexicon_get_classes (const SlLexicon *self,
                        guint32          word)
{
  const Word *known;

  if (word >= self->words->len)
    return 0;
  known = &g_array_index (self->words, Word, word);
  return known->all[0] | (known->all[1] != 0 ? sl_class_bit (SL_N_CLASSES) : 0);
}

/**
 * sl_lexicon_get_run:
 * @self: a lexicon
 * @word: id of a word
 * @class_: a class of words
 * @count: (out): how many there are, 0 when @word is not known
 *
 * Returns: (transfer none) (nullable) (array length=count): those entries of @word that are of @class_
 */
const SlLexEntry *const *
sl_lexicon_get_run (const SlLexicon *self,
                    guint32          word,
                    SlClass          class_,
                    guint           *count)
{
  const Word *known;
  const guint *run;

  *count = 0;
  if (word >= self->words->len)
    return NULL;
  known = &g_array_index (self->words, Word, word);
  if (!has_class (known, class_))
    return NULL;
  run = &g_array_index (known->runs, guint, rank_class (known, class_));
  *count = run[1] - run[0];
  return (const SlLexEntry *const *) known->entries->pdata + run[0];
}

/**
 * sl_lexicon_has:
 * @self: a lexicon
 * @word: id of a word
 * @class_: a class of words
 *
 * Whether @word by itself can be of @class_.
 */
gboolean
sl_lexicon_has (const SlLexicon *self,
                guint32          word,
                SlClass          class_)
{
  return word < self->words->len
         && (g_array_index (self->words, Word, word).classes[class_ / 64] >> class_ % 64 & 1) != 0;
}

/**
 * sl_lexicon_find:
 * @self: a lexicon
 * @word: id of a word
 * @class_: a class of words
 *
 * Returns: (transfer none) (nullable): what @word by itself means as a @class_
 */
const SlLexEntry *
sl_lexicon_find (const SlLexicon *self,
                 guint32          word,
                 SlClass          class_)
{
  guint count;
  const SlLexEntry *const *entries = sl_lexicon_get_run (self, word, class_, &count);

  for (guint i = 0; i < count; i++)
    if (entries[i]->tail_length == 0)
      return entries[i];
  return NULL;
}

/**
 * sl_lexicon_take_compounds:
 * @self: a lexicon
 * @compounds: (transfer full): which of its words may be written together
 *
 * From now on texts are cut with @compounds.
 */
void
sl_lexicon_take_compounds (SlLexicon   *self,
                           SlCompounds *compounds)
{
  g_return_if_fail (self->compounds == NULL);

  self->compounds = compounds;
}

/**
 * sl_lexicon_get_compounds:
 * @self: a lexicon
 *
 * Returns: (transfer none) (nullable): which of its words may be written together
 */
const SlCompounds *
sl_lexicon_get_compounds (const SlLexicon *self)
{
  return self->compounds;
}

/**
 * sl_class_from_name:
 * @name: name of a class, as language files use it
 *
 * Returns: the class, %SL_CLASS_NONE when there is none of that name
 */
SlClass
sl_class_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return names[i].class_;
  return SL_CLASS_NONE;
}

/**
 * sl_class_get_name:
 * @class_: a class of words
 *
 * Returns: the name that language files use for it
 */
const char *
sl_class_get_name (SlClass class_)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].class_ == class_)
      return names[i].name;
  return "none";
}
