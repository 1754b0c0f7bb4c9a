/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-quotes.h"

/* A quotation that is not closed within so many tokens was a stray mark. */
#define MAX_TOKENS 1200
#define MAX_LINES 12

typedef enum
{
  MARK_NONE,
  MARK_STRAIGHT, /* " opens and closes */
  MARK_CURLY,    /* “…”, also „…“ */
  MARK_ANGLE,    /* «…», also »…« */
  MARK_SINGLE,   /* ‘…’ and ‚…‘ */
} Kind;

static Kind
kind_of (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xff02:
      return MARK_STRAIGHT;
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
      return MARK_CURLY;
    case 0xab:
    case 0xbb:
    case 0x2039:
    case 0x203a:
      return MARK_ANGLE;
    case 0x2018:
    case 0x201a:
      return MARK_SINGLE;
    default:
      return MARK_NONE;
    }
}

static gunichar
character_of (const SlTokens *tokens,
              guint           i)
{
  return tokens->items[i].kind == SL_TOKEN_MARK ? g_utf8_get_char (tokens->text + tokens->items[i].start) : 0;
}

/* A mark opens where a word begins: after a blank or a bracket, and with a word right behind it. */
static gboolean
can_open (const SlTokens *tokens,
          guint           i)
{
  gunichar before = i > 0 && !tokens->items[i].spaced ? character_of (tokens, i - 1) : ' ';

  if (i + 1 >= tokens->count || tokens->items[i + 1].kind == SL_TOKEN_NEWLINE)
    return FALSE;
  if (tokens->items[i].spaced)
    return !tokens->items[i + 1].spaced || kind_of (character_of (tokens, i)) == MARK_ANGLE;
  return before == '(' || before == '[' || before == 0x2014 || before == 0x2013 || before == '-' || kind_of (before) != MARK_NONE;
}

static gboolean
can_close (const SlTokens *tokens,
           guint           i)
{
  gboolean free_behind = i + 1 >= tokens->count || tokens->items[i + 1].spaced
                         || tokens->items[i + 1].kind == SL_TOKEN_NEWLINE || tokens->items[i + 1].kind == SL_TOKEN_MARK;

  return !tokens->items[i].spaced && free_behind;
}

static gboolean
closes (const SlTokens *tokens,
        guint           i,
        Kind            kind)
{
  gunichar c = character_of (tokens, i);

  /* ’ is an apostrophe as often; it closes only what ‘ opened, at the end of a word. */
  if (kind == MARK_SINGLE)
    return (c == 0x2019 || c == 0x2018) && can_close (tokens, i);
  if (kind_of (c) != kind)
    return FALSE;
  return kind == MARK_ANGLE ? !can_open (tokens, i) || can_close (tokens, i) : can_close (tokens, i);
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
  guint lines = 0;

  for (guint i = open + 1; i < tokens->count && i < open + MAX_TOKENS; i++)
    {
      if (tokens->items[i].kind == SL_TOKEN_NEWLINE)
        {
          if (kind == MARK_SINGLE || ++lines > MAX_LINES)
            return 0;
          continue;
        }
      if (closes (tokens, i, kind))
        return i + 1;
      if (kind_of (character_of (tokens, i)) == kind && can_open (tokens, i)
          && tokens->items[i - 1].kind != SL_TOKEN_NEWLINE)
        return 0;
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
      Kind kind = kind_of (character_of (tokens, i));
      guint end = kind != MARK_NONE && can_open (tokens, i) ? find_end (tokens, i, kind) : 0;
      SlQuote quote = { i, end };

      if (end > 0)
        g_array_append_val (quotes, quote);
      i = MAX (end, i + 1);
    }
  return quotes;
}
