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

/* Appends a letter; a word that is too long ends up longer than MAX_WORD. */
static inline gsize
append_letter (char     *buffer,
               gsize     filled,
               gunichar  c)
{
  if (filled >= MAX_WORD)
    return MAX_WORD + 1;
  if (c < 0x80)
    {
      buffer[filled] = (char) c;
      return filled + 1;
    }
  return filled + (gsize) g_unichar_to_utf8 (c, buffer + filled);
}

/* Parts of a compound that are still to become tokens. */
typedef struct
{
  SlCompoundPart parts[SL_COMPOUND_MAX_PARTS];
  guint          count;
} Compound;

static void
look_up (const SlLexicon *lexicon,
         const char      *word,
         gsize            length,
         gsize            written,
         Compound        *compound,
         SlToken         *token)
{
  const SlCompounds *compounds = sl_lexicon_get_compounds (lexicon);

  token->word = sl_lexicon_lookup (lexicon, word, length);
  /* Where small letters have other lengths than what is written, the borders of the parts are not known. */
  if (token->word == 0 && compounds != NULL && length == written)
    compound->count = sl_compounds_split (compounds, word, length, compound->parts);
}

static void
read_word (Cursor          *cursor,
           const SlLexicon *lexicon,
           Compound        *compound,
           SlToken         *token)
{
  char buffer[MAX_WORD + 8];
  gsize filled = 0, length, letters = 0, capitals = 0;
  SlCharacter c;

  while (cursor->at < cursor->length && (c = get_character (cursor, &length), (c.kind & SL_CHARACTER_LETTER) != 0))
    {
      guint upper = (c.kind & SL_CHARACTER_UPPER) != 0;

      if (letters++ == 0)
        token->capital = upper;
      capitals += upper;
      filled = append_letter (buffer, filled, c.lower);
      cursor->at += length;
    }
  token->kind = SL_TOKEN_WORD;
  token->upper = letters > 1 && capitals == letters;
  if (lexicon != NULL && filled <= MAX_WORD)
    look_up (lexicon, buffer, filled, cursor->at - token->start, compound, token);
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
      SlToken token;

      make_room (self, &room);
      if (newlines)
        self->items[self->count++] = (SlToken) { (guint32) before, (guint32) cursor.at, 0, SL_TOKEN_NEWLINE, 0, TRUE, FALSE, FALSE };
      if (cursor.at == length)
        break;
      token = (SlToken) { .spaced = (guint) spaced };
      compound.count = 0;
      read_token (&cursor, lexicon, &compound, &token);
      if (compound.count > 0)
        append_parts (self, &compound, token);
      else
        self->items[self->count++] = token;
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

  if (i >= self->count || self->items[i].kind == SL_TOKEN_NUMBER || self->items[i].word == 0)
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
