/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What a word can be. The names of the groups in a language file are in sl-lexicon.c. */
typedef enum
{
  SL_CLASS_NONE,

  /* times */
  SL_CLASS_WEEKDAY,
  SL_CLASS_MONTH,
  SL_CLASS_SEASON,
  SL_CLASS_UNIT,
  SL_CLASS_UNITS,
  SL_CLASS_NUMBER_WORD,
  SL_CLASS_NUMBER_JOINER,
  SL_CLASS_VAGUE_NUMBER,
  SL_CLASS_ORDINAL_WORD,
  SL_CLASS_ORDINAL_SUFFIX,
  SL_CLASS_DECADE_SUFFIX,
  SL_CLASS_DECADE_NAME,
  SL_CLASS_CENTURY_WORD,
  SL_CLASS_FRACTION,
  SL_CLASS_ROMAN,
  SL_CLASS_RELATIVE_DAY,
  SL_CLASS_PART,
  SL_CLASS_DIRECTION,
  SL_CLASS_MODIFIER,
  SL_CLASS_BOUND,
  SL_CLASS_REFERENCE,
  SL_CLASS_HOLIDAY,
  SL_CLASS_FREQUENCY,
  SL_CLASS_MERIDIEM,
  SL_CLASS_MINUTES,
  SL_CLASS_ZONE,
  SL_CLASS_SIGN,
  SL_CLASS_ERA,
  SL_CLASS_FUTURE_MARKER,
  SL_CLASS_PAST_MARKER,

  /* who says so */
  SL_CLASS_CUE_VERB,
  SL_CLASS_CUE_NOUN,
  SL_CLASS_CUE_PHRASE,
  SL_CLASS_RELAY,
  SL_CLASS_PRONOUN,
  SL_CLASS_UNNAMED,
  SL_CLASS_OUTLET_NOUN,
  SL_CLASS_OUTLET_NAME,
  SL_CLASS_DOCUMENT_NOUN,
  SL_CLASS_ROLE,
  SL_CLASS_BODY,
  SL_CLASS_CONJUNCTION,
  SL_CLASS_DETERMINER,
  SL_CLASS_POSSESSIVE,
  SL_CLASS_PREPOSITION,
  SL_CLASS_AUXILIARY,
  SL_CLASS_NEGATION,
  SL_CLASS_ADVERB,
  SL_CLASS_JOINER,
  SL_CLASS_RELATIVE,
  SL_CLASS_AGENT,
  SL_CLASS_IMPERSONAL,
  SL_CLASS_ANAPHOR,
  SL_CLASS_INFINITIVE,
  SL_CLASS_PASSIVE,
  SL_CLASS_PLURAL,
  SL_CLASS_VERB,
  SL_CLASS_RUBRIC,
  SL_CLASS_ADDRESSEE,
  SL_CLASS_WITHIN,
  SL_CLASS_CREDIT,
  SL_CLASS_CONTINUATION,
  SL_CLASS_PLATFORM,
  SL_CLASS_SUBORDINATOR,
  SL_CLASS_OBLIQUE,
  SL_CLASS_SUBJUNCTIVE,

  /* what is said */
  SL_CLASS_HEDGE,
  SL_CLASS_PLAN,
  SL_CLASS_PREDICTION,
  SL_CLASS_CONDITION,
  SL_CLASS_DENIAL,
  SL_CLASS_EVENT_VERB,
  SL_CLASS_ADDRESS,

  /* others */
  SL_CLASS_ABBREVIATION,
  SL_CLASS_STOP_WORD,

  /* times again: those that few languages need */
  SL_CLASS_MONTH_ADJECTIVE,
  SL_CLASS_UNIT_ADJECTIVE,
  SL_CLASS_RELATIVE_PERIOD,
  SL_CLASS_LENGTH,

  SL_N_CLASSES,

  /* numbers, matched by code and not by words */
  SL_CLASS_NUMBER = SL_N_CLASSES,
  SL_CLASS_DAY,
  SL_CLASS_ORDINAL,
  SL_CLASS_YEAR,
  SL_CLASS_SHORT_YEAR,
  SL_CLASS_YEAR_END,
  SL_CLASS_SPOKEN_YEAR,
  SL_CLASS_ISO_DATE,
  SL_CLASS_NUMERIC_DATE,
  SL_CLASS_CLOCK,
  SL_CLASS_DOT_CLOCK,
  SL_CLASS_HOUR,
  SL_CLASS_MINUTE,
  SL_CLASS_MONTH_NUMBER,
  SL_CLASS_DAY_MONTH,
  SL_CLASS_MILITARY_CLOCK,
  SL_CLASS_INDEX,
  SL_CLASS_SHORT_DATE,
  SL_CLASS_DAY_WORD,
  SL_CLASS_DECADE,
} SlClass;

/* The bit of a class in a small set of classes. The last bit stands for all classes that have none of their own. */
static inline guint64
sl_class_bit (SlClass class_)
{
  return G_GUINT64_CONSTANT (1) << MIN (class_, 63);
}

/**
 * SlLexEntry:
 * @text: (owned): the meaning as it stands in the language file
 * @value: the meaning as a number; 0 when it is none
 * @tail: (owned) (nullable): the words that must follow, as ids
 * @capitalised: the word counts only with a capital first letter
 * @abbreviation: a full stop may follow that belongs to it
 *
 * One meaning of a word or of the first word of a phrase.
 */
typedef struct
{
  SlClass  class_;
  char    *text;
  gint64   value;
  guint32 *tail;
  guint    tail_length;
  gboolean capitalised;
  gboolean abbreviation;
} SlLexEntry;

/**
 * SlLexicon:
 *
 * The words of one language with their meanings. Words are known by small ids; 0 is
 * any unknown word. Immutable once its language is loaded.
 */
typedef struct _SlLexicon SlLexicon;
typedef struct _SlCompounds SlCompounds;

/* Words of so many bytes are known by these alone. */
#define SL_LEXICON_SHORT 8

/**
 * sl_lexicon_pack:
 * @bytes: bytes
 * @length: how many, %SL_LEXICON_SHORT at most
 *
 * Returns: the bytes as one number, the first in its lowest bits, zeros behind the last
 */
static inline guint64
sl_lexicon_pack (const char *bytes,
                 gsize       length)
{
  const guchar *byte = (const guchar *) bytes;
  guint64 whole;
  guint32 low, high;

  if (length == SL_LEXICON_SHORT)
    {
      memcpy (&whole, bytes, sizeof whole);
      return GUINT64_FROM_LE (whole);
    }
  if (length >= 4)
    {
      /* Both halves overlap where there are fewer than eight. */
      memcpy (&low, bytes, sizeof low);
      memcpy (&high, bytes + length - 4, sizeof high);
      return GUINT32_FROM_LE (low) | (guint64) GUINT32_FROM_LE (high) << (8 * (length - 4));
    }
  if (length == 0)
    return 0;
  return byte[0] | (guint64) byte[length / 2] << (8 * (length / 2)) | (guint64) byte[length - 1] << (8 * (length - 1));
}

SlLexEntry       *sl_lex_entry_new        (SlClass           class_,
                                           const char       *text);
void              sl_lex_entry_free       (SlLexEntry       *self);
SlLexicon        *sl_lexicon_new          (void);
void              sl_lexicon_free         (SlLexicon        *self);
guint32           sl_lexicon_intern       (SlLexicon        *self,
                                           const char       *word,
                                           gsize             length);
guint32           sl_lexicon_look_up_short (const SlLexicon *self,
                                            guint64          packed,
                                            gsize            length);
guint32           sl_lexicon_lookup       (const SlLexicon  *self,
                                           const char       *word,
                                           gsize             length);
guint32           sl_lexicon_get_size     (const SlLexicon  *self);
const char       *sl_lexicon_get_word     (const SlLexicon  *self,
                                           guint32           word);
void              sl_lexicon_add          (SlLexicon        *self,
                                           const char       *phrase,
                                           SlClass           class_,
                                           const char       *text,
                                           gboolean          capitalised,
                                           gboolean          abbreviation);
const GPtrArray  *sl_lexicon_get_entries  (const SlLexicon  *self,
                                           guint32           word);
guint64           sl_lexicon_get_classes  (const SlLexicon  *self,
                                           guint32           word);
const SlLexEntry *const *sl_lexicon_get_run (const SlLexicon *self,
                                             guint32          word,
                                             SlClass          class_,
                                             guint           *count);
gboolean          sl_lexicon_has          (const SlLexicon  *self,
                                           guint32           word,
                                           SlClass           class_);
const SlLexEntry *sl_lexicon_find         (const SlLexicon  *self,
                                           guint32           word,
                                           SlClass           class_);
void              sl_lexicon_take_compounds (SlLexicon      *self,
                                           SlCompounds      *compounds);
const SlCompounds *sl_lexicon_get_compounds (const SlLexicon *self);
SlClass           sl_class_from_name      (const char       *name);
const char       *sl_class_get_name       (SlClass           class_);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLexicon, sl_lexicon_free)

G_END_DECLS
