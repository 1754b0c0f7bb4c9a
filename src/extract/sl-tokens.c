/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-tokens.h"

#include <string.h>

#include "extract/sl-character.h"
#include "extract/sl-compounds.h"

/* Longer words are not looked up: no language file has one. */
#define MAX_WORD 96

/* A text of few or many tokens: room for this many bytes each is made first. */
#define USUAL_TOKEN 5

/* Where the cutting has come to. */
typedef struct
{
  const char        *text;
  gsize              length;
  gsize              at;
  const SlCharacter *table;
} Cursor;

static SlCharacter
get_character (const Cursor *cursor,
               gsize        *length)
{
  return sl_character_read (cursor->table, cursor->text + cursor->at, length);
}

/* The plain twin of a mark that is written in several ways. */
static gunichar
unify_mark (gunichar c)
{
  switch (c)
    {
    case 0x2019:
    case 0x2018:
    case 0x02bc:
    case 0x00b4:
    case 0x0060:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return c;
    }
}

/* A word as it is read: its small letters as far as there is room. */
typedef struct
{
  gsize    filled;
  guint    letters;
  gboolean has_small;
  union
  {
    char buffer[MAX_WORD];
    guint64 packed[MAX_WORD / SL_LEXICON_SHORT];
  };
} Word;

#define EACH_BYTE G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS (EACH_BYTE * 0x80)
#define CASE_BITS (EACH_BYTE * 0x20)

/* How many letters of ASCII eight bytes begin with; the sums below reach the high bit of a byte, and no other byte. */
static inline guint
count_letters (guint64 packed)
{
  guint64 small = (packed | CASE_BITS) & ~HIGH_BITS;
  guint64 from_a = small + EACH_BYTE * (0x80 - 'a'), behind_z = small + EACH_BYTE * (0x80 - 'z' - 1);
  guint64 others = ~(from_a & ~behind_z & ~packed) & HIGH_BITS;

  return others == 0 ? 8 : (guint) __builtin_ctzll (others) / 8;
}

/* The bits of the first @count bytes. */
static inline guint64
first_bytes (guint count)
{
  return count < 8 ? (G_GUINT64_CONSTANT (1) << count * 8) - 1 : G_MAXUINT64;
}

/* Letters of ASCII, which most are; returns where they end, or the room does. */
static inline gsize
read_plain_letters (const Cursor *cursor,
                    gsize         at,
                    Word         *word)
{
  guint count;

  do
    {
      guint64 bytes = sl_lexicon_pack (cursor->text + at, MIN (cursor->length - at, SL_LEXICON_SHORT));
      guint64 mask;

      count = count_letters (bytes);
      mask = first_bytes (count);
      word->packed[word->filled / SL_LEXICON_SHORT] = GUINT64_TO_LE ((bytes | CASE_BITS) & mask);
      word->has_small |= (bytes & CASE_BITS & mask) != 0;
      word->filled += count;
      at += count;
    }
  while (count == SL_LEXICON_SHORT && word->filled < MAX_WORD);
  word->letters = (guint) word->filled;
  return at;
}

static inline void
append_letter (Word     *word,
               gunichar  letter)
{
  char bytes[6];
  int count;

  /* Most alphabets need two bytes. */
  if (letter >= 0x80 && letter < 0x800 && word->filled + 2 <= MAX_WORD)
    {
      word->buffer[word->filled++] = (char) (0xc0 | letter >> 6);
      word->buffer[word->filled++] = (char) (0x80 | (letter & 0x3f));
      return;
    }
  count = g_unichar_to_utf8 (letter, bytes);
  if (word->filled + (gsize) count <= MAX_WORD)
    memcpy (word->buffer + word->filled, bytes, (gsize) count);
  word->filled += (gsize) count;
}

/* Letters of any alphabet; those that have no room any more are only counted. Returns where they end. */
static gsize
read_any_letters (const Cursor *cursor,
                  gsize         at,
                  Word         *word)
{
  gsize length;

  for (; at < cursor->length; at += length)
    {
      SlCharacter c = sl_character_read (cursor->table, cursor->text + at, &length);

      if ((c.kind & SL_CHARACTER_LETTER) == 0)
        break;
      append_letter (word, c.lower);
      word->letters++;
      word->has_small |= (c.kind & SL_CHARACTER_UPPER) == 0;
    }
  return at;
}

/* Parts of a compound that are still to become tokens. */
typedef struct
{
  SlCompoundPart parts[SL_COMPOUND_MAX_PARTS];
  guint          count;
} Compound;

static void
look_up (const SlLexicon *lexicon,
         const Word      *word,
         gsize            written,
         Compound        *compound,
         SlToken         *token)
{
  const SlCompounds *compounds = sl_lexicon_get_compounds (lexicon);

  token->word = sl_lexicon_lookup (lexicon, word->buffer, word->filled);
  /* Where small letters have other lengths than what is written, the borders of the parts are not known. */
  if (token->word == 0 && compounds != NULL && word->filled == written)
    compound->count = sl_compounds_split (compounds, word->buffer, word->filled, compound->parts);
  if (token->word == 0 && compounds != NULL && compound->count == 0)
    token->word = sl_compounds_find_head (compounds, word->buffer, word->filled);
}

static void
read_word (Cursor          *cursor,
           const SlLexicon *lexicon,
           Compound        *compound,
           SlToken         *token)
{
  gsize at = cursor->at, length;
  Word word;

  word.filled = 0;
  word.has_small = FALSE;
  token->kind = SL_TOKEN_WORD;
  token->capital = (get_character (cursor, &length).kind & SL_CHARACTER_UPPER) != 0;
  at = read_plain_letters (cursor, at, &word);
  if (at < cursor->length && ((guchar) cursor->text[at] >= 0x80 || word.filled >= MAX_WORD))
    at = read_any_letters (cursor, at, &word);
  cursor->at = at;
  token->upper = word.letters > 1 && !word.has_small;
  if (lexicon != NULL && word.filled <= MAX_WORD)
    look_up (lexicon, &word, at - token->start, compound, token);
}

/* A word of a few letters of ASCII and perhaps a blank before it: the most frequent ones, read in one go.
 * Returns whether it was one; else nothing has happened. */
static inline gboolean
read_short_word (Cursor          *cursor,
                 const SlLexicon *lexicon,
                 SlToken         *token)
{
  gboolean blank = cursor->text[cursor->at] == ' ';
  gsize start = cursor->at + (blank ? 1 : 0);
  guint64 bytes, mask;
  guint count;

  if (start + SL_LEXICON_SHORT > cursor->length)
    return FALSE;
  bytes = sl_lexicon_pack (cursor->text + start, SL_LEXICON_SHORT);
  count = count_letters (bytes);
  if (count == 0 || count == SL_LEXICON_SHORT || (bytes >> count * 8 & 0x80) != 0)
    return FALSE;
  mask = first_bytes (count);
  *token = (SlToken) {
    .start = (guint32) start,
    .end = (guint32) (start + count),
    .word = lexicon != NULL ? sl_lexicon_look_up_short (lexicon, (bytes | CASE_BITS) & mask, count) : 0,
    .kind = SL_TOKEN_WORD,
    .spaced = blank || start == 0,
    .capital = (bytes & 0x20) == 0,
    .upper = count > 1 && (bytes & CASE_BITS & mask) == 0,
  };
  /* What is unknown may be a compound. */
  if (token->word == 0 && lexicon != NULL && sl_lexicon_get_compounds (lexicon) != NULL)
    return FALSE;
  cursor->at = start + count;
  return TRUE;
}

static void
read_number (Cursor  *cursor,
             SlToken *token)
{
  guint64 number = 0;
  guint digits = 0;

  while (cursor->at < cursor->length && g_ascii_isdigit (cursor->text[cursor->at]))
    {
      number = MIN (number * 10 + (guint) (cursor->text[cursor->at] - '0'), SL_TOKEN_MAX_NUMBER);
      digits++;
      cursor->at++;
    }
  token->kind = SL_TOKEN_NUMBER;
  token->word = (guint32) number;
  token->digits = MIN (digits, 255);
}

static inline gunichar
read_unichar (const Cursor *cursor,
              gsize        *length)
{
  guchar first = (guchar) cursor->text[cursor->at];

  *length = first < 0x80 ? 1 : first < 0xe0 ? 2
                           : first < 0xf0   ? 3
                                            : 4;
  return first < 0x80 ? first : g_utf8_get_char (cursor->text + cursor->at);
}

static void
read_mark (Cursor          *cursor,
           const SlLexicon *lexicon,
           SlToken         *token)
{
  gsize length;
  gunichar c = unify_mark (read_unichar (cursor, &length));

  token->kind = SL_TOKEN_MARK;
  cursor->at += length;
  if (lexicon == NULL)
    return;
  if (c < 0x80)
    token->word = sl_lexicon_look_up_short (lexicon, c, 1);
  else
    token->word = sl_lexicon_lookup (lexicon, cursor->text + cursor->at - length, length);
}

/* Skips white space; @newlines tells whether a line ended in it. */
static gboolean
skip_space (Cursor   *cursor,
            gboolean *newlines)
{
  gsize start = cursor->at, length;
  SlCharacter c;

  *newlines = FALSE;
  while (cursor->at < cursor->length && (c = get_character (cursor, &length), (c.kind & SL_CHARACTER_SPACE) != 0))
    {
      *newlines |= (c.kind & SL_CHARACTER_LINE) != 0;
      cursor->at += length;
    }
  return cursor->at > start;
}

static void
read_token (Cursor          *cursor,
            const SlLexicon *lexicon,
            Compound        *compound,
            SlToken         *token)
{
  gsize length;
  guint8 kind = get_character (cursor, &length).kind;

  token->start = (guint32) cursor->at;
  if ((kind & SL_CHARACTER_LETTER) != 0)
    read_word (cursor, lexicon, compound, token);
  else if ((kind & SL_CHARACTER_DIGIT) != 0)
    read_number (cursor, token);
  else
    read_mark (cursor, lexicon, token);
  token->end = (guint32) cursor->at;
}

/* Room for a line end and the parts of a compound. */
static void
make_room (SlTokens *self,
           gsize    *room)
{
  if (self->count + 1 + SL_COMPOUND_MAX_PARTS <= *room)
    return;
  *room *= 2;
  self->items = g_renew (SlToken, self->items, *room);
}

/* "Montagabend" is cut into "Montag" and "abend", with no blank between. */
static void
append_parts (SlTokens       *self,
              const Compound *compound,
              SlToken         whole)
{
  SlToken part = whole;

  for (guint i = 0; i < compound->count; i++)
    {
      part.end = whole.start + compound->parts[i].end;
      part.word = compound->parts[i].word;
      self->items[self->count++] = part;
      part.start = part.end;
      part.spaced = FALSE;
      part.capital = FALSE;
    }
}

/* A token of any kind, and the line end before it. */
static void
append_next (SlTokens        *self,
             Cursor          *cursor,
             const SlLexicon *lexicon)
{
  gsize before = cursor->at;
  gboolean newlines, spaced = skip_space (cursor, &newlines) || before == 0;
  SlToken *token;
  Compound compound;

  if (newlines)
    self->items[self->count++] = (SlToken) { (guint32) before, (guint32) cursor->at, 0, SL_TOKEN_NEWLINE, 0, TRUE, FALSE, FALSE };
  if (cursor->at == cursor->length)
    return;
  compound.count = 0;
  token = &self->items[self->count];
  *token = (SlToken) { .spaced = (guint) spaced };
  read_token (cursor, lexicon, &compound, token);
  if (compound.count > 0)
    append_parts (self, &compound, *token);
  else
    self->count++;
}

/**
 * sl_tokens_new:
 * @text: valid UTF-8 of at most 4 GiB; outlives the result
 * @length: its length in bytes
 * @lexicon: (nullable): where words are looked up
 *
 * Cuts a text into tokens, in one pass.
 *
 * Returns: (transfer full): the tokens
 */
SlTokens *
sl_tokens_new (const char      *text,
               gsize            length,
               const SlLexicon *lexicon)
{
  SlTokens *self = g_new0 (SlTokens, 1);
  Cursor cursor = { text, length, 0, sl_character_get_table () };
  gsize room = length / USUAL_TOKEN + 8;

  self->text = text;
  self->length = length;
  self->items = g_new (SlToken, room);
  while (cursor.at < length)
    {
      make_room (self, &room);
      if (read_short_word (&cursor, lexicon, &self->items[self->count]))
        self->count++;
      else
        append_next (self, &cursor, lexicon);
    }
  return self;
}

void
sl_tokens_free (SlTokens *self)
{
  if (self == NULL)
    return;

  g_free (self->items);
  g_free (self);
}

/**
 * sl_tokens_find:
 * @self: tokens
 * @byte: position in the text
 *
 * Returns: index of the first token that ends after @byte; the count when there is none
 */
guint
sl_tokens_find (const SlTokens *self,
                gsize           byte)
{
  guint low = 0, high = self->count;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->items[middle].end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * sl_tokens_is:
 * @self: tokens
 * @i: index of a token, which may lie past the end
 * @word: characters
 *
 * Whether token @i is exactly @word, in these very characters.
 */
gboolean
sl_tokens_is (const SlTokens *self,
              guint           i,
              const char     *word)
{
  gsize length = strlen (word);

  return i < self->count
         && self->items[i].end - self->items[i].start == length
         && memcmp (self->text + self->items[i].start, word, length) == 0;
}

/**
 * sl_tokens_have:
 * @self: tokens
 * @lexicon: a lexicon
 * @i: index of a token, which may lie past the end
 * @class_: a class of words
 *
 * Whether token @i by itself is a word of @class_.
 */
gboolean
sl_tokens_have (const SlTokens  *self,
                const SlLexicon *lexicon,
                guint            i,
                SlClass          class_)
{
  return i < self->count
         && self->items[i].kind != SL_TOKEN_NUMBER
         && sl_lexicon_has (lexicon, self->items[i].word, class_);
}

/* Whether the rest of the phrase stands in the @room tokens from @next on. */
static inline gboolean
follows (const SlToken    *next,
         guint             room,
         const SlLexEntry *entry)
{
  if (entry->tail_length > room)
    return FALSE;
  for (guint k = 0; k < entry->tail_length; k++)
    if (next[k].word != entry->tail[k] || next[k].kind == SL_TOKEN_NUMBER)
      return FALSE;
  return TRUE;
}

/**
 * sl_tokens_match:
 * @self: tokens
 * @lexicon: a lexicon
 * @i: index of a token, which may lie past the end
 * @class_: a class of words
 * @entry: (out) (optional) (transfer none): what they mean
 *
 * Finds the longest word or phrase of @class_ that begins at token @i.
 *
 * Returns: how many tokens it has, 0 when there is none
 */
guint
sl_tokens_match (const SlTokens    *self,
                 const SlLexicon   *lexicon,
                 guint              i,
                 SlClass            class_,
                 const SlLexEntry **entry)
{
  const SlLexEntry *const *entries;
  const SlToken *token;
  guint longest = 0, count;

  if (i >= self->count || self->items[i].kind == SL_TOKEN_NUMBER || self->items[i].word == 0)
    return 0;

  token = &self->items[i];
  entries = sl_lexicon_get_run (lexicon, token->word, class_, &count);
  for (guint k = 0; k < count; k++)
    {
      const SlLexEntry *candidate = entries[k];

      if (candidate->tail_length + 1 <= longest
          || (candidate->capitalised && !token->capital)
          || !follows (token + 1, self->count - i - 1, candidate))
        continue;
      longest = candidate->tail_length + 1;
      if (entry != NULL)
        *entry = candidate;
    }
  return longest;
}
