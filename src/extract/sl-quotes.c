/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-quotes.h"

/* A quotation that is not closed within so many tokens was a stray mark. */
#define MAX_TOKENS 1200
#define MAX_LINES 12

/* Single marks are apostrophes too often for a long one. */
#define MAX_SINGLE 120

typedef enum
{
  MARK_NONE,
  MARK_DOUBLE, /* "…", “…”, „…“, ''…'': texts mix them, opening with one and closing with another */
  MARK_ANGLE,  /* «…», also »…« */
  MARK_SINGLE, /* ‘…’, ‚…‘ and '…' */
} Kind;

static gunichar
character_of (const SlTokens *tokens,
              guint           i)
{
  return tokens->items[i].kind == SL_TOKEN_MARK ? g_utf8_get_char (tokens->text + tokens->items[i].start) : 0;
}

/* Two apostrophes side by side are written for one mark. */
static gboolean
is_pair (const SlTokens *tokens,
         guint           i)
{
  gunichar c = character_of (tokens, i);

  return (c == '\'' || c == '`') && i + 1 < tokens->count && !tokens->items[i + 1].spaced
         && (character_of (tokens, i + 1) == '\'' || character_of (tokens, i + 1) == '`');
}

static Kind
kind_at (const SlTokens *tokens,
         guint           i)
{
  switch (character_of (tokens, i))
    {
    case '"':
    case 0xff02:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
      return MARK_DOUBLE;
    case 0xab:
    case 0xbb:
    case 0x2039:
    case 0x203a:
      return MARK_ANGLE;
    case 0x2018:
    case 0x201a:
      return MARK_SINGLE;
    case '\'':
    case '`':
      return is_pair (tokens, i) ? MARK_DOUBLE : MARK_SINGLE;
    default:
      return MARK_NONE;
    }
}

static guint
width_at (const SlTokens *tokens,
          guint           i)
{
  return is_pair (tokens, i) ? 2 : 1;
}

/* A mark opens where a word begins: after a blank or a bracket, and with a word right behind it. */
static gboolean
can_open (const SlTokens *tokens,
          guint           i)
{
  gunichar before = i > 0 && !tokens->items[i].spaced ? character_of (tokens, i - 1) : ' ';
  guint next = i + width_at (tokens, i);

  if (next >= tokens->count || tokens->items[next].kind == SL_TOKEN_NEWLINE)
    return FALSE;
  /* "'08" */
  if (character_of (tokens, i) == '\'' && next == i + 1 && tokens->items[next].kind != SL_TOKEN_WORD)
    return FALSE;
  if (tokens->items[i].spaced)
    return !tokens->items[next].spaced || kind_at (tokens, i) == MARK_ANGLE;
  return before == '(' || before == '[' || before == 0x2014 || before == 0x2013 || before == '-' || (i > 0 && kind_at (tokens, i - 1) != MARK_NONE);
}

static gboolean
can_close (const SlTokens *tokens,
           guint           i)
{
  guint next = i + width_at (tokens, i);
  gboolean free_behind = next >= tokens->count || tokens->items[next].spaced
                         || tokens->items[next].kind == SL_TOKEN_NEWLINE || tokens->items[next].kind == SL_TOKEN_MARK;

  return !tokens->items[i].spaced && free_behind;
}

/* "the voters' will": an apostrophe behind an s and before a word closes nothing. */
static gboolean
is_possessive (const SlTokens *tokens,
               guint           i)
{
  return i > 0 && tokens->items[i - 1].kind == SL_TOKEN_WORD && tokens->text[tokens->items[i - 1].end - 1] == 's'
         && i + 1 < tokens->count && tokens->items[i + 1].kind == SL_TOKEN_WORD;
}

static gboolean
closes (const SlTokens *tokens,
        guint           i,
        Kind            kind)
{
  gunichar c = character_of (tokens, i);

  /* ’ is an apostrophe as often; it closes only what a single mark opened, at the end of a word. */
  if (kind == MARK_SINGLE)
    return (c == 0x2019 || c == 0x2018 || c == '\'') && can_close (tokens, i) && !is_pair (tokens, i) && !is_possessive (tokens, i);
  if (kind_at (tokens, i) != kind)
    return FALSE;
  return kind == MARK_ANGLE ? !can_open (tokens, i) || can_close (tokens, i) : can_close (tokens, i);
}

static gboolean
is_open_curly (const SlTokens *tokens,
               guint           i)
{
  gunichar c = character_of (tokens, i);

  return c == 0x201c || c == 0x201e;
}

/* Whether mark @i begins a quotation inside the one that mark @open began. */
static gboolean
opens_inner (const SlTokens *tokens,
             guint           open,
             guint           i)
{
  return is_open_curly (tokens, i) != is_open_curly (tokens, open) || is_pair (tokens, i) != is_pair (tokens, open);
}

/*
 * Finds the closing mark. A quotation over several paragraphs has an opening mark at
 * the beginning of each and a closing one only at its end.
 */
static guint
find_end (const SlTokens *tokens,
          guint           open,
          Kind            kind)
{
  guint limit = MIN (tokens->count, open + (kind == MARK_SINGLE ? MAX_SINGLE : MAX_TOKENS));
  guint lines = 0, inner = 0;

  for (guint i = open + width_at (tokens, open); i < limit; i++)
    {
      if (tokens->items[i].kind == SL_TOKEN_NEWLINE)
        {
          if (kind == MARK_SINGLE || ++lines > MAX_LINES)
            return 0;
          continue;
        }
      if (closes (tokens, i, kind))
        {
          if (inner == 0)
            return i + width_at (tokens, i);
          inner--;
        }
      else if (kind_at (tokens, i) == kind && kind != MARK_SINGLE && can_open (tokens, i) && tokens->items[i - 1].kind != SL_TOKEN_NEWLINE)
        {
          if (!opens_inner (tokens, open, i))
            return 0;
          inner++;
        }
      i += width_at (tokens, i) - 1;
    }
  return 0;
}

/**
 * sl_quotes_find:
 * @tokens: a text
 *
 * Finds quotations in all usual marks. Those inside others are part of the outer one.
 *
 * Returns: (transfer full) (element-type SlQuote): the quotations, in order, not overlapping
 */
GArray *
sl_quotes_find (const SlTokens *tokens)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (SlQuote));
  guint i = 0;

  while (i < tokens->count)
    {
      Kind kind = kind_at (tokens, i);
      guint end = kind != MARK_NONE && can_open (tokens, i) ? find_end (tokens, i, kind) : 0;
      SlQuote quote = { i, end };

      if (end > 0)
        g_array_append_val (quotes, quote);
      i = MAX (end, i + 1);
    }
  return quotes;
}
