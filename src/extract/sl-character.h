/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum
{
  SL_CHARACTER_LETTER = 1 << 0, /* or what combines with one */
  SL_CHARACTER_UPPER = 1 << 1,
  SL_CHARACTER_DIGIT = 1 << 2,  /* of ASCII */
  SL_CHARACTER_SPACE = 1 << 3,
  SL_CHARACTER_LINE = 1 << 4,   /* space that ends a line */
  SL_CHARACTER_BREAK = 1 << 5,  /* a sentence can end behind it */
};

/**
 * SlCharacter:
 * @lower: the small letter
 * @sentence: its Sentence_Break property (UAX #29), as ICU numbers them
 * @kind: bits, as far as they hold
 *
 * What cutting a text asks of each character.
 */
typedef struct
{
  guint32 lower;
  guint8  sentence;
  guint8  kind;
} SlCharacter;

/* So many first characters are in the table: all alphabets of Europe, and the marks of running text. */
#define SL_CHARACTERS 0x2100

const SlCharacter *sl_character_get_table (void);
SlCharacter        sl_character_look_up   (gunichar c);

/**
 * sl_character_read:
 * @table: sl_character_get_table()
 * @text: valid UTF-8, not at its end
 * @length: (out): bytes of the character
 *
 * Returns: what is known of the first character of @text
 */
static inline SlCharacter
sl_character_read (const SlCharacter *table,
                   const char        *text,
                   gsize             *length)
{
  const guchar *bytes = (const guchar *) text;
  gunichar c;

  if (bytes[0] < 0x80)
    {
      *length = 1;
      return table[bytes[0]];
    }
  if (bytes[0] < 0xe0)
    {
      *length = 2;
      return table[(bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu)];
    }
  c = g_utf8_get_char (text);
  *length = bytes[0] < 0xf0 ? 3 : 4;
  return c < SL_CHARACTERS ? table[c] : sl_character_look_up (c);
}

G_END_DECLS
