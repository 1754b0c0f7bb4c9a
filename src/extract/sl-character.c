/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-character.h"

#include <unicode/uchar.h>

static gboolean
is_break (int property)
{
  return property == U_SB_ATERM || property == U_SB_STERM || property == U_SB_SEP || property == U_SB_CR || property == U_SB_LF;
}

static guint8
find_kind (gunichar c)
{
  gboolean space = c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
  guint8 kind = 0;

  if (space)
    kind |= SL_CHARACTER_SPACE;
  if (c == '\n' || c == '\r' || c == 0x2029)
    kind |= SL_CHARACTER_LINE;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    kind |= SL_CHARACTER_LETTER;
  if (g_unichar_isupper (c))
    kind |= SL_CHARACTER_UPPER;
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    kind |= SL_CHARACTER_DIGIT;
  if (is_break (u_getIntPropertyValue ((UChar32) c, UCHAR_SENTENCE_BREAK)))
    kind |= SL_CHARACTER_BREAK;
  return kind;
}

/**
 * sl_character_look_up:
 * @c: a character
 *
 * Returns: what is known of it
 */
SlCharacter
sl_character_look_up (gunichar c)
{
  return (SlCharacter) {
    .lower = g_unichar_tolower (c),
    .sentence = (guint8) u_getIntPropertyValue ((UChar32) c, UCHAR_SENTENCE_BREAK),
    .kind = find_kind (c),
  };
}

static gpointer
make_table (gpointer unused G_GNUC_UNUSED)
{
  SlCharacter *table = g_new (SlCharacter, SL_CHARACTERS);

  for (gunichar c = 0; c < SL_CHARACTERS; c++)
    table[c] = sl_character_look_up (c);
  return table;
}

/**
 * sl_character_get_table:
 *
 * Returns: (transfer none) (array fixed-size=SL_CHARACTERS): the first characters of Unicode; a constant, made when first asked for
 */
const SlCharacter *
sl_character_get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}
