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

/* A word as it is read: its small letters as far as there is room, and their hash. */
typedef struct
{
  gsize    filled;
  guint32  hash;
  guint    letters;
  gboolean has_small;
  char     buffer[MAX_WORD];
} Word;

/* Letters of ASCII, which most are; returns where they end. */
static inline gsize
read_plain (const Cursor *cursor,
            gsize         at,
            Word         *word)
{
  const guchar *text = (const guchar *) cursor->text;
  gsize first = at, stop = MIN (cursor->length, at + MAX_WORD - MIN (word->filled, MAX_WORD));
  char *buffer = word->buffer + word->filled;
  guint32 hash = word->hash;
  guint small = 0;

  for (; at < stop; at++)
    {
      guchar byte = text[at], lower = byte | 0x20;

      if ((guchar) (lower - 'a') > 'z' - 'a')
        break;
      small |= byte & 0x20;
      buffer[at - first] = (char) lower;
      hash = sl_lexicon_add_to_hash (hash, lower);
    }
  word->has_small |= small != 0;
  word->hash = hash;
  word->filled += at - first;
  word->letters += (guint) (at - first);
  return at;
}

/* Any letter; one that has no room any more is left out. */
static gsize
read_letter (const Cursor *cursor,
             gsize         at,
             Word         *word)
{
  gsize length;
  SlCharacter c = sl_character_read (cursor->table, cursor->text + at, &length);
  char bytes[6];
  int count;

  if ((c.kind & SL_CHARACTER_LETTER) == 0)
    return at;
  count = g_unichar_to_utf8 (c.lower, bytes);
  for (int i = 0; i < count; i++, word->filled++)
    {
      if (word->filled < MAX_WORD)
        word->buffer[word->filled] = bytes[i];
      word->hash = sl_lexicon_add_to_hash (word->hash, (guchar) bytes[i]);
    }
  word->letters++;
  word->has_small |= (c.kind & SL_CHARACTER_UPPER) == 0;
  return at + length;
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

  token->word = sl_lexicon_look_up_hash (lexicon, word->hash, word->buffer, word->filled);
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
  Word word;
  gsize at = cursor->at, before, length;

  word.filled = 0;
  word.hash = SL_LEXICON_HASH;
  word.letters = 0;
  word.has_small = FALSE;
  token->kind = SL_TOKEN_WORD;
  token->capital = (get_character (cursor, &length).kind & SL_CHARACTER_UPPER) != 0;
  do
    {
      before = at;
      at = read_plain (cursor, at, &word);
      if (at < cursor->length && ((guchar) cursor->text[at] >= 0x80 || word.filled >= MAX_WORD))
        at = read_letter (cursor, at, &word);
    }
  while (at > before && at < cursor->length);
  cursor->at = at;
  token->upper = word.letters > 1 && !word.has_small;
  if (lexicon != NULL && word.filled <= MAX_WORD)
    look_up (lexicon, &word, cursor->at - token->start, compound, token);
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

static void
read_mark (Cursor          *cursor,
           const SlLexicon *lexicon,
           SlToken         *token)
{
  char buffer[8];
  gunichar c = unify_mark (g_utf8_get_char (cursor->text + cursor->at));

  token->kind = SL_TOKEN_MARK;
  cursor->at = (gsize) (g_utf8_next_char (cursor->text + cursor->at) - cursor->text);
  if (lexicon != NULL)
    token->word = sl_lexicon_lookup (lexicon, buffer, (gsize) g_unichar_to_utf8 (c, buffer));
}

/* A single blank and a letter behind it: what stands between most words. */
static inline gboolean
is_plain_blank (const Cursor *cursor)
{
  return cursor->text[cursor->at] == ' ' && cursor->at + 1 < cursor->length && g_ascii_isalpha (cursor->text[cursor->at + 1]);
}

/* Skips white space; @newlines tells whether a line ended in it. */
static gboolean
skip_space (Cursor   *cursor,
            gboolean *newlines)
{
  gsize start = cursor->at, length;
  SlCharacter c;

  *newlines = FALSE;
  if (is_plain_blank (cursor))
    {
      cursor->at++;
      return TRUE;
    }
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
  gboolean newlines;

  self->text = text;
  self->length = length;
  self->items = g_new (SlToken, room);
  while (cursor.at < length)
    {
      gsize before = cursor.at;
      gboolean spaced = skip_space (&cursor, &newlines) || before == 0;
      Compound compound;

      make_room (self, &room);
      if (newlines)
        self->items[self->count++] = (SlToken) { (guint32) before, (guint32) cursor.at, 0, SL_TOKEN_NEWLINE, 0, TRUE, FALSE, FALSE };
      if (cursor.at == length)
        break;
      self->items[self->count] = (SlToken) { .spaced = (guint) spaced };
      compound.count = 0;
      read_token (&cursor, lexicon, &compound, &self->items[self->count]);
      if (compound.count > 0)
        append_parts (self, &compound, self->items[self->count]);
      else
        self->count++;
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

static gboolean
follows (const SlTokens   *self,
         guint             i,
         const SlLexEntry *entry)
{
  for (guint k = 0; k < entry->tail_length; k++)
    if (i + 1 + k >= self->count
        || self->items[i + 1 + k].kind == SL_TOKEN_NUMBER
        || self->items[i + 1 + k].word != entry->tail[k])
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
  const GPtrArray *entries;
  guint longest = 0;

  if (i >= self->count || self->items[i].kind == SL_TOKEN_NUMBER || self->items[i].word == 0
      || !sl_lexicon_begins (lexicon, self->items[i].word, class_))
    return 0;

  entries = sl_lexicon_get_entries (lexicon, self->items[i].word);
  for (guint k = 0; entries != NULL && k < entries->len; k++)
    {
      const SlLexEntry *candidate = g_ptr_array_index (entries, k);

      if (candidate->class_ != class_ || candidate->tail_length + 1 <= longest
          || (candidate->capitalised && !self->items[i].capital)
          || !follows (self, i, candidate))
        continue;
      longest = candidate->tail_length + 1;
      if (entry != NULL)
        *entry = candidate;
    }
  return longest;
}
