/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-tokens.h"

#include <string.h>

/* Longer words are not looked up: no language file has one. */
#define MAX_WORD 96

/* One character with its place, as the cutting goes along. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
} Cursor;

static gunichar
get_character (const Cursor *cursor,
               gsize        *length)
{
  guchar byte = (guchar) cursor->text[cursor->at];

  if (byte < 0x80)
    {
      *length = 1;
      return byte;
    }
  *length = (gsize) (g_utf8_next_char (cursor->text + cursor->at) - (cursor->text + cursor->at));
  return g_utf8_get_char (cursor->text + cursor->at);
}

static inline gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
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

static void
append_lower (char     *buffer,
              gsize    *filled,
              gunichar  c)
{
  if (*filled + 6 > MAX_WORD)
    *filled = MAX_WORD + 1;
  else if (c < 0x80)
    buffer[(*filled)++] = g_ascii_tolower ((char) c);
  else
    *filled += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), buffer + *filled);
}

static void
read_word (Cursor          *cursor,
           const SlLexicon *lexicon,
           SlToken         *token)
{
  char buffer[MAX_WORD + 8];
  gsize filled = 0, length, letters = 0, capitals = 0;
  gunichar c;

  while (cursor->at < cursor->length && (c = get_character (cursor, &length), is_letter (c)))
    {
      gboolean upper = c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c);

      capitals += upper ? 1 : 0;
      if (letters++ == 0)
        token->capital = upper;
      if (filled <= MAX_WORD)
        append_lower (buffer, &filled, c);
      cursor->at += length;
    }
  token->kind = SL_TOKEN_WORD;
  token->upper = letters > 1 && capitals == letters;
  if (lexicon != NULL && filled <= MAX_WORD)
    token->word = sl_lexicon_lookup (lexicon, buffer, filled);
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
  gsize length;
  gunichar c = unify_mark (get_character (cursor, &length));

  token->kind = SL_TOKEN_MARK;
  cursor->at += length;
  if (lexicon != NULL)
    token->word = sl_lexicon_lookup (lexicon, buffer, (gsize) g_unichar_to_utf8 (c, buffer));
}

/* Skips white space; @newlines tells whether a line ended in it. */
static gboolean
skip_space (Cursor   *cursor,
            gboolean *newlines)
{
  gsize start = cursor->at, length;
  gunichar c;

  *newlines = FALSE;
  while (cursor->at < cursor->length && (c = get_character (cursor, &length), is_space (c)))
    {
      *newlines |= c == '\n' || c == '\r' || c == 0x2029;
      cursor->at += length;
    }
  return cursor->at > start;
}

static void
read_token (Cursor          *cursor,
            const SlLexicon *lexicon,
            SlToken         *token)
{
  gsize length;
  gunichar c = get_character (cursor, &length);

  token->start = (guint32) cursor->at;
  if (is_letter (c))
    read_word (cursor, lexicon, token);
  else if (g_ascii_isdigit ((char) (c < 0x80 ? c : 0)))
    read_number (cursor, token);
  else
    read_mark (cursor, lexicon, token);
  token->end = (guint32) cursor->at;
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
  g_autoptr (GArray) items = g_array_sized_new (FALSE, TRUE, sizeof (SlToken), (guint) (length / 5 + 8));
  Cursor cursor = { text, length, 0 };
  gboolean newlines;

  while (cursor.at < length)
    {
      gsize before = cursor.at;
      SlToken token = { 0 };

      token.spaced = skip_space (&cursor, &newlines) || before == 0;
      if (newlines)
        {
          SlToken line = { (guint32) before, (guint32) cursor.at, 0, SL_TOKEN_NEWLINE, 0, TRUE, FALSE, FALSE };

          g_array_append_val (items, line);
        }
      if (cursor.at == length)
        break;
      read_token (&cursor, lexicon, &token);
      g_array_append_val (items, token);
    }

  self->text = text;
  self->length = length;
  self->count = items->len;
  self->items = (SlToken *) (void *) g_array_free (g_steal_pointer (&items), FALSE);
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
