/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-words.h"

static gboolean
is_inside_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* An apostrophe between letters is part of the word, a full stop, comma or colon between digits part of the figure. */
static gboolean
joins (const char  *text,
       const char  *p,
       SlWordsType  type)
{
  if (p == text || p[0] == '\0' || p[1] == '\0')
    return FALSE;
  if (type == SL_WORDS_FIGURE)
    return (*p == '.' || *p == ',' || *p == ':') && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
  return *p == '\'' && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))) && g_unichar_isalpha (g_utf8_get_char (p + 1));
}

static const char *
skip_word (const char  *text,
           const char  *p,
           SlWordsType  type)
{
  while (*p != '\0' && (is_inside_word (p) || joins (text, p, type)))
    p = g_utf8_next_char (p);
  return p;
}

static SlWordsType
get_type (gunichar c)
{
  if (c == ' ')
    return SL_WORDS_SPACE;
  if (g_unichar_isdigit (c))
    return SL_WORDS_FIGURE;
  return g_unichar_isalpha (c) ? SL_WORDS_WORD : SL_WORDS_MARK;
}

/**
 * sl_words_split:
 * @text: normalised
 *
 * Cuts a text into words, figures, blanks and marks, so that words and figures are never compared by
 * halves: "14,500", "9:05" and "didn't" are one item each.
 *
 * Returns: (transfer full) (element-type SlWordsItem): all of the text, in order
 */
GArray *
sl_words_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SlWordsItem));
  const char *p = text;
  gsize at_cp = 0;

  while (*p != '\0')
    {
      const char *start = p;
      SlWordsItem item = { .type = get_type (g_utf8_get_char (p)), .start_cp = at_cp };

      p = g_utf8_next_char (p);
      if (item.type == SL_WORDS_WORD || item.type == SL_WORDS_FIGURE)
        p = skip_word (text, p, item.type);
      at_cp += (gsize) g_utf8_pointer_to_offset (start, p);
      item.end_cp = at_cp;
      item.span = (SlSpan) { (gsize) (start - text), (gsize) (p - text) };
      g_array_append_val (words, item);
    }
  return words;
}
